// Compiles packs/ into the image that the release embeds: salname_pack_image PACKS_DIR OUTPUT
#include <cstdio>
#include <fstream>

#include "packs/pack_compiler.h"

int main(int count, char** arguments) {
    if (count != 3) {
        std::fputs("usage: salname_pack_image PACKS_DIR OUTPUT\n", stderr);
        return 2;
    }
    salname::CompiledPacks const compiled = salname::compile_packs(arguments[1]);
    for (salname::Fault const& fault : compiled.faults) std::fprintf(stderr, "%s\n", fault.message().c_str());
    if (!compiled.faults.empty()) return 1;
    std::ofstream out(arguments[2], std::ios::binary);
    out.write(compiled.image.data(), static_cast<std::streamsize>(compiled.image.size()));
    return out.good() ? 0 : 1;
}
