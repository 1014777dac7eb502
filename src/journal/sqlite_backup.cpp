#include "journal/sqlite_backup.h"

#include <filesystem>
#include <memory>
#include <system_error>

#include "journal/sqlite_connection.h"
#include "journal/sqlite_store.h"

namespace salname::journal {

namespace {

constexpr int pages_at_once = 1024;

Result<void> copy_pages(Connection& from, Connection& to, std::function<void(int, int)> const& progress) {
    struct Finish {
        void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
    };
    std::unique_ptr<sqlite3_backup, Finish> const backup(
        sqlite3_backup_init(to.handle(), "main", from.handle(), "main"));
    if (!backup) return tl::unexpected(to.fault_now(sqlite3_errcode(to.handle())));
    while (true) {
        int const code = sqlite3_backup_step(backup.get(), pages_at_once);
        if (code == SQLITE_DONE) return {};
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
            constexpr int pause_milliseconds = 20;
            sqlite3_sleep(pause_milliseconds);
        } else if (code != SQLITE_OK) {
            return tl::unexpected(to.fault_now(code));
        }
        if (progress) {
            int const all = sqlite3_backup_pagecount(backup.get());
            progress(all - sqlite3_backup_remaining(backup.get()), all);
        }
    }
}

}  // namespace

Result<void> backup_archive(std::string const& from, std::string const& to,
                            std::function<void(int, int)> const& progress) {
    // Opened as an archive first: what is none is said in plain words.
    if (auto const checked = open_archive(from, {ArchiveOptions::Access::read}); !checked) return pass(checked);
    std::error_code error;
    if (std::filesystem::exists(to, error))
        return fault(FaultKind::invalid, "is there already and is not written over; choose another name",
                     {to, 0, 0, -1});
    std::string const half = to + ".part";
    std::filesystem::remove(half, error);
    auto done = [&]() -> Result<void> {
        auto source = Connection::open(from, SQLITE_OPEN_READONLY);
        if (!source) return pass(source);
        auto target = Connection::open(half, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        if (!target) return pass(target);
        return copy_pages(**source, **target, progress);
    }();
    if (done) std::filesystem::rename(half, to, error);
    if (done && error) done = fault(FaultKind::unreadable, "can't be put in place: " + error.message(), {to, 0, 0, -1});
    if (!done) std::filesystem::remove(half, error);
    return done;
}

}  // namespace salname::journal
