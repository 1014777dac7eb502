// The archive: entries in the order of their arrival, the originals that they name, and room for what can be
// computed again. One interface, whatever holds it (a SQLite file, PostgreSQL).
//
// Entries and originals are only ever added. Nothing here throws; every fault names the archive, what happened
// and what to do. One store is for one thread at a time; several stores may be open on one archive, one of
// them writing. Visitors return false to stop.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/entry.h"
#include "journal/octets.h"
#include "text/result.h"

namespace salname::journal {

enum class Durability {
    batch,     // may be lost, as a whole, when the power fails; the archive stays sound
    decision,  // on the disk before the call returns
};

// Two entries of one author with the same seq: somebody used one key in two places.
enum class Forks {
    refuse,  // our own entries
    keep,    // what others sent: both stay, and are reported
};

struct AppendOptions {
    Durability durability = Durability::batch;
    Forks forks = Forks::refuse;
};

struct Appended {
    std::uint64_t first_position = 0;  // positions count from 0 without gaps
    std::uint64_t count = 0;
};

// An entry as it is stored; views hold during the visit only.
struct StoredEntry {
    std::uint64_t position = 0;
    Hash id;
    std::string_view text;  // canonical JSON; parse_entry reads it
};

struct StoredOriginal {
    Hash hash;
    std::uint64_t size = 0;
};

struct CacheChange {
    std::string_view table;
    std::string_view key;
    std::optional<std::string_view> value;  // none: the key goes
};

// Only if this row of the cache is still as it was seen; `value`: none when it was not there.
struct CacheGuard {
    std::string_view table;
    std::string_view key;
    std::optional<std::string_view> value;
};

// Something in the medium itself that is not as it was written.
struct Damage {
    std::string where;  // "entry 17", "original 3f…", "page 12"
    std::string what;
    bool operator==(Damage const&) const = default;
};

// One key said two things under one number. Both are kept; a person decides what to make of it.
struct Fork {
    PublicKey author;
    std::uint64_t seq = 0;
    std::vector<Hash> ids;  // in order of arrival
    bool operator==(Fork const&) const = default;
};

class Store {
public:
    virtual ~Store() = default;

    // Adds all entries or none. Checked before: signatures, each author's chain, that every new entry is vouched
    // for by a signature at or after it, forks, ids not there yet.
    [[nodiscard]] virtual Result<Appended> append(std::span<Entry const> entries, AppendOptions options) = 0;

    // The checks alone: whether append would take them.
    [[nodiscard]] virtual Result<void> admits(std::span<Entry const> entries, AppendOptions options) = 0;

    [[nodiscard]] virtual Result<std::uint64_t> count() = 0;
    // In order of arrival, from a position on.
    [[nodiscard]] virtual Result<void> scan(std::uint64_t from,
                                            std::function<bool(StoredEntry const&)> const& visit) = 0;
    [[nodiscard]] virtual Result<std::optional<Entry>> entry(Hash const& id) = 0;
    [[nodiscard]] virtual Result<std::optional<std::uint64_t>> position(Hash const& id) = 0;
    // What the author's next entry follows: the highest seq, of several the one that arrived first.
    [[nodiscard]] virtual Result<std::optional<Head>> head(PublicKey const& author) = 0;
    [[nodiscard]] virtual Result<std::vector<Head>> heads() = 0;

    // Of every entry with this author and seq, in order of arrival: more than one is a fork.
    [[nodiscard]] virtual Result<std::vector<Hash>> ids(PublicKey const& author, std::uint64_t seq) = 0;

    // Root of the complete subtree over leaves [number << level, (number + 1) << level) of the Merkle log; all
    // of them must be there. merkle.h makes roots and proofs of it.
    [[nodiscard]] virtual Result<Hash> node(unsigned level, std::uint64_t number) = 0;
    [[nodiscard]] Result<Hash> root(std::uint64_t size);

    // Originals by SHA-256; putting one again changes nothing.
    [[nodiscard]] virtual Result<std::vector<Hash>> put_originals(std::span<std::string_view const> originals) = 0;
    [[nodiscard]] Result<Hash> put_original(std::string_view bytes);
    [[nodiscard]] virtual Result<std::optional<std::string>> original(Hash const& hash) = 0;
    [[nodiscard]] virtual Result<void> scan_originals(std::function<bool(StoredOriginal const&)> const& visit) = 0;

    // Settings of this archive: they do not travel in bundles.
    [[nodiscard]] virtual Result<std::optional<std::string>> setting(std::string_view name) = 0;
    [[nodiscard]] virtual Result<void> set_setting(std::string_view name, std::string_view value) = 0;

    // Tables of what can be computed again, by the name of the table and a key; ordered by the key's bytes.
    // A write is one transaction: all changes or none. FaultKind::overtaken when the guard's row is another by now.
    [[nodiscard]] virtual Result<void> cache_write(std::span<CacheChange const> changes,
                                                   std::optional<CacheGuard> guard) = 0;
    [[nodiscard]] Result<void> cache_write(std::span<CacheChange const> changes) { return cache_write(changes, {}); }
    [[nodiscard]] virtual Result<std::optional<std::string>> cache_get(std::string_view table,
                                                                       std::string_view key) = 0;
    [[nodiscard]] virtual Result<void> cache_scan(
        std::string_view table, std::string_view prefix,
        std::function<bool(std::string_view key, std::string_view value)> const& visit) = 0;
    // Every row, by table and key.
    [[nodiscard]] virtual Result<void> cache_scan_all(
        std::function<bool(std::string_view table, std::string_view key, std::string_view value)> const& visit) = 0;
    [[nodiscard]] virtual Result<void> drop_cache() = 0;

    // What the medium says of its own soundness; empty when all is well.
    [[nodiscard]] virtual Result<std::vector<Damage>> check_medium() = 0;
};

// Entries in order of arrival, parsed. An entry that does not parse ends the walk with its fault.
[[nodiscard]] Result<void> read_entries(Store& store, std::uint64_t from,
                                        std::function<bool(std::uint64_t position, Entry const&)> const& visit);

}  // namespace salname::journal
