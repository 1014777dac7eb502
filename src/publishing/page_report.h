// One report on a page: passage by passage the marked text, and beside it the cards of what it tells.
#pragma once

#include <string>

#include "publishing/messages.h"
#include "publishing/page_front.h"

namespace salname {

void append_report(std::string& out, PlacedReading const& placed, Messages const& words);

}  // namespace salname
