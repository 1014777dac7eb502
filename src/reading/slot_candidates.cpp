// Which stretches of text could fill a slot of a trigger.
#include <algorithm>

#include "reading/slots.h"

namespace salname {

namespace {

using KindSet = std::uint64_t;

constexpr KindSet set_of(std::initializer_list<MentionKind> kinds) {
    KindSet set = 0;
    for (MentionKind const kind : kinds) set |= KindSet{1} << static_cast<unsigned>(kind);
    return set;
}

struct Reach {
    KindSet kinds;
    std::uint32_t sentences_before;
    std::uint32_t sentences_after;
};

constexpr Reach reach_of(Slot slot) {
    using enum MentionKind;
    switch (slot) {
        case Slot::date: return {set_of({date}), 3, 1};
        case Slot::duration: return {set_of({duration}), 1, 2};
        case Slot::money: return {set_of({money}), 1, 1};
        case Slot::authority: return {set_of({court, organisation, person}), 1, 1};
        case Slot::place: return {set_of({place}), 2, 1};
        case Slot::source: return {set_of({person, outlet, organisation}), 1, 1};
        case Slot::platform: return {set_of({platform}), 1, 1};
        case Slot::target: return {set_of({head_of_state, person, organisation, outlet, country}), 1, 1};
        case Slot::provision: return {set_of({provision}), 1, 2};
        case Slot::charge: return {set_of({charge}), 1, 1};
        case Slot::count_: break;
    }
    return {0, 0, 0};
}

constexpr std::size_t candidate_limit = 14;

}  // namespace

std::uint32_t block_head(ReportView const& view, Block const& block) {
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t t = block.tokens.first; t < std::min(block.tokens.last, block.tokens.first + reach); ++t) {
        std::uint32_t const m = view.mentions.at[t];
        if (m == no_index) continue;
        std::uint32_t const after = view.mentions.all[m].tokens.last;
        char const mark = after < block.tokens.last ? view.report.tokens[after].mark : char{0};
        bool const closed = mark == '.' || mark == ':' || mark == '-' || mark == ',';
        return closed ? m : no_index;
    }
    return no_index;
}

namespace {

class CandidateFinder {
public:
    CandidateFinder(Discourse& discourse, Trigger const& trigger, Slot slot)
        : discourse_(discourse), view_(discourse.view()), trigger_(trigger), slot_(slot) {}

    std::vector<SlotCandidate> find() {
        Reach const reach = reach_of(slot_);
        add_sentence(trigger_.sentence, reach.kinds);
        auto const last = static_cast<std::uint32_t>(view_.report.sentences.size());
        for (std::uint32_t back = 1; back <= reach.sentences_before && back <= trigger_.sentence; ++back)
            add_sentence(trigger_.sentence - back, reach.kinds);
        for (std::uint32_t on = 1; on <= reach.sentences_after && trigger_.sentence + on < last; ++on)
            if (same_block(trigger_.sentence + on)) add_sentence(trigger_.sentence + on, reach.kinds);
        if (slot_ == Slot::place) add_block_head();
        if (slot_ == Slot::date || slot_ == Slot::place) add_lead();
        return std::move(candidates_);
    }

private:
    [[nodiscard]] bool same_block(std::uint32_t sentence) const {
        return view_.report.sentences[sentence].block == view_.report.sentences[trigger_.sentence].block;
    }

    // "— Minsk. …": an item of a digest stands under its place.
    void add_block_head() {
        Block const& block = view_.report.blocks[view_.report.sentences[trigger_.sentence].block];
        std::uint32_t const m = block_head(view_, block);
        if (m == no_index || view_.mentions.all[m].kind != MentionKind::place) return;
        bool const known = std::any_of(candidates_.begin(), candidates_.end(),
                                       [&](SlotCandidate const& candidate) { return candidate.mention == m; });
        if (!known) add_mention(m);
    }

