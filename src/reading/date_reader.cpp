#include "reading/date_reader.h"

#include <algorithm>

#include "reading/numbers.h"

namespace salname {

namespace {

constexpr std::int32_t first_year = 1000;
constexpr std::int32_t last_year = 2199;

PartialDate date_of(std::int32_t year, std::int32_t month, std::int32_t day) {
    return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

}  // namespace

std::optional<std::int32_t> DateReader::value(std::uint32_t t, WordClass c) const {
    if (t >= limit_ || !claims_.free(t)) return std::nullopt;
    Word const& word = packs_.words[report_.tokens[t].word];
    return word.classes.has(c) ? packs_.value_of(report_.tokens[t].word, c) : std::nullopt;
}

std::optional<std::int32_t> DateReader::digits(std::uint32_t t) const {
    if (t >= limit_ || report_.tokens[t].kind != PieceKind::number || !claims_.free(t)) return std::nullopt;
    std::string_view const text = report_.of(report_.tokens[t]);
    if (text.size() > 4) return std::nullopt;
    std::int32_t number = 0;
    for (char const c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

// A month's name is written with a capital, or stands beside a number; "may" and "march" are other words.
std::optional<std::int32_t> DateReader::month_at(std::uint32_t t) const {
    auto const month = value(t, WordClass::month);
    if (!month) return std::nullopt;
    Token const& token = report_.tokens[t];
    if (token.capital()) {
        bool const other_word = packs_.words[token.word].classes.has(WordClass::modal) ||
                                (packs_.words[token.word].forms & form_verbal) != 0;
        bool const opens = t == start_;
        if (!other_word || !opens) return month;
    }
    bool const beside = (t > start_ && report_.tokens[t - 1].kind == PieceKind::number) ||
                        (t + 1 < limit_ && report_.tokens[t + 1].kind == PieceKind::number);
    return beside ? month : std::nullopt;
}

std::optional<std::int32_t> DateReader::day_at(std::uint32_t t) const {
    if (auto const day = digits(t);
        day && *day >= 1 && *day <= 31 && report_.tokens[t].end - report_.tokens[t].begin <= 2)
        return day;
    return value(t, WordClass::ordinal);
}

std::optional<std::int32_t> DateReader::year_at(std::uint32_t t) const {
    auto const year = digits(t);
    if (!year || report_.tokens[t].end - report_.tokens[t].begin != 4 || *year < first_year || *year > last_year)
        return std::nullopt;
    return year;
}

bool DateReader::may_start(std::uint32_t t) const {
    Token const& token = report_.tokens[t];
    if (token.kind == PieceKind::number) return true;
    if (token.word == 0 || token.kind != PieceKind::word) return false;
    ClassSet const& c = packs_.words[token.word].classes;
    return c.has(WordClass::month) || c.has(WordClass::vague_time) || c.has(WordClass::weekday) ||
           c.has(WordClass::relative_day) || c.has(WordClass::number) || c.has(WordClass::ordinal) ||
           c.has(WordClass::determiner) || c.has(WordClass::last) || c.has(WordClass::next) ||
           c.has(WordClass::this_) || c.has(WordClass::same) || c.has(WordClass::early_mid_late) ||
           c.has(WordClass::season) || c.has(WordClass::later) || c.has(WordClass::earlier) || c.has(WordClass::half) ||
           c.has(WordClass::approximate) || c.has(WordClass::beginning_end);
}

std::optional<FoundDate> DateReader::read(std::uint32_t t, TokenRange sentence) {
    start_ = sentence.first;
    limit_ = sentence.last;
    if (Found found = with_range(core(t))) return found;
    if (Found found = named_part(t)) return found;
    return std::nullopt;
}

DateReader::Found DateReader::core(std::uint32_t t) {
    if (report_.tokens[t].kind == PieceKind::number) {
        if (Found found = iso(t)) return found;
        if (Found found = numeric(t)) return found;
    }
    if (Found found = weekday(t)) return found;
    if (Found found = day_first(t)) return found;
    if (Found found = month_first(t)) return found;
    if (Found found = relative_day(t)) return found;
    if (Found found = amount_away(t)) return found;
    if (Found found = unit_beside(t)) return found;
    return year_alone(t);
}

// "2021-04-15"
DateReader::Found DateReader::iso(std::uint32_t t) {
    auto const year = year_at(t);
    if (!year || mark(t + 1) != '-' || mark(t + 3) != '-') return std::nullopt;
    auto const month = digits(t + 2);
    auto const day = digits(t + 4);
    if (!month || !day) return std::nullopt;
    FoundDate found{{t, t + 5}, {}, "date.iso"};
    found.date.begin = date_of(*year, *month, *day);
    if (*month < 1 || *month > 12 || !exists(found.date.begin)) return std::nullopt;
    return found;
}

// "14.02.2023", "8.7.1999", "06/12/2023", "14.02.25": day first
DateReader::Found DateReader::numeric(std::uint32_t t) {
    std::array<std::int32_t, 3> parts{};
    std::array<std::size_t, 3> sizes{};
    std::uint32_t last = t + 1;
    std::string_view const text = report_.of(report_.tokens[t]);
    std::size_t count = 0;
    auto const take = [&](std::string_view piece) {
        std::size_t at = 0;
        while (at < piece.size() && count < 3) {
            std::size_t size = 0;
            std::int32_t number = 0;
            while (at < piece.size() && piece[at] >= '0' && piece[at] <= '9' && size < 5) {
                number = number * 10 + (piece[at++] - '0');
                ++size;
            }
            if (size == 0 || size > 4) return false;
            parts[count] = number;
            sizes[count++] = size;
            if (at < piece.size() && piece[at] != '.') return false;
            ++at;
        }
        return at >= piece.size();
    };
    if (!take(text)) return std::nullopt;
    while (count < 3 && (mark(last) == '/' || mark(last) == '.') && report_.tokens[last].glued() && last + 1 < limit_ &&
           report_.tokens[last + 1].glued() && report_.tokens[last + 1].kind == PieceKind::number) {
        if (!take(report_.of(report_.tokens[last + 1]))) return std::nullopt;
        last += 2;
    }
    if (count != 3 || sizes[0] > 2 || sizes[1] > 2 || (sizes[2] != 4 && sizes[2] != 2)) return std::nullopt;
    if (last < limit_ && mark(last) == '.' && report_.tokens[last].glued() && last + 1 < limit_ &&
        report_.tokens[last + 1].glued() && report_.tokens[last + 1].kind == PieceKind::number)
        return std::nullopt;
    std::int32_t year = parts[2];
    if (sizes[2] == 2) year += year < 70 ? 2000 : 1900;
    if (year < first_year || year > last_year) return std::nullopt;
    std::int32_t day = parts[0];
    std::int32_t month = parts[1];
    if (month > 12 && day <= 12) std::swap(day, month);
    if (day < 1 || month < 1 || month > 12 || day > 31) return std::nullopt;
    FoundDate found{{t, last}, {}, "date.numeric"};
    found.date.begin = date_of(year, month, day);
    if (!exists(found.date.begin)) return std::nullopt;
    return found;
}

std::uint32_t DateReader::take_era(std::uint32_t t, DateExpression& date) const {
    if (!has(t, WordClass::era)) return t;
    date.before_christ = packs_.value_of(report_.tokens[t].word, WordClass::era).value_or(1) < 0;
    return t + 1;
}

std::uint32_t DateReader::take_year(std::uint32_t t, DateExpression& date) {
    std::uint32_t at = t;
    if (mark(at) == ',') ++at;
    if (has(at, WordClass::genitive_marker)) ++at;
    if (auto const year = year_at(at)) {
        bool const glued_to_more = mark(at + 1) == '-' && false;
        if (!glued_to_more) {
            date.begin.year = static_cast<std::int16_t>(*year);
            return take_era(at + 1, date);
        }
    }
    // "June of last year", "November of this year"
    bool const past = has(at, WordClass::last);
    bool const now = has(at, WordClass::this_) || (has(at, WordClass::same));
    bool const coming = has(at, WordClass::next);
    std::uint32_t unit = at + 1;
    if (now && has(unit, WordClass::same)) ++unit;
    if (has(at, WordClass::determiner) &&
        (has(at + 1, WordClass::same) || has(at + 1, WordClass::last) || has(at + 1, WordClass::next)) &&
        unit_at(at + 2) == 365) {
        date.anchor = DateAnchor::narrative;
        date.amount = has(at + 1, WordClass::last) ? -1 : has(at + 1, WordClass::next) ? 1 : 0;
        date.same_unit = true;
        return at + 3;
    }
    if (at > t - 1 && (past || now || coming) && unit_at(unit) == 365) {
        date.amount = past ? -1 : coming ? 1 : 0;
        date.same_unit = true;
        return unit + 1;
    }
    if (has(at, WordClass::determiner) && unit_at(at + 1) == 365 && at != t) {
        date.anchor = DateAnchor::narrative;
        date.same_unit = true;
        return at + 2;
    }
    return t;
}

// "March 3, 2020", "March 3rd", "March 2020", "March", "March 26 and 27", "April 1-2"
DateReader::Found DateReader::month_first(std::uint32_t t) {
    FoundDate found{{t, t + 1}, {}, "date.month-day"};
    std::uint32_t at = t;
    if (has(at, WordClass::last) || has(at, WordClass::next) || has(at, WordClass::this_)) {
        found.date.direction = has(at, WordClass::last) ? -1 : has(at, WordClass::next) ? 1 : 0;
        ++at;
        if (!month_at(at)) return std::nullopt;
        found.rule = "date.last-month-name";
    }
    auto const month = month_at(at);
    if (!month) return std::nullopt;
    found.date.begin.month = static_cast<std::uint8_t>(*month);
    ++at;
    if (mark(at) == '.' && report_.tokens[at].glued() && (day_at(at + 1) || year_at(at + 1))) ++at;
    std::uint32_t day_token = at;
    if (has(day_token, WordClass::determiner) && value(day_token + 1, WordClass::ordinal)) ++day_token;
    auto const day = year_at(day_token) ? std::nullopt : day_at(day_token);
    if (day && *day <= days_in_month(0, found.date.begin.month)) {
        found.date.begin.day = static_cast<std::uint8_t>(*day);
        at = day_token + 1;
        // a second day: "26 and 27", "1-2"
        std::uint32_t second = at;
        if ((mark(second) == '-' || has(second, WordClass::conjunction) || has(second, WordClass::infinitive_marker)) &&
            day_at(second + 1) && digits(second + 1)) {
            auto const end = day_at(second + 1);
            bool const plain =
                !month_at(second + 2) && !unit_at(second + 2) && !has(second + 2, WordClass::group_plural);
            if (*end > *day && plain && *end <= days_in_month(0, found.date.begin.month)) {
                found.date.end = found.date.begin;
                found.date.end.day = static_cast<std::uint8_t>(*end);
                at = second + 2;
            }
        }
    }
    std::uint32_t const after = take_year(at, found.date);
    if (after != at) at = after;
    if (!found.date.end.empty()) found.date.end.year = found.date.begin.year;
    found.tokens.last = at;
    return found;
}

// "3 March 2020", "the 14th of May", "26-27 March", "26 and 27 March"
DateReader::Found DateReader::day_first(std::uint32_t t) {
    std::uint32_t at = t;
    if (has(at, WordClass::determiner) && !digits(at)) ++at;
    auto const day = year_at(at) ? std::nullopt : day_at(at);
    if (!day || *day < 1 || *day > 31) return std::nullopt;
    FoundDate found{{t, at + 1}, {}, "date.day-month"};
    std::uint32_t next = at + 1;
    std::optional<std::int32_t> second;
    if ((mark(next) == '-' || has(next, WordClass::conjunction) || has(next, WordClass::infinitive_marker)) &&
        day_at(next + 1)) {
        second = day_at(next + 1);
        next += 2;
    }
    if (has(next, WordClass::genitive_marker)) ++next;
    if (mark(next) == '.' && report_.tokens[next].glued() && month_at(next + 1)) ++next;
    auto const month = month_at(next);
    if (!month || *day > days_in_month(0, static_cast<std::uint8_t>(*month))) {
        return std::nullopt;
    }
    found.date.begin = date_of(0, *month, *day);
    ++next;
    if (mark(next) == '.' && report_.tokens[next].glued() && year_at(next + 1)) ++next;
    next = take_year(next, found.date);
    if (second && *second > *day && *second <= days_in_month(0, found.date.begin.month)) {
        found.date.end = found.date.begin;
        found.date.end.day = static_cast<std::uint8_t>(*second);
    } else if (second) {
        return std::nullopt;
    }
    found.tokens.last = next;
    return found;
}

// A bare year counts where a date is likely: after a preposition of time, in brackets, at a range, alone.
DateReader::Found DateReader::year_alone(std::uint32_t t) {
    auto const number = digits(t);
    bool const era = number && *number > 0 && has(t + 1, WordClass::era);
    auto const year = era ? number : year_at(t);
    if (!year) return std::nullopt;
    FoundDate found{{t, t + 1}, {}, "date.year"};
    found.date.begin.year = static_cast<std::int16_t>(*year);
    found.tokens.last = take_era(t + 1, found.date);
    if (era) return found;
    // A number of something, or of a thing: "2300 times", "No. 1945"
    bool const numbered =
        t > start_ && (has(t - 1, WordClass::case_noun) || has(t - 1, WordClass::article_marker) ||
                       mark(t - 1) == '#' || mark(t - 1) == '$' || report_.tokens[t - 1].kind == PieceKind::number);
    if (numbered) return std::nullopt;
    return t + 1 < limit_ && counts(t, *year) ? std::nullopt : Found(found);
}

// Does the number stand before what it counts?
bool DateReader::counts(std::uint32_t t, std::int32_t number) const {
    Token const& next = report_.tokens[t + 1];
    if (next.kind == PieceKind::number || mark(t + 1) == '%' || has(t + 1, WordClass::group_plural) ||
        has(t + 1, WordClass::unit) || has(t + 1, WordClass::multiplier))
        return true;
    bool const plain = next.kind == PieceKind::word && next.word == 0 && !next.capital();
    bool const placed =
        t > start_ && (has(t - 1, WordClass::preposition) || has(t - 1, WordClass::determiner) || mark(t - 1) == '(');
    return plain && (!placed || number < 1900);
}

// "from May to December 2020", "1914-1918", "June to August"
DateReader::Found DateReader::with_range(Found first) {
    if (!first || first->date.form != DateForm::calendar || !first->date.end.empty()) return first;
    std::uint32_t const at = first->tokens.last;
    bool const dash = mark(at) == '-';
    bool const between = first->tokens.first > start_ && has(first->tokens.first - 1, WordClass::between);
    bool const joined = dash || has(at, WordClass::infinitive_marker) || has(at, WordClass::until) ||
                        (between && has(at, WordClass::conjunction));
    if (!joined || (!dash && !between)) return first;
    Found second;
    if (year_at(at + 1) && first->date.begin.month == 0) {
        second = FoundDate{{at + 1, at + 2}, {}, ""};
        second->date.begin.year = static_cast<std::int16_t>(*year_at(at + 1));
    } else {
        second = month_first(at + 1);
        if (!second) second = day_first(at + 1);
    }
    if (!second || second->date.form != DateForm::calendar) return first;
    bool const same_grain = (second->date.begin.month != 0) == (first->date.begin.month != 0) &&
                            (second->date.begin.day != 0) == (first->date.begin.day != 0);
    if (!same_grain) return first;
    first->date.end = second->date.begin;
    if (first->date.begin.year == 0) first->date.begin.year = second->date.begin.year;
    if (first->date.end.year == 0) first->date.end.year = first->date.begin.year;
    if (first->date.end < first->date.begin) return first;
    first->tokens.last = second->tokens.last;
    first->rule = "date.range";
    return first;
}

}  // namespace salname
