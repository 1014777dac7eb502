#include "journal/verify.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>

#include "journal/hasher.h"
#include "journal/sample_journal.h"
#include "journal/store_factory.h"

namespace salname::journal {
namespace {

class Verify : public testing::Test {
protected:
    void SetUp() override {
        auto const store = factory_.create().value();
        auto const first = sample_entries(sample_key(1), {}, 300);
        ids_ = {first[0].id(), first[100].id(), first[101].id()};
        ASSERT_TRUE(store->append(first, {}));
        ASSERT_TRUE(store->append(sample_entries(sample_key(2), {}, 40, Signing::each), {}));
        ASSERT_TRUE(store->put_original(std::string(3000, 'o')));
        pinned_ = {"test.example/log", 340, store->root(340).value()};
        ASSERT_TRUE(store->append(sample_entries(sample_key(1), head_after(first), 3000), {}));
        ASSERT_TRUE(verified().sound());
    }
    Verification verified() {
        auto const store = open_archive(factory_.path());
        EXPECT_TRUE(store) << store.error().message();
        auto result = verify_archive(**store, {{&pinned_, 1}, 2, 1000});
        EXPECT_TRUE(result) << result.error().message();
        return std::move(*result);
    }
    // As somebody who has the file and another tool; triggers are put back so that only the damage shows.
    void tamper(std::string const& statement) {
        sqlite3* database = nullptr;
        sqlite3_open(factory_.path().c_str(), &database);
        std::vector<std::string> triggers;
        auto const collect = [](void* all, int, char** row, char**) {
            static_cast<std::vector<std::string>*>(all)->emplace_back(row[0]);
            return 0;
        };
        sqlite3_exec(database, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'", collect, &triggers, nullptr);
        std::vector<std::string> names;
        sqlite3_exec(database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'", collect, &names, nullptr);
        for (auto const& name : names)
            sqlite3_exec(database, ("DROP TRIGGER " + name).c_str(), nullptr, nullptr, nullptr);
        char* message = nullptr;
        sqlite3_exec(database, statement.c_str(), nullptr, nullptr, &message);
        EXPECT_EQ(message, nullptr) << message;
        for (auto const& trigger : triggers) sqlite3_exec(database, trigger.c_str(), nullptr, nullptr, nullptr);
        sqlite3_close(database);
    }
    void expect(std::vector<std::pair<std::string, std::string>> const& damages) {
        auto const found = verified().damages;
        for (auto const& [where, what] : damages) {
            bool seen = false;
            for (auto const& damage : found)
                seen = seen || (damage.where == where && damage.what.find(what) != std::string::npos);
            EXPECT_TRUE(seen) << where << ": " << what << " was not found among " << found.size()
                              << (found.empty() ? "" : ", first " + found[0].where + ": " + found[0].what);
        }
        EXPECT_LE(found.size(), damages.size() + 2);
    }

    SqliteFactory factory_;
    Checkpoint pinned_;
    std::vector<Hash> ids_;
};

TEST_F(Verify, SoundArchive) {
    auto const result = verified();
    EXPECT_EQ(result.entries, 3340U);
    EXPECT_EQ(result.authors, 2U);
    EXPECT_EQ(result.originals, 1U);
    EXPECT_EQ(result.root, (*open_archive(factory_.path()))->root(3340));
    EXPECT_TRUE(result.forks.empty());
}

TEST_F(Verify, ChangedText) {
    tamper("UPDATE entries SET text = replace(text, '\"n\":100', '\"n\":999') WHERE position = 100");
    expect({{"entry 100", "its text was changed"}});
}

TEST_F(Verify, ChangedTextAndId) {  // the id made to fit: then the chain does not
    auto const store = open_archive(factory_.path());
    auto entry = *(*store)->entry(ids_[1]).value();
    entry.body = "{\"n\":999}";
    tamper("UPDATE entries SET text = '" + entry.text() + "', id = x'" + entry.id().hex() + "' WHERE position = 100");
    expect({{"entry 101", "the entry before it is missing"},
            {"log", "stored nodes"},
            {"checkpoint of test.example/log at 340", "changed"}});
}

TEST_F(Verify, ChangedSignature) {
    tamper("UPDATE entries SET text = replace(text, '\"kind\":\"note\"', '\"kind\":\"seal\"') WHERE position = 310");
    expect({{"entry 310", "its text was changed"}});
    tamper("UPDATE entries SET text = replace(text, '\"signature\":\"', '\"signature\":\"0') WHERE position = 320");
    expect({{"entry 310", "its text was changed"}, {"entry 320", "its text was changed"}});
}

TEST_F(Verify, RemovedEntry) {
    tamper("DELETE FROM entries WHERE position = 100");
    expect({{"entry 100", "missing: the next that is there stands at 101"},
            {"entry 101", "the entry before it is missing"},
            {"checkpoint of test.example/log at 340", "changed"}});
}

TEST_F(Verify, RenumberedAfterRemoval) {
    tamper("DELETE FROM entries WHERE position = 339; UPDATE entries SET position = position - 1 WHERE position > 339");
    expect({{"checkpoint of test.example/log at 340", "changed, removed or added"}, {"log", "stored nodes"}});
}

TEST_F(Verify, CutTail) {
    tamper("DELETE FROM entries WHERE position >= 340");
    expect({});  // what is left is whole, and the checkpoint covers no more
    tamper("DELETE FROM entries WHERE position >= 330");
    expect({{"checkpoint of test.example/log at 340", "the end of the log was cut off: only 330"}});
}

TEST_F(Verify, CutWithinABatch) {
    tamper("DELETE FROM entries WHERE position >= 2000");
    expect({{"entry 1999", "it is not signed"}});
}

TEST_F(Verify, UnsignedEntryAddedBySomebodyElse) {
    auto forged = sample_entries(sample_key(3), {}, 1).front();
    forged.signature.reset();
    tamper("INSERT INTO authors (key) VALUES (x'" + forged.author.hex() + "'); INSERT INTO entries VALUES (3340, x'" +
           forged.id().hex() + "', 3, 1, '" + forged.text() + "')");
    expect({{"entry 3340", "it is not signed"}});
}

TEST_F(Verify, ChangedOriginal) {
    tamper("UPDATE originals SET bytes = zeroblob(3000), packing = 'raw'");
    expect({{"original " + sha256(std::string(3000, 'o')).hex(), "not those that were stored"}});
}

TEST_F(Verify, OtherLogsCheckpoint) {
    pinned_.origin = "other.example/log";
    expect({{"checkpoint of other.example/log at 340", "another log"}});
}

TEST_F(Verify, DamagedPageIsNamed) {
    auto const size = std::filesystem::file_size(factory_.path());
    std::size_t seen = 0;
    std::string original(size, '\0');
    std::ifstream(factory_.path(), std::ios::binary).read(original.data(), static_cast<std::streamsize>(size));
    for (std::uint64_t page = 20; page < size / 4096; page += 41) {
        std::fstream file(factory_.path(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(page * 4096));
        file << std::string(600, '\xC3');
        file.close();
        auto const store = open_archive(factory_.path());
        if (store) {
            auto const result = verify_archive(**store);
            seen += !result || !result->sound() ? 1U : 0U;
            EXPECT_LT(result ? result->damages.size() : 0, 1000U);
        }
        std::ofstream(factory_.path(), std::ios::binary | std::ios::trunc) << original;
    }
    EXPECT_GT(seen, 5U);
}

}  // namespace
}  // namespace salname::journal
