#include "packs/vocabulary.h"

#include "text/hash.h"

namespace salname {

WordId Vocabulary::find(std::uint64_t hash) const {
    if (word_slots.empty()) return 0;
    std::size_t const mask = word_slots.size() - 1;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        std::uint32_t const id = word_slots[slot];
        if (id == 0) return 0;
        if (words[id].hash == hash) return id;
    }
}

std::optional<std::int32_t> Vocabulary::value_of(WordId word, WordClass word_class) const {
    Word const& entry = words[word];
    for (std::uint32_t i = 0; i < entry.value_count; ++i) {
        WordValue const& value = values[entry.first_value + i];
        if (value.word_class == static_cast<std::uint32_t>(word_class)) return value.value;
    }
    return std::nullopt;
}

std::uint32_t Vocabulary::next_node(std::uint32_t node, WordId word) const {
    if (phrase_edges.empty()) return 0;
    std::size_t const mask = phrase_edges.size() - 1;
    for (std::size_t slot = combine(node, word) & mask;; slot = (slot + 1) & mask) {
        PhraseEdge const& edge = phrase_edges[slot];
        if (edge.next == 0) return 0;
        if (edge.node == node && edge.word == word) return edge.next;
    }
}

WordCluster Vocabulary::cluster_of(std::uint32_t hash) const {
    if (clusters.empty()) return {};
    std::size_t const mask = clusters.size() - 1;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        WordCluster const& cluster = clusters[slot];
        if (cluster.fine == 0 || cluster.hash == hash) return cluster;
    }
}

std::span<std::int16_t const> Vocabulary::model(std::string_view name) const {
    for (ModelRef const& model : models)
        if (string(model.name) == name) return weights.subspan(model.first, model.size);
    return {};
}

}  // namespace salname
