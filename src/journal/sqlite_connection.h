// SQLite's C interface as values: statements that close themselves, faults in words. Used by sqlite_store only.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "text/result.h"

namespace salname::journal {

// The fault of one result as that of another.
template <typename T>
tl::unexpected<Fault> pass(Result<T> const& failed) {
    return tl::unexpected<Fault>(failed.error());
}

class Connection;

// A prepared statement. Bound bytes are not copied: they must live until the next reset.
class Statement {
public:
    Statement(Connection& connection, sqlite3_stmt* prepared) : connection_(&connection), prepared_(prepared) {}

    Statement& integer(int place, std::uint64_t value);
    Statement& text(int place, std::string_view value);
    Statement& blob(int place, std::string_view value);

    // True when there is a row. After false, or a fault, the statement can be bound and run again.
    [[nodiscard]] Result<bool> step();
    // For statements that give no rows.
    [[nodiscard]] Result<void> run();
    void reset() { sqlite3_reset(prepared_.get()); }

    // Of the row; views hold until the next step.
    [[nodiscard]] std::uint64_t integer_at(int column) const;
    [[nodiscard]] std::string_view bytes_at(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    Connection* connection_;
    std::unique_ptr<sqlite3_stmt, Finalize> prepared_;
};

class Connection {
public:
    Connection(std::string path, sqlite3* database) : path_(std::move(path)), database_(database) {}
    // `flags` as sqlite3_open_v2 takes them.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(std::string const& path, int flags);

    [[nodiscard]] Result<void> execute(char const* sql);
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    // Prepared once and kept; reset before it is given. Never for walks during which others are called.
    [[nodiscard]] Result<Statement*> kept(std::string_view sql);
    // A single number, for pragmas and counts.
    [[nodiscard]] Result<std::uint64_t> number(std::string_view sql);

    [[nodiscard]] Fault fault_now(int code) const;
    [[nodiscard]] std::string const& path() const { return path_; }
    [[nodiscard]] sqlite3* handle() const { return database_.get(); }

private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    };
    std::string path_;
    std::unique_ptr<sqlite3, Close> database_;
    std::map<std::string, Statement, std::less<>> kept_;
};

// BEGIN IMMEDIATE … COMMIT; what is not committed is taken back.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Connection& connection) : connection_(&connection) {}
    Connection* connection_;
};

}  // namespace salname::journal
