// The style sheet of pages that stand alone.
#pragma once

#include <string>

namespace salname {

void append_page_style(std::string& out);

// Rules that light up the words of a card and the card of words, without script: one set for the accounts
// 1 … `accounts` serves every report, as a rule reaches no further than its report.
void append_highlights(std::string& out, std::size_t accounts);

}  // namespace salname
