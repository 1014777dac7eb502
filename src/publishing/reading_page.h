// Readings as one self-contained page: the text with every value marked, accounts beside it, timelines on top.
// No script, nothing loaded from elsewhere; readable without colours, on paper and by screen readers.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "documents/document.h"
#include "model/reading.h"
#include "publishing/messages.h"

namespace salname {

struct PageReport {
    Document document;
    std::vector<Reading> readings;  // of its reports, in order
};

[[nodiscard]] std::string reading_page(std::span<PageReport const> reports, Messages const& words = english);

}  // namespace salname
