#include "publishing/reading_page.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "publishing/html_writer.h"
#include "publishing/marked_text.h"
#include "publishing/sample_reading.h"

namespace salname {
namespace {

std::string marked(std::string_view text, Reading const& reading, Span passage) {
    std::string out;
    MarkedText(text, reading, "r1-", english).append(out, passage);
    return out;
}

// Text of HTML as a reader sees it: without tags, helpers for screen readers and numbers of accounts.
std::string visible(std::string html) {
    html = std::regex_replace(html, std::regex("<span class=\"sr\">[^<]*</span>|<sup[^>]*>[^<]*</sup>"), "");
    return std::regex_replace(html, std::regex("<[^>]*>"), "");
}

Reading overlapping() {
    Reading reading;
    reading.people.resize(1);
    reading.people[0].id = "p1";
    reading.people[0].mentions = {{0, 4}};
    reading.accounts.resize(2);
    reading.accounts[0].id = "a1";
    reading.accounts[0].trigger = {8, 9};
    reading.accounts[0].slots = {{"date", {2, 6}, "", {}}};
    reading.accounts[1].id = "a2";
    reading.accounts[1].trigger = {9, 10};
    reading.accounts[1].slots = {{"date", {2, 6}, "", {}}};
    return reading;
}

TEST(HtmlWriter, EscapesTextButNotMarkup) {
    std::string out;
    HtmlWriter(out) << Raw{"<b title=\""} << "a&b\"'<>" << Raw{"\">"} << 42 << Raw{"</b>"};
    EXPECT_EQ(out, "<b title=\"a&amp;b&quot;&#39;&lt;&gt;\">42</b>");
}

TEST(MarkedText, OverlapsAreCutAtTheirBorders) {
    std::string const html = marked("abcdefghij", overlapping(), {0, 7});
    EXPECT_EQ(html,
              "<a class=\"v\" tabindex=\"-1\" href=\"#r1-p1\"><mark class=\"m m-person\" id=\"r1-person-0\"><span "
              "class=\"sr\">who: </span>ab</mark></a>"
              "<a class=\"v k1 k2\" tabindex=\"-1\" href=\"#r1-a1\"><mark class=\"m m-person over1\"><mark class=\"m "
              "m-date\" id=\"r1-date-2\"><span class=\"sr\">when: </span>cd</mark></mark></a>"
              "<a class=\"v k1 k2\" tabindex=\"-1\" href=\"#r1-a1\"><mark class=\"m m-date\">ef</mark></a>g");
}

TEST(MarkedText, NothingOfTheTextIsLostOrDoubled) {
    std::string const text = "abcdefghij";
    EXPECT_EQ(visible(marked(text, overlapping(), {0, 10})), text);
    EXPECT_EQ(visible(marked(text, overlapping(), {3, 5})), "de");
}

TEST(MarkedText, SpansOutsideTheTextAreNoHarm) {
    Reading reading = overlapping();
    reading.people[0].mentions = {{8, 400}, {7, 3}};
    EXPECT_EQ(visible(marked("abcdefghij", reading, {0, 10})), "abcdefghij");
}

std::string sample_page(Reading const& reading) {
    PageReport page;
    page.document.text = sample_text;
    page.readings.push_back(reading);
    return reading_page({&page, 1});
}

TEST(ReadingPage, HostileTextStaysText) {
    Reading reading = sample_reading();
    reading.file = "\"><script>1</script>";
    reading.people[0].roles = {"<img src=x onerror=1>"};
    reading.accounts[0].rule = "<script>";
    reading.accounts[0].source = "'\"><script>";
    reading.accounts[0].reasons = {{"<script>=1", 5}};
    std::string const html = sample_page(reading);
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find("<img"), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
}

TEST(ReadingPage, LoadsNothing) {
    std::string const html = sample_page(sample_reading());
    for (char const* word : {"http", "src=", "url(", "@import", "<link", "<script", "javascript:"})
        EXPECT_EQ(html.find(word), std::string::npos) << word;
}

TEST(ReadingPage, EveryLinkHasItsTargetAndIdsAreUnique) {
    PageReport page;
    page.document.text = sample_text;
    page.readings = {sample_reading(), sample_reading()};
    std::string const html = reading_page({&page, 1});
    std::set<std::string> ids;
    std::regex const id(" id=\"([^\"]*)\"");
    for (std::sregex_iterator it(html.begin(), html.end(), id), end; it != end; ++it)
        EXPECT_TRUE(ids.insert((*it)[1]).second) << (*it)[1];
    std::regex const link("href=\"#([^\"]*)\"");
    for (std::sregex_iterator it(html.begin(), html.end(), link), end; it != end; ++it)
        EXPECT_TRUE(ids.contains((*it)[1])) << (*it)[1];
    EXPECT_TRUE(ids.contains("r2-a1"));
}

TEST(ReadingPage, CardsTellEverything) {
    Reading reading = sample_reading();
    reading.accounts[0].modality = Modality::alleged;
    reading.accounts[0].reasons = {{"word-after=12,3", -78}};
    std::string const html = sample_page(reading);
    for (char const* part : {"10 months", "imprisonment", "500.5 AZN", "insult, slander", "CC 148", "June 2021",
                             "year from the context", "alleged", "en/sentenced.verb", "word-after", "−78"})
        EXPECT_NE(html.find(part), std::string::npos) << part;
}

TEST(ReadingPage, AccountsOutsideTheReportAreStillShown) {
    Reading reading = sample_reading();
    reading.accounts[0].trigger = {1000, 1010};
    EXPECT_NE(sample_page(reading).find("id=\"r1-a1\""), std::string::npos);
    EXPECT_NE(reading_page({}).find("<h1>"), std::string::npos);
}

TEST(ReadingPage, TheTitleIsMarkedInPlace) {
    PageReport page;
    page.document.text = "K.M. sentenced\n\nNothing more.";
    Reading reading = sample_reading();
    reading.title = "K.M. sentenced";
    reading.span = {0, 29};
    reading.accounts[0].trigger = {5, 14};
    page.readings.push_back(reading);
    std::string const html = reading_page({&page, 1});
    std::size_t const h2 = html.find("<h2 id=\"r1-title\"");
    EXPECT_NE(html.substr(h2, 600).find("m-trigger"), std::string::npos);
}

}  // namespace
}  // namespace salname
