// Names of people. A small linear model proposes (is this capitalised token part of a person's name?), the
// packs dispose: what they list as something else is never a name.
#pragma once

#include <vector>

#include "reading/features.h"
#include "reading/mention.h"

namespace salname {

void find_names(MentionClaims& claims);

// What the model looks at for token `t`; `previous` = the token before was taken as part of a name.
// Shared with the trainer so that the two can't drift apart.
void add_name_features(FeatureList& features, MentionClaims const& claims, std::uint32_t t, TokenRange sentence,
                       bool previous);

// Tokens that the model is asked about: free, capitalised words (or initials).
[[nodiscard]] bool may_be_name(MentionClaims const& claims, std::uint32_t t);

}  // namespace salname
