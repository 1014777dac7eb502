// JSON text → canonical JSON text in one pass, without a tree. Used by canonical only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace salname::journal {

// A member of an object as ranges of the text: from its name, from its value, to its end.
struct MemberRange {
    std::string name;
    std::size_t begin = 0;
    std::size_t value = 0;
    std::size_t end = 0;
};

struct Rewritten {
    std::string text;
    std::vector<MemberRange> members;  // of the outermost object, when it is one
};

[[nodiscard]] Result<Rewritten> rewrite_json(std::string_view json);

// Escaped if need be, as RFC 8785 has it.
void append_escaped(std::string& out, char c);

}  // namespace salname::journal
