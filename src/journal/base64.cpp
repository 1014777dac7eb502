#include "journal/base64.h"

#include <array>
#include <cstdint>

namespace salname::journal {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<std::uint8_t, 256> values = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(255);
    for (std::size_t i = 0; i < letters.size(); ++i)
        table[static_cast<unsigned char>(letters[i])] = static_cast<std::uint8_t>(i);
    return table;
}();

}  // namespace

std::string base64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j)
            group = (group << 8U) | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        text += letters[group >> 18U];
        text += letters[(group >> 12U) & 63U];
        text += i + 1 < bytes.size() ? letters[(group >> 6U) & 63U] : '=';
        text += i + 2 < bytes.size() ? letters[group & 63U] : '=';
    }
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return {};
    std::size_t const padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        std::size_t const missing = i + 4 == text.size() ? padding : 0;
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 4; ++j) {
            std::uint8_t const value = j + missing >= 4 ? 0 : values[static_cast<unsigned char>(text[i + j])];
            if (value == 255) return {};
            group = (group << 6U) | value;
        }
        if ((missing == 1 && (group & 0xFFU) != 0) || (missing == 2 && (group & 0xFFFFU) != 0)) return {};
        bytes += static_cast<char>(group >> 16U);
        if (missing < 2) bytes += static_cast<char>((group >> 8U) & 255U);
        if (missing < 1) bytes += static_cast<char>(group & 255U);
    }
    return bytes;
}

}  // namespace salname::journal
