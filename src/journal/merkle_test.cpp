#include "journal/merkle.h"

#include <gtest/gtest.h>

#include <random>

namespace salname::journal {
namespace {

std::string bytes_of(std::string_view hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
    return bytes;
}

// Leaves, roots and proofs of Certificate Transparency's own tests.
std::vector<std::string> const ct_leaves = {
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
char const* const ct_roots[] = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

// A tree that keeps all its nodes.
struct Tree {
    Hasher hasher;
    std::vector<std::vector<Hash>> levels;
    std::vector<Hash> roots;  // by size
    CompactRange range;

    Tree() { roots.push_back(range.root(hasher)); }
    void add(std::string_view leaf) {
        range.add(hasher, leaf_hash(hasher, leaf), [&](unsigned level, std::uint64_t number, Hash const& hash) {
            if (levels.size() <= level) levels.resize(level + 1);
            ASSERT_EQ(levels[level].size(), number);
            levels[level].push_back(hash);
        });
        roots.push_back(range.root(hasher));
    }
    [[nodiscard]] NodeReader reader() const {
        return [this](unsigned level, std::uint64_t number) -> Result<Hash> {
            if (level >= levels.size() || number >= levels[level].size()) return fault(FaultKind::not_found, "no node");
            return levels[level][number];
        };
    }
};

std::vector<std::string> hexes(std::vector<Hash> const& hashes) {
    std::vector<std::string> all;
    for (auto const& hash : hashes) all.push_back(hash.hex());
    return all;
}

TEST(Merkle, KnownRoots) {
    Tree tree;
    EXPECT_EQ(tree.roots[0].hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (std::size_t i = 0; i < ct_leaves.size(); ++i) {
        tree.add(bytes_of(ct_leaves[i]));
        EXPECT_EQ(tree.roots[i + 1].hex(), ct_roots[i]);
    }
    for (std::size_t size = 0; size <= 8; ++size) EXPECT_EQ(tree_root(size, tree.reader()), tree.roots[size]);
}

TEST(Merkle, KnownProofs) {
    Tree tree;
    for (auto const& leaf : ct_leaves) tree.add(bytes_of(leaf));
    EXPECT_EQ(hexes(*inclusion_proof(0, 8, tree.reader())),
              (std::vector<std::string>{"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}));
    EXPECT_EQ(hexes(*inclusion_proof(5, 8, tree.reader())),
              (std::vector<std::string>{"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    EXPECT_EQ(hexes(*consistency_proof(6, 8, tree.reader())),
              (std::vector<std::string>{"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    EXPECT_TRUE(consistency_proof(8, 8, tree.reader())->empty());
    EXPECT_FALSE(inclusion_proof(8, 8, tree.reader()));
    EXPECT_FALSE(consistency_proof(9, 8, tree.reader()));
}

// Every proof of every tree up to 70 leaves holds; changed in any way it does not.
TEST(Merkle, InclusionProperty) {
    std::mt19937_64 random(1);
    Tree tree;
    std::vector<Hash> leaves;
    Hasher hasher;
    for (std::uint64_t size = 1; size <= 70; ++size) {
        std::string const leaf = std::to_string(random());
        tree.add(leaf);
        leaves.push_back(leaf_hash(hasher, leaf));
        for (std::uint64_t index = 0; index < size; ++index) {
            auto proof = inclusion_proof(index, size, tree.reader());
            ASSERT_TRUE(proof);
            Hash const& root = tree.roots[size];
            ASSERT_TRUE(inclusion_holds(leaves[index], index, size, *proof, root));
            ASSERT_FALSE(inclusion_holds(leaves[index], index + 1, size, *proof, root));
            ASSERT_FALSE(inclusion_holds(leaves[index], index, size, *proof, tree.roots[size - 1]));
            ASSERT_FALSE(inclusion_holds(leaf_hash(hasher, "other"), index, size, *proof, root));
            auto longer = *proof;
            longer.push_back(root);
            ASSERT_FALSE(inclusion_holds(leaves[index], index, size, longer, root));
            if (proof->empty()) continue;
            ASSERT_FALSE(inclusion_holds(leaves[index], index, size, {proof->data(), proof->size() - 1}, root));
            (*proof)[random() % proof->size()].bytes[random() % 32] ^= static_cast<std::uint8_t>(1U << random() % 8);
            ASSERT_FALSE(inclusion_holds(leaves[index], index, size, *proof, root));
        }
    }
}

TEST(Merkle, ConsistencyProperty) {
    std::mt19937_64 random(2);
    Tree tree;
    for (std::uint64_t newer = 1; newer <= 70; ++newer) {
        tree.add(std::to_string(random()));
        for (std::uint64_t older = 0; older <= newer; ++older) {
            auto proof = consistency_proof(older, newer, tree.reader());
            ASSERT_TRUE(proof);
            Hash const& before = tree.roots[older];
            Hash const& after = tree.roots[newer];
            ASSERT_TRUE(consistency_holds(older, before, newer, after, *proof)) << older << ' ' << newer;
            Hash wrong = before;
            wrong.bytes[random() % 32] ^= 4;
            ASSERT_FALSE(consistency_holds(older, wrong, newer, after, *proof));
            auto longer = *proof;
            longer.push_back(after);
            ASSERT_FALSE(consistency_holds(older, before, newer, after, longer));
            if (proof->empty()) continue;
            wrong = after;
            wrong.bytes[random() % 32] ^= 4;
            ASSERT_FALSE(consistency_holds(older, before, newer, wrong, *proof));
            ASSERT_FALSE(consistency_holds(older, before, newer, after, {proof->data(), proof->size() - 1}));
            (*proof)[random() % proof->size()].bytes[random() % 32] ^= static_cast<std::uint8_t>(1U << random() % 8);
            ASSERT_FALSE(consistency_holds(older, before, newer, after, *proof));
        }
    }
}

TEST(Merkle, GoesOnFromPeaks) {
    Tree tree;
    for (int i = 0; i < 37; ++i) tree.add(std::to_string(i));
    CompactRange range(37, {tree.levels[5][0], tree.levels[2][8], tree.levels[0][36]});
    EXPECT_EQ(range.root(tree.hasher), tree.roots[37]);
    range.add(tree.hasher, leaf_hash(tree.hasher, "37"));
    tree.add("37");
    EXPECT_EQ(range.root(tree.hasher), tree.roots[38]);
}

TEST(Merkle, FaultOfTheReaderIsPassedOn) {
    Tree tree;
    tree.add("a");
    EXPECT_FALSE(tree_root(5, tree.reader()));
    EXPECT_FALSE(inclusion_proof(1, 5, tree.reader()));
    EXPECT_FALSE(consistency_proof(3, 5, tree.reader()));
}

}  // namespace
}  // namespace salname::journal
