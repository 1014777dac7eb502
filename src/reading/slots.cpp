#include "reading/slots.h"

#include <algorithm>

namespace salname {

std::string_view name_of(Slot slot) {
    constexpr std::string_view names[] = {"date",   "duration", "money",  "authority",  "place",
                                          "source", "platform", "target", "provisions", "charges"};
    return names[static_cast<std::size_t>(slot)];
}

namespace {

// Features for one slot candidate: where it stands and what stands between.
class SlotFeatures {
public:
    SlotFeatures(FeatureList& features, Discourse& discourse, Trigger const& trigger, Slot slot,
                 SlotCandidate const* candidate, SlotContext const& context)
        : features_(features),
          discourse_(discourse),
          view_(discourse.view()),
          trigger_(trigger),
          slot_(static_cast<std::uint64_t>(slot)),
          candidate_(candidate),
          context_(context),
          type_(static_cast<std::uint64_t>(trigger.frame->type)),
          frame_(hash_bytes(view_.packs.string(trigger.frame->id))) {}

    void add() {
        if (candidate_ == nullptr) {
            add_none();
            return;
        }
        bool const before = candidate_->tokens.last <= trigger_.match.tokens.first;
        std::uint32_t const sentence = view_.report.sentence_of[candidate_->tokens.first];
        std::int64_t const apart = static_cast<std::int64_t>(sentence) - trigger_.sentence;
        std::uint64_t const where = static_cast<std::uint64_t>(std::clamp<std::int64_t>(apart, -4, 3) + 4);
        std::uint64_t const same_block =
            view_.report.sentences[sentence].block == view_.report.sentences[trigger_.sentence].block;
        features_.add("where", slot_, where * 4 + before * 2 + same_block);
        features_.add("where-type", slot_, where * 4 + before * 2 + same_block, type_);
        features_.add("where-frame", slot_, where * 2 + before, frame_);
        features_.add("where-voice", slot_, where * 2 + before, static_cast<std::uint64_t>(trigger_.verb.voice));
        features_.add("kind", slot_, kind(), type_);
        std::uint64_t const distance = bucket();
        features_.add("distance", slot_, distance * 2 + before, apart == 0);
        features_.add("distance-type", slot_, distance * 2 + before, apart == 0 ? type_ + 1 : 0);
        add_between(before, apart == 0);
        add_neighbours(apart == 0);
        add_value(before, where);
        features_.add("lead", slot_, leads_block(), same_block);
        features_.add("first-in-sentence", slot_,
                      candidate_->tokens.first <= view_.report.sentences[sentence].tokens.first + 1, where);
        features_.add("only-one", slot_, context_.candidates_here == 1, where);
    }

private:
    void add_none() {
        features_.add("none", slot_);
        features_.add("none-type", slot_, type_);
        features_.add("none-frame", slot_, frame_);
        features_.add("none-here", slot_, std::min<std::size_t>(context_.candidates_here, 2));
        features_.add("none-here-type", slot_, std::min<std::size_t>(context_.candidates_here, 2), type_);
        features_.add("none-voice", slot_, static_cast<std::uint64_t>(trigger_.verb.voice),
                      std::min<std::size_t>(context_.candidates_here, 2));
        features_.add("none-quote", slot_, view_.report.tokens[trigger_.match.head].quote != 0,
                      std::min<std::size_t>(context_.candidates_here, 2));
    }

    [[nodiscard]] std::uint64_t kind() const {
        if (candidate_->mention == no_index) return 99;
        return static_cast<std::uint64_t>(view_.mentions.all[candidate_->mention].kind);
    }

    [[nodiscard]] std::uint64_t bucket() const {
        TokenRange const a = candidate_->tokens;
        TokenRange const b = trigger_.match.tokens;
        std::uint64_t const distance = a.last <= b.first ? b.first - a.last : a.first >= b.last ? a.first - b.last : 0;
        return distance > 40   ? 9
               : distance > 24 ? 8
               : distance > 14 ? 7
               : distance > 9  ? 6
               : distance > 6  ? 5
                               : std::min<std::uint64_t>(distance, 4);
    }

