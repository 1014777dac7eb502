// Brings the tables up to date. Used by tables.cpp only.
#pragma once

#include <functional>
#include <string>

#include "chronicle/chronicle.h"
#include "journal/store.h"

namespace salname::chronicle {

// What the tables say of themselves.
struct TableState {
    std::uint64_t covered = 0;  // entries of the journal that are in them
    std::uint32_t reports = 0;  // how many there are: the next one's number
    std::string fingerprint;    // of the knowledge
    std::string last;           // place in the order of Facts::reports of the last report
    bool waiting = false;       // something speaks of an original that no report named yet
    std::string at_work;        // whoever writes them in several steps; empty: they are whole
};

[[nodiscard]] Result<std::optional<std::string>> state_text(journal::Store& store);
[[nodiscard]] std::optional<TableState> parse_state(std::string_view text);

[[nodiscard]] Result<void> update_tables(journal::Store& store, Knowledge const& knowledge,
                                         std::string const& fingerprint,
                                         std::function<void(std::size_t done, std::size_t all)> const& progress);

}  // namespace salname::chronicle
