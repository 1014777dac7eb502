// Values of fixed size that the journal is made of: hashes, public keys, signatures. Printed in hexadecimal.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace salname::journal {

template <std::size_t Size, typename Tag>
struct Octets {
    static constexpr std::size_t size = Size;
    std::array<std::uint8_t, Size> bytes{};

    [[nodiscard]] std::string hex() const {
        static constexpr char digits[] = "0123456789abcdef";
        std::string text(2 * Size, '0');
        for (std::size_t i = 0; i < Size; ++i) {
            text[2 * i] = digits[bytes[i] >> 4U];
            text[2 * i + 1] = digits[bytes[i] & 15U];
        }
        return text;
    }
    [[nodiscard]] std::string_view view() const { return {reinterpret_cast<char const*>(bytes.data()), Size}; }

    // Lower-case digits only: one value has one spelling.
    [[nodiscard]] static std::optional<Octets> from_hex(std::string_view text) {
        if (text.size() != 2 * Size) return {};
        Octets value;
        for (std::size_t i = 0; i < text.size(); ++i) {
            char const c = text[i];
            bool const digit = c >= '0' && c <= '9';
            if (!digit && (c < 'a' || c > 'f')) return {};
            auto const nibble = static_cast<unsigned>(digit ? c - '0' : c - 'a' + 10);
            value.bytes[i / 2] = static_cast<std::uint8_t>((static_cast<unsigned>(value.bytes[i / 2]) << 4U) | nibble);
        }
        return value;
    }
    [[nodiscard]] static std::optional<Octets> from_bytes(std::string_view raw) {
        if (raw.size() != Size) return {};
        Octets value;
        for (std::size_t i = 0; i < Size; ++i) value.bytes[i] = static_cast<std::uint8_t>(raw[i]);
        return value;
    }

    auto operator<=>(Octets const&) const = default;
};

using Hash = Octets<32, struct HashTag>;
using PublicKey = Octets<32, struct PublicKeyTag>;
using Signature = Octets<64, struct SignatureTag>;

// For unordered tables: both are the output of a hash or as good as one.
struct OctetsHash {
    template <std::size_t Size, typename Tag>
    std::size_t operator()(Octets<Size, Tag> const& value) const {
        std::size_t sum = 0;
        for (std::size_t i = 0; i < sizeof sum; ++i) sum = (sum << 8U) | value.bytes[i];
        return sum;
    }
};

}  // namespace salname::journal
