// Accounts in words, for tables, pages and pictures. The words themselves are in messages.h.
#pragma once

#include <string>
#include <string_view>

#include "model/reading.h"
#include "publishing/messages.h"

namespace salname {

[[nodiscard]] std::string_view words_of(EventType type, Messages const& words = english);  // "custody ordered"
[[nodiscard]] std::string_view words_of(DateBasis basis, Messages const& words = english);
[[nodiscard]] std::string_view words_of(Modality modality, Messages const& words = english);
[[nodiscard]] std::string words_of(Duration const& duration, Messages const& words = english);  // "2 years 6 months"
[[nodiscard]] std::string words_of(Money const& money);                                         // "500 AZN"
[[nodiscard]] std::string words_of(ProvisionCited const& provision, Messages const& words = english);

enum class MonthNames : std::uint8_t { full, brief };
// "22 June 2021", "26–27 March 2020", "22 June" when no year is known; empty without a date.
[[nodiscard]] std::string words_of(Date const& date, MonthNames months, Messages const& words = english);

[[nodiscard]] std::string count_of(std::size_t count, CountedNoun noun);  // "1 person", "15 people"

// Name of the account's person; "15 people" for a group; empty when nobody is named or counted.
[[nodiscard]] std::string who_of(Reading const& reading, Account const& account, Messages const& words = english);

// What was imposed, for what and where, in one line: "30 days, administrative detention; for …; Khatai District Court".
[[nodiscard]] std::string account_details(Account const& account, Messages const& words = english);

// The text on one line and harmless to a terminal: control characters and marks that turn the direction of
// writing become blanks.
[[nodiscard]] std::string harmless_line(std::string_view text);

}  // namespace salname
