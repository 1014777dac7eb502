// Which frame matches are events, and whom they tell of.
#include <algorithm>

#include "reading/accounts.h"

namespace salname {

namespace {

constexpr std::size_t reason_limit = 6;
constexpr std::int32_t far_below = -300;  // of the trigger model, 256 to one nat

// Without a model: the name that stands where the frame expects it, else the nearest before.
std::int32_t plain_score(Trigger const& trigger, Discourse& discourse, PersonCandidate const& candidate) {
    auto const& nominals = discourse.parts(trigger.sentence).nominals;
    auto const filled_by = [&](Relation relation) {
        std::uint32_t const n = trigger.fillers[relation];
        return n != no_index && !candidate.people.empty() && nominals[n].person == candidate.people[0];
    };
    bool const object_first = trigger.frame->person == PersonRole::patient && trigger.verb.voice == Voice::active;
    if (candidate.people.empty())
        return trigger.frame->person == PersonRole::none ? 9 : headcount(discourse, trigger) != 0 ? 4 : 0;
    if (trigger.frame->person == PersonRole::possessor && (filled_by(possessor) || filled_by(of_phrase))) return 8;
    if (filled_by(object_first ? object : subject)) return 7;
    if (filled_by(object) || filled_by(subject)) return 5;
    auto const recent = discourse.recent(trigger.match.tokens.first, 1);
    return !recent.empty() && recent[0] == candidate.people[0] ? 3 : 1;
}

// Types whose event needs no person: laws, sites, posts and deletions.
bool stands_alone(Trigger const& trigger) {
    return trigger.frame->person == PersonRole::none;
}

class Acceptor {
public:
    Acceptor(Discourse& discourse, Models const& models, Explain explain)
        : discourse_(discourse), models_(models), features_(explain == Explain::yes), explain_(explain) {}

    void consider(FrameMatch const& match) {
        Trigger trigger = discourse_.trigger(match);
        if (!refusal(discourse_, trigger).empty()) return;
        if (hopeless(trigger)) return;
        auto candidates = person_candidates(discourse_, trigger);
        bool const nobody_near = candidates.size() == 1;
        if (nobody_near && !stands_alone(trigger) && headcount(discourse_, trigger) == 0) return;
        std::size_t const chosen = choose(trigger, candidates);
        AcceptedTrigger accepted;
        accepted.headcount = candidates[chosen].people.empty() ? headcount(discourse_, trigger) : 0;
        if (candidates[chosen].people.empty() && accepted.headcount == 0 && !stands_alone(trigger)) return;
        TriggerContext context{&candidates[chosen], accepted.headcount, repeats(trigger, candidates[chosen])};
        if (in_headline(trigger) && (context.repeated_type || !names_any(trigger, candidates[chosen]))) return;
        accepted.score = score(trigger, context);
        if (accepted.score <= 0) return;
        if (explain_ == Explain::yes) {
            features_.clear();
            add_trigger_features(features_, discourse_, trigger, context);
            accepted.reasons = features_.strongest(models_.triggers, reason_limit);
        }
        accepted.people = candidates[chosen].people;
        accepted.trigger = trigger;
        keep(std::move(accepted));
    }

    std::vector<AcceptedTrigger> take() { return std::move(accepted_); }

private:
    std::size_t choose(Trigger const& trigger, std::vector<PersonCandidate> const& candidates) {
        std::size_t best = 0;
        std::int32_t best_score = 0;
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            std::int32_t score = 0;
            if (models_.people.empty()) {
                score = plain_score(trigger, discourse_, candidates[c]);
            } else {
                features_.clear();
                add_person_features(features_, discourse_, trigger, candidates[c]);
                score = features_.score(models_.people);
            }
            if (c == 0 || score > best_score) {
                best = c;
                best_score = score;
            }
        }
        return best;
    }

    // Most weak matches are far from any event whoever they might be about: so much is seen without asking whom.
    [[nodiscard]] bool hopeless(Trigger const& trigger) {
        if (models_.triggers.empty()) return false;
        features_.clear();
        add_place_of_trigger(features_, discourse_, trigger);
        score_of_place_ = features_.score(models_.triggers);
        return score(trigger, {}) < far_below;
    }

    // After hopeless(), which has scored the place.
    [[nodiscard]] std::int32_t score(Trigger const& trigger, TriggerContext const& context) {
        if (models_.triggers.empty()) return trigger.frame->weak != 0 ? -1 : 1;
        features_.clear();
        add_person_of_trigger(features_, discourse_, trigger, context);
        return score_of_place_ + features_.score(models_.triggers);
    }

    // Are the people named in the sentence itself? A heading such as "The arrest" tells of nobody.
    [[nodiscard]] bool names_any(Trigger const& trigger, PersonCandidate const& candidate) {
        if (candidate.people.empty()) return true;
        for (Nominal const& nominal : discourse_.parts(trigger.sentence).nominals)
            if (nominal.person != no_index && nominal.person == candidate.people[0]) return true;
        return false;
    }

    // A headline tells in short what the body tells.
    [[nodiscard]] bool in_headline(Trigger const& trigger) const {
        ReportView const& view = discourse_.view();
        BlockKind const kind = view.report.blocks[view.report.sentences[trigger.sentence].block].kind;
        return kind == BlockKind::title || kind == BlockKind::heading;
    }

    [[nodiscard]] bool repeats(Trigger const& trigger, PersonCandidate const& candidate) const {
        auto const bit = std::uint64_t{1} << static_cast<unsigned>(trigger.frame->type);
        if (candidate.people.empty()) return (discourse_.types_told & bit) != 0;
        return (discourse_.types_of[candidate.people[0]] & bit) != 0;
    }

    // Of triggers that share words the stronger stays.
    void keep(AcceptedTrigger accepted) {
        for (std::size_t i = accepted_.size(); i-- > 0;) {
            TokenRange const other = accepted_[i].trigger.match.tokens;
            if (other.last + 12 < accepted.trigger.match.tokens.first) break;  // in the order of the text
            if (!other.overlaps(accepted.trigger.match.tokens)) continue;
            if (accepted_[i].score >= accepted.score) return;
            accepted_.erase(accepted_.begin() + static_cast<std::ptrdiff_t>(i));
        }
        auto const type = static_cast<unsigned>(accepted.trigger.frame->type);
        discourse_.types_told |= std::uint64_t{1} << type;
        if (!accepted.people.empty()) discourse_.told_last = accepted.people[0];
        for (std::uint32_t const person : accepted.people) {
            ++discourse_.accounts_of[person];
            discourse_.types_of[person] |= std::uint64_t{1} << type;
        }
        accepted_.push_back(std::move(accepted));
    }

    Discourse& discourse_;
    Models const& models_;
    FeatureList features_;
    Explain explain_;
    std::int32_t score_of_place_ = 0;  // of the trigger at hand
    std::vector<AcceptedTrigger> accepted_;
};

}  // namespace

std::vector<AcceptedTrigger> accept_triggers(Discourse& discourse, std::vector<FrameMatch> const& matches,
                                             Models const& models, Explain explain) {
    Acceptor acceptor(discourse, models, explain);
    for (FrameMatch const& match : matches) acceptor.consider(match);
    auto accepted = acceptor.take();
    std::stable_sort(accepted.begin(), accepted.end(), [](AcceptedTrigger const& a, AcceptedTrigger const& b) {
        return a.trigger.match.tokens < b.trigger.match.tokens;
    });
    return accepted;
}

}  // namespace salname
