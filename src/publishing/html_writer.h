// Writes HTML: text is escaped by its type, what is already HTML says so.
#pragma once

#include <string>
#include <string_view>

namespace salname {

// HTML that is trusted to be HTML.
struct Raw {
    std::string_view html;
};

class HtmlWriter {
public:
    explicit HtmlWriter(std::string& out) : out_(&out) {}

    HtmlWriter& operator<<(std::string_view text) {
        for (char const c : text) {
            switch (c) {
                case '&': *out_ += "&amp;"; break;
                case '<': *out_ += "&lt;"; break;
                case '>': *out_ += "&gt;"; break;
                case '"': *out_ += "&quot;"; break;
                default: *out_ += c;
            }
        }
        return *this;
    }
    HtmlWriter& operator<<(Raw raw) {
        *out_ += raw.html;
        return *this;
    }
    HtmlWriter& operator<<(std::size_t number) {
        *out_ += std::to_string(number);
        return *this;
    }

private:
    std::string* out_;
};

}  // namespace salname
