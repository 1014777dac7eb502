// Which reports speak with one voice: versions at one address, copies of one text. A copy never counts as a second
// source.
#pragma once

#include <vector>

#include "chronicle/facts.h"

namespace salname::chronicle {

enum class Standing : std::uint8_t { first, new_version, copy };

struct SourceOf {
    std::size_t voice = 0;  // reports of one voice share this: the index of its first report
    Standing standing = Standing::first;
    std::size_t after = 0;    // new_version: the version before; copy: what it is a copy of
    double likeness = 0;      // copy: share of text in common
    bool superseded = false;  // a newer version of it is there
};

// Parallel to Facts::reports.
[[nodiscard]] std::vector<SourceOf> find_sources_of(std::vector<Report> const& reports);

// What changed between two texts at one address, in the words of the journal: "update" (text was added, the old one
// is still there), "correction" (words were changed), "follow-up" (the text is another).
[[nodiscard]] std::string_view change_between(std::string_view before, std::string_view after);

}  // namespace salname::chronicle
