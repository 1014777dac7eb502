// Any sound UTF-8 goes through the whole reader: it must end, and every span must lie in the text.
#include <cstdlib>

#include "cli/embedded_packs.h"
#include "documents/plain.h"
#include "packs/image.h"
#include "publishing/reading_json.h"
#include "reading/reader.h"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    using namespace salname;
    static Vocabulary const packs = *open_image(embedded_packs());
    auto const document = read_plain("fuzz", std::string(reinterpret_cast<char const*>(data), size));
    if (!document) return 0;
    for_each_report(*document, packs, {}, [&](ReadReport const& work) {
        for (Account const& account : work.reading.accounts) {
            if (account.trigger.end > document->text.size()) std::abort();
            for (SlotOrigin const& origin : account.slots)
                if (origin.span.end > document->text.size()) std::abort();
        }
        std::string out;
        append_reading_json(out, work.reading, {"{}", 0, {}});
    });
    return 0;
}
