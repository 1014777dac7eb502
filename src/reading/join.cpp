// Repeats of one occurrence within a report become one account; nothing that contradicts is joined.
#include <algorithm>
#include <map>

#include "reading/accounts.h"

namespace salname {

namespace {

EventType joined_type(EventType type) {
    return type == EventType::detained || type == EventType::abducted ? EventType::arrested : type;
}

// Does the date stand in the account's own sentence? A date from elsewhere is a guess that must not keep apart what is
// told twice.
bool dates_itself(Account const& account) {
    if (account.date.empty()) return false;
    for (SlotOrigin const& origin : account.slots)
        if (origin.slot == "date") return account.evidence.front().contains(origin.span);
    return false;
}

bool can_be_one(Account const& a, Account const& b) {
    if (a.count != b.count) return false;
    if (!compatible(a.date, b.date) && dates_itself(b) && dates_itself(a)) return false;
    if (!a.duration.empty() && !b.duration.empty() && a.duration != b.duration) return false;
    if (a.money && b.money && *a.money != *b.money) return false;
    if (!a.outcome.empty() && !b.outcome.empty() && a.outcome != b.outcome) return false;
    if (!a.platform.empty() && !b.platform.empty() && a.platform != b.platform) return false;
    return (a.modality == Modality::denied) == (b.modality == Modality::denied);
}

template <typename T>
void take(T& mine, T& theirs) {
    if (mine == T{}) mine = std::move(theirs);
}

void join(Account& into, Account from) {
    if (into.date.empty()) {
        into.date = from.date;
        into.date_basis = from.date_basis;
    }
    if (into.duration.empty()) into.duration = from.duration;
    if (!into.money) into.money = from.money;
    take(into.kind, from.kind);
    take(into.authority, from.authority);
    take(into.place, from.place);
    take(into.source, from.source);
    take(into.platform, from.platform);
    take(into.target, from.target);
    take(into.outcome, from.outcome);
    for (std::string& charge : from.charges)
        if (std::find(into.charges.begin(), into.charges.end(), charge) == into.charges.end())
            into.charges.push_back(std::move(charge));
    for (ProvisionCited& provision : from.provisions)
        if (std::none_of(into.provisions.begin(), into.provisions.end(), [&](ProvisionCited const& p) {
                return p.code == provision.code && p.article == provision.article;
            }))
            into.provisions.push_back(std::move(provision));
    for (Span const span : from.evidence)
        if (std::find(into.evidence.begin(), into.evidence.end(), span) == into.evidence.end())
            into.evidence.push_back(span);
    for (SlotOrigin& origin : from.slots)
        if (std::none_of(into.slots.begin(), into.slots.end(),
                         [&](SlotOrigin const& o) { return o.slot == origin.slot; }))
            into.slots.push_back(std::move(origin));
    if (into.modality == Modality::asserted) return;
    if (from.modality == Modality::asserted) into.modality = Modality::asserted;
}

// The nearest one that fits: a report that goes back to an occurrence mostly told of it last.
std::size_t const* fitting(std::vector<std::size_t> const& same, std::vector<Account> const& kept,
                           Account const& account) {
    constexpr std::size_t look_back = 12;
    std::size_t const first = same.size() > look_back ? same.size() - look_back : 0;
    for (std::size_t i = same.size(); i > first; --i)
        if (can_be_one(kept[same[i - 1]], account)) return &same[i - 1];
    return nullptr;
}

}  // namespace

std::vector<Account> join_repeats(std::vector<Account> accounts) {
    std::vector<Account> kept;
    std::map<std::pair<std::string, EventType>, std::vector<std::size_t>> seen;
    for (Account& account : accounts) {
        auto& same = seen[{account.person, joined_type(account.type)}];
        if (std::size_t const* found = fitting(same, kept, account)) {
            join(kept[*found], std::move(account));
            continue;
        }
        same.push_back(kept.size());
        kept.push_back(std::move(account));
    }
    return kept;
}

}  // namespace salname
