#include "journal/chains.h"

#include <algorithm>

namespace salname::journal {
namespace {

std::string wrong(Link const& link, Head const* former) {
    Entry entry;
    entry.author = link.author;
    entry.seq = link.seq;
    entry.prev = link.prev;
    entry.time = link.time;
    auto const follows = check_follows(entry, former);
    return follows ? std::string() : follows.error().what;
}

}  // namespace

std::string Chains::add(Link const& link) {
    auto& tips = tips_[link.author];
    auto const before = std::find_if(tips.begin(), tips.end(), [&](Link const& tip) { return tip.id == link.prev; });
    std::string what;
    if (before != tips.end()) {
        Head const former{before->author, before->seq, before->id, before->time};
        what = wrong(link, &former);
        *before = link;
        return what;
    }
    // Seldom: the first of its author, a fork, or what it follows is damaged.
    if (link.prev || !tips.empty())
        what = fork_from(link);
    else
        what = wrong(link, nullptr);
    tips.push_back(link);
    return what;
}

std::string Chains::fork_from(Link const& link) {
    auto const known = [&](Fork const& fork) { return fork.author == link.author && fork.seq == link.seq; };
    auto ids = store_.ids(link.author, link.seq);
    if (ids && ids->size() > 1 && std::none_of(forks_.begin(), forks_.end(), known))
        forks_.push_back({link.author, link.seq, std::move(*ids)});
    if (!link.prev) return wrong(link, nullptr);
    auto const former = store_.entry(*link.prev);
    if (!former) return "the entry before it cannot be read: " + former.error().what;
    if (!*former) return "the entry before it is missing";
    auto const position = store_.position(*link.prev);
    if (position && position->value_or(0) >= link.position) return "it stands before the entry that it follows";
    Head const head{(*former)->author, (*former)->seq, *link.prev, (*former)->time};
    return wrong(link, &head);
}

std::vector<Damage> Chains::unsigned_ends() const {
    std::vector<Link> ends;
    for (auto const& [author, tips] : tips_)
        std::copy_if(tips.begin(), tips.end(), std::back_inserter(ends),
                     [](Link const& tip) { return !tip.is_signed; });
    std::sort(ends.begin(), ends.end(), [](Link const& a, Link const& b) { return a.position < b.position; });
    std::vector<Damage> damages;
    for (auto const& end : ends)
        damages.push_back(
            {"entry " + std::to_string(end.position),
             "it is not signed and no signed entry of its author follows: what came after was cut off, or "
             "it was never the author's (id " +
                 end.id.hex() + ")"});
    return damages;
}

}  // namespace salname::journal
