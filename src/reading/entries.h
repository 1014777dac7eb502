// Names that the packs list (outlets, courts, places, …) and institutions that show by their grammar.
#pragma once

#include "reading/mention.h"

namespace salname {

void find_entries(MentionClaims& claims);

}  // namespace salname
