#include "chronicle/identity_clues.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "text/fold.h"

namespace salname::chronicle {

namespace {

constexpr std::array<double, clue_kinds> bits_of = {2.0, 1.0, 1.5, 3.0, 1.0, 1.0, 0.5, -1.5};

class Comparison {
public:
    Comparison(Chronicle const& chronicle, std::size_t a, std::size_t b)
        : chronicle_(chronicle), a_(chronicle.people.members[a]), b_(chronicle.people.members[b]) {}

    std::vector<Clue> compare() {
        compare_company();
        for (std::string const& role : shared(a_.roles, b_.roles)) add(ClueKind::role, role);
        for (std::string const& name : shared(a_.affiliations, b_.affiliations)) add(ClueKind::affiliation, name);
        compare_accounts(accounts_of(a_), accounts_of(b_));
        std::sort(clues_.begin(), clues_.end(), [](Clue const& x, Clue const& y) {
            return std::tuple(-std::abs(x.bits), x.kind, x.text) < std::tuple(-std::abs(y.bits), y.kind, y.text);
        });
        return std::move(clues_);
    }

private:
    void add(ClueKind kind, std::string const& text) {
        bool const told = std::any_of(clues_.begin(), clues_.end(), [&](Clue const& clue) {
            return clue.kind == kind && fold(clue.text) == fold(text);
        });
        if (!told) clues_.push_back({kind, text, bits_of[static_cast<std::size_t>(kind)]});
    }

    static std::vector<std::string> shared(std::vector<std::string> const& left,
                                           std::vector<std::string> const& right) {
        std::set<std::string> known;
        for (std::string const& one : right) known.insert(fold(one));
        std::vector<std::string> both;
        for (std::string const& one : left)
            if (known.contains(fold(one))) both.push_back(one);
        return both;
    }

    // Others who are named in both reports.
    void compare_company() {
        if (a_.report == b_.report) return;
        std::set<std::size_t> with_a;
        People const& people = chronicle_.people;
        for (std::size_t m = 0; m < people.members.size(); ++m)
            if (people.members[m].report == a_.report && people.members[m].ref != a_.ref)
                with_a.insert(people.person_of[m]);
        for (std::size_t m = 0; m < people.members.size(); ++m)
            if (people.members[m].report == b_.report && people.members[m].ref != b_.ref &&
                with_a.contains(people.person_of[m]))
                add(ClueKind::named_with, people.persons[people.person_of[m]].name);
    }

    [[nodiscard]] std::vector<Account const*> accounts_of(Member const& member) const {
        std::vector<Account const*> accounts;
        for (ToldAccount const& told : chronicle_.events.accounts)
            if (told.ref.original == member.ref.original && told.ref.person == member.ref.name)
                accounts.push_back(&told.account);
        return accounts;
    }

    void compare_accounts(std::vector<Account const*> const& left, std::vector<Account const*> const& right) {
        for (Account const* x : left)
            for (Account const* y : right) {
                bool const one_day = !x->date.empty() && x->date == y->date && x->date.begin.day != 0;
                bool const alike_place = !x->place.empty() && fold(x->place) == fold(y->place);
                if (x->type == y->type && one_day) {
                    bool const elsewhere = !x->place.empty() && !y->place.empty() && !alike_place;
                    add(elsewhere ? ClueKind::two_places : ClueKind::occurrence, x->date.edtf());
                }
                if (alike_place) add(ClueKind::place, x->place);
                if (!x->authority.empty() && fold(x->authority) == fold(y->authority))
                    add(ClueKind::authority, x->authority);
                for (ProvisionCited const& p : x->provisions)
                    for (ProvisionCited const& q : y->provisions)
                        if (p.code == q.code && p.article == q.article)
                            add(ClueKind::provision, p.code.empty() ? p.article : p.code + ' ' + p.article);
            }
    }

    Chronicle const& chronicle_;
    Member const& a_;
    Member const& b_;
    std::vector<Clue> clues_;
};

}  // namespace

std::vector<Clue> clues_between(Chronicle const& chronicle, std::size_t a, std::size_t b) {
    return Comparison(chronicle, a, b).compare();
}

}  // namespace salname::chronicle
