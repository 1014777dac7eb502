// Writes HTML: text is escaped by its type, what is HTML already has to say so. One for content and quoted attributes.
#pragma once

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace salname {

// HTML that is trusted to be HTML: literals of ours and what an HtmlWriter made. Never text of a report.
struct Raw {
    std::string_view html;
};

class HtmlWriter {
public:
    explicit HtmlWriter(std::string& out) : out_(&out) {}

    HtmlWriter& operator<<(std::string_view text) {
        std::size_t copied = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::string_view const escape = escape_of(text[at]);
            if (escape.empty()) continue;
            out_->append(text, copied, at - copied);
            *out_ += escape;
            copied = at + 1;
        }
        out_->append(text, copied, text.size() - copied);
        return *this;
    }

    HtmlWriter& operator<<(Raw raw) {
        *out_ += raw.html;
        return *this;
    }

    template <std::integral Number>
        requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
    HtmlWriter& operator<<(Number number) {
        char digits[24];
        out_->append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
        return *this;
    }

private:
    static constexpr std::string_view escape_of(char c) {
        switch (c) {
            case '&': return "&amp;";
            case '<': return "&lt;";
            case '>': return "&gt;";
            case '"': return "&quot;";
            case '\'': return "&#39;";
            default: return {};
        }
    }

    std::string* out_;
};

}  // namespace salname
