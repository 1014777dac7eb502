// A saved web page as a document: its main content as plain text with blocks, title, date, and the way back
// from every byte of the text to a byte of the page.
#pragma once

#include <string>
#include <string_view>

#include "documents/document.h"
#include "text/result.h"

namespace salname {

[[nodiscard]] Result<Document> read_html(std::string name, std::string_view bytes);

// Do the first bytes look like HTML?
[[nodiscard]] bool looks_like_html(std::string_view bytes);

// The document of a file, whichever of the formats it is.
[[nodiscard]] Result<Document> open_document(std::string name, std::string bytes);

}  // namespace salname
