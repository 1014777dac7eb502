#include "journal/sqlite_tables.h"

#include "journal/hasher.h"
#include "journal/packing.h"

namespace salname::journal {

Result<std::vector<Hash>> SqliteOriginals::put(std::span<std::string_view const> originals) {
    for (auto const bytes : originals)
        if (bytes.size() > largest_original)
            return fault(FaultKind::unsupported, "an original of more than 512 MiB cannot be stored",
                         {connection_->path()});
    auto transaction = Transaction::begin(*connection_);
    if (!transaction) return pass(transaction);
    auto find = connection_->kept("SELECT 1 FROM originals WHERE hash = ?");
    auto insert = connection_->kept("INSERT INTO originals (hash, size, packing, bytes) VALUES (?, ?, ?, ?)");
    if (!find) return pass(find);
    if (!insert) return pass(insert);
    std::vector<Hash> hashes;
    Hasher hasher;
    for (auto const bytes : originals) {
        Hash const hash = hasher.sum({bytes});
        hashes.push_back(hash);
        auto const there = (*find)->blob(1, hash.view()).step();
        if (!there) return pass(there);
        (*find)->reset();
        if (*there) continue;
        Packed const packed = pack(bytes);
        auto const added = (*insert)
                               ->blob(1, hash.view())
                               .integer(2, bytes.size())
                               .text(3, packed.packing)
                               .blob(4, packed.bytes)
                               .run();
        if (!added) return pass(added);
    }
    if (auto const committed = transaction->commit(); !committed) return pass(committed);
    return hashes;
}

Result<std::optional<std::string>> SqliteOriginals::get(Hash const& hash) {
    auto find = connection_->kept("SELECT packing, bytes, size FROM originals WHERE hash = ?");
    if (!find) return pass(find);
    auto const row = (*find)->blob(1, hash.view()).step();
    if (!row) return pass(row);
    if (!*row) return std::nullopt;
    auto unpacked = unpack((*find)->bytes_at(0), (*find)->bytes_at(1), (*find)->integer_at(2));
    (*find)->reset();
    if (unpacked && sha256(*unpacked) != hash)
        unpacked = fault(FaultKind::malformed, "its bytes are not those that were stored");
    if (unpacked) return std::move(*unpacked);
    Fault broken = unpacked.error();
    broken.where.file = connection_->path();
    broken.what = "original " + hash.hex() + ": " + broken.what + "; restore it from a backup or a bundle";
    return tl::unexpected<Fault>(std::move(broken));
}

Result<void> SqliteOriginals::scan(std::function<bool(StoredOriginal const&)> const& visit) {
    auto rows = connection_->prepare("SELECT hash, size FROM originals ORDER BY number");
    if (!rows) return pass(rows);
    while (true) {
        auto const row = rows->step();
        if (!row) return pass(row);
        if (!*row) return {};
        auto const hash = Hash::from_bytes(rows->bytes_at(0));
        if (!visit({hash.value_or(Hash{}), rows->integer_at(1)})) return {};
    }
}

Result<std::optional<std::string>> SqliteSettings::get(std::string_view name) {
    auto find = connection_->kept("SELECT value FROM settings WHERE name = ?");
    if (!find) return pass(find);
    auto const row = (*find)->text(1, name).step();
    if (!row) return pass(row);
    if (!*row) return std::nullopt;
    std::string value((*find)->bytes_at(0));
    (*find)->reset();
    return value;
}

Result<void> SqliteSettings::set(std::string_view name, std::string_view value) {
    auto set = connection_->kept(
        "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    if (!set) return pass(set);
    return (*set)->text(1, name).blob(2, value).run();
}

Result<void> SqliteCache::write(std::span<CacheChange const> changes, std::optional<CacheGuard> const& guard) {
    auto transaction = Transaction::begin(*connection_);
    if (!transaction) return pass(transaction);
    if (guard) {
        auto const now = get(guard->table, guard->key);
        if (!now) return pass(now);
        if (now->has_value() != guard->value.has_value() || (*now && **now != *guard->value))
            return fault(FaultKind::overtaken, "somebody else changed the tables in the meantime; try again",
                         {connection_->path()});
    }
    auto put = connection_->kept(
        "INSERT INTO cache (name, key, value) VALUES (?, ?, ?) "
        "ON CONFLICT (name, key) DO UPDATE SET value = excluded.value");
    auto remove = connection_->kept("DELETE FROM cache WHERE name = ? AND key = ?");
    if (!put) return pass(put);
    if (!remove) return pass(remove);
    for (auto const& change : changes) {
        auto const done = change.value ? (*put)->text(1, change.table).blob(2, change.key).blob(3, *change.value).run()
                                       : (*remove)->text(1, change.table).blob(2, change.key).run();
        if (!done) return done;
    }
    return transaction->commit();
}

Result<std::optional<std::string>> SqliteCache::get(std::string_view table, std::string_view key) {
    auto find = connection_->kept("SELECT value FROM cache WHERE name = ? AND key = ?");
    if (!find) return pass(find);
    auto const row = (*find)->text(1, table).blob(2, key).step();
    if (!row) return pass(row);
    if (!*row) return std::nullopt;
    std::string value((*find)->bytes_at(0));
    (*find)->reset();
    return value;
}

Result<void> SqliteCache::scan(std::string_view table, std::string_view prefix,
                               std::function<bool(std::string_view, std::string_view)> const& visit) {
    auto rows = connection_->prepare("SELECT key, value FROM cache WHERE name = ? AND key >= ? ORDER BY key");
    if (!rows) return pass(rows);
    rows->text(1, table).blob(2, prefix);
    while (true) {
        auto const row = rows->step();
        if (!row) return pass(row);
        if (!*row || !rows->bytes_at(0).starts_with(prefix)) return {};
        if (!visit(rows->bytes_at(0), rows->bytes_at(1))) return {};
    }
}

Result<void> SqliteCache::scan_all(
    std::function<bool(std::string_view, std::string_view, std::string_view)> const& visit) {
    auto rows = connection_->prepare("SELECT name, key, value FROM cache ORDER BY name, key");
    if (!rows) return pass(rows);
    while (true) {
        auto const row = rows->step();
        if (!row) return pass(row);
        if (!*row || !visit(rows->bytes_at(0), rows->bytes_at(1), rows->bytes_at(2))) return {};
    }
}

Result<void> SqliteCache::drop() {
    return connection_->execute("DELETE FROM cache");
}

}  // namespace salname::journal
