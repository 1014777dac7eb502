#include "text/utf8.h"

#include <cstring>

namespace salname {

namespace {

// Size of the sequence that starts with this lead byte, 0 when it can't lead.
std::uint32_t sequence_size(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0;
    if (lead < 0xE0) return 2;
    if (lead < 0xF0) return 3;
    if (lead < 0xF5) return 4;
    return 0;
}

bool is_continuation(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

// Checks one multi-byte sequence at `at`; gives its size or 0.
std::uint32_t checked_size(std::string_view bytes, std::size_t at) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    std::uint32_t const size = sequence_size(byte(at));
    if (size == 0 || at + size > bytes.size()) return 0;
    for (std::uint32_t i = 1; i < size; ++i)
        if (!is_continuation(byte(at + i))) return 0;
    if (size == 3) {
        if (byte(at) == 0xE0 && byte(at + 1) < 0xA0) return 0;   // overlong
        if (byte(at) == 0xED && byte(at + 1) >= 0xA0) return 0;  // surrogate
    }
    if (size == 4) {
        if (byte(at) == 0xF0 && byte(at + 1) < 0x90) return 0;
        if (byte(at) == 0xF4 && byte(at + 1) >= 0x90) return 0;
    }
    return size;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        // Eight ASCII bytes at a time: none above 0x7F and none zero.
        if (at + 8 <= bytes.size()) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + at, 8);
            std::uint64_t const high = 0x8080808080808080ULL;
            std::uint64_t const zero = (word - 0x0101010101010101ULL) & ~word & high;
            if (((word & high) | zero) == 0) {
                at += 8;
                continue;
            }
        }
        auto const lead = static_cast<unsigned char>(bytes[at]);
        if (lead == 0) return at;
        if (lead < 0x80) {
            ++at;
            continue;
        }
        std::uint32_t const size = checked_size(bytes, at);
        if (size == 0) return at;
        at += size;
    }
    return std::nullopt;
}

Decoded decode_utf8(std::string_view bytes, std::size_t at) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    unsigned char const lead = byte(at);
    if (lead < 0x80) return {lead, 1};
    std::uint32_t const size = checked_size(bytes, at);
    if (size == 0) return {0xFFFD, 1};
    char32_t point = size == 2 ? lead & 0x1FU : size == 3 ? lead & 0x0FU : lead & 0x07U;
    for (std::uint32_t i = 1; i < size; ++i) point = (point << 6U) | (byte(at + i) & 0x3FU);
    return {point, size};
}

std::size_t previous_utf8(std::string_view bytes, std::size_t at) {
    std::size_t start = at - 1;
    while (start > 0 && at - start < 4 && is_continuation(static_cast<unsigned char>(bytes[start]))) --start;
    return start;
}

void append_utf8(std::string& text, char32_t point) {
    auto const put = [&](char32_t value) { text.push_back(static_cast<char>(value)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0U | (point >> 6U));
        put(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        put(0xE0U | (point >> 12U));
        put(0x80U | ((point >> 6U) & 0x3FU));
        put(0x80U | (point & 0x3FU));
    } else {
        put(0xF0U | (point >> 18U));
        put(0x80U | ((point >> 12U) & 0x3FU));
        put(0x80U | ((point >> 6U) & 0x3FU));
        put(0x80U | (point & 0x3FU));
    }
}

std::size_t length_utf8(std::string_view bytes) {
    std::size_t count = 0;
    for (char const c : bytes) count += !is_continuation(static_cast<unsigned char>(c));
    return count;
}

}  // namespace salname
