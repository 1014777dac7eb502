// The packs that a command works with: those linked in, or a folder given by --packs.
#pragma once

#include <string>
#include <vector>

#include "packs/vocabulary.h"
#include "text/result.h"

namespace salname {

struct LoadedPacks {
    std::string image;  // owns the bytes of packs compiled from a folder; empty for the built-in ones
    Vocabulary vocabulary;
};

// `folder` empty: the built-in packs. Faults name file and line.
[[nodiscard]] tl::expected<LoadedPacks, std::vector<Fault>> load_packs(std::string const& folder);

// The "reader" object of a reading: version and fingerprints of packs.
[[nodiscard]] std::string reader_json(Vocabulary const& packs);

}  // namespace salname
