#include "reading/discourse.h"

#include <algorithm>

namespace salname {

namespace {

constexpr std::size_t look_back = 60;  // mentions; keeps a list of a million names linear

// Phrases of the packs that belong to a word class.
void find_markers(ReportView const& view, TokenRange range, std::vector<Marker>& markers) {
    Vocabulary const& packs = view.packs;
    for (std::uint32_t t = range.first; t < range.last; ++t) {
        if (packs.words[view.report.tokens[t].word].starts_phrase == 0) continue;
        std::uint32_t node = 0;
        for (std::uint32_t i = t; i < range.last; ++i) {
            node = packs.next_node(node, view.report.tokens[i].word);
            if (node == 0) break;
            PhraseNode const& found = packs.phrase_nodes[node];
            for (std::uint32_t e = 0; e < found.entry_count; ++e) {
                Entry const& entry = packs.entries[packs.phrase_entries[found.first_entry + e]];
                if (entry.kind == static_cast<std::uint32_t>(EntryKind::marker))
                    markers.push_back({{t, i + 1}, static_cast<WordClass>(entry.value)});
            }
        }
    }
}

bool speaks_of_law(ReportView const& view, TokenRange range) {
    for (std::uint32_t t = range.first; t < range.last; ++t) {
        ClassSet const& c = view.packs.words[view.report.tokens[t].word].classes;
        if (c.has(WordClass::court_noun) || c.has(WordClass::police_noun) || c.has(WordClass::prison_noun) ||
            c.has(WordClass::lawyer))
            return true;
        std::uint32_t const m = view.mentions.at[t];
        if (m == no_index) continue;
        MentionKind const kind = view.mentions.all[m].kind;
        if (kind == MentionKind::provision || kind == MentionKind::charge || kind == MentionKind::term) return true;
    }
    return false;
}

}  // namespace

Discourse::Discourse(ReportView const& view)
    : accounts_of(view.people.all.size(), 0),
      types_of(view.people.all.size(), 0),
      view_(view),
      parts_(view.report.sentences.size()),
      in_title_(view.people.all.size(), 0) {
    for (std::uint32_t m = 0; m < view.mentions.all.size(); ++m) {
        Mention const& mention = view.mentions.all[m];
        if (mention.kind != MentionKind::person || view.people.of_mention[m] == no_index) continue;
        std::uint32_t const person = view.people.of_mention[m];
        named_.push_back({mention.tokens.first, person});
        std::uint32_t const block = view.report.sentences[view.report.sentence_of[mention.tokens.first]].block;
        if (view.report.blocks[block].kind == BlockKind::title) in_title_[person] = 1;
    }
    legal_.reserve(view.report.sentences.size() + 1);
    legal_.push_back(0);
    for (Sentence const& sentence : view.report.sentences)
        legal_.push_back(legal_.back() + speaks_of_law(view, sentence.tokens));
    first_match_.assign(view.report.sentences.size() + 1, 0);
    auto const sentence_of = [&](FrameMatch const& match) { return view.report.sentence_of[match.tokens.first]; };
    for (FrameMatch const& match : view.frames) ++first_match_[sentence_of(match) + 1];
    for (std::size_t s = 1; s < first_match_.size(); ++s) first_match_[s] += first_match_[s - 1];
    matches_.resize(view.frames.size());
    std::vector<std::uint32_t> next(first_match_.begin(), first_match_.end() - 1);
    for (std::uint32_t f = 0; f < view.frames.size(); ++f) matches_[next[sentence_of(view.frames[f])]++] = f;
    std::size_t most = 0;
    for (std::uint32_t p = 0; p < view.people.all.size(); ++p) {
        if (view.people.all[p].mentions.size() <= most) continue;
        most = view.people.all[p].mentions.size();
        main_person_ = p;
    }
}

std::uint32_t Discourse::legal_around(std::uint32_t sentence, std::uint32_t reach) const {
    std::uint32_t const first = sentence > reach ? sentence - reach : 0;
    auto const last = std::min(static_cast<std::uint32_t>(legal_.size()) - 1, sentence + reach + 1);
    return legal_[last] - legal_[first];
}

SentenceParts const& Discourse::parts(std::uint32_t sentence) {
    SentenceParts& parts = parts_[sentence];
    if (!parts.ready) {
        TokenRange const range = view_.report.sentences[sentence].tokens;
        parts.nominals = find_nominals(view_.report, view_.mentions, view_.people, view_.packs, range);
        find_markers(view_, range, parts.markers);
        parts.ready = true;
    }
    return parts;
}

Trigger Discourse::trigger(FrameMatch const& match) {
    Trigger trigger;
    trigger.match = match;
    trigger.frame = &view_.packs.frames[match.frame];
    trigger.sentence = view_.report.sentence_of[match.tokens.first];
    TokenRange const sentence = view_.report.sentences[trigger.sentence].tokens;
    trigger.verb = verb_group(view_.report, view_.mentions, view_.packs, match, sentence);
    trigger.fillers = find_fillers(view_.report, view_.packs, parts(trigger.sentence).nominals, match);
    return trigger;
}

bool Discourse::any(std::uint32_t sentence, TokenRange range, WordClass c) {
    for (std::uint32_t t = range.first; t < range.last; ++t)
        if (view_.has(t, c)) return true;
    for (Marker const& marker : parts(sentence).markers)
        if (marker.word_class == c && marker.tokens.overlaps(range)) return true;
    return false;
}

std::vector<std::uint32_t> Discourse::recent(std::uint32_t token, std::size_t limit) const {
    std::vector<std::uint32_t> people;
    auto const end = std::lower_bound(named_.begin(), named_.end(), token,
                                      [](Named const& named, std::uint32_t t) { return named.token < t; });
    std::size_t steps = 0;
    for (auto it = end; it != named_.begin() && people.size() < limit && steps < look_back; ++steps) {
        --it;
        if (std::find(people.begin(), people.end(), it->person) == people.end()) people.push_back(it->person);
    }
    return people;
}

std::vector<std::uint32_t> Discourse::named_within(TokenRange range, std::size_t limit) const {
    std::vector<std::uint32_t> people;
    auto it = std::lower_bound(named_.begin(), named_.end(), range.first,
                               [](Named const& named, std::uint32_t t) { return named.token < t; });
    std::size_t steps = 0;
    for (; it != named_.end() && it->token < range.last && people.size() < limit && steps < look_back; ++it, ++steps)
        if (std::find(people.begin(), people.end(), it->person) == people.end()) people.push_back(it->person);
    return people;
}

std::uint32_t Discourse::last_mention(std::uint32_t person, std::uint32_t token) const {
    auto const& mentions = view_.people.all[person].mentions;
    auto const end = std::lower_bound(mentions.begin(), mentions.end(), token, [&](std::uint32_t m, std::uint32_t t) {
        return view_.mentions.all[m].tokens.first < t;
    });
    return end == mentions.begin() ? no_index : view_.mentions.all[*(end - 1)].tokens.first;
}

}  // namespace salname
