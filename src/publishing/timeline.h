// What happened to one person, laid out in time: events on axes of days, stretches of detention, events without a date.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/reading.h"

namespace salname {

struct TimelineEvent {
    Account const* account = nullptr;
    std::int32_t day = 0;       // days since 1970-01-01
    std::int32_t last_day = 0;  // later than `day` for an interval, a month or a year
};

enum class DetentionEnd : std::uint8_t {
    released,  // told
    term,      // start and term are told; that it was served in full is not
    unknown,
};

struct Detention {
    std::int32_t begin = 0;
    std::int32_t end = 0;  // of an unknown end: where the next one begins, at the latest the end of the axis
    DetentionEnd how = DetentionEnd::unknown;
};

enum class AxisYears : std::uint8_t { known, unknown };

struct TimelineAxis {
    AxisYears years = AxisYears::known;
    std::int32_t first = 0;
    std::int32_t last = 0;
    std::vector<TimelineEvent> events;  // in order of time
    std::vector<Detention> detentions;  // apart from each other, in order of time
};

struct Timeline {
    std::vector<TimelineAxis> axes;  // at most one with years and one without
    std::vector<Account const*> undated;
};

// Days without a year stand on an axis of their own, within one year: their order across years is not known.
[[nodiscard]] Timeline timeline_of(std::span<Account const* const> accounts);

}  // namespace salname
