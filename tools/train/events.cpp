// Lines up frame matches with the gold and learns: whom, whether, which slots, how asserted.
#include "events.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>

#include "linear.h"
#include "reading/accounts.h"
#include "reading/blocks.h"
#include "reading/modality.h"
#include "reading/reader.h"

namespace salname::train {

namespace {

constexpr double positive_weight = 1.5;    // a missed event costs more than a false one that a reviewer rejects
constexpr std::uint32_t near_bytes = 120;  // a trigger this near to a gold one tells of the same event

struct Aligned {
    std::vector<std::size_t> events;  // gold events that the match tells of
    bool optional = false;
};

std::vector<std::uint32_t> features_of(FeatureList const& list) {
    return {list.indices().begin(), list.indices().end()};
}

class ReportLesson {
public:
    // One report of the document: blocks [first, last).
    ReportLesson(GoldReport const& gold, Document const& document, std::vector<Block> blocks, Vocabulary const& packs,
                 std::uint32_t report_number)
        : number(report_number), gold_(gold), packs_(packs) {
        ReadOptions options;
        if (auto const date = parse_edtf(gold.published)) options.published = date->begin;
        work_ = read_report(document, std::move(blocks), packs, options);
        align();
    }

    std::uint32_t number;

    [[nodiscard]] ReadReport const& work() const { return work_; }
    [[nodiscard]] ReportView view() const {
        return {work_.report, work_.mentions, work_.people, packs_, work_.dates, work_.frames};
    }
    [[nodiscard]] std::vector<Aligned> const& aligned() const { return aligned_; }
    [[nodiscard]] GoldReport const& gold() const { return gold_; }

    // The people of the report that the events name; false when one is not among them.
    [[nodiscard]] bool people_of(Aligned const& match, std::set<std::uint32_t>& people) const {
        for (std::size_t const e : match.events) {
            GoldEvent const& event = gold_.events[e];
            if (event.person.empty()) continue;
            bool found = false;
            for (std::uint32_t p = 0; p < work_.people.all.size() && !found; ++p)
                if (same_person(event.person, work_.people.all[p].name)) found = people.insert(p).second || true;
            if (!found) return false;
        }
        return true;
    }

    // Has the gold an event of this type for these people? Then a match elsewhere tells of it again: joined, it
    // does no harm, so nothing is learned from it.
    [[nodiscard]] bool tells_of(PersonCandidate const& chosen, EventType type) const {
        for (GoldEvent const& event : gold_.events) {
            if (joined(event.type) != joined(type) || event.person.empty() == !chosen.people.empty()) continue;
            if (chosen.people.empty()) return true;
            for (std::uint32_t const person : chosen.people)
                if (same_person(event.person, work_.people.all[person].name)) return true;
        }
        return false;
    }

private:
    void align() {
        aligned_.resize(work_.frames.size());
        std::vector<std::uint8_t> told(gold_.events.size(), 0);
        for (std::size_t m = 0; m < work_.frames.size(); ++m) {
            Span const span = work_.report.span_of(work_.frames[m].tokens);
            EventType const type = joined(packs_.frames[work_.frames[m].frame].type);
            for (std::size_t e = 0; e < gold_.events.size(); ++e)
                if (joined(gold_.events[e].type) == type && gold_.events[e].anchor.overlaps(span)) add(m, e, told);
        }
        // Gold triggers that no match overlaps: the nearest match of the type stands for them.
        for (std::size_t e = 0; e < gold_.events.size(); ++e) {
            if (told[e] != 0 || gold_.events[e].optional || !work_.reading.span.contains(gold_.events[e].anchor))
                continue;
            std::size_t best = work_.frames.size();
            std::uint32_t best_distance = near_bytes;
            for (std::size_t m = 0; m < work_.frames.size(); ++m) {
                if (joined(packs_.frames[work_.frames[m].frame].type) != joined(gold_.events[e].type)) continue;
                Span const span = work_.report.span_of(work_.frames[m].tokens);
                Span const anchor = gold_.events[e].anchor;
                std::uint32_t const distance = span.end <= anchor.begin   ? anchor.begin - span.end
                                               : span.begin >= anchor.end ? span.begin - anchor.end
                                                                          : 0;
                if (distance >= best_distance) continue;
                best = m;
                best_distance = distance;
            }
            if (best < work_.frames.size()) add(best, e, told);
        }
    }

    void add(std::size_t m, std::size_t e, std::vector<std::uint8_t>& told) {
        aligned_[m].events.push_back(e);
        aligned_[m].optional = aligned_[m].optional || gold_.events[e].optional;
        told[e] = 1;
    }

