// Originals deflated when that makes them smaller (zlib, RFC 1950).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/result.h"

namespace salname::journal {

inline constexpr std::uint64_t largest_original = 512ULL << 20U;

struct Packed {
    std::string_view packing;  // "raw" or "zlib"
    std::string bytes;
};

[[nodiscard]] Packed pack(std::string_view bytes);
// `size` is that of the original; anything else is a fault, so a small file cannot grow without bound.
[[nodiscard]] Result<std::string> unpack(std::string_view packing, std::string_view bytes, std::uint64_t size);

}  // namespace salname::journal
