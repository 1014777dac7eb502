// People across reports: names gathered into persons by decisions, and by evidence that no decision speaks against.
//
// Only edges are kept, never merged records: taking a decision back gives the people that there were before.
#pragma once

#include <string>
#include <vector>

#include "chronicle/facts.h"
#include "chronicle/name_pairs.h"
#include "chronicle/sources.h"

namespace salname::chronicle {

// A name of one original.
struct Member {
    PersonRef ref;
    std::size_t report = 0;  // index in Facts::reports
    std::vector<std::string> names;
    std::vector<std::string> roles;
    std::vector<std::string> affiliations;
    bool subject = false;
};

struct PersonRecord {
    std::string id;    // "P-…", of its least member
    std::string name;  // as shown: protected, renamed, or the longest form most reports use
    bool is_protected = false;
    std::string protected_by;  // decision
    std::vector<std::size_t> members;
    std::vector<std::string> spellings;  // every form, the most frequent first; only the shown name when protected
    std::vector<std::string> hidden;     // of a protected person: the forms that no output may hold
    std::vector<std::string> roles;
    bool subject = false;
    bool proposed = false;  // some members are joined by evidence that nobody confirmed
};

// Two members that may be one person.
struct IdentityQuestion {
    std::size_t a = 0;
    std::size_t b = 0;
    double score = 0;
    std::string why;
    bool joined = false;  // taken as one until somebody says otherwise
};

// Decisions that can't all hold.
struct IdentityConflict {
    std::size_t a = 0;
    std::size_t b = 0;
    std::string decision;  // that could not be followed
};

struct People {
    std::vector<Member> members;              // by reference
    std::vector<PersonRecord> persons;        // by id
    std::vector<std::size_t> person_of;       // member → person
    std::vector<IdentityQuestion> questions;  // not decided, by falling score
    std::vector<IdentityConflict> conflicts;

    [[nodiscard]] std::size_t member(PersonRef const& ref) const;
};

[[nodiscard]] People gather_people(Facts const& facts, std::vector<SourceOf> const& sources, NameEvidence const& names);

}  // namespace salname::chronicle
