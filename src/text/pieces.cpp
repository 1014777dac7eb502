#include "text/pieces.h"

#include <array>

#include "text/fold.h"
#include "text/utf8.h"

namespace salname {

namespace {

enum ByteClass : std::uint8_t { mark, space, lower, upper, digit, beyond };

constexpr auto byte_classes = [] {
    std::array<ByteClass, 256> table{};
    for (std::size_t i = 0; i < 256; ++i) {
        if (i >= 0x80)
            table[i] = beyond;
        else if (i == ' ' || (i >= 9 && i <= 13))
            table[i] = space;
        else if (i >= 'a' && i <= 'z')
            table[i] = lower;
        else if (i >= 'A' && i <= 'Z')
            table[i] = upper;
        else if (i >= '0' && i <= '9')
            table[i] = digit;
    }
    return table;
}();

struct Cursor {
    std::string_view text;
    std::uint32_t at;
    std::uint32_t end;

    [[nodiscard]] bool done() const { return at >= end; }
    [[nodiscard]] unsigned char byte() const { return static_cast<unsigned char>(text[at]); }
    [[nodiscard]] unsigned char byte_at(std::uint32_t i) const {
        return i < end ? static_cast<unsigned char>(text[i]) : 0;
    }
};

bool is_space_point(char32_t p) {
    return p == 0xA0 || p == 0x202F || p == 0x3000 || p == 0xFEFF || (p >= 0x2000 && p <= 0x200A) ||
           (p >= 0x2028 && p <= 0x2029) || p == 0x200B;
}

bool is_mark_of_letter(char32_t p) {
    return (p >= 0x300 && p < 0x370) || p == 0xAD || p == 0x200C || p == 0x200D;
}

bool is_apostrophe_at(Cursor const& c, std::uint32_t i, std::uint32_t& size) {
    unsigned char const b = c.byte_at(i);
    if (b == '\'') {
        size = 1;
        return true;
    }
    if (b == 0xE2 && c.byte_at(i + 1) == 0x80 && (c.byte_at(i + 2) == 0x99 || c.byte_at(i + 2) == 0x98)) {
        size = 3;
        return true;
    }
    if (b == 0xCA && c.byte_at(i + 1) == 0xBC) {
        size = 2;
        return true;
    }
    return false;
}

// A letter at i? Gives its size and case.
bool letter_at(Cursor const& c, std::uint32_t i, std::uint32_t& size, bool& is_capital) {
    if (i >= c.end) return false;
    switch (byte_classes[c.byte_at(i)]) {
        case lower:
            size = 1;
            is_capital = false;
            return true;
        case upper:
            size = 1;
            is_capital = true;
            return true;
        case beyond: {
            Decoded const d = decode_utf8(c.text, i);
            if (!is_letter(d.point) && !is_mark_of_letter(d.point)) return false;
            size = d.size;
            is_capital = is_upper(d.point);
            return true;
        }
        default: return false;
    }
}

// "K.M." or "A.": capitals each followed by a point. Gives the end, or `at` when it is none.
std::uint32_t initials_end(Cursor const& c) {
    std::uint32_t i = c.at;
    std::uint32_t size = 0;
    bool capital = false;
    while (letter_at(c, i, size, capital) && capital && c.byte_at(i + size) == '.') i += size + 1;
    if (i == c.at) return c.at;
    // "A.Mammadov" keeps the surname apart; "U.S" without a last point is left to the word rule.
    return i;
}

Piece scan_word(Cursor& c, std::uint8_t flags) {
    Span span{c.at, c.at};
    std::uint32_t const initials = initials_end(c);
    if (initials != c.at) {
        span.end = c.at = initials;
        return {span, PieceKind::word,
                static_cast<std::uint8_t>(flags | piece_upper_first | piece_all_upper | piece_initials)};
    }
    bool first = true;
    bool any_lower = false;
    bool any_upper = false;
    while (!c.done()) {
        std::uint32_t size = 0;
        bool capital = false;
        ByteClass const cls = byte_classes[c.byte()];
        if (cls == digit) {
            ++c.at;
            continue;
        }
        if (letter_at(c, c.at, size, capital)) {
            if (size > 1) flags |= piece_not_ascii;
            if (first && capital) flags |= piece_upper_first;
            (capital ? any_upper : any_lower) = true;
            first = false;
            c.at += size;
            continue;
        }
        if (is_apostrophe_at(c, c.at, size)) {
            std::uint32_t next_size = 0;
            if (!letter_at(c, c.at + size, next_size, capital)) break;
            flags |= piece_apostrophe;
            if (size > 1) flags |= piece_not_ascii;
            c.at += size;
            continue;
        }
        break;
    }
    if (any_upper && !any_lower) flags |= piece_all_upper;
    span.end = c.at;
    return {span, PieceKind::word, flags};
}

Piece scan_number(Cursor& c, std::uint8_t flags) {
    Span span{c.at, c.at};
    while (!c.done()) {
        unsigned char const b = c.byte();
        if (byte_classes[b] == digit) {
            ++c.at;
        } else if ((b == '.' || b == ',') && byte_classes[c.byte_at(c.at + 1)] == digit) {
            ++c.at;
        } else {
            break;
        }
    }
    std::uint32_t size = 0;
    bool capital = false;
    while (letter_at(c, c.at, size, capital)) {
        if (size > 1) flags |= piece_not_ascii;
        c.at += size;
    }
    span.end = c.at;
    return {span, PieceKind::number, flags};
}

}  // namespace

Piece next_piece(std::string_view text, std::uint32_t at, std::uint32_t end) {
    Cursor c{text, at, end};
    std::uint8_t flags = at == 0 ? piece_space_before | piece_line_start : 0;
    while (!c.done()) {
        unsigned char const b = c.byte();
        switch (byte_classes[b]) {
            case space:
                flags |= piece_space_before;
                if (b == '\n') flags |= piece_line_start;
                ++c.at;
                continue;
            case lower:
            case upper: return scan_word(c, flags);
            case digit: return scan_number(c, flags);
            case mark: return {{c.at, c.at + 1}, PieceKind::mark, flags};
            case beyond: break;
        }
        Decoded const d = decode_utf8(text, c.at);
        if (is_space_point(d.point)) {
            flags |= piece_space_before;
            c.at += d.size;
            continue;
        }
        if (is_letter(d.point)) return scan_word(c, flags);
        return {{c.at, c.at + d.size}, PieceKind::mark, static_cast<std::uint8_t>(flags | piece_not_ascii)};
    }
    return {{end, end}, PieceKind::mark, flags};
}

}  // namespace salname
