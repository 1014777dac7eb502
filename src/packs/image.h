// The flat image of compiled packs: a header, a table of sections, the sections. Mapped, not parsed.
//
// The image is for the machine that made it (byte order and struct layout); `open_image` refuses one that
// does not fit. docs/formats/pack.md describes the sources that it is made from.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "packs/vocabulary.h"
#include "text/result.h"

namespace salname {

// The same sections as Vocabulary, owned and growing; used while packs are compiled.
struct VocabularyData {
    std::vector<char> text;
    std::vector<Word> words;
    std::vector<std::uint32_t> word_slots;
    std::vector<WordValue> values;
    std::vector<Entry> entries;
    std::vector<std::uint32_t> phrase_entries;
    std::vector<PhraseEdge> phrase_edges;
    std::vector<PhraseNode> phrase_nodes;
    std::vector<Frame> frames;
    std::vector<Choice> choices;
    std::vector<Element> elements;
    std::vector<Pattern> patterns;
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> mention_starts;
    std::vector<Example> examples;
    std::vector<ModelRef> models;
    std::vector<std::int16_t> weights;
    std::vector<WordCluster> clusters;
    std::vector<FileText> name_files;
    std::vector<PackInfo> packs;
};

[[nodiscard]] std::string write_image(VocabularyData const& data);

// `image` must be aligned to 16 bytes and outlive the Vocabulary.
[[nodiscard]] Result<Vocabulary> open_image(std::span<std::byte const> image);

}  // namespace salname
