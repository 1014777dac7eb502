#include "publishing/account_words.h"

namespace salname {

std::string_view words_of(EventType type) {
    switch (type) {
        case EventType::custody_ordered: return "custody ordered";
        case EventType::custody_extended: return "custody extended";
        case EventType::appeal_decided: return "appeal decided";
        case EventType::ill_treated: return "ill-treated";
        case EventType::hunger_strike: return "hunger strike";
        case EventType::travel_ban: return "travel ban";
        case EventType::content_removed: return "content removed";
        case EventType::investigation_opened: return "investigation opened";
        case EventType::house_arrest: return "house arrest";
        case EventType::law_amended: return "law amended";
        default: return name_of(type);
    }
}

std::string_view words_of(DateBasis basis) {
    switch (basis) {
        case DateBasis::explicit_: return "as written";
        case DateBasis::year_inferred: return "year from the context";
        case DateBasis::relative: return "counted from another date";
        case DateBasis::none: break;
    }
    return "no date";
}

std::string words_of(Duration const& d) {
    std::string text;
    auto const part = [&](std::uint32_t count, std::string_view unit) {
        if (count == 0) return;
        if (!text.empty()) text += ' ';
        text += std::to_string(count) + ' ' + std::string(unit) + (count == 1 ? "" : "s");
    };
    part(d.years, "year");
    part(d.months, "month");
    part(d.weeks, "week");
    part(d.days, "day");
    part(d.hours, "hour");
    part(d.minutes, "minute");
    return text;
}

std::string account_details(Account const& a) {
    std::string text;
    auto const add = [&](std::string_view part, std::string_view before = "; ") {
        if (part.empty()) return;
        if (!text.empty()) text += before;
        text += part;
    };
    if (a.count) add(std::to_string(*a.count) + (*a.count == 1 ? " person" : " people"));
    add(words_of(a.duration), ", ");
    add(a.kind, ", ");
    if (a.money) add(a.money->amount() + ' ' + a.money->currency, ", ");
    add(a.outcome, ", ");
    for (std::size_t i = 0; i < a.charges.size(); ++i) add((i == 0 ? "for " : "") + a.charges[i], i == 0 ? "; " : ", ");
    for (ProvisionCited const& p : a.provisions) add((p.code.empty() ? "Article " : p.code + ' ') + p.article);
    add(a.target.empty() ? "" : "about " + a.target);
    add(a.platform);
    add(a.authority);
    add(a.place);
    if (!a.source.empty()) add("says " + a.source);
    if (a.modality != Modality::asserted) add(std::string("[") + std::string(name_of(a.modality)) + ']', " ");
    return text;
}

}  // namespace salname
