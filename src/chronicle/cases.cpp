#include "chronicle/cases.h"

#include <algorithm>
#include <map>

namespace salname::chronicle {

namespace {

constexpr std::int32_t quiet_days = 365;  // after so long without an event a new beginning is a new matter

bool opens_matter(EventType type) {
    switch (type) {
        case EventType::posted:
        case EventType::summoned:
        case EventType::questioned:
        case EventType::warned:
        case EventType::detained:
        case EventType::arrested:
        case EventType::abducted:
        case EventType::searched:
        case EventType::charged:
        case EventType::investigation_opened:
        case EventType::fined:
        case EventType::sentenced: return true;
        default: return false;
    }
}

bool is_ruling(EventType type) {
    return type == EventType::sentenced || type == EventType::fined || type == EventType::acquitted ||
           type == EventType::convicted || type == EventType::appeal_decided;
}

class Gathering {
public:
    Gathering(People const& people, Events const& events) : people_(people), events_(events) {}

    std::vector<CaseRecord> gather() {
        for (std::size_t e = 0; e < events_.all.size(); ++e) {
            if (events_.all[e].person == none) continue;
            if (std::string const name = link_of(events_.all[e]); !name.empty()) {
                named(events_.all[e].person, name).events.push_back(e);
                continue;
            }
            if (begins_new(e)) start(events_.all[e].person);
            cases_[current_].events.push_back(e);
        }
        std::erase_if(cases_, [](CaseRecord const& one) { return one.events.empty(); });
        for (CaseRecord& one : cases_) finish(one);
        std::sort(cases_.begin(), cases_.end(), [](CaseRecord const& a, CaseRecord const& b) { return a.id < b.id; });
        return std::move(cases_);
    }

private:
    [[nodiscard]] std::string link_of(Event const& event) const {
        std::string name;
        for (std::size_t const i : event.accounts)
            if (!events_.accounts[i].link.empty()) name = events_.accounts[i].link;
        return name;
    }

    CaseRecord& named(std::size_t person, std::string const& name) {
        auto const [place, fresh] = named_.emplace(std::pair(person, name), cases_.size());
        if (fresh) {
            CaseRecord one;
            one.person = person;
            one.name = name;
            cases_.push_back(std::move(one));
        }
        return cases_[place->second];
    }

    void start(std::size_t person) {
        current_ = cases_.size();
        CaseRecord one;
        one.person = person;
        cases_.push_back(std::move(one));
    }

    // Events come by person and in order of time.
    [[nodiscard]] bool begins_new(std::size_t e) {
        Event const& event = events_.all[e];
        auto const when = bounds_of(event.merged.date);
        bool const other_person = cases_.empty() || person_ != event.person;
        bool const quiet = when && last_ && when->earliest - *last_ > quiet_days;
        bool const fresh = other_person || (quiet && opens_matter(event.merged.type));
        if (other_person) last_.reset();
        person_ = event.person;
        if (when) last_ = std::max(last_.value_or(when->latest), when->latest);
        return fresh;
    }

    void finish(CaseRecord& one) {
        std::vector<Account const*> accounts;
        AccountRef const* least = nullptr;
        bool appealed = false;
        for (std::size_t const e : one.events) {
            Event const& event = events_.all[e];
            accounts.push_back(&event.merged);
            for (std::size_t const i : event.accounts)
                if (least == nullptr || events_.accounts[i].ref < *least) least = &events_.accounts[i].ref;
            add_charges(one, e);
            if (!is_ruling(event.merged.type) || event.merged.modality == Modality::planned) continue;
            bool const on_appeal = event.merged.type == EventType::appeal_decided;
            one.rulings.push_back({!on_appeal ? Instance::first
                                   : appealed ? Instance::cassation
                                              : Instance::appeal,
                                   e});
            appealed = appealed || on_appeal;
        }
        one.id = short_id('C', one.name.empty() ? text_of(*least) : people_.persons[one.person].id + one.name);
        one.custody = custody_periods(accounts);
    }

