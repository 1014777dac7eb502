// What a command that reads needs beside its documents: packs, what the user told of the files, defaults.
#pragma once

#include <optional>

#include "cli/commands.h"
#include "cli/metadata.h"
#include "cli/pack_source.h"
#include "documents/document.h"
#include "reading/reader.h"

namespace salname {

struct ReadingSetup {
    LoadedPacks packs;
    ReadOptions defaults;
    Metadata metadata;
    int faults = 0;  // lines of metadata that could not be used

    // The defaults with what the metadata say of this document.
    [[nodiscard]] ReadOptions options_for(Document const& document) const;
};

// Says on standard error what is wrong; none when the command can't go on.
[[nodiscard]] std::optional<ReadingSetup> prepare_reading(ReadArguments const& arguments);

// Writes a fault to standard error.
void complain(Fault const& fault);

}  // namespace salname
