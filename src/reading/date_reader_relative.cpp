// Dates that are told from another one: weekdays, "yesterday", "two days later", "last month", parts of a year.
#include <algorithm>

#include "reading/date_reader.h"
#include "reading/numbers.h"

namespace salname {

namespace {

char unit_letter(std::int32_t unit) {
    return unit == 365    ? 'Y'
           : unit == 30   ? 'M'
           : unit == 7    ? 'W'
           : unit == 14   ? 'F'
           : unit == 3650 ? 'T'
           : unit == 1    ? 'D'
           : unit == 24   ? 'H'
                          : 'N';
}

}  // namespace

// "on Monday", "last Friday", "Monday, 3 March"
DateReader::Found DateReader::weekday(std::uint32_t t) {
    FoundDate found{{t, t + 1}, {}, "date.weekday"};
    std::uint32_t at = t;
    found.date.form = DateForm::weekday;
    if (has(at, WordClass::last) || has(at, WordClass::next) || has(at, WordClass::this_)) {
        found.date.direction = has(at, WordClass::last) ? -1 : has(at, WordClass::next) ? 1 : 0;
        ++at;
    }
    auto const day = value(at, WordClass::weekday);
    if (!day || !report_.tokens[at].capital()) return std::nullopt;
    found.date.amount = *day;
    ++at;
    // Part of a title: "The Sunday Times"
    if (at < limit_ && report_.tokens[at].kind == PieceKind::word && report_.tokens[at].capital() && !month_at(at) &&
        !has(at, WordClass::day_part) && report_.tokens[at].word == 0)
        return std::nullopt;
    std::uint32_t next = at;
    if (mark(next) == '.' && report_.tokens[next].glued() && next + 1 < limit_) ++next;
    if (mark(next) == ',') ++next;
    bool const bracket = mark(next) == '(';
    if (bracket) ++next;
    if (has(next, WordClass::determiner)) ++next;
    Found const full = day_first(next) ? day_first(next) : month_first(next);
    if (full && full->date.begin.day != 0) {
        found.date = full->date;
        found.tokens.last = full->tokens.last + (bracket && mark(full->tokens.last) == ')');
        found.rule = "date.weekday-date";
        return found;
    }
    found.tokens.last = has(at, WordClass::day_part) ? at + 1 : at;
    return found;
}

// "yesterday", "yesterday evening"
DateReader::Found DateReader::relative_day(std::uint32_t t) {
    auto const offset = value(t, WordClass::relative_day);
    if (!offset) return std::nullopt;
    FoundDate found{{t, t + 1}, {}, "date.relative-day"};
    found.date.form = DateForm::offset;
    found.date.amount = *offset;
    found.date.direction = static_cast<std::int8_t>(*offset < 0 ? -1 : *offset > 0);
    if (has(t + 1, WordClass::day_part)) found.tokens.last = t + 2;
    return found;
}

// "two days later", "three weeks ago", "a day after", "the day before", "four days earlier"
DateReader::Found DateReader::amount_away(std::uint32_t t) {
    std::uint32_t at = t;
    if (has(at, WordClass::approximate)) ++at;
    std::int64_t amount = 1;
    bool const bare_day = has(at, WordClass::determiner) && unit_at(at + 1) && !value(at, WordClass::number);
    if (bare_day) {
        ++at;
    } else {
        auto const number = number_at(claims_, at, limit_);
        if (!number || number->hundredths % 100 != 0 || number->whole() < 1 || number->whole() > 999)
            return std::nullopt;
        amount = number->whole();
        at = number->last;
    }
    auto const unit = unit_at(at);
    if (!unit || *unit == 24 || *unit == 60) return std::nullopt;
    ++at;
    FoundDate found{{t, at}, {}, "date.amount-away"};
    found.date.form = DateForm::offset;
    found.date.unit = unit_letter(*unit);
    found.date.amount = static_cast<std::int32_t>(amount);
    if (found.date.unit == 'F') {
        found.date.unit = 'W';
        found.date.amount *= 2;
    }
    if (found.date.unit == 'T') {
        found.date.unit = 'Y';
        found.date.amount *= 10;
    }
    if (has(at, WordClass::ago)) {
        found.date.direction = -1;
    } else if (has(at, WordClass::later) ||
               (has(at, WordClass::after) && (at + 1 >= limit_ || !value(at + 1, WordClass::month)))) {
        found.date.direction = 1;
        found.date.anchor = DateAnchor::narrative;
    } else if (has(at, WordClass::earlier) || has(at, WordClass::before)) {
        found.date.direction = -1;
        found.date.anchor = DateAnchor::narrative;
    } else {
        return std::nullopt;
    }
    found.date.amount *= found.date.direction;
    found.tokens.last = at + 1;
    return found;
}

// "the next day", "the following week", "last year", "this month", "the same day", "that year"
DateReader::Found DateReader::unit_beside(std::uint32_t t) {
    std::uint32_t at = t;
    bool article = false;
    if (has(at, WordClass::earlier) || has(at, WordClass::later)) ++at;
    if (has(at, WordClass::determiner) && !has(at, WordClass::this_)) {
        article = true;
        ++at;
    }
    FoundDate found{{t, at}, {}, "date.unit"};
    bool const next = has(at, WordClass::next);
    bool const last = has(at, WordClass::last);
    bool const now = has(at, WordClass::this_);
    bool const same = has(at, WordClass::same);
    if (!next && !last && !now && !same) {
        auto const unit = article ? unit_at(at) : std::nullopt;
        // "that day", "that year"
        bool const that = article && t + 1 == at && has(t, WordClass::demonstrative);
        bool const part = that && has(at, WordClass::day_part);
        if (!(unit && that) && !part) return std::nullopt;
        found.date.form = DateForm::unit;
        found.date.anchor = DateAnchor::narrative;
        found.date.same_unit = true;
        found.date.unit = part ? 'D' : unit_letter(*unit);
        found.tokens.last = at + 1;
        return found;
    }
    ++at;
    if (has(at, WordClass::same)) ++at;
    auto const unit = unit_at(at);
    bool const part = has(at, WordClass::day_part) || has(at, WordClass::season);
    if (!unit && !part) return std::nullopt;
    found.date.form = DateForm::unit;
    found.date.unit = unit ? unit_letter(*unit) : has(at, WordClass::season) ? 'Y' : 'D';
    if (found.date.unit == 'H' || found.date.unit == 'N') return std::nullopt;
    found.date.season = has(at, WordClass::season);
    found.date.amount = next ? 1 : last ? -1 : 0;
    found.date.direction = static_cast<std::int8_t>(found.date.amount);
    found.date.anchor = (article || same) ? DateAnchor::narrative : DateAnchor::report;
    found.date.same_unit = same;
    found.tokens.last = at + 1;
    return found;
}

// "early October", "the summer of 2003", "the end of 1942", "mid-March": the part is not kept, the rest is.
DateReader::Found DateReader::named_part(std::uint32_t t) {
    std::uint32_t at = t;
    if (has(at, WordClass::approximate)) ++at;
    if (has(at, WordClass::determiner)) ++at;
    bool season = false;
    bool part = false;
    while (has(at, WordClass::early_mid_late) || has(at, WordClass::beginning_end) || has(at, WordClass::season)) {
        season = season || has(at, WordClass::season);
        part = true;
        ++at;
    }
    if (!part) return std::nullopt;
    bool const opened = at > t + 1 || (t > start_ && has(t - 1, WordClass::time_marker));
    bool const alone = season && opened && !month_at(at) && !year_at(at) && !has(at, WordClass::genitive_marker) &&
                       mark(at) != ',' && mark(at) != '-';
    if (alone) {  // "that summer", "in spring": the year of what was told before
        FoundDate found{{t, at}, {}, "date.season"};
        found.date.form = DateForm::unit;
        found.date.unit = 'Y';
        found.date.anchor = DateAnchor::narrative;
        found.date.same_unit = found.date.season = true;
        return found;
    }
    if (mark(at) == '-') ++at;
    if (mark(at) == ',') ++at;
    if (has(at, WordClass::genitive_marker)) ++at;
    if (at >= limit_) return std::nullopt;
    Found inner = has(at, WordClass::determiner) || has(at, WordClass::last) || has(at, WordClass::this_)
                      ? unit_beside(at)
                      : month_first(at);
    if (!inner && year_at(at)) {
        inner = FoundDate{{at, at + 1}, {}, "date.part-year"};
        inner->date.begin.year = static_cast<std::int16_t>(*year_at(at));
        inner->tokens.last = take_era(at + 1, inner->date);
    }
    if (!inner) return std::nullopt;
    inner->tokens.first = t;
    inner->date.season = season;
    return inner;
}

}  // namespace salname
