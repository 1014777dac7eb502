// Hides the names of people who asked to be protected, in any text that leaves the archive.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chronicle/people.h"

namespace salname::chronicle {

// The forms of a protected person's name, and what stands for them.
struct HiddenName {
    std::string person;  // id
    std::string shown;
    std::vector<std::string> forms;
};
[[nodiscard]] std::vector<HiddenName> hidden_names(People const& people);

class Veil {
public:
    explicit Veil(std::vector<HiddenName> const& hidden);

    // Every form of a hidden name, and each of its words, whatever case and diacritics it is written with and whatever
    // ending follows, becomes the name under which the person may be shown.
    [[nodiscard]] std::string over(std::string_view text) const;
    [[nodiscard]] bool empty() const { return words_.empty(); }

private:
    struct HiddenWord {
        std::string folded;
        std::string shown;
    };
    std::vector<HiddenWord> words_;  // longest first
};

}  // namespace salname::chronicle
