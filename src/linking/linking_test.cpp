#include <gtest/gtest.h>

#include "cli/embedded_packs.h"
#include "linking/name_score.h"
#include "packs/image.h"
#include "packs/name_pack.h"

namespace salname::linking {
namespace {

NameKnowledge const& knowledge() {
    static NameKnowledge const known = *NameKnowledge::from(*name_pack_of(*open_image(embedded_packs())));
    return known;
}

double score(std::string_view a, std::string_view b) {
    return score_names(knowledge(), parse_name(knowledge(), a), parse_name(knowledge(), b));
}

TEST(Names, ThePacksExamplesHold) {
    ASSERT_GE(knowledge().examples().size(), 10U);
    for (NameExample const& e : knowledge().examples()) {
        double const value = score(e.left, e.right);
        if (e.same)
            EXPECT_GE(value, same_from) << e.file << ':' << e.line << ' ' << e.left << " / " << e.right;
        else
            EXPECT_LT(value, same_from) << e.file << ':' << e.line << ' ' << e.left << " / " << e.right;
    }
}

TEST(Names, AGroupOfSoundsIsNotDroppedAsOne) {
    EXPECT_TRUE(read_name_pack({{"costs.tsv", "a\t-\t-100\n"}}));
    EXPECT_FALSE(read_name_pack({{"costs.tsv", "a b\t-\t-100\n"}}));
    EXPECT_FALSE(read_name_pack({{"costs.tsv", "-\t-\t-100\n"}}));
}

TEST(Names, ParsesStructure) {
    ParsedName const name = parse_name(knowledge(), "Dr. Elşən Həsənov Rəşid oğlu");
    ASSERT_EQ(name.count, 3);
    EXPECT_EQ(name.full_words, 2);
    EXPECT_EQ(name.words[2].kind, WordKind::patronymic);
    EXPECT_EQ(name.gender, Gender::man);
    EXPECT_EQ(parse_name(knowledge(), "K.M.").full_words, 0);
}

TEST(Names, InitialsNeverDecide) {
    EXPECT_LT(score("K.M.", "K.M."), same_from);
    EXPECT_LT(score("K. Ismayilova", "Khadija Ismayilova"), same_from);
}

TEST(Names, ScoresDoNotDependOnOrder) {
    for (auto const& [a, b] :
         {std::pair("Rəşad Həsənov", "Рашад Гасанов"), std::pair("A B C", "B A"), std::pair("", "X Y")})
        EXPECT_NEAR(score(a, b), score(b, a), 0.03);
    EXPECT_EQ(score("", ""), 0);
}

TEST(Names, ExplanationNamesTheVeto) {
    NameComparison const c = explain_names(knowledge(), "Rəşad Həsənov Elxan oğlu", "Rəşad Həsənov Kamil oğlu");
    EXPECT_EQ(c.verdict, Verdict::different);
    bool vetoed = false;
    for (Evidence const& e : c.evidence) vetoed = vetoed || e.what.starts_with("veto");
    EXPECT_TRUE(vetoed);
}

TEST(Names, SpellingsOfOneNameMeetInABlock) {
    auto const keys = [](std::string_view name) {
        std::array<std::uint64_t, 6> all{};
        std::size_t const count = block_keys(knowledge(), parse_name(knowledge(), name), all);
        return std::vector<std::uint64_t>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
    };
    auto const a = keys("Qiyas İbrahimov");
    auto const b = keys("Гияс Ибрагимов");
    bool meet = false;
    for (auto const x : a)
        for (auto const y : b) meet = meet || x == y;
    EXPECT_TRUE(meet);
}

TEST(NamePack, FaultsNameFileAndLine) {
    auto const read = read_name_pack({{"names/costs.tsv", "a\tb\t1\nnonsense\n"}});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().at(0).where.line, 2U);
    EXPECT_FALSE(read_name_pack({{"names/other.toml", "a = 1\n"}}));
}

}  // namespace
}  // namespace salname::linking
