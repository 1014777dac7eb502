// Cases: one prosecution of one person over one matter, with charges, rulings, custody and a status on a day.
#pragma once

#include "chronicle/custody.h"
#include "chronicle/events.h"

namespace salname::chronicle {

enum class Status : std::uint8_t {
    unknown,
    under_pressure,  // summoned, questioned, warned, searched, dismissed
    investigated,
    detained,
    remanded,
    house_arrest,
    charged,
    on_trial,
    serving,    // a sentence in detention
    sentenced,  // to something served at liberty
    fined,
    term_served,
    released,
    acquitted,
    pardoned,
    deported,
    died,
};
inline constexpr std::array<std::string_view, 17> status_names = {
    "unknown",  "under-pressure", "investigated", "detained",  "remanded", "house-arrest",
    "charged",  "on-trial",       "serving",      "sentenced", "fined",    "term-served",
    "released", "acquitted",      "pardoned",     "deported",  "died"};
[[nodiscard]] constexpr std::string_view name_of(Status status) {
    return status_names[static_cast<std::size_t>(status)];
}
[[nodiscard]] std::optional<Status> status_named(std::string_view name);

enum class Instance : std::uint8_t { first, appeal, cassation };

struct Ruling {
    Instance instance = Instance::first;
    std::size_t event = 0;
};

struct ChargeHistory {
    std::string text;                 // as the reports word it, or the provision
    std::vector<std::size_t> events;  // that name it, in order
};

struct CaseRecord {
    std::string id;    // "C-…", of its least account, or of the name that a decision gave
    std::string name;  // given by a decision; empty otherwise
    std::size_t person = none;
    std::vector<std::size_t> events;  // indices in Events::all, in order
    std::vector<ChargeHistory> charges;
    std::vector<Ruling> rulings;
    std::vector<CustodyPeriod> custody;  // `first`: index into `events`
};

// Every event of a named person belongs to one case; what groups did or suffered belongs to none.
[[nodiscard]] std::vector<CaseRecord> gather_cases(People const& people, Events const& events);

struct StatusOn {
    Status status = Status::unknown;
    std::size_t event = none;  // that made it so
};

// On the evening of `day` (none: after everything that is known). Events without a date count only when no day is
// asked.
[[nodiscard]] StatusOn status_on(CaseRecord const& one, Events const& events, std::optional<std::int32_t> day);

}  // namespace salname::chronicle
