// words.toml: classes of words and phrases, and the numbers that words stand for; verbs.toml: their forms.
#include <charconv>

#include "packs/pack_reader.h"

namespace salname {

namespace {

void read_classes(TomlSource& source, LexiconBuilder& lexicon) {
    toml::node const* node = source.root().get("class");
    if (node == nullptr) return;
    if (!node->is_table()) return source.complain(*node, "[class] must be a table");
    for (auto const& [key, list] : *node->as_table()) {
        auto const word_class = word_class_named(key.str());
        if (!word_class) {
            source.complain(list, "no word class '" + std::string(key.str()) + "'; see docs/formats/pack.md");
            continue;
        }
        for (auto const& item : source.texts(&list, key.str())) lexicon.add_class(item.text, *word_class);
    }
}

void read_values(TomlSource& source, LexiconBuilder& lexicon) {
    toml::node const* node = source.root().get("values");
    if (node == nullptr) return;
    if (!node->is_table()) return source.complain(*node, "[values] must be a table");
    for (auto const& [key, table] : *node->as_table()) {
        auto const word_class = word_class_named(key.str());
        if (!word_class || !table.is_table()) {
            source.complain(table, "no word class '" + std::string(key.str()) + "' with values");
            continue;
        }
        for (auto const& [number, forms] : *table.as_table()) {
            std::string_view const digits = number.str();
            int value = 0;
            auto const parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
            if (parsed.ec != std::errc{} || parsed.ptr != digits.data() + digits.size()) {
                source.complain(forms, "'" + std::string(digits) + "' must be a whole number");
                continue;
            }
            for (auto const& item : source.texts(&forms, digits))
                if (!lexicon.add_value(item.text, *word_class, value))
                    source.complain(item.line,
                                    "'" + item.text + "' is more than one word; only a word can have a value");
        }
    }
}

struct FormName {
    std::string_view name;
    std::uint8_t bit;
};

constexpr FormName form_names[] = {
    {"base", form_base},     {"third", form_third},       {"past", form_past},     {"participle", form_participle},
    {"gerund", form_gerund}, {"singular", form_singular}, {"plural", form_plural},
};

std::uint8_t form_bit(std::string_view name) {
    for (FormName const& form : form_names)
        if (form.name == name) return form.bit;
    return 0;
}

std::optional<Paradigm> read_paradigm(TomlSource& source, toml::node const& node) {
    toml::table const* table = node.as_table();
    if (table == nullptr) {
        source.complain(node, "a paradigm must be a table");
        return std::nullopt;
    }
    Paradigm paradigm;
    for (auto const& [key, value] : *table) {
        auto const ending = value.value_exact<std::string>();
        std::uint8_t const bit = form_bit(key.str());
        if (!ending || (bit == 0 && key.str() != "strip"))
            source.complain(value, "no form '" + std::string(key.str()) + "' with an ending in quotes");
        else if (bit == 0)
            paradigm.strip = *ending;
        else
            paradigm.endings.emplace_back(bit, *ending);
    }
    return paradigm;
}

void apply(Paradigm const& paradigm, TomlSource& source, TomlSource::Text const& lemma, LexiconBuilder& lexicon) {
    std::string stem = lemma.text;
    if (!stem.ends_with(paradigm.strip))
        return source.complain(
            lemma.line, "'" + lemma.text + "' does not end in '" + paradigm.strip + "'; move it to another paradigm");
    stem.resize(stem.size() - paradigm.strip.size());
    for (auto const& [bit, ending] : paradigm.endings) lexicon.add_form(lemma.text, stem + ending, bit);
}

void read_irregular(TomlSource& source, LexiconBuilder& lexicon) {
    toml::node const* node = source.root().get("irregular");
    if (node == nullptr || !node->is_table()) return;
    for (auto const& [lemma, forms] : *node->as_table()) {
        toml::table const* table = forms.as_table();
        if (table == nullptr) {
            source.complain(forms, "an irregular lemma must be a table of its forms");
            continue;
        }
        for (auto const& [key, value] : *table) {
            std::uint8_t const bit = form_bit(key.str());
            if (bit == 0) source.complain(value, "no form '" + std::string(key.str()) + "'");
            if (auto const form = value.value_exact<std::string>())
                lexicon.add_form(lemma.str(), *form, bit);
            else  // "is" and "are"
                for (auto const& one : source.texts(&value, key.str())) lexicon.add_form(lemma.str(), one.text, bit);
        }
    }
}

}  // namespace

void read_words(TomlSource& source, LexiconBuilder& lexicon) {
    source.expect_keys(source.root(), {"class", "values"});
    read_classes(source, lexicon);
    read_values(source, lexicon);
}

void read_verbs(TomlSource& source, LexiconBuilder& lexicon, PackDraft& pack) {
    source.expect_keys(source.root(), {"paradigm", "words", "irregular"});
    auto& paradigms = pack.paradigms;
    if (toml::table const* table = source.root().get_as<toml::table>("paradigm"))
        for (auto const& [key, node] : *table)
            if (auto paradigm = read_paradigm(source, node)) paradigms.emplace(key.str(), std::move(*paradigm));
    if (toml::table const* table = source.root().get_as<toml::table>("words")) {
        for (auto const& [key, list] : *table) {
            auto const paradigm = paradigms.find(key.str());
            if (paradigm == paradigms.end()) {
                source.complain(list, "no paradigm '" + std::string(key.str()) + "'");
                continue;
            }
            for (auto const& lemma : source.texts(&list, key.str())) apply(paradigm->second, source, lemma, lexicon);
        }
    }
    read_irregular(source, lexicon);
}

}  // namespace salname
