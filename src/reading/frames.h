// Stage 5: frames. Finds where the patterns of the packs match; every match is a candidate, later stages
// decide whether it tells of an event and of whom.
#pragma once

#include <vector>

#include "reading/mention.h"

namespace salname {

struct FrameMatch {
    std::uint32_t frame = 0;  // Vocabulary::frames
    std::uint32_t pattern = 0;
    TokenRange tokens;
    std::uint32_t head = 0;  // token that carries the voice
};

// Matches of the body in the order of their first token, then those of titles and headings: what a headline
// tells is told again below. At one place a type keeps its longest match only.
[[nodiscard]] std::vector<FrameMatch> match_frames(TokenizedReport const& report, Mentions const& mentions,
                                                   Vocabulary const& packs);

}  // namespace salname
