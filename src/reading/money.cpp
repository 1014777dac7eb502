#include "reading/money.h"

#include "reading/numbers.h"

namespace salname {

namespace {

class MoneyFinder {
public:
    MoneyFinder(MentionClaims& claims, std::string_view country)
        : claims_(claims), report_(claims.report()), packs_(claims.packs()) {
        for (Entry const& entry : packs_.entries)
            if (entry.kind == static_cast<std::uint32_t>(EntryKind::currency) && entry.value == 1 &&
                country.size() == 2 &&
                entry.country ==
                    (static_cast<std::uint32_t>(country[0]) << 8U | static_cast<std::uint32_t>(country[1])))
                own_ = packs_.string(entry.detail);
    }

    void find() {
        for (Sentence const& sentence : report_.sentences) {
            limit_ = sentence.tokens.last;
            for (std::uint32_t t = sentence.tokens.first; t < limit_;) t = at(t);
        }
    }

private:
    struct Unit {
        std::string_view code;
        std::uint32_t last = 0;
        std::uint32_t entry = no_index;
    };

    // The currency whose name or sign begins at `t`.
    [[nodiscard]] Unit unit_at(std::uint32_t t) const {
        Unit unit;
        if (t >= limit_ || packs_.words[report_.tokens[t].word].starts_phrase == 0) return unit;
        std::uint32_t node = 0;
        for (std::uint32_t i = t; i < limit_ && i < t + 4; ++i) {
            node = packs_.next_node(node, report_.tokens[i].word);
            if (node == 0) break;
            PhraseNode const& found = packs_.phrase_nodes[node];
            bool any = false;
            for (std::uint32_t e = 0; e < found.entry_count; ++e) {
                std::uint32_t const index = packs_.phrase_entries[found.first_entry + e];
                Entry const& entry = packs_.entries[index];
                if (entry.kind != static_cast<std::uint32_t>(EntryKind::currency)) continue;
                std::string_view const code = packs_.string(entry.detail);
                if (!any || code == own_) unit = {code, i + 1, index};
                any = true;
            }
        }
        return unit;
    }

    std::uint32_t at(std::uint32_t t) {
        Token const& token = report_.tokens[t];
        bool const number = token.kind == PieceKind::number || claims_.has(t, WordClass::number) ||
                            claims_.has(t, WordClass::multiplier);
        if (number && claims_.free(t)) {
            auto const amount = number_at(claims_, t, limit_);
            if (!amount || amount->bare_article) return t + 1;
            std::uint32_t unit_token = amount->last;
            if (unit_token < limit_ && report_.tokens[unit_token].mark == '-') ++unit_token;
            Unit unit = unit_at(unit_token);
            if (unit.last == 0) {
                // "500 to 1000 manats": the unit that follows is of both.
                unit = unit_of_range(t, amount->last);
                if (unit.last == 0) return t + 1;
                return claim({t, amount->last}, *amount, unit);
            }
            return claim({t, unit.last}, *amount, unit);
        }
        Unit const unit = unit_at(t);
        if (unit.last == 0 || unit.last >= limit_ || report_.tokens[unit.last].kind != PieceKind::number) return t + 1;
        auto const amount = number_at(claims_, unit.last, limit_);
        if (!amount) return t + 1;
        return claim({t, amount->last}, *amount, unit);
    }

    // Of "to 1000 manats" at `t` after the number at `first`; `last` is 0 when nothing of the kind stands there.
    [[nodiscard]] Unit unit_of_range(std::uint32_t first, std::uint32_t t) const {
        if (t + 1 >= limit_) return {};
        bool const between = first > 0 && claims_.has(first - 1, WordClass::between);
        bool const goes_on = report_.tokens[t].mark == '-' || claims_.has(t, WordClass::infinitive_marker) ||
                             claims_.has(t, WordClass::until) || (between && claims_.has(t, WordClass::conjunction));
        if (!goes_on || report_.tokens[t + 1].kind != PieceKind::number) return {};
        auto const end = number_at(claims_, t + 1, limit_);
        return end && !end->bare_article ? unit_at(end->last) : Unit{};
    }

    std::uint32_t claim(TokenRange range, NumberAt const& amount, Unit const& unit) {
        if (!claims_.free(range)) return range.first + 1;
        Mention mention;
        mention.tokens = range;
        mention.kind = MentionKind::money;
        mention.value = static_cast<std::uint32_t>(claims_.mentions().money.size());
        mention.entry = unit.entry;
        mention.rule = "money";
        claims_.mentions().money.push_back({amount.hundredths, std::string(unit.code)});
        claims_.claim(mention);
        return range.last;
    }

    MentionClaims& claims_;
    TokenizedReport const& report_;
    Vocabulary const& packs_;
    std::string_view own_;
    std::uint32_t limit_ = 0;
};

}  // namespace

void find_money(MentionClaims& claims, std::string_view country) {
    MoneyFinder(claims, country).find();
}

}  // namespace salname