    void add_sentence(std::uint32_t sentence, KindSet kinds) {
        if (candidates_.size() >= candidate_limit) return;
        TokenRange const range = view_.report.sentences[sentence].tokens;
        // Around the trigger in its own sentence, so that a sentence of a thousand dates stays cheap.
        TokenRange window = range;
        if (sentence == trigger_.sentence && range.size() > 160) {
            window.first =
                std::max(range.first, trigger_.match.tokens.first > 80 ? trigger_.match.tokens.first - 80 : 0);
            window.last = std::min(range.last, trigger_.match.tokens.last + 80);
        } else if (range.size() > 160) {
            window.last = range.first + 160;
        }
        for (std::uint32_t t = window.first; t < window.last && candidates_.size() < candidate_limit; ++t) {
            std::uint32_t const m = view_.mentions.at[t];
            if (m == no_index) continue;
            Mention const& mention = view_.mentions.all[m];
            if (mention.tokens.first == t && ((kinds >> static_cast<unsigned>(mention.kind)) & 1U) != 0) add_mention(m);
            t = mention.tokens.last - 1;
        }
        if (slot_ == Slot::authority || slot_ == Slot::source || slot_ == Slot::target) add_nominals(sentence, window);
        if (slot_ == Slot::charge) add_charges(sentence, window);
    }

    void add_mention(std::uint32_t m) {
        Mention const& mention = view_.mentions.all[m];
        SlotCandidate candidate{mention.tokens, m, {}};
        std::uint32_t const person = mention.kind == MentionKind::person ? view_.people.of_mention[m] : no_index;
        if (person != no_index)
            candidate.text = view_.people.all[person].name;
        else if (mention.entry != no_index && mention.kind != MentionKind::charge)
            candidate.text = view_.packs.string(view_.packs.entries[mention.entry].name);
        else
            candidate.text = view_.report.span_of(mention.tokens).of(view_.report.text);
        candidates_.push_back(std::move(candidate));
    }

    // Unnamed ones: "police", "his lawyer", "relatives", "the website".
    void add_nominals(std::uint32_t sentence, TokenRange window) {
        for (Nominal const& nominal : discourse_.parts(sentence).nominals) {
            if (candidates_.size() >= candidate_limit) return;
            bool const fits = nominal.mention == no_index &&
                              (nominal.kind == NominalKind::organisation || nominal.kind == NominalKind::official ||
                               nominal.kind == NominalKind::lawyer || nominal.kind == NominalKind::kin ||
                               nominal.kind == NominalKind::group);
            if (!fits || !window.overlaps(nominal.tokens)) continue;
            TokenRange core = nominal.tokens;
            while (core.first + 1 < core.last &&
                   (view_.has(core.first, WordClass::determiner) || view_.has(core.first, WordClass::clitic)))
                ++core.first;
            while (core.last > core.first + 1 && view_.has(core.last - 1, WordClass::clitic)) --core.last;
            widen(core);
            candidates_.push_back({core, no_index, std::string(view_.report.span_of(core).of(view_.report.text))});
        }
        if (slot_ != Slot::target) return;
        for (std::uint32_t t = window.first; t < window.last && candidates_.size() < candidate_limit; ++t)
            if (view_.has(t, WordClass::closing) && view_.mentions.at[t] == no_index) {
                TokenRange core{t, t + 1};
                widen(core);
                candidates_.push_back({core, no_index, std::string(view_.report.span_of(core).of(view_.report.text))});
            }
    }

    // "district police", "state television": plain words before the noun belong to it.
    void widen(TokenRange& core) const {
        TokenRange const sentence = view_.report.sentences[view_.report.sentence_of[core.first]].tokens;
        for (int steps = 0; steps < 2 && core.first > sentence.first; ++steps) {
            std::uint32_t const t = core.first - 1;
            Token const& token = view_.report.tokens[t];
            ClassSet const& c = view_.packs.words[token.word].classes;
            bool const plain = token.kind == PieceKind::word && view_.mentions.at[t] == no_index &&
                               !c.has(WordClass::determiner) && !c.has(WordClass::preposition) &&
                               !c.has(WordClass::conjunction) && !c.has(WordClass::be) && !c.has(WordClass::have) &&
                               !c.has(WordClass::relative) && !c.has(WordClass::speech) &&
                               !c.has(WordClass::contrast) && !c.has(WordClass::his) && !c.has(WordClass::hers) &&
                               !c.has(WordClass::their) && !c.has(WordClass::infinitive_marker) &&
                               !c.has(WordClass::again) && !c.has(WordClass::modal) && !c.has(WordClass::clitic) &&
                               (view_.packs.words[token.word].forms & form_verbal) == 0;
            if (!plain) return;
            core.first = t;
        }
    }

