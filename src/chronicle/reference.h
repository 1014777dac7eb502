// How decisions point at what they are about: never at numbers of a reader, which a better reader changes, but at
// the words of an original. A reference outlives every new reading.
#pragma once

#include <compare>
#include <string>

#include "model/event_type.h"
#include "text/span.h"

namespace salname::chronicle {

inline constexpr std::size_t none = static_cast<std::size_t>(-1);  // an index of nothing

// A person as one original names him.
struct PersonRef {
    std::string original;  // SHA-256 of the bytes, hexadecimal
    std::string name;      // in that report, the longest form
    auto operator<=>(PersonRef const&) const = default;
};

// What an original says at one place about one person. The person is empty for a group or nobody.
struct AccountRef {
    std::string original;
    std::uint32_t begin = 0;  // of the trigger
    std::uint32_t end = 0;
    EventType type = EventType::posted;
    std::string person;
    auto operator<=>(AccountRef const&) const = default;
};

// "original:begin-end:type:person", the form of the command line and of journal bodies.
[[nodiscard]] std::string text_of(AccountRef const& ref);
// "original:name"
[[nodiscard]] std::string text_of(PersonRef const& ref);

// A short name for what has a long one: letter, hyphen, ten hexadecimal digits of a hash.
[[nodiscard]] std::string short_id(char letter, std::string_view long_name);

}  // namespace salname::chronicle
