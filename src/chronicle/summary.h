// What lists show of a case, a person or a contradiction: small values that can be kept, searched and sorted without
// the chronicle that they were drawn from. Names stand as they are; who prints them puts a Veil over.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chronicle/chronicle.h"

namespace salname::chronicle {

struct CaseSummary {
    std::string id;
    std::string name;  // given by a decision; empty otherwise
    std::string person_id;
    std::string person;
    std::vector<std::string> spellings;
    Status status = Status::unknown;
    std::string since;  // EDTF; empty when unknown
    std::vector<std::string> charges;
    std::vector<std::string> courts;
    std::vector<std::string> places;
    std::vector<std::string> outlets;
    std::vector<std::int16_t> years;
    std::optional<DayCount> custody;
    std::size_t events = 0;
    std::size_t voices = 0;
    std::size_t confirmed = 0;  // events
    std::int64_t order = 0;     // of the last event
};

struct PersonSummary {
    std::string id;
    std::string name;
    std::vector<std::string> spellings;
    std::vector<std::string> roles;
    std::size_t cases = 0;
    bool is_protected = false;
    bool proposed = false;
};

struct ConflictSummary {
    struct Said {
        std::string value;
        std::vector<std::string> by;  // outlets or files
    };
    std::string id;  // of the event, or of the decision that could not be followed
    std::string person;
    std::optional<EventType> type;  // none: decisions that can't all hold
    std::string slot;
    std::vector<Said> values;
    std::string other_person;
};

// As of `day` (none: after everything that is known); nothing when the case had not begun by then.
[[nodiscard]] std::optional<CaseSummary> summary_of(Chronicle const& chronicle, CaseRecord const& one,
                                                    std::optional<std::int32_t> day = {});
[[nodiscard]] PersonSummary summary_of(PersonRecord const& record, std::size_t cases);
[[nodiscard]] std::vector<ConflictSummary> conflicts_of(Chronicle const& chronicle, Event const& event);
[[nodiscard]] ConflictSummary conflict_of(Chronicle const& chronicle, IdentityConflict const& conflict);

// Everything of a chronicle.
[[nodiscard]] std::vector<CaseSummary> case_summaries(Chronicle const& chronicle, std::optional<std::int32_t> day = {});
[[nodiscard]] std::vector<PersonSummary> person_summaries(Chronicle const& chronicle);
[[nodiscard]] std::vector<ConflictSummary> conflict_summaries(Chronicle const& chronicle);

// As JSON and back, for the tables. What is not of this form gives nothing.
[[nodiscard]] std::string text_of(CaseSummary const& summary);
[[nodiscard]] std::string text_of(PersonSummary const& summary);
[[nodiscard]] std::string text_of(ConflictSummary const& summary);
[[nodiscard]] std::optional<CaseSummary> parse_case_summary(std::string_view text);
[[nodiscard]] std::optional<PersonSummary> parse_person_summary(std::string_view text);
[[nodiscard]] std::optional<ConflictSummary> parse_conflict_summary(std::string_view text);

}  // namespace salname::chronicle
