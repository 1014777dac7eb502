#include "text/json.h"

namespace salname {

void JsonWriter::value(double number) {
    separate();
    char digits[40];
    auto const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out_->append(digits, end);
}

void JsonWriter::append_quoted(std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    *out_ += '"';
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
        out_->append(text, copied, at - copied);
        copied = at + 1;
        switch (byte) {
            case '"': *out_ += "\\\""; break;
            case '\\': *out_ += "\\\\"; break;
            case '\n': *out_ += "\\n"; break;
            case '\r': *out_ += "\\r"; break;
            case '\t': *out_ += "\\t"; break;
            default:
                *out_ += "\\u00";
                *out_ += hex[byte >> 4U];
                *out_ += hex[byte & 15U];
        }
    }
    out_->append(text, copied, text.size() - copied);
    *out_ += '"';
}

}  // namespace salname
