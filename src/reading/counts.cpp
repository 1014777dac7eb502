#include "reading/counts.h"

#include <algorithm>

#include "reading/numbers.h"

namespace salname {

namespace {

constexpr std::uint32_t adjectives_between = 4;  // "three young opposition party activists"
constexpr std::int64_t largest_headcount = 2'000'000;

bool is_unit(MentionClaims const& claims, std::uint32_t t, std::int32_t unit) {
    return claims.packs().value_of(claims.report().tokens[t].word, WordClass::unit) == unit;
}

// "35-year-old", "35 years old", "aged 35": gives the token after, `t` when it is none.
std::uint32_t age_end(MentionClaims const& claims, std::uint32_t t, std::uint32_t limit) {
    auto const& tokens = claims.report().tokens;
    std::uint32_t at = t;
    if (claims.has(at, WordClass::age_marker) && at + 1 < limit && tokens[at + 1].kind == PieceKind::number)
        return at + 2;
    auto const number = number_at(claims, at, limit);
    if (!number || number->bare_article || number->whole() > 120) return t;
    at = number->last;
    if (at < limit && tokens[at].mark == '-') ++at;
    if (at >= limit || !is_unit(claims, at, 365)) return t;
    ++at;
    if (at < limit && tokens[at].mark == '-') ++at;
    return at < limit && claims.has(at, WordClass::age_marker) ? at + 1 : t;
}

}  // namespace

void find_ages(MentionClaims& claims) {
    TokenizedReport const& report = claims.report();
    for (Sentence const& sentence : report.sentences) {
        for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
            bool const possible = report.tokens[t].kind == PieceKind::number || claims.has(t, WordClass::age_marker) ||
                                  claims.has(t, WordClass::number);
            if (!possible || !claims.free(t)) continue;
            std::uint32_t const last = age_end(claims, t, sentence.tokens.last);
            if (last == t || !claims.free({t, last})) continue;
            Mention mention;
            mention.tokens = {t, last};
            mention.kind = MentionKind::age;
            mention.rule = "age";
            claims.claim(mention);
            t = last - 1;
        }
    }
}

namespace {

// "warned seven people, fined five and sentenced three": a bare number after a verb, once a group was counted.
void find_elliptic(MentionClaims& claims) {
    TokenizedReport const& report = claims.report();
    std::vector<std::uint8_t> counted(report.sentences.size(), 0);
    for (Mention const& mention : claims.mentions().all)
        if (mention.kind == MentionKind::count) counted[report.sentence_of[mention.tokens.first]] = 1;
    for (std::uint32_t s = 0; s < report.sentences.size(); ++s) {
        if (counted[s] == 0) continue;
        TokenRange const range = report.sentences[s].tokens;
        for (std::uint32_t t = range.first + 1; t + 1 < range.last; ++t) {
            if (!claims.has(t, WordClass::number) && report.tokens[t].kind != PieceKind::number) continue;
            bool const after_verb = (claims.packs().words[report.tokens[t - 1].word].forms & form_verbal) != 0;
            auto const number = number_at(claims, t, range.last);
            if (!after_verb || !number || number->bare_article || number->whole() < 1 || number->whole() > 100000)
                continue;
            std::uint32_t const next = number->last;
            bool const ends = next >= range.last || report.tokens[next].kind == PieceKind::mark ||
                              claims.has(next, WordClass::conjunction) ||
                              claims.has(next, WordClass::infinitive_marker);
            if (!ends || !claims.free({t, next})) continue;
            Mention mention;
            mention.tokens = {t, next};
            mention.kind = MentionKind::count;
            mention.value = static_cast<std::uint32_t>(number->whole());
            mention.rule = "count.elliptic";
            claims.claim(mention);
        }
    }
}

}  // namespace

void find_counts(MentionClaims& claims) {
    TokenizedReport const& report = claims.report();
    auto const is_group = [&](std::uint32_t t) {
        return claims.has(t, WordClass::group_plural) || claims.has(t, WordClass::group) ||
               claims.has(t, WordClass::role) || claims.has(t, WordClass::closing) ||
               claims.has(t, WordClass::post_noun);
    };
    for (Sentence const& sentence : report.sentences) {
        for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
            bool const possible = report.tokens[t].kind == PieceKind::number || claims.has(t, WordClass::number) ||
                                  claims.has(t, WordClass::multiplier);
            if (!possible || !claims.free(t)) continue;
            auto const number = number_at(claims, t, sentence.tokens.last);
            if (!number || number->bare_article || number->hundredths % 100 != 0 || number->whole() < 1 ||
                number->whole() > largest_headcount)
                continue;
            std::uint32_t at = number->last;
            std::uint32_t const limit = std::min(sentence.tokens.last, at + adjectives_between + 1);
            while (at < limit && !is_group(at) && claims.free(at) && report.tokens[at].kind == PieceKind::word &&
                   !claims.has(at, WordClass::preposition) && !claims.has(at, WordClass::be) &&
                   !claims.has(at, WordClass::have) && !claims.has(at, WordClass::conjunction) &&
                   !claims.has(at, WordClass::unit) && !report.tokens[at].capital())
                ++at;
            if (at >= limit || !is_group(at) || !claims.free({t, at + 1})) continue;
            Mention mention;
            mention.tokens = {t, at + 1};
            mention.kind = MentionKind::count;
            mention.value = static_cast<std::uint32_t>(number->whole());
            mention.rule = "count";
            claims.claim(mention);
            t = at;
        }
    }
    find_elliptic(claims);
}

}  // namespace salname
