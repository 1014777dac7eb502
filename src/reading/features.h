// Features of a linear model: hashed to indices, named when somebody asks why.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/hash.h"

namespace salname {

// The name of a feature template, hashed when the program is compiled.
struct FeatureName {
    std::string_view text;
    std::uint64_t hash;
    consteval FeatureName(char const* name) : text(name), hash(hash_name(name)) {}  // NOLINT: written as a literal
};

// The features of one decision. Reused for the next one: clear() keeps the memory.
class FeatureList {
public:
    explicit FeatureList(bool named = false) : named_(named) {}

    void clear() {
        indices_.clear();
        names_.clear();
    }

    // `name` is the template; up to three values fill it.
    void add(FeatureName name, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
        std::uint64_t const values =
            (a + 1) * 0x9E3779B97F4A7C15ULL ^ (b + 2) * 0xC2B2AE3D27D4EB4FULL ^ (c + 3) * 0x165667B19E3779F9ULL;
        indices_.push_back(static_cast<std::uint32_t>(mix(name.hash + values)));
        if (named_)
            names_.push_back(std::string(name.text) + '=' + std::to_string(a) + ',' + std::to_string(b) + ',' +
                             std::to_string(c));
    }

    [[nodiscard]] std::span<std::uint32_t const> indices() const { return indices_; }
    [[nodiscard]] std::span<std::string const> names() const { return names_; }

    [[nodiscard]] std::int32_t score(std::span<std::int16_t const> weights) const {
        if (weights.empty()) return 0;
        std::size_t const mask = weights.size() - 1;
        std::int32_t sum = 0;
        for (std::uint32_t const index : indices_) sum += weights[index & mask];
        return sum;
    }

    // The features that weigh most, strongest first. Needs a named list.
    [[nodiscard]] std::vector<std::pair<std::string, std::int32_t>> strongest(std::span<std::int16_t const> weights,
                                                                              std::size_t limit) const {
        std::vector<std::pair<std::string, std::int32_t>> all;
        if (weights.empty()) return all;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            std::int32_t const weight = weights[indices_[i] & (weights.size() - 1)];
            if (weight != 0) all.emplace_back(names_[i], weight);
        }
        std::stable_sort(all.begin(), all.end(),
                         [](auto const& a, auto const& b) { return std::abs(a.second) > std::abs(b.second); });
        if (all.size() > limit) all.resize(limit);
        return all;
    }

private:
    std::vector<std::uint32_t> indices_;
    std::vector<std::string> names_;
    bool named_;
};

}  // namespace salname
