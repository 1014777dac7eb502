#include "reading/triggers.h"

#include <algorithm>

namespace salname {

namespace {

constexpr std::uint32_t neighbour_reach = 8;  // tokens
constexpr std::uint32_t near_context = 4;     // sentences on each side
constexpr std::uint32_t far_context = 12;
constexpr std::uint32_t cluster_reach = 6;  // tokens on each side

TokenRange clause_around(ReportView const& view, Trigger const& trigger) {
    TokenRange const sentence = view.report.sentences[trigger.sentence].tokens;
    TokenRange clause = trigger.match.tokens;
    auto const ends = [&](std::uint32_t t) {
        return view.report.tokens[t].mark == ';' || view.has(t, WordClass::contrast);
    };
    while (clause.first > sentence.first && !ends(clause.first - 1)) --clause.first;
    while (clause.last < sentence.last && !ends(clause.last)) ++clause.last;
    return clause;
}

std::uint64_t mention_bits(ReportView const& view, TokenRange range) {
    std::uint64_t bits = 0;
    for (std::uint32_t t = range.first; t < range.last; ++t)
        if (std::uint32_t const m = view.mentions.at[t]; m != no_index) {
            bits |= std::uint64_t{1} << static_cast<unsigned>(view.mentions.all[m].kind);
            t = view.mentions.all[m].tokens.last - 1;
        }
    return bits;
}

bool has_bit(std::uint64_t bits, MentionKind kind) {
    return ((bits >> static_cast<unsigned>(kind)) & 1U) != 0;
}

// The first word classes that say what kind of word stands at a place.
std::uint64_t word_key(ReportView const& view, std::uint32_t t) {
    if (std::uint32_t const m = view.mentions.at[t]; m != no_index)
        return 1000 + static_cast<std::uint64_t>(view.mentions.all[m].kind);
    Token const& token = view.report.tokens[t];
    if (token.kind == PieceKind::number) return 999;
    if (token.mark != 0) return static_cast<unsigned char>(token.mark);
    Word const& word = view.packs.words[token.word];
    return token.word == 0 ? 998 : 2000 + std::uint64_t{word.lemma};
}

class TriggerFeatures {
public:
    TriggerFeatures(FeatureList& features, Discourse& discourse, Trigger const& trigger, TriggerContext const& context)
        : features_(features),
          discourse_(discourse),
          view_(discourse.view()),
          trigger_(trigger),
          context_(context),
          type_(static_cast<std::uint64_t>(trigger.frame->type)),
          frame_id_(hash_bytes(discourse.view().packs.string(trigger.frame->id))) {}

    // What the text alone tells, whoever it may be about.
    void add_place() {
        add_frame();
        add_words();
        add_clusters();
        add_clause();
        add_neighbours();
        add_fillers();
        add_report();
    }

    // What hangs on whom it is about.
    void add_person() {
        add_chosen();
        add_repeats();
    }

private:
    void add_frame() {
        Frame const& frame = *trigger_.frame;
        auto const voice = static_cast<std::uint64_t>(trigger_.verb.voice);
        features_.add("bias");
        features_.add("weak", frame.weak, voice);
        features_.add("type", type_);
        features_.add("type-voice", type_, voice, frame.weak);
        features_.add("frame", frame_id_);
        features_.add("frame-voice", frame_id_, voice);
        Pattern const& pattern = view_.packs.patterns[trigger_.match.pattern];
        features_.add("pattern-length", std::min(pattern.element_count, 4U), frame.weak);
        Word const& head = view_.packs.words[view_.report.tokens[trigger_.match.head].word];
        features_.add("head", head.hash, type_);
        features_.add("head-voice", head.lemma == 0 ? 0 : view_.packs.words[head.lemma].hash, type_, voice);
    }

