// What a reviewer should look at, best first: what would change the published picture most and is least certain.
#pragma once

#include <vector>

#include "chronicle/chronicle.h"

namespace salname::chronicle {

enum class QuestionKind : std::uint8_t { account, same_person, same_event };

struct Question {
    QuestionKind kind = QuestionKind::account;
    std::size_t a = 0;  // account (index in Events::accounts), or member (index in People::members)
    std::size_t b = 0;  // the other one of a pair
    double weight = 0;
    bool deferred = false;
};

// weight = change × doubt. Change: how much of a case hangs on it – the gravity of the event, doubled while nothing in
// its case is confirmed; for a pair of people the events of the smaller side. Doubt: one source or several, sources
// that disagree, a claim of one side; for a pair how near its score is to an even chance. Deferred questions come last.
[[nodiscard]] std::vector<Question> review_queue(Chronicle const& chronicle);

}  // namespace salname::chronicle
