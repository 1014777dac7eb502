// Follows every author's chain through the log while an archive is verified.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "journal/store.h"

namespace salname::journal {

// What the walk needs of an entry that has been parsed already.
struct Link {
    std::uint64_t position = 0;
    Hash id;
    PublicKey author;
    std::uint64_t seq = 0;
    std::optional<Hash> prev;
    std::string time;
    bool is_signed = false;
};

class Chains {
public:
    explicit Chains(Store& store) : store_(store) {}

    // Says what is wrong with how the entry follows those before it; empty when nothing is.
    [[nodiscard]] std::string add(Link const& link);
    // Entries that nothing vouches for: the last of a chain without a signature.
    [[nodiscard]] std::vector<Damage> unsigned_ends() const;
    [[nodiscard]] std::vector<Fork> const& forks() const { return forks_; }
    [[nodiscard]] std::uint64_t authors() const { return tips_.size(); }

private:
    [[nodiscard]] std::string fork_from(Link const& link);

    Store& store_;
    std::unordered_map<PublicKey, std::vector<Link>, OctetsHash> tips_;  // nearly always one each
    std::vector<Fork> forks_;
};

}  // namespace salname::journal
