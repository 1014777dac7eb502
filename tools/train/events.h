#pragma once

#include <string>
#include <utility>
#include <vector>

#include "gold.h"
#include "packs/vocabulary.h"

namespace salname::train {

// The models that read events: name and table of people, triggers, slots, modality.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> train_events(Vocabulary const& packs,
                                                                            std::vector<GoldReport> const& gold,
                                                                            std::vector<GoldReport> const& test);

}  // namespace salname::train
