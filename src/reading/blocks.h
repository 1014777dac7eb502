// Stage 1: blocks. Cuts a document into titles, headings, update marks, list items and paragraphs, and a page
// of several reports into reports. Looks at layout and word classes only.
#pragma once

#include <vector>

#include "documents/document.h"
#include "reading/token.h"

namespace salname {

// Blocks of `document` in order, not overlapping, each trimmed of white space. Tokens are not set yet.
[[nodiscard]] std::vector<Block> find_blocks(Document const& document, Vocabulary const& packs);

// Where each report begins: numbers of blocks, the first is 0. A heading begins a new report when it tells
// of somebody and something that happened (or carries an update mark) and text of a report stands before it.
[[nodiscard]] std::vector<std::uint32_t> cut_reports(Document const& document, std::vector<Block> const& blocks,
                                                     Vocabulary const& packs);

}  // namespace salname
