// The people of a report: mentions of names gathered into persons. A surname, a given name, initials or a
// spelling slip within one report mean the person named in full; two people of one surname stay two.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reading/mention.h"

namespace salname {

enum class Gender : std::uint8_t { unknown, male, female };

struct ReportPerson {
    std::string name;  // the longest form, natural order, without title
    std::vector<std::string> aliases;
    std::vector<std::string> roles;
    std::vector<std::string> affiliations;
    std::vector<std::uint32_t> mentions;  // numbers in Mentions::all, in text order
    Gender gender = Gender::unknown;
    bool lawyer = false;
    bool official = false;
    bool kin_only = false;  // named as somebody's relative
    bool speaker = false;   // what he says is quoted

    // As one number, for the features of models.
    [[nodiscard]] std::uint64_t flags() const { return lawyer + 2U * official + 4U * kin_only; }
};

struct People {
    std::vector<ReportPerson> all;
    std::vector<std::uint32_t> of_mention;  // mention → person, no_index when it is none
};

[[nodiscard]] People gather_people(TokenizedReport const& report, Mentions const& mentions, Vocabulary const& packs);

}  // namespace salname
