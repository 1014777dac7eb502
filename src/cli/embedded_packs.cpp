#include "cli/embedded_packs.h"

// Symbols of the assembler file that cmake/embedded_packs.cmake generates.
extern "C" {
extern std::byte const salname_packs_begin[];
extern std::byte const salname_packs_end[];
}

namespace salname {

std::span<std::byte const> embedded_packs() {
    return {salname_packs_begin, salname_packs_end};
}

}  // namespace salname
