// What only a file can suffer: cut, damaged, full, locked, read-only, of another kind, changed behind our back.
#include "journal/sqlite_store.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>

#include "journal/hasher.h"
#include "journal/sample_journal.h"
#include "journal/store_factory.h"

namespace salname::journal {
namespace {

namespace fs = std::filesystem;

class ArchiveFile : public testing::Test {
protected:
    void SetUp() override {
        auto store = factory_.create();
        ASSERT_TRUE(store) << store.error().message();
        ASSERT_TRUE((*store)->append(sample_entries(sample_key(1), {}, 500), {}));
        ASSERT_TRUE((*store)->put_original(std::string(3000, 'o')));
    }
    // Runs SQL as somebody with another tool would; the error message, empty when it went through.
    std::string sql(char const* statement) {
        sqlite3* database = nullptr;
        sqlite3_open(path_.c_str(), &database);
        char* message = nullptr;
        sqlite3_exec(database, statement, nullptr, nullptr, &message);
        std::string const said = message == nullptr ? "" : message;
        sqlite3_free(message);
        sqlite3_close(database);
        return said;
    }
    std::string fault_of_opening() {
        auto const opened = open_archive(path_);
        return opened ? "opened" : opened.error().message();
    }
    void overwrite(std::uint64_t at, std::string const& bytes) {
        std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(at));
        file << bytes;
    }

    SqliteFactory factory_;
    std::string path_ = factory_.path();
};

TEST_F(ArchiveFile, OnlyTheOwnerMayRead) {
    EXPECT_EQ(fs::status(path_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_FALSE(fs::exists(path_ + "-wal"));  // all is in the one file once it is closed
}

TEST_F(ArchiveFile, NothingIsOverwritten) {
    auto const again = create_archive(path_, "test.example/log");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().where.file, path_);
    EXPECT_FALSE(create_archive(factory_.folder() / "no folder" / "x", "o"));
    EXPECT_FALSE(create_archive(factory_.folder() / "new", "two words"));
    EXPECT_FALSE(fs::exists(factory_.folder() / "new"));
}

TEST_F(ArchiveFile, ChangeIsRefused) {
    EXPECT_EQ(sql("UPDATE entries SET text = '{}' WHERE position = 3"), "entries are never changed");
    EXPECT_EQ(sql("DELETE FROM entries WHERE position = 3"), "entries are never removed");
    EXPECT_EQ(sql("INSERT INTO entries SELECT 3, randomblob(32), 1, 9, ''"), "entries are added at the end");
    EXPECT_EQ(sql("INSERT OR REPLACE INTO entries SELECT 3, randomblob(32), 1, 9, ''"), "entries are added at the end");
    EXPECT_EQ(sql("UPDATE originals SET bytes = x''"), "originals are never changed");
    EXPECT_EQ(sql("DELETE FROM originals"), "originals are never removed");
    EXPECT_EQ(sql("DELETE FROM nodes"), "nodes are never removed");
    EXPECT_EQ(sql("DELETE FROM authors"), "authors are never removed");
    EXPECT_NE(sql("INSERT INTO entries SELECT 500, 'no blob', 1, 9, ''"), "");
}

TEST_F(ArchiveFile, RemovedTriggersAreSeen) {
    ASSERT_EQ(sql("DROP TRIGGER entries_stay"), "");
    auto const damage = (*open_archive(path_))->check_medium();
    ASSERT_EQ(damage->size(), 1U);
    EXPECT_NE(damage->front().what.find("entries_stay"), std::string::npos);
}

TEST_F(ArchiveFile, NotAnArchive) {
    EXPECT_NE(open_archive(factory_.folder() / "none").error().message().find("no such archive"), std::string::npos);
    EXPECT_NE(open_archive(factory_.folder()).error().message().find("a folder"), std::string::npos);
    ASSERT_EQ(sql("PRAGMA application_id = 0"), "");
    EXPECT_NE(fault_of_opening().find("not an archive of Salname"), std::string::npos);
    std::ofstream(path_, std::ios::trunc) << "Dear all,";
    EXPECT_NE(fault_of_opening().find("not an archive of Salname"), std::string::npos);
    std::ofstream(path_, std::ios::trunc).flush();
    EXPECT_NE(fault_of_opening().find("empty file"), std::string::npos);
}

TEST_F(ArchiveFile, NewerFormat) {
    ASSERT_EQ(sql("PRAGMA user_version = 2"), "");
    EXPECT_NE(fault_of_opening().find("format 2"), std::string::npos) << fault_of_opening();
}

TEST_F(ArchiveFile, CutShort) {
    fs::resize_file(path_, fs::file_size(path_) - 5000);
    EXPECT_NE(fault_of_opening().find("cut short"), std::string::npos) << fault_of_opening();
    EXPECT_TRUE(fault_of_opening().starts_with(path_));
}

// Every page in turn overwritten: never a crash, and whatever is read is whole or a fault.
TEST_F(ArchiveFile, DamagedPages) {
    std::string original(fs::file_size(path_), '\0');
    std::ifstream(path_, std::ios::binary).read(original.data(), static_cast<std::streamsize>(original.size()));
    std::size_t found = 0;
    std::size_t const pages = original.size() / 4096;
    for (std::size_t page = 0; page < pages; ++page) {
        overwrite(page * 4096 + (page == 0 ? 100 : 0), std::string(1500, '\xA5'));
        bool seen = false;
        auto const store = open_archive(path_);
        if (!store) {
            EXPECT_EQ(store.error().where.file, path_);
            seen = true;
        } else {
            std::size_t entries = 0;
            seen =
                !read_entries(**store, 0, [&](std::uint64_t, Entry const&) { return ++entries > 0; }) || entries != 500;
            auto const damage = (*store)->check_medium();
            seen = seen || !damage || !damage->empty();
            (void)(*store)->original(sha256(std::string(3000, 'o')));
            (void)(*store)->append(sample_entries(sample_key(9), {}, 2), {});
        }
        found += seen ? 1U : 0U;
        fs::remove(path_ + "-wal");
        fs::remove(path_ + "-shm");
        std::ofstream(path_, std::ios::binary | std::ios::trunc) << original;
    }
    EXPECT_EQ(found, pages);
}

TEST_F(ArchiveFile, DamagedOriginal) {
    ASSERT_EQ(sql("DROP TRIGGER originals_stay; UPDATE originals SET size = 4000"), "");
    auto const store = open_archive(path_);
    auto const got = (*store)->original(sha256(std::string(3000, 'o')));
    ASSERT_FALSE(got);
    EXPECT_TRUE(got.error().message().starts_with(path_ + ": original ")) << got.error().message();
}

TEST_F(ArchiveFile, AnotherProcessIsWriting) {
    sqlite3* other = nullptr;
    sqlite3_open(path_.c_str(), &other);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    auto const store = open_archive(path_, {ArchiveOptions::Access::write, 0, 50});
    auto const entries = sample_entries(sample_key(2), {}, 1);
    auto const refused = (*store)->append(entries, {});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message().find("another process is writing"), std::string::npos);
    EXPECT_EQ((*store)->count(), 500U);  // reading goes on
    sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr);
    EXPECT_TRUE((*store)->append(entries, {}));
    sqlite3_close(other);
}

