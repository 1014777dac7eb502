#include "reading/entries.h"

#include <algorithm>
#include <array>

namespace salname {

namespace {

constexpr std::uint32_t longest_institution = 9;  // tokens of "Specialised Inter-district Administrative Court of …"

std::optional<MentionKind> mention_kind(std::uint32_t entry_kind) {
    switch (static_cast<EntryKind>(entry_kind)) {
        case EntryKind::outlet: return MentionKind::outlet;
        case EntryKind::organisation: return MentionKind::organisation;
        case EntryKind::court: return MentionKind::court;
        case EntryKind::place: return MentionKind::place;
        case EntryKind::platform: return MentionKind::platform;
        case EntryKind::country: return MentionKind::country;
        case EntryKind::head_of_state: return MentionKind::head_of_state;
        case EntryKind::kind_of_term: return MentionKind::term;
        case EntryKind::charge: return MentionKind::charge;
        default: return std::nullopt;
    }
}

bool is_phrase_of_common_words(MentionKind kind) {
    return kind == MentionKind::term || kind == MentionKind::charge;
}

class EntryFinder {
public:
    explicit EntryFinder(MentionClaims& claims) : claims_(claims), report_(claims.report()), packs_(claims.packs()) {}

    void find() {
        for (Sentence const& sentence : report_.sentences) {
            start_ = sentence.tokens.first;
            limit_ = sentence.tokens.last;
            for (std::uint32_t t = start_; t < limit_;) t = at(t);
        }
    }

private:
    struct Found {
        std::uint32_t last = 0;
        std::uint32_t entry = no_index;
        MentionKind kind = MentionKind::place;
    };

    std::uint32_t at(std::uint32_t t) {
        if (!claims_.free(t)) return t + 1;
        Token const& token = report_.tokens[t];
        Found listed;
        if (packs_.words[token.word].starts_phrase != 0) listed = longest_entry(t);
        if (token.capital()) {
            Found const shaped = institution(t);
            if (shaped.last > listed.last) listed = shaped;
        } else if (listed.last == 0 && claims_.has(t, WordClass::prison_noun)) {
            listed = numbered_prison(t);
        }
        if (listed.last == 0 || !claims_.free({t, listed.last})) return t + 1;
        Mention mention;
        mention.tokens = {t, listed.last};
        mention.kind = listed.kind;
        mention.entry = listed.entry;
        mention.rule =
            listed.entry == no_index ? std::string_view("institution") : packs_.string(packs_.entries[listed.entry].id);
        claims_.claim(mention);
        return listed.last;
    }

    [[nodiscard]] Found longest_entry(std::uint32_t t) const {
        Found best;
        std::uint32_t node = 0;
        for (std::uint32_t i = t; i < limit_; ++i) {
            node = packs_.next_node(node, report_.tokens[i].word);
            if (node == 0) break;
            PhraseNode const& found = packs_.phrase_nodes[node];
            for (std::uint32_t e = 0; e < found.entry_count; ++e) {
                std::uint32_t const index = packs_.phrase_entries[found.first_entry + e];
                auto const kind = mention_kind(packs_.entries[index].kind);
                if (!kind || !fits(*kind, t, i + 1)) continue;
                if (i + 1 > best.last) best = {i + 1, index, *kind};
            }
        }
        return best;
    }

    // Names are written with capitals; a single common word at the start of a sentence is no name.
    [[nodiscard]] bool fits(MentionKind kind, std::uint32_t first, std::uint32_t last) const {
        if (is_phrase_of_common_words(kind)) return true;
        if (!report_.tokens[first].capital() && report_.tokens[first].kind != PieceKind::number) return false;
        if (last - first > 1)
            return report_.tokens[last - 1].capital() || report_.tokens[last - 1].kind != PieceKind::word ||
                   !claims_.has(last - 1, WordClass::preposition);
        Word const& word = packs_.words[report_.tokens[first].word];
        bool const common = word.forms != 0 || word.classes.has(WordClass::role) ||
                            word.classes.has(WordClass::institution_noun) || word.classes.has(WordClass::given_male) ||
                            word.classes.has(WordClass::given_female);
        if (!common) return true;
        return first != start_ && !next_is_name(first + 1) && kind != MentionKind::place;
    }

