// Tables for names, made once from the name pack: sounds, what is written for what, structure words, case endings.
// Immutable; share it freely between threads.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "packs/name_pack.h"

namespace salname::linking {

using Sound = std::uint8_t;  // index of a symbol; no_sound = none
inline constexpr std::size_t most_sounds = 64;
inline constexpr Sound no_sound = 255;

enum class Part : std::uint8_t { name, title, particle, joined, son, daughter, son_of, daughter_of, place_noun };
enum class Gender : std::uint8_t { unknown, man, woman };

// A word in lower case: its letters, and as text.
struct LowerWord {
    std::array<char32_t, 64> letters;  // NOLINT: only the first `size` are read
    std::size_t size = 0;
    std::array<char, 256> bytes;  // NOLINT: likewise
    std::size_t byte_count = 0;
    bool latin = false;

    explicit LowerWord(std::string_view word);
    [[nodiscard]] std::string_view text() const { return {bytes.data(), byte_count}; }
};

class NameKnowledge {
public:
    // Faults name what in the pack makes no sense together, e.g. a score of a symbol that is none.
    [[nodiscard]] static tl::expected<NameKnowledge, std::vector<Fault>> from(NamePack const& pack);

    // Sounds of one word, as many as there is room for; gives their number.
    std::size_t sounds_of(LowerWord const& word, std::span<Sound> out) const;

    // Log-odds in hundredths of a nat.
    [[nodiscard]] int score(Sound a, Sound b) const { return pairs_[a][b]; }
    [[nodiscard]] int dropped(Sound a) const { return dropped_[a]; }
    // Two sounds that have scores of their own together go by one number, from 64 on; 0: they have none.
    using Group = std::uint8_t;
    [[nodiscard]] Group group_of(Sound a1, Sound a2) const { return group_of_[a1][a2]; }
    // Of a group with a group or a single sound; no_group when it has no score.
    static constexpr int no_group = -30000;
    [[nodiscard]] int group_score(Group a, Group b) const { return group_scores_[a * group_count_ + b]; }

    // Sounds that are never written for those of another class. 64 bits at most, 0 for vowels and the like.
    [[nodiscard]] std::uint64_t class_bit(Sound a) const { return class_bits_[a]; }
    [[nodiscard]] char symbol_letter(Sound a) const { return symbols_[a].empty() ? '?' : symbols_[a][0]; }

    [[nodiscard]] Part part_of(LowerWord const& word) const;
    [[nodiscard]] bool is_patronymic(std::string_view lower, Gender& gender) const;
    [[nodiscard]] Gender gender_of(std::string_view lower) const;
    // Dictionary forms that the word may be a case form of; appends them.
    void base_forms(std::string_view lower, std::vector<std::string>& out) const;
    // What is left of a family name without an ending that comes and goes; appends it.
    void family_stems(std::string_view lower, std::vector<std::string>& out) const;
    // Nouns that the word may be the adjective of, as in the names of districts.
    void place_forms(std::string_view lower, std::vector<std::string>& out) const;

    [[nodiscard]] std::vector<NameExample> const& examples() const { return examples_; }

private:
    class Making;

    struct Unit {
        std::u32string letters;
        Sound sound = no_sound;
    };

    [[nodiscard]] std::vector<Unit> const& units_at(char32_t letter) const;
    [[nodiscard]] std::size_t cut(std::u32string_view letters, std::span<Sound> out) const;

    std::vector<std::string> symbols_;
    std::vector<std::vector<Unit>> units_;              // those that begin with one letter, longest first
    std::array<std::uint16_t, 0x600> units_of_{};       // letter → place in units_, 0 = none
    std::unordered_map<char32_t, std::uint16_t> rare_;  // the same for other letters
    std::array<std::array<Sound, most_sounds + 1>, most_sounds> context_{};
    std::array<std::array<std::int16_t, most_sounds>, most_sounds> pairs_{};
    std::array<std::int16_t, most_sounds> dropped_{};
    std::array<std::uint64_t, most_sounds> class_bits_{};
    std::array<std::array<Group, most_sounds>, most_sounds> group_of_{};
    std::size_t group_count_ = most_sounds;
    std::vector<std::int16_t> group_scores_;        // square
    std::unordered_map<std::string, Part> parts_;   // by folded word
    std::array<std::uint32_t, 64> part_lengths_{};  // by first letter: bits of the lengths in letters
    std::vector<std::pair<std::string, Gender>> patronymic_endings_;
    std::vector<std::pair<std::string, Gender>> gender_endings_;  // longest first
    std::vector<CaseEnding> endings_;
    std::vector<std::string> fleeting_;
    std::vector<std::string> place_adjectives_;
    std::vector<std::string> family_endings_;
    std::vector<NameExample> examples_;
};

// Lower case, composed, without touching diacritics: what sounds and endings are told by.
[[nodiscard]] std::string lower(std::string_view text);

}  // namespace salname::linking
