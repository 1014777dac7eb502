// Tokens, sentences and blocks of one report: what every later stage works on.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/date.h"
#include "packs/vocabulary.h"
#include "text/pieces.h"
#include "text/span.h"

namespace salname {

struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    WordId word = 0;         // 0: no pack knows it
    std::uint32_t hash = 0;  // of the folded text, for features of unknown words
    PieceKind kind = PieceKind::mark;
    std::uint8_t flags = 0;  // PieceFlag
    std::uint8_t quote = 0;  // depth of quotation that it stands in
    char mark = 0;           // the ASCII mark it is (typographic ones folded), 0 for words and numbers

    [[nodiscard]] Span span() const { return {begin, end}; }
    [[nodiscard]] bool capital() const { return (flags & piece_upper_first) != 0; }
    [[nodiscard]] bool glued() const { return (flags & piece_space_before) == 0; }
};

enum class BlockKind : std::uint8_t { paragraph, title, heading, update_mark, correction, list_item, quote, dateline };

struct Block {
    Span span;
    BlockKind kind = BlockKind::paragraph;
    Date date;                // of the entry or update that the block belongs to; empty when none is given
    Span date_span;           // where that date is written
    std::int16_t year = 0;    // of the heading that the block stands under, when that is a year
    std::uint32_t entry = 0;  // number of the entry (update, dated item, …) within the report
    TokenRange tokens;
    TokenRange sentences;  // [first, last) sentence numbers
};

struct Sentence {
    TokenRange tokens;
    std::uint32_t block = 0;
};

struct TokenizedReport {
    std::string_view text;  // of the document; spans point into it
    std::vector<Block> blocks;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<std::uint32_t> sentence_of;  // token → sentence

    [[nodiscard]] std::string_view of(Token const& token) const { return token.span().of(text); }
    [[nodiscard]] Span span_of(TokenRange range) const {
        return range.empty() ? Span{} : Span{tokens[range.first].begin, tokens[range.last - 1].end};
    }
};

}  // namespace salname
