// The archive file itself: made, opened with care, asked for its soundness. Used by sqlite_store only.
#pragma once

#include <memory>
#include <vector>

#include "journal/sqlite_connection.h"
#include "journal/store.h"

namespace salname::journal {

[[nodiscard]] std::unique_ptr<Store> sqlite_store(std::unique_ptr<Connection> connection);

// Pages and indices as SQLite checks them, and the tables and triggers as they were made.
[[nodiscard]] Result<std::vector<Damage>> medium_damage(Connection& connection);

}  // namespace salname::journal
