#include "reading/clause.h"

#include <algorithm>

namespace salname {

namespace {

constexpr std::uint32_t group_reach = 7;   // tokens before the head that can belong to its verb group
constexpr std::uint32_t object_reach = 6;  // tokens after the trigger in which an object can stand

struct Classes {
    TokenizedReport const& report;
    Vocabulary const& packs;
    [[nodiscard]] bool operator()(std::uint32_t t, WordClass c) const {
        return packs.words[report.tokens[t].word].classes.has(c);
    }
};

bool has_form(Word const& word, std::uint8_t form) {
    return ((word.forms | word.other_forms) & form) != 0;
}

// Words before "to" that make the infinitive a plan, a demand or an attempt.
void read_governor(Classes const& has, std::uint32_t t, VerbGroup& group) {
    if (has(t, WordClass::intention)) group.intended = true;
    if (has(t, WordClass::demand)) group.demanded = true;
    if (has(t, WordClass::attempt)) group.attempted = true;
    if (has(t, WordClass::negation)) group.negated = true;
    if (has(t, WordClass::modal)) group.modal = true;
    if (has(t, WordClass::future)) group.future = true;
}

}  // namespace

VerbGroup verb_group(TokenizedReport const& report, Mentions const& mentions, Vocabulary const& packs,
                     FrameMatch const& match, TokenRange sentence) {
    Classes const has{report, packs};
    VerbGroup group;
    group.first = match.tokens.first;
    Word const& head = packs.words[report.tokens[match.head].word];
    bool be = false;
    bool infinitive = false;
    std::uint32_t others = 0;  // adverbs and other words without a class
    std::uint32_t t = match.tokens.first;
    while (t > sentence.first && match.tokens.first - t < group_reach) {
        --t;
        if (mentions.covering(t) != nullptr || report.tokens[t].mark != 0) break;
        bool const verbal = has(t, WordClass::be) || has(t, WordClass::have) || has(t, WordClass::auxiliary) ||
                            has(t, WordClass::modal) || has(t, WordClass::future) || has(t, WordClass::negation);
        if (verbal) {
            be = be || has(t, WordClass::be);
            group.perfect = group.perfect || has(t, WordClass::have);
            group.modal = group.modal || has(t, WordClass::modal);
            group.future = group.future || has(t, WordClass::future);
            group.negated = group.negated || has(t, WordClass::negation);
            group.first = t;
            others = 0;
            continue;
        }
        if (has(t, WordClass::infinitive_marker)) {
            infinitive = true;
            group.first = t;
            if (t > sentence.first) read_governor(has, t - 1, group);
            for (std::uint32_t back = 2; back <= 5 && t >= sentence.first + back; ++back) {
                if (report.tokens[t - back].mark != 0) break;
                if (has(t - back, WordClass::demand)) group.demanded = true;
                if (back <= 3 && has(t - back, WordClass::intention)) group.intended = true;
                if (back <= 3 && has(t - back, WordClass::negation)) group.negated = true;
            }
            break;
        }
        bool const stops = has(t, WordClass::preposition) || has(t, WordClass::determiner) || has(t, WordClass::who) ||
                           has(t, WordClass::he) || has(t, WordClass::she) || has(t, WordClass::they) ||
                           has(t, WordClass::conjunction) || has(t, WordClass::role);
        if (stops || ++others > 1) break;
    }
    bool const nominal = packs.frames[match.frame].nominal != 0;
    if (nominal)
        group.voice = Voice::noun;
    else if (be && has_form(head, form_participle))
        group.voice = Voice::passive;
    else if (infinitive)
        group.voice = Voice::infinitive;
    else if (has_form(head, form_gerund))
        group.voice = be ? Voice::active : Voice::gerund;
    else if (has_form(head, form_participle) && !group.perfect) {
        // Without auxiliary: "police arrested Ali" or "arrested on 3 May, Ali …"; an object tells them apart.
        std::uint32_t const next = match.tokens.last;
        bool const ends = next >= sentence.last || report.tokens[next].mark != 0 || has(next, WordClass::preposition);
        group.voice = ends ? Voice::participle : Voice::active;
    }
    return group;
}

namespace {

class FillerFinder {
public:
    FillerFinder(TokenizedReport const& report, Vocabulary const& packs, std::vector<Nominal> const& nominals,
                 FrameMatch const& match)
        : report_(report), packs_(packs), has_{report, packs}, nominals_(nominals), match_(match) {
        fillers_.fill(no_index);
    }

