// Plain UTF-8 text as a document. Offsets are those of the file's own bytes.
#pragma once

#include <string>

#include "documents/document.h"
#include "text/result.h"

namespace salname {

// `bytes` must be UTF-8 without NUL; a fault names the first byte that is not.
[[nodiscard]] Result<Document> read_plain(std::string name, std::string bytes);

}  // namespace salname
