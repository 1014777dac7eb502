// Folding: the key under which a word is looked up, whatever its case and diacritics.
//
// Lower-cases Latin, Greek, Cyrillic, Armenian and Georgian letters, strips Latin diacritics, maps the
// Azerbaijani and Turkish letters to their plain neighbours (schwa to a, dotless i to i), typographic
// quotes and dashes to ASCII. Folded text is a key only: offsets always belong to the original bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace salname {

// Folds one code point; 0 means "drop it" (combining marks, soft hyphen, zero-width characters).
// Letters that fold to two (ß, æ) give the first; fold() below appends both.
[[nodiscard]] char32_t fold_point(char32_t point);

[[nodiscard]] std::string fold(std::string_view text);
// The same into a buffer that is reused; clears it first.
void fold_into(std::string_view text, std::string& out);

enum class Script : std::uint8_t { other, latin, cyrillic, greek, armenian, georgian, arabic, hebrew, han };

[[nodiscard]] Script script_of(char32_t point);
[[nodiscard]] bool is_letter(char32_t point);
[[nodiscard]] bool is_upper(char32_t point);

}  // namespace salname
