// A whole archive, checked from its bytes: is everything there as it was written, and nothing else?
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "journal/checkpoint.h"
#include "journal/store.h"

namespace salname::journal {

struct VerifyOptions {
    std::span<Checkpoint const> pinned;  // kept elsewhere, their signatures checked: a cut tail shows against them
    unsigned threads = 2;
    std::size_t most_damages = 1000;  // then the walk ends
};

struct Verification {
    std::uint64_t entries = 0;
    std::uint64_t originals = 0;
    std::uint64_t authors = 0;
    Hash root;                    // of the log as it stands
    std::vector<Damage> damages;  // empty: all is well
    std::vector<Fork> forks;      // no damage, but somebody should know

    [[nodiscard]] bool sound() const { return damages.empty(); }
};

// Canonical form, id, signature, chain, time and position of each entry; that each author's last entry is signed;
// the log's stored nodes; originals against their names; pinned checkpoints; the medium. A fault only when the
// archive cannot be asked at all.
[[nodiscard]] Result<Verification> verify_archive(Store& store, VerifyOptions const& options = {});

}  // namespace salname::journal
