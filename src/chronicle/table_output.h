// What is computed of a component and kept for lists: summaries and open questions. Used by table_update.cpp only.
#pragma once

#include "chronicle/table_slice.h"

namespace salname::chronicle {

// Computes a component and writes its rows in place of those that were there.
[[nodiscard]] Result<void> put_output(journal::Store& store, TableSet& tables, Knowledge const& knowledge,
                                      std::string const& component);
void forget_output(TableSet& tables, std::string const& component, ComponentRow const& row);

}  // namespace salname::chronicle
