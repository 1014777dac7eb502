// Compiles a folder of packs (languages/<code>/, countries/<code>/) into one flat image.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "text/result.h"

namespace salname {

struct CompiledPacks {
    std::string image;          // empty when there are faults
    std::vector<Fault> faults;  // each names file and line
};

// Same files, same image: files are taken in the order of their names, nothing depends on the machine's
// clock or locale.
[[nodiscard]] CompiledPacks compile_packs(std::filesystem::path const& folder);

}  // namespace salname
