// A fixed 64-bit hash of bytes for tables and feature indices: the same on every machine and in every run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace salname {

constexpr std::uint64_t mix(std::uint64_t value) {
    value ^= value >> 32U;
    value *= 0xE9846AF9B1A615DULL;
    value ^= value >> 32U;
    value *= 0xE9846AF9B1A615DULL;
    value ^= value >> 28U;
    return value;
}

constexpr std::uint64_t combine(std::uint64_t left, std::uint64_t right) {
    return mix(left * 0x9E3779B97F4A7C15ULL + right + 0x632BE59BD9B4E019ULL);
}

// The same for names that are known when the program is compiled.
consteval std::uint64_t hash_name(std::string_view name) {
    std::uint64_t state = 0xCBF29CE484222325ULL;
    for (char const c : name) state = (state ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return mix(state);
}

inline std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0) {
    std::uint64_t state = seed ^ (bytes.size() * 0x9E3779B97F4A7C15ULL);
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        state = (state ^ word) * 0x9FB21C651E98DF25ULL;
        state ^= state >> 35U;
    }
    std::uint64_t tail = 0;
    if (at < bytes.size()) std::memcpy(&tail, bytes.data() + at, bytes.size() - at);
    return mix(state ^ (tail * 0xC2B2AE3D27D4EB4FULL));
}

}  // namespace salname
