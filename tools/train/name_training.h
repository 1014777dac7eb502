#pragma once

#include <string>
#include <vector>

#include "gold.h"
#include "packs/vocabulary.h"

namespace salname::train {

// The model of names.tsv; `tagged` are files in IOB2 with PER tags.
[[nodiscard]] std::string train_names(Vocabulary const& packs, std::vector<GoldReport> const& gold,
                                      std::vector<std::string> const& tagged);

}  // namespace salname::train
