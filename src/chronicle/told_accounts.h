// Accounts with the decisions that were made about them.
#pragma once

#include "chronicle/events.h"

namespace salname::chronicle {

// All accounts of the newest readings, and those of earlier ones that a decision still stands for: a better reader
// never loses a person's work. By reference.
[[nodiscard]] std::vector<ToldAccount> told_accounts(Facts const& facts, People const& people);

// Does a decision about `ref` speak of this account? The words may be cut a little differently by a newer reader.
[[nodiscard]] bool speaks_of(AccountRef const& ref, AccountRef const& account);

// Types that tell of the same kind of occurrence in other words.
[[nodiscard]] EventType joined_type(EventType type);

}  // namespace salname::chronicle
