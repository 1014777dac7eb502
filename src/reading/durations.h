// Terms and spans of time in the unit of the text: "30 days", "two and a half years", "a year and a half".
#pragma once

#include "reading/mention.h"

namespace salname {

void find_durations(MentionClaims& claims);

}  // namespace salname