    void add_words() {
        TokenRange const sentence = view_.report.sentences[trigger_.sentence].tokens;
        TokenRange const range = trigger_.match.tokens;
        auto const before = [&](std::uint32_t n) {
            return range.first >= sentence.first + n ? key_hash(range.first - n) : 1;
        };
        auto const after = [&](std::uint32_t n) {
            return range.last + n < sentence.last ? key_hash(range.last + n) : 2;
        };
        features_.add("word-before", before(1), type_);
        features_.add("word-after", after(0), type_);
        features_.add("word-before-any", before(1), trigger_.frame->nominal);
        features_.add("word-after-any", after(0), trigger_.frame->nominal);
    }

    // What kind of words stand around, seen before or not.
    void add_clusters() {
        TokenRange const sentence = view_.report.sentences[trigger_.sentence].tokens;
        TokenRange const range = trigger_.match.tokens;
        std::uint32_t const first =
            range.first > sentence.first + cluster_reach ? range.first - cluster_reach : sentence.first;
        std::uint32_t const last = std::min(range.last + cluster_reach, sentence.last);
        for (std::uint32_t t = first; t < last; ++t) {
            if (range.contains(t)) continue;
            std::uint64_t const before = t < range.first;
            std::uint32_t const distance = before != 0 ? range.first - t : t - range.last + 1;
            WordCluster const cluster = view_.packs.cluster_of(view_.report.tokens[t].hash);
            if (cluster.fine != 0) {
                features_.add("kind-around", cluster.coarse, type_);
                features_.add("fine-kind-around", cluster.fine, type_);
                features_.add("kind-on-side", cluster.coarse, trigger_.frame->weak, before);
            }
            if (distance > 2) continue;
            features_.add("kind-beside", cluster.coarse, type_, distance * 2 + before);
            features_.add("fine-kind-beside", cluster.fine, type_, distance * 2 + before);
        }
    }

    // Lemma ids differ between builds of the packs; hashes of the words do not.
    [[nodiscard]] std::uint64_t key_hash(std::uint32_t t) const {
        std::uint64_t const key = word_key(view_, t);
        return key < 2000 ? key : view_.packs.words[key - 2000].hash;
    }

    void add_clause() {
        VerbGroup const& verb = trigger_.verb;
        TokenRange const sentence = view_.report.sentences[trigger_.sentence].tokens;
        TokenRange const clause = clause_around(view_, trigger_);
        std::uint64_t const bits = mention_bits(view_, clause);
        std::uint64_t const weak = trigger_.frame->weak;
        features_.add("verb",
                      verb.modal + 2U * verb.future + 4U * verb.perfect + 8U * verb.intended + 16U * verb.demanded +
                          32U * verb.attempted,
                      static_cast<std::uint64_t>(verb.voice));
        for (MentionKind const kind :
             {MentionKind::date, MentionKind::duration, MentionKind::money, MentionKind::person, MentionKind::court,
              MentionKind::provision, MentionKind::charge, MentionKind::term, MentionKind::platform,
              MentionKind::count}) {
            features_.add("clause-has", static_cast<std::uint64_t>(kind), has_bit(bits, kind), type_);
            features_.add("frame-clause-has", static_cast<std::uint64_t>(kind), has_bit(bits, kind), frame_id_);
        }
        features_.add("clause-mentions", bits & 0x3FFU, weak);
        for (WordClass const c :
             {WordClass::hypothetical, WordClass::negation, WordClass::demand, WordClass::statute_range,
              WordClass::court_noun, WordClass::police_noun, WordClass::prison_noun, WordClass::lawyer,
              WordClass::speech, WordClass::again, WordClass::hearsay, WordClass::post_noun, WordClass::hedge,
              WordClass::who, WordClass::authority_noun}) {
            bool const here = discourse_.any(trigger_.sentence, clause, c);
            features_.add("clause-class", static_cast<std::uint64_t>(c), here, weak);
            if (here) features_.add("clause-class-type", static_cast<std::uint64_t>(c), type_);
        }
        TokenRange const near{
            trigger_.match.tokens.first >= sentence.first + 4 ? trigger_.match.tokens.first - 4 : sentence.first,
            trigger_.match.tokens.first};
        for (WordClass const c : {WordClass::hypothetical, WordClass::negation, WordClass::demand, WordClass::again,
                                  WordClass::who, WordClass::statute_range})
            if (discourse_.any(trigger_.sentence, near, c))
                features_.add("just-before", static_cast<std::uint64_t>(c), static_cast<std::uint64_t>(verb.voice));
        features_.add("quote", std::min<std::uint64_t>(view_.report.tokens[trigger_.match.head].quote, 2), type_);
        features_.add("quote-weak", view_.report.tokens[trigger_.match.head].quote != 0, weak);
        bool const opens = trigger_.match.tokens.first == sentence.first;
        features_.add("sentence-start", opens, static_cast<std::uint64_t>(verb.voice));
        features_.add("sentence-length", std::min<std::uint64_t>(sentence.size() / 8, 6), weak);
        features_.add("question", view_.report.tokens[sentence.last - 1].mark == '?');
    }

