// The list of tests for every store. A new engine adds its factory at the end.
#include <gtest/gtest.h>

#include <random>

#include "journal/hasher.h"
#include "journal/merkle.h"
#include "journal/sample_journal.h"
#include "journal/store_factory.h"

namespace salname::journal {
namespace {

using MakeFactory = std::unique_ptr<StoreFactory> (*)();

class StoreList : public testing::TestWithParam<MakeFactory> {
protected:
    void SetUp() override {
        auto made = factory_->create();
        ASSERT_TRUE(made) << made.error().message();
        store_ = std::move(*made);
    }
    void reopen() {
        store_.reset();
        auto opened = factory_->open();
        ASSERT_TRUE(opened) << opened.error().message();
        store_ = std::move(*opened);
    }
    std::vector<Entry> all() {
        std::vector<Entry> entries;
        auto const read = read_entries(*store_, 0, [&](std::uint64_t position, Entry const& entry) {
            EXPECT_EQ(position, entries.size());
            entries.push_back(entry);
            return true;
        });
        EXPECT_TRUE(read) << read.error().message();
        return entries;
    }
    std::string refusal(std::vector<Entry> const& entries, Forks forks = Forks::refuse) {
        auto const before = *store_->count();
        auto const appended = store_->append(entries, {Durability::batch, forks});
        EXPECT_EQ(*store_->count(), before);
        return appended ? "not refused" : appended.error().what;
    }

