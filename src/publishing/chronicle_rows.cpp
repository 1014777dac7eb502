#include "publishing/chronicle_rows.h"

#include <algorithm>
#include <set>

#include "chronicle/veil.h"
#include "publishing/account_words.h"
#include "text/fold.h"

namespace salname {

namespace {

using chronicle::CaseSummary;
using chronicle::Chronicle;
using chronicle::ConflictSummary;
using chronicle::PersonSummary;

bool holds(std::string_view text, std::string_view part) {
    return part.empty() || fold(text).find(fold(part)) != std::string::npos;
}

std::string joined(std::vector<std::string> const& all, std::string_view between) {
    std::string text;
    for (std::string const& one : all) text.append(text.empty() ? "" : between).append(one);
    return text;
}

bool any_holds(std::vector<std::string> const& texts, std::string_view part) {
    return part.empty() || std::any_of(texts.begin(), texts.end(), [&](auto const& text) { return holds(text, part); });
}

std::vector<std::string> row_of(CaseSummary const& one, chronicle::Veil const& veil, Messages const& words) {
    std::string const standing =
        std::to_string(one.confirmed) + "/" + std::to_string(one.events) + ' ' + std::string(words.judgements[1]);
    return {one.name.empty() ? one.id : one.id + " " + veil.over(one.name),
            one.person,
            std::string(words.statuses[static_cast<std::size_t>(one.status)]),
            one.since,
            veil.over(joined(one.charges, "; ")),
            one.custody ? words_of(*one.custody, words) : std::string(),
            std::to_string(one.events),
            std::to_string(one.voices),
            standing};
}

}  // namespace

bool passes(CaseSummary const& one, CaseFilter const& filter) {
    return any_holds(one.spellings, filter.person) && any_holds(one.charges, filter.charge) &&
           any_holds(one.courts, filter.court) && any_holds(one.places, filter.place) &&
           any_holds(one.outlets, filter.outlet) && (!filter.confirmed || one.confirmed != 0) &&
           (filter.year == 0 || std::find(one.years.begin(), one.years.end(), filter.year) != one.years.end()) &&
           (!filter.status || one.status == *filter.status);
}

Rows case_rows(std::vector<CaseSummary> cases, chronicle::Veil const& veil, CaseFilter const& filter,
               Messages const& words) {
    Rows rows{{{"case", words.column_case},
               {"person", words.column_person},
               {"status", words.column_status},
               {"since", words.column_since},
               {"charges", words.column_charges},
               {"days_in_custody", words.column_custody},
               {"events", words.column_events},
               {"sources", words.column_sources},
               {"standing", words.column_standing}},
              {}};
    std::erase_if(cases, [&](CaseSummary const& one) { return !passes(one, filter); });
    std::sort(cases.begin(), cases.end(), [](CaseSummary const& a, CaseSummary const& b) {
        return std::tie(b.order, a.person, a.id) < std::tie(a.order, b.person, b.id);
    });
    for (CaseSummary const& one : cases) rows.cells.push_back(row_of(one, veil, words));
    return rows;
}

Rows people_rows(std::vector<PersonSummary> const& people, chronicle::Veil const& veil, Messages const& words) {
    Rows rows{{{"person", words.column_id},
               {"name", words.column_person},
               {"spellings", words.column_spellings},
               {"roles", words.column_roles},
               {"cases", words.column_cases},
               {"standing", words.column_standing}},
              {}};
    std::vector<std::tuple<bool, std::string, std::string, PersonSummary const*>> order;
    for (PersonSummary const& one : people) order.emplace_back(one.cases == 0, fold(one.name), one.id, &one);
    std::sort(order.begin(), order.end());
    for (auto const& [bystander, folded, id, one] : order) {
        std::vector<std::string> others;
        for (std::string const& spelling : one->spellings)
            if (spelling != one->name) others.push_back(spelling);
        rows.cells.push_back({one->id, one->name, joined(others, ", "), veil.over(joined(one->roles, ", ")),
                              one->cases == 0 ? "" : std::to_string(one->cases),
                              std::string(one->is_protected ? words.protected_person
                                          : one->proposed   ? words.proposed_same
                                                            : std::string_view())});
    }
    return rows;
}

Rows conflict_rows(std::vector<ConflictSummary> const& conflicts, chronicle::Veil const& veil, Messages const& words) {
    Rows rows{{{"event", words.column_id},
               {"person", words.column_person},
               {"type", words.column_event},
               {"slot", words.column_slot},
               {"values", words.column_values}},
              {}};
    for (ConflictSummary const& one : conflicts) {
        if (!one.type) {
            rows.cells.push_back({one.id, veil.over(one.person), "", std::string(words.same_person),
                                  std::string(words.decisions_conflict) + ": " + veil.over(one.other_person)});
            continue;
        }
        std::string values;
        for (auto const& said : one.values) {
            values.append(values.empty() ? "" : "; ").append(said.value).append(" (");
            values += joined(said.by, ", ") + ")";
        }
        rows.cells.push_back(
            {one.id, veil.over(one.person), std::string(words_of(*one.type, words)), one.slot, veil.over(values)});
    }
    return rows;
}

Rows case_rows(Chronicle const& chronicle, CaseFilter const& filter, std::optional<std::int32_t> day,
               Messages const& words) {
    return case_rows(chronicle::case_summaries(chronicle, day), chronicle::Veil(chronicle.hidden), filter, words);
}

Rows people_rows(Chronicle const& chronicle, Messages const& words) {
    return people_rows(chronicle::person_summaries(chronicle), chronicle::Veil(chronicle.hidden), words);
}

Rows conflict_rows(Chronicle const& chronicle, Messages const& words) {
    return conflict_rows(chronicle::conflict_summaries(chronicle), chronicle::Veil(chronicle.hidden), words);
}

std::string words_of(chronicle::DayCount const& days, Messages const& words) {
    if (!days.most) return std::string(words.at_least) + ' ' + std::to_string(days.least);
    if (*days.most == days.least) return std::to_string(days.least);
    return std::to_string(days.least) + "–" + std::to_string(*days.most);
}

}  // namespace salname
