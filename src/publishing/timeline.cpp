#include "publishing/timeline.h"

#include <algorithm>
#include <optional>

namespace salname {

namespace {

bool happened(Account const& account) {
    return account.modality != Modality::denied && account.modality != Modality::planned;
}

bool takes_freedom(Account const& account) {
    if (!happened(account)) return false;
    switch (account.type) {
        case EventType::detained:
        case EventType::arrested:
        case EventType::abducted:
        case EventType::custody_ordered:
        case EventType::custody_extended: return true;
        case EventType::sentenced: return account.behind_bars;
        default: return false;
    }
}

// Taken off the street: whoever is taken again was free in between.
bool is_taken_anew(Account const& account) {
    return account.type == EventType::detained || account.type == EventType::arrested ||
           account.type == EventType::abducted;
}

bool ends_detention(Account const& account) {
    if (!happened(account)) return false;
    switch (account.type) {
        case EventType::released:
        case EventType::acquitted:
        case EventType::pardoned:
        case EventType::died: return true;
        case EventType::appeal_decided: return account.outcome == "released";
        default: return false;
    }
}

std::optional<TimelineEvent> placed(Account const& account) {
    PartialDate begin = account.date.begin;
    PartialDate end = account.date.is_interval() ? account.date.end : begin;
    if (begin.month == 0 && (begin.year == 0 || begin.day != 0)) return std::nullopt;
    constexpr std::int16_t any_leap_year = 2000;  // gives every day of a year its place
    if (begin.year == 0) begin.year = any_leap_year;
    if (end.year == 0) end.year = begin.year;
    if (begin.month == 0) begin.month = 1;
    if (begin.day == 0) begin.day = 1;
    if (end.month == 0) end.month = 12;
    if (end.day == 0) end.day = days_in_month(end.year, end.month);
    auto const first = day_number(begin);
    auto const last = day_number(end);
    if (!first || !last) return std::nullopt;
    return TimelineEvent{&account, *first, std::max(*first, *last)};
}

// The day after `duration`; none when nothing is told or it is no whole number of days.
std::optional<std::int32_t> day_after(std::int32_t day, Duration const& duration) {
    std::int64_t const months = std::int64_t{duration.years} * 12 + duration.months;
    std::int64_t const days = std::int64_t{duration.weeks} * 7 + duration.days;
    constexpr std::int64_t longest = 200 * 12;
    if (months > longest || days > longest * 31 || (months == 0 && days == 0)) return std::nullopt;
    PartialDate const moved = plus_months(from_day_number(day), static_cast<std::int32_t>(months));
    auto const number = day_number(moved);
    if (!number) return std::nullopt;
    return *number + static_cast<std::int32_t>(days);
}

// How the detention that begins with `events[start]` ends.
Detention detention_from(std::vector<TimelineEvent> const& events, std::size_t start) {
    std::int32_t const begin = events[start].day;
    auto const term_end = day_after(begin, events[start].account->duration);
    for (std::size_t later = start + 1; later < events.size(); ++later) {
        Account const& account = *events[later].account;
        if (ends_detention(account)) return {begin, events[later].day, DetentionEnd::released};
        bool const anew = takes_freedom(account) && is_taken_anew(account) && events[later].day > begin;
        if (anew && (!term_end || events[later].day > *term_end)) break;
    }
    if (term_end) return {begin, *term_end, DetentionEnd::term};
    return {begin, begin, DetentionEnd::unknown};
}

std::vector<Detention> detentions_of(std::vector<TimelineEvent> const& events) {
    std::vector<Detention> all;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!takes_freedom(*events[i].account)) continue;
        Detention const next = detention_from(events, i);
        if (all.empty()) {
            all.push_back(next);
            continue;
        }
        Detention& last = all.back();
        bool const from_same_day = last.how == DetentionEnd::unknown && last.begin == next.begin;
        if (from_same_day || next.begin < last.end) {
            if (next.how != DetentionEnd::unknown && (next.end > last.end || next.how == DetentionEnd::released)) {
                last.end = std::max(last.end, next.end);
                last.how = next.how;
            }
        } else if (next.begin != last.begin) {
            all.push_back(next);
        }
    }
    return all;
}

void finish(TimelineAxis& axis) {
    std::stable_sort(axis.events.begin(), axis.events.end(),
                     [](TimelineEvent const& a, TimelineEvent const& b) { return a.day < b.day; });
    axis.first = axis.events.front().day;
    axis.last = axis.first;
    for (TimelineEvent const& event : axis.events) axis.last = std::max(axis.last, event.last_day);
    axis.detentions = detentions_of(axis.events);
    // Room for terms, but a term of years does not squeeze the events of a month into a dot.
    std::int32_t const room = std::max<std::int32_t>(45, (axis.last - axis.first) * 3 / 4);
    std::int32_t const limit = axis.last + room;
    for (Detention const& one : axis.detentions) axis.last = std::max(axis.last, std::min(one.end, limit));
    axis.last = std::max(axis.last, axis.first + 45);
    for (std::size_t i = 0; i < axis.detentions.size(); ++i) {
        Detention& one = axis.detentions[i];
        if (one.how == DetentionEnd::unknown)
            one.end = i + 1 < axis.detentions.size() ? axis.detentions[i + 1].begin : axis.last;
    }
}

}  // namespace

Timeline timeline_of(std::span<Account const* const> accounts) {
    Timeline timeline;
    TimelineAxis with_years{AxisYears::known, 0, 0, {}, {}};
    TimelineAxis without{AxisYears::unknown, 0, 0, {}, {}};
    for (Account const* account : accounts) {
        auto const event = placed(*account);
        if (!event)
            timeline.undated.push_back(account);
        else
            (account->date.begin.year != 0 ? with_years : without).events.push_back(*event);
    }
    for (TimelineAxis* axis : {&with_years, &without}) {
        if (axis->events.empty()) continue;
        finish(*axis);
        timeline.axes.push_back(std::move(*axis));
    }
    return timeline;
}

}  // namespace salname
