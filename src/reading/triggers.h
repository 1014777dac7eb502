// Stage 5b: does a frame match tell of an event? What must never be one (negation, demands, statutory
// ranges) is refused by rule; the rest is weighed by a linear model over the clause.
#pragma once

#include <string_view>

#include "reading/coreference.h"

namespace salname {

// Why a match can't be an event whatever the model says; empty when nothing speaks against it.
[[nodiscard]] std::string_view refusal(Discourse& discourse, Trigger const& trigger);

struct TriggerContext {
    PersonCandidate const* chosen = nullptr;  // the best answer to "whom?"
    std::uint32_t headcount = 0;
    bool repeated_type = false;  // the person has an account of this type already
};

void add_trigger_features(FeatureList& features, Discourse& discourse, Trigger const& trigger,
                          TriggerContext const& context);
// The two parts of them: what the text alone tells, and what hangs on whom it is about.
void add_place_of_trigger(FeatureList& features, Discourse& discourse, Trigger const& trigger);
void add_person_of_trigger(FeatureList& features, Discourse& discourse, Trigger const& trigger,
                           TriggerContext const& context);

}  // namespace salname
