#include "publishing/chronicle_rows.h"

#include <algorithm>
#include <set>

#include "chronicle/veil.h"
#include "publishing/account_words.h"
#include "text/fold.h"

namespace salname {

namespace {

using chronicle::CaseRecord;
using chronicle::Chronicle;
using chronicle::Event;

bool holds(std::string_view text, std::string_view part) {
    return part.empty() || fold(text).find(fold(part)) != std::string::npos;
}

std::string joined(std::vector<std::string> const& all, std::string_view between) {
    std::string text;
    for (std::string const& one : all) text.append(text.empty() ? "" : between).append(one);
    return text;
}

class CaseList {
public:
    CaseList(Chronicle const& chronicle, CaseFilter const& filter, Messages const& words)
        : chronicle_(chronicle), filter_(filter), words_(words), veil_(chronicle.people) {}

    Rows list() {
        Rows rows{{{"case", words_.column_case},
                   {"person", words_.column_person},
                   {"status", words_.column_status},
                   {"since", words_.column_since},
                   {"charges", words_.column_charges},
                   {"days_in_custody", words_.column_custody},
                   {"events", words_.column_events},
                   {"sources", words_.column_sources},
                   {"standing", words_.column_standing}},
                  {}};
        std::vector<CaseRecord const*> cases;
        for (CaseRecord const& one : chronicle_.cases)
            if (passes(one)) cases.push_back(&one);
        std::sort(cases.begin(), cases.end(), [&](CaseRecord const* a, CaseRecord const* b) {
            return std::tuple(last_order(*b), name_of(*a), a->id) < std::tuple(last_order(*a), name_of(*b), b->id);
        });
        for (CaseRecord const* one : cases) rows.cells.push_back(row(*one));
        return rows;
    }

private:
    [[nodiscard]] std::string const& name_of(CaseRecord const& one) const {
        return chronicle_.people.persons[one.person].name;
    }

    [[nodiscard]] std::int64_t last_order(CaseRecord const& one) const {
        return chronicle_.events.all[one.events.back()].order;
    }

    template <typename Test>
    bool any_event(CaseRecord const& one, Test&& test) const {
        return std::any_of(one.events.begin(), one.events.end(),
                           [&](std::size_t e) { return test(chronicle_.events.all[e]); });
    }

    [[nodiscard]] bool passes(CaseRecord const& one) const {
        auto const& person = chronicle_.people.persons[one.person];
        bool const named =
            filter_.person.empty() || std::any_of(person.spellings.begin(), person.spellings.end(),
                                                  [&](auto const& s) { return holds(s, filter_.person); });
        if (!named) return false;
        bool const charged =
            filter_.charge.empty() || std::any_of(one.charges.begin(), one.charges.end(),
                                                  [&](auto const& c) { return holds(c.text, filter_.charge); });
        if (!charged) return false;
        if (!filter_.court.empty() &&
            !any_event(one, [&](Event const& e) { return holds(e.merged.authority, filter_.court); }))
            return false;
        if (!filter_.place.empty() &&
            !any_event(one, [&](Event const& e) { return holds(e.merged.place, filter_.place); }))
            return false;
        if (filter_.year != 0 &&
            !any_event(one, [&](Event const& e) { return e.merged.date.begin.year == filter_.year; }))
            return false;
        if (!filter_.outlet.empty() && !any_event(one, [&](Event const& e) {
                return std::any_of(e.accounts.begin(), e.accounts.end(), [&](std::size_t i) {
                    return holds(chronicle_.facts.reports[chronicle_.events.accounts[i].report].outlet, filter_.outlet);
                });
            }))
            return false;
        if (filter_.confirmed && !any_event(one, [](Event const& e) {
                return e.judgement == chronicle::Judgement::confirmed || e.judgement == chronicle::Judgement::corrected;
            }))
            return false;
        if (filter_.day) {
            bool const begun = any_event(one, [&](Event const& e) {
                auto const when = chronicle::bounds_of(e.merged.date);
                return when && when->earliest <= *filter_.day;
            });
            if (!begun) return false;
        }
        return !filter_.status || chronicle::status_on(one, chronicle_.events, filter_.day).status == *filter_.status;
    }

