#include "linking/name_score.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "linking/word_likeness.h"

namespace salname::linking {

namespace {

constexpr double alike_from = 0.05;  // words less alike than this are not aligned

struct SoundString {
    std::array<Sound, longest_whole> sounds{};
    std::size_t size = 0;
    int self = 0;
    [[nodiscard]] std::span<Sound const> view() const { return {sounds.data(), size}; }
};

struct Pairing {
    std::uint8_t a;
    std::uint8_t b;
    bool initial;
    bool case_form;
    double likeness;
};

struct Alignment {
    std::array<Pairing, most_words> pairs;
    std::size_t count = 0;
    bool patronymics_differ = false;
    double patronymic = -1;  // likeness, when both have one
    bool genders_differ = false;
};

bool begins_alike(NameKnowledge const& k, SoundForm const& initial, SoundForm const& word) {
    if (initial.size == 0 || word.size == 0) return false;
    return initial.sounds[0] == word.sounds[0] || k.score(initial.sounds[0], word.sounds[0]) > 0;
}

class Aligning {
public:
    Aligning(NameKnowledge const& k, ParsedName const& a, ParsedName const& b) : k_(k), a_(a), b_(b) {}

    Alignment align() {
        Alignment found;
        std::array<Pairing, most_words * most_words> all;  // NOLINT: only the first `size` are read
        std::size_t size = 0;
        for (std::uint8_t i = 0; i < a_.count; ++i)
            for (std::uint8_t j = 0; j < b_.count; ++j)
                if (Pairing const pair = pairing(i, j); pair.likeness >= alike_from) all[size++] = pair;
        if (size == 0) return found;
        for (std::size_t p = 1; p < size; ++p)  // few: inserted one by one, in a stable order
            for (std::size_t q = p; q > 0 && all[q - 1].likeness < all[q].likeness; --q) std::swap(all[q - 1], all[q]);
        std::uint32_t used_a = 0;
        std::uint32_t used_b = 0;
        for (std::size_t p = 0; p < size; ++p) {
            Pairing const& pair = all[p];
            if (((used_a >> pair.a) & 1U) != 0 || ((used_b >> pair.b) & 1U) != 0) continue;
            used_a |= 1U << pair.a;
            used_b |= 1U << pair.b;
            found.pairs[found.count++] = pair;
        }
        compare_patronymics(found);
        compare_genders(found);
        return found;
    }

private:
    [[nodiscard]] Pairing pairing(std::uint8_t i, std::uint8_t j) const {
        NameWord const& a = a_.words[i];
        NameWord const& b = b_.words[j];
        if (a.kind == WordKind::patronymic || b.kind == WordKind::patronymic) return {i, j, false, false, 0};
        if (a.kind == WordKind::initial || b.kind == WordKind::initial) {
            constexpr double initial_likeness = 0.6;
            return {i, j, true, false, begins_alike(k_, a.form, b.form) ? initial_likeness : 0};
        }
        Pairing pair{i, j, false, false, 0};
        pair.likeness =
            word_likeness(k_, a, b, {a_.place || b_.place, a_.full_words > 1 && b_.full_words > 1}, pair.case_form);
        return pair;
    }

    void compare_patronymics(Alignment& found) const {
        for (std::size_t i = 0; i < a_.count; ++i)
            for (std::size_t j = 0; j < b_.count; ++j) {
                if (a_.words[i].kind != WordKind::patronymic || b_.words[j].kind != WordKind::patronymic) continue;
                // "Rashid oghlu" and "Rashidovich": the shorter is the father's name.
                SoundForm const& a = a_.words[i].form;
                SoundForm const& b = b_.words[j].form;
                SoundForm shorter = a.size <= b.size ? a : b;
                SoundForm longer = a.size <= b.size ? b : a;
                double best = likeness(k_, a, b);
                if (longer.size > shorter.size) {
                    SoundForm stem = longer;
                    stem.size = shorter.size;
                    int self = 0;
                    for (std::size_t s = 0; s < stem.size; ++s) self += k_.score(stem.sounds[s], stem.sounds[s]);
                    stem.self = static_cast<std::int16_t>(self);
                    best = std::max(best, likeness(k_, shorter, stem));
                }
                found.patronymic = best;
                constexpr double father_differs = 0.5;
                found.patronymics_differ = best < father_differs;
            }
    }

