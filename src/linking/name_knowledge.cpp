#include "linking/name_knowledge.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace salname::linking {

namespace {

std::u32string letters_of(std::string_view text) {
    std::u32string letters;
    for (std::size_t at = 0; at < text.size();) {
        auto const [point, size] = decode_utf8(text, at);
        letters += point;
        at += size;
    }
    return letters;
}

// Sounds that are often written for one another fall into one class.
std::size_t class_root(std::vector<std::size_t>& parents, std::size_t i) {
    while (parents[i] != i) i = parents[i] = parents[parents[i]];
    return i;
}

constexpr std::size_t longest_part = 30;  // letters of a structure word

std::size_t first_of(char32_t letter) {
    return fold_point(letter) % 64;
}

bool ends_with(std::string_view text, std::string_view ending) {
    return text.size() > ending.size() && text.ends_with(ending);
}

}  // namespace

LowerWord::LowerWord(std::string_view word) {
    for (std::size_t at = 0; at < word.size() && size < letters.size();) {
        auto const byte = static_cast<unsigned char>(word[at]);
        if (byte < 0x80) {
            bool const capital = byte >= 'A' && byte <= 'Z';
            auto const low = static_cast<char>(capital ? byte + ('a' - 'A') : byte);
            latin = latin || (low >= 'a' && low <= 'z');
            letters[size++] = static_cast<unsigned char>(low);
            bytes[byte_count++] = low;
            ++at;
            continue;
        }
        auto const [point, length] = decode_utf8(word, at);
        at += length;
        auto const low = static_cast<char32_t>(u_tolower(static_cast<UChar32>(point)));
        letters[size++] = low;
        std::string encoded;
        append_utf8(encoded, low);
        std::copy(encoded.begin(), encoded.end(), bytes.begin() + static_cast<std::ptrdiff_t>(byte_count));
        byte_count += encoded.size();
    }
}

std::string lower(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto const [point, size] = decode_utf8(text, at);
        at += size;
        append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(point))));
    }
    return out;
}

// Makes the tables step by step.
class NameKnowledge::Making {
public:
    explicit Making(NamePack const& pack) : pack_(pack) {}

    tl::expected<NameKnowledge, std::vector<Fault>> make() {
        k_.units_.emplace_back();  // of letters that nothing is known of
        add_units();
        add_contexts();
        if (k_.symbols_.size() >= most_sounds) {
            complain("sounds.toml: more than 63 symbols");
            return tl::unexpected(std::move(faults_));
        }
        add_scores();
        find_skeleton();
        add_words();
        if (!faults_.empty()) return tl::unexpected(std::move(faults_));
        return std::move(k_);
    }

private:
    void complain(std::string what) { faults_.push_back({FaultKind::invalid, std::move(what), {"names", 0, 0, -1}}); }

    Sound id_of(std::string const& symbol) {
        auto const [place, fresh] = ids_.emplace(symbol, static_cast<Sound>(k_.symbols_.size()));
        if (fresh) k_.symbols_.push_back(symbol);
        return place->second;
    }

    void add_units() {
        for (SoundUnit const& unit : pack_.units) {
            Unit made{letters_of(unit.letters), unit.symbol == "silent" ? no_sound : id_of(unit.symbol)};
            if (made.letters.empty()) {
                complain("sounds.toml: symbol '" + unit.symbol + "' has an empty form");
                continue;
            }
            char32_t const letter = made.letters[0];
            std::uint16_t& place = letter < k_.units_of_.size() ? k_.units_of_[letter] : k_.rare_[letter];
            if (place == 0) {
                place = static_cast<std::uint16_t>(k_.units_.size());
                k_.units_.emplace_back();
            }
            k_.units_[place].push_back(std::move(made));
        }
        for (auto& units : k_.units_)
            std::stable_sort(units.begin(), units.end(),
                             [](Unit const& a, Unit const& b) { return a.letters.size() > b.letters.size(); });
    }

    void add_contexts() {
        for (auto& row : k_.context_)
            for (auto& cell : row) cell = no_sound;
        for (SoundContext const& context : pack_.contexts) {
            Sound const from = id_of(context.symbol);
            Sound const to = id_of(context.becomes);
            for (std::string const& before : context.before) {
                std::size_t const next = before == "end" ? most_sounds : id_of(before);
                if (from < most_sounds && next <= most_sounds) k_.context_[from][next] = to;
            }
        }
    }

