// Prints what a stage of the reader found, one JSON object a line (docs/formats/reading.md, "Stages").
#pragma once

#include <string>
#include <string_view>

#include "reading/reader.h"

namespace salname {

// `stage`: tokens, mentions or frames.
void append_stage_lines(std::string& out, std::string_view stage, ReadReport const& work, Vocabulary const& packs,
                        std::uint64_t base);

}  // namespace salname
