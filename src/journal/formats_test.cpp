// The examples of docs/formats/{journal,bundle,archive}.md are what the code reads and writes.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "journal/bundle.h"
#include "journal/checkpoint.h"
#include "journal/hasher.h"
#include "journal/merkle.h"
#include "journal/sample_journal.h"
#include "journal/sqlite_schema.h"
#include "journal/store_factory.h"
#include "journal/verify.h"

namespace salname::journal {
namespace {

std::string document(std::string const& name) {
    std::ifstream in(std::string(SALNAME_SOURCE_DIR) + "/docs/formats/" + name);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

// The first fenced block of this kind.
std::string block(std::string const& text, std::string const& kind) {
    std::string const fence = "```" + kind + "\n";
    auto const begin = text.find(fence);
    EXPECT_NE(begin, std::string::npos);
    return text.substr(begin + fence.size(), text.find("```", begin + 3) - begin - fence.size());
}

TEST(JournalFormats, ExampleOfTheJournal) {
    std::string const text = document("journal.md");
    std::string line = block(text, "json");
    line.pop_back();
    auto const entry = parse_entry(line);
    ASSERT_TRUE(entry) << entry.error().message();
    EXPECT_TRUE(signature_holds(*entry));
    EXPECT_EQ(entry->author, sample_key(1).public_key());
    EXPECT_NE(text.find("\n" + entry->id().hex() + "\n"), std::string::npos);
    auto const key = sample_key(1).public_key();
    EXPECT_NE(text.find(verifier_key("example.org/monitor", key)), std::string::npos);
    ASSERT_TRUE(open_checkpoint(block(text, "checkpoint"), key));
}

TEST(JournalFormats, ExampleOfTheBundle) {
    SqliteFactory factory;
    auto const store = create_archive(factory.path(), "example.org/monitor").value();
    std::string const bundle = block(document("bundle.md"), "jsonl");
    auto const imported = import_bundle(*store, bundle);
    ASSERT_TRUE(imported) << imported.error().message();
    EXPECT_EQ(imported->new_entries, 4U);
    auto const checkpoint = open_checkpoint(block(document("journal.md"), "checkpoint"), sample_key(1).public_key());
    auto const verified = verify_archive(*store, {{&*checkpoint, 1}, 1, 10});
    ASSERT_TRUE(verified);
    EXPECT_TRUE(verified->sound());
    EXPECT_EQ(verified->root, checkpoint->root);
    std::string again;
    ASSERT_TRUE(export_bundle(*store, {}, [&](std::string_view bytes) {
        again += bytes;
        return Result<void>();
    }));
    EXPECT_EQ(again, bundle);
    // The proof in the text is the one that the store gives.
    auto const proof =
        inclusion_proof(2, 4, [&](unsigned level, std::uint64_t number) { return store->node(level, number); });
    ASSERT_TRUE(proof);
    for (auto const& hash : *proof) EXPECT_NE(document("journal.md").find(hash.hex()), std::string::npos);
}

TEST(JournalFormats, TablesOfTheArchive) {
    std::string expected;
    for (char const* const statement : archive_schema) expected += std::string(statement) + ";\n";
    EXPECT_EQ(block(document("archive.md"), "sql"), expected);
    SqliteFactory factory;
    ASSERT_TRUE(factory.create());
    std::string header(72, '\0');
    std::ifstream(factory.path(), std::ios::binary).read(header.data(), 72);
    EXPECT_EQ(header.substr(68), "SALN");
    EXPECT_EQ(header.substr(60, 4), std::string("\0\0\0\1", 4));
}

}  // namespace
}  // namespace salname::journal
