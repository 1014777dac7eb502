// Half-open byte ranges of one named text. All offsets in Salname are bytes unless a type says otherwise.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace salname {

// A position in UTF-8 text, in bytes. Does not convert to or from other units by itself.
enum class ByteOffset : std::uint64_t {};

// [begin, end) in bytes of one text. 32 bits: a single report is at most 4 GiB.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr bool empty() const { return begin >= end; }
    [[nodiscard]] constexpr std::uint32_t size() const { return empty() ? 0 : end - begin; }
    [[nodiscard]] constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    [[nodiscard]] constexpr Span joined(Span other) const {
        return {std::min(begin, other.begin), std::max(end, other.end)};
    }
    [[nodiscard]] constexpr std::string_view of(std::string_view text) const {
        return empty() || end > text.size() ? std::string_view{} : text.substr(begin, size());
    }
    constexpr auto operator<=>(Span const&) const = default;
};

// [first, last) in tokens of one report.
struct TokenRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    [[nodiscard]] constexpr bool empty() const { return first >= last; }
    [[nodiscard]] constexpr std::uint32_t size() const { return empty() ? 0 : last - first; }
    [[nodiscard]] constexpr bool contains(std::uint32_t token) const { return first <= token && token < last; }
    [[nodiscard]] constexpr bool overlaps(TokenRange other) const { return first < other.last && other.first < last; }
    constexpr auto operator<=>(TokenRange const&) const = default;
};

}  // namespace salname
