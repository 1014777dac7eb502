// Stage 8: accounts. Decides which triggers are events, fills their slots, joins repeats.
#pragma once

#include <vector>

#include "model/reading.h"
#include "reading/models.h"
#include "reading/slots.h"
#include "reading/triggers.h"

namespace salname {

// A trigger that was accepted, with the people it tells of.
struct AcceptedTrigger {
    Trigger trigger;
    std::vector<std::uint32_t> people;
    std::uint32_t headcount = 0;
    std::int32_t score = 0;
    std::vector<std::pair<std::string, std::int32_t>> reasons;
};

enum class Explain : std::uint8_t { no, yes };

[[nodiscard]] std::vector<AcceptedTrigger> accept_triggers(Discourse& discourse, std::vector<FrameMatch> const& matches,
                                                           Models const& models, Explain explain);

// Accounts in the order of their triggers, repeats joined; person ids are "p" + number + 1.
[[nodiscard]] std::vector<Account> build_accounts(Discourse& discourse, std::vector<AcceptedTrigger> const& accepted,
                                                  Models const& models);

// Joins accounts of one occurrence: same type, same person, nothing that contradicts.
[[nodiscard]] std::vector<Account> join_repeats(std::vector<Account> accounts);

}  // namespace salname
