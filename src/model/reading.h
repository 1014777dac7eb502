// A reading: what the reader makes of one report. The printed form is docs/formats/reading.md.
//
// Every value that comes from the text carries the span that it was read from. Spans are byte ranges of
// the document's text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/date.h"
#include "model/event_type.h"
#include "model/quantity.h"
#include "text/span.h"

namespace salname {

enum class Modality : std::uint8_t { asserted, alleged, denied, unverified, planned };
[[nodiscard]] constexpr std::string_view name_of(Modality modality) {
    constexpr std::string_view names[] = {"asserted", "alleged", "denied", "unverified", "planned"};
    return names[static_cast<std::size_t>(modality)];
}

struct Person {
    std::string id;    // "p1", in order of first mention
    std::string name;  // the longest form that the text gives
    std::vector<std::string> aliases;
    std::vector<std::string> roles;
    std::vector<std::string> affiliations;
    std::vector<Span> mentions;
    bool subject = false;  // the person of at least one account
};

struct ProvisionCited {
    std::string code;     // "CAO", "CC", or the law's name as written
    std::string article;  // "388-1"; parts and points follow after dots
    std::string as_written;
    Span span;
    bool operator==(ProvisionCited const&) const = default;
};

// A slot that was filled, by what rule, and (for dates) from which anchor it was computed.
struct SlotOrigin {
    std::string slot;  // "date", "duration", …
    Span span;
    std::string rule;  // pack entry or model that gave it
    Span anchor;       // empty when the value stands in the text as it is
};

struct Account {
    std::string id;  // "a1", in order of the trigger
    EventType type = EventType::posted;
    std::string person;  // id, empty when nobody is named
    std::optional<std::uint32_t> count;
    Date date;
    DateBasis date_basis = DateBasis::none;
    Duration duration;
    std::string kind;
    bool behind_bars = false;  // a term of this kind is spent there
    std::optional<Money> money;
    std::string authority;
    std::string place;
    std::vector<std::string> charges;
    std::vector<ProvisionCited> provisions;
    std::string source;
    Modality modality = Modality::asserted;
    std::string platform;
    std::string target;
    std::string outcome;
    Span trigger;
    std::vector<Span> evidence;
    std::vector<SlotOrigin> slots;
    std::string rule;
    // The features that decided whether and how it was read, strongest first, with their weights.
    std::vector<std::pair<std::string, std::int32_t>> reasons;
};

struct UpdateBlock {
    Date date;
    Span span;
    std::string kind;  // "update", "correction"
};

struct Reading {
    std::string file;
    std::string sha256;
    Span span;  // of the report within the document's text
    std::string title;
    Date published;
    std::string language;
    std::string country;
    std::vector<UpdateBlock> updates;
    std::vector<Person> people;
    std::vector<Account> accounts;
};

}  // namespace salname
