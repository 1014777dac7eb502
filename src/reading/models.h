// The linear models of the packs that the reader asks. Each may be absent; then plain rules decide.
#pragma once

#include <cstdint>
#include <span>

#include "packs/vocabulary.h"

namespace salname {

struct Models {
    std::span<std::int16_t const> triggers;  // is this match an event?
    std::span<std::int16_t const> people;    // whom does it tell of?
    std::span<std::int16_t const> slots;     // which date, term, court … is its own?
    std::span<std::int16_t const> modality;

    static Models of(Vocabulary const& packs) {
        return {packs.model("triggers"), packs.model("people"), packs.model("slots"), packs.model("modality")};
    }
};

}  // namespace salname
