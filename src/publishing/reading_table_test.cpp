#include "publishing/reading_table.h"

#include <gtest/gtest.h>

#include <sstream>

#include "publishing/account_words.h"
#include "publishing/sample_reading.h"
#include "text/utf8.h"

namespace salname {
namespace {

std::vector<std::string> lines_of(std::string const& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// Column of `what`, counted in characters, in the first line that holds it.
std::size_t column_of(std::string const& table, std::string_view what) {
    for (std::string const& line : lines_of(table)) {
        std::size_t const at = line.find(what);
        if (at != std::string::npos) return length_utf8(std::string_view(line).substr(0, at));
    }
    return std::string::npos;
}

Reading two_accounts() {
    Reading reading = sample_reading();
    Account account;
    account.type = EventType::investigation_opened;
    account.date = *parse_edtf("XXXX-03-02/XXXX-03-05");
    account.count = 15;
    account.authority = "Şəki şəhər məhkəməsi";
    account.source = "Turan";
    account.modality = Modality::alleged;
    reading.accounts.push_back(account);
    return reading;
}

TEST(ReadingTable, ColumnsStandBelowEachOther) {
    Reading const reading = two_accounts();
    std::string const table = reading_table({&reading, 1}, 120);
    std::size_t const what = column_of(table, "What");
    EXPECT_EQ(column_of(table, "sentenced  "), what);
    EXPECT_EQ(column_of(table, "investigation opened"), what);
    std::size_t const details = column_of(table, "Details");
    EXPECT_EQ(column_of(table, "10 months, imprisonment"), details);
    EXPECT_EQ(column_of(table, "by Şəki"), details);
    EXPECT_EQ(column_of(table, "Turan (alleged)"), column_of(table, "Who says so"));
}

TEST(ReadingTable, KeepsToTheWidth) {
    Reading reading = two_accounts();
    reading.accounts[0].charges = {std::string(300, 'x'), "ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə ə"};
    for (std::size_t const width : {60U, 80U, 140U})
        for (std::string const& line : lines_of(reading_table({&reading, 1}, width)))
            EXPECT_LE(length_utf8(line), width) << line;
}

TEST(ReadingTable, GroupsAreCountedAndYearsSaidToBeMissing) {
    Reading const reading = two_accounts();
    std::string const table = reading_table({&reading, 1}, 100);
    EXPECT_NE(table.find("\n15 people\n"), std::string::npos);
    EXPECT_NE(table.find("2–5 Mar"), std::string::npos);
    EXPECT_NE(table.find("1 report, 1 person, 2 accounts."), std::string::npos);
    EXPECT_NE(table.find("without a year"), std::string::npos);
}

TEST(ReadingTable, ReportsCannotSpeakToTheTerminal) {
    Reading reading = two_accounts();
    reading.people[0].name = "A\x1b[31m\u202E\u009BB\nC";
    std::string const table = reading_table({&reading, 1}, 100);
    EXPECT_EQ(table.find('\x1b'), std::string::npos);
    EXPECT_NE(table.find("A [31m B C"), std::string::npos) << table;
    EXPECT_NE(reading_table({&reading, 1}, 100, TerminalColours::ansi).find("\x1b[1m"), std::string::npos);
}

TEST(ReadingTable, NothingFoundIsSaid) {
    Reading reading;
    reading.file = "empty.txt";
    EXPECT_NE(reading_table({&reading, 1}, 80).find("No account"), std::string::npos);
    EXPECT_NE(reading_table({}, 80).find("0 reports"), std::string::npos);
}

TEST(AccountWords, DatesReadAsPeopleWriteThem) {
    auto const words = [](std::string_view edtf) { return words_of(*parse_edtf(edtf), MonthNames::full); };
    EXPECT_EQ(words("2021-04-15"), "15 April 2021");
    EXPECT_EQ(words("XXXX-06-22"), "22 June");
    EXPECT_EQ(words("2020-03-26/2020-03-27"), "26–27 March 2020");
    EXPECT_EQ(words("2020-03-26/2020-04-02"), "26 March 2020 – 2 April 2020");
    EXPECT_EQ(words_of(Date{}, MonthNames::full), "");
}

}  // namespace
}  // namespace salname
