#include "reading/dates.h"

#include <algorithm>

#include "reading/date_reader.h"

namespace salname {

void find_dates(MentionClaims& claims) {
    DateReader reader(claims);
    for (Sentence const& sentence : claims.report().sentences) {
        for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last;) {
            if (!claims.free(t) || !reader.may_start(t)) {
                ++t;
                continue;
            }
            auto const found = reader.read(t, sentence.tokens);
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
