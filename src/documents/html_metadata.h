// What a page says of itself: title, date, language, address, outlet.
#pragma once

#include "documents/document.h"
#include "documents/html_tree.h"

namespace salname {

void read_metadata(GumboNode const& root, Document& document);

}  // namespace salname
