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

// What a report is compared with others by.
struct SourceText {
    std::string url;
    Date published;
    std::vector<std::uint64_t> sketch;
};

// The reports before, wherever they are kept, by their number in the order of Facts::reports.
class SourceIndex {
public:
    virtual ~SourceIndex() = default;
    [[nodiscard]] virtual SourceText const& text(std::size_t report) = 0;
    [[nodiscard]] virtual SourceOf& source(std::size_t report) = 0;
    // The newest report at an address so far, or `none`; then it is `report`.
    [[nodiscard]] virtual std::size_t succeed(std::string const& url, std::size_t report) = 0;
    // Reports so far that have this run of words among their first, at most `common_run`; then `report` has it too.
    [[nodiscard]] virtual std::vector<std::size_t> sharing(std::uint64_t run, std::size_t report) = 0;

    // More reports than these share only a formula; the rest are not looked at.
    static constexpr std::size_t common_run = 64;
};

// Says of the next report whether it is a version or a copy of one before it, or one before it a copy of it. Links
// `after` of the new report, of an older one, or none: gives the report that was linked.
std::size_t place_report(SourceIndex& index, std::size_t report);

// Parallel to `reports`.
[[nodiscard]] std::vector<SourceOf> find_sources_of(std::vector<Report> const& reports);
// Sets `voice` of each by what it comes after.
void find_voices(std::vector<SourceOf>& sources);

// What changed between two texts at one address, in the words of the journal: "update" (text was added, the old one
// is still there), "correction" (words were changed), "follow-up" (the text is another).
[[nodiscard]] std::string_view change_between(std::string_view before, std::string_view after);

}  // namespace salname::chronicle
