// Grammatical and semantic classes that a language pack gives to words. The reader knows these classes,
// never the words: packs/languages/<code>/words.toml lists the members of each under the same name.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace salname {

enum class WordClass : std::uint8_t {
    // verbs and their company
    be, have, auxiliary, modal, future, negation, infinitive_marker, hypothetical, intention, demand,
    attempt, speech, belief, claim_noun,
    // small words
    preposition, agent_marker, genitive_marker, place_marker, source_marker, charge_marker, time_marker,
    determiner, conjunction, contrast, relative, comma_word,
    // pronouns
    he, she, they, him, her, them, his, hers, their, first_person, second_person, both, each, who,
    // people
    role, official, lawyer, kin, group, group_plural, title, name_particle, name_suffix, patronymic,
    given_male, given_female, surname, alias_marker, initials_marker, collective,
    // hedges
    hearsay, hedge, denial, unverified, again,
    // quantities and time
    number, ordinal, fraction, unit, month, weekday, day_part, relative_day, ago, next, last, this_,
    since, until, between, during, approximate, date_noun, season, era, holiday, age_marker, half,
    multiplier, each_one, after, before, later, earlier, same, early_mid_late, beginning_end, decade_word,
    // institutions
    court_noun, police_noun, institution_noun, place_noun, prison_noun, outlet_noun, authority_noun,
    // law
    article_marker, part_marker, law_noun, case_noun, statute_range,
    // layout
    update_mark, correction_mark, heading_word, abbreviation, dateline_word, not_a_name, demonym,
    // media
    post_noun, platform_noun, criticism, about, closing, clitic,
    versus,
    count_
};

inline constexpr std::size_t word_class_count = static_cast<std::size_t>(WordClass::count_);

inline constexpr std::array<std::string_view, word_class_count> word_class_names = {
    "be", "have", "auxiliary", "modal", "future", "negation", "infinitive_marker", "hypothetical", "intention",
    "demand", "attempt", "speech", "belief", "claim_noun",
    "preposition", "agent_marker", "genitive_marker", "place_marker", "source_marker", "charge_marker",
    "time_marker", "determiner", "conjunction", "contrast", "relative", "comma_word",
    "he", "she", "they", "him", "her", "them", "his", "hers", "their", "first_person", "second_person", "both",
    "each", "who",
    "role", "official", "lawyer", "kin", "group", "group_plural", "title", "name_particle", "name_suffix",
    "patronymic", "given_male", "given_female", "surname", "alias_marker", "initials_marker", "collective",
    "hearsay", "hedge", "denial", "unverified", "again",
    "number", "ordinal", "fraction", "unit", "month", "weekday", "day_part", "relative_day", "ago", "next",
    "last", "this", "since", "until", "between", "during", "approximate", "date_noun", "season", "era",
    "holiday", "age_marker", "half", "multiplier", "each_one", "after", "before", "later", "earlier", "same",
    "early_mid_late", "beginning_end", "decade_word",
    "court_noun", "police_noun", "institution_noun", "place_noun", "prison_noun", "outlet_noun",
    "authority_noun",
    "article_marker", "part_marker", "law_noun", "case_noun", "statute_range",
    "update_mark", "correction_mark", "heading_word", "abbreviation", "dateline_word", "not_a_name", "demonym",
    "post_noun", "platform_noun", "criticism", "about", "closing", "clitic",
    "versus",
};

[[nodiscard]] constexpr std::optional<WordClass> word_class_named(std::string_view name) {
    for (std::size_t i = 0; i < word_class_count; ++i)
        if (word_class_names[i] == name) return static_cast<WordClass>(i);
    return std::nullopt;
}

// A set of classes.
struct ClassSet {
    std::array<std::uint64_t, 3> bits{};

    constexpr void add(WordClass c) {
        auto const index = static_cast<std::size_t>(c);
        bits[index / 64] |= std::uint64_t{1} << (index % 64);
    }
    [[nodiscard]] constexpr bool has(WordClass c) const {
        auto const index = static_cast<std::size_t>(c);
        return ((bits[index / 64] >> (index % 64)) & 1U) != 0;
    }
    constexpr void add(ClassSet other) {
        for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
    }
    bool operator==(ClassSet const&) const = default;
};

static_assert(word_class_count <= 192);

// Forms of a lemma, as bits.
enum WordForm : std::uint8_t {
    form_base = 1, form_third = 2, form_past = 4, form_participle = 8, form_gerund = 16,
    form_singular = 32, form_plural = 64,
    form_verbal = form_base | form_third | form_past | form_participle | form_gerund,
    form_nominal = form_singular | form_plural,
    form_any = form_verbal | form_nominal,
};

}  // namespace salname
