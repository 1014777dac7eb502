// The tables of an archive beside its log: originals, settings, cache. Store explains each. Used by sqlite_store only.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/sqlite_connection.h"
#include "journal/store.h"

namespace salname::journal {

class SqliteOriginals {
public:
    explicit SqliteOriginals(Connection& connection) : connection_(&connection) {}
    [[nodiscard]] Result<std::vector<Hash>> put(std::span<std::string_view const> originals);
    [[nodiscard]] Result<std::optional<std::string>> get(Hash const& hash);
    [[nodiscard]] Result<void> scan(std::function<bool(StoredOriginal const&)> const& visit);

private:
    Connection* connection_;
};

class SqliteSettings {
public:
    explicit SqliteSettings(Connection& connection) : connection_(&connection) {}
    [[nodiscard]] Result<std::optional<std::string>> get(std::string_view name);
    [[nodiscard]] Result<void> set(std::string_view name, std::string_view value);

private:
    Connection* connection_;
};

class SqliteCache {
public:
    explicit SqliteCache(Connection& connection) : connection_(&connection) {}
    [[nodiscard]] Result<void> write(std::span<CacheChange const> changes, std::optional<CacheGuard> const& guard);
    [[nodiscard]] Result<std::optional<std::string>> get(std::string_view table, std::string_view key);
    [[nodiscard]] Result<void> scan(std::string_view table, std::string_view prefix,
                                    std::function<bool(std::string_view key, std::string_view value)> const& visit);
    [[nodiscard]] Result<void> scan_all(
        std::function<bool(std::string_view table, std::string_view key, std::string_view value)> const& visit);
    [[nodiscard]] Result<void> drop();

private:
    Connection* connection_;
};

}  // namespace salname::journal
