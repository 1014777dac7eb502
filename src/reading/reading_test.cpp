#include <gtest/gtest.h>

#include "cli/embedded_packs.h"
#include "documents/plain.h"
#include "packs/image.h"
#include "reading/reader.h"

namespace salname {
namespace {

Vocabulary const& packs() {
    static Vocabulary const opened = *open_image(embedded_packs());
    return opened;
}

ReadReport read(std::string const& text, std::string_view published = "") {
    static std::vector<Document> kept;  // spans point into it
    kept.reserve(1000);
    kept.push_back(*read_plain("test.txt", text));
    ReadOptions options;
    if (!published.empty()) options.published = parse_edtf(published)->begin;
    ReadReport last;
    for_each_report(kept.back(), packs(), options, [&](ReadReport const& work) { last = work; });
    return last;
}

std::vector<std::string> values(ReadReport const& work, MentionKind kind) {
    std::vector<std::string> all;
    for (Mention const& m : work.mentions.all) {
        if (m.kind != kind) continue;
        switch (kind) {
            case MentionKind::date: all.push_back(work.dates[m.value].date.edtf()); break;
            case MentionKind::duration: all.push_back(work.mentions.durations[m.value].iso8601()); break;
            case MentionKind::money:
                all.push_back(work.mentions.money[m.value].currency + ' ' + work.mentions.money[m.value].amount());
                break;
            case MentionKind::provision:
                all.push_back(work.mentions.provisions[m.value].code + ' ' + work.mentions.provisions[m.value].article);
                break;
            case MentionKind::count: all.push_back(std::to_string(m.value)); break;
            default: all.emplace_back(work.report.span_of(m.tokens).of(work.report.text));
        }
    }
    return all;
}

using V = std::vector<std::string>;

struct DateCase {
    std::string text;
    V dates;
};

TEST(Dates, AnUpdateIsLaterThanWhatItUpdates) {
    auto const work = read(
        "Blogger held\n\n[Update, June 14] Ali Aliyev was released on June 13.\n\n"
        "Ali Aliyev was detained on May 28.\n",
        "2024-05-30");
    EXPECT_EQ(values(work, MentionKind::date), (V{"2024-06-14", "2024-06-13", "2024-05-28"}));
}

TEST(Dates, UnderAYearTheDaysAreOfThatYear) {
    auto const work = read(
        "Timeline\n\n2011\n12 March – Ali Aliyev is detained.\nSeptember – He is expelled.\n\n"
        "2013\n4 April – He is called up.\n",
        "2024-05-30");
    EXPECT_EQ(values(work, MentionKind::date), (V{"2011", "2011-03-12", "2011-09", "2013", "2013-04-04"}));
}

TEST(Dates, AStoryOfAnEarlierYearGoesOn) {
    auto const work =
        read("On 9 October 2019 the phone was attacked. On 11 October police stopped the taxi.", "2021-07-30");
    EXPECT_EQ(values(work, MentionKind::date), (V{"2019-10-09", "2019-10-11"}));
}

TEST(Money, TheUnitOfARangeIsOfBothEnds) {
    EXPECT_EQ(
        values(read("A fine between 500 and 1000 manats, or 1000 to 1500 manats for officials."), MentionKind::money),
        (V{"AZN 500", "AZN 1000", "AZN 1000", "AZN 1500"}));
}

TEST(Accounts, ADateFromElsewhereKeepsNoRepeatApart) {
    auto const work = read(
        "On April 15 Ali Aliyev was sentenced to seven years. Ali Aliyev was arrested on July 14. "
        "During his arrest, the blogger suffered a seizure.",
        "2024-05-30");
    std::size_t arrests = 0;
    for (Account const& account : work.reading.accounts) arrests += account.type == EventType::arrested;
    EXPECT_EQ(arrests, 1U);
}

TEST(Dates, FormsAndAnchors) {
    DateCase const cases[] = {
        {"He was detained on 3 March 2020.", {"2020-03-03"}},
        {"He was detained on March 3rd, 2020.", {"2020-03-03"}},
        {"On June 22 he was detained.", {"2023-06-22"}},
        {"On November 8 he was detained.", {"2022-11-08"}},
        {"He was detained yesterday.", {"2023-07-14"}},
        {"He was detained on Monday.", {"2023-07-10"}},
        {"On June 22 he was detained. Two days later he was sentenced.", {"2023-06-22", "2023-06-24"}},
        {"Between March 26 and 27, 2020, people were summoned.", {"2020-03-26/2020-03-27"}},
        {"He was arrested in November of last year.", {"2022-11"}},
        {"It was adopted on 14.02.2023 and 2021-04-15.", {"2023-02-14", "2021-04-15"}},
        {"The year 2016 came; in 2017 it changed.", {"2016", "2017"}},
        {"He lost 2300 times and he may march.", {}},
        {"Under Article 13-2.3 and 388.1 nothing happened.", {}},
        {"The Sunday Times wrote of it.", {}},
    };
    for (DateCase const& c : cases) EXPECT_EQ(values(read(c.text, "2023-07-15"), MentionKind::date), c.dates) << c.text;
}

TEST(Dates, UnknownYearStaysUnknown) {
    EXPECT_EQ(values(read("On June 22 he was detained. The following day he was released."), MentionKind::date),
              (V{"XXXX-06-22", "XXXX-06-23"}));
}

TEST(Dates, TheAnchorIsInTheText) {
    ReadReport const told =
        read("Police arrested Rashid Karimov on 3 May 2021. Two days later he was released by the court.");
    ASSERT_EQ(told.dates.size(), 2U);
    EXPECT_TRUE(told.dates[0].anchor.empty()) << "written in full, it needs none";
    EXPECT_EQ(told.dates[1].date.edtf(), "2021-05-05");
    EXPECT_EQ(told.dates[1].anchor.of(told.report.text), "3 May 2021");
    ReadReport const dated = read("[Update, 3 June 2021] A court released Rashid Karimov yesterday.");
    ASSERT_FALSE(dated.reading.accounts.empty());
    EXPECT_EQ(dated.reading.accounts[0].date.edtf(), "2021-06-02");
    ASSERT_FALSE(dated.reading.accounts[0].slots.empty());
    EXPECT_EQ(dated.reading.accounts[0].slots[0].anchor.of(dated.report.text), "3 June 2021");
    ReadReport const told_day = read("Rashid Karimov was released on 2 June.", "2021-06-03");
    EXPECT_TRUE(told_day.dates.at(0).anchor.empty()) << "the day of publication stands outside of the text";
}

TEST(Durations, InTheUnitOfTheText) {
    DateCase const cases[] = {
        {"sentenced to 30 days in prison", {"P30D"}},
        {"got two and a half years", {"P2Y6M"}},
        {"three years and six months in a colony", {"P3Y6M"}},
        {"a year and a half of probation", {"P1Y6M"}},
        {"held for four hours", {"PT4H"}},
        {"a 30-day term", {"P30D"}},
        {"an 18-month sentence", {"P18M"}},
        {"a 35-year-old resident", {}},
        {"fifteen weeks behind bars", {"P15W"}},
    };
    for (DateCase const& c : cases)
        EXPECT_EQ(values(read("He was " + c.text + "."), MentionKind::duration), c.dates) << c.text;
}

TEST(Money, AnyCurrency) {
    DateCase const cases[] = {
        {"fined 500 manats", {"AZN 500"}},      {"fined AZN 200", {"AZN 200"}}, {"paid $1.5 million", {"USD 1500000"}},
        {"fined 30,000 rubles", {"RUB 30000"}}, {"1,110 BYN", {"BYN 1110"}},    {"a fine of 2,000 lari", {"GEL 2000"}},
    };
    for (DateCase const& c : cases)
        EXPECT_EQ(values(read("He was " + c.text + "."), MentionKind::money), c.dates) << c.text;
}

TEST(Provisions, EveryNotation) {
    DateCase const cases[] = {
        {"Article 388-1.1 of the Code of Administrative Offences", {"CAO 388-1.1"}},
        {"Articles 510 (petty hooliganism) and 535.1 of the Administrative Code", {"CAO 510", "CAO 535.1"}},
        {"Section 505A of the Penal Code", {"PC 505A"}},
        {"Article 207.3, part 2, of the Criminal Code", {"CC 207.3.2"}},
        {"Criminal Code Article 148", {"CC 148"}},
    };
    for (DateCase const& c : cases)
        EXPECT_EQ(values(read("He was charged under " + c.text + "."), MentionKind::provision), c.dates) << c.text;
}

TEST(People, OnePersonManyForms) {
    ReadReport const work = read(
        "Blogger Rashid Karimov was detained. Karimov’s lawyer, Nigar Aliyeva, said that Karimov denies it.\n\nR. "
        "Karimov was released.");
    ASSERT_EQ(work.people.all.size(), 2U);
    EXPECT_EQ(work.people.all[0].name, "Rashid Karimov");
    EXPECT_EQ(work.people.all[0].mentions.size(), 4U);
    EXPECT_TRUE(work.people.all[1].lawyer);
}

TEST(People, InitialsStayInitials) {
    ReadReport const work = read("The man, whose name is only identified by his initials, K.M., was jailed.");
    ASSERT_EQ(work.people.all.size(), 1U);
    EXPECT_EQ(work.people.all[0].name, "K.M.");
}

TEST(Accounts, PlainSentences) {
    ReadReport const work = read(
        "On May 3, 2021, police detained blogger Rashid Karimov in Ganja. He was sentenced to 30 days of "
        "administrative detention on May 4, 2021. "
        "Karimov was released on June 3, 2021.");
    ASSERT_EQ(work.reading.accounts.size(), 3U);
    EXPECT_EQ(work.reading.accounts[0].date.edtf(), "2021-05-03");
    EXPECT_EQ(work.reading.accounts[1].duration.iso8601(), "P30D");
    EXPECT_EQ(work.reading.accounts[2].type, EventType::released);
    for (Account const& account : work.reading.accounts) EXPECT_EQ(account.person, "p1");
}

TEST(Accounts, NegationsAndDemandsAreNone) {
    for (std::string const text :
         {"Rashid Karimov was not charged.", "The prosecutor asked the court to sentence Rashid Karimov to six years."})
        EXPECT_TRUE(read(text).reading.accounts.empty()) << text;
}

// Whatever the text, every span lies in it and nothing is read twice differently.
TEST(Reader, SpansLieInTheReport) {
    std::string const text =
        "Title of a report\n\n[Update March 3, 2023] Rashid Karimov got three years.\n\nOn May 3 Nigar Aliyeva and "
        "Elvin Aliyev were fined 500 manats each. “She was beaten,” said her lawyer.";
    ReadReport const work = read(text, "2023-03-01");
    auto const inside = [&](Span span) { return span.begin <= span.end && span.end <= text.size(); };
    for (Account const& account : work.reading.accounts) {
        EXPECT_TRUE(inside(account.trigger));
        for (Span const span : account.evidence) EXPECT_TRUE(span.contains(account.trigger) || inside(span));
        for (SlotOrigin const& origin : account.slots) EXPECT_TRUE(inside(origin.span)) << origin.slot;
    }
    for (Person const& person : work.reading.people)
        for (Span const span : person.mentions) EXPECT_FALSE(span.of(text).empty());
    EXPECT_EQ(work.reading.updates.size(), 1U);
    EXPECT_EQ(work.reading.updates[0].date.edtf(), "2023-03-03");
}

TEST(Reader, PathologicalInputEnds) {
    std::string names = "Ali Aliyev";
    for (int i = 0; i < 20000; ++i) names += ", Rashid Karimov" + std::to_string(i % 7);
    for (std::string const& text : {names, std::string(300000, 'a'), std::string(20000, '"'), std::string(20000, '('),
                                    std::string("arrested ") + std::string(200000, ' ')})
        EXPECT_NO_THROW((void)read(text));
}

}  // namespace
}  // namespace salname
