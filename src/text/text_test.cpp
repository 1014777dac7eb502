#include <gtest/gtest.h>

#include "text/fold.h"
#include "text/json.h"
#include "text/pieces.h"
#include "text/result.h"
#include "text/sha256.h"
#include "text/utf8.h"

namespace salname {
namespace {

TEST(Utf8, NamesTheFirstBadByte) {
    EXPECT_FALSE(first_invalid_utf8("Gəncə şəhəri — 24 aprel"));
    EXPECT_EQ(first_invalid_utf8(std::string_view("abc\0def", 7)), 3U);
    EXPECT_EQ(first_invalid_utf8("abcdefghij\xFFz"), 10U);
    EXPECT_EQ(first_invalid_utf8("\xC0\xAF"), 0U);        // overlong
    EXPECT_EQ(first_invalid_utf8("ok\xED\xA0\x80"), 2U);  // surrogate
    EXPECT_EQ(first_invalid_utf8("cut \xD0"), 4U);        // ends in the middle
}

TEST(Utf8, DecodesWhatItEncodes) {
    for (char32_t const point : {U'a', U'ə', U'Ҝ', U'中', U'\U0001F642'}) {
        std::string text;
        append_utf8(text, point);
        Decoded const decoded = decode_utf8(text, 0);
        EXPECT_EQ(decoded.point, point);
        EXPECT_EQ(decoded.size, text.size());
        EXPECT_EQ(previous_utf8(text, text.size()), 0U);
    }
}

TEST(Fold, PlainNeighboursOfLetters) {
    EXPECT_EQ(fold("Gəncə"), "ganca");
    EXPECT_EQ(fold("IŞIQ İlham ışıq"), "isiq ilham isiq");
    EXPECT_EQ(fold("Nguyễn Thị"), "nguyen thi");
    EXPECT_EQ(fold("Ёлкин ЙОД"), "елкин йод");
    EXPECT_EQ(fold("O\u2019Brien"), "o'brien");
    EXPECT_EQ(fold("Straße"), "strasse");
}

TEST(Fold, IsStable) {
    for (std::string_view const text : {"Ələkbərli", "Häftling", "КАЗАХСТАН", "naïve — “quoted”"})
        EXPECT_EQ(fold(fold(text)), fold(text));
}

std::vector<std::string> pieces_of(std::string_view text) {
    std::vector<std::string> pieces;
    auto const size = static_cast<std::uint32_t>(text.size());
    for (std::uint32_t at = 0; at < size;) {
        Piece const piece = next_piece(text, at, size);
        if (piece.span.empty()) break;
        pieces.emplace_back(piece.span.of(text));
        at = piece.span.end;
    }
    return pieces;
}

TEST(Pieces, WordsNumbersMarks) {
    using V = std::vector<std::string>;
    EXPECT_EQ(pieces_of("Art. 388-1.1, 1,110 rubles"), (V{"Art", ".", "388", "-", "1.1", ",", "1,110", "rubles"}));
    EXPECT_EQ(pieces_of("K.M. and A. Mammadov’s"), (V{"K.M.", "and", "A.", "Mammadov’s"}));
    EXPECT_EQ(pieces_of("34-year-old 3rd 505A"), (V{"34", "-", "year", "-", "old", "3rd", "505A"}));
    EXPECT_EQ(pieces_of("Cần Thơ (5 %)"), (V{"Cần", "Thơ", "(", "5", "%", ")"}));
}

TEST(Pieces, CoverEverythingButBlanks) {
    std::string const text = "“Söz” — 26.11.1991; №5\u00A0§ 12\tx\xE2\x80\xA6";
    std::size_t covered = 0;
    for (std::string const& piece : pieces_of(text)) covered += piece.size();
    EXPECT_EQ(covered, text.size() - 1 /* tab */ - 2 /* no-break space */ - 4 /* blanks */);
}

TEST(Json, EscapesAndOrders) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.field("a", std::string_view("q\"\\\n\x01"));
    json.key("b");
    json.begin_array();
    json.value(1);
    json.value(true);
    json.null();
    json.end_array();
    json.field_or_null("c", "");
    json.end_object();
    EXPECT_EQ(out, "{\"a\":\"q\\\"\\\\\\n\\u0001\",\"b\":[1,true,null],\"c\":null}");
}

TEST(Fault, NamesThePlace) {
    EXPECT_EQ((Fault{FaultKind::malformed, "month 13", {"a.toml", 14, 3, -1}}.message()), "a.toml:14:3: month 13");
    EXPECT_EQ((Fault{FaultKind::malformed, "not UTF-8", {"r.txt", 0, 0, 812}}.message()), "r.txt: byte 812: not UTF-8");
}

TEST(Sha256, KnownSums) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace salname
