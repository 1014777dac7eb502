// How a report stands to what it tells: asserted, one side's claim, denied, unverified, planned.
#pragma once

#include "reading/discourse.h"
#include "reading/features.h"
#include "reading/slots.h"

namespace salname {

inline constexpr std::size_t modality_count = 5;

// Features of the answer `modality` for a trigger whose source slot is (or is not) filled.
void add_modality_features(FeatureList& features, Discourse& discourse, Trigger const& trigger, Modality modality,
                           bool has_source);

// What the words alone say, for packs without a model.
[[nodiscard]] Modality plain_modality(Discourse& discourse, Trigger const& trigger);

}  // namespace salname
