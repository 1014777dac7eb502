// How sure it is that two names are one person's name, from the names alone.
//
// Words are aligned one to one by their sounds; a pair's likeness is its log-odds against the log-odds of each word
// with itself (1 = the same, 0 = chance). Named vetoes: patronymics that differ, genders that differ. Initials never
// decide: what rests on them is unsure.
#pragma once

#include <string>
#include <vector>

#include "linking/parsed_name.h"

namespace salname::linking {

enum class Verdict : std::uint8_t { different, unsure, same };
[[nodiscard]] constexpr std::string_view name_of(Verdict verdict) {
    constexpr std::string_view names[] = {"different", "unsure", "same"};
    return names[static_cast<std::size_t>(verdict)];
}

inline constexpr double same_from = 0.76;
inline constexpr double different_below = 0.45;

// 0 to 1. Allocates nothing.
[[nodiscard]] double score_names(NameKnowledge const& knowledge, ParsedName const& a, ParsedName const& b);
[[nodiscard]] constexpr Verdict verdict_of(double score) {
    return score >= same_from ? Verdict::same : score < different_below ? Verdict::different : Verdict::unsure;
}

// Likeness of two words, at most 1; what is far from alike may be given as 0.
[[nodiscard]] double likeness(NameKnowledge const& knowledge, SoundForm const& a, SoundForm const& b);

struct Evidence {
    std::string what;  // "Hacıyev ~ Гаджиев: c~дж, ı~и"
    double bits = 0;   // for (or against) one person
};

struct NameComparison {
    double score = 0;
    Verdict verdict = Verdict::different;
    std::vector<Evidence> evidence;
};

[[nodiscard]] NameComparison explain_names(NameKnowledge const& knowledge, std::string_view a, std::string_view b);

}  // namespace salname::linking
