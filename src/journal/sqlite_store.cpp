#include "journal/sqlite_store.h"

#include <algorithm>
#include <unordered_map>

#include "journal/admission.h"
#include "journal/merkle.h"
#include "journal/sqlite_archive.h"
#include "journal/sqlite_schema.h"
#include "journal/sqlite_tables.h"

namespace salname::journal {
namespace {

class SqliteStore final : public Store, private Admitted {
public:
    explicit SqliteStore(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}

    Result<void> admits(std::span<Entry const> entries, AppendOptions options) override;
    Result<Appended> append(std::span<Entry const> entries, AppendOptions options) override;
    Result<std::uint64_t> count() override {
        return connection_->number("SELECT ifnull(max(position), -1) + 1 FROM entries");
    }
    Result<void> scan(std::uint64_t from, std::function<bool(StoredEntry const&)> const& visit) override;
    Result<std::optional<Entry>> entry(Hash const& id) override;
    Result<std::optional<std::uint64_t>> position(Hash const& id) override;
    Result<std::optional<Head>> head(PublicKey const& author) override;
    Result<std::vector<Head>> heads() override;
    Result<std::vector<Hash>> ids(PublicKey const& author, std::uint64_t seq) override;
    Result<Hash> node(unsigned level, std::uint64_t number) override;

    Result<std::vector<Hash>> put_originals(std::span<std::string_view const> originals) override {
        return SqliteOriginals(*connection_).put(originals);
    }
    Result<std::optional<std::string>> original(Hash const& hash) override {
        return SqliteOriginals(*connection_).get(hash);
    }
    Result<void> scan_originals(std::function<bool(StoredOriginal const&)> const& visit) override {
        return SqliteOriginals(*connection_).scan(visit);
    }
    Result<std::optional<std::string>> setting(std::string_view name) override {
        return SqliteSettings(*connection_).get(name);
    }
    Result<void> set_setting(std::string_view name, std::string_view value) override {
        return SqliteSettings(*connection_).set(name, value);
    }
    Result<void> cache_write(std::span<CacheChange const> changes, std::optional<CacheGuard> guard) override {
        return SqliteCache(*connection_).write(changes, guard);
    }
    Result<std::optional<std::string>> cache_get(std::string_view table, std::string_view key) override {
        return SqliteCache(*connection_).get(table, key);
    }
    Result<void> cache_scan(std::string_view table, std::string_view prefix,
                            std::function<bool(std::string_view, std::string_view)> const& visit) override {
        return SqliteCache(*connection_).scan(table, prefix, visit);
    }
    Result<void> cache_scan_all(
        std::function<bool(std::string_view, std::string_view, std::string_view)> const& visit) override {
        return SqliteCache(*connection_).scan_all(visit);
    }
    Result<void> drop_cache() override { return SqliteCache(*connection_).drop(); }
    Result<std::vector<Damage>> check_medium() override { return medium_damage(*connection_); }

private:
    Result<std::optional<Head>> head_of(Hash const& id) override;
    Result<bool> has_seq(PublicKey const& author, std::uint64_t seq) override {
        return ids(author, seq).map([](std::vector<Hash> const& found) { return !found.empty(); });
    }

    Fault here(Fault fault) const {
        if (fault.where.file.empty()) fault.where.file = connection_->path();
        return fault;
    }
    Result<void> set_durability(Durability durability);
    Result<std::uint64_t> author_number(PublicKey const& author);
    Result<void> store_entries(std::span<Entry const> entries, std::vector<AdmittedEntry> const& admitted,
                               CompactRange& log);
    Result<CompactRange> log_so_far();
    Result<std::optional<Head>> head_from(std::string_view text);

