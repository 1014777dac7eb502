#include "chronicle/tables.h"

#include <gtest/gtest.h>

#include <random>

#include "chronicle/sample_story.h"
#include "cli/embedded_packs.h"
#include "journal/sample_journal.h"
#include "journal/store_factory.h"
#include "linking/name_knowledge.h"
#include "packs/image.h"

namespace salname::chronicle {
namespace {

// An archive whose tables are kept, beside the chronicle computed from all of its entries.
class KeptArchive {
public:
    explicit KeptArchive(std::shared_ptr<NameEvidence const> names)
        : knowledge_{std::move(names), {"imprisonment"}},
          store_(*factory_.create()),
          tables_(*store_, knowledge_, "x") {}

    std::string add(std::string const& kind, std::string const& body) {
        journal::Draft const draft{journal::sample_time(seconds_++), kind, body};
        auto const head = *store_->head(key_.public_key());
        auto const entries = *journal::sign(key_, head, {&draft, 1});
        EXPECT_TRUE(store_->append(entries, {}));
        return entries.back().id().hex();
    }

    [[nodiscard]] Chronicle whole() {
        FactsBuilder facts;
        EXPECT_TRUE(journal::read_entries(*store_, 0, [&](std::uint64_t, journal::Entry const& e) {
            facts.add(e.id().hex(), e.author.hex(), e.time, e.seq, e.kind, e.body);
            return true;
        }));
        return compute(facts.build(), knowledge_);
    }

    // As lists: of the whole chronicle, and of the tables.
    [[nodiscard]] std::string computed() {
        Chronicle const c = whole();
        return lists(case_rows(c, {}), people_rows(c), conflict_rows(c));
    }
    [[nodiscard]] std::string kept() {
        Veil const veil(*tables_.hidden());
        return lists(case_rows(*tables_.cases(), veil, {}), people_rows(*tables_.people(), veil),
                     conflict_rows(*tables_.conflicts(), veil));
    }
    // Every row of every table.
    [[nodiscard]] std::set<std::string> rows() {
        std::set<std::string> all;
        EXPECT_TRUE(store_->cache_scan_all([&](std::string_view table, std::string_view key, std::string_view value) {
            all.insert(std::string(table) + " " + std::string(key) + " = " + std::string(value));
            return true;
        }));
        return all;
    }

    Tables& tables() { return tables_; }
    journal::Store& store() { return *store_; }

private:
    static std::string lists(Rows const& cases, Rows const& people, Rows conflicts) {
        std::sort(conflicts.cells.begin(), conflicts.cells.end());
        return rows_json(cases) + rows_json(people) + rows_json(conflicts);
    }

    Knowledge knowledge_;
    journal::SqliteFactory factory_;
    std::unique_ptr<journal::Store> store_;
    journal::KeyPair key_ = journal::sample_key(1);
    std::size_t seconds_ = 0;
    Tables tables_;
};

// Somebody who adds reports and decides, at random but the same every time.
class RandomHistory {
public:
    RandomHistory(KeptArchive& archive, unsigned seed)
        : random_(seed), story_([&archive](auto const& kind, auto const& body) { return archive.add(kind, body); }) {}

    void step() {
        std::size_t const what = people_.size() < 4 ? 0 : random_() % 8;
        if (what < 4)
            report();
        else if (what == 7 && !decisions_.empty())
            decisions_.push_back(story_.undo(any(decisions_)));
        else
            decide();
    }

private:
    template <typename T>
    T const& any(std::vector<T> const& all) {
        return all[random_() % all.size()];
    }

