#include "cli/name_source.h"

#include "cli/reading_setup.h"

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

}  // namespace salname
