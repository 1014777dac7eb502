// What a mention can be: the fixed forms that the reader finds before it looks for frames. Patterns name
// them as @person, @duration, …
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace salname {

enum class MentionKind : std::uint8_t {
    person,
    date,
    duration,
    money,
    count,
    provision,
    citation,
    organisation,
    court,
    outlet,
    place,
    platform,
    age,
    term,
    charge,
    country,
    head_of_state,
    quote,
    ordinal,
    time,
    count_
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(MentionKind::count_)> mention_kind_names = {
    "person",       "date",    "duration",      "money", "count",    "provision", "citation",
    "organisation", "court",   "outlet",        "place", "platform", "age",       "term",
    "charge",       "country", "head_of_state", "quote", "ordinal",  "time",
};

[[nodiscard]] constexpr std::string_view name_of(MentionKind kind) {
    return mention_kind_names[static_cast<std::size_t>(kind)];
}

[[nodiscard]] constexpr std::optional<MentionKind> mention_kind_named(std::string_view name) {
    for (std::size_t i = 0; i < mention_kind_names.size(); ++i)
        if (mention_kind_names[i] == name) return static_cast<MentionKind>(i);
    return std::nullopt;
}

}  // namespace salname
