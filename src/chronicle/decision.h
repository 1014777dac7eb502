// What a reviewer said, and its form in the journal: entries of kind "decision" and "undo".
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "chronicle/reference.h"
#include "text/result.h"

namespace salname::chronicle {

enum class Verb : std::uint8_t {
    confirm,       // the account is as the report says it
    correct,       // it is, with these values instead
    reject,        // the report does not say this
    defer,         // not now: the question goes to the end of the queue
    unverifiable,  // the report says it, nobody can tell whether it is so
    same,          // two names are one person
    different,     // they are not
    unsure,        // nobody can tell
    same_event,    // two accounts tell of one occurrence
    other_event,   // they don't
    rename,        // show the person under this name
    protect,       // show the person only under this name from now on
    link,          // the account belongs to the case named by `text`
    note,          // a remark on a person or an account
};

inline constexpr std::array<std::string_view, 14> verb_names = {
    "confirm", "correct",    "reject",      "defer",  "unverifiable", "same", "different",
    "unsure",  "same_event", "other_event", "rename", "protect",      "link", "note"};

[[nodiscard]] constexpr std::string_view name_of(Verb verb) {
    return verb_names[static_cast<std::size_t>(verb)];
}

struct Decision {
    Verb verb = Verb::confirm;
    std::optional<AccountRef> account;
    std::optional<AccountRef> other_account;  // same_event, other_event
    std::optional<PersonRef> person;
    std::optional<PersonRef> other_person;      // same, different, unsure
    std::map<std::string, std::string> values;  // correct: slot → value, empty = the report does not say
    std::string text;                           // rename, protect: the name; link: the case; note: the remark
    std::string reason;
    std::uint32_t seconds = 0;  // that the reviewer looked at the question
    bool operator==(Decision const&) const = default;
};

// JSON for the body of an entry. Empty fields are left out.
[[nodiscard]] std::string body_of(Decision const& decision);
// Checks that the verb has what it needs; unknown members are a fault, since a decision half understood is none.
[[nodiscard]] Result<Decision> parse_decision(std::string_view body);

// Slots that `correct` may set.
[[nodiscard]] bool is_slot(std::string_view name);

}  // namespace salname::chronicle
