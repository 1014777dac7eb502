#include "journal/canonical.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>

namespace salname::journal {
namespace {

// RFC 8785, section 3.2.2 and 3.2.3
TEST(Canonical, ExampleOfTheRfc) {
    auto const canonical = canonical_json(R"({
     "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
     "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
     "literals": [null, true, false]})");
    ASSERT_TRUE(canonical) << canonical.error().message();
    EXPECT_EQ(*canonical,
              "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
              "\"string\":\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

TEST(Canonical, SortingExampleOfTheRfc) {
    auto const canonical = canonical_json(R"({"\u20ac": "Euro Sign", "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One", "\ud83d\ude00": "Emoji: Grinning Face",
        "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"})");
    ASSERT_TRUE(canonical);
    auto const members = canonical_members(*canonical);
    ASSERT_TRUE(members);
    std::vector<std::string_view> values;
    for (auto const& member : *members) values.push_back(member.value);
    EXPECT_EQ(values, (std::vector<std::string_view>{
                          "\"Carriage Return\"", "\"One\"", "\"Control\"", "\"Latin Small Letter O With Diaeresis\"",
                          "\"Euro Sign\"", "\"Emoji: Grinning Face\"", "\"Hebrew Letter Dalet With Dagesh\""}));
}

// RFC 8785, appendix B
TEST(Canonical, NumbersOfTheRfc) {
    struct {
        std::uint64_t bits;
        char const* text;
    } const samples[] = {{0x0000000000000000, "0"},
                         {0x8000000000000000, "0"},
                         {0x0000000000000001, "5e-324"},
                         {0x8000000000000001, "-5e-324"},
                         {0x7fefffffffffffff, "1.7976931348623157e+308"},
                         {0xffefffffffffffff, "-1.7976931348623157e+308"},
                         {0x4340000000000000, "9007199254740992"},
                         {0xc340000000000000, "-9007199254740992"},
                         {0x4430000000000000, "295147905179352830000"},
                         {0x44b52d02c7e14af5, "9.999999999999997e+22"},
                         {0x44b52d02c7e14af6, "1e+23"},
                         {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
                         {0x444b1ae4d6e2ef4e, "999999999999999700000"},
                         {0x444b1ae4d6e2ef4f, "999999999999999900000"},
                         {0x444b1ae4d6e2ef50, "1e+21"},
                         {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
                         {0x3eb0c6f7a0b5ed8d, "0.000001"},
                         {0x41b3de4355555553, "333333333.3333332"},
                         {0x41b3de4355555554, "333333333.33333325"},
                         {0x41b3de4355555555, "333333333.3333333"},
                         {0x41b3de4355555556, "333333333.3333334"},
                         {0x41b3de4355555557, "333333333.33333343"},
                         {0xbecbf647612f3696, "-0.0000033333333333333333"},
                         {0x43143ff3c1cb0959, "1424953923781206.2"}};
    for (auto const& sample : samples) EXPECT_EQ(canonical_number(std::bit_cast<double>(sample.bits)), sample.text);
}

TEST(Canonical, RefusesWhatWouldLoseSomething) {
    for (std::string_view const text : {"",
                                        "{",
                                        "[1,]",
                                        "{\"a\":1,}",
                                        "{\"a\":1,\"\\u0061\":2}",
                                        "\"\\ud83d\"",
                                        "\"\\ude00\"",
                                        "\"\\ud83dx\"",
                                        "01",
                                        "1.",
                                        "+1",
                                        "1e",
                                        "-",
                                        "nul",
                                        "NaN",
                                        "1e400",
                                        "1e-400",
                                        "9007199254740993",
                                        "\"\x01\"",
                                        "\"\xff\"",
                                        "\"\\x\"",
                                        "\"\\u12g4\"",
                                        "1 2",
                                        "\"a",
                                        "'a'",
                                        "{1:2}",
                                        "\xEF\xBB\xBF{}",
                                        "-0x1"})
        EXPECT_FALSE(canonical_json(text)) << text;
    EXPECT_FALSE(canonical_json(std::string(300, '[') + std::string(300, ']')));
    EXPECT_TRUE(canonical_json(std::string(150, '[') + std::string(150, ']')));
    EXPECT_EQ(canonical_json("9007199254740992"), "9007199254740992");
    EXPECT_EQ(canonical_json("-0"), "0");
    EXPECT_EQ(canonical_json("[1.0, 100, 1e2]"), "[1,100,100]");
}

TEST(Canonical, FaultNamesTheByte) {
    auto const broken = canonical_json("{\"a\": tru}");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().where.byte, 6);
}

TEST(Canonical, MembersMustBeCanonical) {
    EXPECT_FALSE(canonical_members("{\"b\":1,\"a\":2}"));
    EXPECT_FALSE(canonical_members("{ }"));
    EXPECT_FALSE(canonical_members("[]"));
    auto const nested = canonical_members("{\"a\":{\"x\":[1,2]},\"b\\n\":\"y\"}");
    ASSERT_TRUE(nested);
    ASSERT_EQ(nested->size(), 2);
    EXPECT_EQ((*nested)[0].value, "{\"x\":[1,2]}");
    EXPECT_EQ((*nested)[1].name, "b\n");
}

TEST(Canonical, StringsBothWays) {
    for (std::string const& text :
         {std::string(""), std::string("a\0b", 3), std::string("\"\\/\b\f\n\r\t\x7f"), std::string("ə𝄞")}) {
        EXPECT_EQ(string_value(canonical_string(text)), text);
        EXPECT_TRUE(is_canonical(canonical_string(text)));
    }
    EXPECT_FALSE(string_value("12"));
    EXPECT_FALSE(string_value("\"a\":1,\"b\""));
}

// Whatever order and spelling, the canonical form is one, and making it canonical again changes nothing.
TEST(Canonical, Property) {
    std::mt19937_64 random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::pair<std::string, std::string>> members;
        for (unsigned i = 0; i < random() % 12; ++i) {
            std::string const name = "k" + std::to_string(i) + (random() % 2 == 0 ? "\\uff21" : "\\ud834\\udd1e");
            double const number = std::bit_cast<double>(random());
            members.emplace_back(name, std::isfinite(number) ? canonical_number(number) : "[ { } ]");
        }
        auto const print = [&] {
            std::string out = "{";
            for (auto const& [name, value] : members)
                out += (out.size() > 1 ? " ,\n" : "") + ('"' + name) + "\" : " + value;
            return out + "}";
        };
        auto const once = canonical_json(print());
        ASSERT_TRUE(once) << print();
        std::shuffle(members.begin(), members.end(), random);
        EXPECT_EQ(canonical_json(print()), *once);
        EXPECT_EQ(canonical_json(*once), *once);
    }
}

}  // namespace
}  // namespace salname::journal
