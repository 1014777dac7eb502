// Readings as a table for the terminal: people, and what happened to them.
#pragma once

#include <span>
#include <string>

#include "model/reading.h"

namespace salname {

// `width`: columns of the terminal, at least 60. Plain text, no colours.
[[nodiscard]] std::string reading_table(std::span<Reading const> readings, std::size_t width);

}  // namespace salname