    // "on charges of …", "for …", and brackets after a provision: text up to the end of the phrase.
    void add_charges(std::uint32_t sentence, TokenRange window) {
        for (Marker const& marker : discourse_.parts(sentence).markers)
            if (marker.word_class == WordClass::charge_marker && window.overlaps(marker.tokens))
                add_phrase(marker.tokens.last, window.last);
        for (std::uint32_t t = window.first; t + 1 < window.last; ++t) {
            if (view_.has(t, WordClass::charge_marker)) add_phrase(t + 1, window.last);
            std::uint32_t const m = view_.mentions.at[t];
            bool const bracket = m != no_index && view_.mentions.all[m].kind == MentionKind::provision &&
                                 view_.mentions.all[m].tokens.last < window.last &&
                                 view_.report.tokens[view_.mentions.all[m].tokens.last].mark == '(';
            if (bracket) {
                add_phrase(view_.mentions.all[m].tokens.last + 1, window.last);
                t = view_.mentions.all[m].tokens.last;
            }
        }
    }

    void add_phrase(std::uint32_t from, std::uint32_t limit) {
        std::uint32_t end = from;
        bool const quoted = from < limit && view_.report.tokens[from].mark == '"';
        if (quoted) ++from, ++end;
        for (; end < limit && end - from < 16; ++end) {
            Token const& token = view_.report.tokens[end];
            if (quoted ? token.mark == '"' : stops_phrase(end)) break;
        }
        while (end > from && (view_.report.tokens[end - 1].mark == ',' || view_.has(end - 1, WordClass::conjunction)))
            --end;
        while (from < end && view_.has(from, WordClass::determiner)) ++from;
        if (end <= from || candidates_.size() >= candidate_limit) return;
        for (SlotCandidate const& known : candidates_)
            if (known.tokens.overlaps({from, end})) return;
        std::string text(view_.report.span_of({from, end}).of(view_.report.text));
        std::replace(text.begin(), text.end(), '\n', ' ');
        candidates_.push_back({{from, end}, no_index, std::move(text)});
    }

    [[nodiscard]] bool stops_phrase(std::uint32_t t) const {
        Token const& token = view_.report.tokens[t];
        if (token.mark == '.' || token.mark == ';' || token.mark == '(' || token.mark == ')' || token.mark == ':' ||
            token.mark == '"')
            return true;
        if (token.mark == '-' && !token.glued()) return true;
        ClassSet const& c = view_.packs.words[token.word].classes;
        if (c.has(WordClass::be) || c.has(WordClass::have) || c.has(WordClass::who) || c.has(WordClass::contrast) ||
            c.has(WordClass::article_marker))
            return true;
        std::uint32_t const m = view_.mentions.at[t];
        if (m == no_index) return false;
        MentionKind const kind = view_.mentions.all[m].kind;
        return kind == MentionKind::date || kind == MentionKind::duration || kind == MentionKind::court ||
               kind == MentionKind::provision || kind == MentionKind::money;
    }

    // The date or place that opens the block (chronologies) or the report (datelines).
    void add_lead() {
        for (std::uint32_t const b : {view_.report.sentences[trigger_.sentence].block, 0U}) {
            TokenRange const tokens = view_.report.blocks[b].tokens;
            for (std::uint32_t t = tokens.first; t < std::min(tokens.last, tokens.first + 6); ++t) {
                std::uint32_t const m = view_.mentions.at[t];
                if (m == no_index) continue;
                bool const fits =
                    ((reach_of(slot_).kinds >> static_cast<unsigned>(view_.mentions.all[m].kind)) & 1U) != 0;
                bool const known = std::any_of(candidates_.begin(), candidates_.end(),
                                               [&](SlotCandidate const& c) { return c.mention == m; });
                if (fits && !known) add_mention(m);
            }
        }
    }

    Discourse& discourse_;
    ReportView const& view_;
    Trigger const& trigger_;
    Slot slot_;
    std::vector<SlotCandidate> candidates_;
};

}  // namespace

std::vector<SlotCandidate> slot_candidates(Discourse& discourse, Trigger const& trigger, Slot slot) {
    return CandidateFinder(discourse, trigger, slot).find();
}

}  // namespace salname
