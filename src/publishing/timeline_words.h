// A timeline in words, for those who can't see the picture.
#pragma once

#include <string>

#include "publishing/messages.h"
#include "publishing/timeline.h"

namespace salname {

// "22 June 2021: arrested. … Detention: 22 June 2021, until release (11 July 2021)."
[[nodiscard]] std::string timeline_in_words(Timeline const& timeline, Messages const& words);
[[nodiscard]] std::string detention_in_words(TimelineAxis const& axis, Detention const& detention,
                                             Messages const& words);

}  // namespace salname
