#include "reading/dates.h"

#include <algorithm>

#include "reading/date_reader.h"

namespace salname {

namespace {

// "now", "former": no date, but a mention of time that later stages must not take for something else.
void claim_vague(MentionClaims& claims, std::uint32_t t) {
    Mention mention;
    mention.tokens = {t, t + 1};
    mention.kind = MentionKind::time;
    mention.value = static_cast<std::uint32_t>(
        claims.packs().value_of(claims.report().tokens[t].word, WordClass::vague_time).value_or(0) + 1);
    mention.rule = "time.vague";
    claims.claim(mention);
}

}  // namespace

void find_dates(MentionClaims& claims) {
    DateReader reader(claims);
    for (Sentence const& sentence : claims.report().sentences) {
        for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last;) {
            if (!claims.free(t) || !reader.may_start(t)) {
                ++t;
                continue;
            }
            auto const found = reader.read(t, sentence.tokens);
            if (!found && claims.has(t, WordClass::vague_time)) claim_vague(claims, t);
            if (!found || !claims.free(found->tokens)) {
                ++t;
                continue;
            }
            Mention mention;
            mention.tokens = found->tokens;
            mention.kind = MentionKind::date;
            mention.value = static_cast<std::uint32_t>(claims.mentions().dates.size());
            mention.rule = found->rule;
            claims.mentions().dates.push_back(found->date);
            claims.claim(mention);
            t = std::max(found->tokens.last, t + 1);
        }
    }
}

}  // namespace salname