TEST_F(ArchiveFile, NoRoomLeft) {
    auto const store = open_archive(path_, {ArchiveOptions::Access::write, fs::file_size(path_) + 40960, 50});
    auto const head = *(*store)->head(sample_key(1).public_key());
    auto const full = (*store)->append(sample_entries(sample_key(1), head, 2000), {});
    ASSERT_FALSE(full);
    EXPECT_NE(full.error().message().find("no room left"), std::string::npos) << full.error().message();
    EXPECT_EQ((*store)->count(), 500U);
    ASSERT_TRUE((*store)->append(sample_entries(sample_key(1), head, 2), {}));  // less does fit
    EXPECT_EQ((*store)->check_medium(), std::vector<Damage>{});
}

TEST_F(ArchiveFile, ReadOnly) {
    auto const store = open_archive(path_, {ArchiveOptions::Access::read, 0, 50});
    ASSERT_TRUE(store) << store.error().message();
    EXPECT_EQ((*store)->count(), 500U);
    auto const refused = (*store)->append(sample_entries(sample_key(2), {}, 1), {});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message().find("only be read"), std::string::npos) << refused.error().message();
    EXPECT_FALSE((*store)->put_original("x"));
    EXPECT_FALSE((*store)->set_setting("a", "b"));
}

TEST_F(ArchiveFile, ReadFromAMediumThatCannotBeWritten) {
    fs::permissions(factory_.folder(), fs::perms::owner_read | fs::perms::owner_exec);
    auto const store = open_archive(path_, {ArchiveOptions::Access::read, 0, 50});
    EXPECT_TRUE(store) << store.error().message();
    EXPECT_EQ(store ? (*store)->count() : fault(FaultKind::unreadable, ""), 500U);
    fs::permissions(factory_.folder(), fs::perms::owner_all);
}

}  // namespace
}  // namespace salname::journal
