#include "cli/pack_source.h"

#include "cli/embedded_packs.h"
#include "packs/image.h"
#include "packs/pack_compiler.h"
#include "text/json.h"

namespace salname {

tl::expected<LoadedPacks, std::vector<Fault>> load_packs(std::string const& folder) {
    LoadedPacks loaded;
    std::span<std::byte const> bytes = embedded_packs();
    if (!folder.empty()) {
        CompiledPacks compiled = compile_packs(folder);
        if (!compiled.faults.empty()) return tl::unexpected(std::move(compiled.faults));
        loaded.image = std::move(compiled.image);
        bytes = {reinterpret_cast<std::byte const*>(loaded.image.data()), loaded.image.size()};
    }
    auto const opened = open_image(bytes);
    if (!opened) return tl::unexpected(std::vector{opened.error()});
    loaded.vocabulary = *opened;
    return loaded;
}

std::string reader_json(Vocabulary const& packs) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.field("version", "0.1.0");
    json.key("packs");
    json.begin_object();
    for (PackInfo const& pack : packs.packs) json.field(packs.string(pack.id), packs.string(pack.fingerprint));
    json.end_object();
    json.end_object();
    return out;
}

}  // namespace salname
