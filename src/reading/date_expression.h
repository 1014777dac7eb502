// A date as a report writes it, before it is resolved against an anchor.
#pragma once

#include <cstdint>

#include "model/date.h"

namespace salname {

enum class DateForm : std::uint8_t {
    calendar,  // year, month, day, as far as written; a missing year comes from the anchor
    weekday,   // "on Monday", "last Friday": `amount` = weekday 0–6
    offset,    // "yesterday", "two days later", "three weeks ago": `amount` units from the anchor
    unit,      // "this year", "last month", "next week": the unit that lies `amount` after the anchor's
};

enum class DateAnchor : std::uint8_t {
    report,     // the day on which the block was written (entry, update, dateline, publication)
    narrative,  // the date told before ("the next day", "two weeks later")
};

struct DateExpression {
    DateForm form = DateForm::calendar;
    DateAnchor anchor = DateAnchor::report;
    PartialDate begin;
    PartialDate end;  // set for ranges
    std::int32_t amount = 0;
    char unit = 'D';            // D, W, M, Y
    std::int8_t direction = 0;  // -1 the text says past ("last", "ago"), +1 future ("next"), 0 it does not say
    bool same_unit = false;     // "that year", "the same day": the anchor's own
    bool before_christ = false;
    bool season = false;  // a part of the year: only the year is given
};

}  // namespace salname
