#include "reading/calendar.h"

#include <algorithm>

namespace salname {

namespace {

constexpr std::int32_t slack_days = 3;  // a report may be dated a little before what it tells

// Comparable even when parts are missing: unknown parts count as the last possible.
std::int32_t late_number(PartialDate date) {
    std::int32_t const month = date.month == 0 ? 12 : date.month;
    std::int32_t const day = date.day == 0 ? 31 : date.day;
    return (date.year * 12 + month) * 31 + day;
}

std::int32_t early_number(PartialDate date) {
    std::int32_t const month = date.month == 0 ? 1 : date.month;
    std::int32_t const day = date.day == 0 ? 1 : date.day;
    return (date.year * 12 + month) * 31 + day;
}

// "On 9 October 2019 … On 11 October …": a story of an earlier year goes on within its paragraph.
bool goes_on(DateExpression const& e, DateAnchors const& anchors) {
    constexpr int months = 6;
    if (anchors.told.year == 0 || anchors.told.month == 0 || e.direction != 0 || anchors.future) return false;
    if (anchors.told.year >= anchors.report.year) return false;  // nor without a day of writing
    bool const later =
        e.begin.month > anchors.told.month || (e.begin.month == anchors.told.month && e.begin.day >= anchors.told.day);
    return later && e.begin.month - anchors.told.month <= months;
}

ResolvedDate resolve_calendar(DateExpression const& e, DateAnchors const& anchors) {
    ResolvedDate resolved{{e.begin, e.end}, DateBasis::explicit_, false, {}};
    if (e.begin.year != 0) return resolved;
    if (e.same_unit) {  // "November of last year"
        resolved.by_narrative = e.anchor == DateAnchor::narrative && anchors.narrative.year != 0;
        PartialDate const anchor = resolved.by_narrative ? anchors.narrative : anchors.report;
        if (anchor.year == 0) return resolved;
        resolved.date.begin.year = static_cast<std::int16_t>(anchor.year + e.amount);
        resolved.basis = DateBasis::relative;
        return resolved;
    }
    if (goes_on(e, anchors)) {
        resolved.date.begin.year = anchors.told.year;
        if (resolved.date.is_interval()) resolved.date.end.year = anchors.told.year;
        if (!exists(resolved.date.begin)) return {};
        resolved.by_narrative = true;
        resolved.basis = DateBasis::year_inferred;
        return resolved;
    }
    resolved.by_narrative = anchors.report.year == 0;
    PartialDate const anchor = resolved.by_narrative ? anchors.narrative : anchors.report;
    if (anchor.year == 0) return resolved;
    std::int16_t year = anchor.year;
    // A story goes on: January after November is that of the next year.
    if (anchors.report.year == 0 && anchor.month != 0 && e.begin.month + 8 <= anchor.month && e.direction == 0) ++year;
    PartialDate candidate = e.begin;
    candidate.year = year;
    if (anchors.report.year != 0) {
        bool const later = early_number(candidate) > late_number(anchor) + slack_days;
        bool const earlier = late_number(candidate) < early_number(anchor) - 31 * 2;
        if (anchors.future || e.direction > 0) {
            if (late_number(candidate) < early_number(anchor)) ++year;
        } else if (later) {
            --year;
        }
        // "last November" told in December is that of the year before
        if (e.direction < 0 && !later && !earlier && candidate.month == anchor.month) --year;
    }
    resolved.date.begin.year = year;
    if (resolved.date.is_interval()) {
        resolved.date.end.year = year;
        if (resolved.date.end < resolved.date.begin) ++resolved.date.end.year;
    }
    if (!exists(resolved.date.begin)) return {};
    resolved.basis = e.direction != 0 ? DateBasis::relative : DateBasis::year_inferred;
    return resolved;
}

ResolvedDate resolve_weekday(DateExpression const& e, DateAnchors const& anchors) {
    if (!anchors.report.full()) return {};
    auto const today = static_cast<std::int32_t>(weekday_of(anchors.report));
    std::int32_t back = (today - e.amount + 7) % 7;
    if (e.direction > 0 || (anchors.future && e.direction == 0)) {
        std::int32_t const on = back == 0 ? 7 : 7 - back;
        return {{plus_days(anchors.report, on), {}}, DateBasis::relative, false, {}};
    }
    if (e.direction < 0 && back == 0) back = 7;
    return {{plus_days(anchors.report, -back), {}}, DateBasis::relative, false, {}};
}

ResolvedDate resolve_offset(DateExpression const& e, DateAnchors const& anchors) {
    bool const narrative = e.anchor == DateAnchor::narrative;
    PartialDate const anchor = narrative ? anchors.narrative : anchors.report;
    if (anchor.empty()) return {};
    ResolvedDate resolved{{}, DateBasis::relative, narrative, {}};
    switch (e.unit) {
        case 'D':
        case 'W': {
            std::int32_t const days = e.unit == 'W' ? e.amount * 7 : e.amount;
            if (anchor.full()) {
                resolved.date.begin = plus_days(anchor, days);
            } else if (anchor.year == 0 && anchor.month != 0 && anchor.day != 0) {
                // The year is unknown: within a month that no leap day can disturb the day is still known.
                PartialDate moved = plus_days({2001, anchor.month, anchor.day}, days);
                PartialDate leap = plus_days({2000, anchor.month, anchor.day}, days);
                if (moved.month != leap.month || moved.day != leap.day || moved.year != 2001) return {};
                resolved.date.begin = {0, moved.month, moved.day};
            } else {
                return {};
            }
            break;
        }
        case 'M':
            if (anchor.year == 0 || anchor.month == 0) return {};
            resolved.date.begin = plus_months({anchor.year, anchor.month, 0}, e.amount);
            break;
        default:
            if (anchor.year == 0) return {};
            resolved.date.begin = {static_cast<std::int16_t>(anchor.year + e.amount), 0, 0};
    }
    return resolved;
}

ResolvedDate resolve_unit(DateExpression const& e, DateAnchors const& anchors) {
    bool const narrative = e.anchor == DateAnchor::narrative;
    PartialDate const anchor = narrative ? anchors.narrative : anchors.report;
    if (anchor.empty()) return {};
    ResolvedDate resolved{{}, DateBasis::relative, narrative, {}};
    if (e.unit == 'D') {
        DateExpression day = e;
        day.form = DateForm::offset;
        return resolve_offset(day, anchors);
    }
    if (e.unit == 'W') return {};  // a week is no date of EDTF level 1
    if (e.unit == 'M') {
        if (anchor.month == 0 || anchor.year == 0) return {};
        resolved.date.begin = plus_months({anchor.year, anchor.month, 0}, e.amount);
        return resolved;
    }
    if (anchor.year == 0 || e.unit != 'Y') return {};
    resolved.date.begin = {static_cast<std::int16_t>(anchor.year + e.amount), 0, 0};
    return resolved;
}

}  // namespace

ResolvedDate resolve_date(DateExpression const& e, DateAnchors const& anchors) {
    if (e.before_christ) {  // ISO 8601: 490 BC is the year -489
        PartialDate date = e.begin;
        date.year = static_cast<std::int16_t>(1 - date.year);
        if (date.year == 0) return {};
        return {{date, {}}, DateBasis::explicit_, false, {}};
    }
    switch (e.form) {
        case DateForm::calendar: return resolve_calendar(e, anchors);
        case DateForm::weekday: return resolve_weekday(e, anchors);
        case DateForm::offset: return resolve_offset(e, anchors);
        case DateForm::unit: return resolve_unit(e, anchors);
    }
    return {};
}

std::vector<ResolvedDate> resolve_dates(TokenizedReport const& report, Mentions const& mentions,
                                        Vocabulary const& packs, PartialDate published) {
    std::vector<ResolvedDate> resolved(mentions.dates.size());
    PartialDate narrative;
    Span narrative_span;
    PartialDate told;
    std::uint32_t told_in = no_index;
    std::uint32_t entry = 0;
    for (Mention const& mention : mentions.all) {
        if (mention.kind != MentionKind::date) continue;
        Sentence const& sentence = report.sentences[report.sentence_of[mention.tokens.first]];
        Block const& block = report.blocks[sentence.block];
        if (block.entry != entry) {
            entry = block.entry;
            narrative = block.date.begin;
            narrative_span = block.date_span;
        }
        if (told_in != sentence.block) told = {};
        DateAnchors anchors{block.date.empty() ? published : block.date.begin, narrative, false, told};
        bool const by_block = !block.date.empty() && (block.date.begin.year != 0 || published.year == 0);
        if (!by_block) anchors.report = published;
        bool const of_year = block.year != 0 && mentions.dates[mention.value].form == DateForm::calendar;
        if (of_year) anchors.report = {block.year, 0, 0};
        for (std::uint32_t t = sentence.tokens.first; t < mention.tokens.first; ++t)
            if (packs.words[report.tokens[t].word].classes.has(WordClass::future)) anchors.future = true;
        ResolvedDate one = resolve_date(mentions.dates[mention.value], anchors);
        bool const own_date = block.date_span.begin == report.tokens[mention.tokens.first].begin && !block.date.empty();
        if (own_date) one.date = block.date;
        bool const computed = one.basis == DateBasis::relative || one.basis == DateBasis::year_inferred;
        if (computed && !own_date) one.anchor = one.by_narrative ? narrative_span : by_block ? block.date_span : Span{};
        resolved[mention.value] = one;
        if (one.date.empty()) continue;
        if (mentions.dates[mention.value].begin.year != 0 || one.by_narrative) {
            told = one.date.begin;
            told_in = sentence.block;
        }
        narrative = one.date.begin;
        narrative_span = report.span_of(mention.tokens);
    }
    return resolved;
}

}  // namespace salname