    void report() {
        static std::vector<std::string> const names = {
            "Rashad Karimov", "Rəşad Kərimov", "Рашад Керимов", "Leyla Aliyeva", "Leyla Əliyeva", "Anar Mammadov",
            "Anar Mamedov",   "Karimov",       "Anar Hasanov",  "A.M.",          "Leila Alieva",  "RASHAD KARIMOV"};
        static std::vector<std::string> const types = {"arrested", "sentenced", "fined", "released"};
        std::vector<std::string> accounts;
        std::set<std::string> named;
        for (std::size_t n = 1 + random_() % 3; n > 0; --n) {
            std::string const name = random_() % 6 == 0 ? std::string() : any(names);
            std::string const day = std::to_string(10 + random_() % 9);
            accounts.push_back(name + "|" + any(types) + "|2021-04-" + day + "|P" + day + "D");
            if (!name.empty()) named.insert(name);
        }
        std::string text = "text " + std::to_string(random_());
        if (random_() % 3 == 0) text = std::string(long_text) + (random_() % 2 == 0 ? " more" : " less");
        std::string const url =
            random_() % 4 == 0 ? "https://a.example/" + std::to_string(random_() % 2) : std::string();
        std::string const original = story_.report(text, accounts, url, random_() % 2 == 0 ? "First" : "Second");
        for (std::string const& name : named) people_.push_back({original, name});
        first_.emplace_back(original, accounts[0]);
    }

    void decide() {
        Decision d;
        switch (random_() % 5) {
            case 0:
            case 1:
                d = about_people(random_() % 2 == 0 ? Verb::same : Verb::different, any(people_), any(people_));
                break;
            case 2:
                d.verb = random_() % 2 == 0 ? Verb::rename : Verb::protect;
                d.person = any(people_);
                d.text = "N." + std::to_string(random_() % 10);
                break;
            default: {
                auto const& [original, account] = any(first_);
                std::string const name = account.substr(0, account.find('|'));
                std::string const type =
                    account.substr(name.size() + 1, account.find('|', name.size() + 1) - name.size() - 1);
                d.verb = random_() % 2 == 0 ? Verb::confirm : Verb::reject;
                d.account = AccountRef{original, 0, 5, *event_type_named(type), name};
            }
        }
        decisions_.push_back(story_.decide(d));
    }

