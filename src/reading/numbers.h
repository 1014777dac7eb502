// Numbers in digits and words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "reading/mention.h"

namespace salname {

struct NumberAt {
    std::int64_t hundredths = 0;  // 2.5 is 250
    std::uint32_t last = 0;       // token after it
    bool digits = false;
    bool bare_article = false;  // only "a" or "an"

    [[nodiscard]] std::int64_t whole() const { return hundredths / 100; }
};

// The number that begins at token `t`: "11", "1,110", "2.5 million", "thirty-one", "two hundred", "a".
[[nodiscard]] std::optional<NumberAt> number_at(MentionClaims const& claims, std::uint32_t t, std::uint32_t limit);

// Digits of a token as a number, with separators of thousands; none when it is not of that shape.
[[nodiscard]] std::optional<std::int64_t> digits_of(std::string_view text);

}  // namespace salname