    // What else the sentence tells: a term beside an order of custody is its own, not a sentence.
    void add_neighbours() {
        TokenRange const own = trigger_.match.tokens;
        for (std::uint32_t const other : discourse_.matches_in(trigger_.sentence)) {
            FrameMatch const& match = view_.frames[other];
            Frame const& frame = view_.packs.frames[match.frame];
            if (match.tokens.first == own.first && match.frame == trigger_.match.frame) continue;
            auto const type = static_cast<std::uint64_t>(frame.type);
            bool const before = match.tokens.first < own.first;
            bool const near =
                match.tokens.first < own.last + neighbour_reach && own.first < match.tokens.last + neighbour_reach;
            features_.add("beside", type, frame.weak + 2U * before + 4U * near, type_);
            if (frame.weak == 0) features_.add("beside-frame", type, before, frame_id_);
            if (match.tokens.overlaps(own)) features_.add("over", type, frame.weak, frame_id_);
        }
    }

    void add_fillers() {
        auto const& nominals = discourse_.parts(trigger_.sentence).nominals;
        auto const kind = [&](Relation r) {
            return trigger_.fillers[r] == no_index ? 0 : static_cast<std::uint64_t>(nominals[trigger_.fillers[r]].kind);
        };
        auto const role = static_cast<std::uint64_t>(trigger_.frame->person);
        auto const voice = static_cast<std::uint64_t>(trigger_.verb.voice);
        features_.add("fillers", kind(subject) * 16 + kind(object), role, voice);
        features_.add("subject-type", kind(subject), type_, voice);
        features_.add("object-type", kind(object), type_, voice);
        features_.add("frame-subject", kind(subject), frame_id_);
        features_.add("frame-object", kind(object), frame_id_);
        features_.add("possessor-type", kind(possessor) * 16 + kind(of_phrase), type_);
    }

    void add_chosen() {
        auto const& nominals = discourse_.parts(trigger_.sentence).nominals;
        auto const kind = [&](Relation r) {
            return trigger_.fillers[r] == no_index ? 0 : static_cast<std::uint64_t>(nominals[trigger_.fillers[r]].kind);
        };
        auto const role = static_cast<std::uint64_t>(trigger_.frame->person);
        std::size_t const named = context_.chosen == nullptr ? 0 : context_.chosen->people.size();
        features_.add("chosen", std::min<std::size_t>(named, 2), context_.headcount != 0, type_);
        features_.add("chosen-weak", std::min<std::size_t>(named, 2), context_.headcount != 0, trigger_.frame->weak);
        features_.add("chosen-kinds", std::min<std::size_t>(named, 1), kind(subject) * 16 + kind(object), role);
        if (named != 0) {
            ReportPerson const& who = view_.people.all[context_.chosen->people[0]];
            features_.add("chosen-flags", who.flags(), type_);
            features_.add("chosen-told", std::min<std::uint32_t>(discourse_.accounts_of[context_.chosen->people[0]], 3),
                          trigger_.frame->weak);
        }
    }

