// A question to a reviewer in words: the sentence with what stands around it, what was read from it, what would change.
#pragma once

#include <string>

#include "chronicle/review.h"
#include "publishing/case_view.h"

namespace salname {

[[nodiscard]] std::string question_text(chronicle::Chronicle const& chronicle, chronicle::Question const& question,
                                        TextOfReport const& text, std::size_t width, Messages const& words = english);

}  // namespace salname
