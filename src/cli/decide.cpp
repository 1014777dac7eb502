// salname judge, merge, split, rename, protect, note, link, history, undo: decisions and what became of them.
#include <algorithm>
#include <iostream>

#include "chronicle/facts.h"
#include "chronicle/told_accounts.h"
#include "chronicle/veil.h"
#include "cli/chosen.h"
#include "cli/commands.h"
#include "cli/reading_setup.h"

namespace salname {

namespace {

using chronicle::Chronicle;
using chronicle::Decision;
using chronicle::PersonRef;
using chronicle::Verb;

std::optional<OpenChronicle> open(DecideArguments const& arguments) {
    return open_chronicle({arguments.archive, Archive::Use::write, arguments.packs, arguments.key, {}, false});
}

int make(OpenChronicle& opened, std::vector<Decision> decisions, DecideArguments const& arguments) {
    std::vector<journal::Draft> drafts;
    std::string const time = now();
    for (Decision& decision : decisions) {
        decision.reason = arguments.reason;
        drafts.push_back({time, "decision", chronicle::body_of(decision)});
    }
    auto const ids = opened.archive->append(drafts, journal::Durability::decision);
    if (!ids) {
        complain(ids.error());
        return 1;
    }
    for (std::string const& id : *ids) std::cout << "decision " << id.substr(0, 16) << '\n';
    return 0;
}

PersonRef ref_of(Chronicle const& chronicle, std::size_t person) {
    return chronicle.people.members[chronicle.people.persons[person].members.front()].ref;
}

Decision about_person(Verb verb, PersonRef ref, std::string text) {
    Decision decision;
    decision.verb = verb;
    decision.person = std::move(ref);
    decision.text = std::move(text);
    return decision;
}

}  // namespace

int judge_command(DecideArguments const& arguments) {
    auto opened = open(arguments);
    if (!opened) return 2;
    std::size_t const event = choose_event(*opened, arguments.what);
    if (event == chronicle::none) return 1;
    Decision decision;
    auto const verb = std::find(chronicle::verb_names.begin(), chronicle::verb_names.end(), arguments.verb);
    decision.verb = static_cast<Verb>(verb - chronicle::verb_names.begin());
    for (std::string const& setting : arguments.values) {
        std::size_t const equals = setting.find('=');
        std::string const slot = setting.substr(0, equals);
        if (equals == std::string::npos || !chronicle::is_slot(slot)) {
            std::cerr << "salname: --set " << setting << ": write SLOT=VALUE, e.g. date=2021-04-15 or duration=P30D\n";
            return 2;
        }
        Account probe;
        if (auto const set = chronicle::set_slot(probe, slot, setting.substr(equals + 1)); !set) {
            complain(set.error());
            return 2;
        }
        decision.values[slot] = setting.substr(equals + 1);
    }
    if ((decision.verb == Verb::correct) == decision.values.empty()) {
        std::cerr << "salname: correct needs --set SLOT=VALUE, and only correct does\n";
        return 2;
    }
    std::vector<Decision> decisions;
    for (std::size_t const i : opened->chronicle.events.all[event].accounts) {
        decision.account = opened->chronicle.events.accounts[i].ref;
        decisions.push_back(decision);
    }
    return make(*opened, std::move(decisions), arguments);
}

int merge_command(DecideArguments const& arguments) {
    auto opened = open(arguments);
    if (!opened) return 2;
    std::string const one = choose_person(*opened, arguments.what);
    std::string const other = one.empty() ? std::string() : choose_person(*opened, arguments.other);
    if (one.empty() || other.empty()) return 1;
    if (!opened->look_at({one, other})) return 2;
    std::size_t const a = opened->chronicle.find_person(one);
    std::size_t const b = opened->chronicle.find_person(other);
    if (a == b) {
        std::cerr << "salname: " << arguments.what << " and " << arguments.other << " are one person already\n";
        return 1;
    }
    Decision decision = about_person(Verb::same, ref_of(opened->chronicle, a), {});
    decision.other_person = ref_of(opened->chronicle, b);
    return make(*opened, {decision}, arguments);
}

// The person as one report names him is somebody else than the others whom he was taken for.
int split_command(DecideArguments const& arguments) {
    auto opened = open(arguments);
    if (!opened) return 2;
    Chronicle const& chronicle = opened->chronicle;
    std::size_t const person = look_at_person(*opened, arguments.what);
    if (person == chronicle::none) return 1;
    std::vector<std::size_t> out;
    std::vector<std::size_t> rest;
    for (std::size_t const m : chronicle.people.persons[person].members) {
        auto const& member = chronicle.people.members[m];
        bool const named = member.ref.original.starts_with(arguments.other) ||
                           chronicle.facts.reports[member.report].file == arguments.other;
        (named ? out : rest).push_back(m);
    }
    if (out.empty() || rest.empty()) {
        std::cerr << "salname: " << arguments.other << " must be one of several reports that name this person:\n";
        for (std::size_t const m : chronicle.people.persons[person].members) {
            auto const& member = chronicle.people.members[m];
            std::cerr << "  " << member.ref.original.substr(0, 12) << "  "
                      << chronicle.facts.reports[member.report].file << '\n';
        }
        return 1;
    }
    std::vector<Decision> decisions;
    for (std::size_t const a : out)
        for (std::size_t const b : rest) {
            Decision decision = about_person(Verb::different, chronicle.people.members[a].ref, {});
            decision.other_person = chronicle.people.members[b].ref;
            decisions.push_back(std::move(decision));
        }
    return make(*opened, std::move(decisions), arguments);
}

int name_command(DecideArguments const& arguments) {
    auto opened = open(arguments);
    if (!opened) return 2;
    std::size_t const person = look_at_person(*opened, arguments.what);
    if (person == chronicle::none) return 1;
    Verb const verb = arguments.verb == "protect" ? Verb::protect
                      : arguments.verb == "note"  ? Verb::note
                                                  : Verb::rename;
    return make(*opened, {about_person(verb, ref_of(opened->chronicle, person), arguments.other)}, arguments);
}

int link_command(DecideArguments const& arguments) {
    auto opened = open(arguments);
    if (!opened) return 2;
    std::size_t const event = choose_event(*opened, arguments.what);
    if (event == chronicle::none) return 1;
    std::vector<Decision> decisions;
    for (std::size_t const i : opened->chronicle.events.all[event].accounts) {
        Decision decision;
        decision.verb = Verb::link;
        decision.account = opened->chronicle.events.accounts[i].ref;
        decision.text = arguments.other;
        decisions.push_back(std::move(decision));
    }
    return make(*opened, std::move(decisions), arguments);
}

// Ids of decisions that begin so.
static Result<std::vector<std::string>> decisions_named(journal::Store& store, std::string const& beginning) {
    constexpr std::size_t shortest = 6;
    std::vector<std::string> found;
    if (beginning.size() < shortest) return found;
    auto const walked = store.scan(0, [&](journal::StoredEntry const& stored) {
        std::string id = stored.id.hex();
        if (!id.starts_with(beginning)) return true;
        auto const entry = journal::parse_entry(stored.text);
        if (entry && entry->kind == "decision") found.push_back(std::move(id));
        return true;
    });
    if (!walked) return tl::unexpected(walked.error());
    return found;
}

// Whether nobody took it back. Looks at what it is about.
static bool stands(OpenChronicle& opened, std::string const& id) {
    auto const hash = journal::Hash::from_hex(id);
    auto const entry =
        hash ? opened.archive->store().entry(*hash) : Result<std::optional<journal::Entry>>(std::nullopt);
    auto const decision = entry && *entry ? chronicle::parse_decision((*entry)->body)
                                          : Result<Decision>(fault(FaultKind::not_found, "no such entry"));
    if (!decision) return false;
    std::string const original = decision->account  ? decision->account->original
                                 : decision->person ? decision->person->original
                                                    : std::string();
    if (opened.tables) {
        auto const components = opened.tables->components_in(original);
        if (!components || !opened.look_around(*components)) return false;
    }
    auto const& all = opened.chronicle.facts.decisions;
    return std::any_of(all.begin(), all.end(), [&](auto const& made) { return made.entry == id; });
}

int undo_command(DecideArguments const& arguments) {
    auto opened = open(arguments);
    if (!opened) return 2;
    auto found = decisions_named(opened->archive->store(), arguments.what);
    if (!found) {
        complain(found.error());
        return 2;
    }
    std::erase_if(*found, [&](std::string const& id) { return !stands(*opened, id); });
    if (found->size() != 1) {
        std::cerr << "salname: " << arguments.what
                  << (found->empty() ? " is no decision that stands" : " begins several decisions")
                  << "; `salname history` lists them, six digits or more name one\n";
        return 1;
    }
    std::string const& id = found->front();
    journal::Draft const draft{now(), "undo", chronicle::undo_body(id, arguments.reason)};
    auto const ids = opened->archive->append({&draft, 1}, journal::Durability::decision);
    if (!ids) {
        complain(ids.error());
        return 1;
    }
    std::cout << "undone: " << id.substr(0, 16) << '\n';
    return 0;
}

int history_command(DecideArguments const& arguments) {
    auto opened = open_chronicle({arguments.archive, Archive::Use::read, arguments.packs, {}, {}, false});
    if (!opened) return 2;
    Chronicle const& chronicle = opened->chronicle;
    std::size_t person = chronicle::none;
    std::size_t event = chronicle::none;
    if (arguments.what.starts_with("E-")) {
        event = choose_event(*opened, arguments.what);
        if (event == chronicle::none) return 1;
    } else if (arguments.what.starts_with("C-")) {
        std::size_t const one = choose_case(*opened, arguments.what);
        if (one == chronicle::none) return 1;
        person = chronicle.cases[one].person;
    } else {
        person = look_at_person(*opened, arguments.what);
        if (person == chronicle::none) return 1;
    }
    auto const is_about = [&](Decision const& d) {
        for (auto const& ref : {d.person, d.other_person}) {
            std::size_t const m = ref && event == chronicle::none ? chronicle.people.member(*ref) : chronicle::none;
            if (m != chronicle::none && chronicle.people.person_of[m] == person) return true;
        }
        for (auto const& ref : {d.account, d.other_account})
            for (std::size_t i = 0; ref && i < chronicle.events.accounts.size(); ++i) {
                auto const& told = chronicle.events.accounts[i];
                if (!chronicle::speaks_of(*ref, told.ref)) continue;
                if (event == chronicle::none && told.person == person) return true;
                if (event == chronicle::none) continue;
                auto const& own = chronicle.events.all[event].accounts;
                if (std::find(own.begin(), own.end(), i) != own.end()) return true;
            }
        return false;
    };
    std::vector<chronicle::MadeDecision> all = chronicle.facts.decisions;
    all.insert(all.end(), chronicle.facts.taken_back.begin(), chronicle.facts.taken_back.end());
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) {
        return std::tie(a.time, a.author, a.seq) < std::tie(b.time, b.author, b.seq);
    });
    chronicle::Veil const veil(chronicle.hidden);
    for (auto const& made : all) {
        Decision const& d = made.decision;
        if (!is_about(d)) continue;
        auto const author = chronicle.facts.author_names.find(made.author);
        std::cout << made.time << "  " << made.entry.substr(0, 16) << "  "
                  << (author == chronicle.facts.author_names.end() ? made.author.substr(0, 8) : author->second) << "  "
                  << name_of(d.verb);
        if (d.person && d.verb != Verb::protect) std::cout << ' ' << veil.over(d.person->name);
        if (d.other_person) std::cout << " = " << veil.over(d.other_person->name);
        if (d.account) std::cout << ' ' << name_of(d.account->type) << ' ' << veil.over(d.account->person);
        for (auto const& [slot, value] : d.values) std::cout << ' ' << slot << '=' << veil.over(value);
        if (!d.text.empty()) std::cout << " \"" << veil.over(d.text) << '"';
        if (!d.reason.empty()) std::cout << " – " << veil.over(d.reason);
        if (!made.taken_back.empty()) std::cout << "  [undone by " << made.taken_back.substr(0, 16) << ']';
        std::cout << '\n';
    }
    return 0;
}

}  // namespace salname
