// Sketches of texts, to find copies among many: the smallest hashes of all runs of five words (Broder 1997, "On the
// resemblance and containment of documents"). Two sketches tell how alike two texts are without the texts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace salname::chronicle {

inline constexpr std::size_t sketch_size = 64;
inline constexpr double copy_likeness = 0.5;  // from here on one text is a copy of the other

// Ascending, at most sketch_size; fewer when the text is short.
[[nodiscard]] std::vector<std::uint64_t> sketch_of(std::string_view text);

// Estimated share of runs that the texts have in common, 0 to 1.
[[nodiscard]] double likeness(std::span<std::uint64_t const> a, std::span<std::uint64_t const> b);

// "1:" and sixteen hexadecimal digits each; what is malformed gives an empty sketch, which is like nothing.
[[nodiscard]] std::string print_sketch(std::span<std::uint64_t const> sketch);
[[nodiscard]] std::vector<std::uint64_t> parse_sketch(std::string_view text);

}  // namespace salname::chronicle