    [[nodiscard]] bool next_is_name(std::uint32_t t) const {
        return t < limit_ && report_.tokens[t].capital() && report_.tokens[t].kind == PieceKind::word &&
               !claims_.has(t, WordClass::institution_noun);
    }

    // "Khatai District Court", "Ministry of the Interior", "Baku State University", "Obo prison".
    [[nodiscard]] Found institution(std::uint32_t t) const {
        Found best;
        if (claims_.has(t, WordClass::not_a_name) && !noun_starts(t) &&
            claims_.packs().words[report_.tokens[t].word].forms == 0 &&
            (claims_.has(t, WordClass::determiner) || claims_.has(t, WordClass::preposition) ||
             claims_.has(t, WordClass::contrast)))
            return best;
        // "On 11 October police …" is a date and police.
        if (t > 0 && claims_.has(t, WordClass::month) && report_.tokens[t - 1].kind == PieceKind::number) return best;
        bool any_capital = false;
        std::uint32_t joins = 0;
        for (std::uint32_t i = t; i < std::min(limit_, t + longest_institution); ++i) {
            Token const& token = report_.tokens[i];
            if (!claims_.free(i)) break;
            auto const kind = noun_kind(i);
            if (kind && (any_capital || (token.capital() && i > t))) best = {i + 1, no_index, *kind};
            if (kind && i == t && token.capital()) best = {};
            bool const clitic = claims_.has(i, WordClass::clitic);
            bool const join =
                claims_.has(i, WordClass::genitive_marker) ||
                (i > t && claims_.has(i, WordClass::determiner) && claims_.has(i - 1, WordClass::genitive_marker));
            if (token.kind == PieceKind::word && token.capital()) {
                any_capital = true;
                joins = 0;
                if (i > t && kind_before(t, i)) best = {i + 1, no_index, *kind_before(t, i)};
                continue;
            }
            if (kind) {
                any_capital = true;
                continue;
            }
            bool const inner = clitic || join || (token.mark == '-' && token.glued()) ||
                               (claims_.has(i, WordClass::conjunction) && i + 1 < limit_ &&
                                report_.tokens[i + 1].capital() && best.last == i && noun_starts(t));
            if (!inner || ++joins > 3) break;
        }
        return best;
    }

    // "Ministry of Internal Affairs": the noun stands first, capitals follow its "of".
    [[nodiscard]] std::optional<MentionKind> kind_before(std::uint32_t t, std::uint32_t i) const {
        if (!noun_starts(t)) return std::nullopt;
        for (std::uint32_t k = t; k < i; ++k)
            if (claims_.has(k, WordClass::genitive_marker))
                return noun_kind(t) ? noun_kind(t) : std::optional<MentionKind>(MentionKind::organisation);
        return std::nullopt;
    }

    [[nodiscard]] bool noun_starts(std::uint32_t t) const { return noun_kind(t).has_value(); }

    [[nodiscard]] std::optional<MentionKind> noun_kind(std::uint32_t t) const {
        ClassSet const& c = packs_.words[report_.tokens[t].word].classes;
        if (c.has(WordClass::court_noun)) return MentionKind::court;
        if (c.has(WordClass::prison_noun)) return MentionKind::place;
        if (c.has(WordClass::institution_noun)) return MentionKind::organisation;
        if (c.has(WordClass::police_noun)) return MentionKind::organisation;
        if (c.has(WordClass::outlet_noun) && report_.tokens[t].capital()) return MentionKind::outlet;
        if (c.has(WordClass::place_noun)) return MentionKind::place;
        return std::nullopt;
    }

    // "prison no. 14", "colony No 5", "SIZO-1"
    [[nodiscard]] Found numbered_prison(std::uint32_t t) const {
        std::uint32_t at = t + 1;
        if (at < limit_ && report_.tokens[at].mark == '-') ++at;
        if (at < limit_ && claims_.has(at, WordClass::case_noun)) ++at;
        if (at < limit_ && report_.tokens[at].mark == '.') ++at;
        if (at == t + 1 || at >= limit_ || report_.tokens[at].kind != PieceKind::number) return {};
        return {at + 1, no_index, MentionKind::place};
    }

    MentionClaims& claims_;
    TokenizedReport const& report_;
    Vocabulary const& packs_;
    std::uint32_t start_ = 0;
    std::uint32_t limit_ = 0;
};

}  // namespace

void find_entries(MentionClaims& claims) {
    EntryFinder(claims).find();
}

}  // namespace salname
