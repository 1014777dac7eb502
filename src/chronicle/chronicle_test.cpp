#include "chronicle/chronicle.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "chronicle/identity_clues.h"
#include "chronicle/review.h"
#include "chronicle/sample_story.h"
#include "chronicle/sketch.h"
#include "chronicle/veil.h"

namespace salname::chronicle {
namespace {

TEST(Chronicle, TwoReportsOfOneOccurrenceAreOneEventAndDisagreementsAreKept) {
    Story story;
    story.report("a b", {"Ali Veli|sentenced|2021-04-15|P30D"}, {}, "First");
    story.report("c d", {"Ali Veli|sentenced|2021-04-15|P25D"}, {}, "Second");
    Chronicle const c = story.now();
    ASSERT_EQ(c.events.all.size(), 1U);
    EXPECT_EQ(c.events.all[0].voices, 2U);
    ASSERT_EQ(c.events.all[0].disagreements.size(), 1U);
    EXPECT_EQ(c.events.all[0].disagreements[0].slot, "duration");
    EXPECT_EQ(c.people.persons.size(), 1U);
    EXPECT_TRUE(c.people.persons[0].proposed);
}

TEST(Chronicle, IncompatibleDatesAreNeverJoined) {
    Story story;
    story.report("a b", {"Ali Veli|arrested|2021-04-15|"});
    story.report("c d", {"Ali Veli|arrested|2021-05-15|"});
    EXPECT_EQ(story.now().events.all.size(), 2U);
}

TEST(Chronicle, AVaguerDateDoesNotContradict) {
    Story story;
    story.report("a b", {"Ali Veli|arrested|2021-04-15|"});
    story.report("c d", {"Ali Veli|arrested|2021-04|"});
    Chronicle const c = story.now();
    ASSERT_EQ(c.events.all.size(), 1U);
    EXPECT_EQ(c.events.all[0].merged.date.edtf(), "2021-04-15");
    EXPECT_TRUE(c.events.all[0].disagreements.empty());
}

TEST(Chronicle, OneReportNamesTwoPeopleAsTwo) {
    Story story;
    std::string const a = story.report("a b", {"Ali Veli|arrested||", "Ali Veli Oglu|fined||"});
    EXPECT_EQ(story.now().people.persons.size(), 2U);
    story.decide(about_people(Verb::same, {a, "Ali Veli"}, {a, "Ali Veli Oglu"}));
    EXPECT_EQ(story.now().people.persons.size(), 1U) << "a person may say that they are one";
}

TEST(Chronicle, DecisionsThatContradictAreShown) {
    Story story;
    std::string const a = story.report("a b", {"A One|arrested||"});
    std::string const b = story.report("c d", {"B Two|arrested||"});
    std::string const c = story.report("e f", {"C Three|arrested||"});
    story.decide(about_people(Verb::same, {a, "A One"}, {b, "B Two"}));
    story.decide(about_people(Verb::same, {b, "B Two"}, {c, "C Three"}));
    story.decide(about_people(Verb::different, {a, "A One"}, {c, "C Three"}));
    Chronicle const now = story.now();
    EXPECT_EQ(now.people.conflicts.size(), 1U);
    EXPECT_EQ(now.people.persons.size(), 2U);
}

TEST(Chronicle, CopiesAndVersionsAreOneVoice) {
    Story story;
    std::string const text(long_text);
    story.report(text, {"Ali Veli|fined|2021-04-15|"}, "https://a.example/1", "First");
    story.report("As others say: " + text, {"Ali Veli|fined|2021-04-15|"}, {}, "Copy");
    story.report(text + " Update: more.", {"Ali Veli|fined|2021-04-15|"}, "https://a.example/1", "First");
    Chronicle const c = story.now();
    EXPECT_EQ(c.events.all.at(0).voices, 1U);
    EXPECT_EQ(c.sources[1].standing, Standing::copy);
    EXPECT_EQ(c.sources[2].standing, Standing::new_version);
    EXPECT_TRUE(c.sources[0].superseded);
}

TEST(Chronicle, WithinASecondTheAuthorsOwnOrderCounts) {
    Story story;
    story.report("old words", {"Ali Veli|fined||"}, "https://a.example/1");
    story.report("new words", {"Ali Veli|fined||"}, "https://a.example/1");
    for (Story::Entry& e : story.entries()) {
        e.time = "2026-01-01T00:00:00Z";
        std::reverse(e.id.begin(), e.id.end());
    }
    Chronicle const c = story.now();
    EXPECT_EQ(c.facts.reports.at(0).file, "r1.txt");
    EXPECT_TRUE(c.sources[0].superseded);
}

TEST(Chronicle, ChangeBetweenVersionsHasAName) {
    std::string const old(long_text);
    EXPECT_EQ(change_between(old, old + "\nUpdate: released."), "update");
    std::string corrected = old;
    corrected.replace(corrected.find("town"), 4, "city");
    EXPECT_EQ(change_between(old, corrected), "correction");
    EXPECT_EQ(change_between(old, "Quite another text that has nothing to do with what was told here before today"),
              "follow-up");
}

TEST(Chronicle, StatusIsThatOfTheDay) {
    Story story;
    story.report("a b", {"Ali Veli|arrested|2021-04-10|", "Ali Veli|custody_ordered|2021-04-12|P2M",
                         "Ali Veli|released|2021-05-01|"});
    Chronicle const c = story.now();
    ASSERT_EQ(c.cases.size(), 1U);
    auto const on = [&](std::string_view day) {
        return status_on(c.cases[0], c.events, day_number(parse_edtf(day)->begin)).status;
    };
    EXPECT_EQ(on("2021-04-01"), Status::unknown);
    EXPECT_EQ(on("2021-04-11"), Status::detained);
    EXPECT_EQ(on("2021-04-20"), Status::remanded);
    EXPECT_EQ(on("2021-05-02"), Status::released);
    ASSERT_EQ(c.cases[0].custody.size(), 1U);
    EXPECT_EQ(days_in_custody(c.cases[0].custody, std::nullopt), (DayCount{21, 21}));
}

TEST(Chronicle, PartialDatesGiveIntervalsOfDays) {
    Story story;
    story.report("a b", {"Ali Veli|arrested|2021-04|", "Ali Veli|released|2021-06-10|"});
    Chronicle const c = story.now();
    EXPECT_EQ(days_in_custody(c.cases.at(0).custody, std::nullopt), (DayCount{41, 70}));
}

TEST(Chronicle, ANewMatterAfterAQuietYear) {
    Story story;
    story.report("a b",
                 {"Ali Veli|fined|2019-04-10|", "Ali Veli|arrested|2021-04-10|", "Ali Veli|released|2021-05-10|"});
    EXPECT_EQ(story.now().cases.size(), 2U);
}

TEST(Chronicle, WhatWasKnownOnADayIsWhatHadBeenEntered) {
    Story story;
    story.report("a b", {"Ali Veli|fined|2019-04-10|"});
    EXPECT_EQ(story.now("2025-12-31").facts.reports.size(), 0U);
    EXPECT_EQ(story.now("2026-01-01").facts.reports.size(), 1U);
}

TEST(Chronicle, AnUndoCanBeUndone) {
    Story story;
    std::string const a = story.report("a b", {"A One|arrested||"});
    std::string const b = story.report("c d", {"B Two|arrested||"});
    std::string const same = story.decide(about_people(Verb::same, {a, "A One"}, {b, "B Two"}));
    std::string const joined = story.shown();
    std::string const undo = story.undo(same);
    EXPECT_NE(story.shown(), joined);
    story.undo(undo);
    EXPECT_EQ(story.shown(), joined);
}

TEST(Chronicle, AConfirmedAccountOutlivesANewReading) {
    Story story;
    std::string const a = story.report("a b", {"Ali Veli|fined|2021-04-10|"});
    Decision d;
    d.verb = Verb::confirm;
    d.account = AccountRef{a, 0, 5, EventType::fined, "Ali Veli"};
    story.decide(d);
    story.entries().push_back({std::string(64, 'f'), "2026-02-01T00:00:00Z", "reading", reading_body(a, "[]"), 99});
    Chronicle const c = story.now();
    ASSERT_EQ(c.events.accounts.size(), 1U);
    EXPECT_EQ(c.events.accounts[0].judgement, Judgement::confirmed);
}

TEST(Chronicle, TheVeilHidesEveryFormOfAProtectedName) {
    Story story;
    std::string const a = story.report("a b", {"Leyla Aliyeva|fined||"});
    Decision d;
    d.verb = Verb::protect;
    d.person = PersonRef{a, "Leyla Aliyeva"};
    d.text = "L.A.";
    story.decide(d);
    Veil const veil(story.now().hidden);
    EXPECT_EQ(veil.over("Leyla Aliyeva was fined; ALİYEVA'S lawyer"), "L.A. was fined; L.A. lawyer");
    EXPECT_EQ(veil.over("Nobody else is hidden."), "Nobody else is hidden.");
}

TEST(Chronicle, WhatNobodyConfirmedIsAskedFirstWhenItWeighsMost) {
    Story story;
    story.report("a b", {"Ali Veli|posted||", "Ali Veli|sentenced|2021-04-15|P30D"});
    Chronicle const c = story.now();
    auto const queue = review_queue(c);
    ASSERT_EQ(queue.size(), 2U);
    EXPECT_EQ(c.events.accounts[queue[0].a].account.type, EventType::sentenced);
}

TEST(Chronicle, WhatStandsBesideTwoNamesSpeaksForOnePersonOrAgainst) {
    Story story;
    std::string const a = story.report("a b", {"Ali Veli|arrested|2021-04-15|", "Co Accused|arrested|2021-04-15|"});
    std::string const b = story.report("c d", {"Ali Velizade|arrested|2021-04-15|", "Co Accused|fined||"});
    Chronicle const c = story.now();
    auto const clues = clues_between(c, c.people.member({a, "Ali Veli"}), c.people.member({b, "Ali Velizade"}));
    ASSERT_EQ(clues.size(), 2U);
    EXPECT_EQ(clues[0].kind, ClueKind::occurrence);
    EXPECT_EQ(clues[1].kind, ClueKind::named_with);
    EXPECT_EQ(clues[1].text, "Co Accused");
}

// Any history equals the history without what was undone, and the order of arrival changes nothing. SALNAME_HISTORIES
// in the environment: so many instead of a few.
TEST(Chronicle, UndoneStepsLeaveNoTrace) {
    std::mt19937 random(4);  // NOLINT: the same every time on purpose
    char const* const wanted = std::getenv("SALNAME_HISTORIES");
    int const histories = wanted == nullptr ? 300 : std::atoi(wanted);
    for (int round = 0; round < histories; ++round) {
        Story full;
        std::vector<PersonRef> people;
        for (int n = 0; n < 5; ++n) {
            std::string const name = std::string(1, static_cast<char>('A' + n)) + " Person";
            people.push_back(
                {full.report("t" + std::to_string(n), {name + "|arrested|2021-04-1" + std::to_string(n) + "|"}), name});
        }
        std::vector<std::string> stand;
        std::set<std::string> undone;
        for (int step = 0; step < 12; ++step) {
            if (!stand.empty() && random() % 3 == 0) {
                std::size_t const which = random() % stand.size();
                full.undo(stand[which]);
                undone.insert(stand[which]);
                stand.erase(stand.begin() + static_cast<std::ptrdiff_t>(which));
                continue;
            }
            std::size_t const a = random() % people.size();
            std::size_t const b = (a + 1 + random() % (people.size() - 1)) % people.size();
            stand.push_back(
                full.decide(about_people(random() % 2 == 0 ? Verb::same : Verb::different, people[a], people[b])));
        }
        std::string const shown = full.shown();
        Story shuffled = full;
        std::shuffle(shuffled.entries().begin(), shuffled.entries().end(), random);
        EXPECT_EQ(shuffled.shown(), shown);
        std::erase_if(full.entries(), [&](Story::Entry const& e) { return e.kind == "undo" || undone.contains(e.id); });
        ASSERT_EQ(full.shown(), shown) << "round " << round;
    }
}

TEST(Decision, WhatIsHalfUnderstoodIsRefused) {
    EXPECT_FALSE(parse_decision("{}"));
    EXPECT_FALSE(parse_decision(R"({"verb":"same"})"));
    EXPECT_FALSE(parse_decision(R"({"verb":"forget","text":"x"})"));
    EXPECT_FALSE(parse_decision(R"({"verb":"note","text":"x","person":{"original":"a","name":"b"},"more":1})"));
    Decision d = about_people(Verb::unsure, {"a", "b"}, {"c", "d"});
    d.reason = "no idea";
    d.seconds = 7;
    auto const back = parse_decision(body_of(d));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, d);
}

TEST(Slots, ValuesGoToTextAndBack) {
    Account account;
    for (auto const& [slot, value] : std::map<std::string, std::string>{{"date", "XXXX-06-22"},
                                                                        {"duration", "P2Y6M"},
                                                                        {"money", "500 AZN"},
                                                                        {"count", "15"},
                                                                        {"charges", "one; two"},
                                                                        {"provisions", "CAO 388-1"},
                                                                        {"modality", "denied"},
                                                                        {"place", "Ganja"},
                                                                        {"type", "fined"}}) {
        ASSERT_TRUE(set_slot(account, slot, value)) << slot;
        EXPECT_EQ(slot_text(account, slot), value);
    }
    EXPECT_FALSE(set_slot(account, "date", "yesterday"));
    EXPECT_FALSE(set_slot(account, "duration", "P"));
    EXPECT_FALSE(set_slot(account, "colour", "red"));
}

TEST(Sketch, LikenessIsThatOfTheTexts) {
    std::string const text(long_text);
    EXPECT_EQ(likeness(sketch_of(text), sketch_of(text)), 1);
    EXPECT_GT(likeness(sketch_of(text), sketch_of("Intro. " + text)), copy_likeness);
    EXPECT_EQ(likeness(sketch_of(text), sketch_of("nothing of this was ever said here by anybody at all")), 0);
    EXPECT_EQ(parse_sketch(print_sketch(sketch_of(text))), sketch_of(text));
    EXPECT_TRUE(parse_sketch("1:zz").empty());
}

}  // namespace
}  // namespace salname::chronicle
