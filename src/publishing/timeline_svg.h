// The timeline of one person as a picture: events on an axis of days, detention as bars. SVG, so that the
// same picture goes into page, static site and PDF.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/reading.h"

namespace salname {

// Accounts of one person. Dates without a year share an axis of their own when no account has a year;
// accounts without a date stand in a strip at the end and are said to have none. Empty when there is nothing to draw.
[[nodiscard]] std::string timeline_svg(std::string_view person, std::span<Account const> accounts);

}  // namespace salname
