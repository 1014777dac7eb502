// Cuts text into words, numbers and marks: the smallest pieces that packs and the reader share.
//
// Letters with inner apostrophes are one word ("O'Brien"); hyphens and slashes stand alone; digits keep inner
// points and commas ("1,110", "388.1", "26.11.1991") and a letter suffix ("3rd", "505A"); initials keep their
// points ("K.M."). Everything else is one mark a code point.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/span.h"

namespace salname {

enum class PieceKind : std::uint8_t { word, number, mark };

enum PieceFlag : std::uint8_t {
    piece_upper_first = 1,   // begins with a capital
    piece_all_upper = 2,     // no small letter, at least one capital
    piece_space_before = 4,  // white space (or the start) stands before it
    piece_line_start = 8,    // a line break stands before it
    piece_initials = 16,     // "K.M.", "A."
    piece_not_ascii = 32,
    piece_apostrophe = 64,  // has an inner apostrophe
};

struct Piece {
    Span span;
    PieceKind kind = PieceKind::mark;
    std::uint8_t flags = 0;
};

// The piece at or after `at`; an empty span when only white space is left before `end`.
[[nodiscard]] Piece next_piece(std::string_view text, std::uint32_t at, std::uint32_t end);

}  // namespace salname
