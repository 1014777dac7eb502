// The chronicle: reports, people, events and cases computed from what a journal says. A pure function of the entries
// and of what packs know; it can be thrown away and computed again.
#pragma once

#include "chronicle/cases.h"
#include "chronicle/veil.h"

namespace salname::chronicle {

// What the computation needs to know beside the entries.
struct Knowledge {
    std::shared_ptr<NameEvidence const> names = equal_names();
    CustodialKinds custodial_kinds;
};

struct Chronicle {
    Facts facts;
    std::vector<SourceOf> sources;  // parallel to facts.reports
    People people;
    Events events;
    std::vector<CaseRecord> cases;
    std::vector<HiddenName> hidden;  // of protected people

    // By id or the beginning of one; npos when there is none or more than one.
    [[nodiscard]] std::size_t find_case(std::string_view id) const;
    [[nodiscard]] std::size_t find_person(std::string_view id) const;
};

[[nodiscard]] Chronicle compute(Facts facts, Knowledge const& knowledge);
// The same, when it is known already which reports speak with one voice.
[[nodiscard]] Chronicle compute(Facts facts, std::vector<SourceOf> sources, Knowledge const& knowledge);

}  // namespace salname::chronicle