    void add_charges(CaseRecord& one, std::size_t e) {
        Account const& merged = events_.all[e].merged;
        std::vector<std::string> texts = merged.charges;
        for (ProvisionCited const& p : merged.provisions)
            texts.push_back(p.code.empty() ? p.article : p.code + ' ' + p.article);
        for (std::string const& text : texts) {
            auto const known = std::find_if(one.charges.begin(), one.charges.end(),
                                            [&](ChargeHistory const& c) { return c.text == text; });
            if (known == one.charges.end())
                one.charges.push_back({text, {e}});
            else
                known->events.push_back(e);
        }
    }

    People const& people_;
    Events const& events_;
    std::vector<CaseRecord> cases_;
    std::map<std::pair<std::size_t, std::string>, std::size_t> named_;
    std::size_t current_ = 0;
    std::size_t person_ = none;
    std::optional<std::int32_t> last_;
};

// What an event makes of somebody's status; none when it changes nothing.
std::optional<Status> status_after(Account const& a) {
    switch (a.type) {
        case EventType::summoned:
        case EventType::questioned:
        case EventType::warned:
        case EventType::searched:
        case EventType::dismissed: return Status::under_pressure;
        case EventType::investigation_opened: return Status::investigated;
        case EventType::detained:
        case EventType::arrested:
        case EventType::abducted: return Status::detained;
        case EventType::custody_ordered:
        case EventType::custody_extended: return Status::remanded;
        case EventType::house_arrest: return Status::house_arrest;
        case EventType::charged: return Status::charged;
        case EventType::tried: return Status::on_trial;
        case EventType::convicted: return Status::sentenced;
        case EventType::sentenced: return a.behind_bars ? Status::serving : Status::sentenced;
        case EventType::fined: return Status::fined;
        case EventType::released: return Status::released;
        case EventType::acquitted: return Status::acquitted;
        case EventType::pardoned: return Status::pardoned;
        case EventType::deported: return Status::deported;
        case EventType::died: return Status::died;
        case EventType::appeal_decided:
            if (a.outcome == "released") return Status::released;
            return std::nullopt;
        default: return std::nullopt;
    }
}

// Being charged or tried changes nothing for who sits already.
bool outranks(Status before, Status after) {
    bool const held = before == Status::detained || before == Status::remanded || before == Status::house_arrest ||
                      before == Status::serving;
    bool const weaker = after == Status::under_pressure || after == Status::investigated || after == Status::charged ||
                        after == Status::on_trial;
    bool const milder = before != Status::unknown && after == Status::under_pressure;
    return !(held && weaker) && !milder && before != Status::died;
}

}  // namespace

std::optional<Status> status_named(std::string_view name) {
    for (std::size_t i = 0; i < status_names.size(); ++i)
        if (status_names[i] == name) return static_cast<Status>(i);
    return std::nullopt;
}

std::vector<CaseRecord> gather_cases(People const& people, Events const& events) {
    return Gathering(people, events).gather();
}

StatusOn status_on(CaseRecord const& one, Events const& events, std::optional<std::int32_t> day) {
    StatusOn now;
    for (std::size_t const e : one.events) {
        Account const& merged = events.all[e].merged;
        if (merged.modality == Modality::denied || merged.modality == Modality::planned) continue;
        if (day) {
            auto const when = bounds_of(merged.date);
            if (!when || when->earliest > *day) continue;
        }
        auto const after = status_after(merged);
        if (after && outranks(now.status, *after)) now = {*after, e};
    }
    // A fixed term ends by itself.
    bool const held = now.status == Status::serving || now.status == Status::detained;
    if (!day || !held || one.custody.empty()) return now;
    CustodyPeriod const& last = one.custody.back();
    if (last.how == CustodyEnd::term && last.end.latest < *day) now.status = Status::term_served;
    return now;
}

}  // namespace salname::chronicle