    Fillers find() {
        for (std::uint32_t n = 0; n < nominals_.size(); ++n) {
            Nominal const& nominal = nominals_[n];
            if (nominal.apposed) continue;
            if (nominal.tokens.last <= match_.tokens.first)
                before(n, nominal);
            else if (nominal.tokens.first >= match_.tokens.first)
                after(n, nominal);
        }
        return fillers_;
    }

private:
    void before(std::uint32_t n, Nominal const& nominal) {
        fillers_[near_left] = n;
        if (fillers_[first] == no_index && nominal.preposition == 0 && nominal.kind != NominalKind::possessive)
            fillers_[first] = n;
        bool const adjacent = touches(nominal.tokens.last);
        if (nominal.possessor) {
            if (adjacent) fillers_[possessor] = n;
            return;
        }
        if (nominal.preposition == 0) fillers_[subject] = n;
    }

    // Nothing but adjectives between the possessor and the trigger.
    [[nodiscard]] bool touches(std::uint32_t from) const {
        if (match_.tokens.first - from > 4) return false;
        for (std::uint32_t t = from; t < match_.tokens.first; ++t)
            if (report_.tokens[t].mark == ',' || report_.tokens[t].mark == '.' || has_(t, WordClass::preposition) ||
                has_(t, WordClass::be))
                return false;
        return true;
    }

    void after(std::uint32_t n, Nominal const& nominal) {
        bool const inside = nominal.tokens.first < match_.tokens.last;
        std::uint32_t const distance = inside ? 0 : nominal.tokens.first - match_.tokens.last;
        if (fillers_[near_right] == no_index) fillers_[near_right] = n;
        if (nominal.preposition != 0) {
            ClassSet const& c = packs_.words[nominal.preposition].classes;
            if (c.has(WordClass::agent_marker) && fillers_[by_phrase] == no_index && distance <= 14)
                fillers_[by_phrase] = n;
            if (c.has(WordClass::genitive_marker) && fillers_[of_phrase] == no_index && distance <= 8)
                fillers_[of_phrase] = n;
            if (!inside) return;
        }
        if (nominal.possessor && !inside && nominal.kind == NominalKind::possessive) return;
        if (fillers_[object] == no_index && (inside || (distance <= object_reach && clear(nominal.tokens.first))))
            fillers_[object] = n;
    }

    // No preposition, verb or clause mark between the trigger and the nominal.
    [[nodiscard]] bool clear(std::uint32_t to) const {
        for (std::uint32_t t = match_.tokens.last; t < to; ++t) {
            if (report_.tokens[t].mark == '.' || report_.tokens[t].mark == ';' || report_.tokens[t].mark == ',')
                return false;
            if (has_(t, WordClass::preposition) || has_(t, WordClass::be) || has_(t, WordClass::have) ||
                has_(t, WordClass::conjunction))
                return false;
        }
        return true;
    }

    TokenizedReport const& report_;
    Vocabulary const& packs_;
    Classes has_;
    std::vector<Nominal> const& nominals_;
    FrameMatch const& match_;
    Fillers fillers_{};
};

}  // namespace

Fillers find_fillers(TokenizedReport const& report, Vocabulary const& packs, std::vector<Nominal> const& nominals,
                     FrameMatch const& match) {
    return FillerFinder(report, packs, nominals, match).find();
}

}  // namespace salname
