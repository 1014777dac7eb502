#include "model/quantity.h"

namespace salname {

std::string Duration::iso8601() const {
    if (empty()) return {};
    std::string text = "P";
    auto const part = [&](std::uint32_t count, char unit) {
        if (count != 0) text += std::to_string(count) + unit;
    };
    part(years, 'Y');
    part(months, 'M');
    part(weeks, 'W');
    part(days, 'D');
    if (hours != 0 || minutes != 0) text += 'T';
    part(hours, 'H');
    part(minutes, 'M');
    return text;
}

std::string Money::amount() const {
    std::string text = std::to_string(hundredths / 100);
    std::int64_t const cents = hundredths % 100;
    if (cents != 0) {
        text += cents < 10 ? ".0" : ".";
        text += std::to_string(cents % 10 == 0 ? cents / 10 : cents);
    }
    return text;
}

}  // namespace salname
