// What a user named on the command line: an archive's chronicle, a person, an event, a decision.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "chronicle/tables.h"
#include "cli/archive.h"
#include "cli/pack_source.h"
#include "linking/name_knowledge.h"
#include "publishing/case_view.h"

namespace salname {

// Columns of the terminal, or a usual number when the output goes elsewhere.
[[nodiscard]] std::size_t terminal_width();

// How a command opens an archive.
struct Opening {
    std::string archive;
    Archive::Use use = Archive::Use::read;
    std::string packs;
    std::string key;
    std::string known_on;  // a day: what had been entered by its end
    bool whole = false;    // compute the whole chronicle instead of asking the tables
};

struct OpenChronicle {
    LoadedPacks packs;
    std::shared_ptr<linking::NameKnowledge const> names;
    std::optional<Archive> archive;
    std::unique_ptr<chronicle::Tables> tables;  // none: `chronicle` is the whole
    chronicle::Chronicle chronicle;             // or what stands around that which was looked at last

    // Texts of reports of `chronicle` as it is now, each opened once.
    [[nodiscard]] TextOfReport texts();
    // Makes `chronicle` hold what belongs to these people, cases or events, by their ids. Says what is wrong.
    [[nodiscard]] bool look_at(std::vector<std::string> const& ids);
    [[nodiscard]] bool look_around(std::vector<std::string> const& components);

    [[nodiscard]] Result<std::vector<chronicle::PersonSummary>> people() const;
    [[nodiscard]] Result<std::vector<chronicle::HiddenName>> hidden() const;
    // What waits for a reviewer, best first.
    [[nodiscard]] Result<std::vector<chronicle::OpenQuestion>> questions() const;
};

// Says on standard error what is wrong. Brings the tables up to date; where they can't be written, everything is
// computed in memory.
[[nodiscard]] std::optional<OpenChronicle> open_chronicle(Opening const& opening);

// The id of the one person that an id, the beginning of one, or a name in any spelling means; empty after saying why
// not.
[[nodiscard]] std::string choose_person(OpenChronicle const& opened, std::string const& asked);
// Looks at the event or case whose id begins so; its index, npos after saying why not.
[[nodiscard]] std::size_t choose_event(OpenChronicle& opened, std::string const& asked);
[[nodiscard]] std::size_t choose_case(OpenChronicle& opened, std::string const& asked);
// Looks at the person too.
[[nodiscard]] std::size_t look_at_person(OpenChronicle& opened, std::string const& asked);

}  // namespace salname
