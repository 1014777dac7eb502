#include "reading/mention.h"

#include <algorithm>

namespace salname {

void MentionClaims::settle() {
    std::sort(mentions_.all.begin(), mentions_.all.end(),
              [](Mention const& a, Mention const& b) { return a.tokens < b.tokens; });
    mentions_.at.assign(report_.tokens.size(), no_index);
    for (std::uint32_t m = 0; m < mentions_.all.size(); ++m)
        for (std::uint32_t t = mentions_.all[m].tokens.first; t < mentions_.all[m].tokens.last; ++t)
            mentions_.at[t] = m;
}

}  // namespace salname