    void add_report() {
        std::uint32_t const number = view_.report.sentences[trigger_.sentence].block;
        Block const& block = view_.report.blocks[number];
        features_.add("block", static_cast<std::uint64_t>(block.kind), trigger_.frame->weak);
        features_.add("block-type", static_cast<std::uint64_t>(block.kind), type_);
        bool const told = ((discourse_.types_told >> type_) & 1U) != 0;
        features_.add("told", told, type_);
        features_.add("people", std::min<std::size_t>(view_.people.all.size(), 4), type_);
        features_.add("people-weak", std::min<std::size_t>(view_.people.all.size(), 4), trigger_.frame->weak);
        features_.add("place-in-report", std::min<std::uint64_t>(number, 5), trigger_.frame->weak);
        bool const cites =
            has_bit(mention_bits(view_, view_.report.sentences[trigger_.sentence].tokens), MentionKind::citation);
        features_.add("cites-case", cites);
        std::uint64_t const legal = std::min(discourse_.legal_around(trigger_.sentence, near_context), 5U);
        features_.add("legal-around", legal, trigger_.frame->weak);
        features_.add("legal-around-type", legal, type_, trigger_.frame->weak);
        features_.add("legal-here", legal == 0, frame_id_);
    }

    void add_repeats() {
        features_.add("repeated", context_.repeated_type, type_);
        features_.add("repeated-voice", context_.repeated_type, static_cast<std::uint64_t>(trigger_.verb.voice),
                      trigger_.frame->weak);
        features_.add("repeated-frame", context_.repeated_type, frame_id_);
    }

    FeatureList& features_;
    Discourse& discourse_;
    ReportView const& view_;
    Trigger const& trigger_;
    TriggerContext const& context_;
    std::uint64_t type_;
    std::uint64_t frame_id_;
};

bool need_met(ReportView const& view, Trigger const& trigger, TokenRange clause) {
    std::uint64_t const bits = mention_bits(view, clause);
    switch (trigger.frame->need) {
        case FrameNeed::nothing: return true;
        case FrameNeed::duration: return has_bit(bits, MentionKind::duration);
        case FrameNeed::money: return has_bit(bits, MentionKind::money);
        case FrameNeed::date: return has_bit(bits, MentionKind::date);
        case FrameNeed::person: return has_bit(bits, MentionKind::person);
        case FrameNeed::provision: return has_bit(bits, MentionKind::provision);
    }
    return true;
}

}  // namespace

std::string_view refusal(Discourse& discourse, Trigger const& trigger) {
    ReportView const& view = discourse.view();
    TokenRange const clause = clause_around(view, trigger);
    if (!need_met(view, trigger, clause)) return "need";
    // Ambiguous words far from any court, police or law tell of something else.
    if (trigger.frame->weak != 0 && discourse.legal_around(trigger.sentence, far_context) == 0) return "context";
    if (trigger.verb.negated) return "negated";
    if (trigger.verb.demanded) return "demanded";
    return {};
}

void add_trigger_features(FeatureList& features, Discourse& discourse, Trigger const& trigger,
                          TriggerContext const& context) {
    TriggerFeatures all(features, discourse, trigger, context);
    all.add_place();
    all.add_person();
}

void add_person_of_trigger(FeatureList& features, Discourse& discourse, Trigger const& trigger,
                           TriggerContext const& context) {
    TriggerFeatures(features, discourse, trigger, context).add_person();
}

void add_place_of_trigger(FeatureList& features, Discourse& discourse, Trigger const& trigger) {
    TriggerFeatures(features, discourse, trigger, {}).add_place();
}

}  // namespace salname
