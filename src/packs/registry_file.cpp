// Registries of a country or language: outlets, courts, places, … names of people.
#include "packs/pack_reader.h"

namespace salname {

namespace {

struct RegistryKind {
    std::string_view table;
    EntryKind kind;
    std::string_view detail;  // the field kept as the entry's detail
};

constexpr RegistryKind registry_kinds[] = {
    {"outlet", EntryKind::outlet, "kind"},
    {"organisation", EntryKind::organisation, "kind"},
    {"court", EntryKind::court, "place"},
    {"place", EntryKind::place, "kind"},
    {"platform", EntryKind::platform, "kind"},
    {"currency", EntryKind::currency, "code"},
    {"country", EntryKind::country, "code"},
    {"code", EntryKind::code, "kind"},
    {"head_of_state", EntryKind::head_of_state, "titles"},
    {"term", EntryKind::kind_of_term, "unit"},
    {"charge", EntryKind::charge, "kind"},
};

std::uint32_t country_number(std::string_view code) {
    return code.size() == 2 ? static_cast<std::uint32_t>(code[0]) << 8U | static_cast<std::uint32_t>(code[1]) : 0;
}

void read_item(TomlSource& source, toml::table const& table, RegistryKind const& kind, LexiconBuilder& lexicon,
               PackDraft const& pack) {
    std::vector<std::string> forms;
    for (auto const& form : source.texts(table.get("forms"), "forms")) forms.push_back(form.text);
    std::string name = source.text(table, "name");
    if (name.empty() && !forms.empty()) name = forms[0];
    std::string id = source.text(table, "id");
    std::string const code = kind.detail == "code" ? source.text(table, "code") : std::string();
    if (id.empty()) id = code.empty() ? name : code;
    if (name.empty()) name = code;
    if (name.empty() && forms.empty()) return source.complain(table, "needs a name or forms");
    if (kind.kind != EntryKind::currency) forms.push_back(name);
    Entry entry;
    entry.id = lexicon.keep(pack.id + '/' + std::string(kind.table) + '/' + id);
    entry.name = lexicon.keep(kind.kind == EntryKind::code ? id : name);
    entry.kind = static_cast<std::uint32_t>(kind.kind);
    toml::node const* detail = table.get(kind.detail);
    if (detail != nullptr && detail->is_string()) entry.detail = lexicon.keep(source.text(table, kind.detail));
    if (kind.kind == EntryKind::kind_of_term) entry.value = source.flag(table, "custody") ? 1 : 0;
    entry.country = country_number(kind.kind == EntryKind::country ? code : pack.country);
    lexicon.add_entry(entry, forms);
    for (auto const& demonym : source.texts(table.get("demonyms"), "demonyms"))
        lexicon.add_class(demonym.text, WordClass::demonym);
}

void add_names(TomlSource& source, toml::table const& table, std::string_view key, WordClass word_class,
               LexiconBuilder& lexicon) {
    for (auto const& name : source.texts(table.get(key), key)) lexicon.add_class(name.text, word_class);
}

void add_endings(TomlSource& source, toml::table const& table, std::string_view key, std::uint32_t gender,
                 LexiconBuilder& lexicon) {
    for (auto const& ending : source.texts(table.get(key), key)) {
        Entry entry;
        entry.name = lexicon.keep(ending.text);
        entry.kind = static_cast<std::uint32_t>(EntryKind::name_ending);
        entry.value = gender;
        lexicon.add_entry(entry, {});
    }
}

}  // namespace

void read_registry(TomlSource& source, LexiconBuilder& lexicon, PackDraft const& pack) {
    for (auto const& [key, node] : source.root()) {
        RegistryKind const* kind = nullptr;
        for (RegistryKind const& candidate : registry_kinds)
            if (candidate.table == key.str()) kind = &candidate;
        toml::array const* items = node.as_array();
        if (kind == nullptr || items == nullptr) {
            source.complain(node, "no registry '" + std::string(key.str()) + "'; see docs/formats/pack.md");
            continue;
        }
        for (toml::node const& item : *items) {
            if (toml::table const* table = item.as_table())
                read_item(source, *table, *kind, lexicon, pack);
            else
                source.complain(item, "must be a table");
        }
    }
}

void read_names(TomlSource& source, LexiconBuilder& lexicon, PackDraft const&) {
    if (toml::table const* given = source.root().get_as<toml::table>("given")) {
        add_names(source, *given, "male", WordClass::given_male, lexicon);
        add_names(source, *given, "female", WordClass::given_female, lexicon);
        if (toml::array const* any = given->get_as<toml::array>("any")) {
            for (auto const& name : source.texts(any, "any")) {
                lexicon.add_class(name.text, WordClass::given_male);
                lexicon.add_class(name.text, WordClass::given_female);
            }
        }
    }
    if (toml::table const* surname = source.root().get_as<toml::table>("surname")) {
        add_names(source, *surname, "forms", WordClass::surname, lexicon);
        add_endings(source, *surname, "endings_male", 1, lexicon);
        add_endings(source, *surname, "endings_female", 2, lexicon);
    }
}

}  // namespace salname
