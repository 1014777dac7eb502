// Any bytes as a saved page: the text must be sound UTF-8 and its blocks and map must fit.
#include <cstdlib>

#include "documents/encoding.h"
#include "documents/html.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    using namespace salname;
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    auto const document = read_html("fuzz", bytes);
    if (!document) return 0;
    if (first_invalid_utf8(document->text)) std::abort();
    for (LayoutBlock const& block : document->layout)
        if (block.span.end > document->text.size()) std::abort();
    std::uint32_t last = 0;
    for (OffsetRun const& run : document->source_map) {
        if (run.text < last || run.source > size) std::abort();
        last = run.text;
    }
    return 0;
}
