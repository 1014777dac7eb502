// The kinds of occurrence that an account can tell of: the 33 types of docs/formats/reading.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace salname {

enum class EventType : std::uint8_t {
    posted,
    summoned,
    questioned,
    warned,
    detained,
    arrested,
    searched,
    charged,
    custody_ordered,
    custody_extended,
    tried,
    convicted,
    sentenced,
    fined,
    acquitted,
    appealed,
    appeal_decided,
    transferred,
    released,
    pardoned,
    died,
    ill_treated,
    hunger_strike,
    travel_ban,
    dismissed,
    content_removed,
    blocked,
    investigation_opened,
    house_arrest,
    law_amended,
    conscripted,
    abducted,
    deported,
};

inline constexpr std::array<std::string_view, 33> event_type_names = {
    "posted",
    "summoned",
    "questioned",
    "warned",
    "detained",
    "arrested",
    "searched",
    "charged",
    "custody_ordered",
    "custody_extended",
    "tried",
    "convicted",
    "sentenced",
    "fined",
    "acquitted",
    "appealed",
    "appeal_decided",
    "transferred",
    "released",
    "pardoned",
    "died",
    "ill_treated",
    "hunger_strike",
    "travel_ban",
    "dismissed",
    "content_removed",
    "blocked",
    "investigation_opened",
    "house_arrest",
    "law_amended",
    "conscripted",
    "abducted",
    "deported",
};

inline constexpr std::size_t event_type_count = event_type_names.size();

[[nodiscard]] constexpr std::string_view name_of(EventType type) {
    return event_type_names[static_cast<std::size_t>(type)];
}

[[nodiscard]] constexpr std::optional<EventType> event_type_named(std::string_view name) {
    for (std::size_t i = 0; i < event_type_count; ++i)
        if (event_type_names[i] == name) return static_cast<EventType>(i);
    return std::nullopt;
}

}  // namespace salname
