#include "publishing/timeline.h"

#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "publishing/timeline_svg.h"

namespace salname {
namespace {

struct Life {
    std::vector<Account> accounts;
    std::vector<Account const*> pointers;

    Account& add(EventType type, std::string_view edtf) {
        Account account;
        account.id = "a" + std::to_string(accounts.size() + 1);
        account.type = type;
        if (!edtf.empty()) account.date = *parse_edtf(edtf);
        accounts.push_back(account);
        return accounts.back();
    }
    std::span<Account const* const> all() {
        pointers.clear();
        for (Account const& account : accounts) pointers.push_back(&account);
        return pointers;
    }
};

std::int32_t day(std::string_view edtf) {
    return *day_number(parse_edtf(edtf)->begin);
}

TEST(Timeline, DetentionLastsUntilRelease) {
    Life life;
    life.add(EventType::arrested, "2021-01-10");
    Account& sentence = life.add(EventType::sentenced, "2021-02-01");
    sentence.kind = "imprisonment";
    sentence.behind_bars = true;
    sentence.duration.years = 3;
    life.add(EventType::released, "2021-06-01");
    Timeline const timeline = timeline_of(life.all());
    ASSERT_EQ(timeline.axes.size(), 1U);
    ASSERT_EQ(timeline.axes[0].detentions.size(), 1U);
    Detention const& one = timeline.axes[0].detentions[0];
    EXPECT_EQ(one.begin, day("2021-01-10"));
    EXPECT_EQ(one.end, day("2021-06-01"));
    EXPECT_EQ(one.how, DetentionEnd::released);
}

TEST(Timeline, ATermEndsWhereItIsCounted) {
    Life life;
    Account& sentence = life.add(EventType::sentenced, "2021-01-31");
    sentence.kind = "administrative detention";
    sentence.behind_bars = true;
    sentence.duration.days = 25;
    life.add(EventType::arrested, "2021-11-05");
    life.add(EventType::released, "2022-11-02");
    Timeline const timeline = timeline_of(life.all());
    auto const& detentions = timeline.axes[0].detentions;
    ASSERT_EQ(detentions.size(), 2U);
    EXPECT_EQ(detentions[0].end, day("2021-02-25"));
    EXPECT_EQ(detentions[0].how, DetentionEnd::term);
    EXPECT_EQ(detentions[1].how, DetentionEnd::released);
}

TEST(Timeline, NoDetentionWithoutLossOfFreedom) {
    Life life;
    Account& sentence = life.add(EventType::sentenced, "2021-01-31");
    sentence.kind = "suspended sentence";
    sentence.duration.years = 2;
    life.add(EventType::arrested, "2021-02-01").modality = Modality::denied;
    EXPECT_TRUE(timeline_of(life.all()).axes[0].detentions.empty());
}

TEST(Timeline, YearlessDaysHaveAnAxisOfTheirOwn) {
    Life life;
    life.add(EventType::arrested, "XXXX-02-29");
    life.add(EventType::sentenced, "2021-04");
    life.add(EventType::posted, "");
    Timeline const timeline = timeline_of(life.all());
    ASSERT_EQ(timeline.axes.size(), 2U);
    EXPECT_EQ(timeline.axes[0].years, AxisYears::known);
    EXPECT_EQ(timeline.axes[1].years, AxisYears::unknown);
    EXPECT_EQ(timeline.undated.size(), 1U);
    EXPECT_EQ(timeline.axes[0].events[0].last_day, day("2021-04-30"));
    std::string const svg = timeline_svg("A", life.all(), {});
    EXPECT_NE(svg.find("year not told</text>"), std::string::npos);
    EXPECT_NE(svg.find("no date told</text>"), std::string::npos);
}

TEST(Timeline, IntervalsSpread) {
    Life life;
    life.add(EventType::tried, "2020-03-26/2020-04-02");
    TimelineEvent const event = timeline_of(life.all()).axes[0].events[0];
    EXPECT_EQ(event.last_day - event.day, 7);
    EXPECT_NE(timeline_svg("A", life.all(), {}).find("class=\"spread\""), std::string::npos);
}

TEST(TimelineSvg, SameAccountsSamePicture) {
    Life life;
    life.add(EventType::arrested, "2021-01-10");
    life.add(EventType::released, "2021-03-10");
    EXPECT_EQ(timeline_svg("A", life.all(), {}), timeline_svg("A", life.all(), {}));
    EXPECT_TRUE(timeline_svg("nobody", {}, {}).empty());
}

TEST(TimelineSvg, TellsInWordsAndEscapes) {
    Life life;
    life.add(EventType::arrested, "2021-01-10");
    std::string const svg = timeline_svg("<A>", life.all(), {640, PictureUse::alone, {}});
    EXPECT_NE(svg.find("<title>Timeline of &lt;A&gt;</title>"), std::string::npos);
    EXPECT_NE(svg.find("10 January 2021: arrested."), std::string::npos);
    EXPECT_NE(svg.find("Detention: 10 January 2021, end not told."), std::string::npos);
    EXPECT_NE(svg.find("xmlns="), std::string::npos);
    EXPECT_EQ(svg.find("<a "), std::string::npos);
}

// Labels of one height must not touch, whatever lies close together.
TEST(TimelineSvg, LabelsStayApart) {
    for (int const width : {320, 640}) {
        Life life;
        for (char const* date : {"2021-01-01", "2021-01-01", "2021-01-05", "2021-01-09", "2021-02", "2021-03-01",
                                 "2021-06-01", "2021-06-02", "2021-12-30", "2021-12-31"})
            life.add(EventType::investigation_opened, date);
        std::string const svg = timeline_svg("A", life.all(), {width, PictureUse::in_page, {}});
        std::regex const label("<text x=\"([0-9]+)\" y=\"([0-9]+)\"><tspan class=\"when\">([^<]*)</tspan> ([^<]*)<");
        std::size_t labels = 0;
        std::map<int, std::vector<std::pair<int, int>>> rows;
        for (std::sregex_iterator it(svg.begin(), svg.end(), label), end; it != end; ++it, ++labels) {
            int const x = std::stoi((*it)[1]);
            int const size = static_cast<int>((*it)[3].length() + (*it)[4].length()) * 6;
            rows[std::stoi((*it)[2])].emplace_back(x, x + size);
            EXPECT_LE(x + size, width);
        }
        EXPECT_EQ(labels, life.accounts.size());
        for (auto& [y, row] : rows) {
            std::sort(row.begin(), row.end());
            for (std::size_t i = 1; i < row.size(); ++i) EXPECT_LE(row[i - 1].second, row[i].first) << y;
        }
    }
}

TEST(TimelineSvg, NoDateIsTooOddToDraw) {
    Life life;
    life.add(EventType::died, "0001-01-01").date.begin.year = -44;
    Account& sentence = life.add(EventType::sentenced, "9999-12-31");
    sentence.kind = "imprisonment";
    sentence.behind_bars = true;
    sentence.duration.years = 4'000'000'000U;
    sentence.duration.months = 4'000'000'000U;
    EXPECT_FALSE(timeline_svg("A", life.all(), {}).empty());
}

}  // namespace
}  // namespace salname
