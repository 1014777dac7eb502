// The words in which pages and tables tell of an account. English; one place for all of them.
#pragma once

#include <string>
#include <string_view>

#include "model/reading.h"

namespace salname {

[[nodiscard]] std::string_view words_of(EventType type);       // "custody ordered"
[[nodiscard]] std::string_view words_of(DateBasis basis);      // "as written", "year from the context"
[[nodiscard]] std::string words_of(Duration const& duration);  // "2 years 6 months"

// Everything but date, type and person in one line: "30 days, administrative detention; for …; Khatai District Court".
[[nodiscard]] std::string account_details(Account const& account);

}  // namespace salname
