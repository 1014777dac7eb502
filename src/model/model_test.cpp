#include <gtest/gtest.h>

#include "model/date.h"
#include "model/event_type.h"
#include "model/quantity.h"

namespace salname {
namespace {

TEST(Edtf, RoundTrips) {
    for (std::string_view const text :
         {"2021", "2021-04", "2021-04-15", "XXXX-06-22", "2020-03-26/2020-03-27", "XXXX-06"}) {
        auto const date = parse_edtf(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(date->edtf(), text);
    }
}

TEST(Edtf, RefusesWhatIsNoDate) {
    for (std::string_view const text :
         {"", "21", "2021-13", "2021-02-30", "2021-4-5", "yesterday", "XXXX", "2021/", "0000-01-01"})
        EXPECT_FALSE(parse_edtf(text)) << text;
}

TEST(Calendar, Arithmetic) {
    EXPECT_EQ((plus_days({2020, 2, 28}, 2)), (PartialDate{2020, 3, 1}));
    EXPECT_EQ((plus_months({2021, 1, 31}, 1)), (PartialDate{2021, 2, 28}));
    EXPECT_EQ((plus_months({2021, 3, 0}, -5)), (PartialDate{2020, 10, 0}));
    EXPECT_EQ((weekday_of({2026, 11, 25})), 2);  // a Wednesday
    for (std::int32_t day = -40000; day < 40000; day += 37) EXPECT_EQ(day_number(from_day_number(day)), day);
}

TEST(Calendar, Compatible) {
    auto const date = [](std::string_view text) { return *parse_edtf(text); };
    EXPECT_TRUE(compatible(date("2021-04"), date("2021-04-15")));
    EXPECT_TRUE(compatible(date("XXXX-04-15"), date("2021")));
    EXPECT_FALSE(compatible(date("2021-04-15"), date("2021-04-16")));
    EXPECT_TRUE(compatible(date("2020-03-26/2020-03-27"), date("2020-03-27")));
    EXPECT_FALSE(compatible(date("2020-03-26/2020-03-27"), date("2020-03-28")));
    EXPECT_TRUE(compatible(Date{}, date("2020")));
}

TEST(Quantities, Printed) {
    EXPECT_EQ((Duration{2, 6, 0, 0, 0, 0}.iso8601()), "P2Y6M");
    EXPECT_EQ((Duration{0, 0, 0, 0, 4, 0}.iso8601()), "PT4H");
    EXPECT_EQ(Duration{}.iso8601(), "");
    EXPECT_EQ((Money{111050, "BYN"}.amount()), "1110.5");
    EXPECT_EQ((Money{50000, "AZN"}.amount()), "500");
    EXPECT_EQ((Money{1205, "EUR"}.amount()), "12.05");
}

TEST(EventTypes, NamesAreOneToOne) {
    for (std::size_t i = 0; i < event_type_count; ++i) {
        auto const type = static_cast<EventType>(i);
        EXPECT_EQ(event_type_named(name_of(type)), type);
    }
    EXPECT_FALSE(event_type_named("invented"));
}

}  // namespace
}  // namespace salname
