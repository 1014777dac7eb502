// Writes JSON in the order in which it is told, appending to a string. No document tree, so a reading
// costs about as much as copying it. RFC 8259; input must be sound UTF-8.
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace salname {

class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : out_(&out) {}

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }

    // Names the next value. Keys are our own and need no escaping.
    void key(std::string_view name) {
        separate();
        *out_ += '"';
        *out_ += name;
        *out_ += "\":";
        fresh_ = true;
    }

    void value(std::string_view text) {
        separate();
        append_quoted(text);
    }
    void value(char const* text) { value(std::string_view(text)); }
    void value(bool truth) { raw(truth ? "true" : "false"); }
    void value(double number);
    void null() { raw("null"); }

    template <std::integral T>
    void value(T number) {
        separate();
        char digits[24];
        auto const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
        out_->append(digits, end);
    }

    // A value that is JSON already.
    void raw(std::string_view json) {
        separate();
        *out_ += json;
    }

    template <typename T>
    void field(std::string_view name, T const& content) {
        key(name);
        value(content);
    }
    // null when empty
    void field_or_null(std::string_view name, std::string_view content) {
        key(name);
        content.empty() ? null() : value(content);
    }

private:
    void open(char bracket) {
        separate();
        *out_ += bracket;
        fresh_ = true;
    }
    void close(char bracket) {
        *out_ += bracket;
        fresh_ = false;
    }
    void separate() {
        if (!fresh_) *out_ += ',';
        fresh_ = false;
    }
    void append_quoted(std::string_view text);

    std::string* out_;
    bool fresh_ = true;
};

}  // namespace salname
