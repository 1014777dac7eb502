#include "reading/durations.h"

#include <algorithm>

#include "reading/numbers.h"

namespace salname {

namespace {

class DurationFinder {
public:
    explicit DurationFinder(MentionClaims& claims)
        : claims_(claims), report_(claims.report()), packs_(claims.packs()) {}

    void find() {
        for (Sentence const& sentence : report_.sentences) {
            limit_ = sentence.tokens.last;
            start_ = sentence.tokens.first;
            for (std::uint32_t t = start_; t < limit_;) t = at(t);
        }
    }

private:
    [[nodiscard]] bool may_start(std::uint32_t t) const {
        Token const& token = report_.tokens[t];
        if (token.kind == PieceKind::number) return true;
        ClassSet const& c = packs_.words[token.word].classes;
        return c.has(WordClass::number) || c.has(WordClass::multiplier) || c.has(WordClass::half);
    }

    [[nodiscard]] std::optional<std::int32_t> unit_at(std::uint32_t t) const {
        return t < limit_ ? packs_.value_of(report_.tokens[t].word, WordClass::unit) : std::nullopt;
    }

    std::uint32_t at(std::uint32_t t) {
        if (!may_start(t) || !claims_.free(t)) return t + 1;
        Duration duration;
        std::uint32_t const last = read(t, duration);
        if (last == t || duration.empty() || !claims_.free({t, last}) || !plausible(duration)) return t + 1;
        // "over nine months": the word of measure belongs to it.
        bool const measured = t > start_ && claims_.free(t - 1) && claims_.has(t - 1, WordClass::approximate);
        Mention mention;
        mention.tokens = {measured ? t - 1 : t, last};
        mention.kind = MentionKind::duration;
        mention.value = static_cast<std::uint32_t>(claims_.mentions().durations.size());
        mention.rule = "duration";
        claims_.mentions().durations.push_back(duration);
        claims_.claim(mention);
        return last;
    }

    static bool plausible(Duration const& d) {
        return d.years <= 200 && d.months <= 2000 && d.days <= 40000 && d.hours <= 100000;
    }

    // One quantity, then perhaps "and six months"; gives the token after it, or `t` when there is none.
    std::uint32_t read(std::uint32_t t, Duration& duration) {
        std::uint32_t last = quantity(t, duration);
        if (last == t) return t;
        while (last < limit_) {
            std::uint32_t next = last;
            if (claims_.has(next, WordClass::conjunction) || report_.tokens[next].mark == ',') ++next;
            if (next < limit_ && report_.tokens[next - 1].mark == ',' && claims_.has(next, WordClass::conjunction))
                ++next;
            Duration more;
            std::uint32_t const end = next < limit_ && may_start(next) ? quantity(next, more) : next;
            if (end == next || !smaller(more, duration)) break;
            add(duration, more);
            last = end;
        }
        return last;
    }

    static bool smaller(Duration const& more, Duration const& than) {
        if (more.years != 0) return false;
        if (more.months != 0) return than.years != 0 && than.months == 0;
        if (more.weeks != 0 || more.days != 0)
            return (than.years != 0 || than.months != 0 || than.weeks != 0) && than.days == 0;
        return more.minutes != 0 ? than.hours != 0 : than.days != 0 && than.hours == 0;
    }

    static void add(Duration& to, Duration const& more) {
        to.years += more.years;
        to.months += more.months;
        to.weeks += more.weeks;
        to.days += more.days;
        to.hours += more.hours;
        to.minutes += more.minutes;
    }