    std::unique_ptr<Connection> connection_;
    Hasher hasher_;
    std::optional<Durability> durability_;
    CompactRange log_;  // as of the last append through this store; another process may have gone on since
    std::unordered_map<PublicKey, std::uint64_t, OctetsHash> author_numbers_;
};

Result<void> SqliteStore::admits(std::span<Entry const> entries, AppendOptions options) {
    auto const admitted = admit(entries, options.forks, *this);
    if (!admitted) return tl::unexpected<Fault>(here(admitted.error()));
    return {};
}

Result<Appended> SqliteStore::append(std::span<Entry const> entries, AppendOptions options) {
    if (auto const set = set_durability(options.durability); !set) return pass(set);
    auto transaction = Transaction::begin(*connection_);
    if (!transaction) return pass(transaction);
    auto log = log_so_far();
    if (!log) return pass(log);
    auto const admitted = admit(entries, options.forks, *this);
    if (!admitted) return tl::unexpected<Fault>(here(admitted.error()));
    Appended const appended{log->size(), entries.size()};
    auto stored = store_entries(entries, *admitted, *log);
    if (stored) stored = transaction->commit();
    if (!stored) {
        author_numbers_.clear();  // may name rows that are taken back
        return pass(stored);
    }
    log_ = std::move(*log);
    return appended;
}

Result<void> SqliteStore::store_entries(std::span<Entry const> entries, std::vector<AdmittedEntry> const& admitted,
                                        CompactRange& log) {
    auto insert = connection_->kept("INSERT INTO entries (position, id, author, seq, text) VALUES (?, ?, ?, ?, ?)");
    if (!insert) return pass(insert);
    Result<void> nodes_stored;
    auto const filled = [&](unsigned level, std::uint64_t number, Hash const& hash) {
        if (level < stored_level || !nodes_stored) return;
        auto node = connection_->kept("INSERT INTO nodes (level, number, hash) VALUES (?, ?, ?)");
        nodes_stored =
            node ? (*node)->integer(1, level).integer(2, number).blob(3, hash.view()).run() : Result<void>(pass(node));
    };
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto const author = author_number(entries[i].author);
        if (!author) return pass(author);
        auto added = (*insert)
                         ->integer(1, log.size())
                         .blob(2, admitted[i].id.view())
                         .integer(3, *author)
                         .integer(4, entries[i].seq)
                         .text(5, admitted[i].text)
                         .run();
        if (!added) return added;
        log.add(hasher_, leaf_hash(hasher_, admitted[i].id.view()), filled);
        if (!nodes_stored) return nodes_stored;
    }
    return {};
}

Result<void> SqliteStore::set_durability(Durability durability) {
    if (durability_ == durability) return {};
    auto const set = connection_->execute(durability == Durability::decision ? "PRAGMA synchronous = FULL"
                                                                             : "PRAGMA synchronous = NORMAL");
    if (set) durability_ = durability;
    return set;
}

Result<CompactRange> SqliteStore::log_so_far() {
    auto const size = count();
    if (!size) return pass(size);
    if (log_.size() == *size) return log_;
    std::vector<Hash> peaks;
    std::uint64_t begin = 0;
    for (unsigned level = 63; level-- > 0;) {
        if (((*size >> level) & 1U) == 0) continue;
        auto const peak = node(level, begin >> level);
        if (!peak) return pass(peak);
        peaks.push_back(*peak);
        begin += 1ULL << level;
    }
    return CompactRange(*size, std::move(peaks));
}

Result<Hash> SqliteStore::node(unsigned level, std::uint64_t number) {
    if (level >= stored_level) {
        auto stored = connection_->kept("SELECT hash FROM nodes WHERE level = ? AND number = ?");
        if (!stored) return pass(stored);
        auto const row = (*stored)->integer(1, level).integer(2, number).step();
        if (!row) return pass(row);
        auto const hash = *row ? Hash::from_bytes((*stored)->bytes_at(0)) : std::nullopt;
        (*stored)->reset();
        if (!hash)
            return fault(FaultKind::malformed, "a node of the log is missing: verify the archive",
                         {connection_->path()});
        return *hash;
    }
    auto ids = connection_->kept("SELECT id FROM entries WHERE position >= ? AND position < ? ORDER BY position");
    if (!ids) return pass(ids);
    (*ids)->integer(1, number << level).integer(2, (number + 1) << level);
    CompactRange range;
    while (true) {
        auto const row = (*ids)->step();
        if (!row) return pass(row);
        if (!*row) break;
        range.add(hasher_, leaf_hash(hasher_, (*ids)->bytes_at(0)));
    }
    if (range.size() != 1ULL << level)
        return fault(FaultKind::malformed, "entries of the log are missing: verify the archive", {connection_->path()});
    return range.root(hasher_);
}

Result<std::uint64_t> SqliteStore::author_number(PublicKey const& author) {
    if (auto const known = author_numbers_.find(author); known != author_numbers_.end()) return known->second;
    auto find = connection_->kept("SELECT number FROM authors WHERE key = ?");
    if (!find) return pass(find);
    auto const row = (*find)->blob(1, author.view()).step();
    if (!row) return pass(row);
    std::uint64_t number = *row ? (*find)->integer_at(0) : 0;
    (*find)->reset();
    if (!*row) {
        auto add = connection_->kept("INSERT INTO authors (key) VALUES (?)");
        if (!add) return pass(add);
        if (auto const added = (*add)->blob(1, author.view()).run(); !added) return pass(added);
        number = static_cast<std::uint64_t>(sqlite3_last_insert_rowid(connection_->handle()));
    }
    author_numbers_.emplace(author, number);
    return number;
}

Result<void> SqliteStore::scan(std::uint64_t from, std::function<bool(StoredEntry const&)> const& visit) {
    auto rows = connection_->prepare("SELECT position, id, text FROM entries WHERE position >= ? ORDER BY position");
    if (!rows) return pass(rows);
    rows->integer(1, std::min<std::uint64_t>(from, INT64_MAX));
    while (true) {
        auto const row = rows->step();
        if (!row) return pass(row);
        if (!*row) return {};
        auto const id = Hash::from_bytes(rows->bytes_at(1));
        // A broken id is left for verification to name: here it is a hash that nothing has.
        if (!visit({rows->integer_at(0), id.value_or(Hash{}), rows->bytes_at(2)})) return {};
    }
}

Result<std::optional<Entry>> SqliteStore::entry(Hash const& id) {
    auto find = connection_->kept("SELECT text FROM entries WHERE id = ?");
    if (!find) return pass(find);
    auto const row = (*find)->blob(1, id.view()).step();
    if (!row) return pass(row);
    if (!*row) return std::nullopt;
    auto parsed = parse_entry((*find)->bytes_at(0));
    (*find)->reset();
    if (!parsed) return tl::unexpected<Fault>(here(parsed.error()));
    return std::move(*parsed);
}

Result<std::optional<std::uint64_t>> SqliteStore::position(Hash const& id) {
    auto find = connection_->kept("SELECT position FROM entries WHERE id = ?");
    if (!find) return pass(find);
    auto const row = (*find)->blob(1, id.view()).step();
    if (!row) return pass(row);
    if (!*row) return std::nullopt;
    std::uint64_t const found = (*find)->integer_at(0);
    (*find)->reset();
    return found;
}

Result<std::optional<Head>> SqliteStore::head_from(std::string_view text) {
    auto const parsed = parse_entry(text);
    if (!parsed) return tl::unexpected<Fault>(here(parsed.error()));
    return Head{parsed->author, parsed->seq, hasher_.sum({text}), parsed->time};
}

Result<std::optional<Head>> SqliteStore::head_of(Hash const& id) {
    auto found = entry(id);
    if (!found) return pass(found);
    if (!*found) return std::nullopt;
    return Head{(*found)->author, (*found)->seq, id, (*found)->time};
}

Result<std::vector<Hash>> SqliteStore::ids(PublicKey const& author, std::uint64_t seq) {
    auto find = connection_->kept(
        "SELECT id FROM entries WHERE author = (SELECT number FROM authors WHERE key = ?) AND seq = ? ORDER BY "
        "position");
    if (!find) return pass(find);
    (*find)->blob(1, author.view()).integer(2, seq);
    std::vector<Hash> all;
    while (true) {
        auto const row = (*find)->step();
        if (!row) return pass(row);
        if (!*row) return all;
        all.push_back(Hash::from_bytes((*find)->bytes_at(0)).value_or(Hash{}));
    }
}

Result<std::optional<Head>> SqliteStore::head(PublicKey const& author) {
    auto find = connection_->kept(
        "SELECT text FROM entries WHERE author = (SELECT number FROM authors WHERE key = ?) "
        "ORDER BY seq DESC, position ASC LIMIT 1");
    if (!find) return pass(find);
    auto const row = (*find)->blob(1, author.view()).step();
    if (!row) return pass(row);
    if (!*row) return std::nullopt;
    auto found = head_from((*find)->bytes_at(0));
    (*find)->reset();
    return found;
}

Result<std::vector<Head>> SqliteStore::heads() {
    auto rows = connection_->prepare("SELECT key FROM authors ORDER BY number");
    if (!rows) return pass(rows);
    std::vector<Head> all;
    while (true) {
        auto const row = rows->step();
        if (!row) return pass(row);
        if (!*row) return all;
        auto const author = PublicKey::from_bytes(rows->bytes_at(0));
        auto newest = author ? head(*author) : Result<std::optional<Head>>();
        if (!newest) return pass(newest);
        if (*newest) all.push_back(std::move(**newest));
    }
}

}  // namespace

std::unique_ptr<Store> sqlite_store(std::unique_ptr<Connection> connection) {
    return std::make_unique<SqliteStore>(std::move(connection));
}

}  // namespace salname::journal
