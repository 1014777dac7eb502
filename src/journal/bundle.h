// Entries and originals in one text file, to carry from one archive to another. docs/formats/bundle.md.
//
// The union of entries is the merge: which archive takes what first makes no difference to what they hold.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "journal/store.h"

namespace salname::journal {

// What to take. Nothing named: everything.
struct BundleSelection {
    std::span<Hash const> ids;    // these entries, and those after them up to the signature that vouches for them
    std::span<Head const> known;  // what the other side has: it and all before it stay out
};

struct BundleSummary {
    std::uint64_t entries = 0;
    std::uint64_t originals = 0;
    std::vector<Hash> missing_originals;  // named by an entry, not in the archive
};

using BundleSink = std::function<Result<void>(std::string_view bytes)>;

// Entries in order of the log, then the originals that they name: members "original" (a hash) and "originals"
// (a list of hashes) of a body.
[[nodiscard]] Result<BundleSummary> export_bundle(Store& store, BundleSelection const& selection,
                                                  BundleSink const& sink);

struct Imported {
    std::uint64_t new_entries = 0;
    std::uint64_t known_entries = 0;
    std::uint64_t originals = 0;
    std::vector<Fork> forks;  // that the new entries are part of
};

// All or nothing: a bundle that is cut, changed or lacks an entry in between is a fault with its line. Originals
// are stored after the entries; should that fail, importing again completes it. Again after that changes nothing.
[[nodiscard]] Result<Imported> import_bundle(Store& store, std::string_view bundle,
                                             Durability durability = Durability::decision);

// Names of originals in a body, as they are written there.
[[nodiscard]] std::vector<Hash> originals_named(std::string_view body);

}  // namespace salname::journal
