// The front of a page of readings: counts, legend, index of reports and people, and a timeline for each person.
#pragma once

#include <span>
#include <string>

#include "documents/document.h"
#include "model/reading.h"
#include "publishing/messages.h"

namespace salname {

// One report as it stands on the page. `prefix` makes its ids unique there: "r1-".
struct PlacedReading {
    Document const* document = nullptr;
    Reading const* reading = nullptr;
    std::size_t number = 0;
    std::string prefix;
};

[[nodiscard]] std::string_view title_of(Reading const& reading);

// Name of the page and its counts; then legend, index and timelines.
void append_heading(std::string& out, std::span<PlacedReading const> readings, Messages const& words);
void append_front(std::string& out, std::span<PlacedReading const> readings, Messages const& words);

}  // namespace salname
