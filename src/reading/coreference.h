// Stage 6: coreference. Whom does a trigger tell of? Candidates are the people (or groups of people) within
// reach; a linear model over where they stand ranks them.
//
// Ranking of mention candidates by learned weights follows Soon, Ng & Lim 2001 and Denis & Baldridge 2008.
#pragma once

#include <vector>

#include "reading/discourse.h"
#include "reading/features.h"

namespace salname {

// One answer to "whom?": a person, several told of together, or nobody who is named.
struct PersonCandidate {
    std::vector<std::uint32_t> people;
};

[[nodiscard]] std::vector<PersonCandidate> person_candidates(Discourse& discourse, Trigger const& trigger);

void add_person_features(FeatureList& features, Discourse& discourse, Trigger const& trigger,
                         PersonCandidate const& candidate);

// The headcount when nobody is named: "three men were detained" is 3, "a resident" is 1; 0 when none is given.
[[nodiscard]] std::uint32_t headcount(Discourse& discourse, Trigger const& trigger);

}  // namespace salname
