#include "journal/bundle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "journal/hasher.h"
#include "journal/sample_journal.h"
#include "journal/store_factory.h"
#include "journal/verify.h"

namespace salname::journal {
namespace {

// An archive that removes itself.
struct Archive {
    SqliteFactory factory;
    std::unique_ptr<Store> store = std::move(factory.create().value());

    std::string exported(BundleSelection const& selection = {}) const {
        std::string bundle;
        auto const done = export_bundle(*store, selection, [&](std::string_view bytes) -> Result<void> {
            bundle += bytes;
            return {};
        });
        EXPECT_TRUE(done) << done.error().message();
        return bundle;
    }
    std::set<std::string> texts() const {
        std::set<std::string> all;
        EXPECT_TRUE(store->scan(0, [&](StoredEntry const& one) { return all.insert(std::string(one.text)), true; }));
        return all;
    }
    void say(KeyPair const& key, std::string const& body, std::size_t count = 1) const {
        auto const head = store->head(key.public_key()).value();
        std::vector<Draft> drafts;
        for (std::size_t i = 0; i < count; ++i)
            drafts.push_back({sample_time((head ? head->seq : 0) + i), "note", i + 1 == count ? body : "{}"});
        ASSERT_TRUE(store->append(sign(key, head, drafts).value(), {}));
    }
    std::string refusal(std::string_view bundle) const {
        auto const before = texts();
        auto const imported = import_bundle(*store, bundle);
        EXPECT_EQ(texts(), before);
        return imported ? "not refused" : imported.error().message();
    }
};

// A bundle with other lines in between and a right last line.
std::string with_lines(std::string bundle, std::vector<std::size_t> const& keep) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < bundle.size();) {
        auto const end = bundle.find('\n', at) + 1;
        lines.push_back(bundle.substr(at, end - at));
        at = end;
    }
    std::string made = lines.front();
    std::size_t originals = 0;
    for (auto const line : keep) {
        made += lines.at(line);
        originals += lines[line].starts_with("{\"bytes\"") ? 1U : 0U;
    }
    std::string const sum = sha256(made).hex();
    return made + "{\"end\":{\"entries\":" + std::to_string(keep.size() - originals) +
           ",\"originals\":" + std::to_string(originals) + "},\"sha256\":\"" + sum + "\"}\n";
}

TEST(Bundles, CarryEverything) {
    Archive const from;
    Archive const to;
    auto const page = from.store->put_original(std::string(5000, 'p')).value();
    auto const other = from.store->put_original("o").value();
    (void)from.store->put_original("not named").value();
    from.say(sample_key(1), "{\"original\":\"" + page.hex() + "\"}", 3);
    from.say(sample_key(2),
             "{\"originals\":[\"" + other.hex() + "\",\"" + page.hex() + "\",\"" + std::string(64, 'f') + "\"]}");
    std::string const bundle = from.exported();
    auto const imported = import_bundle(*to.store, bundle);
    ASSERT_TRUE(imported) << imported.error().message();
    EXPECT_EQ(imported->new_entries, 4U);
    EXPECT_EQ(imported->originals, 2U);
    EXPECT_EQ(to.texts(), from.texts());
    EXPECT_EQ(to.store->original(page), std::string(5000, 'p'));
    EXPECT_TRUE(verify_archive(*to.store)->sound());
    auto const root = to.store->root(4);
    auto const again = import_bundle(*to.store, bundle);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->new_entries, 0U);
    EXPECT_EQ(again->known_entries, 4U);
    EXPECT_EQ(to.store->root(*to.store->count()), root);
}

TEST(Bundles, NamedOriginals) {
    std::string const hash(64, 'a');
    EXPECT_EQ(originals_named("{}").size(), 0U);
    EXPECT_EQ(originals_named("{\"original\":\"" + hash + "\"}").size(), 1U);
    EXPECT_EQ(originals_named("{\"originals\":[\"" + hash + "\",\"" + hash + "\"]}").size(), 2U);
    EXPECT_EQ(originals_named("{\"originals\":[]}").size(), 0U);
    EXPECT_EQ(originals_named("{\"original\":7,\"originals\":\"x\"}").size(), 0U);
    EXPECT_EQ(originals_named("{\"originals\":[1,2,[3]]}").size(), 0U);
}

TEST(Bundles, SelectionTakesTheVouchingEntryAlong) {
    Archive const from;
    from.say(sample_key(1), "{}", 2);
    from.say(sample_key(1), "{}", 5);
    from.say(sample_key(2), "{}", 1);
    std::vector<Hash> ids;
    ASSERT_TRUE(from.store->scan(0, [&](StoredEntry const& one) { return ids.push_back(one.id), true; }));
    Archive const to;
    ASSERT_TRUE(import_bundle(*to.store, from.exported({std::vector<Hash>{ids[0]}, {}})));
    EXPECT_EQ(to.store->count(), 2U);
    // What begins in the middle needs what comes before it.
    Archive const empty;
    std::string const middle = from.exported({std::vector<Hash>{ids[3]}, {}});
    EXPECT_NE(empty.refusal(middle).find("ask for a bundle that begins earlier"), std::string::npos)
        << empty.refusal(middle);
    EXPECT_TRUE(empty.refusal(middle).starts_with("bundle:2:"));
    auto const heads = to.store->heads().value();
    std::string const rest = from.exported({{}, heads});
    EXPECT_EQ(std::count(rest.begin(), rest.end(), '\n'), 2 + 6);
    ASSERT_TRUE(import_bundle(*to.store, rest));
    EXPECT_EQ(to.texts(), from.texts());
    auto const unknown =
        export_bundle(*from.store, {std::vector<Hash>{Hash{}}, {}}, [](std::string_view) { return Result<void>(); });
    EXPECT_FALSE(unknown);
}

