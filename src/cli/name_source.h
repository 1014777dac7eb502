// What is known of names, from the packs that a command works with.
#pragma once

#include <optional>

#include "chronicle/tables.h"
#include "cli/pack_source.h"
#include "linking/name_knowledge.h"

namespace salname {

// Says on standard error what is wrong.
[[nodiscard]] std::optional<linking::NameKnowledge> load_names(Vocabulary const& packs);
// What the chronicle is computed with. `names` must outlive it.
[[nodiscard]] chronicle::Knowledge knowledge_of(linking::NameKnowledge const& names, Vocabulary const& packs);

// The tables of an archive under these packs. Both must outlive them.
[[nodiscard]] chronicle::Tables tables_of(journal::Store& store, linking::NameKnowledge const& names,
                                          Vocabulary const& packs);

}  // namespace salname
