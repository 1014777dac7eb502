// What stands beside two names and speaks for one person or against it. Never enough to join anybody: it is shown to
// who decides.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "chronicle/chronicle.h"

namespace salname::chronicle {

enum class ClueKind : std::uint8_t {
    named_with,   // somebody else is named in both reports
    role,         // the same role
    affiliation,  // the same organisation
    occurrence,   // the same happened on the same day
    provision,    // the same provision
    authority,    // the same court or police
    place,        // the same place
    two_places,   // the same happened on the same day in another place
};
inline constexpr std::size_t clue_kinds = 8;

struct Clue {
    ClueKind kind = ClueKind::role;
    std::string text;  // who, which role, court …
    double bits = 0;   // for one person; below zero against it
};

// Of two members, the strongest first. The bits are rough: how much rarer the like is among reports of different
// people.
[[nodiscard]] std::vector<Clue> clues_between(Chronicle const& chronicle, std::size_t a, std::size_t b);

}  // namespace salname::chronicle
