#include "chronicle/people.h"

#include <algorithm>
#include <map>
#include <set>

namespace salname::chronicle {

namespace {

void keep_new(std::vector<std::string>& into, std::vector<std::string> const& from) {
    for (std::string const& one : from)
        if (std::find(into.begin(), into.end(), one) == into.end()) into.push_back(one);
}

// Members by reference; a name that two readings of one page share is one member.
std::vector<Member> members_of(Facts const& facts) {
    std::map<PersonRef, Member> all;
    for (std::size_t r = 0; r < facts.reports.size(); ++r)
        for (Reading const& reading : facts.reports[r].readings)
            for (Person const& person : reading.people) {
                PersonRef const ref{facts.reports[r].original, person.name};
                Member& member = all[ref];
                member.ref = ref;
                member.report = r;
                keep_new(member.names, {person.name});
                keep_new(member.names, person.aliases);
                keep_new(member.roles, person.roles);
                keep_new(member.affiliations, person.affiliations);
                member.subject = member.subject || person.subject;
            }
    std::vector<Member> members;
    for (auto& [ref, member] : all) members.push_back(std::move(member));
    return members;
}

// Edges between members, joined or kept apart.
struct Edge {
    std::size_t a = 0;
    std::size_t b = 0;
    double strength = 0;   // decisions come before evidence
    std::string decision;  // empty: evidence
};

class Gathering {
public:
    Gathering(Facts const& facts, std::vector<SourceOf> const& sources, NameEvidence const& names)
        : facts_(facts), sources_(sources), names_(names) {}

    People gather() {
        people_.members = members_of(facts_);
        parents_.resize(people_.members.size());
        for (std::size_t i = 0; i < parents_.size(); ++i) parents_[i] = i;
        take_decisions();
        add_evidence();
        join();
        make_persons();
        drop_answered();
        apply_names();
        return std::move(people_);
    }

private:
    std::size_t root(std::size_t i) {
        while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
        return i;
    }

    void take_decisions() {
        for (MadeDecision const& made : facts_.decisions) {
            Decision const& d = made.decision;
            if (d.verb != Verb::same && d.verb != Verb::different && d.verb != Verb::unsure) continue;
            std::size_t const a = people_.member(*d.person);
            std::size_t const b = people_.member(*d.other_person);
            if (a == none || b == none || a == b) continue;
            auto const pair = std::minmax(a, b);
            decided_.insert(pair);
            if (d.verb == Verb::same) edges_.push_back({pair.first, pair.second, 2, made.entry});
            if (d.verb == Verb::different) apart_.insert(pair);
        }
    }

    // A report that names two people names two people.
    [[nodiscard]] bool in_one_report(std::size_t a, std::size_t b) const {
        return people_.members[a].report == people_.members[b].report;
    }

    void add_evidence() {
        std::vector<std::vector<std::string>> names;
        for (Member const& member : people_.members) names.push_back(member.names);
        for (NamePair const& pair : pair_names(names_, names)) {
            if (decided_.contains({pair.a, pair.b}) || in_one_report(pair.a, pair.b)) continue;
            people_.questions.push_back({pair.a, pair.b, pair.score, pair.why, false});
            if (pair.same) edges_.push_back({pair.a, pair.b, pair.score, {}});
        }
        // Versions and copies of one text name the same people, whatever the name.
        std::map<std::pair<std::size_t, std::string_view>, std::size_t> first;
        for (std::size_t m = 0; m < people_.members.size(); ++m) {
            Member const& member = people_.members[m];
            auto const [place, fresh] =
                first.emplace(std::pair(sources_[member.report].voice, std::string_view(member.ref.name)), m);
            if (!fresh && !decided_.contains(std::minmax(place->second, m)))
                edges_.push_back({std::min(place->second, m), std::max(place->second, m), 1.5, {}});
        }
    }

    void join() {
        std::sort(edges_.begin(), edges_.end(), [](Edge const& x, Edge const& y) {
            return std::tuple(-x.strength, x.a, x.b) < std::tuple(-y.strength, y.a, y.b);
        });
        std::vector<std::vector<std::size_t>> groups(people_.members.size());
        for (std::size_t m = 0; m < groups.size(); ++m) groups[m] = {m};
        for (Edge const& edge : edges_) {
            std::size_t const a = root(edge.a);
            std::size_t const b = root(edge.b);
            if (a == b) continue;
            if (must_stay_apart(groups[a], groups[b], !edge.decision.empty())) {
                if (!edge.decision.empty()) people_.conflicts.push_back({edge.a, edge.b, edge.decision});
                continue;
            }
            std::size_t const into = std::min(a, b);
            std::size_t const from = std::max(a, b);
            parents_[from] = into;
            groups[into].insert(groups[into].end(), groups[from].begin(), groups[from].end());
            groups[from].clear();
        }
        for (IdentityQuestion& question : people_.questions) question.joined = root(question.a) == root(question.b);
        std::sort(people_.questions.begin(), people_.questions.end(),
                  [](IdentityQuestion const& x, IdentityQuestion const& y) {
                      return std::tuple(-x.score, x.a, x.b) < std::tuple(-y.score, y.a, y.b);
                  });
    }