    // An ending of a woman's name in one and of a man's in the other; unless one of them stands in a case.
    void compare_genders(Alignment& found) const {
        if (a_.full_words < 2 || b_.full_words < 2) return;  // of a given name alone an ending may be a case
        for (std::size_t p = 0; p < found.count; ++p) {
            Pairing const& pair = found.pairs[p];
            Gender const a = a_.words[pair.a].gender;
            Gender const b = b_.words[pair.b].gender;
            if (a == Gender::unknown || b == Gender::unknown || a == b) continue;
            bool other_in_case = false;
            for (std::size_t q = 0; q < found.count; ++q)
                other_in_case = other_in_case || (q != p && found.pairs[q].case_form);
            found.genders_differ = found.genders_differ || !other_in_case;
        }
    }

    NameKnowledge const& k_;
    ParsedName const& a_;
    ParsedName const& b_;
};

// All words as one: "VladimirPutin".
double joined_likeness(NameKnowledge const& k, ParsedName const& a, ParsedName const& b) {
    std::array<SoundString, 2> whole{};
    ParsedName const* names[] = {&a, &b};
    for (std::size_t n = 0; n < 2; ++n)
        for (std::size_t w = 0; w < names[n]->count; ++w)
            for (std::size_t s = 0; s < names[n]->words[w].form.size && whole[n].size < whole[n].sounds.size(); ++s) {
                Sound const sound = names[n]->words[w].form.sounds[s];
                whole[n].sounds[whole[n].size++] = sound;
                whole[n].self += k.score(sound, sound);
            }
    if (whole[0].size < 5 || whole[1].size < 5 || whole[0].sounds[0] != whole[1].sounds[0]) return 0;
    return aligned(k, whole[0].view(), whole[1].view(), whole[0].self + whole[1].self);
}

// The one word of a name that nothing in the other name resembles; most_words: there is none, or several.
std::size_t left_over(ParsedName const& name, std::uint32_t answered) {
    std::size_t found = most_words;
    for (std::size_t w = 0; w < name.count; ++w) {
        if (((answered >> w) & 1U) != 0 || name.words[w].kind != WordKind::name) continue;
        if (found != most_words) return most_words;
        found = w;
    }
    return found;
}

// All is alike but one word of each, and these differ only by endings that families took on or put off.
bool family_changed(NameKnowledge const& k, Alignment const& found, ParsedName const& a, ParsedName const& b) {
    constexpr double alike = 0.8;
    constexpr double same_stem = 0.93;
    std::uint32_t answered_a = 0;
    std::uint32_t answered_b = 0;
    for (std::size_t p = 0; p < found.count; ++p) {
        Pairing const& pair = found.pairs[p];
        if (pair.initial || pair.likeness < alike) continue;
        answered_a |= 1U << pair.a;
        answered_b |= 1U << pair.b;
    }
    std::size_t const left = left_over(a, answered_a);
    std::size_t const right = left_over(b, answered_b);
    if (answered_a == 0 || left == most_words || right == most_words) return false;
    std::vector<std::string> stems_a{std::string(a.words[left].lower())};
    std::vector<std::string> stems_b{std::string(b.words[right].lower())};
    k.family_stems(a.words[left].lower(), stems_a);
    k.family_stems(b.words[right].lower(), stems_b);
    for (std::string const& x : stems_a)
        for (std::string const& y : stems_b)
            if (likeness(k, form_of(k, x), form_of(k, y)) >= same_stem) return true;
    return false;
}

double score_of(NameKnowledge const& k, Alignment const& found, ParsedName const& a, ParsedName const& b) {
    std::size_t const fewer = std::min<std::size_t>(a.full_words, b.full_words);
    std::size_t full = 0;
    double sum = 0;
    double worst = 1;
    bool by_initials = false;
    for (std::size_t p = 0; p < found.count; ++p) {
        double const value = std::clamp(found.pairs[p].likeness, 0.0, 1.0);
        if (found.pairs[p].initial) {
            by_initials = true;
            continue;
        }
        ++full;
        sum += value;
        worst = std::min(worst, value);
    }
    double joined = 0;
    if (a.count != b.count && !by_initials) {
        constexpr double nearly = 0.9;
        joined = joined_likeness(k, a, b);
        joined = joined > nearly ? joined - spelling_cost : 0;
    }
    if (full == 0) return by_initials ? 0.3 : joined;
    // Words of the shorter name that nothing answers to.
    for (; full < fewer; ++full) worst = 0;
    double score = 0.5 * sum / static_cast<double>(full) + 0.5 * worst;
    constexpr double one_name = 0.60;  // a family name alone is never sure
    constexpr double initial_cap = 0.62;
    std::size_t const more = std::max(a.full_words, b.full_words);
    if (fewer <= 1 && more > 1) score *= by_initials ? initial_cap : one_name;
    // A third name that only one of them has.
    if (fewer >= 2 && more > fewer) score -= 0.03 * static_cast<double>(more - fewer);
    if (found.patronymic >= 0 && !found.patronymics_differ) score += 0.05 * found.patronymic;
    score = std::max(score, joined);
    constexpr double changed_family = 0.5;  // worth a question
    if (score < changed_family && family_changed(k, found, a, b)) score = changed_family;
    if (found.patronymics_differ) score = std::min(score, 0.35);
    if (found.genders_differ) score = std::min(score, 0.45);
    return std::clamp(score, 0.0, 1.0);
}

constexpr double bits_per_hundredth = 0.01 / 0.6931471805599453;

}  // namespace

double score_names(NameKnowledge const& knowledge, ParsedName const& a, ParsedName const& b) {
    // No word of one can sound like a word of the other: nothing of the skeletons is shared.
    if ((a.classes & b.classes) == 0 && a.classes != 0 && b.classes != 0) return 0;
    Alignment const found = Aligning(knowledge, a, b).align();
    return score_of(knowledge, found, a, b);
}

NameComparison explain_names(NameKnowledge const& knowledge, std::string_view left, std::string_view right) {
    ParsedName const a = parse_name(knowledge, left);
    ParsedName const b = parse_name(knowledge, right);
    Alignment const found = Aligning(knowledge, a, b).align();
    NameComparison comparison;
    comparison.score = score_of(knowledge, found, a, b);
    comparison.verdict = verdict_of(comparison.score);
    std::uint32_t used_a = 0;
    std::uint32_t used_b = 0;
    for (std::size_t p = 0; p < found.count; ++p) {
        Pairing const& pair = found.pairs[p];
        NameWord const& x = a.words[pair.a];
        NameWord const& y = b.words[pair.b];
        used_a |= 1U << pair.a;
        used_b |= 1U << pair.b;
        char number[32];
        std::snprintf(number, sizeof number, "%.2f", pair.likeness);
        std::string what = std::string(x.span.of(left)) + " ~ " + std::string(y.span.of(right)) + " " + number;
        if (pair.initial) what += " (initial)";
        if (pair.case_form) what += " (case form)";
        double const bits = pair.initial ? 1.0 : pair.likeness * 0.5 * (x.form.self + y.form.self) * bits_per_hundredth;
        comparison.evidence.push_back({std::move(what), bits});
    }
    auto const unanswered = [&](ParsedName const& name, std::string_view text, std::uint32_t used) {
        for (std::size_t w = 0; w < name.count; ++w)
            if (((used >> w) & 1U) == 0 && name.words[w].kind == WordKind::name)
                comparison.evidence.push_back({std::string(name.words[w].span.of(text)) + " ~ –", -1});
    };
    unanswered(a, left, used_a);
    unanswered(b, right, used_b);
    if (found.patronymics_differ) comparison.evidence.push_back({"veto: patronymics differ", -20});
    if (found.patronymic >= 0 && !found.patronymics_differ) comparison.evidence.push_back({"patronymics agree", 4});
    if (found.genders_differ) comparison.evidence.push_back({"veto: genders differ", -10});
    return comparison;
}

}  // namespace salname::linking
