// The encoding of a saved page, and its text as UTF-8 with the way back to the original bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/document.h"
#include "text/result.h"

namespace salname {

// By byte order mark, <meta charset>, then the look of the bytes; "UTF-8" when nothing speaks against it.
[[nodiscard]] std::string find_encoding(std::string_view bytes);

struct DecodedBytes {
    std::string text;                // sound UTF-8, NUL replaced
    std::vector<OffsetRun> offsets;  // text offset → byte of the source; empty when they are the same
};

[[nodiscard]] Result<DecodedBytes> decode_bytes(std::string_view bytes, std::string const& encoding,
                                                std::string const& name);

// The byte of the source that the text offset stands for.
[[nodiscard]] std::uint64_t source_offset(std::vector<OffsetRun> const& runs, std::uint32_t text_offset);

}  // namespace salname
