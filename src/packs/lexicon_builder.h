// Collects words, phrases and entries while packs are compiled, and lays them out as image sections.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "packs/image.h"

namespace salname {

class LexiconBuilder {
public:
    LexiconBuilder();

    StringRef keep(std::string_view text);

    // The word of one piece, folded; makes it when it is new.
    WordId word(std::string_view piece);
    [[nodiscard]] WordId find(std::string_view folded) const;  // 0 = none

    // Cuts a phrase into its words; a phrase of one word gives one.
    std::vector<WordId> words_of(std::string_view phrase);

    void add_class(std::string_view phrase, WordClass word_class);
    // False when it is more than one word: a number belongs to a word.
    [[nodiscard]] bool add_value(std::string_view word, WordClass word_class, std::int32_t value);
    void add_form(std::string_view lemma, std::string_view form, std::uint8_t form_bit);
    void add_entry(Entry entry, std::vector<std::string> const& forms);

    [[nodiscard]] VocabularyData& data() { return data_; }
    // The words that a choice can be, for the index of pattern starts.
    [[nodiscard]] std::vector<WordId> words_matching(Choice const& choice) const;

    // Lays out hash tables, values, phrases. Call once, at the end; patterns come after.
    void finish();

private:
    struct TrieNode {
        std::map<WordId, std::uint32_t> next;
        std::vector<std::uint32_t> entries;
    };

    void lay_out_clusters();
    std::uint32_t trie_node(std::vector<WordId> const& words);

    VocabularyData data_;
    std::map<std::string, WordId, std::less<>> ids_;
    std::map<std::string, StringRef, std::less<>> strings_;
    std::vector<std::vector<WordValue>> values_;
    std::vector<TrieNode> trie_;
};

}  // namespace salname
