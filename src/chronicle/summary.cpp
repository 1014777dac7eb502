#include "chronicle/summary.h"

#include <algorithm>
#include <set>

namespace salname::chronicle {

namespace {

template <typename T>
std::vector<T> list(std::set<T> const& set) {
    return {set.begin(), set.end()};
}

}  // namespace

std::optional<CaseSummary> summary_of(Chronicle const& chronicle, CaseRecord const& one,
                                      std::optional<std::int32_t> day) {
    PersonRecord const& person = chronicle.people.persons[one.person];
    auto const status = status_on(one, chronicle.events, day);
    CaseSummary summary;
    summary.id = one.id;
    summary.name = one.name;
    summary.person_id = person.id;
    summary.person = person.name;
    summary.spellings = person.spellings;
    summary.status = status.status;
    if (status.event != none) summary.since = chronicle.events.all[status.event].merged.date.edtf();
    for (auto const& charge : one.charges) summary.charges.push_back(charge.text);
    if (!one.custody.empty()) summary.custody = days_in_custody(one.custody, day);
    summary.events = one.events.size();
    summary.order = chronicle.events.all[one.events.back()].order;
    std::set<std::string> courts;
    std::set<std::string> places;
    std::set<std::string> outlets;
    std::set<std::int16_t> years;
    std::set<std::size_t> voices;
    bool begun = !day;
    for (std::size_t const e : one.events) {
        Event const& event = chronicle.events.all[e];
        auto const when = bounds_of(event.merged.date);
        begun = begun || (when && when->earliest <= *day);
        summary.confirmed += is_sure(event.judgement);
        if (!event.merged.authority.empty()) courts.insert(event.merged.authority);
        if (!event.merged.place.empty()) places.insert(event.merged.place);
        if (event.merged.date.begin.year != 0) years.insert(event.merged.date.begin.year);
        for (std::size_t const i : event.accounts) {
            std::size_t const report = chronicle.events.accounts[i].report;
            voices.insert(chronicle.sources[report].voice);
            if (!chronicle.facts.reports[report].outlet.empty()) outlets.insert(chronicle.facts.reports[report].outlet);
        }
    }
    if (!begun) return std::nullopt;
    summary.courts = list(courts);
    summary.places = list(places);
    summary.outlets = list(outlets);
    summary.years = list(years);
    summary.voices = voices.size();
    return summary;
}

PersonSummary summary_of(PersonRecord const& record, std::size_t cases) {
    return {record.id, record.name, record.spellings, record.roles, cases, record.is_protected, record.proposed};
}

std::vector<ConflictSummary> conflicts_of(Chronicle const& chronicle, Event const& event) {
    std::vector<ConflictSummary> all;
    for (Disagreement const& disagreement : event.disagreements) {
        ConflictSummary one;
        one.id = event.id;
        if (event.person != none) one.person = chronicle.people.persons[event.person].name;
        one.type = event.merged.type;
        one.slot = disagreement.slot;
        for (SaidValue const& said : disagreement.values) {
            std::set<std::string> by;
            for (std::size_t const i : said.accounts)
                by.insert(chronicle.facts.reports[chronicle.events.accounts[i].report].source_name());
            one.values.push_back({said.value, list(by)});
        }
        all.push_back(std::move(one));
    }
    return all;
}

ConflictSummary conflict_of(Chronicle const& chronicle, IdentityConflict const& conflict) {
    ConflictSummary one;
    one.id = conflict.decision.substr(0, 12);
    one.person = chronicle.people.members[conflict.a].ref.name;
    one.other_person = chronicle.people.members[conflict.b].ref.name;
    return one;
}

std::vector<CaseSummary> case_summaries(Chronicle const& chronicle, std::optional<std::int32_t> day) {
    std::vector<CaseSummary> all;
    for (CaseRecord const& one : chronicle.cases)
        if (auto summary = summary_of(chronicle, one, day)) all.push_back(std::move(*summary));
    return all;
}

std::vector<PersonSummary> person_summaries(Chronicle const& chronicle) {
    std::vector<std::size_t> cases(chronicle.people.persons.size());
    for (CaseRecord const& one : chronicle.cases) ++cases[one.person];
    std::vector<PersonSummary> all;
    for (std::size_t p = 0; p < cases.size(); ++p) all.push_back(summary_of(chronicle.people.persons[p], cases[p]));
    return all;
}

std::vector<ConflictSummary> conflict_summaries(Chronicle const& chronicle) {
    std::vector<ConflictSummary> all;
    for (Event const& event : chronicle.events.all)
        for (ConflictSummary& one : conflicts_of(chronicle, event)) all.push_back(std::move(one));
    for (IdentityConflict const& conflict : chronicle.people.conflicts) all.push_back(conflict_of(chronicle, conflict));
    return all;
}

}  // namespace salname::chronicle
