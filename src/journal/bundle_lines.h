// First and last line of a bundle.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace salname::journal {

inline constexpr char bundle_header[] = "{\"bundle\":\"salname\",\"version\":1}";

inline std::string bundle_end(std::uint64_t entries, std::uint64_t originals, std::string_view sum) {
    return "{\"end\":{\"entries\":" + std::to_string(entries) + ",\"originals\":" + std::to_string(originals) +
           "},\"sha256\":\"" + std::string(sum) + "\"}\n";
}

}  // namespace salname::journal
