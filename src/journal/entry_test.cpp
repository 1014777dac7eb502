#include "journal/entry.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "journal/base64.h"
#include "journal/checkpoint.h"
#include "journal/keys.h"
#include "journal/sample_journal.h"

namespace salname::journal {
namespace {

TEST(Entries, PrintedAndParsed) {
    auto const key = sample_key(1);
    auto const entries =
        sign(key, {}, std::vector<Draft>{{"2026-11-25T10:00:00Z", "note", R"({ "b": 1.0, "a": "ə" })"}});
    ASSERT_TRUE(entries) << entries.error().message();
    auto const& entry = entries->front();
    EXPECT_EQ(entry.body, "{\"a\":\"ə\",\"b\":1}");
    EXPECT_EQ(entry.seq, 1);
    EXPECT_FALSE(entry.prev);
    EXPECT_TRUE(signature_holds(entry));
    auto const parsed = parse_entry(entry.text());
    ASSERT_TRUE(parsed) << parsed.error().message();
    EXPECT_EQ(*parsed, entry);
    EXPECT_EQ(parsed->id(), entry.id());
}

TEST(Entries, LastOfABatchVouchesForAll) {
    auto const entries = sample_entries(sample_key(1), {}, 5);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(entries[i].seq, i + 1);
        EXPECT_EQ(entries[i].signature.has_value(), i == 4);
        EXPECT_EQ(entries[i].prev, i == 0 ? std::nullopt : std::optional(entries[i - 1].id()));
    }
    EXPECT_TRUE(signature_holds(entries[4]));
    auto changed = entries[4];
    changed.prev->bytes[0] ^= 1;
    EXPECT_FALSE(signature_holds(changed));
    auto const each = sign(sample_key(1), {}, sample_drafts(3), Signing::each);
    for (auto const& entry : *each) EXPECT_TRUE(signature_holds(entry));
}

TEST(Entries, AnyChangeBreaksTheSignature) {
    auto const entry = sample_entries(sample_key(1), {}, 1).front();
    auto changed = entry;
    changed.body = "{\"n\":1}";
    EXPECT_FALSE(signature_holds(changed));
    changed = entry;
    changed.time = "2031-01-01T00:00:00Z";
    EXPECT_FALSE(signature_holds(changed));
    changed = entry;
    changed.author = sample_key(2).public_key();
    EXPECT_FALSE(signature_holds(changed));
    changed = entry;
    changed.signature->bytes[63] ^= 0x20;
    EXPECT_FALSE(signature_holds(changed));
}

TEST(Entries, ShapeIsChecked) {
    std::string const good = sample_entries(sample_key(1), {}, 1).front().text();
    ASSERT_TRUE(parse_entry(good));
    auto const with = [&](std::string_view from, std::string_view to) {
        std::string text = good;
        text.replace(text.find(from), from.size(), to);
        return parse_entry(text);
    };
    EXPECT_FALSE(parse_entry(""));
    EXPECT_FALSE(parse_entry("{}"));
    EXPECT_FALSE(parse_entry("[]"));
    EXPECT_FALSE(parse_entry(good + " "));
    EXPECT_FALSE(parse_entry(good.substr(0, good.size() - 1)));
    EXPECT_FALSE(with("\"seq\":1", "\"seq\":0"));
    EXPECT_FALSE(with("\"seq\":1", "\"seq\":-1"));
    EXPECT_FALSE(with("\"seq\":1", "\"seq\":1.5"));
    EXPECT_FALSE(with("\"seq\":1", "\"seq\":2"));  // without prev
    EXPECT_FALSE(with("\"seq\":1", "\"seq\":\"1\""));
    EXPECT_FALSE(with("\"kind\":\"note\"", "\"kind\":\"Note\""));
    EXPECT_FALSE(with("\"kind\":\"note\"", "\"kind\":\"\""));
    EXPECT_FALSE(with("\"kind\":\"note\"", "\"kind\":null"));
    EXPECT_FALSE(with("\"prev\":null", "\"prev\":\"00\""));
    EXPECT_FALSE(with("\"author\":\"", "\"author\":\"A"));
    EXPECT_FALSE(with("\"body\":{\"n\":0}", "\"body\":[]"));
    EXPECT_FALSE(with("\"time\":\"2026-", "\"time\":\"2026"));
    EXPECT_FALSE(with("\"time\"", "\"tine\""));
    auto const unsorted = parse_entry("{\"b\":1,\"a\":1}");
    ASSERT_FALSE(unsorted);
    EXPECT_NE(unsorted.error().what.find("canonical"), std::string::npos);
}

TEST(Entries, ClockSetBackIsAFault) {
    auto const key = sample_key(1);
    std::vector<Draft> drafts = {{"2026-11-25T10:00:00Z", "note", "{}"}, {"2026-11-25T09:59:59Z", "note", "{}"}};
    auto const entries = sign(key, {}, drafts);
    ASSERT_FALSE(entries);
    EXPECT_NE(entries.error().what.find("clock was set back"), std::string::npos) << entries.error().what;
    drafts[1].time = drafts[0].time;
    EXPECT_TRUE(sign(key, {}, drafts));
}

TEST(Entries, DraftsAreChecked) {
    auto const key = sample_key(1);
    auto const refused = [&](Draft draft) { return !sign(key, {}, std::vector<Draft>{std::move(draft)}); };
    EXPECT_TRUE(refused({"now", "note", "{}"}));
    EXPECT_TRUE(refused({"2026-11-25T10:00:00Z", "A note", "{}"}));
    EXPECT_TRUE(refused({"2026-11-25T10:00:00Z", "note", "[]"}));
    EXPECT_TRUE(refused({"2026-11-25T10:00:00Z", "note", "{"}));
    EXPECT_FALSE(sign(key, Head{sample_key(2).public_key(), 1, {}, ""}, sample_drafts(1)));
}

TEST(Entries, Times) {
    for (std::string_view const text : {"2026-11-25T17:47:02Z", "2024-02-29T00:00:00Z", "2000-02-29T23:59:59Z"})
        EXPECT_TRUE(is_time(text)) << text;
    for (std::string_view const text :
         {"", "2026-11-25", "2026-11-25T17:47:02", "2026-11-25T17:47:02.5Z", "2026-11-25t17:47:02Z",
          "2026-11-31T00:00:00Z", "2026-13-01T00:00:00Z", "2025-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
          "2026-11-25T24:00:00Z", "2026-11-25T00:60:00Z", "2026-11-25T00:00:60Z", "2026-11-25T17:47:02+00:00",
          "2026-00-10T00:00:00Z"})
        EXPECT_FALSE(is_time(text)) << text;
}

TEST(Keys, KnownSignature) {  // RFC 8032, 7.1, test 2
    auto const key =
        KeyPair::from_seed(*Seed::from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
    ASSERT_TRUE(key);
    EXPECT_EQ(key->public_key().hex(), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    EXPECT_EQ(key->sign("\x72").hex(),
              "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
              "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
}

TEST(Keys, SealedToOne) {
    auto const mine = sample_key(1);
    auto const sealed = seal("who told us", mine.public_key());
    ASSERT_TRUE(sealed);
    EXPECT_EQ(sealed->find("who told us"), std::string::npos);
    EXPECT_EQ(mine.open(*sealed), "who told us");
    EXPECT_FALSE(sample_key(2).open(*sealed));
    std::string changed = *sealed;
    changed.back() = static_cast<char>(changed.back() ^ 1);
    EXPECT_FALSE(mine.open(changed));
    EXPECT_FALSE(mine.open("short"));
    EXPECT_FALSE(seal("x", PublicKey{}));
    EXPECT_EQ(mine.open(*seal("", mine.public_key())), "");
}

TEST(Keys, File) {
    auto const folder = std::filesystem::temp_directory_path() / ("salname-keys-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder);
    auto const path = key_path("", folder);
    EXPECT_EQ(path, folder / ".config/salname/key");
    EXPECT_EQ(key_path("/etc/x", folder), "/etc/x/salname/key");
    EXPECT_FALSE(load_key(path));
    auto const made = load_or_create_key(path);
    ASSERT_TRUE(made) << made.error().message();
    struct stat about{};
    ASSERT_EQ(stat(path.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0600U);
    auto const again = load_or_create_key(path);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->public_key(), made->public_key());
    EXPECT_FALSE(save_key(sample_key(1), path));  // never overwritten
    std::filesystem::permissions(path, std::filesystem::perms(0644));
    EXPECT_FALSE(load_key(path));
    std::filesystem::permissions(path, std::filesystem::perms(0600));
    std::ofstream(path, std::ios::trunc) << "salname private key 1\nabc\n";
    EXPECT_FALSE(load_or_create_key(path));
    std::filesystem::remove_all(folder);
}

TEST(Checkpoints, SignedAndOpened) {
    auto const key = sample_key(1);
    Checkpoint const checkpoint{"example.org/monitor", 8, *Hash::from_hex(std::string(64, 'a'))};
    auto const note = sign_checkpoint(checkpoint, key);
    ASSERT_TRUE(note);
    EXPECT_TRUE(note->starts_with(
        "example.org/monitor\n8\nqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo=\n\n— example.org/monitor "));
    EXPECT_EQ(open_checkpoint(*note, key.public_key()), checkpoint);
    EXPECT_FALSE(open_checkpoint(*note, sample_key(2).public_key()));
    std::string changed = *note;
    changed.replace(changed.find("\n8\n"), 3, "\n9\n");
    EXPECT_FALSE(open_checkpoint(changed, key.public_key()));
    EXPECT_FALSE(sign_checkpoint({"a b", 0, {}}, key));
    EXPECT_FALSE(sign_checkpoint({"{", 0, {}}, key));
    // A witness adds a line; the note stays good.
    EXPECT_EQ(open_checkpoint(*note + "— witness " + base64("12345678") + "\n", key.public_key()), checkpoint);
}

TEST(Checkpoints, FormIsChecked) {
    std::string const good = *sign_checkpoint({"o", 1, {}}, sample_key(1));
    ASSERT_TRUE(parse_checkpoint(good));
    for (std::size_t size = 0; size < good.size(); ++size) EXPECT_FALSE(parse_checkpoint(good.substr(0, size))) << size;
    for (std::string_view const text : {"o\n01\nAAAA\n\n", "o\n1\n\n\n— o AAAA\n", "\n1\nx\n\n— o AAAAAAAA\n"})
        EXPECT_FALSE(parse_checkpoint(text)) << text;
}

// The key line and note of C2SP's signed-note specification (key of the Go implementation's tests).
TEST(Checkpoints, VerifierKeyOfOthers) {
    auto const raw = from_base64("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    ASSERT_TRUE(raw);
    auto const key = PublicKey::from_bytes(raw->substr(1));
    EXPECT_EQ(verifier_key("PeterNeumann", *key), "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
}

TEST(Base64, KnownAndStrict) {
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("fooba"), "Zm9vYmE=");
    EXPECT_EQ(base64("foob"), "Zm9vYg==");
    for (std::string_view const text : {"", "f", "fo", "foo", "\xff\xfe"}) EXPECT_EQ(from_base64(base64(text)), text);
    for (std::string_view const text : {"Zg=", "Zg", "Zh==", "Zm9=", "Z===", "====", "Zm=v", "Zm9v\n", "Zm 9"})
        EXPECT_FALSE(from_base64(text)) << text;
}

}  // namespace
}  // namespace salname::journal