TEST(Bundles, ForksAreKeptAndReported) {
    Archive const one;
    Archive const other;
    one.say(sample_key(1), "{}", 2);
    ASSERT_TRUE(import_bundle(*other.store, one.exported()));
    one.say(sample_key(1), "{\"way\":1}");
    other.say(sample_key(1), "{\"way\":2}");
    auto const imported = import_bundle(*other.store, one.exported());
    ASSERT_TRUE(imported) << imported.error().message();
    ASSERT_EQ(imported->forks.size(), 1U);
    EXPECT_EQ(imported->forks[0].seq, 3U);
    EXPECT_EQ(imported->forks[0].ids.size(), 2U);
    ASSERT_TRUE(import_bundle(*one.store, other.exported()));
    EXPECT_EQ(one.texts(), other.texts());
    auto const verified = verify_archive(*one.store);
    EXPECT_TRUE(verified->sound());
    EXPECT_EQ(verified->forks.size(), 1U);
}

TEST(Bundles, DamageIsRefused) {
    Archive const from;
    Archive const to;
    auto const page = from.store->put_original("page").value();
    from.say(sample_key(1), "{\"original\":\"" + page.hex() + "\"}", 4);
    std::string const bundle = from.exported();
    EXPECT_NE(to.refusal("").find("not a bundle"), std::string::npos);
    EXPECT_NE(to.refusal(bundle.substr(0, bundle.size() - 1)).find("cut short"), std::string::npos);
    EXPECT_NE(to.refusal(bundle.substr(0, bundle.rfind("{\"end\""))).find("cut short"), std::string::npos);
    for (std::size_t size = 0; size < bundle.size(); size += 37)
        EXPECT_NE(to.refusal(bundle.substr(0, size)), "not refused");
    for (std::size_t at = 0; at < bundle.size(); at += 5) {
        std::string changed = bundle;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_NE(to.refusal(changed), "not refused") << at;
    }
    EXPECT_NE(to.refusal(with_lines(bundle, {1, 2, 4, 5})).find("begins earlier"), std::string::npos);
    EXPECT_NE(to.refusal(with_lines(bundle, {1, 2, 3})).find("not signed"), std::string::npos);
    std::string newer = bundle;
    newer.replace(newer.find("\"version\":1"), 11, "\"version\":2");
    EXPECT_NE(to.refusal(newer).find("newer"), std::string::npos);
    EXPECT_NE(to.refusal(with_lines(bundle, {5})).find("named by no entry"), std::string::npos);
    EXPECT_FALSE(to.store->original(page).value());
    // An original under a false name
    std::string const false_name =
        with_lines(std::string(bundle).replace(bundle.rfind(page.hex()), 64, std::string(64, 'b')), {1, 2, 3, 4, 5});
    EXPECT_NE(to.refusal(false_name).find("not its own"), std::string::npos);
    std::string forged = bundle;
    char& digit = forged[forged.rfind("\"signature\":\"") + 20];
    digit = digit == '0' ? '1' : '0';
    EXPECT_NE(to.refusal(with_lines(forged, {1, 2, 3, 4, 5})).find("signature is wrong"), std::string::npos);
    EXPECT_FALSE(to.store->original(page).value());  // nothing stays of what was refused
    // Lines in another order are the same bundle; twice is once.
    EXPECT_TRUE(import_bundle(*to.store, with_lines(bundle, {4, 5, 2, 1, 3, 2})));
    EXPECT_EQ(to.texts(), from.texts());
}

// Five archives write and exchange at random; once everybody has heard of everything, all hold the same.
TEST(Bundles, MergeIsUnionProperty) {
    std::mt19937_64 random(11);
    for (int round = 0; round < 5; ++round) {
        std::vector<Archive> archives(4);
        for (int step = 0; step < 40; ++step) {
            auto const& one = archives[random() % 4];
            auto const& other = archives[random() % 4];
            if (random() % 2 == 0) {
                // Archives 2 and 3 share a key, so forks happen.
                auto const who = static_cast<std::uint8_t>(
                    1 + std::min<std::size_t>(2, static_cast<std::size_t>(&one - archives.data())));
                one.say(sample_key(who), "{\"n\":" + std::to_string(random() % 1000) + "}", 1 + random() % 3);
            } else {
                auto const heads = other.store->heads().value();
                bool const some = random() % 2 == 0;
                auto const imported = import_bundle(
                    *other.store, one.exported({{}, some ? std::span<Head const>(heads) : std::span<Head const>()}));
                ASSERT_TRUE(imported) << imported.error().message();
            }
        }
        for (int pass = 0; pass < 2; ++pass)
            for (auto const& one : archives)
                for (auto const& other : archives) ASSERT_TRUE(import_bundle(*other.store, one.exported()));
        for (auto const& one : archives) {
            EXPECT_EQ(one.texts(), archives[0].texts());
            auto const verified = verify_archive(*one.store);
            EXPECT_TRUE(verified->sound()) << verified->damages[0].where << ": " << verified->damages[0].what;
        }
    }
}

}  // namespace
}  // namespace salname::journal
