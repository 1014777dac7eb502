#include "linking/word_likeness.h"

#include <algorithm>
#include <bit>

#include "text/utf8.h"

namespace salname::linking {

double aligned(NameKnowledge const& k, std::span<Sound const> a, std::span<Sound const> b, int both) {
    if (both <= 0) return 0;
    std::array<std::array<int, longest_whole + 1>, 3> rows;        // NOLINT: every cell is written before it is read
    std::array<NameKnowledge::Group, longest_whole + 1> groups_b;  // NOLINT: likewise
    for (std::size_t j = 2; j <= b.size(); ++j) groups_b[j] = k.group_of(b[j - 2], b[j - 1]);
    rows[0][0] = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) rows[0][j] = rows[0][j - 1] + k.dropped(b[j - 1]);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        auto const& above = rows[(i + 2) % 3];
        auto const& second = rows[(i + 1) % 3];
        Sound const own = a[i - 1];
        int const own_dropped = k.dropped(own);
        NameKnowledge::Group const group = i > 1 ? k.group_of(a[i - 2], own) : NameKnowledge::Group{0};
        row[0] = above[0] + own_dropped;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            Sound const other = b[j - 1];
            int best = std::max(above[j] + own_dropped, row[j - 1] + k.dropped(other));
            best = std::max(best, above[j - 1] + k.score(own, other));
            NameKnowledge::Group const other_group = j > 1 ? groups_b[j] : NameKnowledge::Group{0};
            if (group != 0) best = std::max(best, second[j - 1] + k.group_score(group, other));
            if (other_group != 0) best = std::max(best, above[j - 2] + k.group_score(own, other_group));
            if (group != 0 && other_group != 0)
                best = std::max(best, second[j - 2] + k.group_score(group, other_group));
            row[j] = best;
        }
    }
    return std::min(1.0, 2.0 * rows[a.size() % 3][b.size()] / both);
}

constexpr int foreign_classes = 2;  // skeleton classes that two words of one sound may have apart

double likeness(NameKnowledge const& k, SoundForm const& a, SoundForm const& b) {
    if (a.size == 0 || b.size == 0) return 0;
    if (a.size == b.size && std::equal(a.sounds.begin(), a.sounds.begin() + a.size, b.sounds.begin())) return 1;
    int const foreign = std::popcount(a.classes ^ b.classes);
    if (foreign > foreign_classes || foreign > std::popcount(a.classes & b.classes)) return 0;
    if ((a.opening & b.opening) == 0 && a.opening != 0 && b.opening != 0) return 0;
    if (a.size > 2U * b.size + 1U || b.size > 2U * a.size + 1U) return 0;
    return aligned(k, {a.sounds.data(), a.size}, {b.sounds.data(), b.size}, a.self + b.self);
}

namespace {

// A word against what another may be a case form of; only words that are near already are worth the look.
double case_likeness(NameKnowledge const& k, NameWord const& written, NameWord const& base, bool place) {
    std::vector<std::string> forms;
    k.base_forms(written.lower(), forms);
    if (place) k.place_forms(written.lower(), forms);
    double best = 0;
    for (std::string const& form : forms)
        best = std::max(best, form == base.lower() ? 1 : likeness(k, form_of(k, form), base.form) - spelling_cost);
    return best;
}

// Endings change little: of all but the last sounds at most one may differ, or it is not worth the look.
bool share_stem(NameKnowledge const& k, SoundForm const& a, SoundForm const& b) {
    std::size_t const shorter = std::min(a.size, b.size);
    constexpr std::size_t ending = 2;
    if (shorter < 2 || ((a.opening & b.opening) == 0 && a.opening != 0 && b.opening != 0)) return false;
    std::size_t const stem = shorter > ending + 2 ? shorter - ending : 2;
    std::size_t apart = 0;
    for (std::size_t s = 0; s < stem; ++s)
        apart += a.sounds[s] != b.sounds[s] && k.score(a.sounds[s], b.sounds[s]) <= 0;
    return apart <= 1;
}

// Letters of a word, and how many must be written anew, left out, put in or swapped with a neighbour to make another of
// it (Damerau 1964).
struct Letters {
    std::array<char32_t, longest_text> letters;  // NOLINT: only the first `size` are read
    std::size_t size = 0;
    explicit Letters(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            auto const [point, bytes] = decode_utf8(text, at);
            letters[size++] = point;
            at += bytes;
        }
    }
};

std::size_t edits(Letters const& a, Letters const& b) {
    std::array<std::array<std::size_t, longest_text + 1>, 3> rows{};
    for (std::size_t j = 0; j <= b.size; ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= a.size; ++i) {
        auto& row = rows[i % 3];
        auto const& above = rows[(i + 2) % 3];
        auto const& second = rows[(i + 1) % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size; ++j) {
            bool const same = a.letters[i - 1] == b.letters[j - 1];
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0U : 1U)});
            bool const swapped =
                i > 1 && j > 1 && a.letters[i - 1] == b.letters[j - 2] && a.letters[i - 2] == b.letters[j - 1];
            if (swapped) row[j] = std::min(row[j], second[j - 2] + 1);
        }
    }
    return rows[a.size % 3][b.size];
}

// One letter amiss in a word that is long enough to be known all the same.
constexpr double slip_likeness = 0.5;
bool is_slip(NameWord const& a, NameWord const& b) {
    constexpr std::uint8_t long_enough = 5;
    int const sizes = a.text_size - b.text_size;
    if (a.text_size < long_enough || b.text_size < long_enough || sizes > 2 || sizes < -2) return false;
    // One letter is of one class, or of two when it stands for another; at one end at least nothing is amiss.
    if (std::popcount(a.form.classes ^ b.form.classes) > 2) return false;
    bool const begin = a.text[0] == b.text[0] && a.text[1] == b.text[1];
    bool const end =
        a.text[a.text_size - 1U] == b.text[b.text_size - 1U] && a.text[a.text_size - 2U] == b.text[b.text_size - 2U];
    if (!begin && !end) return false;
    return edits(Letters(a.lower()), Letters(b.lower())) == 1;
}

// Of words in an alphabet whose sounds no pack tells.
double letter_likeness(NameWord const& a, NameWord const& b) {
    Letters const left(a.lower());
    Letters const right(b.lower());
    std::size_t const longer = std::max(left.size, right.size);
    if (longer == 0) return 0;
    return std::max(0.0, 1 - 2 * static_cast<double>(edits(left, right)) / static_cast<double>(longer));
}

}  // namespace

double word_likeness(NameKnowledge const& k, NameWord const& a, NameWord const& b, Setting setting, bool& case_form) {
    constexpr double nearly_equal = 0.93;  // a base form must be the other word, not one that resembles it
    constexpr double form_cost = 0.02;
    case_form = false;
    if (a.form.size == 0 && b.form.size == 0) return letter_likeness(a, b);
    double best = likeness(k, a.form, b.form);
    if (best >= 1) return a.lower() == b.lower() ? 1 : 1 - spelling_cost / 2;
    if (setting.several && best < slip_likeness && is_slip(a, b)) best = slip_likeness;
    if (!share_stem(k, a.form, b.form)) return best;
    double const in_case = std::max(case_likeness(k, a, b, setting.place), case_likeness(k, b, a, setting.place));
    constexpr double much_nearer = 0.3;  // or it explains most of what was apart
    constexpr double rather_alike = 0.65;
    bool const explains = setting.several && in_case >= rather_alike && in_case - best >= much_nearer;
    if ((in_case < nearly_equal && !explains) || in_case - form_cost <= best) return best;
    case_form = true;
    return in_case - form_cost;
}

}  // namespace salname::linking
