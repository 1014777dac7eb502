#include "reading/numbers.h"

#include <algorithm>
#include <string>

#include "text/hash.h"

namespace salname {

namespace {

constexpr std::int64_t too_large = 1'000'000'000'000'000;

// Hundredths of "1,110", "200", "2.5", "1.500.000", "30k" (the suffix is left to the caller).
std::optional<std::int64_t> hundredths_of(std::string_view text, std::size_t& used) {
    std::int64_t value = 0;
    std::int64_t fraction = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        char const c = text[at];
        if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            if (value > too_large) return std::nullopt;
            ++at;
            continue;
        }
        if (c != ',' && c != '.') break;
        std::size_t digits = 0;
        while (at + 1 + digits < text.size() && text[at + 1 + digits] >= '0' && text[at + 1 + digits] <= '9') ++digits;
        if (digits == 3) {
            ++at;  // a separator of thousands
            continue;
        }
        if (digits == 0 || digits > 2) return std::nullopt;
        fraction = text[at + 1] - '0';
        fraction = digits == 2 ? fraction * 10 + (text[at + 2] - '0') : fraction * 10;
        at += 1 + digits;
        break;
    }
    used = at;
    return value * 100 + fraction;
}

class NumberReader {
public:
    NumberReader(MentionClaims const& claims, std::uint32_t limit)
        : claims_(claims), report_(claims.report()), limit_(limit) {}

    std::optional<NumberAt> read(std::uint32_t t) {
        if (t >= limit_) return std::nullopt;
        if (report_.tokens[t].kind == PieceKind::number) return digits(t);
        if (!claims_.has(t, WordClass::number) && !claims_.has(t, WordClass::multiplier)) return std::nullopt;
        return words(t);
    }

private:
    [[nodiscard]] std::optional<std::int32_t> value(std::uint32_t t, WordClass c) const {
        return t < limit_ ? claims_.packs().value_of(report_.tokens[t].word, c) : std::nullopt;
    }

    std::optional<NumberAt> digits(std::uint32_t t) {
        std::string_view const text = report_.of(report_.tokens[t]);
        std::size_t used = 0;
        auto const hundredths = hundredths_of(text, used);
        if (!hundredths) return std::nullopt;
        NumberAt number{*hundredths, t + 1, true, false};
        if (used < text.size()) {
            // "30k", "5m": the suffix is a multiplier of the pack
            auto const word = claims_.packs().find(hash_of(text.substr(used)));
            auto const factor = claims_.packs().value_of(word, WordClass::multiplier);
            if (!factor) return std::nullopt;
            number.hundredths *= *factor;
        }
        // "24 000": digits grouped by blanks
        while (number.last < limit_ && report_.tokens[number.last].kind == PieceKind::number && text.size() <= 3) {
            std::string_view const next = report_.of(report_.tokens[number.last]);
            if (next.size() != 3 || next.find_first_not_of("0123456789") != std::string_view::npos ||
                number.hundredths % 100 != 0)
                break;
            number.hundredths = number.hundredths * 1000 + 100 * (digits_of(next).value_or(0));
            ++number.last;
        }
        if (auto const factor = value(number.last, WordClass::multiplier);
            factor && number.hundredths < too_large / *factor) {
            number.hundredths *= *factor;
            ++number.last;
        }
        return number;
    }

    static std::uint64_t hash_of(std::string_view text);

    std::optional<NumberAt> words(std::uint32_t t) {
        std::int64_t total = 0;
        std::int64_t part = 0;
        std::uint32_t at = t;
        bool any = false;
        std::uint32_t singles = 0;
        while (at < limit_) {
            if (auto const v = value(at, WordClass::number)) {
                bool const tens = *v >= 20;
                if (any && part % 100 != 0 && (tens || part % 10 != 0)) break;  // "two three"
                if (any && singles > 0 && part < 20 && part > 0) break;
                part += *v;
                ++singles;
            } else if (auto const m = value(at, WordClass::multiplier)) {
                if (!any && *m != 12 && *m < 100) break;
                part = std::max<std::int64_t>(part, 1) * *m;
                if (part > too_large / 100) return std::nullopt;
                if (*m >= 1000) {
                    total += part;
                    part = 0;
                }
                singles = 0;
            } else if (report_.tokens[at].mark == '-' && any && value(at + 1, WordClass::number).value_or(0) > 0 &&
                       part % 10 == 0 && value(at + 1, WordClass::number).value_or(99) < 10) {
                ++at;
                continue;
            } else if (claims_.has(at, WordClass::conjunction) && any && part % 100 == 0 && part > 0 &&
                       value(at + 1, WordClass::number) && claims_.has(at - 1, WordClass::multiplier)) {
                ++at;
                continue;
            } else {
                break;
            }
            any = true;
            ++at;
        }
        if (!any) return std::nullopt;
        NumberAt number{(total + part) * 100, at, false, false};
        number.bare_article = at == t + 1 && claims_.has(t, WordClass::indefinite);
        return number;
    }

    MentionClaims const& claims_;
    TokenizedReport const& report_;
    std::uint32_t limit_;
};

std::uint64_t NumberReader::hash_of(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return hash_bytes(lower);
}

}  // namespace

std::optional<NumberAt> number_at(MentionClaims const& claims, std::uint32_t t, std::uint32_t limit) {
    return NumberReader(claims, limit).read(t);
}

std::optional<std::int64_t> digits_of(std::string_view text) {
    std::size_t used = 0;
    auto const value = hundredths_of(text, used);
    if (!value || used != text.size() || *value % 100 != 0) return std::nullopt;
    return *value / 100;
}

}  // namespace salname
