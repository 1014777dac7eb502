// Stage 6b: slots. Which date, term, court, place … belongs to a trigger? Candidates are the mentions within
// reach; a linear model over where they stand ranks them against "none".
#pragma once

#include <string>
#include <vector>

#include "reading/discourse.h"
#include "reading/features.h"

namespace salname {

enum class Slot : std::uint8_t {
    date,
    duration,
    money,
    authority,
    place,
    source,
    platform,
    target,
    provision,
    charge,
    count_
};

inline constexpr std::size_t slot_count = static_cast<std::size_t>(Slot::count_);
[[nodiscard]] std::string_view name_of(Slot slot);

// Provisions and charges may be several; of every other slot one is taken.
[[nodiscard]] constexpr bool takes_many(Slot slot) {
    return slot == Slot::provision || slot == Slot::charge;
}

struct SlotCandidate {
    TokenRange tokens;                 // empty: none
    std::uint32_t mention = no_index;  // when it is one
    std::string text;                  // value of slots that are text
};

// The mention that a block opens with and that a mark sets off from the rest; no_index when there is none.
[[nodiscard]] std::uint32_t block_head(ReportView const& view, Block const& block);

// Without the "none" candidate; nearest first, bounded in number.
[[nodiscard]] std::vector<SlotCandidate> slot_candidates(Discourse& discourse, Trigger const& trigger, Slot slot);

struct SlotContext {
    std::vector<TokenRange> const* other_triggers = nullptr;  // of accepted triggers, in text order
    std::size_t candidates_here = 0;                          // in the sentence of the trigger
};

// `candidate` null: the features of "none".
void add_slot_features(FeatureList& features, Discourse& discourse, Trigger const& trigger, Slot slot,
                       SlotCandidate const* candidate, SlotContext const& context);

}  // namespace salname
