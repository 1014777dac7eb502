// Dates as EDTF (ISO 8601-2:2019) levels 0 and 1 as far as reports need them: year, month, day, any of
// which may be unknown ("XXXX-06-22"), and closed intervals of two such dates.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/result.h"

namespace salname {

// A calendar day or a part of one. 0 = unknown; a day needs a month.
struct PartialDate {
    std::int16_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;

    [[nodiscard]] constexpr bool empty() const { return year == 0 && month == 0 && day == 0; }
    [[nodiscard]] constexpr bool full() const { return year != 0 && month != 0 && day != 0; }
    constexpr auto operator<=>(PartialDate const&) const = default;
};

// One date, or an interval when `end` is set.
struct Date {
    PartialDate begin;
    PartialDate end;

    [[nodiscard]] constexpr bool empty() const { return begin.empty() && end.empty(); }
    [[nodiscard]] constexpr bool is_interval() const { return !end.empty(); }
    [[nodiscard]] std::string edtf() const;
    constexpr auto operator<=>(Date const&) const = default;
};

[[nodiscard]] Result<Date> parse_edtf(std::string_view text);

// Days since 1970-01-01 of a full date (proleptic Gregorian); none when it isn't one.
[[nodiscard]] std::optional<std::int32_t> day_number(PartialDate date);
[[nodiscard]] PartialDate from_day_number(std::int32_t days);
[[nodiscard]] bool exists(PartialDate date);  // 30 February does not
[[nodiscard]] std::uint8_t days_in_month(std::int16_t year, std::uint8_t month);
[[nodiscard]] std::uint8_t weekday_of(PartialDate full);  // 0 = Monday … 6 = Sunday

[[nodiscard]] PartialDate plus_days(PartialDate full, std::int32_t days);
[[nodiscard]] PartialDate plus_months(PartialDate date, std::int32_t months);  // clamps the day

// Could both be true of one day? Unknown parts agree with everything.
[[nodiscard]] bool compatible(Date const& left, Date const& right);

enum class DateBasis : std::uint8_t { none, explicit_, year_inferred, relative };
[[nodiscard]] constexpr std::string_view name_of(DateBasis basis) {
    switch (basis) {
        case DateBasis::explicit_: return "explicit";
        case DateBasis::year_inferred: return "year-inferred";
        case DateBasis::relative: return "relative";
        case DateBasis::none: break;
    }
    return "none";
}

}  // namespace salname
