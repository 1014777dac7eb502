#include "cli/reading_setup.h"

#include <iostream>

namespace salname {

void complain(Fault const& fault) {
    std::cerr << "salname: " << fault.message() << '\n';
}

ReadOptions ReadingSetup::options_for(Document const& document) const {
    ReadOptions options = defaults;
    auto const known = metadata.find(document.name.substr(document.name.rfind('/') + 1));
    if (known != metadata.end() && !known->second.published.empty()) options.published = known->second.published;
    return options;
}

std::optional<ReadingSetup> prepare_reading(ReadArguments const& arguments) {
    auto packs = load_packs(arguments.packs);
    if (!packs) {
        for (Fault const& fault : packs.error()) complain(fault);
        return std::nullopt;
    }
    ReadingSetup setup;
    setup.packs = std::move(*packs);
    setup.defaults.country = arguments.country;
    if (arguments.language != "auto") setup.defaults.language = arguments.language;
    if (!arguments.published.empty()) {
        auto const date = parse_edtf(arguments.published);
        if (!date) {
            std::cerr << "salname: --published: " << date.error().what << '\n';
            return std::nullopt;
        }
        setup.defaults.published = date->begin;
    }
    if (arguments.metadata.empty()) return setup;
    LoadedMetadata loaded = load_metadata(arguments.metadata);
    for (Fault const& fault : loaded.faults) complain(fault);
    setup.faults = static_cast<int>(loaded.faults.size());
    setup.metadata = std::move(loaded.files);
    return setup;
}

}  // namespace salname
