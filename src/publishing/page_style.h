// The style sheet of pages that stand alone.
#pragma once

#include <string_view>

namespace salname {

[[nodiscard]] std::string_view page_style();

}  // namespace salname