    GoldReport const& gold_;
    Vocabulary const& packs_;
    ReadReport work_;
    std::vector<Aligned> aligned_;
};

// The documents of gold annotations, and a lesson for each of their reports.
class Lessons {
public:
    Lessons(std::vector<GoldReport> const& gold, Vocabulary const& packs) {
        documents_.reserve(gold.size());
        for (GoldReport const& report : gold) {
            Document& document = documents_.emplace_back();
            document.text = report.text;
            document.name = report.name;
            auto const blocks = find_blocks(document, packs);
            auto starts = cut_reports(document, blocks, packs);
            starts.push_back(static_cast<std::uint32_t>(blocks.size()));
            for (std::size_t i = 0; i + 1 < starts.size(); ++i)
                all.emplace_back(report, document,
                                 std::vector<Block>(blocks.begin() + starts[i], blocks.begin() + starts[i + 1]), packs,
                                 static_cast<std::uint32_t>(all.size()));
        }
    }

    std::vector<ReportLesson> all;

private:
    std::vector<Document> documents_;
};

void learn_people(ReportLesson const& lesson, Discourse& discourse, std::vector<Example>& examples) {
    FeatureList features;
    auto const& frames = lesson.work().frames;
    for (std::size_t m = 0; m < frames.size(); ++m) {
        Aligned const& match = lesson.aligned()[m];
        if (match.events.empty()) continue;
        std::set<std::uint32_t> people;
        if (!lesson.people_of(match, people)) continue;
        Trigger const trigger = discourse.trigger(frames[m]);
        auto const candidates = person_candidates(discourse, trigger);
        Example example;
        std::size_t right = candidates.size();
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            features.clear();
            add_person_features(features, discourse, trigger, candidates[c]);
            example.candidates.push_back(features_of(features));
            std::set<std::uint32_t> const own(candidates[c].people.begin(), candidates[c].people.end());
            if (own == people) right = c;
        }
        // A group that no candidate holds whole: one of it is better than none.
        for (std::size_t c = 0; right == candidates.size() && c < candidates.size(); ++c)
            if (candidates[c].people.size() == 1 && people.contains(candidates[c].people[0])) right = c;
        if (right < candidates.size()) {
            example.right = right;
            example.report = lesson.number;
            example.weight = lesson.gold().weight;
            examples.push_back(std::move(example));
        }
        if (!people.empty()) discourse.told_last = *people.begin();
        for (std::uint32_t const person : people) {
            ++discourse.accounts_of[person];
            discourse.types_of[person] |= std::uint64_t{1} << static_cast<unsigned>(trigger.frame->type);
        }
    }
}

void learn_triggers(ReportLesson const& lesson, Discourse& discourse, Linear const& people_model,
                    std::vector<Example>& examples) {
    FeatureList features;
    auto const& frames = lesson.work().frames;
    for (std::size_t m = 0; m < frames.size(); ++m) {
        Aligned const& match = lesson.aligned()[m];
        Trigger const trigger = discourse.trigger(frames[m]);
        if (!refusal(discourse, trigger).empty()) continue;
        auto const candidates = person_candidates(discourse, trigger);
        std::size_t best = 0;
        double best_score = 0;
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            features.clear();
            add_person_features(features, discourse, trigger, candidates[c]);
            double const value = people_model.score(features_of(features));
            if (c == 0 || value > best_score) {
                best = c;
                best_score = value;
            }
        }
        PersonCandidate const& chosen = candidates[best];
        TriggerContext context{&chosen, chosen.people.empty() ? headcount(discourse, trigger) : 0, false};
        if (chosen.people.empty() && context.headcount == 0 && trigger.frame->person != PersonRole::none &&
            match.events.empty())
            continue;
        auto const bit = std::uint64_t{1} << static_cast<unsigned>(trigger.frame->type);
        context.repeated_type = chosen.people.empty() ? (discourse.types_told & bit) != 0
                                                      : (discourse.types_of[chosen.people[0]] & bit) != 0;
        BlockKind const kind = lesson.work().report.blocks[lesson.work().report.sentences[trigger.sentence].block].kind;
        if (context.repeated_type && (kind == BlockKind::title || kind == BlockKind::heading)) continue;
        features.clear();
        add_trigger_features(features, discourse, trigger, context);
        bool const told_again = match.events.empty() && lesson.tells_of(chosen, trigger.frame->type);
        if (!(match.optional && !match.events.empty()) && !told_again) {
            Example example;
            example.candidates = {{}, features_of(features)};
            example.right = match.events.empty() ? 0 : 1;
            example.weight = lesson.gold().weight * (example.right == 1 ? positive_weight : 1);
            example.report = lesson.number;
            examples.push_back(std::move(example));
        }
        if (match.events.empty()) continue;
        discourse.types_told |= bit;
        if (!chosen.people.empty()) discourse.told_last = chosen.people[0];
        for (std::uint32_t const person : chosen.people) {
            ++discourse.accounts_of[person];
            discourse.types_of[person] |= bit;
        }
    }
}

