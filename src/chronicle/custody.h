// Time in custody, with bounds where dates are partial: "April 2021" begins between the first and the thirtieth.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "model/reading.h"
#include "packs/vocabulary.h"

namespace salname::chronicle {

// Days since 1970-01-01, both included.
struct DayBounds {
    std::int32_t earliest = 0;
    std::int32_t latest = 0;
    bool operator==(DayBounds const&) const = default;
};

// None when no year is known.
[[nodiscard]] std::optional<DayBounds> bounds_of(Date const& date);

enum class CustodyEnd : std::uint8_t { released, term, open };

struct CustodyPeriod {
    DayBounds begin;
    DayBounds end;  // open: of the last sign that it still went on
    CustodyEnd how = CustodyEnd::open;
    std::size_t first = 0;  // the account that began it, index into what was given
    bool operator==(CustodyPeriod const&) const = default;
};

// Days as an interval; no upper bound while custody goes on and no day is given to count to.
struct DayCount {
    std::int32_t least = 0;
    std::optional<std::int32_t> most = 0;
    bool operator==(DayCount const&) const = default;
};

// Kinds of terms that are served in detention: the packs know them by name.
using CustodialKinds = std::set<std::string, std::less<>>;

[[nodiscard]] CustodialKinds custodial_kinds(Vocabulary const& packs);

[[nodiscard]] bool begins_custody(Account const& account);
[[nodiscard]] bool ends_custody(Account const& account);

// `accounts` in order of time; those denied or only planned count for nothing.
[[nodiscard]] std::vector<CustodyPeriod> custody_periods(std::span<Account const* const> accounts);
// `until`: a day to count open periods to, and to stop at.
[[nodiscard]] DayCount days_in_custody(std::span<CustodyPeriod const> periods, std::optional<std::int32_t> until);

}  // namespace salname::chronicle
