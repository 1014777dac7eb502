// What is computed of a component and kept for lists: summaries and open questions. Used by table_update.cpp only.
#pragma once

#include "chronicle/table_slice.h"

namespace salname::chronicle {

// Writes what the chronicle around a component says of it in place of the rows that were there.
void put_output(TableSet& tables, Chronicle const& chronicle, std::string const& component);
void forget_output(TableSet& tables, std::string const& component, ComponentRow const& row);

}  // namespace salname::chronicle