    // Other triggers, other mentions of the kind, commas and conjunctions between trigger and candidate.
    void add_between(bool before, bool here) {
        TokenRange between = before ? TokenRange{candidate_->tokens.last, trigger_.match.tokens.first}
                                    : TokenRange{trigger_.match.tokens.last, candidate_->tokens.first};
        if (between.last < between.first || between.size() > 80) between.last = between.first;
        std::uint64_t triggers = 0;
        if (context_.other_triggers != nullptr) {
            auto const& all = *context_.other_triggers;
            auto it = std::lower_bound(all.begin(), all.end(), TokenRange{between.first, 0});
            for (; it != all.end() && it->first < between.last && triggers < 3; ++it) ++triggers;
        }
        std::uint64_t same_kind = 0;
        std::uint64_t commas = 0;
        std::uint64_t joins = 0;
        std::uint64_t relatives = 0;
        for (std::uint32_t t = between.first; t < between.last; ++t) {
            commas += view_.report.tokens[t].mark == ',';
            joins += view_.has(t, WordClass::conjunction);
            relatives += view_.has(t, WordClass::relative) || view_.has(t, WordClass::contrast);
            std::uint32_t const m = view_.mentions.at[t];
            if (m != no_index && static_cast<std::uint64_t>(view_.mentions.all[m].kind) == kind() &&
                view_.mentions.all[m].tokens.first == t)
                ++same_kind;
        }
        std::uint64_t const side = before * 2U + here;
        features_.add("triggers-between", slot_, triggers, side);
        features_.add("kind-between", slot_, std::min<std::uint64_t>(same_kind, 2), side);
        features_.add("both-between", slot_, triggers * 4 + std::min<std::uint64_t>(same_kind, 2), side);
        features_.add("marks-between", slot_,
                      std::min<std::uint64_t>(commas, 2) * 9 + std::min<std::uint64_t>(joins, 2) * 3 +
                          std::min<std::uint64_t>(relatives, 2),
                      side);
    }

    void add_neighbours(bool here) {
        std::uint32_t const first = candidate_->tokens.first;
        std::uint32_t const last = candidate_->tokens.last;
        std::uint64_t const left = first > 0 ? word_hash(first - 1) : 1;
        std::uint64_t const left_2 = first > 1 ? word_hash(first - 2) : 1;
        std::uint64_t const right = last < view_.report.tokens.size() ? word_hash(last) : 2;
        features_.add("word-before", slot_, left, here);
        features_.add("word-before-type", slot_, left, here ? type_ + 1 : 0);
        features_.add("words-before", slot_, combine(left, left_2), here);
        features_.add("word-after", slot_, right, here);
        features_.add("word-after-type", slot_, right, here ? type_ + 1 : 0);
        features_.add("candidate-quote", slot_, view_.report.tokens[first].quote != 0,
                      view_.report.tokens[trigger_.match.head].quote != 0);
        if (slot_ == static_cast<std::uint64_t>(Slot::source)) add_speech(first, last, here);
        Block const& block = view_.report.blocks[view_.report.sentences[trigger_.sentence].block];
        bool const heads = candidate_->mention != no_index && block_head(view_, block) == candidate_->mention;
        features_.add("heads-block", slot_, heads, here);
        bool const inside = candidate_->tokens.overlaps(trigger_.match.tokens);
        features_.add("inside", slot_, inside);
        features_.add("touches", slot_, first == trigger_.match.tokens.last, type_);
        features_.add(
            "says-near", slot_,
            discourse_.any(view_.report.sentence_of[first],
                           {first > 3 ? first - 3 : 0,
                            std::min<std::uint32_t>(last + 3, static_cast<std::uint32_t>(view_.report.tokens.size()))},
                           WordClass::speech),
            here);
    }

