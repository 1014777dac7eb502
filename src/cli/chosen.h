// What a user named on the command line: an archive's chronicle, a person, an event, a decision.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/archive.h"
#include "cli/pack_source.h"
#include "linking/name_knowledge.h"
#include "publishing/case_view.h"

namespace salname {

// Columns of the terminal, or a usual number when the output goes elsewhere.
[[nodiscard]] std::size_t terminal_width();

struct OpenChronicle {
    LoadedPacks packs;
    std::shared_ptr<linking::NameKnowledge const> names;
    std::optional<Archive> archive;
    chronicle::Chronicle chronicle;

    // Texts of reports, each opened once.
    [[nodiscard]] TextOfReport texts();
};

// Says on standard error what is wrong.
[[nodiscard]] std::optional<OpenChronicle> open_chronicle(std::string const& archive, Archive::Use use,
                                                          std::string const& packs, std::string const& known_on = {},
                                                          std::string const& key = {});

// The one person that an id, the beginning of one, or a name in any spelling means; npos after saying why not.
[[nodiscard]] std::size_t choose_person(OpenChronicle const& opened, std::string const& asked);
// Likewise an event or case by id.
[[nodiscard]] std::size_t choose_event(chronicle::Chronicle const& chronicle, std::string const& asked);
[[nodiscard]] std::size_t choose_case(chronicle::Chronicle const& chronicle, std::string const& asked);

}  // namespace salname
