// What a reviewer should look at, best first: what would change the published picture most and is least certain.
#pragma once

#include <optional>
#include <string>
#include <string_view>
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
// Of a question whether two are one person.
[[nodiscard]] double identity_weight(std::size_t events_of_the_smaller, double score);
[[nodiscard]] std::vector<Question> review_queue(Chronicle const& chronicle);

// A question that can be found again in another chronicle that holds what it is about.
struct OpenQuestion {
    QuestionKind kind = QuestionKind::account;
    std::string a;  // text of an AccountRef or PersonRef
    std::string b;  // empty, or the other one
    double weight = 0;
    bool deferred = false;
    std::vector<std::string> components;  // of the tables, when it comes from there
};
[[nodiscard]] OpenQuestion open_question(Chronicle const& chronicle, Question const& question);
[[nodiscard]] std::optional<Question> find_question(Chronicle const& chronicle, OpenQuestion const& question);

// As JSON and back; components are left out.
[[nodiscard]] std::string text_of(OpenQuestion const& question);
[[nodiscard]] std::optional<OpenQuestion> parse_question(std::string_view text);

}  // namespace salname::chronicle
