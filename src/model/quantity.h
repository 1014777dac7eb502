// Durations and sums of money, in the unit that the report uses: P30D is not P1M.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>

namespace salname {

// ISO 8601 duration. Empty when all parts are zero.
struct Duration {
    std::uint32_t years = 0;
    std::uint32_t months = 0;
    std::uint32_t weeks = 0;
    std::uint32_t days = 0;
    std::uint32_t hours = 0;
    std::uint32_t minutes = 0;

    [[nodiscard]] constexpr bool empty() const { return *this == Duration{}; }
    [[nodiscard]] std::string iso8601() const;
    constexpr auto operator<=>(Duration const&) const = default;
};

// An amount in hundredths of the currency's unit. `currency` is ISO 4217, empty when the text leaves it open.
struct Money {
    std::int64_t hundredths = 0;
    std::string currency;

    [[nodiscard]] bool empty() const { return hundredths == 0 && currency.empty(); }
    [[nodiscard]] std::string amount() const;  // "500" or "1110.5"
    bool operator==(Money const&) const = default;
};

}  // namespace salname
