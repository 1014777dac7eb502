#include "journal/sqlite_archive.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "journal/checkpoint.h"
#include "journal/sqlite_schema.h"
#include "journal/sqlite_store.h"

namespace salname::journal {
namespace {

using Access = ArchiveOptions::Access;

std::uint32_t big_endian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (char const c : bytes) value = (value << 8U) | static_cast<unsigned char>(c);
    return value;
}

// Is there anything in the write-ahead log that lies beside the file?
bool has_log(std::string const& path) {
    std::error_code error;
    auto const size = std::filesystem::file_size(path + "-wal", error);
    return !error && size > 0;
}

// What can be said without SQLite, in plainer words than it has: the first 100 bytes tell.
Result<void> check_header(std::string const& path) {
    std::error_code error;
    auto const status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return fault(FaultKind::not_found, "there is no such archive; check the path, or create one", {path});
    if (status.type() == std::filesystem::file_type::directory)
        return fault(FaultKind::malformed, "a folder, not an archive file", {path});
    std::array<char, 100> header{};
    std::ifstream in(path, std::ios::binary);
    if (!in) return fault(FaultKind::unreadable, "the archive cannot be read; check who owns it", {path});
    in.read(header.data(), header.size());
    std::string_view const bytes(header.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.empty())
        return fault(FaultKind::malformed,
                     "an empty file: creating the archive was interrupted; remove it and create again", {path});
    if (bytes.size() < 100 || !bytes.starts_with(std::string_view("SQLite format 3\0", 16)) ||
        big_endian(bytes.substr(68, 4)) != archive_application)
        return fault(FaultKind::malformed, "not an archive of Salname", {path});
    if (auto const version = big_endian(bytes.substr(60, 4)); version != archive_version)
        return fault(FaultKind::unsupported,
                     "an archive of format " + std::to_string(version) + ", this program reads format " +
                         std::to_string(archive_version) + "; take a newer Salname",
                     {path});
    std::uint64_t const page = big_endian(bytes.substr(16, 2)) == 1 ? 65536 : big_endian(bytes.substr(16, 2));
    std::uint64_t const wanted = page * big_endian(bytes.substr(28, 4));
    auto const size = std::filesystem::file_size(path, error);
    if (!error && size < wanted && !has_log(path))
        return fault(FaultKind::malformed,
                     "the file is cut short: " + std::to_string(size) + " of " + std::to_string(wanted) +
                         " bytes are there; restore it from a backup or a bundle",
                     {path});
    return {};
}

// Nothing in a file from elsewhere may run, and broken cells are seen before they are used.
Result<void> prepare(Connection& connection, ArchiveOptions const& options) {
    sqlite3* const database = connection.handle();
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_busy_timeout(database, static_cast<int>(options.busy_milliseconds));
    // 64 MB of pages in memory and a longer log: ids fall everywhere in their index, and each page of it would
    // otherwise be written again and again.
    auto tuned =
        connection.execute("PRAGMA cell_size_check = ON; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000");
    if (!tuned) return tuned;
    if (options.size_limit != 0) {
        auto const page = connection.number("PRAGMA page_size");
        if (!page) return tl::unexpected<Fault>(page.error());
        std::string const limit = "PRAGMA max_page_count = " + std::to_string(options.size_limit / *page);
        if (auto const set = connection.execute(limit.c_str()); !set) return set;
    }
    auto const tables = connection.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('entries', 'originals')");
    if (!tables) return tl::unexpected<Fault>(tables.error());
    if (*tables != 2)
        return fault(FaultKind::malformed,
                     "its tables are missing: creating it was interrupted, or it is no archive of Salname",
                     {connection.path()});
    return {};
}

std::string immutable_address(std::string const& path) {
    std::string address = "file:";
    for (char const c : path) {
        if (c == '?')
            address += "%3f";
        else if (c == '#')
            address += "%23";
        else if (c == '%')
            address += "%25";
        else
            address += c;
    }
    return address + "?immutable=1";
}

Result<std::unique_ptr<Store>> opened(std::string const& path, ArchiveOptions const& options,
                                      std::string const& address, int flags) {
    auto connection = Connection::open(address, flags);
    if (!connection) return tl::unexpected<Fault>(connection.error());
    if (auto const prepared = prepare(**connection, options); !prepared) {
        Fault broken = prepared.error();
        broken.where.file = path;
        return tl::unexpected<Fault>(std::move(broken));
    }
    return sqlite_store(std::move(*connection));
}

Result<void> make_tables(Connection& connection, std::string_view origin) {
    std::string const marks = "PRAGMA application_id = " + std::to_string(archive_application) +
                              "; PRAGMA user_version = " + std::to_string(archive_version);
    auto made = connection.execute("BEGIN IMMEDIATE");
    if (made) made = connection.execute(marks.c_str());
    for (char const* const statement : archive_schema)
        if (made) made = connection.execute(statement);
    if (!made) return made;
    auto insert = connection.prepare("INSERT INTO settings (name, value) VALUES ('origin', ?)");
    if (!insert) return tl::unexpected<Fault>(insert.error());
    if (made = insert->blob(1, origin).run(); !made) return made;
    if (made = connection.execute("COMMIT"); !made) return made;
    // Only now, so that the header of the file itself says what it is from the first moment on.
    return connection.execute("PRAGMA journal_mode = WAL");
}

}  // namespace

