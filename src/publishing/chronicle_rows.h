// The chronicle as lists: cases, people, contradictions.
#pragma once

#include <optional>
#include <string>

#include "chronicle/summary.h"
#include "publishing/messages.h"
#include "publishing/rows.h"

namespace salname {

// What a list of cases is narrowed to; empty fields narrow nothing. Texts are compared folded, as parts.
struct CaseFilter {
    std::string person;
    std::string charge;  // of a charge or a provision
    std::string court;
    std::string place;
    std::optional<chronicle::Status> status;
    std::int16_t year = 0;  // of any event
    std::string outlet;
    bool confirmed = false;  // only cases with a confirmed event
};

[[nodiscard]] bool passes(chronicle::CaseSummary const& one, CaseFilter const& filter);

// Names of protected people are covered by `veil`. Cases: those that pass, the latest first.
[[nodiscard]] Rows case_rows(std::vector<chronicle::CaseSummary> cases, chronicle::Veil const& veil,
                             CaseFilter const& filter, Messages const& words = english);
// Those with cases first, then by name.
[[nodiscard]] Rows people_rows(std::vector<chronicle::PersonSummary> const& people, chronicle::Veil const& veil,
                               Messages const& words = english);
// Events whose accounts disagree, and decisions that can't all hold.
[[nodiscard]] Rows conflict_rows(std::vector<chronicle::ConflictSummary> const& conflicts, chronicle::Veil const& veil,
                                 Messages const& words = english);

// The same of a whole chronicle; `day`: as it stood then.
[[nodiscard]] Rows case_rows(chronicle::Chronicle const& chronicle, CaseFilter const& filter,
                             std::optional<std::int32_t> day = {}, Messages const& words = english);
[[nodiscard]] Rows people_rows(chronicle::Chronicle const& chronicle, Messages const& words = english);
[[nodiscard]] Rows conflict_rows(chronicle::Chronicle const& chronicle, Messages const& words = english);

// "12", "10–41", "at least 10"
[[nodiscard]] std::string words_of(chronicle::DayCount const& days, Messages const& words = english);

}  // namespace salname