    void add_scores() {
        constexpr int unlikely = -400;
        for (auto& row : k_.pairs_) row.fill(unlikely);
        k_.dropped_.fill(unlikely);
        struct GroupScore {
            std::size_t a = 0;
            std::size_t b = 0;
            std::int16_t score = 0;
        };
        std::vector<GroupScore> groups;
        for (SoundScore const& s : pack_.scores) {
            std::array<Sound, 4> at{no_sound, no_sound, no_sound, no_sound};
            bool known = true;
            auto const place = [&](std::vector<std::string> const& group, std::size_t first) {
                for (std::size_t i = 0; i < group.size(); ++i) {
                    auto const found = ids_.find(group[i]);
                    known = known && found != ids_.end();
                    if (known) at[first + i] = found->second;
                }
            };
            place(s.left, 0);
            place(s.right, 2);
            if (!known) {
                complain("costs.tsv: a symbol that sounds.toml does not have; learn the scores again");
                break;
            }
            auto const value = static_cast<std::int16_t>(std::clamp(s.score, -3000, 3000));
            std::size_t const left = s.left.size();
            std::size_t const right = s.right.size();
            if (left == 1 && right == 1) {
                k_.pairs_[at[0]][at[2]] = k_.pairs_[at[2]][at[0]] = value;
            } else if (left + right == 1) {
                k_.dropped_[left == 1 ? at[0] : at[2]] = value;
            } else {
                groups.push_back({number_of(at[0], at[1]), number_of(at[2], at[3]), value});
            }
        }
        k_.group_scores_.assign(k_.group_count_ * k_.group_count_, NameKnowledge::no_group);
        for (GroupScore const& one : groups)
            k_.group_scores_[one.a * k_.group_count_ + one.b] = k_.group_scores_[one.b * k_.group_count_ + one.a] =
                one.score;
    }

    // Of a single sound (`b` = no_sound) or of two together.
    NameKnowledge::Group number_of(Sound a, Sound b) {
        if (b == no_sound) return a;
        NameKnowledge::Group& number = k_.group_of_[a][b];
        constexpr std::size_t most = 255;
        if (number == 0 && k_.group_count_ < most) number = static_cast<NameKnowledge::Group>(k_.group_count_++);
        if (number == 0) complain("costs.tsv: too many groups of sounds");
        return number;
    }

    // The skeleton: sounds that are costly to drop, in classes of those that are written for one another.
    void find_skeleton() {
        std::size_t const count = k_.symbols_.size();
        std::vector<std::size_t> parents(count);
        for (std::size_t i = 0; i < count; ++i) parents[i] = i;
        constexpr int often = -60;
        for (std::size_t a = 0; a < count; ++a)
            for (std::size_t b = 0; b < a; ++b)
                if (k_.pairs_[a][b] > often) parents[class_root(parents, a)] = class_root(parents, b);
        constexpr int cheap = -150;  // a sound that falls out more easily than this is no part of the skeleton
        std::vector<bool> soft(count);
        for (std::size_t a = 0; a < count; ++a)
            if (k_.dropped_[a] > cheap) soft[class_root(parents, a)] = true;
        for (std::size_t a = 0; a < count; ++a) {
            std::size_t const root = class_root(parents, a);
            k_.class_bits_[a] = soft[root] ? 0 : std::uint64_t{1} << root;
        }
    }

    void add_words() {
        auto const add_parts = [&](std::vector<std::string> const& words, Part part) {
            for (std::string const& word : words) {
                k_.parts_.emplace(fold(word), part);
                // Folding may change the number of letters by one.
                LowerWord const low(word);
                for (std::size_t size = low.size == 0 ? 0 : low.size - 1; size <= low.size + 1; ++size)
                    if (size <= longest_part) k_.part_lengths_[first_of(low.letters[0])] |= 1U << size;
            }
        };
        add_parts(pack_.sons, Part::son);
        add_parts(pack_.daughters, Part::daughter);
        add_parts(pack_.sons_of, Part::son_of);
        add_parts(pack_.daughters_of, Part::daughter_of);
        add_parts(pack_.titles, Part::title);
        add_parts(pack_.particles, Part::particle);
        add_parts(pack_.joined, Part::joined);
        add_parts(pack_.place_nouns, Part::place_noun);
        for (auto const& e : pack_.son_endings) k_.patronymic_endings_.emplace_back(lower(e), Gender::man);
        for (auto const& e : pack_.daughter_endings) k_.patronymic_endings_.emplace_back(lower(e), Gender::woman);
        for (auto const& g : pack_.genders) {
            k_.gender_endings_.emplace_back(lower(g.woman), Gender::woman);
            k_.gender_endings_.emplace_back(lower(g.man), Gender::man);
        }
        std::stable_sort(k_.gender_endings_.begin(), k_.gender_endings_.end(),
                         [](auto const& a, auto const& b) { return a.first.size() > b.first.size(); });
        k_.endings_ = pack_.endings;
        k_.family_endings_ = pack_.family_endings;
        k_.fleeting_ = pack_.fleeting_vowels;
        k_.place_adjectives_ = pack_.place_adjectives;
        std::stable_sort(k_.place_adjectives_.begin(), k_.place_adjectives_.end(),
                         [](auto const& a, auto const& b) { return a.size() > b.size(); });
        k_.examples_ = pack_.examples;
    }

