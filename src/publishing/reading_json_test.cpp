#include "publishing/reading_json.h"

#include <gtest/gtest.h>

#include "publishing/sample_reading.h"

namespace salname {
namespace {

TEST(ReadingJson, IsTheContract) {
    std::string out;
    append_reading_json(out, sample_reading(), {R"({"version":"1"})", 100, {}});
    EXPECT_EQ(out, R"({"reader":{"version":"1"},"report":{"file":"a.txt","sha256":"00","span":[100,161],)"
                   R"("title":"<b>\"Title\"</b>","published":null,"language":null,"country":null,"updates":[]},)"
                   R"("people":[{"id":"p1","name":"K.M.","aliases":[],"roles":[],"affiliations":[],)"
                   R"("mentions":[[100,104]]}],)"
                   R"("accounts":[{"id":"a1","type":"sentenced","person":"p1","count":null,"date":"2021-06",)"
                   R"("date_basis":"year-inferred","duration":"P10M","kind":"imprisonment",)"
                   R"("money":{"amount":500.5,"currency":"AZN"},"authority":null,"place":null,)"
                   R"("charges":["insult","slander"],)"
                   R"("provisions":[{"code":"CC","article":"148","as_written":"148"}],)"
                   R"("source":null,"modality":"asserted","platform":null,"target":null,"outcome":null,)"
                   R"("trigger":[109,118],"evidence":[[100,126]],"slots":{"date":[122,126],"charges":[127,135]},)"
                   R"("rule":"en/sentenced.verb"}]})");
}

TEST(ReadingJson, EscapesWhatJsonForbids) {
    Reading reading;
    reading.title = "a\"b\\c\n\t\x01\u0259";
    std::string out;
    append_reading_json(out, reading, {"{}", 0, {}});
    EXPECT_NE(out.find(R"("title":"a\"b\\c\n\t\u0001ə")"), std::string::npos) << out;
}

TEST(ReadingJson, TextOnlyWhenAskedFor) {
    std::string without;
    append_reading_json(without, sample_reading(), {"{}", 0, {}});
    EXPECT_EQ(without.find("\"text\""), std::string::npos);
    std::string with;
    append_reading_json(with, sample_reading(), {"{}", 0, sample_text});
    EXPECT_NE(with.find(R"("updates":[],"text":"K.M. was)"), std::string::npos);
}

TEST(ReadingJson, OffsetsOfLongFilesPassFourGigabytes) {
    std::string out;
    append_reading_json(out, sample_reading(), {"{}", 5'000'000'000, {}});
    EXPECT_NE(out.find("\"trigger\":[5000000009,5000000018]"), std::string::npos);
}

TEST(ReadingJson, SumsWithoutCurrencyAndUpdatesWithoutDate) {
    Reading reading = sample_reading();
    reading.accounts[0].money = Money{100, ""};
    reading.updates.push_back({{}, {5, 9}, "update"});
    std::string out;
    append_reading_json(out, reading, {"{}", 0, {}});
    EXPECT_NE(out.find(R"("money":{"amount":1,"currency":null})"), std::string::npos);
    EXPECT_NE(out.find(R"("updates":[{"date":null,"span":[5,9],"kind":"update"}])"), std::string::npos);
}

}  // namespace
}  // namespace salname
