// How alike two words of names are, by their sounds, as case forms of one another, or with one letter amiss. Used by
// name_score.cpp only; likeness() of name_score.h is defined here.
#pragma once

#include <span>

#include "linking/name_score.h"

namespace salname::linking {

inline constexpr double spelling_cost = 0.03;     // of one sound written in two ways
inline constexpr std::size_t longest_whole = 48;  // sounds of a whole name

// Best alignment against what the two would score with themselves, `both` in all; at most 1.
[[nodiscard]] double aligned(NameKnowledge const& k, std::span<Sound const> a, std::span<Sound const> b, int both);

// What the names that the words stand in are.
struct Setting {
    bool place = false;
    bool several = false;  // both have more words than one, which vouch for one another
};

// Best of the words as they stand and of one as a case form of the other.
[[nodiscard]] double word_likeness(NameKnowledge const& k, NameWord const& a, NameWord const& b, Setting setting,
                                   bool& case_form);

}  // namespace salname::linking
