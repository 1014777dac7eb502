// Canonical JSON (RFC 8785, JCS): one value has one spelling, so that its SHA-256 can be its name.
//
// Members are sorted by the UTF-16 units of their names, numbers are written as ECMAScript writes doubles,
// strings escape only what they must. Stricter than the RFC where silence would lose something: a name that
// occurs twice, a lone surrogate, and a whole number that a double cannot hold are faults.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace salname::journal {

// Any JSON text rewritten in canonical form. Nesting deeper than 200 is refused.
[[nodiscard]] Result<std::string> canonical_json(std::string_view json);

// True when the text already is what canonical_json would make of it.
[[nodiscard]] bool is_canonical(std::string_view json);

// One member of an object: its name decoded, its value as it stands (canonical JSON).
struct Member {
    std::string name;
    std::string_view value;  // into the text that was given
};

// Members of an object in canonical form, in its order. Faults when the text is no object or not canonical.
[[nodiscard]] Result<std::vector<Member>> canonical_members(std::string_view json);

// A double as ECMAScript prints it; it must be finite.
[[nodiscard]] std::string canonical_number(double number);

// A string with its quotation marks and escapes; the text must be sound UTF-8.
[[nodiscard]] std::string canonical_string(std::string_view text);

// What a JSON string stands for; none when the value is no string.
[[nodiscard]] std::optional<std::string> string_value(std::string_view json);

}  // namespace salname::journal
