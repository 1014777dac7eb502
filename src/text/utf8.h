// UTF-8: validation with the place of the first fault, decoding, encoding. RFC 3629.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace salname {

// Offset of the first byte that breaks UTF-8 (or is NUL), none when the text is sound.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

struct Decoded {
    char32_t point = 0;
    std::uint32_t size = 1;  // bytes read, at least 1
};

// Decodes the character at `at` of sound UTF-8; a broken sequence gives U+FFFD of size 1. Needs at < size.
[[nodiscard]] Decoded decode_utf8(std::string_view bytes, std::size_t at);

// Start of the character before `at` (0 < at <= size).
[[nodiscard]] std::size_t previous_utf8(std::string_view bytes, std::size_t at);

void append_utf8(std::string& text, char32_t point);

// Number of code points.
[[nodiscard]] std::size_t length_utf8(std::string_view bytes);

}  // namespace salname
