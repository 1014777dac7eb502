// frames/*.toml: how a language tells of each type of event.
#include "packs/pack_reader.h"

namespace salname {

namespace {

std::optional<PersonRole> role_named(std::string_view name) {
    if (name.empty() || name == "patient") return PersonRole::patient;
    if (name == "agent") return PersonRole::agent;
    if (name == "possessor") return PersonRole::possessor;
    if (name == "near") return PersonRole::near;
    if (name == "none") return PersonRole::none;
    return std::nullopt;
}

std::optional<FrameNeed> need_named(std::string_view name) {
    if (name.empty()) return FrameNeed::nothing;
    if (name == "duration") return FrameNeed::duration;
    if (name == "money") return FrameNeed::money;
    if (name == "date") return FrameNeed::date;
    if (name == "person") return FrameNeed::person;
    if (name == "provision") return FrameNeed::provision;
    return std::nullopt;
}

// The file's name within the folder of packs: the image must not depend on where that folder lies.
std::string_view within_packs(std::string_view file) {
    for (std::string_view const group : {"languages/", "countries/"})
        if (std::size_t const at = file.rfind(group); at != std::string_view::npos) return file.substr(at);
    return file;
}

std::string short_id(std::string_view pack_id, std::string_view id) {
    std::size_t const slash = pack_id.find('/');
    return std::string(pack_id.substr(slash == std::string_view::npos ? 0 : slash + 1)) + '/' + std::string(id);
}

}  // namespace

void read_frames(TomlSource& source, LexiconBuilder& lexicon, PackDraft& pack) {
    source.expect_keys(source.root(), {"frame"});
    toml::array const* frames = source.root().get_as<toml::array>("frame");
    if (frames == nullptr) return;
    for (toml::node const& node : *frames) {
        toml::table const* table = node.as_table();
        if (table == nullptr) {
            source.complain(node, "a frame must be a table: [[frame]]");
            continue;
        }
        source.expect_keys(*table, {"id", "type", "person", "patterns", "kind", "outcome", "need", "weak", "planned",
                                    "noun", "examples", "counterexamples"});
        DraftFrame draft;
        draft.file = source.name();
        std::string const type_name = source.text(*table, "type", true);
        auto const type = event_type_named(type_name);
        if (!type) source.complain(*table, "no event type '" + type_name + "'; see docs/formats/reading.md");
        auto const role = role_named(source.text(*table, "person"));
        if (!role) source.complain(*table, "person must be patient, agent, possessor, near or none");
        auto const need = need_named(source.text(*table, "need"));
        if (!need) source.complain(*table, "need must be duration, money, date, person or provision");
        if (!type || !role || !need) continue;
        draft.frame.type = *type;
        draft.frame.person = *role;
        draft.frame.need = *need;
        draft.frame.id = lexicon.keep(short_id(pack.id, source.text(*table, "id", true)));
        draft.frame.kind = lexicon.keep(source.text(*table, "kind"));
        draft.frame.outcome = lexicon.keep(source.text(*table, "outcome"));
        draft.frame.source_file = lexicon.keep(within_packs(source.name()));
        draft.frame.line = table->source().begin.line;
        draft.frame.weak = source.flag(*table, "weak");
        draft.frame.planned = source.flag(*table, "planned");
        draft.frame.nominal = source.flag(*table, "noun");
        draft.patterns = source.texts(table->get("patterns"), "patterns");
        draft.examples = source.texts(table->get("examples"), "examples");
        draft.counterexamples = source.texts(table->get("counterexamples"), "counterexamples");
        if (draft.patterns.empty()) source.complain(*table, "a frame needs at least one pattern");
        pack.frames.push_back(std::move(draft));
    }
}

}  // namespace salname
