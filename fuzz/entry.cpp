// Any bytes as an entry, as JSON, as a signed checkpoint: faults, never a crash; what is taken is printed the same
// again.
#include <cstdlib>
#include <string_view>

#include "journal/canonical.h"
#include "journal/checkpoint.h"
#include "journal/entry.h"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    using namespace salname::journal;
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    if (auto const entry = parse_entry(bytes)) {
        if (entry->text() != bytes) std::abort();
        (void)signature_holds(*entry);
    }
    if (auto const canonical = canonical_json(bytes)) {
        if (canonical_json(*canonical) != *canonical) std::abort();
        (void)canonical_members(*canonical);
    }
    (void)parse_checkpoint(bytes);
    return 0;
}
