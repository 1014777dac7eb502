// Reads the files of one pack into a lexicon. Internal to packs: included by the compiler and its parts.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "packs/lexicon_builder.h"
#include "packs/toml_source.h"

namespace salname {

// What a frame file says, kept until all words are known.
struct DraftFrame {
    Frame frame;
    std::vector<TomlSource::Text> patterns;
    std::vector<TomlSource::Text> examples;
    std::vector<TomlSource::Text> counterexamples;
    std::string file;
};

// One rule of spelling: cut `strip` off the lemma, add an ending for each form.
struct Paradigm {
    std::string strip;
    std::vector<std::pair<std::uint8_t, std::string>> endings;
};

struct PackDraft {
    std::string id;  // "language/en"
    std::string country;
    std::map<std::string, Paradigm, std::less<>> paradigms;
    std::vector<DraftFrame> frames;
};

void read_words(TomlSource& source, LexiconBuilder& lexicon);
void read_verbs(TomlSource& source, LexiconBuilder& lexicon, PackDraft& pack);
void read_frames(TomlSource& source, LexiconBuilder& lexicon, PackDraft& pack);
void read_registry(TomlSource& source, LexiconBuilder& lexicon, PackDraft const& pack);
void read_names(TomlSource& source, LexiconBuilder& lexicon, PackDraft const& pack);
void read_model(std::string const& name, std::string_view text, std::string const& file, LexiconBuilder& lexicon,
                std::vector<Fault>& faults);
// Groups of words, the most frequent words first.
void read_clusters(std::string_view text, std::string const& file, LexiconBuilder& lexicon, std::vector<Fault>& faults);

}  // namespace salname