    NamePack const& pack_;
    NameKnowledge k_;
    std::vector<Fault> faults_;
    std::map<std::string, Sound, std::less<>> ids_;
};

tl::expected<NameKnowledge, std::vector<Fault>> NameKnowledge::from(NamePack const& pack) {
    return Making(pack).make();
}

std::vector<NameKnowledge::Unit> const& NameKnowledge::units_at(char32_t letter) const {
    if (letter < units_of_.size()) return units_[units_of_[letter]];
    auto const found = rare_.find(letter);
    return units_[found == rare_.end() ? 0 : found->second];
}

std::size_t NameKnowledge::cut(std::u32string_view letters, std::span<Sound> out) const {
    std::size_t count = 0;
    for (std::size_t at = 0; at < letters.size() && count < out.size();) {
        std::size_t used = 1;
        for (Unit const& unit : units_at(letters[at])) {
            std::size_t const length = unit.letters.size();
            if (length > letters.size() - at) continue;
            std::size_t same = 1;  // the first is the same already
            while (same < length && unit.letters[same] == letters[at + same]) ++same;
            if (same < length) continue;
            if (unit.sound != no_sound) out[count++] = unit.sound;
            used = unit.letters.size();
            break;
        }
        at += used;
    }
    return count;
}

std::size_t NameKnowledge::sounds_of(LowerWord const& word, std::span<Sound> out) const {
    std::size_t const count = cut({word.letters.data(), word.size}, out);
    if (!word.latin || count < 2) return count;
    // From the front: each looks at its neighbour as it was written.
    for (std::size_t i = 0; i < count; ++i) {
        Sound const becomes = context_[out[i]][i + 1 < count ? out[i + 1] : most_sounds];
        if (becomes != no_sound) out[i] = becomes;
    }
    return count;
}

Part NameKnowledge::part_of(LowerWord const& word) const {
    if (word.size == 0 || word.size > longest_part) return Part::name;
    if (((part_lengths_[first_of(word.letters[0])] >> word.size) & 1U) == 0) return Part::name;
    auto const found = parts_.find(fold(word.text()));
    return found == parts_.end() ? Part::name : found->second;
}

bool NameKnowledge::is_patronymic(std::string_view low, Gender& gender) const {
    for (auto const& [ending, whose] : patronymic_endings_)
        if (ends_with(low, ending)) {
            gender = whose;
            return true;
        }
    return false;
}

Gender NameKnowledge::gender_of(std::string_view low) const {
    for (auto const& [ending, gender] : gender_endings_)
        if (ends_with(low, ending)) return gender;
    return Gender::unknown;
}

void NameKnowledge::family_stems(std::string_view low, std::vector<std::string>& out) const {
    constexpr std::size_t shortest = 4;  // bytes that must be left
    for (std::string const& ending : family_endings_)
        if (ends_with(low, ending) && low.size() - ending.size() >= shortest)
            out.emplace_back(low.substr(0, low.size() - ending.size()));
}

void NameKnowledge::place_forms(std::string_view low, std::vector<std::string>& out) const {
    for (std::string const& ending : place_adjectives_)
        if (ends_with(low, ending)) out.emplace_back(low.substr(0, low.size() - ending.size()));
}

void NameKnowledge::base_forms(std::string_view low, std::vector<std::string>& out) const {
    constexpr std::size_t shortest = 4;  // bytes that must be left
    auto const add = [&](std::string form) {
        if (form != low && std::find(out.begin(), out.end(), form) == out.end()) out.push_back(std::move(form));
    };
    for (CaseEnding const& ending : endings_) {
        if (!low.ends_with(ending.cut)) continue;
        std::string_view stem = low.substr(0, low.size() - ending.cut.size());
        bool apostrophe = false;
        if (ending.apostrophe)
            for (std::string_view const mark : {"'", "\u2019", "\u02BC"})
                if (stem.ends_with(mark)) {
                    stem.remove_suffix(mark.size());
                    apostrophe = true;
                }
        if (ending.apostrophe && !apostrophe && ending.cut.size() < 2) continue;
        if (stem.size() < shortest) continue;
        add(std::string(stem) + ending.put);
        if (!ending.put.empty()) continue;
        // A vowel that fell out before the ending stands before the last letter.
        std::size_t last = stem.size();
        while (last > 0 && (static_cast<unsigned char>(stem[last - 1]) & 0xC0U) == 0x80) --last;
        if (last <= 1) continue;
        for (std::string const& vowel : fleeting_)
            add(std::string(stem.substr(0, last - 1)) + vowel + std::string(stem.substr(last - 1)));
    }
}

}  // namespace salname::linking
