// Base64 of RFC 4648 section 4, with padding. Decoding takes exactly what encoding gives.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace salname::journal {

[[nodiscard]] std::string base64(std::string_view bytes);
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace salname::journal