    std::mt19937 random_;
    Story story_;
    std::vector<PersonRef> people_;
    std::vector<std::pair<std::string, std::string>> first_;
    std::vector<std::string> decisions_;
};

linking::NameKnowledge names_of_packs() {
    return *linking::NameKnowledge::from(*name_pack_of(*open_image(embedded_packs())));
}

// The tables say what the whole journal says, however they came to be.
TEST(Tables, KeptStepByStepOrMadeAtOnceTheyAreTheChronicle) {
    linking::NameKnowledge const knowledge = names_of_packs();
    for (unsigned seed = 1; seed <= 25; ++seed) {
        KeptArchive archive(sounding_names(knowledge));
        RandomHistory history(archive, seed);
        for (int step = 0; step < 40; ++step) {
            history.step();
            if (step % 3 != 0) continue;
            ASSERT_TRUE(archive.tables().update());
            ASSERT_EQ(archive.kept(), archive.computed()) << "seed " << seed << ", step " << step;
        }
        ASSERT_TRUE(archive.tables().update());
        auto const before = archive.rows();
        ASSERT_TRUE(archive.store().drop_cache());
        ASSERT_FALSE(*archive.tables().current());
        ASSERT_TRUE(archive.tables().update());
        auto const after = archive.rows();
        std::vector<std::string> changed;
        std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                      std::back_inserter(changed));
        ASSERT_TRUE(changed.empty()) << "seed " << seed << ": " << changed[0] << '\n' << changed.back();
    }
}

TEST(Tables, AroundACaseStandsWhatTheWholeChronicleSaysOfIt) {
    linking::NameKnowledge const knowledge = names_of_packs();
    KeptArchive archive(sounding_names(knowledge));
    RandomHistory history(archive, 99);
    for (int step = 0; step < 60; ++step) history.step();
    ASSERT_TRUE(archive.tables().update());
    Chronicle const whole = archive.whole();
    ASSERT_FALSE(whole.cases.empty());
    for (CaseRecord const& one : whole.cases) {
        auto const components = archive.tables().components_of(one.id.substr(0, 8));
        ASSERT_EQ(components->size(), 1U);
        Chronicle const part = *archive.tables().around(*components);
        std::size_t const found = part.find_case(one.id);
        ASSERT_NE(found, none);
        EXPECT_EQ(text_of(*summary_of(part, part.cases[found])), text_of(*summary_of(whole, one)));
        EXPECT_EQ(part.hidden.size(), whole.hidden.size());
    }
}

TEST(Tables, QuestionsAreThoseOfTheWholeChronicle) {
    linking::NameKnowledge const knowledge = names_of_packs();
    KeptArchive archive(sounding_names(knowledge));
    RandomHistory history(archive, 7);
    for (int step = 0; step < 60; ++step) history.step();
    ASSERT_TRUE(archive.tables().update());
    Chronicle const whole = archive.whole();
    std::multiset<std::string> expected;
    for (Question const& question : review_queue(whole))
        if (question.kind == QuestionKind::account)
            expected.insert(text_of(whole.events.accounts[question.a].ref) + std::to_string(question.weight));
    std::multiset<std::string> found;
    auto const questions = *archive.tables().questions();
    for (OpenQuestion const& question : questions)
        if (question.kind == QuestionKind::account) found.insert(question.a + std::to_string(question.weight));
    EXPECT_EQ(found, expected);
    EXPECT_TRUE(std::is_sorted(questions.begin(), questions.end(), [](auto const& x, auto const& y) {
        return std::tie(x.deferred, y.weight) < std::tie(y.deferred, x.weight);
    }));
}

TEST(Tables, WhatCameBeforeInTimeMakesEverythingNew) {
    KeptArchive archive(equal_names());
    Story story([&](auto const& kind, auto const& body) { return archive.add(kind, body); });
    story.report("a b", {"Ali Veli|fined|2021-04-10|"});
    ASSERT_TRUE(archive.tables().update());
    // Somebody else's entry, of an earlier day.
    Report report;
    report.original = std::string(64, 'e');
    report.file = "earlier.txt";
    journal::Draft const draft{"2025-01-01T00:00:00Z", "report", report_body(report)};
    auto const entries = *journal::sign(journal::sample_key(2), {}, {&draft, 1});
    ASSERT_TRUE(archive.store().append(entries, {}));
    ASSERT_TRUE(archive.tables().update());
    EXPECT_EQ(archive.kept(), archive.computed());
    EXPECT_TRUE(*archive.tables().current());
}

TEST(Tables, HalfMadeTablesAreMadeAgain) {
    KeptArchive archive(equal_names());
    Story story([&](auto const& kind, auto const& body) { return archive.add(kind, body); });
    story.report("a b", {"Ali Veli|fined|2021-04-10|"});
    ASSERT_TRUE(archive.tables().update());
    auto const before = archive.rows();
    std::string state = *archive.store().cache_get("state", "tables").value();
    state.replace(state.find(R"("at_work":"")"), 12, R"("at_work":"somebody")");
    std::vector<journal::CacheChange> const broken = {{"state", "tables", state}, {"case", "C-x", "[]"}};
    ASSERT_TRUE(archive.store().cache_write(broken));
    EXPECT_FALSE(*archive.tables().current());
    ASSERT_TRUE(archive.tables().update());
    EXPECT_EQ(archive.rows(), before);
}

TEST(Tables, TwoWhoWriteAtOnceAreToldSo) {
    KeptArchive archive(equal_names());
    std::vector<journal::CacheChange> const change = {{"case", "C-x", "[]"}};
    journal::CacheGuard const guard{"state", "tables", "not what is there"};
    auto const written = archive.store().cache_write(change, guard);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, FaultKind::overtaken);
    EXPECT_FALSE(archive.store().cache_get("case", "C-x").value());
}

}  // namespace
}  // namespace salname::chronicle