    std::vector<std::string> row(CaseRecord const& one) const {
        auto const status = chronicle::status_on(one, chronicle_.events, filter_.day);
        std::vector<std::string> charges;
        for (auto const& charge : one.charges) charges.push_back(charge.text);
        std::set<std::size_t> voices;
        std::size_t confirmed = 0;
        for (std::size_t const e : one.events) {
            Event const& event = chronicle_.events.all[e];
            for (std::size_t const i : event.accounts)
                voices.insert(chronicle_.sources[chronicle_.events.accounts[i].report].voice);
            confirmed += event.judgement == chronicle::Judgement::confirmed ||
                         event.judgement == chronicle::Judgement::corrected;
        }
        std::string since;
        if (status.event != chronicle::none) since = chronicle_.events.all[status.event].merged.date.edtf();
        auto const days = chronicle::days_in_custody(one.custody, filter_.day);
        std::string const standing = std::to_string(confirmed) + "/" + std::to_string(one.events.size()) + ' ' +
                                     std::string(words_.judgements[1]);
        return {one.name.empty() ? one.id : one.id + " " + one.name,
                name_of(one),
                std::string(words_.statuses[static_cast<std::size_t>(status.status)]),
                since,
                veil_.over(joined(charges, "; ")),
                one.custody.empty() ? std::string() : words_of(days, words_),
                std::to_string(one.events.size()),
                std::to_string(voices.size()),
                standing};
    }

    Chronicle const& chronicle_;
    CaseFilter const& filter_;
    Messages const& words_;
    chronicle::Veil veil_;
};

}  // namespace

Rows case_rows(Chronicle const& chronicle, CaseFilter const& filter, Messages const& words) {
    return CaseList(chronicle, filter, words).list();
}

Rows people_rows(Chronicle const& chronicle, Messages const& words) {
    Rows rows{{{"person", words.column_id},
               {"name", words.column_person},
               {"spellings", words.column_spellings},
               {"roles", words.column_roles},
               {"cases", words.column_cases},
               {"standing", words.column_standing}},
              {}};
    chronicle::Veil const veil(chronicle.people);
    std::vector<std::size_t> cases(chronicle.people.persons.size());
    for (CaseRecord const& one : chronicle.cases) ++cases[one.person];
    std::vector<std::size_t> order;
    for (std::size_t p = 0; p < cases.size(); ++p) order.push_back(p);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        auto const key = [&](std::size_t p) {
            return std::tuple(cases[p] == 0, fold(chronicle.people.persons[p].name), chronicle.people.persons[p].id);
        };
        return key(a) < key(b);
    });
    for (std::size_t const p : order) {
        auto const& person = chronicle.people.persons[p];
        std::vector<std::string> others;
        for (std::string const& spelling : person.spellings)
            if (spelling != person.name) others.push_back(spelling);
        rows.cells.push_back({person.id, person.name, joined(others, ", "), veil.over(joined(person.roles, ", ")),
                              cases[p] == 0 ? "" : std::to_string(cases[p]),
                              std::string(person.is_protected ? words.protected_person
                                          : person.proposed   ? words.proposed_same
                                                              : std::string_view())});
    }
    return rows;
}

Rows conflict_rows(Chronicle const& chronicle, Messages const& words) {
    Rows rows{{{"event", words.column_id},
               {"person", words.column_person},
               {"type", words.column_event},
               {"slot", words.column_slot},
               {"values", words.column_values}},
              {}};
    chronicle::Veil const veil(chronicle.people);
    for (Event const& event : chronicle.events.all)
        for (auto const& disagreement : event.disagreements) {
            std::string values;
            for (auto const& said : disagreement.values) {
                std::set<std::string> by;
                for (std::size_t const i : said.accounts) {
                    auto const& report = chronicle.facts.reports[chronicle.events.accounts[i].report];
                    by.insert(report.outlet.empty() ? report.file : report.outlet);
                }
                values.append(values.empty() ? "" : "; ").append(said.value).append(" (");
                values += joined({by.begin(), by.end()}, ", ") + ")";
            }
            bool const named = event.person != chronicle::none;
            rows.cells.push_back({event.id, named ? chronicle.people.persons[event.person].name : std::string(),
                                  std::string(words_of(event.merged.type, words)), disagreement.slot,
                                  veil.over(values)});
        }
    for (auto const& conflict : chronicle.people.conflicts) {
        auto const& members = chronicle.people.members;
        rows.cells.push_back({conflict.decision.substr(0, 12), veil.over(members[conflict.a].ref.name), "",
                              "same person",
                              std::string(words.decisions_conflict) + ": " + veil.over(members[conflict.b].ref.name)});
    }
    return rows;
}

std::string words_of(chronicle::DayCount const& days, Messages const& words) {
    if (!days.most) return std::string(words.at_least) + ' ' + std::to_string(days.least);
    if (*days.most == days.least) return std::to_string(days.least);
    return std::to_string(days.least) + "–" + std::to_string(*days.most);
}

}  // namespace salname
