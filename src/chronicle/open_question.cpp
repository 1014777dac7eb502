#include <nlohmann/json.hpp>

#include "chronicle/review.h"

namespace salname::chronicle {

namespace {

using Json = nlohmann::json;

std::string name_of_part(Chronicle const& chronicle, QuestionKind kind, std::size_t i) {
    return kind == QuestionKind::same_person ? text_of(chronicle.people.members[i].ref)
                                             : text_of(chronicle.events.accounts[i].ref);
}

std::size_t find_part(Chronicle const& chronicle, QuestionKind kind, std::string const& name) {
    std::size_t const count =
        kind == QuestionKind::same_person ? chronicle.people.members.size() : chronicle.events.accounts.size();
    for (std::size_t i = 0; i < count; ++i)
        if (name_of_part(chronicle, kind, i) == name) return i;
    return none;
}

}  // namespace

OpenQuestion open_question(Chronicle const& chronicle, Question const& question) {
    OpenQuestion open;
    open.kind = question.kind;
    open.a = name_of_part(chronicle, question.kind, question.a);
    if (question.kind != QuestionKind::account) open.b = name_of_part(chronicle, question.kind, question.b);
    open.weight = question.weight;
    open.deferred = question.deferred;
    return open;
}

std::optional<Question> find_question(Chronicle const& chronicle, OpenQuestion const& open) {
    Question question;
    question.kind = open.kind;
    question.a = find_part(chronicle, open.kind, open.a);
    if (open.kind != QuestionKind::account) question.b = find_part(chronicle, open.kind, open.b);
    question.weight = open.weight;
    question.deferred = open.deferred;
    if (question.a == none || question.b == none) return std::nullopt;
    return question;
}

std::string text_of(OpenQuestion const& question) {
    return Json{static_cast<int>(question.kind), question.a, question.b, question.weight, question.deferred}.dump();
}

std::optional<OpenQuestion> parse_question(std::string_view text) {
    Json const json = Json::parse(text, nullptr, false);
    bool const sound = json.is_array() && json.size() == 5 && json[0].is_number_unsigned() && json[1].is_string() &&
                       json[2].is_string() && json[3].is_number() && json[4].is_boolean() &&
                       json[0].get<unsigned>() <= static_cast<unsigned>(QuestionKind::same_event);
    if (!sound) return std::nullopt;
    return OpenQuestion{static_cast<QuestionKind>(json[0].get<int>()), json[1], json[2], json[3], json[4], {}};
}

}  // namespace salname::chronicle
