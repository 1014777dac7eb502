// A reading as one JSON object: the contract of docs/formats/reading.md.
#pragma once

#include <string>
#include <string_view>

#include "model/reading.h"

namespace salname {

struct ReadingJsonOptions {
    std::string_view reader;  // the "reader" object (version, packs), written once for all readings
    std::uint64_t base = 0;   // added to every offset: readings of a window of a long file
    std::string_view text;    // of the document; printed as report.text when set
};

// Appends one object on one line, without a line end.
void append_reading_json(std::string& out, Reading const& reading, ReadingJsonOptions const& options);

}  // namespace salname
