#include "publishing/timeline_words.h"

#include "publishing/account_words.h"

namespace salname {

namespace {

std::string day_in_words(TimelineAxis const& axis, std::int32_t day, Messages const& words) {
    PartialDate date = from_day_number(day);
    if (axis.years == AxisYears::unknown) date.year = 0;
    return words_of(Date{date, {}}, MonthNames::full, words);
}

std::string event_in_words(Account const& account, AxisYears years, Messages const& words) {
    std::string text = words_of(account.date, MonthNames::full, words);
    if (years == AxisYears::unknown) text.append(" (").append(words.year_unknown).append(")");
    text.append(": ").append(words_of(account.type, words));
    std::string const term = words_of(account.duration, words);
    if (!term.empty()) text.append(", ").append(term);
    if (account.modality != Modality::asserted) text.append(" (").append(words_of(account.modality, words)).append(")");
    return text + ". ";
}

}  // namespace

std::string detention_in_words(TimelineAxis const& axis, Detention const& detention, Messages const& words) {
    std::string text(words.detention);
    text += ": " + day_in_words(axis, detention.begin, words) + ", ";
    if (detention.how == DetentionEnd::unknown) return text.append(words.end_unknown);
    text += detention.how == DetentionEnd::released ? words.until_release : words.for_term;
    return text + " (" + day_in_words(axis, detention.end, words) + ')';
}

std::string timeline_in_words(Timeline const& timeline, Messages const& words) {
    std::string text;
    for (TimelineAxis const& axis : timeline.axes) {
        for (TimelineEvent const& event : axis.events) text += event_in_words(*event.account, axis.years, words);
        for (Detention const& one : axis.detentions) text += detention_in_words(axis, one, words) + ". ";
    }
    for (Account const* account : timeline.undated)
        text.append(words.date_unknown).append(": ").append(words_of(account->type, words)).append(". ");
    return text;
}

}  // namespace salname
