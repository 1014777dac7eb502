// The Merkle tree of RFC 6962 and RFC 9162: one root for a list of leaves, short proofs that a leaf is in it and
// that a longer list begins with a shorter one.
//
// The leaves of a journal are the ids of its entries (32 bytes), so a proof tells nothing of what was written.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "journal/hasher.h"
#include "journal/octets.h"
#include "text/result.h"

namespace salname::journal {

[[nodiscard]] Hash leaf_hash(Hasher& hasher, std::string_view leaf);                // SHA-256(0x00 ‖ leaf)
[[nodiscard]] Hash node_hash(Hasher& hasher, Hash const& left, Hash const& right);  // SHA-256(0x01 ‖ left ‖ right)

// A growing tree in O(log n) memory: the roots of its complete subtrees, the largest first.
class CompactRange {
public:
    // Told of every complete subtree, once, when it fills; level 0 are the leaves.
    using Filled = std::function<void(unsigned level, std::uint64_t number, Hash const& hash)>;

    CompactRange() = default;
    // Goes on from a tree of so many leaves; one peak for each bit of `size`, the largest first.
    CompactRange(std::uint64_t size, std::vector<Hash> peaks) : size_(size), peaks_(std::move(peaks)) {}

    void add(Hasher& hasher, Hash const& leaf, Filled const& filled = {});
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] Hash root(Hasher& hasher) const;

private:
    std::uint64_t size_ = 0;
    std::vector<Hash> peaks_;
};

// Gives the root of the complete subtree over leaves [number << level, (number + 1) << level).
using NodeReader = std::function<Result<Hash>(unsigned level, std::uint64_t number)>;

[[nodiscard]] Result<Hash> tree_root(std::uint64_t size, NodeReader const& node);
[[nodiscard]] Result<std::vector<Hash>> inclusion_proof(std::uint64_t index, std::uint64_t size,
                                                        NodeReader const& node);
[[nodiscard]] Result<std::vector<Hash>> consistency_proof(std::uint64_t older, std::uint64_t newer,
                                                          NodeReader const& node);

[[nodiscard]] bool inclusion_holds(Hash const& leaf, std::uint64_t index, std::uint64_t size,
                                   std::span<Hash const> proof, Hash const& root);
[[nodiscard]] bool consistency_holds(std::uint64_t older, Hash const& older_root, std::uint64_t newer,
                                     Hash const& newer_root, std::span<Hash const> proof);

}  // namespace salname::journal
