#include "reading/frames.h"

#include <algorithm>
#include <optional>

namespace salname {

namespace {

class PatternMatcher {
public:
    PatternMatcher(TokenizedReport const& report, Mentions const& mentions, Vocabulary const& packs)
        : report_(report), mentions_(mentions), packs_(packs) {}

    // Matches pattern `number` from token `at`, within [at, end).
    std::optional<FrameMatch> match(std::uint32_t number, std::uint32_t at, std::uint32_t end) {
        Pattern const& pattern = packs_.patterns[number];
        steps_ = 0;
        head_ = at;
        auto const last = match_from(pattern, 0, at, end);
        if (!last) return std::nullopt;
        return FrameMatch{pattern.frame, number, {at, *last}, head_};
    }

private:
    // Backtracks over optional items and gaps; `steps_` bounds the work, so no input is slow.
    std::optional<std::uint32_t> match_from(Pattern const& pattern, std::uint32_t index, std::uint32_t at,
                                            std::uint32_t end) {
        if (index == pattern.element_count) return at;
        if (++steps_ > 400) return std::nullopt;
        Element const& element = packs_.elements[pattern.first_element + index];
        std::uint32_t token = at;
        for (std::uint32_t taken = 0; taken <= element.max; ++taken) {
            if (taken >= element.min) {
                std::uint32_t const kept_head = head_;
                if (index == pattern.head && token > at) head_ = at;
                if (auto const last = match_from(pattern, index + 1, token, end)) return last;
                head_ = kept_head;
            }
            if (taken == element.max || token >= end) break;
            std::uint32_t const next = item_end(element, token, end);
            if (next == token) break;
            token = next;
        }
        return std::nullopt;
    }

    // End of the item at `token` when it is one of the element's choices, else `token`.
    [[nodiscard]] std::uint32_t item_end(Element const& element, std::uint32_t token, std::uint32_t end) const {
        Word const& word = packs_.words[report_.tokens[token].word];
        Mention const* mention = mentions_.covering(token);
        for (std::uint32_t c = 0; c < element.choice_count; ++c) {
            Choice const& choice = packs_.choices[element.first_choice + c];
            switch (choice.kind) {
                case ChoiceKind::word:
                    if (report_.tokens[token].word == choice.value && !in_name(mention)) return token + 1;
                    break;
                case ChoiceKind::lemma:
                    if (in_name(mention)) break;
                    if (word.lemma == choice.value && (word.forms & choice.forms) != 0) return token + 1;
                    if (word.other_lemma == choice.value && (word.other_forms & choice.forms) != 0) return token + 1;
                    break;
                case ChoiceKind::word_class:
                    if (word.classes.has(static_cast<WordClass>(choice.value)) && !in_name(mention)) return token + 1;
                    break;
                case ChoiceKind::mention:
                    if (mention != nullptr && mention->tokens.first == token &&
                        static_cast<std::uint32_t>(mention->kind) == choice.value)
                        return std::min(mention->tokens.last, end);
                    break;
                case ChoiceKind::any:
                    if (report_.tokens[token].mark == ';') return token;
                    return mention != nullptr ? std::min(mention->tokens.last, end) : token + 1;
            }
        }
        return token;
    }

    static bool in_name(Mention const* mention) {
        return mention != nullptr && (mention->kind == MentionKind::person || mention->kind == MentionKind::outlet ||
                                      mention->kind == MentionKind::court);
    }

    TokenizedReport const& report_;
    Mentions const& mentions_;
    Vocabulary const& packs_;
    std::uint32_t steps_ = 0;
    std::uint32_t head_ = 0;
};

// Of matches of one type with the same head only the longest stays.
void keep_longest(std::vector<FrameMatch>& matches, std::size_t from, Vocabulary const& packs) {
    for (std::size_t i = from; i < matches.size(); ++i) {
        for (std::size_t j = matches.size() - 1; j > i; --j) {
            bool const same = packs.frames[matches[i].frame].type == packs.frames[matches[j].frame].type;
            if (!same) continue;
            bool const first_better = matches[i].tokens.size() > matches[j].tokens.size() ||
                                      (matches[i].tokens.size() == matches[j].tokens.size() &&
                                       packs.frames[matches[i].frame].weak <= packs.frames[matches[j].frame].weak);
            if (!first_better) std::swap(matches[i], matches[j]);
            matches.erase(matches.begin() + static_cast<std::ptrdiff_t>(j));
        }
    }
}

}  // namespace

std::vector<FrameMatch> match_frames(TokenizedReport const& report, Mentions const& mentions, Vocabulary const& packs) {
    std::vector<FrameMatch> matches;
    PatternMatcher matcher(report, mentions, packs);
    for (Sentence const& sentence : report.sentences) {
        for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
            std::size_t const from = matches.size();
            Word const& word = packs.words[report.tokens[t].word];
            for (std::uint32_t s = 0; s < word.start_count; ++s)
                if (auto const match = matcher.match(packs.starts[word.first_start + s], t, sentence.tokens.last))
                    matches.push_back(*match);
            std::uint32_t const m = mentions.at[t];
            if (m != no_index && mentions.all[m].tokens.first == t)
                for (std::uint32_t const number : packs.mention_starts)
                    if (auto const match = matcher.match(number, t, sentence.tokens.last)) matches.push_back(*match);
            if (matches.size() > from + 1) keep_longest(matches, from, packs);
        }
    }
    auto const in_body = [&](FrameMatch const& match) {
        BlockKind const kind = report.blocks[report.sentences[report.sentence_of[match.tokens.first]].block].kind;
        return kind != BlockKind::title && kind != BlockKind::heading;
    };
    std::stable_sort(matches.begin(), matches.end(),
                     [&](FrameMatch const& a, FrameMatch const& b) { return in_body(a) > in_body(b); });
    return matches;
}

}  // namespace salname
