// Places that no pack lists, by their grammar: capitalised words after a word of place, and datelines.
#pragma once

#include "reading/mention.h"

namespace salname {

// Runs after names: what is a person's name is taken already.
void find_places(MentionClaims& claims);

}  // namespace salname
