// The kinds of event gathered into six groups, so that a reader can tell them apart by shape and by colour.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "model/event_type.h"

namespace salname {

enum class EventGroup : std::uint8_t { speech, pressure, custody, court, harm, freedom };

inline constexpr std::array<EventGroup, 6> event_groups = {EventGroup::speech,  EventGroup::pressure,
                                                           EventGroup::custody, EventGroup::court,
                                                           EventGroup::harm,    EventGroup::freedom};

[[nodiscard]] constexpr EventGroup group_of(EventType type) {
    switch (type) {
        case EventType::posted:
        case EventType::content_removed:
        case EventType::blocked: return EventGroup::speech;
        case EventType::detained:
        case EventType::arrested:
        case EventType::abducted:
        case EventType::custody_ordered:
        case EventType::custody_extended:
        case EventType::house_arrest:
        case EventType::transferred: return EventGroup::custody;
        case EventType::charged:
        case EventType::tried:
        case EventType::convicted:
        case EventType::sentenced:
        case EventType::fined:
        case EventType::appealed:
        case EventType::appeal_decided: return EventGroup::court;
        case EventType::died:
        case EventType::ill_treated:
        case EventType::hunger_strike: return EventGroup::harm;
        case EventType::released:
        case EventType::acquitted:
        case EventType::pardoned: return EventGroup::freedom;
        default: return EventGroup::pressure;
    }
}

// Style name of a group, on page and in pictures.
[[nodiscard]] constexpr std::string_view style_of(EventGroup group) {
    constexpr std::string_view names[] = {"g-speech", "g-pressure", "g-custody", "g-court", "g-harm", "g-freedom"};
    return names[static_cast<std::size_t>(group)];
}

// The shape as an SVG path around (0, 0), about ten units wide.
[[nodiscard]] constexpr std::string_view shape_of(EventGroup group) {
    constexpr std::string_view shapes[] = {
        "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",  // dot
        "M0-5L5.2 4.2H-5.2z",                            // triangle
        "M-4.3-4.3h8.6v8.6h-8.6z",                       // square
        "M0-5.8L5.8 0L0 5.8L-5.8 0z",                    // diamond
        "M-4-4L4 4M4-4L-4 4",                            // cross
        "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",            // ring
    };
    return shapes[static_cast<std::size_t>(group)];
}

}  // namespace salname
