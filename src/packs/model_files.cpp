// What is learned from text: weights of the linear models and groups of words, tables with tabs.
#include <bit>
#include <charconv>
#include <utility>

#include "packs/pack_reader.h"
#include "text/fold.h"
#include "text/hash.h"

namespace salname {

namespace {

// Calls `take` with the fields of each row; it gives what is wrong with the row, or an empty text.
template <typename Take>
void for_each_row(std::string_view text, std::string const& file, std::vector<Fault>& faults, Take&& take) {
    for (std::uint32_t line = 1; !text.empty(); ++line) {
        std::size_t const end = text.find('\n');
        std::string_view row = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (row.empty() || row.front() == '#') continue;
        std::vector<std::string_view> fields;
        for (std::size_t tab = row.find('\t'); tab != std::string_view::npos; tab = row.find('\t')) {
            fields.push_back(row.substr(0, tab));
            row.remove_prefix(tab + 1);
        }
        fields.push_back(row);
        std::string const wrong = take(fields);
        if (wrong.empty()) continue;
        faults.push_back({FaultKind::malformed, wrong, {file, line, 0, -1}});
        return;
    }
}

template <typename Number>
bool parse_number(std::string_view text, Number& value) {
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

void read_model(std::string const& name, std::string_view text, std::string const& file, LexiconBuilder& lexicon,
                std::vector<Fault>& faults) {
    constexpr std::uint32_t largest_model = 1U << 22U;
    VocabularyData& data = lexicon.data();
    ModelRef model;
    model.name = lexicon.keep(name);
    model.first = static_cast<std::uint32_t>(data.weights.size());
    for_each_row(text, file, faults, [&](std::vector<std::string_view> const& fields) -> std::string {
        if (fields.size() != 2) return "a row is two fields with a tab between";
        if (fields[0] == "size") {
            if (!parse_number(fields[1], model.size) || model.size > largest_model || !std::has_single_bit(model.size))
                return "the size must be a power of two up to " + std::to_string(largest_model);
            data.weights.resize(model.first + model.size, 0);
            return {};
        }
        std::uint32_t index = 0;
        std::int16_t weight = 0;
        if (!parse_number(fields[0], index) || index >= model.size || !parse_number(fields[1], weight))
            return "index or weight is no number, or out of range";
        data.weights[model.first + index] = weight;
        return {};
    });
    data.models.push_back(model);
}

void read_clusters(std::string_view text, std::string const& file, LexiconBuilder& lexicon,
                   std::vector<Fault>& faults) {
    constexpr std::uint32_t most_frequent = 100;
    std::vector<WordCluster>& all = lexicon.data().clusters;
    std::uint32_t row = 0;
    std::string folded;
    for_each_row(text, file, faults, [&](std::vector<std::string_view> const& fields) -> std::string {
        WordCluster cluster;
        if (fields.size() != 3 || !parse_number(fields[1], cluster.coarse) || !parse_number(fields[2], cluster.fine) ||
            cluster.coarse == 0 || cluster.fine == 0)
            return "a row is a word, its coarse group (1 to 255) and its fine group (from 1), with tabs between";
        folded.clear();
        fold_into(fields[0], folded);
        cluster.hash = static_cast<std::uint32_t>(hash_bytes(folded));
        cluster.rarity = static_cast<std::uint8_t>(std::bit_width(row++ / most_frequent));
        all.push_back(cluster);
        return {};
    });
}

}  // namespace salname
