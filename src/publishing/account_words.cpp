#include "publishing/account_words.h"

#include "publishing/event_group.h"
#include "text/utf8.h"

namespace salname {

std::string_view words_of(EventType type, Messages const& words) {
    return words.events[static_cast<std::size_t>(type)];
}

std::string_view words_of(DateBasis basis, Messages const& words) {
    return words.date_bases[static_cast<std::size_t>(basis)];
}

std::string_view words_of(Modality modality, Messages const& words) {
    return words.modalities[static_cast<std::size_t>(modality)];
}

std::string count_of(std::size_t count, CountedNoun noun) {
    return (std::to_string(count) + ' ').append(count == 1 ? noun.one : noun.many);
}

std::string words_of(Duration const& d, Messages const& words) {
    std::uint32_t const counts[] = {d.years, d.months, d.weeks, d.days, d.hours, d.minutes};
    std::string text;
    for (std::size_t unit = 0; unit < std::size(counts); ++unit) {
        if (counts[unit] == 0) continue;
        if (!text.empty()) text += ' ';
        text += count_of(counts[unit], words.duration_units[unit]);
    }
    return text;
}

std::string words_of(Money const& money) {
    return money.currency.empty() ? money.amount() : money.amount() + ' ' + money.currency;
}

std::string words_of(ProvisionCited const& provision, Messages const& words) {
    std::string text(provision.code.empty() ? words.article : std::string_view(provision.code));
    return text + ' ' + provision.article;
}

namespace {

std::string day_words(PartialDate date, std::array<std::string_view, 12> const& months, Messages const& words) {
    std::string text;
    auto const add = [&](std::string_view part) {
        if (!text.empty()) text += ' ';
        text += part;
    };
    if (date.day != 0) add(std::to_string(date.day));
    if (date.month != 0) add(months[date.month - 1U]);
    if (date.year != 0) add(std::to_string(date.year < 0 ? -date.year : date.year));
    if (date.year < 0) add(words.before_christ);
    return text;
}

}  // namespace

std::string words_of(Date const& date, MonthNames names, Messages const& words) {
    auto const& months = names == MonthNames::full ? words.months : words.short_months;
    std::string const end = day_words(date.end, months, words);
    if (end.empty()) return day_words(date.begin, months, words);
    bool const one_month = date.begin.year == date.end.year && date.begin.month == date.end.month;
    if (one_month && date.begin.day != 0 && date.end.day != 0) return std::to_string(date.begin.day) + "–" + end;
    return day_words(date.begin, months, words) + " – " + end;
}

std::string who_of(Reading const& reading, Account const& account, Messages const& words) {
    if (account.person.empty()) {
        if (!account.count) return {};
        // What is blocked or removed is counted in sites and posts.
        bool const things = group_of(account.type) == EventGroup::speech;
        return count_of(*account.count, things ? words.items : words.people);
    }
    for (Person const& person : reading.people)
        if (person.id == account.person) return person.name;
    return {};
}

std::string account_details(Account const& a, Messages const& words) {
    std::string text;
    auto const add = [&](std::string_view part, std::string_view before = "; ") {
        if (part.empty()) return;
        if (!text.empty()) text += before;
        text += part;
    };
    if (a.count && !a.person.empty()) add(count_of(*a.count, words.people));
    add(words_of(a.duration, words), ", ");
    add(a.kind, ", ");
    if (a.money) add(words_of(*a.money), ", ");
    add(a.outcome, ", ");
    for (std::size_t i = 0; i < a.charges.size(); ++i)
        i == 0 ? add(std::string(words.charged_with) + ' ' + a.charges[i]) : add(a.charges[i], ", ");
    for (std::size_t i = 0; i < a.provisions.size(); ++i) add(words_of(a.provisions[i], words), i == 0 ? "; " : ", ");
    if (!a.target.empty()) add(std::string(words.about) + ' ' + a.target);
    add(a.platform);
    if (!a.authority.empty()) add(std::string(words.acted_by) + ' ' + a.authority);
    add(a.place);
    return harmless_line(text);
}

std::string harmless_line(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        Decoded const next = decode_utf8(text, at);
        bool const control = next.point < 0x20 || (next.point >= 0x7F && next.point < 0xA0);
        bool const turns = (next.point >= 0x202A && next.point <= 0x202E) ||
                           (next.point >= 0x2066 && next.point <= 0x2069) || next.point == 0x2028 ||
                           next.point == 0x2029;
        if (!control && !turns)
            line.append(text, at, next.size);
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
        at += next.size;
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

}  // namespace salname
