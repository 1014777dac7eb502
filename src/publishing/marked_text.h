// The text of a report with its values marked where they stand, each linked to the card of its account.
//
// Spans may nest and overlap: the text is cut at every border, and each piece carries all its kinds as nested
// marks, the longest span outermost, so that their lines lie below each other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"
#include "publishing/messages.h"

namespace salname {

// Where in messages.h `slot` has its words; the last place for one that has none.
[[nodiscard]] std::size_t kind_of_slot(std::string_view slot, Messages const& words);

class MarkedText {
public:
    // `prefix` makes ids unique on the page ("r1-"). Text and reading must outlive this.
    MarkedText(std::string_view text, Reading const& reading, std::string_view prefix, Messages const& words);

    void append(std::string& out, Span passage) const;  // as HTML

    // The id that the words of a value have in the text: "r1-date-455".
    [[nodiscard]] std::string id_of(std::string_view slot, Span span) const;

private:
    struct Mark {
        Span span;
        std::uint32_t account = 0;  // number on the page, from 1; 0: of no account
        std::uint32_t person = 0;   // number, from 1, of the person named
        std::size_t kind = 0;
    };
    struct Piece;

    void append_piece(std::string& out, Piece const& piece) const;

    std::string_view text_;
    Reading const& reading_;
    std::string prefix_;
    Messages const& words_;
    std::vector<Mark> marks_;     // sorted by begin
    std::vector<Mark> evidence_;  // sorted by begin; `kind` unused
};

}  // namespace salname
