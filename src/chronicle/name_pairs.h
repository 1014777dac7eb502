// Which names may be one person's, and how sure that is. What the chronicle asks of linking.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "linking/name_score.h"

namespace salname::chronicle {

// A name as it is written, whatever its capitals.
struct NameForm {
    std::string key;                  // forms of one key are one form
    bool full = false;                // can tell of one person by itself; a family name alone or initials can't
    linking::ParsedName parsed;       // for those who compare by sound
    std::vector<std::uint64_t> keys;  // full forms that share none are never compared
};

// What names tell. Must not depend on anything but the names.
class NameEvidence {
public:
    virtual ~NameEvidence() = default;
    [[nodiscard]] virtual std::string key_of(std::string_view name) const = 0;
    // Of a name or of its key.
    [[nodiscard]] virtual NameForm form_of(std::string_view name) const = 0;
    // How likely two different full forms are one person's, 0 to 1; linking::verdict_of says what follows.
    [[nodiscard]] virtual double score(NameForm const& a, NameForm const& b) const = 0;
    // Which words were aligned and what each tells, in bits.
    [[nodiscard]] virtual std::string explain(std::string_view a, std::string_view b) const = 0;
};

// Names that sound alike in any alphabet (module linking). The knowledge must outlive what is given.
[[nodiscard]] std::shared_ptr<NameEvidence const> sounding_names(linking::NameKnowledge const& knowledge);
// Only names that are written alike but for case and diacritics.
[[nodiscard]] std::shared_ptr<NameEvidence const> equal_names();

struct NamePair {
    std::size_t a = 0;  // indices of the lists given, a < b
    std::size_t b = 0;
    double score = 0;   // 0 to 1
    bool same = false;  // sure enough to join until somebody says otherwise
    std::string why;
};

// The forms of each member → pairs worth a question, each once.
[[nodiscard]] std::vector<NamePair> pair_names(NameEvidence const& evidence,
                                               std::span<std::vector<std::string> const> members);

}  // namespace salname::chronicle
