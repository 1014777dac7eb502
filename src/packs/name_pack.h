// What is known of names: how letters sound, how likely one sound is written for another, titles, patronymics, case
// endings. Read from packs/names/ (docs/formats/pack.md); the module `linking` makes its tables of it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "packs/vocabulary.h"
#include "text/result.h"

namespace salname {

struct SoundUnit {
    std::string letters;  // lower case
    std::string symbol;   // "silent": passed over
};

// In words of Latin letters `symbol` becomes `becomes` before one of these.
struct SoundContext {
    std::string symbol;
    std::vector<std::string> before;
    std::string becomes;
};

struct SoundScore {
    std::vector<std::string> left;  // at most two symbols each; empty: nothing
    std::vector<std::string> right;
    std::int32_t score = 0;  // log-odds against chance, hundredths of a nat
};

struct CaseEnding {
    std::string cut;
    std::string put;
    bool apostrophe = false;  // the ending may stand after one
};

struct GenderEnding {
    std::string man;
    std::string woman;
};

struct NameExample {
    std::string left;
    std::string right;
    bool same = false;
    std::string file;
    std::uint32_t line = 0;
};

struct NamePack {
    std::vector<SoundUnit> units;
    std::vector<SoundContext> contexts;
    std::vector<SoundScore> scores;
    std::vector<std::string> titles, particles, joined, sons, daughters, sons_of, daughters_of, son_endings,
        daughter_endings;
    std::vector<std::string> place_nouns, place_adjectives, fleeting_vowels, family_endings;
    std::vector<GenderEnding> genders;
    std::vector<CaseEnding> endings;
    std::vector<NameExample> examples;
};

struct NamedText {
    std::string name;
    std::string_view text;
};

// Faults name file and line.
[[nodiscard]] tl::expected<NamePack, std::vector<Fault>> read_name_pack(std::vector<NamedText> const& files);
// The name pack that lies in an image.
[[nodiscard]] tl::expected<NamePack, std::vector<Fault>> name_pack_of(Vocabulary const& packs);

}  // namespace salname
