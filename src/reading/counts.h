// Ages ("35-year-old") and headcounts ("11 workers", "three opposition activists").
#pragma once

#include "reading/mention.h"

namespace salname {

void find_ages(MentionClaims& claims);

// The value of a count mention is the number itself.
void find_counts(MentionClaims& claims);

}  // namespace salname
