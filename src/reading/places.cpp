#include "reading/places.h"

#include <algorithm>

namespace salname {

namespace {

constexpr std::uint32_t longest_place = 4;  // tokens

class PlaceFinder {
public:
    explicit PlaceFinder(MentionClaims& claims) : claims_(claims), report_(claims.report()) {}

    void find() {
        for (Sentence const& sentence : report_.sentences) {
            for (std::uint32_t t = sentence.tokens.first + 1; t < sentence.tokens.last; ++t)
                if (capital(t) && claims_.has(t - 1, WordClass::place_marker)) t = claim(t, sentence.tokens.last);
        }
        for (Block const& block : report_.blocks) dateline(block);
    }

private:
    [[nodiscard]] bool capital(std::uint32_t t) const {
        Token const& token = report_.tokens[t];
        if (token.kind != PieceKind::word || !token.capital() || !claims_.free(t)) return false;
        ClassSet const& c = claims_.packs().words[token.word].classes;
        return !c.has(WordClass::not_a_name) && !c.has(WordClass::month) && !c.has(WordClass::weekday) &&
               !c.has(WordClass::demonym) && !c.has(WordClass::title) && !c.has(WordClass::role) &&
               !c.has(WordClass::law_noun) && !c.has(WordClass::article_marker);
    }

    std::uint32_t claim(std::uint32_t first, std::uint32_t limit) {
        std::uint32_t last = first + 1;
        while (last < limit && last - first < longest_place) {
            bool const hyphen = report_.tokens[last].mark == '-' && report_.tokens[last].glued() && last + 1 < limit;
            if (hyphen && capital(last + 1))
                last += 2;
            else if (capital(last))
                ++last;
            else
                break;
        }
        // "in Karimov's view" is no place
        if (last < limit && claims_.has(last, WordClass::clitic)) return last;
        Mention mention;
        mention.tokens = {first, last};
        mention.kind = MentionKind::place;
        mention.rule = "place.after-marker";
        claims_.claim(mention);
        return last - 1;
    }

    // "Lida. An accountant …", "BAKU, 14.02.2023 …": a capitalised word that opens a block and is closed at once.
    void dateline(Block const& block) {
        if (block.kind == BlockKind::title || block.tokens.size() < 4) return;
        std::uint32_t first = block.tokens.first;
        while (first < block.tokens.last && report_.tokens[first].kind == PieceKind::mark) ++first;
        if (first + 1 >= block.tokens.last || !capital(first) || report_.tokens[first].word != 0) return;
        char const after = report_.tokens[first + 1].mark;
        if (after == '.' || after == ':' || (after == '-' && !report_.tokens[first + 1].glued()))
            claim(first, first + 1);
    }

    MentionClaims& claims_;
    TokenizedReport const& report_;
};

}  // namespace

void find_places(MentionClaims& claims) {
    PlaceFinder(claims).find();
}

}  // namespace salname
