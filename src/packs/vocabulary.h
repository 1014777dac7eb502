// What the packs know, compiled: words with classes, phrases, named entries, frames, model weights.
//
// A Vocabulary is a set of views into one flat image (packs/image.h); it can be copied freely as long as
// the image lives. Immutable, so it is safe to share between threads.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "model/event_type.h"
#include "packs/word_class.h"

namespace salname {

using WordId = std::uint32_t;  // 0 = a word that no pack knows

struct StringRef {
    std::uint32_t at = 0;
    std::uint32_t size = 0;
};

struct Word {
    std::uint64_t hash = 0;
    ClassSet classes;
    StringRef text;          // folded
    WordId lemma = 0;        // its own base form, or itself
    WordId other_lemma = 0;  // "found" is a form of two verbs
    std::uint32_t first_value = 0;
    std::uint16_t value_count = 0;
    std::uint8_t forms = 0;
    std::uint8_t other_forms = 0;
    std::uint32_t first_start = 0;  // patterns that may begin with this word: Vocabulary::starts
    std::uint32_t start_count = 0;
    std::uint32_t starts_phrase = 0;
    std::uint32_t reserved = 0;
};

// A number that a word stands for within a class: month 3, unit 'D', ordinal 2.
struct WordValue {
    std::uint32_t word_class = 0;
    std::int32_t value = 0;
};

enum class EntryKind : std::uint8_t {
    outlet,
    organisation,
    court,
    place,
    platform,
    currency,
    country,
    code,
    head_of_state,
    marker,
    kind_of_term,
    charge,
    name_ending,
    count_
};

// A named thing of a pack, or a phrase that belongs to a class (`marker`).
struct Entry {
    StringRef id;      // "country/az/court/nasimi-district-court"
    StringRef name;    // canonical form
    StringRef detail;  // outlet: –; organisation: its kind; court, place: where / what; currency: code
    std::uint32_t kind = 0;
    std::uint32_t value = 0;    // marker: its WordClass; kind_of_term: 1 = spent behind bars
    std::uint32_t country = 0;  // two letters in the low bytes, 0 = any
};

struct PhraseEdge {
    std::uint32_t node = 0;
    WordId word = 0;
    std::uint32_t next = 0;  // 0 = free slot
};

struct PhraseNode {
    std::uint32_t first_entry = 0;
    std::uint32_t entry_count = 0;
};

enum class PersonRole : std::uint8_t { patient, agent, possessor, near, none };
enum class FrameNeed : std::uint8_t { nothing, duration, money, date, person, provision };

struct Frame {
    StringRef id;    // "en/sentenced.passive"
    StringRef kind;  // value of the `kind` slot when the text gives none
    StringRef outcome;
    StringRef source_file;
    std::uint32_t line = 0;
    EventType type = EventType::posted;
    PersonRole person = PersonRole::patient;
    FrameNeed need = FrameNeed::nothing;
    std::uint8_t weak = 0;  // accepted only when context speaks for it
    std::uint8_t planned = 0;
    std::uint8_t nominal = 0;  // the head is a noun
    std::uint8_t priority = 0;
    std::uint8_t reserved = 0;
};

enum class ChoiceKind : std::uint8_t { word, lemma, word_class, mention, any };

struct Choice {
    ChoiceKind kind = ChoiceKind::word;
    std::uint8_t forms = form_any;
    std::uint16_t reserved = 0;
    std::uint32_t value = 0;  // WordId, WordClass, or MentionKind
};

// One place of a pattern: `min` to `max` items, each of which must be one of the choices.
struct Element {
    std::uint32_t first_choice = 0;
    std::uint16_t choice_count = 0;
    std::uint8_t min = 1;
    std::uint8_t max = 1;
};

struct Pattern {
    std::uint32_t first_element = 0;
    std::uint32_t element_count = 0;
    std::uint32_t frame = 0;
    std::uint32_t head = 0;  // index of the element that carries the voice
};

struct Example {
    StringRef text;
    std::uint32_t frame = 0;
    std::uint32_t line = 0;
    std::uint32_t counter = 0;  // 1 = must not be read as the frame's type
};

// A linear model over hashed features: one weight an index, `weights.size()` is a power of two.
struct ModelRef {
    StringRef name;
    std::uint32_t first = 0;
    std::uint32_t size = 0;
};

// Words that running text uses alike: a coarse and a fine group of each. Made from word vectors, see tools/train.
struct WordCluster {
    std::uint32_t hash = 0;   // low half of hash_bytes(folded word)
    std::uint16_t fine = 0;   // from 1; 0 = a word that has no group
    std::uint8_t coarse = 0;  // from 1
    std::uint8_t rarity = 0;  // 0 for the hundred most frequent words, one more for each doubling
};

// A file kept as it is, for a module that reads it when it needs it.
struct FileText {
    StringRef name;
    StringRef text;
};

struct PackInfo {
    StringRef id;  // "language/en"
    StringRef version;
    StringRef fingerprint;  // "sha256:…" of its files
};

// Who wields what in a linguistic expression: one view for each section of the image.
struct Vocabulary {
    std::span<char const> text;
    std::span<Word const> words;  // words[0] is the unknown word
    std::span<std::uint32_t const> word_slots;
    std::span<WordValue const> values;
    std::span<Entry const> entries;
    std::span<std::uint32_t const> phrase_entries;
    std::span<PhraseEdge const> phrase_edges;
    std::span<PhraseNode const> phrase_nodes;  // [0] is the root
    std::span<Frame const> frames;
    std::span<Choice const> choices;
    std::span<Element const> elements;
    std::span<Pattern const> patterns;
    std::span<std::uint32_t const> starts;
    std::span<std::uint32_t const> mention_starts;  // patterns that begin with a mention
    std::span<Example const> examples;
    std::span<ModelRef const> models;
    std::span<std::int16_t const> weights;
    std::span<WordCluster const> clusters;  // slots of a hash table
    std::span<FileText const> name_files;   // packs/names, see name_pack.h
    std::span<PackInfo const> packs;

    [[nodiscard]] std::string_view string(StringRef ref) const { return {text.data() + ref.at, ref.size}; }
    // `hash` = hash_bytes(folded word)
    [[nodiscard]] WordId find(std::uint64_t hash) const;
    [[nodiscard]] std::optional<std::int32_t> value_of(WordId word, WordClass word_class) const;
    [[nodiscard]] std::uint32_t next_node(std::uint32_t node, WordId word) const;  // 0 = none
    // `hash` = low half of hash_bytes(folded word)
    [[nodiscard]] WordCluster cluster_of(std::uint32_t hash) const;
    // Empty span when there is no model of that name.
    [[nodiscard]] std::span<std::int16_t const> model(std::string_view name) const;
};

}  // namespace salname
