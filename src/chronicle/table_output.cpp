#include "chronicle/table_output.h"

#include <algorithm>

#include "chronicle/review.h"
#include "chronicle/summary.h"

namespace salname::chronicle {

namespace {

class Output {
public:
    Output(TableSet& tables, std::string const& component, Chronicle const& chronicle)
        : tables_(tables), id_(component), chronicle_(chronicle) {
        for (Member const& member : chronicle.people.members)
            own_member_.push_back(component_of(member.ref.original, member.ref.name) == id_);
        for (PersonRecord const& person : chronicle.people.persons)
            own_person_.push_back(own_member_[person.members.front()]);
        for (ToldAccount const& told : chronicle.events.accounts)
            own_account_.push_back(told.person != none ? own_person_[told.person]
                                                       : component_of(told.ref.original, std::string()) == id_);
    }

    void put() {
        row_ = tables_.components.change(id_);
        cases_.resize(own_person_.size());
        for (CaseRecord const& one : chronicle_.cases) ++cases_[one.person];
        for (std::size_t p = 0; p < own_person_.size(); ++p)
            if (own_person_[p]) put_person(p);
        for (CaseRecord const& one : chronicle_.cases)
            if (own_person_[one.person]) put_case(one);
        std::vector<std::string> conflicts;
        for (Event const& event : chronicle_.events.all)
            if (own_account_[event.accounts.front()]) put_event(event, conflicts);
        for (IdentityConflict const& conflict : chronicle_.people.conflicts)
            if (own_member_[conflict.a]) conflicts.push_back(text_of(conflict_of(chronicle_, conflict)));
        if (!conflicts.empty()) tables_.conflicts.change(id_) = std::move(conflicts);
        put_questions();
        put_apart();
        tables_.components.change(id_) = std::move(row_);
    }

private:
    std::string component_of(std::string const& original, std::string const& name) {
        ReportRow const* report = tables_.reports.find(original);
        if (report == nullptr) return {};
        auto const found = report->names.find(name);
        return found == report->names.end() ? std::string() : found->second;
    }

    void put_person(std::size_t p) {
        PersonRecord const& person = chronicle_.people.persons[p];
        tables_.persons.change(person.id) = {id_, text_of(summary_of(person, cases_[p]))};
        row_.persons.push_back(person.id);
        if (!person.is_protected) return;
        std::vector<std::string> hidden{person.name};
        hidden.insert(hidden.end(), person.hidden.begin(), person.hidden.end());
        tables_.hidden.change(person.id) = std::move(hidden);
    }

    void put_case(CaseRecord const& one) {
        tables_.cases.change(one.id) = {id_, text_of(*summary_of(chronicle_, one))};
        row_.cases.push_back(one.id);
    }

    void put_event(Event const& event, std::vector<std::string>& conflicts) {
        tables_.events.change(event.id) = id_;
        row_.events.push_back(event.id);
        row_.event_count += event.person != none;
        for (ConflictSummary const& one : conflicts_of(chronicle_, event)) conflicts.push_back(text_of(one));
    }

    void put_questions() {
        std::vector<std::string> open;
        for (Question const& question : review_queue(chronicle_)) {
            bool const about_names = question.kind == QuestionKind::same_person;
            auto const& own = about_names ? own_member_ : own_account_;
            if (!own[question.a] || (question.kind != QuestionKind::account && !own[question.b])) continue;
            open.push_back(text_of(open_question(chronicle_, question)));
        }
        if (!open.empty()) tables_.questions.change(id_) = std::move(open);
    }

    void put_apart() {
        for (MadeDecision const& made : chronicle_.facts.decisions) {
            Verb const verb = made.decision.verb;
            if (verb != Verb::different && verb != Verb::unsure && verb != Verb::same) continue;
            auto const& left = *made.decision.person;
            auto const& right = *made.decision.other_person;
            if (component_of(left.original, left.name) != id_ && component_of(right.original, right.name) != id_)
                continue;
            for (auto const& ref : {made.decision.person, made.decision.other_person}) {
                row_.apart.push_back(ref->original);
                row_.apart.push_back(ref->name);
            }
        }
    }

    TableSet& tables_;
    std::string const& id_;
    Chronicle const& chronicle_;
    ComponentRow row_;
    std::vector<std::size_t> cases_;  // of each person
    std::vector<bool> own_member_;
    std::vector<bool> own_person_;
    std::vector<bool> own_account_;
};

}  // namespace

void put_output(TableSet& tables, Chronicle const& chronicle, std::string const& component) {
    ComponentRow& row = tables.components.change(component);
    forget_output(tables, component, row);
    row.cases.clear();
    row.persons.clear();
    row.events.clear();
    row.apart.clear();
    row.event_count = 0;
    // Whoever came first, the row is the same.
    std::sort(row.reports.begin(), row.reports.end());
    std::sort(row.forms.begin(), row.forms.end());
    Output(tables, component, chronicle).put();
}

void forget_output(TableSet& tables, std::string const& component, ComponentRow const& row) {
    for (std::string const& id : row.cases) tables.cases.erase(id);
    for (std::string const& id : row.events) tables.events.erase(id);
    for (std::string const& id : row.persons) {
        tables.persons.erase(id);
        tables.hidden.erase(id);
    }
    tables.conflicts.erase(component);
    tables.questions.erase(component);
}

}  // namespace salname::chronicle
