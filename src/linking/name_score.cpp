#include "linking/name_score.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>

namespace salname::linking {

namespace {

constexpr double alike_from = 0.30;  // words less alike than this are not aligned
constexpr int foreign_classes = 3;   // skeleton classes that two words of one sound may have apart

struct Pairing {
    std::uint8_t a = 0;
    std::uint8_t b = 0;
    double likeness = 0;
    bool initial = false;
    bool case_form = false;
};

struct Alignment {
    std::array<Pairing, most_words> pairs{};
    std::size_t count = 0;
    bool patronymics_differ = false;
    double patronymic = -1;  // likeness, when both have one
    bool genders_differ = false;
};

// Best over the forms of the words; says whether it took a dictionary form.
double word_likeness(NameKnowledge const& k, NameWord const& a, NameWord const& b, bool& case_form) {
    case_form = false;
    double best = likeness(k, a.forms[0], b.forms[0]);
    if (best >= 1) return best;
    constexpr double form_cost = 0.02;
    for (std::size_t i = 0; i < a.form_count; ++i)
        for (std::size_t j = 0; j < b.form_count; ++j) {
            if ((i == 0) == (j == 0)) continue;  // one of the two is a case form
            double const with = likeness(k, a.forms[i], b.forms[j]) - form_cost;
            if (with <= best) continue;
            best = with;
            case_form = true;
        }
    return best;
}

bool begins_alike(NameKnowledge const& k, SoundForm const& initial, SoundForm const& word) {
    if (initial.size == 0 || word.size == 0) return false;
    return initial.sounds[0] == word.sounds[0] || k.score(initial.sounds[0], word.sounds[0]) > 0;
}

class Aligning {
public:
    Aligning(NameKnowledge const& k, ParsedName const& a, ParsedName const& b) : k_(k), a_(a), b_(b) {}

    Alignment align() {
        Alignment found;
        std::array<Pairing, most_words * most_words> all{};
        std::size_t size = 0;
        for (std::uint8_t i = 0; i < a_.count; ++i)
            for (std::uint8_t j = 0; j < b_.count; ++j)
                if (Pairing const pair = pairing(i, j); pair.likeness >= alike_from) all[size++] = pair;
        std::stable_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(size),
                         [](Pairing const& x, Pairing const& y) { return x.likeness > y.likeness; });
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
        if (a.kind == WordKind::patronymic || b.kind == WordKind::patronymic) return {i, j, 0, false, false};
        if (a.kind == WordKind::initial || b.kind == WordKind::initial) {
            constexpr double initial_likeness = 0.6;
            return {i, j, begins_alike(k_, a.forms[0], b.forms[0]) ? initial_likeness : 0, true, false};
        }
        Pairing pair{i, j, 0, false, false};
        pair.likeness = word_likeness(k_, a, b, pair.case_form);
        return pair;
    }

    void compare_patronymics(Alignment& found) const {
        for (std::size_t i = 0; i < a_.count; ++i)
            for (std::size_t j = 0; j < b_.count; ++j) {
                if (a_.words[i].kind != WordKind::patronymic || b_.words[j].kind != WordKind::patronymic) continue;
                // "Rashid oghlu" and "Rashidovich": the shorter is the father's name.
                SoundForm const& a = a_.words[i].forms[0];
                SoundForm const& b = b_.words[j].forms[0];
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

double score_of(Alignment const& found, ParsedName const& a, ParsedName const& b) {
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
    if (full == 0) return by_initials ? 0.3 : 0;
    // Words of the shorter name that nothing answers to.
    for (; full < fewer; ++full) worst = 0;
    double score = 0.5 * sum / static_cast<double>(full) + 0.5 * worst;
    constexpr double one_name = 0.78;   // a family name alone is never sure
    constexpr double initial_cap = 0.76;
    std::size_t const more = std::max(a.full_words, b.full_words);
    if (fewer <= 1 && more > 1) score *= by_initials ? initial_cap : one_name;
    // A third name that only one of them has.
    if (fewer >= 2 && more > fewer) score -= 0.03 * static_cast<double>(more - fewer);
    if (found.patronymic >= 0 && !found.patronymics_differ) score += 0.05 * found.patronymic;
    if (found.patronymics_differ) score = std::min(score, 0.35);
    if (found.genders_differ) score = std::min(score, 0.45);
    return std::clamp(score, 0.0, 1.0);
}

constexpr double bits_per_hundredth = 0.01 / 0.6931471805599453;

}  // namespace

double likeness(NameKnowledge const& k, SoundForm const& a, SoundForm const& b) {
    if (a.size == 0 || b.size == 0) return 0;
    if (a.size == b.size && std::equal(a.sounds.begin(), a.sounds.begin() + a.size, b.sounds.begin())) return 1;
    if (std::popcount(a.classes ^ b.classes) > foreign_classes) return 0;
    if (a.size > 2U * b.size + 1U || b.size > 2U * a.size + 1U) return 0;
    constexpr int never = -1000000;
    std::array<std::array<int, longest_word + 1>, 3> rows{};
    for (std::size_t i = 0; i <= a.size; ++i) {
        auto& row = rows[i % 3];
        auto const& above = rows[(i + 2) % 3];
        auto const& second = rows[(i + 1) % 3];
        for (std::size_t j = 0; j <= b.size; ++j) {
            if (i == 0 && j == 0) {
                row[0] = 0;
                continue;
            }
            int best = never;
            if (i > 0) best = std::max(best, above[j] + k.dropped(a.sounds[i - 1]));
            if (j > 0) best = std::max(best, row[j - 1] + k.dropped(b.sounds[j - 1]));
            if (i > 0 && j > 0) best = std::max(best, above[j - 1] + k.score(a.sounds[i - 1], b.sounds[j - 1]));
            bool const pair_a = i > 1 && k.begins_group(a.sounds[i - 2], a.sounds[i - 1]);
            bool const pair_b = j > 1 && k.begins_group(b.sounds[j - 2], b.sounds[j - 1]);
            if (pair_a && j > 0)
                best = std::max(best, second[j - 1] + k.group_score(a.sounds[i - 2], a.sounds[i - 1], b.sounds[j - 1], no_sound));
            if (pair_b && i > 0)
                best = std::max(best, above[j - 2] + k.group_score(a.sounds[i - 1], no_sound, b.sounds[j - 2], b.sounds[j - 1]));
            if (pair_a && pair_b)
                best = std::max(best, second[j - 2] + k.group_score(a.sounds[i - 2], a.sounds[i - 1], b.sounds[j - 2], b.sounds[j - 1]));
            row[j] = best;
        }
    }
    int const both = a.self + b.self;
    return both <= 0 ? 0 : std::min(1.0, 2.0 * rows[a.size % 3][b.size] / both);
}

double score_names(NameKnowledge const& knowledge, ParsedName const& a, ParsedName const& b) {
    // No word of one can sound like a word of the other: nothing of the skeletons is shared.
    if ((a.classes & b.classes) == 0 && a.classes != 0 && b.classes != 0) return 0;
    Alignment const found = Aligning(knowledge, a, b).align();
    return score_of(found, a, b);
}

NameComparison explain_names(NameKnowledge const& knowledge, std::string_view left, std::string_view right) {
    ParsedName const a = parse_name(knowledge, left);
    ParsedName const b = parse_name(knowledge, right);
    Alignment const found = Aligning(knowledge, a, b).align();
    NameComparison comparison;
    comparison.score = score_of(found, a, b);
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
        double const bits = pair.initial ? 1.0 : pair.likeness * 0.5 * (x.forms[0].self + y.forms[0].self) * bits_per_hundredth;
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
