#include "reading/provisions.h"

#include <algorithm>

namespace salname {

namespace {

constexpr std::uint32_t code_reach = 12;  // tokens between an article and the law it is of

struct Law {
    std::uint32_t entry = no_index;
    TokenRange tokens;
};

class ProvisionFinder {
public:
    explicit ProvisionFinder(MentionClaims& claims)
        : claims_(claims), report_(claims.report()), packs_(claims.packs()) {}

    void find() {
        for (Sentence const& sentence : report_.sentences) {
            limit_ = sentence.tokens.last;
            start_ = sentence.tokens.first;
            bool marker = false;
            for (std::uint32_t t = start_; t < limit_ && !marker; ++t)
                marker = claims_.has(t, WordClass::article_marker) || report_.tokens[t].mark == '\0';
            if (marker) find_in_sentence();
        }
    }

private:
    [[nodiscard]] Token const& token(std::uint32_t t) const { return report_.tokens[t]; }
    [[nodiscard]] bool is_number(std::uint32_t t) const { return t < limit_ && token(t).kind == PieceKind::number; }

    void find_in_sentence() {
        for (std::uint32_t t = start_; t < limit_; ++t) {
            bool const marker = claims_.has(t, WordClass::article_marker);
            bool const sign =
                token(t).kind == PieceKind::mark && token(t).mark == 0 && token(t).span().of(report_.text) == "\u00A7";
            if (!marker && !sign) continue;
            std::uint32_t next = t + 1;
            while (next < limit_ && (token(next).mark == '.' || token(next).mark == 0) &&
                   token(next).kind == PieceKind::mark)
                ++next;
            if (!is_number(next)) continue;
            t = read_list(t, next) - 1;
        }
    }

    // "510 (petty hooliganism) and 535.1": numbers one after another; gives the token after the last.
    std::uint32_t read_list(std::uint32_t marker, std::uint32_t at) {
        std::vector<Mention> found;
        std::uint32_t first = marker;
        while (is_number(at) && claims_.free(at)) {
            ProvisionCited provision;
            std::uint32_t const end = read_article(at, provision.article);
            std::uint32_t const with_part = read_part(end, provision.article);
            TokenRange const range{first, with_part};
            if (!claims_.free({at, with_part})) break;
            provision.span = report_.span_of({at, with_part});
            provision.as_written = report_.span_of({at, end}).of(report_.text);
            Mention mention;
            mention.tokens = range;
            mention.kind = MentionKind::provision;
            mention.value = static_cast<std::uint32_t>(claims_.mentions().provisions.size());
            mention.rule = "provision";
            claims_.mentions().provisions.push_back(std::move(provision));
            found.push_back(mention);
            at = next_in_list(with_part);
            if (at == 0) {
                at = with_part;
                break;
            }
            first = at;
        }
        Law const law = found.empty() ? Law{} : law_near(marker, found.back().tokens.last);
        for (Mention const& mention : found) {
            ProvisionCited& provision = claims_.mentions().provisions[mention.value];
            if (law.entry != no_index) provision.code = packs_.string(packs_.entries[law.entry].name);
            if (claims_.free(mention.tokens)) claims_.claim(mention);
        }
        return std::max(at, marker + 1);
    }

    // Digits with their points, hyphens and letters in brackets: "388-1.1", "52(a)", "205.2".
    std::uint32_t read_article(std::uint32_t at, std::string& article) const {
        article = token(at).span().of(report_.text);
        std::uint32_t t = at + 1;
        while (t < limit_) {
            char const mark = token(t).mark;
            bool const dash = mark == '-' && token(t).glued() && is_number(t + 1) && token(t + 1).glued();
            bool const bracket = mark == '(' && token(t).glued() && t + 2 < limit_ && token(t + 2).mark == ')' &&
                                 token(t + 1).end - token(t + 1).begin <= 3;
            if (dash) {
                article += '-';
                article += token(t + 1).span().of(report_.text);
                t += 2;
            } else if (bracket) {
                article += '(';
                article += token(t + 1).span().of(report_.text);
                article += ')';
                t += 3;
            } else {
                break;
            }
        }
        return t;
    }

    // ", part 2": the part follows the article after a point.
    std::uint32_t read_part(std::uint32_t at, std::string& article) const {
        std::uint32_t t = at;
        if (t < limit_ && token(t).mark == ',') ++t;
        if (t >= limit_ || !claims_.has(t, WordClass::part_marker) || !is_number(t + 1)) return at;
        article += '.';
        article += token(t + 1).span().of(report_.text);
        return t + 2;
    }

    // Token of the next number of the list, 0 when the list ends.
    [[nodiscard]] std::uint32_t next_in_list(std::uint32_t at) const {
        std::uint32_t t = at;
        if (t < limit_ && token(t).mark == '(') {
            std::uint32_t close = t;
            while (close < limit_ && close - t < 14 && token(close).mark != ')') ++close;
            if (close < limit_ && token(close).mark == ')') t = close + 1;
        }
        bool joined = false;
        while (t < limit_ && (token(t).mark == ',' || claims_.has(t, WordClass::conjunction) ||
                              claims_.has(t, WordClass::article_marker))) {
            joined = true;
            ++t;
        }
        return joined && is_number(t) ? t : 0;
    }

    // The law that is named nearest, after the articles or before them.
    [[nodiscard]] Law law_near(std::uint32_t before, std::uint32_t after) const {
        for (std::uint32_t t = after; t < std::min(limit_, after + code_reach); ++t)
            if (Law const law = law_at(t); law.entry != no_index) return law;
        for (std::uint32_t t = before; t > start_ && before - t < code_reach; --t)
            if (Law const law = law_at(t - 1); law.entry != no_index) return law;
        return {};
    }

    [[nodiscard]] Law law_at(std::uint32_t t) const {
        Law best;
        if (packs_.words[token(t).word].starts_phrase == 0) return best;
        std::uint32_t node = 0;
        for (std::uint32_t i = t; i < limit_; ++i) {
            node = packs_.next_node(node, token(i).word);
            if (node == 0) break;
            PhraseNode const& found = packs_.phrase_nodes[node];
            for (std::uint32_t e = 0; e < found.entry_count; ++e) {
                std::uint32_t const entry = packs_.phrase_entries[found.first_entry + e];
                if (packs_.entries[entry].kind == static_cast<std::uint32_t>(EntryKind::code))
                    best = {entry, {t, i + 1}};
            }
        }
        return best;
    }

    MentionClaims& claims_;
    TokenizedReport const& report_;
    Vocabulary const& packs_;
    std::uint32_t start_ = 0;
    std::uint32_t limit_ = 0;
};

}  // namespace

void find_provisions(MentionClaims& claims) {
    ProvisionFinder(claims).find();
}

}  // namespace salname
