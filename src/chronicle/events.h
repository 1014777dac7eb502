// Events: occurrences in the world, each told of by accounts of one or more reports. Where accounts disagree every
// value is kept with those who say so; nothing that is incompatible is joined without a decision.
#pragma once

#include <string>
#include <vector>

#include "chronicle/people.h"

namespace salname::chronicle {

enum class Judgement : std::uint8_t { proposed, confirmed, corrected, rejected, unverifiable };
[[nodiscard]] constexpr std::string_view name_of(Judgement judgement) {
    constexpr std::string_view names[] = {"proposed", "confirmed", "corrected", "rejected", "unverifiable"};
    return names[static_cast<std::size_t>(judgement)];
}

// A reviewer says that it is so.
[[nodiscard]] constexpr bool is_sure(Judgement judgement) {
    return judgement == Judgement::confirmed || judgement == Judgement::corrected;
}

// An account of one report with what reviewers said of it.
struct ToldAccount {
    AccountRef ref;
    std::size_t report = 0;     // index in Facts::reports
    std::size_t reading = 0;    // of the report
    std::size_t person = none;  // index in People::persons; npos: nobody named
    Account account;            // with the corrected values
    Judgement judgement = Judgement::proposed;
    bool deferred = false;
    std::string judged_by;  // author
    std::string judged_at;
    std::string decision;  // entry
    std::string link;      // case named by a decision
};

struct SaidValue {
    std::string value;
    std::vector<std::size_t> accounts;
};

// What accounts of one event say differently of a slot, the value most voices give first.
struct Disagreement {
    std::string slot;
    std::vector<SaidValue> values;
};

struct Event {
    std::string id;  // "E-…", of its least account
    Account merged;  // person empty: see `person`; values that most voices give, a decision's first
    std::size_t person = none;
    std::vector<std::size_t> accounts;  // by publication
    std::vector<Disagreement> disagreements;
    std::size_t voices = 0;                     // independent sources
    Judgement judgement = Judgement::proposed;  // of its accounts the best
    std::int64_t order = 0;                     // sorts the events of a person
};

struct EventQuestion {
    std::size_t a = 0;  // accounts
    std::size_t b = 0;
    std::string why;
};

struct Events {
    std::vector<ToldAccount> accounts;  // by reference
    std::vector<Event> all;             // by person, then in order of time
    std::vector<EventQuestion> questions;
};

[[nodiscard]] Events gather_events(Facts const& facts, std::vector<SourceOf> const& sources, People const& people);

// The value of a slot as text, as disagreements and corrections write it; empty when it is not given.
[[nodiscard]] std::string slot_text(Account const& account, std::string_view slot);
// Sets a slot from such text. Says what is wrong with it.
[[nodiscard]] Result<void> set_slot(Account& account, std::string_view slot, std::string_view value);

}  // namespace salname::chronicle
