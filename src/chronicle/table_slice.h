// The part of the chronicle that some components need. Used by tables*.cpp only.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "chronicle/chronicle.h"
#include "chronicle/table_rows.h"

namespace salname::chronicle {

// What a slice is computed from.
struct SliceSource {
    std::vector<std::string> entries;                     // their text
    std::vector<std::pair<std::string, ReportRow>> rows;  // of originals
};
[[nodiscard]] Result<SliceSource> source_around(journal::Store& store, TableSet& tables,
                                                std::span<std::string const> components);
// A pure function: many may be computed at the same time.
[[nodiscard]] Result<Chronicle> compute_slice(SliceSource const& source, Knowledge const& knowledge);

[[nodiscard]] Result<Chronicle> slice_around(journal::Store& store, TableSet& tables, Knowledge const& knowledge,
                                             std::span<std::string const> components);

}  // namespace salname::chronicle
