// Which names may be one person's, and how sure that is. What the chronicle asks of linking.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "linking/name_knowledge.h"

namespace salname::chronicle {

struct NamePair {
    std::size_t a = 0;  // indices of the lists given, a < b
    std::size_t b = 0;
    double score = 0;   // 0 to 1
    bool same = false;  // sure enough to join until somebody says otherwise
    std::string why;
};

// The forms of each member → pairs worth a question, each once. Must not depend on anything but the names.
using NamePairs = std::function<std::vector<NamePair>(std::span<std::vector<std::string> const>)>;

// Names that sound alike in any alphabet (module linking). The knowledge must outlive what is given.
[[nodiscard]] NamePairs sounding_names(linking::NameKnowledge const& knowledge);

// Names that are written alike but for case and diacritics; of at least two words.
[[nodiscard]] std::vector<NamePair> equal_names(std::span<std::vector<std::string> const> members);

}  // namespace salname::chronicle
