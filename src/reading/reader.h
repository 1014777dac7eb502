// The reader: a cascade of stages from a document to readings (docs/formats/reading.md).
//
// A pure function of document, packs and options: no files, no clock, no global state. Never throws on any text.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "documents/document.h"
#include "model/reading.h"
#include "reading/accounts.h"

namespace salname {

struct ReadOptions {
    std::string country;    // ISO 3166, empty: found from what the report names
    std::string language;   // empty: found
    PartialDate published;  // overrides the document's own
    Explain explain = Explain::no;
};

// One report with everything that the stages found; `--stage` prints its parts.
struct ReadReport {
    TokenizedReport report;
    Mentions mentions;
    People people;
    std::vector<ResolvedDate> dates;
    std::vector<FrameMatch> frames;
    Reading reading;
};

// Reads every report of the document in order and hands it to `visit`.
void for_each_report(Document const& document, Vocabulary const& packs, ReadOptions const& options,
                     std::function<void(ReadReport const&)> const& visit);

// The stages of one report, whose blocks are given.
[[nodiscard]] ReadReport read_report(Document const& document, std::vector<Block> blocks, Vocabulary const& packs,
                                     ReadOptions const& options);

}  // namespace salname
