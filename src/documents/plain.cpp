#include "documents/plain.h"

#include "text/sha256.h"
#include "text/utf8.h"

namespace salname {

Result<Document> read_plain(std::string name, std::string bytes) {
    if (bytes.empty()) return fault(FaultKind::malformed, "the file is empty", {name, 0, 0, -1});
    if (auto const bad = first_invalid_utf8(bytes)) {
        SourcePlace const place{name, 0, 0, static_cast<std::int64_t>(*bad)};
        if (bytes[*bad] == '\0')
            return fault(FaultKind::unsupported, "a zero byte: this is no text; salname reads UTF-8 text and HTML",
                         place);
        return fault(FaultKind::malformed,
                     "not UTF-8 here; convert the file first, e.g. iconv -f WINDOWS-1251 -t UTF-8 FILE > NEW", place);
    }
    Document document;
    document.name = std::move(name);
    document.sha256 = sha256_hex(bytes);
    document.text = std::move(bytes);
    document.encoding = "UTF-8";
    return document;
}

}  // namespace salname
