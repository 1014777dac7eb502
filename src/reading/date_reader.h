// Reads one date expression at a token. Internal to the stage of dates.
#pragma once

#include <optional>
#include <string_view>

#include "reading/mention.h"

namespace salname {

struct FoundDate {
    TokenRange tokens;
    DateExpression date;
    std::string_view rule;
};

class DateReader {
public:
    explicit DateReader(MentionClaims const& claims)
        : claims_(claims), report_(claims.report()), packs_(claims.packs()) {}

    // A quick look: can a date begin with this token?
    [[nodiscard]] bool may_start(std::uint32_t t) const;

    // The longest date that begins at `t`, within the sentence.
    [[nodiscard]] std::optional<FoundDate> read(std::uint32_t t, TokenRange sentence);

private:
    using Found = std::optional<FoundDate>;

    [[nodiscard]] std::optional<std::int32_t> value(std::uint32_t t, WordClass c) const;
    [[nodiscard]] bool has(std::uint32_t t, WordClass c) const { return t < limit_ && claims_.has(t, c); }
    [[nodiscard]] char mark(std::uint32_t t) const { return t < limit_ ? report_.tokens[t].mark : '\0'; }
    [[nodiscard]] std::optional<std::int32_t> digits(std::uint32_t t) const;
    [[nodiscard]] std::optional<std::int32_t> month_at(std::uint32_t t) const;
    [[nodiscard]] std::optional<std::int32_t> day_at(std::uint32_t t) const;
    [[nodiscard]] std::optional<std::int32_t> year_at(std::uint32_t t) const;
    [[nodiscard]] std::optional<std::int32_t> unit_at(std::uint32_t t) const { return value(t, WordClass::unit); }

    Found numeric(std::uint32_t t);
    Found iso(std::uint32_t t);
    Found month_first(std::uint32_t t);
    Found day_first(std::uint32_t t);
    Found year_alone(std::uint32_t t);
    [[nodiscard]] bool counts(std::uint32_t t, std::int32_t number) const;
    Found weekday(std::uint32_t t);
    Found relative_day(std::uint32_t t);
    Found amount_away(std::uint32_t t);
    Found unit_beside(std::uint32_t t);
    Found named_part(std::uint32_t t);
    Found core(std::uint32_t t);

    // Adds a year that follows ("March 3, 2020", "May of last year"); gives the token after.
    std::uint32_t take_year(std::uint32_t t, DateExpression& date);
    std::uint32_t take_era(std::uint32_t t, DateExpression& date) const;
    Found with_range(Found first);

    MentionClaims const& claims_;
    TokenizedReport const& report_;
    Vocabulary const& packs_;
    std::uint32_t start_ = 0;
    std::uint32_t limit_ = 0;
};

}  // namespace salname