    // A decision can say that two names of one report are one person; evidence can't.
    [[nodiscard]] bool must_stay_apart(std::vector<std::size_t> const& left, std::vector<std::size_t> const& right,
                                       bool decided) const {
        for (std::size_t const a : left)
            for (std::size_t const b : right) {
                if (apart_.contains(std::minmax(a, b))) return true;
                if (!decided && in_one_report(a, b)) return true;
            }
        return false;
    }

    void make_persons() {
        std::map<std::size_t, std::vector<std::size_t>> by_root;
        for (std::size_t m = 0; m < people_.members.size(); ++m) by_root[root(m)].push_back(m);
        for (auto& [least, members] : by_root) {
            PersonRecord record;
            record.id = short_id('P', text_of(people_.members[members.front()].ref));
            record.members = members;
            people_.persons.push_back(std::move(record));
        }
        std::sort(people_.persons.begin(), people_.persons.end(),
                  [](PersonRecord const& x, PersonRecord const& y) { return x.id < y.id; });
        people_.person_of.resize(people_.members.size());
        for (std::size_t p = 0; p < people_.persons.size(); ++p) {
            for (std::size_t const m : people_.persons[p].members) people_.person_of[m] = p;
            describe(people_.persons[p]);
        }
        for (Edge const& edge : edges_) {
            std::size_t const p = people_.person_of[edge.a];
            if (edge.strength <= 1 && p == people_.person_of[edge.b]) people_.persons[p].proposed = true;
        }
    }

    // Who was told apart, or could not be told, is not asked about again because another report names him too.
    void drop_answered() {
        std::set<std::pair<std::size_t, std::size_t>> answered;
        for (auto const& [a, b] : decided_) answered.insert(std::minmax(people_.person_of[a], people_.person_of[b]));
        std::erase_if(people_.questions, [&](IdentityQuestion const& question) {
            auto const persons = std::minmax(people_.person_of[question.a], people_.person_of[question.b]);
            return persons.first != persons.second && answered.contains(persons);
        });
    }

    // The name that most voices use, of those the longest; then every other form.
    void describe(PersonRecord& record) {
        std::map<std::string, std::set<std::size_t>> voices;
        std::map<std::string, std::set<std::size_t>> all;
        for (std::size_t const m : record.members) {
            Member const& member = people_.members[m];
            std::size_t const voice = sources_[member.report].voice;
            voices[member.ref.name].insert(voice);
            for (std::string const& name : member.names) all[name].insert(voice);
            keep_new(record.roles, member.roles);
            record.subject = record.subject || member.subject;
        }
        auto const better = [](auto const& x, auto const& y) {
            return std::tuple(-static_cast<int>(x.second.size()), -static_cast<int>(x.first.size()), x.first) <
                   std::tuple(-static_cast<int>(y.second.size()), -static_cast<int>(y.first.size()), y.first);
        };
        std::vector<std::pair<std::string, std::set<std::size_t>>> sorted(all.begin(), all.end());
        std::sort(sorted.begin(), sorted.end(), better);
        for (auto& [name, heard] : sorted) record.spellings.push_back(name);
        record.name = std::min_element(voices.begin(), voices.end(), better)->first;
    }

    void apply_names() {
        for (MadeDecision const& made : facts_.decisions) {
            Decision const& d = made.decision;
            if (d.verb != Verb::rename && d.verb != Verb::protect) continue;
            std::size_t const m = people_.member(*d.person);
            if (m == none) continue;
            PersonRecord& record = people_.persons[people_.person_of[m]];
            if (d.verb == Verb::rename && record.is_protected) continue;
            record.name = d.text;
            if (d.verb == Verb::rename) {
                keep_new(record.spellings, {d.text});
                continue;
            }
            keep_new(record.hidden, record.spellings);
            record.is_protected = true;
            record.protected_by = made.entry;
            record.spellings = {d.text};
        }
    }

    Facts const& facts_;
    std::vector<SourceOf> const& sources_;
    NameEvidence const& names_;
    People people_;
    std::vector<std::size_t> parents_;
    std::vector<Edge> edges_;
    std::set<std::pair<std::size_t, std::size_t>> decided_;
    std::set<std::pair<std::size_t, std::size_t>> apart_;
};

}  // namespace

std::size_t People::member(PersonRef const& ref) const {
    auto const found = std::lower_bound(members.begin(), members.end(), ref,
                                        [](Member const& m, PersonRef const& r) { return m.ref < r; });
    return found != members.end() && found->ref == ref ? static_cast<std::size_t>(found - members.begin()) : none;
}

People gather_people(Facts const& facts, std::vector<SourceOf> const& sources, NameEvidence const& names) {
    return Gathering(facts, sources, names).gather();
}

}  // namespace salname::chronicle
