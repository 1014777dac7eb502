// A Document: the plain text of one file and the way back to its original bytes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/date.h"
#include "text/span.h"

namespace salname {

enum class LayoutKind : std::uint8_t { paragraph, title, heading, list_item, quote, caption, table_row };

// What the source format says of a stretch of text. Plain text says nothing: its layout is empty.
struct LayoutBlock {
    Span span;
    LayoutKind kind = LayoutKind::paragraph;
    bool starts_report = false;  // a new <article>: the text from here on is another report
};

// From `text` on, up to the next run, text and source advance together byte by byte.
struct OffsetRun {
    std::uint32_t text = 0;
    std::uint64_t source = 0;
};

struct Document {
    std::string name;        // file name as the user gave it, "-" for standard input
    std::string sha256;      // of the source bytes, hexadecimal
    std::string text;        // sound UTF-8 without NUL
    std::uint64_t base = 0;  // offset of `text` in the whole text when a long file is read in windows
    std::vector<LayoutBlock> layout;
    std::vector<OffsetRun> source_map;  // empty: text and source are the same bytes
    std::string title;
    Date published;
    std::string language;  // as the source declares it, lower case, may be empty
    std::string url;
    std::string outlet;
    std::string encoding;  // of the source, e.g. "UTF-8", "windows-1251"
};

}  // namespace salname