// Does the candidate give the gold value of the slot? none: the gold has no such value.
std::optional<bool> gives(ReportLesson const& lesson, GoldEvent const& event, Slot slot,
                          SlotCandidate const& candidate) {
    auto const& work = lesson.work();
    std::uint32_t const value = candidate.mention == no_index ? no_index : work.mentions.all[candidate.mention].value;
    auto const text = [&](std::string const& gold) -> std::optional<bool> {
        if (gold.empty()) return std::nullopt;
        return words_overlap(gold, candidate.text);
    };
    switch (slot) {
        case Slot::date: {
            if (event.date.empty()) return std::nullopt;
            std::string const date = work.dates[value].date.edtf();
            return date == event.date ||
                   std::find(event.alt_dates.begin(), event.alt_dates.end(), date) != event.alt_dates.end();
        }
        case Slot::duration:
            if (event.duration.empty()) return std::nullopt;
            return work.mentions.durations[value].iso8601() == event.duration;
        case Slot::money:
            if (event.currency.empty()) return std::nullopt;
            return std::abs(static_cast<double>(work.mentions.money[value].hundredths) - event.amount * 100) < 1;
        case Slot::authority: return text(event.authority);
        case Slot::place: return text(event.place);
        case Slot::source: return text(event.source);
        case Slot::platform: return text(event.platform);
        case Slot::target: return text(event.target);
        case Slot::provision: {
            if (event.articles.empty()) return std::nullopt;
            auto const plain = [](std::string const& s) {
                std::string out;
                for (char const c : s)
                    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
                        out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
                    else if (!out.empty() && out.back() != '-')
                        out += '-';
                while (!out.empty() && out.back() == '-') out.pop_back();
                return out;
            };
            std::string const own = plain(work.mentions.provisions[value].article);
            return std::any_of(event.articles.begin(), event.articles.end(),
                               [&](auto const& a) { return plain(a) == own; });
        }
        case Slot::charge:
            if (event.charges.empty()) return std::nullopt;
            return std::any_of(event.charges.begin(), event.charges.end(),
                               [&](auto const& c) { return words_overlap(c, candidate.text); });
        case Slot::count_: break;
    }
    return std::nullopt;
}

void learn_slot(ReportLesson const& lesson, Discourse& discourse, Trigger const& trigger, GoldEvent const& event,
                Slot slot, std::vector<TokenRange> const& ranges, std::vector<Example>& examples) {
    auto const candidates = slot_candidates(discourse, trigger, slot);
    if (candidates.empty()) return;
    SlotContext context{&ranges, 0};
    TokenRange const sentence = lesson.work().report.sentences[trigger.sentence].tokens;
    for (auto const& candidate : candidates) context.candidates_here += sentence.contains(candidate.tokens.first);
    FeatureList features;
    auto const vector_of = [&](SlotCandidate const* candidate) {
        features.clear();
        add_slot_features(features, discourse, trigger, slot, candidate, context);
        return features_of(features);
    };
    std::vector<std::uint32_t> const none = vector_of(nullptr);
    bool const asked = gives(lesson, event, slot, candidates[0]).has_value();
    if (takes_many(slot)) {
        for (auto const& candidate : candidates) {
            Example example;
            example.candidates = {none, vector_of(&candidate)};
            example.right = asked && gives(lesson, event, slot, candidate).value_or(false) ? 1 : 0;
            example.report = lesson.number;
            example.weight = lesson.gold().weight;
            examples.push_back(std::move(example));
        }
        return;
    }
    Example example;
    example.candidates.push_back(none);
    example.right = 0;
    for (auto const& candidate : candidates) {
        bool const right = asked && gives(lesson, event, slot, candidate).value_or(false);
        if (right && example.right == 0) example.right = example.candidates.size();
        // Two candidates with the same right value: only the first is kept, so that they don't compete.
        if (right && example.right != example.candidates.size()) continue;
        example.candidates.push_back(vector_of(&candidate));
    }
    if (asked && example.right == 0) return;
    example.report = lesson.number;
    example.weight = lesson.gold().weight;
    examples.push_back(std::move(example));
}

