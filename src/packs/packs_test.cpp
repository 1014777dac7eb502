#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "packs/image.h"
#include "packs/pack_compiler.h"
#include "packs/pattern.h"
#include "text/fold.h"
#include "text/hash.h"

namespace salname {
namespace {

namespace fs = std::filesystem;

// A pack of one language, made for the test and removed after it.
class ToyPack : public testing::Test {
protected:
    void SetUp() override {
        root_ = fs::temp_directory_path() / ("salname-packs-" + std::to_string(::getpid()) +
                                             testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(root_ / "languages/xx/frames");
        write("pack.toml", "id = \"language/xx\"\nversion = \"1\"\n");
        write("paradigms.toml", "[paradigm.add]\nstrip = \"\"\nbase = \"\"\npast = \"ed\"\n");
        write("verbs.toml", "[words]\nadd = [\"detain\"]\n");
    }
    void TearDown() override { fs::remove_all(root_); }

    void write(std::string const& name, std::string const& text) {
        std::ofstream(root_ / "languages/xx" / name) << text;
    }

    [[nodiscard]] std::string faults() const {
        std::string all;
        for (Fault const& fault : compile_packs(root_).faults)
            all += fault.message().substr(fault.message().find("languages/")) + '\n';
        return all;
    }

    fs::path root_;
};

TEST_F(ToyPack, CompilesAndFindsWords) {
    write("words.toml", "[class]\nnegation = [\"not\"]\nhearsay = [\"it is said\"]\n[values.month]\n3 = [\"March\"]\n");
    write("frames/detained.toml", "[[frame]]\nid = \"detained\"\ntype = \"detained\"\npatterns = [\"<detain:v>\"]\n");
    CompiledPacks const compiled = compile_packs(root_);
    ASSERT_TRUE(compiled.faults.empty()) << compiled.faults[0].message();
    auto const packs = open_image({reinterpret_cast<std::byte const*>(compiled.image.data()), compiled.image.size()});
    ASSERT_TRUE(packs);
    WordId const march = packs->find(hash_bytes(fold("MARCH")));
    ASSERT_NE(march, 0U);
    EXPECT_EQ(packs->value_of(march, WordClass::month), 3);
    WordId const detained = packs->find(hash_bytes("detained"));
    ASSERT_NE(detained, 0U);
    EXPECT_EQ(packs->words[detained].start_count, 1U);
    EXPECT_EQ(packs->find(hash_bytes("unheard")), 0U);
}

TEST_F(ToyPack, SameFilesSameImage) {
    write("words.toml", "[class]\nnegation = [\"not\", \"never\"]\n");
    EXPECT_EQ(compile_packs(root_).image, compile_packs(root_).image);
}

TEST_F(ToyPack, FaultsNameFileAndLine) {
    write("words.toml", "[class]\nnegation = [\"not\"]\nnonsense = [\"x\"]\n");
    EXPECT_NE(faults().find("words.toml:3"), std::string::npos) << faults();
    write("words.toml", "[class]\nnegation = \"not\"\n");
    EXPECT_NE(faults().find("must be a list"), std::string::npos) << faults();
    write("words.toml", "[class\n");
    EXPECT_NE(faults().find("words.toml:1"), std::string::npos) << faults();
}

TEST_F(ToyPack, FramesAreChecked) {
    write("frames/f.toml", "[[frame]]\nid = \"a\"\ntype = \"eaten\"\npatterns = [\"x\"]\n");
    EXPECT_NE(faults().find("no event type 'eaten'"), std::string::npos) << faults();
    write("frames/f.toml", "[[frame]]\nid = \"a\"\ntype = \"fined\"\npatterns = [\n\"x\",\n\"<vanish>\"]\n");
    EXPECT_NE(faults().find("f.toml:6"), std::string::npos) << faults();
    write("frames/f.toml", "[[frame]]\nid = \"a\"\ntype = \"fined\"\npatterns = [\"* x\"]\n");
    EXPECT_NE(faults().find("may not begin"), std::string::npos) << faults();
    write("frames/f.toml", "[[frame]]\nid = \"a\"\ntype = \"fined\"\npattern = [\"x\"]\n");
    EXPECT_NE(faults().find("no field 'pattern'"), std::string::npos) << faults();
}

TEST_F(ToyPack, ParadigmsAreChecked) {
    write("paradigms.toml", "[paradigm.drop]\nstrip = \"e\"\nbase = \"e\"\npast = \"ed\"\n");
    write("verbs.toml", "[words]\ndrop = [\"charge\", \"detain\"]\n");
    EXPECT_NE(faults().find("'detain' does not end in 'e'"), std::string::npos) << faults();
}

TEST(Image, RefusesDamage) {
    VocabularyData data;
    data.words.emplace_back();
    data.phrase_nodes.emplace_back();
    std::string image = write_image(data);
    auto const open = [](std::string const& bytes) {
        return open_image({reinterpret_cast<std::byte const*>(bytes.data()), bytes.size()});
    };
    EXPECT_TRUE(open(image));
    EXPECT_FALSE(open(image.substr(0, image.size() - 16)));
    EXPECT_FALSE(open("short"));
    image[0] = 'x';
    EXPECT_FALSE(open(image));
}

TEST(WordClasses, NamesAreOneToOne) {
    for (std::size_t i = 0; i < word_class_count; ++i)
        EXPECT_EQ(word_class_named(word_class_names[i]), static_cast<WordClass>(i)) << word_class_names[i];
}

}  // namespace
}  // namespace salname