    std::uint32_t quantity(std::uint32_t t, Duration& duration) {
        std::uint32_t at = t;
        std::int64_t hundredths = 0;
        bool article = false;
        if (claims_.has(at, WordClass::half)) {  // "half a year"
            ++at;
            if (at < limit_ && claims_.has(at, WordClass::determiner)) ++at;
            hundredths = 50;
        } else {
            auto const number = number_at(claims_, at, limit_);
            if (!number) return t;
            hundredths = number->hundredths;
            article = number->bare_article;
            at = number->last;
        }
        at = skip_half(at, hundredths);
        if (at < limit_ && report_.tokens[at].mark == '-' && at + 1 < limit_) ++at;  // "30-day"
        while (at < limit_ && at - t < 8 && report_.tokens[at].mark == '(') {        // "30 (thirty) days"
            std::uint32_t close = at;
            while (close < limit_ && close - at < 5 && report_.tokens[close].mark != ')') ++close;
            if (close >= limit_ || report_.tokens[close].mark != ')') return t;
            at = close + 1;
        }
        std::uint32_t adjectives = 0;
        while (at < limit_ && !unit_at(at) && adjectives < 1 &&
               (claims_.has(at, WordClass::again) || claims_.has(at, WordClass::last))) {
            ++at;
            ++adjectives;
        }
        auto const unit = unit_at(at);
        if (!unit) return t;
        // "a d", "5 m": letters count only after digits, and "an hour" but not "a y"
        bool const letter = report_.tokens[at].end - report_.tokens[at].begin <= 2;
        if (letter && (article || report_.tokens[t].kind != PieceKind::number)) return t;
        ++at;
        if (at < limit_ && claims_.has(at, WordClass::age_marker)) return t;
        if (at + 1 < limit_ && report_.tokens[at].mark == '-' && claims_.has(at + 1, WordClass::age_marker)) return t;
        if (at < limit_ && (claims_.has(at, WordClass::ago) || claims_.has(at, WordClass::later) ||
                            claims_.has(at, WordClass::earlier)))
            return t;
        if (at < limit_ && (claims_.has(at, WordClass::after) || claims_.has(at, WordClass::before)) && *unit != 24 &&
            *unit != 60)
            return t;
        if (at < limit_ && report_.tokens[at].mark == '\'' && report_.tokens[at].glued()) ++at;
        std::uint32_t const before_half = at;
        at = skip_trailing_half(at, hundredths);
        (void)before_half;
        return set(duration, hundredths, *unit) ? at : t;
    }

    // "two and a half"
    std::uint32_t skip_half(std::uint32_t at, std::int64_t& hundredths) const {
        std::uint32_t t = at;
        if (t + 1 >= limit_ || !claims_.has(t, WordClass::conjunction)) return at;
        ++t;
        if (claims_.has(t, WordClass::determiner)) ++t;
        if (t >= limit_ || !claims_.has(t, WordClass::half)) return at;
        hundredths += 50;
        return t + 1;
    }
    // "a year and a half"
    std::uint32_t skip_trailing_half(std::uint32_t at, std::int64_t& hundredths) const {
        return skip_half(at, hundredths);
    }

    static bool set(Duration& d, std::int64_t hundredths, std::int32_t unit) {
        auto const count = static_cast<std::uint32_t>(hundredths / 100);
        bool const half = hundredths % 100 == 50;
        if (hundredths % 100 != 0 && !half) return false;
        switch (unit) {
            case 365:
                d.years = count;
                d.months = half ? 6 : 0;
                return true;
            case 3650: d.years = count * 10; return !half;
            case 30:
                d.months = count;
                d.days = half ? 15 : 0;
                return true;
            case 14: d.weeks = count * 2; return !half;
            case 7: d.weeks = count; return !half;
            case 1:
                d.days = count;
                d.hours = half ? 12 : 0;
                return true;
            case 24:
                d.hours = count;
                d.minutes = half ? 30 : 0;
                return true;
            case 60: d.minutes = count; return !half;
            default: return false;
        }
    }

    MentionClaims& claims_;
    TokenizedReport const& report_;
    Vocabulary const& packs_;
    std::uint32_t start_ = 0;
    std::uint32_t limit_ = 0;
};

}  // namespace

void find_durations(MentionClaims& claims) {
    DurationFinder(claims).find();
}

}  // namespace salname
