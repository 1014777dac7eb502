// Any bytes as files of a pack: faults, never a crash; an image that opens is sound enough to be asked.
#include <unistd.h>
#include <filesystem>
#include <fstream>

#include "packs/image.h"
#include "packs/pack_compiler.h"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    using namespace salname;
    namespace fs = std::filesystem;
    static fs::path const root = fs::temp_directory_path() / ("salname-fuzz-packs-" + std::to_string(getpid()));
    fs::create_directories(root / "languages/xx/frames");
    std::ofstream(root / "languages/xx/pack.toml") << "id = \"language/xx\"\nversion = \"1\"\n";
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    char const* const names[] = {"words.toml", "verbs.toml", "frames/f.toml", "places.toml"};
    for (std::size_t i = 0; i < 4; ++i) {
        std::ofstream out(root / "languages/xx" / names[i], std::ios::binary);
        if (i == (size == 0 ? 0 : data[0] % 4U)) out << bytes.substr(size == 0 ? 0 : 1);
    }
    CompiledPacks const compiled = compile_packs(root);
    if (!compiled.image.empty())
        (void)open_image({reinterpret_cast<std::byte const*>(compiled.image.data()), compiled.image.size()});
    return 0;
}
