// A reading as it lies in the journal: the JSON of docs/formats/reading.md, back to values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"
#include "text/result.h"

namespace salname::chronicle {

// An array of readings. Unknown fields are ignored, so that an older program reads what a newer one wrote; a value
// of the wrong type, an unknown event type or a date that is none is a fault. Reasons and rules of slots, which the
// JSON does not hold, stay empty.
[[nodiscard]] Result<std::vector<Reading>> parse_readings(std::string_view json);

// The body of an entry of kind "reading".
struct ReadingRecord {
    std::string original;
    std::vector<Reading> readings;
};
[[nodiscard]] Result<ReadingRecord> parse_reading_body(std::string_view body);

// "P30D" → duration; none when it isn't one.
[[nodiscard]] std::optional<Duration> parse_duration(std::string_view text);

}  // namespace salname::chronicle
