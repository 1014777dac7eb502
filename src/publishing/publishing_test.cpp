#include <gtest/gtest.h>

#include "publishing/marked_text.h"
#include "publishing/reading_json.h"
#include "publishing/reading_page.h"
#include "publishing/reading_table.h"
#include "publishing/timeline_svg.h"

namespace salname {
namespace {

Reading sample() {
    Reading reading;
    reading.file = "a.txt";
    reading.sha256 = "00";
    reading.span = {0, 40};
    reading.title = "<b>Title</b>";
    Person person;
    person.id = "p1";
    person.name = "K.M.";
    person.subject = true;
    person.mentions = {{0, 4}};
    reading.people.push_back(person);
    Account account;
    account.id = "a1";
    account.type = EventType::sentenced;
    account.person = "p1";
    account.date = *parse_edtf("2021-06");
    account.date_basis = DateBasis::year_inferred;
    account.duration = {0, 10, 0, 0, 0, 0};
    account.money = Money{50000, "AZN"};
    account.trigger = {9, 18};
    account.evidence = {{0, 40}};
    account.slots.push_back({"date", {20, 24}, "date.month-day", {}});
    account.rule = "en/sentenced.verb";
    reading.accounts.push_back(account);
    return reading;
}

TEST(Json, IsTheContract) {
    std::string out;
    append_reading_json(out, sample(), {"{}", 100, {}});
    EXPECT_EQ(out,
              "{\"reader\":{},\"report\":{\"file\":\"a.txt\",\"sha256\":\"00\",\"span\":[100,140],\"title\":\"<b>Title<"
              "/b>\",\"published\":null,"
              "\"language\":null,\"country\":null,\"updates\":[]},\"people\":[{\"id\":\"p1\",\"name\":\"K.M.\","
              "\"aliases\":[],\"roles\":[],"
              "\"affiliations\":[],\"mentions\":[[100,104]]}],\"accounts\":[{\"id\":\"a1\",\"type\":\"sentenced\","
              "\"person\":\"p1\",\"count\":null,"
              "\"date\":\"2021-06\",\"date_basis\":\"year-inferred\",\"duration\":\"P10M\",\"kind\":null,\"money\":{"
              "\"amount\":500,\"currency\":\"AZN\"},"
              "\"authority\":null,\"place\":null,\"charges\":[],\"provisions\":[],\"source\":null,\"modality\":"
              "\"asserted\",\"platform\":null,"
              "\"target\":null,\"outcome\":null,\"trigger\":[109,118],\"evidence\":[[100,140]],\"slots\":{\"date\":["
              "120,124]},"
              "\"rule\":\"en/sentenced.verb\"}]}");
}

TEST(MarkedText, OverlapsAreCutAtTheirBorders) {
    std::string out;
    append_marked(out, "abcdef", {0, 6}, {{{0, 4}, "person", ""}, {{2, 6}, "date", "a1"}}, "");
    EXPECT_EQ(out,
              "<mark class=\"m-person\" title=\"person\">ab</mark><mark class=\"m-person m-date\" title=\"person, "
              "date\"><a href=\"#a1\">cd</a></mark>"
              "<mark class=\"m-date\" title=\"date\"><a href=\"#a1\">ef</a></mark>");
}

TEST(Page, EscapesAndStandsAlone) {
    PageReport page;
    page.document.text = "K.M. was sentenced <script>alert(1)</script>";
    page.readings.push_back(sample());
    page.readings[0].span = {0, static_cast<std::uint32_t>(page.document.text.size())};
    std::string const html = reading_page({&page, 1});
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find("src="), std::string::npos);
    EXPECT_EQ(html.find("http"), std::string::npos);
    EXPECT_NE(html.find("&lt;b&gt;Title"), std::string::npos);
}

TEST(Table, ShowsPeopleAndWhatHappened) {
    Reading const reading = sample();
    std::string const table = reading_table({&reading, 1}, 100);
    EXPECT_NE(table.find("K.M."), std::string::npos);
    EXPECT_NE(table.find("Jun 2021"), std::string::npos);
    EXPECT_NE(table.find("10 months"), std::string::npos);
}

TEST(Timeline, SameAccountsSamePicture) {
    Reading const reading = sample();
    std::string const svg = timeline_svg("K.M.", reading.accounts);
    EXPECT_EQ(svg, timeline_svg("K.M.", reading.accounts));
    EXPECT_NE(svg.find("<title>Timeline of K.M.</title>"), std::string::npos);
    EXPECT_TRUE(timeline_svg("nobody", {}).empty());
}

TEST(Timeline, UnknownYearsAreSaidSo) {
    Account account;
    account.date = *parse_edtf("XXXX-06-22");
    account.type = EventType::arrested;
    EXPECT_NE(timeline_svg("A", {&account, 1}).find("year not told"), std::string::npos);
}

}  // namespace
}  // namespace salname