    std::unique_ptr<StoreFactory> factory_ = GetParam()();
    std::unique_ptr<Store> store_;
    KeyPair mine_ = sample_key(1);
    KeyPair theirs_ = sample_key(2);
};

TEST_P(StoreList, BeginsEmpty) {
    EXPECT_EQ(store_->count(), 0U);
    EXPECT_EQ(store_->root(0)->hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_TRUE(all().empty());
    EXPECT_FALSE(store_->head(mine_.public_key()).value());
    EXPECT_TRUE(store_->heads()->empty());
    EXPECT_FALSE(store_->entry(Hash{}).value());
    EXPECT_EQ(store_->setting("origin"), "test.example/log");
    EXPECT_EQ(store_->append({}, {})->count, 0U);
}

TEST_P(StoreList, GivesBackWhatWasAppended) {
    auto const first = sample_entries(mine_, {}, 3);
    auto const second = sample_entries(theirs_, {}, 2, Signing::each);
    EXPECT_EQ(store_->append(first, {})->first_position, 0U);
    EXPECT_EQ(store_->append(second, {Durability::decision})->first_position, 3U);
    reopen();
    auto expected = first;
    expected.insert(expected.end(), second.begin(), second.end());
    EXPECT_EQ(all(), expected);
    EXPECT_EQ(store_->entry(first[1].id()), first[1]);
    EXPECT_EQ(store_->position(second[0].id()), 3U);
    EXPECT_FALSE(store_->position(Hash{}).value());
    EXPECT_EQ(store_->head(mine_.public_key()), head_after(first));
    EXPECT_EQ(store_->heads(), (std::vector<Head>{head_after(first), head_after(second)}));
    auto const third = sample_entries(mine_, *store_->head(mine_.public_key()), 1);
    EXPECT_EQ(store_->append(third, {})->first_position, 5U);
}

TEST_P(StoreList, ScansFromAPositionUntilToldToStop) {
    ASSERT_TRUE(store_->append(sample_entries(mine_, {}, 10), {}));
    std::vector<std::uint64_t> seen;
    ASSERT_TRUE(store_->scan(4, [&](StoredEntry const& stored) {
        seen.push_back(stored.position);
        EXPECT_EQ(stored.id, sha256(stored.text));
        EXPECT_TRUE(*store_->entry(stored.id));  // other questions during a walk
        return seen.size() < 3;
    }));
    EXPECT_EQ(seen, (std::vector<std::uint64_t>{4, 5, 6}));
    ASSERT_TRUE(store_->scan(~0ULL, [&](StoredEntry const&) { return seen.clear(), true; }));
    EXPECT_EQ(seen.size(), 3U);
}

TEST_P(StoreList, RefusesWhatDoesNotHold) {
    auto const good = sample_entries(mine_, {}, 3);
    ASSERT_TRUE(store_->append(good, {}));
    EXPECT_NE(refusal(good).find("already"), std::string::npos);

    auto const next = sample_entries(mine_, head_after(good), 3);
    EXPECT_NE(refusal({next[1], next[2]}).find("before it is missing"), std::string::npos);
    EXPECT_NE(refusal({next[0], next[1]}).find("not signed"), std::string::npos);
    EXPECT_NE(refusal({next[0], next[0], next[1], next[2]}).find("twice"), std::string::npos);
    auto changed = next;
    changed[2].signature->bytes[3] ^= 1;
    EXPECT_NE(refusal(changed).find("signature is wrong"), std::string::npos);
    changed = next;
    changed[0].body = "{\"n\":77}";
    EXPECT_NE(refusal(changed).find("before it is missing"), std::string::npos);  // its id is another now
    changed = next;
    changed[0].body = "{ }";
    EXPECT_NE(refusal(changed).find("canonical"), std::string::npos);
    changed = next;
    changed[2].author = theirs_.public_key();
    EXPECT_NE(refusal(changed).find("another author"), std::string::npos);
    auto lone = sample_entries(theirs_, {}, 1);
    lone[0].seq = 2;
    EXPECT_NE(refusal(lone).find("prev"), std::string::npos);
    // All or none: a good author beside a bad one is not taken either.
    auto mixed = sample_entries(theirs_, {}, 2);
    mixed.push_back(next[1]);
    (void)refusal(mixed);
    EXPECT_EQ(all(), good);
    ASSERT_TRUE(store_->append(next, {}));
    EXPECT_FALSE(store_->head(theirs_.public_key()).value());
    ASSERT_TRUE(store_->append(sample_entries(theirs_, {}, 2), {}));
}

TEST_P(StoreList, ClockSetBackIsRefused) {
    auto const good = sample_entries(mine_, {}, 3);
    ASSERT_TRUE(store_->append(good, {}));
    Head head = head_after(good);
    head.time = "2000-01-01T00:00:00Z";  // as if the former entry were older
    auto const back = sign(mine_, head, std::vector<Draft>{{"2001-01-01T00:00:00Z", "note", "{}"}});
    EXPECT_NE(refusal(*back).find("clock was set back"), std::string::npos);
}

TEST_P(StoreList, ForksAreRefusedOrKept) {
    auto const first = sample_entries(mine_, {}, 2);
    ASSERT_TRUE(store_->append(first, {}));
    auto const one = *sign(mine_, head_after(first), std::vector<Draft>{{sample_time(2), "note", "{\"way\":1}"}});
    auto const other = *sign(mine_, head_after(first), std::vector<Draft>{{sample_time(2), "note", "{\"way\":2}"}});
    ASSERT_TRUE(store_->append(one, {}));
    EXPECT_NE(refusal(other).find("two places"), std::string::npos);
    ASSERT_TRUE(store_->append(other, {Durability::batch, Forks::keep}));
    EXPECT_EQ(store_->count(), 4U);
    EXPECT_EQ(store_->ids(mine_.public_key(), 3), (std::vector<Hash>{one[0].id(), other[0].id()}));
    EXPECT_TRUE(store_->ids(mine_.public_key(), 4)->empty());
    EXPECT_EQ(store_->head(mine_.public_key()), head_after(one));  // the one that came first
    ASSERT_TRUE(store_->append(sample_entries(mine_, head_after(one), 1), {}));
}

TEST_P(StoreList, RootsAndProofs) {
    // Past a stored level (256) and not at a round number; appended in uneven pieces by two stores in turn.
    CompactRange range;
    Hasher hasher;
    std::vector<Hash> ids;
    std::vector<Hash> roots = {range.root(hasher)};
    std::optional<Head> head;
    std::mt19937_64 random(3);
    while (ids.size() < 1100) {
        auto const entries = sample_entries(mine_, head, 1 + random() % 90);
        head = head_after(entries);
        ASSERT_TRUE(store_->append(entries, {}));
        if (random() % 3 == 0) reopen();
        for (auto const& entry : entries) {
            ids.push_back(entry.id());
            range.add(hasher, leaf_hash(hasher, ids.back().view()));
            roots.push_back(range.root(hasher));
        }
    }
    std::uint64_t const size = ids.size();
    NodeReader const node = [&](unsigned level, std::uint64_t number) { return store_->node(level, number); };
    for (std::uint64_t const at : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{255}, std::uint64_t{256},
                                   std::uint64_t{257}, std::uint64_t{512}, std::uint64_t{777}, size - 1, size}) {
        EXPECT_EQ(store_->root(at), roots[at]) << at;
        auto const proof = consistency_proof(at, size, node);
        ASSERT_TRUE(proof);
        EXPECT_TRUE(consistency_holds(at, roots[at], size, roots[size], *proof));
        if (at == size) continue;
        auto const path = inclusion_proof(at, size, node);
        ASSERT_TRUE(path);
        EXPECT_TRUE(inclusion_holds(leaf_hash(hasher, ids[at].view()), at, size, *path, roots[size]));
    }
    EXPECT_FALSE(store_->root(size + 1));
    EXPECT_FALSE(store_->node(12, 0));
}

TEST_P(StoreList, TwoStoresOnOneArchive) {
    auto other = *factory_->open();
    auto const first = sample_entries(mine_, {}, 300);
    ASSERT_TRUE(store_->append(first, {}));
    ASSERT_TRUE(other->append(sample_entries(mine_, *other->head(mine_.public_key()), 300), {}));
    ASSERT_TRUE(store_->append(sample_entries(mine_, *store_->head(mine_.public_key()), 300), {}));
    EXPECT_EQ(other->count(), 900U);
    EXPECT_EQ(store_->root(900), other->root(900));
    // Somebody else went on since the head was asked for.
    auto const late = sample_entries(mine_, *store_->head(mine_.public_key()), 1);
    ASSERT_TRUE(other->append(
        *sign(mine_, *other->head(mine_.public_key()), std::vector<Draft>{{sample_time(900), "note", "{}"}}), {}));
    EXPECT_NE(refusal(late).find("appended meanwhile"), std::string::npos);
}

TEST_P(StoreList, Originals) {
    std::string noise(5000, '\0');
    std::mt19937_64 random(4);
    for (char& c : noise) c = static_cast<char>(random());
    for (std::string const& bytes : {std::string(), std::string("x"), std::string(100000, 'a'), noise}) {
        auto const hash = store_->put_original(bytes);
        ASSERT_TRUE(hash) << hash.error().message();
        EXPECT_EQ(*hash, sha256(bytes));
        EXPECT_EQ(store_->put_original(bytes), *hash);
        EXPECT_EQ(store_->original(*hash), bytes);
    }
    reopen();
    EXPECT_EQ(store_->original(sha256(noise)), noise);
    EXPECT_FALSE(store_->original(Hash{}).value());
    std::vector<std::uint64_t> sizes;
    ASSERT_TRUE(store_->scan_originals([&](StoredOriginal const& one) { return sizes.push_back(one.size), true; }));
    EXPECT_EQ(sizes, (std::vector<std::uint64_t>{0, 1, 100000, 5000}));
}

TEST_P(StoreList, Settings) {
    EXPECT_FALSE(store_->setting("name").value());
    ASSERT_TRUE(store_->set_setting("name", "one"));
    ASSERT_TRUE(store_->set_setting("name", ""));
    reopen();
    EXPECT_EQ(store_->setting("name"), "");
}

TEST_P(StoreList, Cache) {
    using namespace std::string_view_literals;
    std::vector<CacheChange> changes = {{"cases", "b\0x"sv, "1"}, {"cases", "a", "2"}, {"people", "a", "3"},
                                        {"cases", "b", ""},       {"cases", "c", "4"}, {"cases", "b\xff"sv, "5"}};
    ASSERT_TRUE(store_->cache_write(changes));
    changes = {{"cases", "a", "6"}, {"cases", "c", std::nullopt}, {"cases", "none", std::nullopt}};
    ASSERT_TRUE(store_->cache_write(changes));
    reopen();
    EXPECT_EQ(store_->cache_get("cases", "a"), "6");
    EXPECT_EQ(store_->cache_get("cases", "b"), "");
    EXPECT_FALSE(store_->cache_get("cases", "c").value());
    auto const scanned = [&](std::string_view prefix) {
        std::string all;
        EXPECT_TRUE(store_->cache_scan("cases", prefix, [&](std::string_view key, std::string_view value) {
            all += std::string(key) + '=' + std::string(value) + ';';
            return true;
        }));
        return all;
    };
    EXPECT_EQ(scanned(""), "a=6;b=;b\0x=1;b\xff=5;"sv);
    EXPECT_EQ(scanned("b"), "b=;b\0x=1;b\xff=5;"sv);
    ASSERT_TRUE(store_->drop_cache());
    EXPECT_EQ(scanned(""), "");
    EXPECT_FALSE(store_->cache_get("people", "a").value());
}

TEST_P(StoreList, SoundMediumSaysNothing) {
    ASSERT_TRUE(store_->append(sample_entries(mine_, {}, 600), {}));
    ASSERT_TRUE(store_->put_original("original"));
    EXPECT_EQ(store_->check_medium(), std::vector<Damage>{});
}

std::unique_ptr<StoreFactory> sqlite() {
    return std::make_unique<SqliteFactory>();
}

INSTANTIATE_TEST_SUITE_P(Sqlite, StoreList, testing::Values(&sqlite));

}  // namespace
}  // namespace salname::journal