Modality modality_named(std::string const& name) {
    for (std::size_t m = 0; m < modality_count; ++m)
        if (name_of(static_cast<Modality>(m)) == name) return static_cast<Modality>(m);
    return Modality::asserted;
}

void learn_values(ReportLesson const& lesson, Discourse& discourse, std::vector<Example>& slots,
                  std::vector<Example>& modality) {
    auto const& frames = lesson.work().frames;
    std::vector<TokenRange> ranges;
    for (std::size_t m = 0; m < frames.size(); ++m)
        if (!lesson.aligned()[m].events.empty()) ranges.push_back(frames[m].tokens);
    std::sort(ranges.begin(), ranges.end());
    FeatureList features;
    for (std::size_t m = 0; m < frames.size(); ++m) {
        if (lesson.aligned()[m].events.empty()) continue;
        GoldEvent const& event = lesson.gold().events[lesson.aligned()[m].events[0]];
        Trigger const trigger = discourse.trigger(frames[m]);
        for (std::size_t s = 0; s < slot_count; ++s)
            learn_slot(lesson, discourse, trigger, event, static_cast<Slot>(s), ranges, slots);
        Example example;
        for (std::size_t c = 0; c < modality_count; ++c) {
            features.clear();
            add_modality_features(features, discourse, trigger, static_cast<Modality>(c), !event.source.empty());
            example.candidates.push_back(features_of(features));
        }
        example.right = static_cast<std::size_t>(modality_named(event.modality));
        example.report = lesson.number;
        example.weight = lesson.gold().weight;
        modality.push_back(std::move(example));
    }
}

void report_quality(char const* name, Linear const& model, std::vector<Example> const& examples) {
    std::size_t right = 0;
    for (Example const& example : examples) right += model.best(example) == example.right;
    std::fprintf(stderr, "%-17s %6zu decisions, %.3f right\n", name, examples.size(),
                 static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, examples.size())));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> train_events(Vocabulary const& packs,
                                                              std::vector<GoldReport> const& gold,
                                                              std::vector<GoldReport> const& test) {
    std::vector<Example> people, triggers, slots, modality;
    Lessons const lessons(gold, packs);
    std::size_t events = 0;
    std::size_t reached = 0;
    for (GoldReport const& report : gold)
        events += static_cast<std::size_t>(
            std::count_if(report.events.begin(), report.events.end(), [](GoldEvent const& e) { return !e.optional; }));
    for (ReportLesson const& lesson : lessons.all) {
        std::set<std::size_t> told;
        for (Aligned const& match : lesson.aligned()) told.insert(match.events.begin(), match.events.end());
        for (std::size_t const e : told) reached += !lesson.gold().events[e].optional;
        Discourse discourse(lesson.view());
        learn_people(lesson, discourse, people);
    }
    std::fprintf(stderr, "frames reach %zu of %zu gold events\n", reached, events);
    Linear people_model({1U << 17U, 10, .1, .02, 6});
    people_model.fit(people);
    report_quality("people", people_model, people);
    std::vector<Example> held;
    std::size_t unreachable = 0;
    Lessons const tests(test, packs);
    for (ReportLesson const& lesson : tests.all) {
        Discourse discourse(lesson.view());
        std::size_t const before = held.size();
        learn_people(lesson, discourse, held);
        for (Aligned const& match : lesson.aligned()) unreachable += !match.events.empty();
        unreachable -= std::min(unreachable, held.size() - before);
    }
    if (!test.empty()) {
        report_quality("people, held out", people_model, held);
        std::fprintf(stderr, "%zu matches have no right candidate\n", unreachable);
    }
    for (ReportLesson const& lesson : lessons.all) {
        ReportView const view = lesson.view();
        Discourse for_triggers(view);
        learn_triggers(lesson, for_triggers, people_model, triggers);
        Discourse for_values(view);
        learn_values(lesson, for_values, slots, modality);
    }
    Linear trigger_model({1U << 18U, 10, .1, .01, 5});
    trigger_model.fit(triggers);
    report_quality("triggers", trigger_model, triggers);
    Linear slot_model({1U << 18U, 24, .1, .003, 3});
    slot_model.fit(slots);
    report_quality("slots", slot_model, slots);
    Linear modality_model({1U << 15U, 10, .1, .003, 4});
    modality_model.fit(modality);
    report_quality("modality", modality_model, modality);
    std::string const comment = "Weights of a model of the reader; made by tools/train, see tools/train/README.md.";
    return {{"people", people_model.table(comment)},
            {"triggers", trigger_model.table(comment)},
            {"slots", slot_model.table(comment)},
            {"modality", modality_model.table(comment)}};
}

}  // namespace salname::train
