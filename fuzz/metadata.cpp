// Any bytes as metadata: lines that are sound are kept, the others are faults with their line.
#include "cli/metadata.h"

#include <cstdlib>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    std::istringstream in(std::string(reinterpret_cast<char const*>(data), size));
    auto const loaded = salname::read_metadata(in, "metadata.jsonl");
    for (auto const& fault : loaded.faults)
        if (fault.where.line == 0) std::abort();
    return 0;
}
