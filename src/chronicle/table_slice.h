// The part of the chronicle that some components need. Used by tables*.cpp only.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "chronicle/chronicle.h"
#include "chronicle/table_rows.h"

namespace salname::chronicle {

[[nodiscard]] Result<Chronicle> slice_around(journal::Store& store, TableSet& tables, Knowledge const& knowledge,
                                             std::span<std::string const> components);

}  // namespace salname::chronicle
