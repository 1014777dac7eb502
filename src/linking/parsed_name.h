// A name taken apart: given and family names, patronymic, initials; each word as sounds. A value of fixed size.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "linking/name_knowledge.h"
#include "text/span.h"

namespace salname::linking {

inline constexpr std::size_t longest_word = 20;  // sounds
inline constexpr std::size_t most_words = 6;
inline constexpr std::size_t longest_text = 48;  // bytes of a word that are kept for its endings

enum class WordKind : std::uint8_t { name, patronymic, initial };

struct SoundForm {
    std::array<Sound, longest_word> sounds{};
    std::uint8_t size = 0;
    std::int16_t self = 0;      // score against itself
    std::uint64_t classes = 0;  // bits of its skeleton's sounds
    std::uint64_t opening = 0;  // of the first two of them
};

struct NameWord {
    SoundForm form;
    std::array<char, longest_text> text{};  // lower case; empty when it is longer
    std::uint8_t text_size = 0;
    WordKind kind = WordKind::name;
    Gender gender = Gender::unknown;  // that its ending tells
    Span span;                        // in the name as written

    [[nodiscard]] std::string_view lower() const { return {text.data(), text_size}; }
};

struct ParsedName {
    std::array<NameWord, most_words> words;
    std::uint8_t count = 0;
    std::uint64_t classes = 0;        // of all names but initials
    Gender gender = Gender::unknown;  // by a patronymic or an ending
    std::uint8_t full_words = 0;      // names that are no initials and no patronymic
    bool place = false;               // a word says that it is one
};

[[nodiscard]] SoundForm form_of(NameKnowledge const& knowledge, std::string_view word);
[[nodiscard]] SoundForm form_of(NameKnowledge const& knowledge, LowerWord const& word);

[[nodiscard]] ParsedName parse_name(NameKnowledge const& knowledge, std::string_view name);

// Keys under which names that may be one person's meet: of any two words the first sound of one skeleton and the first
// three of the other, so that either may be spelled oddly behind its beginning. As many as there is room for.
[[nodiscard]] std::size_t block_keys(NameKnowledge const& knowledge, ParsedName const& name,
                                     std::span<std::uint64_t> keys);

}  // namespace salname::linking
