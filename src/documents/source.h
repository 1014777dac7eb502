// Where documents come from: files, folders, standard input. A source that can't be read is a fault of its
// own; the others are read all the same.
#pragma once

#include <string>
#include <vector>

#include "text/result.h"

namespace salname {

// One file to read; `name` is as the user gave it ("-": standard input).
struct SourceFile {
    std::string name;
    std::string path;
};

struct FoundSources {
    std::vector<SourceFile> files;  // folders walked, in the order of their names
    std::vector<Fault> faults;
};

// Walking a folder takes .txt, .text, .md, .html, .htm and .xhtml; a file named directly is taken as it is.
[[nodiscard]] FoundSources find_sources(std::vector<std::string> const& paths);

[[nodiscard]] Result<std::string> read_bytes(SourceFile const& file);

// Size in bytes of a regular file, 0 for standard input and pipes.
[[nodiscard]] std::uint64_t size_of(SourceFile const& file);

}  // namespace salname
