// What a reading says of its report: title, language, country, updates; and the dates of blocks.
#pragma once

#include "reading/reader.h"

namespace salname {

// Sets what is known before mentions are found: file, title, dates, language, country as told.
void describe_origin(ReadReport& work, Document const& document, Vocabulary const& packs, ReadOptions const& options);

// The country whose places, courts and outlets the report names most; empty when none stands out.
[[nodiscard]] std::string country_of(ReadReport const& work, Vocabulary const& packs);

// Gives blocks the date of the update mark, dated heading, list date or dateline that they stand under.
void date_blocks(ReadReport& work);

// Copies people into the reading, with their mentions as spans.
void add_people(ReadReport& work);

}  // namespace salname
