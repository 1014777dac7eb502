// The pattern language of frames: "<take> * into custody", "#be sentenced to @duration".
//
//   word           that word, whatever its case and diacritics
//   <lemma>        any form; <a|b> either; <lemma:ed> past or participle, :ing, :v verbal, :n nominal
//   #class         a word of that class (packs/word_class.h)
//   @kind          a mention of that kind (packs/mention_kind.h)
//   (a|<b>|#c)     one of these; a following ? makes an item optional
//   *  or *3       up to five (three) items, whatever they are
//   !item          the head, whose voice tells who did what; else the first lemma, else the first item
#pragma once

#include <string_view>

#include "packs/lexicon_builder.h"
#include "text/result.h"

namespace salname {

// Appends the pattern's elements and choices to the builder's data and gives the pattern (frame not set).
[[nodiscard]] Result<Pattern> compile_pattern(std::string_view text, LexiconBuilder& lexicon);

}  // namespace salname
