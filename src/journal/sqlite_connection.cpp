#include "journal/sqlite_connection.h"

#include <limits>
#include <system_error>

namespace salname::journal {

Statement& Statement::integer(int place, std::uint64_t value) {
    sqlite3_bind_int64(prepared_.get(), place, static_cast<sqlite3_int64>(value));
    return *this;
}

Statement& Statement::text(int place, std::string_view value) {
    sqlite3_bind_text64(prepared_.get(), place, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement& Statement::blob(int place, std::string_view value) {
    // A null pointer would bind NULL instead of nothing.
    sqlite3_bind_blob64(prepared_.get(), place, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC);
    return *this;
}

Result<bool> Statement::step() {
    int const code = sqlite3_step(prepared_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    Fault broken = connection_->fault_now(code);
    reset();
    return tl::unexpected<Fault>(std::move(broken));
}

Result<void> Statement::run() {
    auto const row = step();
    if (!row) return tl::unexpected<Fault>(row.error());
    if (*row) reset();
    return {};
}

std::uint64_t Statement::integer_at(int column) const {
    return static_cast<std::uint64_t>(sqlite3_column_int64(prepared_.get(), column));
}

std::string_view Statement::bytes_at(int column) const {
    auto const* const bytes = static_cast<char const*>(sqlite3_column_blob(prepared_.get(), column));
    auto const size = sqlite3_column_bytes(prepared_.get(), column);
    return bytes == nullptr ? std::string_view{} : std::string_view(bytes, static_cast<std::size_t>(size));
}

Result<std::unique_ptr<Connection>> Connection::open(std::string const& path, int flags) {
    sqlite3* database = nullptr;
    int const code =
        sqlite3_open_v2(path.c_str(), &database, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    auto connection = std::make_unique<Connection>(path, database);
    if (database == nullptr) return fault(FaultKind::unreadable, "no memory to open the archive", {path});
    if (code != SQLITE_OK) return tl::unexpected<Fault>(connection->fault_now(code));
    return connection;
}

Result<void> Connection::execute(char const* sql) {
    int const code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return tl::unexpected<Fault>(fault_now(code));
    return {};
}

Result<Statement> Connection::prepare(std::string_view sql) {
    sqlite3_stmt* prepared = nullptr;
    int const code = sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &prepared, nullptr);
    if (code != SQLITE_OK) return tl::unexpected<Fault>(fault_now(code));
    return Statement(*this, prepared);
}

Result<Statement*> Connection::kept(std::string_view sql) {
    auto found = kept_.find(sql);
    if (found == kept_.end()) {
        auto prepared = prepare(sql);
        if (!prepared) return tl::unexpected<Fault>(prepared.error());
        found = kept_.emplace(std::string(sql), std::move(*prepared)).first;
    }
    found->second.reset();
    return &found->second;
}

Result<std::uint64_t> Connection::number(std::string_view sql) {
    auto statement = kept(sql);
    if (!statement) return tl::unexpected<Fault>(statement.error());
    auto const row = (*statement)->step();
    if (!row) return tl::unexpected<Fault>(row.error());
    std::uint64_t const value = *row ? (*statement)->integer_at(0) : 0;
    (*statement)->reset();
    return value;
}

Fault Connection::fault_now(int code) const {
    static constexpr auto unreadable = FaultKind::unreadable;
    auto const made = [&](FaultKind kind, std::string what) { return Fault{kind, std::move(what), {path_}}; };
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return made(unreadable, "another process is writing to this archive; wait until it is done and repeat");
        case SQLITE_FULL:
            return made(unreadable,
                        "no room left on the disk, or the archive's size limit is reached; nothing of this step was "
                        "stored: make room and repeat it");
        case SQLITE_READONLY:
            return made(unreadable, "the archive may only be read; check who owns the file and its folder");
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return made(FaultKind::malformed,
                        "the file is damaged (" + std::string(sqlite3_errmsg(database_.get())) +
                            "); keep a copy of it, verify the archive to see what is hit, and restore the rest from a "
                            "backup or a bundle");
        case SQLITE_CANTOPEN:
            return made(unreadable, "the system does not open it; check the rights on the file and its folder");
        case SQLITE_NOMEM: return made(unreadable, "no memory left");
        case SQLITE_IOERR: {
            int const number = sqlite3_system_errno(database_.get());
            return made(unreadable, "the disk fails (" + std::generic_category().message(number) +
                                        "); nothing of this step was stored: check the disk, then verify the archive");
        }
        case SQLITE_TOOBIG: return made(FaultKind::unsupported, "larger than an archive can hold in one piece");
        default: return made(FaultKind::invalid, sqlite3_errmsg(database_.get()));
    }
}

Result<Transaction> Transaction::begin(Connection& connection) {
    if (auto const begun = connection.execute("BEGIN IMMEDIATE"); !begun) return tl::unexpected<Fault>(begun.error());
    return Transaction(connection);
}

Transaction::~Transaction() {
    // After some faults SQLite has rolled back by itself; then there is nothing to take back.
    if (connection_ != nullptr && sqlite3_get_autocommit(connection_->handle()) == 0)
        (void)connection_->execute("ROLLBACK");
}

Result<void> Transaction::commit() {
    auto committed = connection_->execute("COMMIT");
    if (committed) connection_ = nullptr;
    return committed;
}

}  // namespace salname::journal
