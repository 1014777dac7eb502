#include "cli/name_source.h"

#include "cli/reading_setup.h"
#include "text/sha256.h"

namespace salname {

std::optional<linking::NameKnowledge> load_names(Vocabulary const& packs) {
    auto const pack = name_pack_of(packs);
    if (!pack) {
        for (Fault const& fault : pack.error()) complain(fault);
        return std::nullopt;
    }
    auto knowledge = linking::NameKnowledge::from(*pack);
    if (!knowledge) {
        for (Fault const& fault : knowledge.error()) complain(fault);
        return std::nullopt;
    }
    return std::move(*knowledge);
}

chronicle::Knowledge knowledge_of(linking::NameKnowledge const& names, Vocabulary const& packs) {
    return {chronicle::sounding_names(names), chronicle::custodial_kinds(packs)};
}

chronicle::Tables tables_of(journal::Store& store, linking::NameKnowledge const& names, Vocabulary const& packs) {
    // What reads, and what compares names: other sounds join other people.
    std::string made_with = reader_json(packs);
    for (FileText const& file : packs.name_files) made_with += packs.string(file.text);
    return {store, knowledge_of(names, packs), sha256_hex(made_with)};
}

}  // namespace salname