Result<std::unique_ptr<Store>> create_archive(std::string const& path, std::string_view origin,
                                              ArchiveOptions const& options) {
    if (!is_origin(origin))
        return fault(FaultKind::invalid, "'" + std::string(origin) + "' cannot name an archive: one word without '+'");
    // Made by ourselves first: only then is it sure that nothing is overwritten and nobody else may read it.
    int const file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0)
        return fault(errno == EEXIST ? FaultKind::invalid : FaultKind::unreadable,
                     "the archive cannot be created: " + std::generic_category().message(errno), {path});
    ::close(file);
    auto made = Result<void>();
    {
        auto connection = Connection::open(path, SQLITE_OPEN_READWRITE);
        made = connection ? make_tables(**connection, origin) : Result<void>(tl::unexpected<Fault>(connection.error()));
    }
    if (!made) {
        ::unlink(path.c_str());
        return tl::unexpected<Fault>(made.error());
    }
    return open_archive(path, options);
}

Result<std::unique_ptr<Store>> open_archive(std::string const& path, ArchiveOptions const& options) {
    if (auto const sound = check_header(path); !sound) return tl::unexpected<Fault>(sound.error());
    if (options.access == Access::write) return opened(path, options, path, SQLITE_OPEN_READWRITE);
    auto store = opened(path, options, path, SQLITE_OPEN_READONLY);
    if (store || store.error().kind != FaultKind::unreadable || has_log(path)) return store;
    // On a medium where nothing can be written SQLite cannot make its index of the log; without a log none is needed.
    return opened(path, options, immutable_address(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

Result<std::vector<Damage>> medium_damage(Connection& connection) {
    std::vector<Damage> found;
    auto check = connection.prepare("PRAGMA integrity_check(100)");
    if (!check) return std::vector<Damage>{{"file", check.error().what}};
    while (true) {
        auto const row = check->step();
        if (!row) {
            found.push_back({"file", row.error().what});
            return found;
        }
        if (!*row) break;
        if (check->bytes_at(0) != "ok") found.push_back({"file", std::string(check->bytes_at(0))});
    }
    for (char const* const statement : archive_schema) {
        auto same = connection.kept("SELECT count(*) FROM sqlite_schema WHERE sql = ?");
        if (!same) return tl::unexpected<Fault>(same.error());
        auto const row = (*same)->text(1, statement).step();
        if (!row) return tl::unexpected<Fault>(row.error());
        if ((*same)->integer_at(0) == 0)
            found.push_back({"file", "a table or trigger was changed or removed: " + std::string(statement)});
        (*same)->reset();
    }
    return found;
}

}  // namespace salname::journal
