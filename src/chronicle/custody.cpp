#include "chronicle/custody.h"

#include <algorithm>

namespace salname::chronicle {

namespace {

bool happened(Account const& account) {
    return account.modality != Modality::denied && account.modality != Modality::planned;
}

// Taken off the street: whoever is taken again was free in between.
bool takes_anew(EventType type) {
    return type == EventType::detained || type == EventType::arrested || type == EventType::abducted;
}

// Tells of somebody who is in custody.
bool shows_custody(EventType type) {
    return type == EventType::transferred || type == EventType::hunger_strike || type == EventType::ill_treated ||
           type == EventType::custody_extended;
}

std::optional<DayBounds> after(DayBounds from, Duration const& term) {
    std::int64_t const months = std::int64_t{term.years} * 12 + term.months;
    std::int64_t const days = std::int64_t{term.weeks} * 7 + term.days;
    constexpr std::int64_t longest = 200 * 12;
    if (months > longest || days > longest * 31 || (months == 0 && days == 0)) return std::nullopt;
    auto const moved = [&](std::int32_t day) {
        auto const number = day_number(plus_months(from_day_number(day), static_cast<std::int32_t>(months)));
        return number ? *number + static_cast<std::int32_t>(days) : day;
    };
    return DayBounds{moved(from.earliest), moved(from.latest)};
}

class Walk {
public:
    explicit Walk(std::span<Account const* const> accounts) : accounts_(accounts) {}

    std::vector<CustodyPeriod> walk() {
        for (std::size_t i = 0; i < accounts_.size(); ++i) {
            Account const& account = *accounts_[i];
            auto const when = bounds_of(account.date);
            if (!happened(account) || !when) continue;
            if (begins_custody(account))
                begin(i, *when);
            else if (ends_custody(account))
                end(*when);
            else if (open_ && shows_custody(account.type))
                last_sign_ = *when;
        }
        if (open_) close();
        return std::move(periods_);
    }

private:
    void begin(std::size_t i, DayBounds when) {
        Account const& account = *accounts_[i];
        // A term that was over by then ended by itself.
        bool const over = open_ && term_end_ && when.earliest > term_end_->latest;
        bool const anew = open_ && takes_anew(account.type) && when.earliest > last_sign_.latest && !term_end_;
        if (over || anew) close();
        if (!open_) {
            open_ = CustodyPeriod{when, when, CustodyEnd::open, i};
            term_end_.reset();
        }
        last_sign_ = when;
        // A sentence counts from the day that custody began.
        DayBounds const from = account.type == EventType::sentenced ? open_->begin : when;
        auto const term = after(from, account.duration);
        if (!term) return;
        if (!term_end_ || account.type == EventType::sentenced || term->latest > term_end_->latest) term_end_ = term;
    }

    void end(DayBounds when) {
        if (!open_) return;
        // What was over before the release is told of ended with its term.
        if (term_end_ && when.earliest > term_end_->latest) return close();
        open_->end = when;
        open_->how = CustodyEnd::released;
        keep();
    }

    void close() {
        open_->end = term_end_ ? *term_end_ : last_sign_;
        open_->how = term_end_ ? CustodyEnd::term : CustodyEnd::open;
        keep();
    }

    void keep() {
        periods_.push_back(*open_);
        open_.reset();
        term_end_.reset();
    }

    std::span<Account const* const> accounts_;
    std::optional<CustodyPeriod> open_;
    std::optional<DayBounds> term_end_;
    DayBounds last_sign_;
    std::vector<CustodyPeriod> periods_;
};

}  // namespace

std::optional<DayBounds> bounds_of(Date const& date) {
    PartialDate first = date.begin;
    PartialDate last = date.is_interval() ? date.end : date.begin;
    if (first.year == 0 || last.year == 0) return std::nullopt;
    if (first.month == 0) first.month = 1;
    if (first.day == 0) first.day = 1;
    if (last.month == 0) last.month = 12;
    if (last.day == 0) last.day = days_in_month(last.year, last.month);
    auto const from = day_number(first);
    auto const to = day_number(last);
    if (!from || !to || *to < *from) return std::nullopt;
    return DayBounds{*from, *to};
}

CustodialKinds custodial_kinds(Vocabulary const& packs) {
    CustodialKinds kinds;
    for (Entry const& entry : packs.entries)
        if (entry.kind == static_cast<std::uint32_t>(EntryKind::kind_of_term) && entry.value == 1)
            kinds.emplace(packs.string(entry.name));
    return kinds;
}

bool begins_custody(Account const& account) {
    switch (account.type) {
        case EventType::detained:
        case EventType::arrested:
        case EventType::abducted:
        case EventType::custody_ordered:
        case EventType::custody_extended: return true;
        case EventType::sentenced: return account.behind_bars;
        default: return false;
    }
}

bool ends_custody(Account const& account) {
    switch (account.type) {
        case EventType::released:
        case EventType::acquitted:
        case EventType::pardoned:
        case EventType::died:
        case EventType::deported:
        case EventType::house_arrest: return true;
        case EventType::appeal_decided: return account.outcome == "released";
        default: return false;
    }
}

std::vector<CustodyPeriod> custody_periods(std::span<Account const* const> accounts) {
    return Walk(accounts).walk();
}

DayCount days_in_custody(std::span<CustodyPeriod const> periods, std::optional<std::int32_t> until) {
    DayCount count{0, 0};
    for (CustodyPeriod const& period : periods) {
        std::int32_t last_sure = period.end.earliest;
        std::optional<std::int32_t> last_possible = period.end.latest;
        if (period.how == CustodyEnd::open) last_possible = until;
        if (until) {
            if (period.begin.earliest > *until) continue;
            last_sure = std::min(last_sure, *until);
            last_possible = std::min(last_possible.value_or(*until), *until);
        }
        count.least += std::max(0, last_sure - period.begin.latest);
        if (!last_possible)
            count.most.reset();
        else if (count.most)
            *count.most += std::max(0, *last_possible - period.begin.earliest);
    }
    return count;
}

}  // namespace salname::chronicle
