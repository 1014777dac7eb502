#include "packs/lexicon_builder.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "text/fold.h"
#include "text/hash.h"
#include "text/pieces.h"

namespace salname {

LexiconBuilder::LexiconBuilder() : values_(1), trie_(1) {
    data_.words.emplace_back();
}

StringRef LexiconBuilder::keep(std::string_view text) {
    if (text.empty()) return {};
    auto const known = strings_.find(text);
    if (known != strings_.end()) return known->second;
    StringRef const ref{static_cast<std::uint32_t>(data_.text.size()), static_cast<std::uint32_t>(text.size())};
    data_.text.insert(data_.text.end(), text.begin(), text.end());
    strings_.emplace(text, ref);
    return ref;
}

WordId LexiconBuilder::word(std::string_view piece) {
    std::string const folded = fold(piece);
    auto const known = ids_.find(folded);
    if (known != ids_.end()) return known->second;
    auto const id = static_cast<WordId>(data_.words.size());
    Word word;
    word.hash = hash_bytes(folded);
    word.text = keep(folded);
    word.lemma = id;
    data_.words.push_back(word);
    values_.emplace_back();
    ids_.emplace(folded, id);
    return id;
}

WordId LexiconBuilder::find(std::string_view folded) const {
    auto const known = ids_.find(folded);
    return known == ids_.end() ? 0 : known->second;
}

std::vector<WordId> LexiconBuilder::words_of(std::string_view phrase) {
    std::vector<WordId> ids;
    auto const size = static_cast<std::uint32_t>(phrase.size());
    for (std::uint32_t at = 0; at < size;) {
        Piece const piece = next_piece(phrase, at, size);
        if (piece.span.empty()) break;
        ids.push_back(word(piece.span.of(phrase)));
        at = piece.span.end;
    }
    return ids;
}

void LexiconBuilder::add_class(std::string_view phrase, WordClass word_class) {
    // A clitic ("'s") is a word of its own, though alone it would be cut at the apostrophe.
    if (word_class == WordClass::clitic) {
        data_.words[word(phrase)].classes.add(word_class);
        return;
    }
    auto const ids = words_of(phrase);
    if (ids.size() == 1) {
        data_.words[ids[0]].classes.add(word_class);
        return;
    }
    Entry entry;
    entry.name = keep(phrase);
    entry.id = entry.name;
    entry.kind = static_cast<std::uint32_t>(EntryKind::marker);
    entry.value = static_cast<std::uint32_t>(word_class);
    add_entry(entry, {std::string(phrase)});
}

bool LexiconBuilder::add_value(std::string_view word, WordClass word_class, std::int32_t value) {
    auto const ids = words_of(word);
    if (ids.size() != 1) return false;
    data_.words[ids[0]].classes.add(word_class);
    values_[ids[0]].push_back({static_cast<std::uint32_t>(word_class), value});
    return true;
}

void LexiconBuilder::add_form(std::string_view lemma, std::string_view form, std::uint8_t form_bit) {
    WordId const base = word(lemma);
    WordId const id = word(form);
    Word& entry = data_.words[id];
    if (entry.lemma == base) {
        entry.forms |= form_bit;
    } else if (entry.lemma == id && entry.forms == 0) {
        entry.lemma = base;
        entry.forms = form_bit;
    } else if (entry.other_lemma == 0 || entry.other_lemma == base) {
        entry.other_lemma = base;
        entry.other_forms |= form_bit;
    }
}

std::uint32_t LexiconBuilder::trie_node(std::vector<WordId> const& words) {
    std::uint32_t node = 0;
    for (WordId const word : words) {
        auto const found = trie_[node].next.find(word);
        if (found != trie_[node].next.end()) {
            node = found->second;
            continue;
        }
        auto const made = static_cast<std::uint32_t>(trie_.size());
        trie_[node].next.emplace(word, made);
        trie_.emplace_back();
        node = made;
    }
    return node;
}

void LexiconBuilder::add_entry(Entry entry, std::vector<std::string> const& forms) {
    auto const index = static_cast<std::uint32_t>(data_.entries.size());
    data_.entries.push_back(entry);
    for (std::string const& form : forms) {
        auto const ids = words_of(form);
        if (ids.empty()) continue;
        auto& entries = trie_[trie_node(ids)].entries;
        if (std::find(entries.begin(), entries.end(), index) == entries.end()) entries.push_back(index);
        data_.words[ids[0]].starts_phrase = 1;
    }
}

std::vector<WordId> LexiconBuilder::words_matching(Choice const& choice) const {
    std::vector<WordId> ids;
    for (WordId id = 1; id < data_.words.size(); ++id) {
        Word const& word = data_.words[id];
        bool matches = false;
        switch (choice.kind) {
            case ChoiceKind::word: matches = id == choice.value; break;
            case ChoiceKind::lemma:
                matches = (word.lemma == choice.value && (word.forms & choice.forms) != 0) ||
                          (word.other_lemma == choice.value && (word.other_forms & choice.forms) != 0);
                break;
            case ChoiceKind::word_class: matches = word.classes.has(static_cast<WordClass>(choice.value)); break;
            case ChoiceKind::mention:
            case ChoiceKind::any: break;
        }
        if (matches) ids.push_back(id);
    }
    return ids;
}

void LexiconBuilder::lay_out_clusters() {
    if (data_.clusters.empty()) return;
    std::vector<WordCluster> const rows = std::exchange(data_.clusters, {});
    data_.clusters.resize(std::bit_ceil(rows.size() * 2 + 2));
    std::size_t const mask = data_.clusters.size() - 1;
    for (WordCluster const& row : rows) {
        std::size_t slot = row.hash & mask;
        while (data_.clusters[slot].fine != 0 && data_.clusters[slot].hash != row.hash) slot = (slot + 1) & mask;
        if (data_.clusters[slot].fine == 0) data_.clusters[slot] = row;  // of words that fold alike the first stays
    }
}

void LexiconBuilder::finish() {
    for (WordId id = 0; id < data_.words.size(); ++id) {
        data_.words[id].first_value = static_cast<std::uint32_t>(data_.values.size());
        data_.words[id].value_count = static_cast<std::uint16_t>(values_[id].size());
        data_.values.insert(data_.values.end(), values_[id].begin(), values_[id].end());
    }
    data_.word_slots.assign(std::bit_ceil(data_.words.size() * 2 + 2), 0);
    std::size_t const word_mask = data_.word_slots.size() - 1;
    for (WordId id = 1; id < data_.words.size(); ++id) {
        std::size_t slot = data_.words[id].hash & word_mask;
        while (data_.word_slots[slot] != 0) slot = (slot + 1) & word_mask;
        data_.word_slots[slot] = id;
    }
    lay_out_clusters();
    data_.phrase_edges.assign(std::bit_ceil(trie_.size() * 2 + 2), PhraseEdge{});
    std::size_t const edge_mask = data_.phrase_edges.size() - 1;
    for (std::uint32_t node = 0; node < trie_.size(); ++node) {
        data_.phrase_nodes.push_back({static_cast<std::uint32_t>(data_.phrase_entries.size()),
                                      static_cast<std::uint32_t>(trie_[node].entries.size())});
        data_.phrase_entries.insert(data_.phrase_entries.end(), trie_[node].entries.begin(), trie_[node].entries.end());
        for (auto const& [word, next] : trie_[node].next) {
            std::size_t slot = combine(node, word) & edge_mask;
            while (data_.phrase_edges[slot].next != 0) slot = (slot + 1) & edge_mask;
            data_.phrase_edges[slot] = {node, word, next};
        }
    }
}

}  // namespace salname
