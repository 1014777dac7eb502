// What a user tells about files beside their text: JSON lines {"file", "published", "url", "outlet"}.
#pragma once

#include <istream>
#include <map>
#include <string>
#include <vector>

#include "model/date.h"
#include "text/result.h"

namespace salname {

struct FileMetadata {
    PartialDate published;
    std::string url;
    std::string outlet;
};

// By file name without folder.
using Metadata = std::map<std::string, FileMetadata, std::less<>>;

// Faults name the line; the lines that are sound are kept.
struct LoadedMetadata {
    Metadata files;
    std::vector<Fault> faults;
};

[[nodiscard]] LoadedMetadata load_metadata(std::string const& path);
// `path`: the name that faults give.
[[nodiscard]] LoadedMetadata read_metadata(std::istream& in, std::string const& path);

}  // namespace salname
