#include "chronicle/review.h"

#include <algorithm>
#include <cmath>

namespace salname::chronicle {

namespace {

// How much a type of event says about somebody's freedom, 1 to 4.
double gravity(EventType type) {
    switch (type) {
        case EventType::died:
        case EventType::sentenced:
        case EventType::custody_ordered:
        case EventType::ill_treated:
        case EventType::abducted: return 4;
        case EventType::arrested:
        case EventType::detained:
        case EventType::charged:
        case EventType::released:
        case EventType::acquitted:
        case EventType::appeal_decided:
        case EventType::house_arrest:
        case EventType::pardoned: return 3;
        case EventType::fined:
        case EventType::convicted:
        case EventType::custody_extended:
        case EventType::deported:
        case EventType::conscripted:
        case EventType::hunger_strike: return 2;
        default: return 1;
    }
}

class Queue {
public:
    explicit Queue(Chronicle const& chronicle) : chronicle_(chronicle) {}

    std::vector<Question> rank() {
        std::vector<bool> sure_person(chronicle_.people.persons.size());
        for (Event const& event : chronicle_.events.all)
            if (event.person != none && is_sure(event.judgement)) sure_person[event.person] = true;
        for (Event const& event : chronicle_.events.all) add_accounts(event, sure_person);
        add_people();
        for (EventQuestion const& question : chronicle_.events.questions)
            add({QuestionKind::same_event, question.a, question.b,
                 gravity(chronicle_.events.accounts[question.a].account.type), false});
        std::sort(questions_.begin(), questions_.end(), [](Question const& x, Question const& y) {
            return std::tuple(x.deferred, -x.weight, x.kind, x.a, x.b) <
                   std::tuple(y.deferred, -y.weight, y.kind, y.a, y.b);
        });
        return std::move(questions_);
    }

private:
    void add(Question question) { questions_.push_back(question); }

    void add_accounts(Event const& event, std::vector<bool> const& sure_person) {
        bool const nothing_sure = event.person != none && !sure_person[event.person];
        double const change = gravity(event.merged.type) * (nothing_sure ? 2 : 1) / (is_sure(event.judgement) ? 4 : 1);
        double doubt = 1.0 / static_cast<double>(std::max<std::size_t>(event.voices, 1));
        doubt += 0.5 * static_cast<double>(event.disagreements.size());
        for (std::size_t const i : event.accounts) {
            ToldAccount const& told = chronicle_.events.accounts[i];
            if (told.judgement != Judgement::proposed) continue;
            double const contested = told.account.modality == Modality::asserted ? 1 : 1.5;
            add({QuestionKind::account, i, 0, change * doubt * contested, told.deferred});
        }
    }

    void add_people() {
        std::vector<std::size_t> events(chronicle_.people.persons.size());
        for (Event const& event : chronicle_.events.all)
            if (event.person != none) ++events[event.person];
        auto const events_of = [&](std::size_t member) { return events[chronicle_.people.person_of[member]]; };
        for (IdentityQuestion const& question : chronicle_.people.questions) {
            std::size_t const smaller = std::min(events_of(question.a), events_of(question.b));
            add({QuestionKind::same_person, question.a, question.b, identity_weight(smaller, question.score), false});
        }
    }

    Chronicle const& chronicle_;
    std::vector<Question> questions_;
};

}  // namespace

double identity_weight(std::size_t events_of_the_smaller, double score) {
    double const change = 2.0 + static_cast<double>(events_of_the_smaller);
    double const doubt = 1 - std::abs(2 * score - 1);
    return change * (0.25 + doubt);
}

std::vector<Question> review_queue(Chronicle const& chronicle) {
    return Queue(chronicle).rank();
}

}  // namespace salname::chronicle
