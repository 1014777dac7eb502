// UTF-8 checks and blocks: what is called sound decodes to itself, blocks lie in the text in order.
#include <cstdlib>

#include "cli/embedded_packs.h"
#include "documents/plain.h"
#include "packs/image.h"
#include "reading/blocks.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    using namespace salname;
    static Vocabulary const packs = *open_image(embedded_packs());
    auto document = read_plain("fuzz", std::string(reinterpret_cast<char const*>(data), size));
    if (!document) return 0;
    std::string again;
    for (std::size_t at = 0; at < document->text.size();) {
        Decoded const decoded = decode_utf8(document->text, at);
        append_utf8(again, decoded.point);
        at += decoded.size;
    }
    if (again != document->text) std::abort();
    std::uint32_t last = 0;
    for (Block const& block : find_blocks(*document, packs)) {
        if (block.span.begin < last || block.span.end > document->text.size()) std::abort();
        last = block.span.end;
    }
    return 0;
}
