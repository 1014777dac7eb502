// Stage 2: tokens and sentences of blocks. Byte spans into the text, quotation depth, vocabulary ids.
#pragma once

#include "reading/token.h"

namespace salname {

// Fills tokens, sentences and sentence_of of a report whose text and blocks (spans, kinds) are set.
void tokenize(TokenizedReport& report, Vocabulary const& packs);

}  // namespace salname
