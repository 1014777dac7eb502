// The clause around a trigger: its verb group and the nominals that stand in its places.
//
// Full parsing is not attempted: frames need to know only who stands before, after, and beside the trigger
// (FASTUS, Hobbs et al. 1997).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "reading/frames.h"
#include "reading/people.h"

namespace salname {

enum class NominalKind : std::uint8_t {
    none,
    name,
    he,
    she,
    they,
    possessive,
    first_person,
    role,
    kin,
    lawyer,
    official,
    group,
    count,
    organisation,
    pair
};

// A group of words that can be the person of something: a name, a pronoun, "the blogger", "three men".
struct Nominal {
    TokenRange tokens;  // with determiner and apposed role
    NominalKind kind = NominalKind::none;
    std::uint32_t person = no_index;  // People::all, when it is a name
    std::uint32_t mention = no_index;
    WordId word = 0;         // the role noun or pronoun
    WordId preposition = 0;  // that stands before it
    Gender gender = Gender::unknown;
    bool plural = false;
    bool possessor = false;          // "X's …"
    bool apposed = false;            // explains the nominal before it
    std::uint32_t group = no_index;  // coordination that it belongs to, numbered within the sentence
};

[[nodiscard]] std::vector<Nominal> find_nominals(TokenizedReport const& report, Mentions const& mentions,
                                                 People const& people, Vocabulary const& packs, TokenRange sentence);

enum class Voice : std::uint8_t { active, passive, participle, infinitive, gerund, noun };

struct VerbGroup {
    Voice voice = Voice::active;
    bool perfect = false;
    bool modal = false;
    bool future = false;
    bool negated = false;
    bool intended = false;    // "plans to appeal"
    bool demanded = false;    // "asked the court to release"
    bool attempted = false;   // "tried to", "threatened to"
    std::uint32_t first = 0;  // token at which the group begins
};

[[nodiscard]] VerbGroup verb_group(TokenizedReport const& report, Mentions const& mentions, Vocabulary const& packs,
                                   FrameMatch const& match, TokenRange sentence);

enum Relation : std::uint8_t {
    subject,
    object,
    possessor,
    of_phrase,
    by_phrase,
    near_left,
    near_right,
    first,
    relation_count
};

// For each relation the nominal that stands in it (index into the sentence's nominals), or no_index.
using Fillers = std::array<std::uint32_t, relation_count>;

[[nodiscard]] Fillers find_fillers(TokenizedReport const& report, Vocabulary const& packs,
                                   std::vector<Nominal> const& nominals, FrameMatch const& match);

}  // namespace salname
