#include "journal/store.h"

#include "journal/merkle.h"

namespace salname::journal {

Result<Hash> Store::root(std::uint64_t size) {
    auto const entries = count();
    if (!entries) return tl::unexpected<Fault>(entries.error());
    if (size > *entries)
        return fault(FaultKind::invalid,
                     "no root of " + std::to_string(size) + " entries: the log has " + std::to_string(*entries));
    return tree_root(size, [this](unsigned level, std::uint64_t number) { return node(level, number); });
}

Result<Hash> Store::put_original(std::string_view bytes) {
    auto const hashes = put_originals({&bytes, 1});
    if (!hashes) return tl::unexpected<Fault>(hashes.error());
    return hashes->front();
}

Result<void> read_entries(Store& store, std::uint64_t from,
                          std::function<bool(std::uint64_t position, Entry const&)> const& visit) {
    std::optional<Fault> broken;
    auto scanned = store.scan(from, [&](StoredEntry const& stored) {
        auto const entry = parse_entry(stored.text);
        if (entry) return visit(stored.position, *entry);
        broken = entry.error();
        broken->what = "entry at position " + std::to_string(stored.position) + ": " + broken->what;
        return false;
    });
    if (!scanned) return scanned;
    if (broken) return tl::unexpected<Fault>(*broken);
    return {};
}

}  // namespace salname::journal
