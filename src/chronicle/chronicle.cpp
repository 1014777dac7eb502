#include "chronicle/chronicle.h"

namespace salname::chronicle {

namespace {

template <typename Item>
std::size_t find_by_id(std::vector<Item> const& items, std::string_view id) {
    std::size_t found = none;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].id == id) return i;
        if (id.size() < 4 || !std::string_view(items[i].id).starts_with(id)) continue;
        if (found != none) return none;
        found = i;
    }
    return found;
}

}  // namespace

std::size_t Chronicle::find_case(std::string_view id) const {
    return find_by_id(cases, id);
}

std::size_t Chronicle::find_person(std::string_view id) const {
    return find_by_id(people.persons, id);
}

Chronicle compute(Facts facts, Knowledge const& knowledge) {
    auto sources = find_sources_of(facts.reports);
    return compute(std::move(facts), std::move(sources), knowledge);
}

Chronicle compute(Facts facts, std::vector<SourceOf> sources, Knowledge const& knowledge) {
    Chronicle chronicle;
    chronicle.facts = std::move(facts);
    chronicle.sources = std::move(sources);
    chronicle.people = gather_people(chronicle.facts, chronicle.sources, *knowledge.names);
    chronicle.events = gather_events(chronicle.facts, chronicle.sources, chronicle.people);
    auto const mark = [&](Account& account) { account.behind_bars = knowledge.custodial_kinds.contains(account.kind); };
    for (ToldAccount& told : chronicle.events.accounts) mark(told.account);
    for (Event& event : chronicle.events.all) mark(event.merged);
    chronicle.cases = gather_cases(chronicle.people, chronicle.events);
    chronicle.hidden = hidden_names(chronicle.people);
    return chronicle;
}

}  // namespace salname::chronicle
