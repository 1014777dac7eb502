#include "journal/merkle.h"

#include <bit>
#include <string>

namespace salname::journal {
namespace {

std::uint64_t half_of(std::uint64_t leaves) {
    return std::bit_floor(leaves - 1);
}  // k of RFC 6962: k < n <= 2k

// The recursive definitions of RFC 6962 section 2.1, over leaves [begin, end) of the whole tree.
class Prover {
public:
    explicit Prover(NodeReader const& node) : node_(node) {}

    // NOLINTNEXTLINE(misc-no-recursion): as deep as the tree is high
    Hash root(std::uint64_t begin, std::uint64_t end) {
        std::uint64_t const leaves = end - begin;
        if (std::has_single_bit(leaves)) {
            auto const level = static_cast<unsigned>(std::countr_zero(leaves));
            auto const hash = node_(level, begin >> level);
            if (!hash && !fault_) fault_ = hash.error();
            return hash.value_or(Hash{});
        }
        std::uint64_t const middle = begin + half_of(leaves);
        Hash const left = root(begin, middle);
        return node_hash(hasher_, left, root(middle, end));
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void path(std::uint64_t index, std::uint64_t begin, std::uint64_t end) {
        if (end - begin == 1) return;
        std::uint64_t const middle = begin + half_of(end - begin);
        if (index < middle) {
            path(index, begin, middle);
            proof_.push_back(root(middle, end));
        } else {
            path(index, middle, end);
            proof_.push_back(root(begin, middle));
        }
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void subproof(std::uint64_t older, std::uint64_t begin, std::uint64_t end, bool whole) {
        if (older == end) {
            if (!whole) proof_.push_back(root(begin, end));
            return;
        }
        std::uint64_t const middle = begin + half_of(end - begin);
        if (older <= middle) {
            subproof(older, begin, middle, whole);
            proof_.push_back(root(middle, end));
        } else {
            subproof(older, middle, end, false);
            proof_.push_back(root(begin, middle));
        }
    }

    Result<std::vector<Hash>> proof() {
        if (fault_) return tl::unexpected<Fault>(*fault_);
        return std::move(proof_);
    }
    [[nodiscard]] std::optional<Fault> const& fault_found() const { return fault_; }

private:
    NodeReader const& node_;
    Hasher hasher_;
    std::vector<Hash> proof_;
    std::optional<Fault> fault_;
};

}  // namespace

Hash leaf_hash(Hasher& hasher, std::string_view leaf) {
    return hasher.sum({std::string_view("\0", 1), leaf});
}

Hash node_hash(Hasher& hasher, Hash const& left, Hash const& right) {
    return hasher.sum({"\x01", left.view(), right.view()});
}

void CompactRange::add(Hasher& hasher, Hash const& leaf, Filled const& filled) {
    Hash hash = leaf;
    unsigned level = 0;
    if (filled) filled(0, size_, hash);
    for (std::uint64_t left = size_; (left & 1U) != 0; left >>= 1U) {
        hash = node_hash(hasher, peaks_.back(), hash);
        peaks_.pop_back();
        ++level;
        if (filled) filled(level, size_ >> level, hash);
    }
    peaks_.push_back(hash);
    ++size_;
}

Hash CompactRange::root(Hasher& hasher) const {
    if (peaks_.empty()) return hasher.sum({});
    Hash hash = peaks_.back();
    for (std::size_t i = peaks_.size() - 1; i-- > 0;) hash = node_hash(hasher, peaks_[i], hash);
    return hash;
}

Result<Hash> tree_root(std::uint64_t size, NodeReader const& node) {
    if (size == 0) return sha256({});
    Prover prover(node);
    Hash const root = prover.root(0, size);
    if (prover.fault_found()) return tl::unexpected<Fault>(*prover.fault_found());
    return root;
}

Result<std::vector<Hash>> inclusion_proof(std::uint64_t index, std::uint64_t size, NodeReader const& node) {
    if (index >= size)
        return fault(FaultKind::invalid, "no proof of position " + std::to_string(index) + ": the log has " +
                                             std::to_string(size) + " entries");
    Prover prover(node);
    prover.path(index, 0, size);
    return prover.proof();
}

Result<std::vector<Hash>> consistency_proof(std::uint64_t older, std::uint64_t newer, NodeReader const& node) {
    if (older > newer)
        return fault(FaultKind::invalid,
                     "no proof from " + std::to_string(older) + " entries to fewer, " + std::to_string(newer));
    if (older == 0 || older == newer) return std::vector<Hash>{};
    Prover prover(node);
    prover.subproof(older, 0, newer, true);
    return prover.proof();
}

// RFC 9162, 2.1.3.2
bool inclusion_holds(Hash const& leaf, std::uint64_t index, std::uint64_t size, std::span<Hash const> proof,
                     Hash const& root) {
    if (index >= size) return false;
    Hasher hasher;
    std::uint64_t at = index;
    std::uint64_t last = size - 1;
    Hash hash = leaf;
    for (Hash const& sibling : proof) {
        if (last == 0) return false;
        if ((at & 1U) != 0 || at == last) {
            hash = node_hash(hasher, sibling, hash);
            while ((at & 1U) == 0 && at != 0) {
                at >>= 1U;
                last >>= 1U;
            }
        } else {
            hash = node_hash(hasher, hash, sibling);
        }
        at >>= 1U;
        last >>= 1U;
    }
    return last == 0 && hash == root;
}

// RFC 9162, 2.1.4.2
bool consistency_holds(std::uint64_t older, Hash const& older_root, std::uint64_t newer, Hash const& newer_root,
                       std::span<Hash const> proof) {
    if (older > newer) return false;
    if (older == newer) return proof.empty() && older_root == newer_root;
    if (older == 0) return proof.empty() && older_root == sha256({});
    std::vector<Hash> path;
    if (std::has_single_bit(older)) path.push_back(older_root);
    path.insert(path.end(), proof.begin(), proof.end());
    if (path.empty() || proof.empty()) return false;

    Hasher hasher;
    std::uint64_t at = older - 1;
    std::uint64_t last = newer - 1;
    while ((at & 1U) != 0) {
        at >>= 1U;
        last >>= 1U;
    }
    Hash old_hash = path[0];
    Hash new_hash = path[0];
    for (std::size_t i = 1; i < path.size(); ++i) {
        if (last == 0) return false;
        if ((at & 1U) != 0 || at == last) {
            old_hash = node_hash(hasher, path[i], old_hash);
            new_hash = node_hash(hasher, path[i], new_hash);
            while ((at & 1U) == 0 && at != 0) {
                at >>= 1U;
                last >>= 1U;
            }
        } else {
            new_hash = node_hash(hasher, new_hash, path[i]);
        }
        at >>= 1U;
        last >>= 1U;
    }
    return last == 0 && old_hash == older_root && new_hash == newer_root;
}

}  // namespace salname::journal
