// Dates as the text writes them: calendar dates, ranges, weekdays, relative ones. Resolved by calendar.h.
#pragma once

#include "reading/mention.h"

namespace salname {

void find_dates(MentionClaims& claims);

}  // namespace salname
