// Any bytes as the body of an entry: decisions, readings, reports. Faults, never a crash; a decision that is taken is
// written the same again.
#include <cstdlib>
#include <string_view>

#include "chronicle/chronicle.h"
#include "chronicle/reading_record.h"
#include "chronicle/sketch.h"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    using namespace salname::chronicle;
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    if (auto const decision = parse_decision(bytes)) {
        auto const again = parse_decision(body_of(*decision));
        if (!again || *again != *decision) std::abort();
    }
    (void)parse_readings(bytes);
    (void)parse_sketch(bytes);
    FactsBuilder facts;
    for (char const* kind : {"report", "reading", "decision", "undo", "author"})
        facts.add("id", "author", "2026-01-01T00:00:00Z", 1, kind, bytes);
    (void)compute(facts.build(), {});
    return 0;
}
