#include "chronicle/name_pairs.h"

#include <algorithm>
#include <map>

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

}  // namespace salname::chronicle
