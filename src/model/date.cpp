#include "model/date.h"

#include <chrono>

namespace salname {

namespace {

void append_padded(std::string& text, int value, std::size_t width) {
    std::string const digits = std::to_string(value);
    text.append(width > digits.size() ? width - digits.size() : 0, '0');
    text += digits;
}

std::string edtf_of(PartialDate date) {
    std::string text;
    if (date.year == 0)
        text = "XXXX";
    else {
        if (date.year < 0) text = '-';
        append_padded(text, date.year < 0 ? -date.year : date.year, 4);
    }
    if (date.month != 0) {
        text += '-';
        append_padded(text, date.month, 2);
        if (date.day != 0) {
            text += '-';
            append_padded(text, date.day, 2);
        }
    } else if (date.day != 0) {
        text += "-XX-";
        append_padded(text, date.day, 2);
    }
    return text;
}

std::chrono::year_month_day chrono_of(PartialDate date) {
    return std::chrono::year{date.year} / std::chrono::month{date.month} / std::chrono::day{date.day};
}

std::optional<int> digits_at(std::string_view text, std::size_t at, std::size_t size) {
    if (at + size > text.size()) return std::nullopt;
    int value = 0;
    for (char const c : text.substr(at, size)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<PartialDate> parse_part(std::string_view text) {
    PartialDate date;
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    if (text.substr(0, 4) != "XXXX") {
        auto const year = digits_at(text, 0, 4);
        if (!year || *year == 0) return std::nullopt;
        date.year = static_cast<std::int16_t>(*year);
    }
    if (text.size() >= 7) {
        if (text[4] != '-') return std::nullopt;
        if (text.substr(5, 2) != "XX") {
            auto const month = digits_at(text, 5, 2);
            if (!month || *month < 1 || *month > 12) return std::nullopt;
            date.month = static_cast<std::uint8_t>(*month);
        }
    }
    if (text.size() == 10) {
        auto const day = digits_at(text, 8, 2);
        if (text[7] != '-' || !day || *day < 1 || *day > 31) return std::nullopt;
        date.day = static_cast<std::uint8_t>(*day);
    }
    if (date.empty() || !exists(date)) return std::nullopt;
    return date;
}

bool parts_agree(PartialDate left, PartialDate right) {
    auto const agree = [](int a, int b) { return a == 0 || b == 0 || a == b; };
    return agree(left.year, right.year) && agree(left.month, right.month) && agree(left.day, right.day);
}

}  // namespace

std::string Date::edtf() const {
    if (empty()) return {};
    return is_interval() ? edtf_of(begin) + '/' + edtf_of(end) : edtf_of(begin);
}

Result<Date> parse_edtf(std::string_view text) {
    auto const bad = [&] {
        return fault(FaultKind::malformed, "'" + std::string(text) +
                                               "' is not a date; write 2021-04-15, 2021-04, 2021, XXXX-06-22 "
                                               "or two of them with '/' between");
    };
    Date date;
    std::size_t const slash = text.find('/');
    auto const begin = parse_part(text.substr(0, slash));
    if (!begin) return bad();
    date.begin = *begin;
    if (slash != std::string_view::npos) {
        auto const end = parse_part(text.substr(slash + 1));
        if (!end) return bad();
        date.end = *end;
    }
    return date;
}

std::uint8_t days_in_month(std::int16_t year, std::uint8_t month) {
    if (month == 2 && year == 0) return 29;  // an unknown year may be a leap year
    auto const last = std::chrono::year_month_day_last{std::chrono::year{year == 0 ? 2000 : year},
                                                       std::chrono::month_day_last{std::chrono::month{month}}};
    return static_cast<std::uint8_t>(static_cast<unsigned>(last.day()));
}

bool exists(PartialDate date) {
    if (date.month > 12) return false;
    if (date.day == 0) return true;
    return date.day <= (date.month == 0 ? 31 : days_in_month(date.year, date.month));
}

std::optional<std::int32_t> day_number(PartialDate date) {
    if (!date.full() || !exists(date)) return std::nullopt;
    return static_cast<std::int32_t>(std::chrono::sys_days{chrono_of(date)}.time_since_epoch().count());
}

PartialDate from_day_number(std::int32_t days) {
    std::chrono::year_month_day const ymd{std::chrono::sys_days{std::chrono::days{days}}};
    return {static_cast<std::int16_t>(static_cast<int>(ymd.year())),
            static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month())),
            static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day()))};
}

std::uint8_t weekday_of(PartialDate full) {
    std::chrono::weekday const day{std::chrono::sys_days{chrono_of(full)}};
    return static_cast<std::uint8_t>(day.iso_encoding() - 1);
}

PartialDate plus_days(PartialDate full, std::int32_t days) {
    auto const number = day_number(full);
    return number ? from_day_number(*number + days) : PartialDate{};
}

PartialDate plus_months(PartialDate date, std::int32_t months) {
    if (date.month == 0 || date.year == 0) return date;
    int const index = date.year * 12 + (date.month - 1) + months;
    PartialDate moved{static_cast<std::int16_t>(index / 12), static_cast<std::uint8_t>(index % 12 + 1), date.day};
    if (moved.day != 0) moved.day = std::min(moved.day, days_in_month(moved.year, moved.month));
    return moved;
}

bool compatible(Date const& left, Date const& right) {
    if (left.empty() || right.empty()) return true;
    if (!left.is_interval() && !right.is_interval()) return parts_agree(left.begin, right.begin);
    // An interval agrees with a date that could lie inside it; parts that are unknown leave it open.
    Date const& interval = left.is_interval() ? left : right;
    Date const& other = left.is_interval() ? right : left;
    PartialDate const other_end = other.is_interval() ? other.end : other.begin;
    auto const before = [](PartialDate a, PartialDate b) {
        if (a.year == 0 || b.year == 0) return false;
        if (a.year != b.year) return a.year < b.year;
        if (a.month == 0 || b.month == 0) return false;
        if (a.month != b.month) return a.month < b.month;
        return a.day != 0 && b.day != 0 && a.day < b.day;
    };
    return !before(other_end, interval.begin) && !before(interval.end, other.begin);
}

}  // namespace salname