    // "X said", "told X", "according to X": who speaks.
    void add_speech(std::uint32_t first, std::uint32_t last, bool here) {
        std::uint32_t const sentence = view_.report.sentence_of[first];
        TokenRange const range = view_.report.sentences[sentence].tokens;
        bool const after = discourse_.any(sentence, {last, std::min(last + 3, range.last)}, WordClass::speech);
        bool const before =
            discourse_.any(sentence, {std::max(range.first, first > 2 ? first - 2 : 0), first}, WordClass::speech);
        bool const marked = discourse_.any(sentence, {std::max(range.first, first > 3 ? first - 3 : 0), first},
                                           WordClass::source_marker);
        bool const opens = first <= range.first + 2;
        features_.add("speech", after * 4U + before * 2U + marked, here, kind());
        features_.add("speech-place", after * 4U + before * 2U + marked, opens, range.last - last < 4);
        features_.add("trigger-quoted", after || before || marked, view_.report.tokens[trigger_.match.head].quote != 0,
                      here);
    }

    [[nodiscard]] std::uint64_t word_hash(std::uint32_t t) const {
        if (view_.mentions.at[t] != no_index)
            return 500 + static_cast<std::uint64_t>(view_.mentions.all[view_.mentions.at[t]].kind);
        return view_.report.tokens[t].word == 0 ? 499 : view_.report.tokens[t].hash;
    }

    void add_value(bool before, std::uint64_t where) {
        if (candidate_->mention == no_index) {
            features_.add("phrase-length", slot_, std::min<std::uint64_t>(candidate_->tokens.size(), 8));
            return;
        }
        Mention const& mention = view_.mentions.all[candidate_->mention];
        if (mention.kind == MentionKind::date) {
            DateExpression const& date = view_.mentions.dates[mention.value];
            std::uint64_t const grain = (date.begin.year != 0) + 2U * (date.begin.month != 0) +
                                        4U * (date.begin.day != 0) + 8U * !date.end.empty();
            features_.add("date-form", static_cast<std::uint64_t>(date.form) * 16 + grain, before, where);
            features_.add("date-form-type", static_cast<std::uint64_t>(date.form) * 16 + grain, type_);
            features_.add("date-resolved", !view_.dates[mention.value].date.empty());
        }
        if (mention.kind == MentionKind::duration) {
            Duration const& d = view_.mentions.durations[mention.value];
            std::uint64_t const unit = d.years != 0 ? 1 : d.months != 0 ? 2 : d.weeks != 0 ? 3 : d.days != 0 ? 4 : 5;
            features_.add("duration-unit", unit, type_, before);
        }
        if (mention.entry != no_index)
            features_.add("entry-detail", slot_,
                          hash_bytes(view_.packs.string(view_.packs.entries[mention.entry].detail)), type_);
        if (mention.kind == MentionKind::person) {
            std::uint32_t const person = view_.people.of_mention[candidate_->mention];
            if (person != no_index) {
                ReportPerson const& who = view_.people.all[person];
                features_.add("person-flags", slot_, who.flags(), type_);
                features_.add("person-told", slot_, discourse_.accounts_of[person] != 0);
            }
        }
    }

    [[nodiscard]] bool leads_block() const {
        std::uint32_t const sentence = view_.report.sentence_of[candidate_->tokens.first];
        Block const& block = view_.report.blocks[view_.report.sentences[sentence].block];
        return candidate_->tokens.first <= block.tokens.first + 2;
    }

    FeatureList& features_;
    Discourse& discourse_;
    ReportView const& view_;
    Trigger const& trigger_;
    std::uint64_t slot_;
    SlotCandidate const* candidate_;
    SlotContext const& context_;
    std::uint64_t type_;
    std::uint64_t frame_;
};

}  // namespace

void add_slot_features(FeatureList& features, Discourse& discourse, Trigger const& trigger, Slot slot,
                       SlotCandidate const* candidate, SlotContext const& context) {
    SlotFeatures(features, discourse, trigger, slot, candidate, context).add();
}

}  // namespace salname
