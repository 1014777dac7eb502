// Readings as a table for the terminal: people, and what happened to them.
#pragma once

#include <span>
#include <string>

#include "model/reading.h"
#include "publishing/messages.h"

namespace salname {

enum class TerminalColours : std::uint8_t { off, ansi };

// One block a report, one line an account, columns aligned; what is too long is broken at blanks within its
// column. `width`: columns of the terminal, at least 60. Text of reports cannot send control characters.
[[nodiscard]] std::string reading_table(std::span<Reading const> readings, std::size_t width,
                                        TerminalColours colours = TerminalColours::off,
                                        Messages const& words = english);

}  // namespace salname
