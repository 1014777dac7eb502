// The text of a report with its values marked where they stand. Spans may overlap: the text is cut at every
// border and each piece carries all its kinds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"

namespace salname {

struct MarkedSpan {
    Span span;
    std::string kind;     // css class: "trigger", "date", "person", …
    std::string account;  // id of the account that it belongs to, may be empty
};

// All spans of a reading: names, triggers and slots.
[[nodiscard]] std::vector<MarkedSpan> marked_spans(Reading const& reading);

// Appends text[from, to) as HTML; `spans` sorted by begin. Account ids get `prefix`.
void append_marked(std::string& out, std::string_view text, Span range, std::vector<MarkedSpan> const& spans,
                   std::string_view prefix);

}  // namespace salname
