#include "chronicle/name_pairs.h"

#include <algorithm>
#include <array>
#include <map>

#include "linking/name_score.h"
#include "text/fold.h"

namespace salname::chronicle {

std::vector<NamePair> equal_names(std::span<std::vector<std::string> const> members) {
    std::map<std::string, std::vector<std::size_t>> having;
    for (std::size_t i = 0; i < members.size(); ++i)
        for (std::string const& name : members[i]) {
            if (name.find(' ') == std::string::npos || name.find('.') != std::string::npos) continue;
            auto& all = having[fold(name)];
            if (all.empty() || all.back() != i) all.push_back(i);
        }
    std::vector<NamePair> pairs;
    for (auto const& [name, all] : having)
        for (std::size_t i = 1; i < all.size(); ++i)
            pairs.push_back({all[0], all[i], 1, true, "the same name, " + name});
    std::sort(pairs.begin(), pairs.end(),
              [](NamePair const& x, NamePair const& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    auto const same = [](NamePair const& x, NamePair const& y) { return x.a == y.a && x.b == y.b; };
    pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
    return pairs;
}

namespace {

constexpr std::size_t most_keys = 6;

// A name as it is written, once, with the members that bear it.
struct DistinctName {
    std::string name;
    std::vector<std::size_t> members;
    linking::ParsedName parsed;
};

std::vector<DistinctName> distinct_names(linking::NameKnowledge const& knowledge,
                                         std::span<std::vector<std::string> const> members) {
    std::map<std::string, DistinctName> by_form;
    for (std::size_t m = 0; m < members.size(); ++m)
        for (std::string const& name : members[m]) {
            DistinctName& one = by_form[fold(name)];
            if (one.members.empty()) one.name = name;
            if (one.members.empty() || one.members.back() != m) one.members.push_back(m);
        }
    std::vector<DistinctName> names;
    for (auto& [form, one] : by_form) {
        one.parsed = linking::parse_name(knowledge, one.name);
        names.push_back(std::move(one));
    }
    return names;
}

class Pairing {
public:
    Pairing(linking::NameKnowledge const& knowledge, std::span<std::vector<std::string> const> members)
        : knowledge_(knowledge), names_(distinct_names(knowledge, members)) {}

    std::vector<NamePair> pair() {
        // Who is named alike is asked about once: the first with each other.
        for (DistinctName const& one : names_) {
            bool const full = one.parsed.full_words >= 2;
            for (std::size_t i = 1; full && i < one.members.size(); ++i)
                keep(one.members[0], one.members[i], 1, true, "the same name, " + one.name);
        }
        std::map<std::uint64_t, std::vector<std::size_t>> blocks;
        for (std::size_t n = 0; n < names_.size(); ++n) {
            if (names_[n].parsed.full_words < 2) continue;  // a family name alone, or initials, tells nothing
            std::array<std::uint64_t, most_keys> keys{};
            std::size_t const count = linking::block_keys(knowledge_, names_[n].parsed, keys);
            for (std::size_t k = 0; k < count; ++k) blocks[keys[k]].push_back(n);
        }
        for (auto const& [key, block] : blocks)
            for (std::size_t x = 0; x < block.size(); ++x)
                for (std::size_t y = x + 1; y < block.size(); ++y) compare(names_[block[x]], names_[block[y]]);
        std::vector<NamePair> pairs;
        for (auto& [members, one] : found_) pairs.push_back(std::move(one));
        return pairs;
    }

private:
    void compare(DistinctName const& a, DistinctName const& b) {
        double const score = linking::score_names(knowledge_, a.parsed, b.parsed);
        linking::Verdict const verdict = linking::verdict_of(score);
        if (verdict == linking::Verdict::different) return;
        std::string why = a.name + " ~ " + b.name;
        keep(a.members[0], b.members[0], score, verdict == linking::Verdict::same, std::move(why));
    }

    void keep(std::size_t a, std::size_t b, double score, bool same, std::string why) {
        if (a == b) return;
        auto const [place, fresh] = found_.emplace(std::minmax(a, b), NamePair{});
        if (!fresh && place->second.score >= score) return;
        place->second = {std::min(a, b), std::max(a, b), score, same, std::move(why)};
    }

    linking::NameKnowledge const& knowledge_;
    std::vector<DistinctName> names_;
    std::map<std::pair<std::size_t, std::size_t>, NamePair> found_;
};

}  // namespace

NamePairs sounding_names(linking::NameKnowledge const& knowledge) {
    return
        [&knowledge](std::span<std::vector<std::string> const> members) { return Pairing(knowledge, members).pair(); };
}

}  // namespace salname::chronicle
