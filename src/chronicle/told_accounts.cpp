#include "chronicle/told_accounts.h"

#include <algorithm>
#include <map>

namespace salname::chronicle {

namespace {

AccountRef ref_of(Report const& report, Reading const& reading, Account const& account) {
    AccountRef ref{report.original, account.trigger.begin, account.trigger.end, account.type, {}};
    for (salname::Person const& person : reading.people)
        if (person.id == account.person) ref.person = person.name;
    return ref;
}

class Telling {
public:
    Telling(Facts const& facts, People const& people) : facts_(facts), people_(people) {
        for (MadeDecision const& made : facts_.decisions)
            if (made.decision.account) decisions_[made.decision.account->original].push_back(&made);
    }

    std::vector<ToldAccount> tell() {
        for (std::size_t r = 0; r < facts_.reports.size(); ++r) {
            std::size_t const first = told_.size();
            Report const& report = facts_.reports[r];
            for (std::size_t k = 0; k < report.readings.size(); ++k)
                for (Account const& account : report.readings[k].accounts) add(r, k, report.readings[k], account);
            revive(r, first);
            judge(r, first);
        }
        std::sort(told_.begin(), told_.end(), [](ToldAccount const& a, ToldAccount const& b) { return a.ref < b.ref; });
        return std::move(told_);
    }

private:
    void add(std::size_t r, std::size_t k, Reading const& reading, Account const& account) {
        ToldAccount told;
        told.ref = ref_of(facts_.reports[r], reading, account);
        told.report = r;
        told.reading = k;
        told.account = account;
        if (!told.ref.person.empty()) {
            std::size_t const member = people_.member({told.ref.original, told.ref.person});
            if (member != none) told.person = people_.person_of[member];
        }
        told_.push_back(std::move(told));
    }

    // Accounts that only an earlier reading has, when somebody confirmed them.
    void revive(std::size_t r, std::size_t first) {
        Report const& report = facts_.reports[r];
        auto const found = decisions_.find(report.original);
        if (found == decisions_.end()) return;
        for (MadeDecision const* made : found->second) {
            Decision const& d = made->decision;
            if (d.verb != Verb::confirm && d.verb != Verb::correct) continue;
            auto const known = [&](ToldAccount const& told) { return speaks_of(*d.account, told.ref); };
            if (std::any_of(told_.begin() + static_cast<std::ptrdiff_t>(first), told_.end(), known)) continue;
            bool revived = false;
            for (Reading const& reading : report.earlier_readings)
                for (Account const& account : reading.accounts)
                    if (!revived && speaks_of(*d.account, ref_of(report, reading, account))) {
                        add(r, 0, reading, account);
                        revived = true;
                    }
        }
    }

    // The last word counts.
    void judge(std::size_t r, std::size_t first) {
        auto const found = decisions_.find(facts_.reports[r].original);
        if (found == decisions_.end()) return;
        for (MadeDecision const* made : found->second) {
            Decision const& d = made->decision;
            for (std::size_t i = first; i < told_.size(); ++i)
                if (speaks_of(*d.account, told_[i].ref)) apply(*made, told_[i]);
        }
    }

    static void apply(MadeDecision const& made, ToldAccount& told) {
        Decision const& d = made.decision;
        switch (d.verb) {
            case Verb::confirm: told.judgement = Judgement::confirmed; break;
            case Verb::correct: told.judgement = Judgement::corrected; break;
            case Verb::reject: told.judgement = Judgement::rejected; break;
            case Verb::unverifiable: told.judgement = Judgement::unverifiable; break;
            case Verb::defer: told.deferred = true; return;
            case Verb::link: told.link = d.text; return;
            default: return;
        }
        told.deferred = false;
        told.judged_by = made.author;
        told.judged_at = made.time;
        told.decision = made.entry;
        for (auto const& [slot, value] : d.values) {
            // Checked when the decision was made; what a newer program could write and this one can't read stays as
            // read.
            auto const set = set_slot(told.account, slot, value);
            if (!set) continue;
            if (slot == "date") told.account.date_basis = DateBasis::explicit_;
        }
    }

    Facts const& facts_;
    People const& people_;
    std::map<std::string_view, std::vector<MadeDecision const*>> decisions_;
    std::vector<ToldAccount> told_;
};

}  // namespace

std::vector<ToldAccount> told_accounts(Facts const& facts, People const& people) {
    return Telling(facts, people).tell();
}

bool speaks_of(AccountRef const& ref, AccountRef const& account) {
    return ref.original == account.original && joined_type(ref.type) == joined_type(account.type) &&
           ref.person == account.person && Span{ref.begin, ref.end}.overlaps({account.begin, account.end});
}

EventType joined_type(EventType type) {
    return type == EventType::detained || type == EventType::abducted ? EventType::arrested : type;
}

}  // namespace salname::chronicle
