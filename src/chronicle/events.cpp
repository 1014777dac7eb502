#include "chronicle/events.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "chronicle/told_accounts.h"
#include "text/fold.h"

namespace salname::chronicle {

namespace {

constexpr std::string_view contested_slots[] = {"type", "date", "duration", "money", "count", "outcome", "modality"};
constexpr std::string_view plain_slots[] = {"kind",  "charges", "provisions", "authority",
                                            "place", "source",  "platform",   "target"};

// How well two accounts go together; none when they can't tell of one occurrence.
std::optional<int> fit(Account const& a, Account const& b) {
    bool const both_dated = !a.date.empty() && !b.date.empty();
    if (both_dated && !compatible(a.date, b.date)) return std::nullopt;
    bool const one_day = both_dated && a.date == b.date && a.date.begin.day != 0;
    int score = one_day ? 4 : both_dated ? 2 : 0;
    auto const weigh = [&](bool both, bool equal) {
        if (!both) return true;
        score += equal ? 2 : 0;
        return equal || one_day;  // of one day: a disagreement about one occurrence
    };
    if (!weigh(!a.duration.empty() && !b.duration.empty(), a.duration == b.duration)) return std::nullopt;
    if (!weigh(a.money && b.money, a.money == b.money)) return std::nullopt;
    if (!weigh(a.count && b.count, a.count == b.count)) return std::nullopt;
    if (!weigh(!a.outcome.empty() && !b.outcome.empty(), a.outcome == b.outcome)) return std::nullopt;
    if (!weigh(!a.platform.empty() && !b.platform.empty(), a.platform == b.platform)) return std::nullopt;
    if (!weigh(true, (a.modality == Modality::planned) == (b.modality == Modality::planned))) return std::nullopt;
    auto const alike = [&](std::string const& x, std::string const& y) { return !x.empty() && fold(x) == fold(y); };
    score += alike(a.place, b.place) + alike(a.authority, b.authority);
    return score;
}

class Gathering {
public:
    Gathering(Facts const& facts, std::vector<SourceOf> const& sources, People const& people)
        : facts_(facts), sources_(sources) {
        events_.accounts = told_accounts(facts, people);
    }

    Events gather() {
        take_decisions();
        std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < events_.accounts.size(); ++i) {
            ToldAccount const& told = events_.accounts[i];
            if (told.judgement == Judgement::rejected) continue;
            // What tells of nobody by name is kept to its own voice.
            std::size_t const voice = told.person == none ? sources_[told.report].voice : 0;
            groups[{told.person, voice}].push_back(i);
        }
        for (auto& [whose, accounts] : groups) gather_group(whose.first, accounts);
        set_order();
        std::sort(events_.all.begin(), events_.all.end(), [&](Event const& x, Event const& y) {
            return std::tuple(x.person, x.order, place_in_text(x)) < std::tuple(y.person, y.order, place_in_text(y));
        });
        return std::move(events_);
    }

private:
    void take_decisions() {
        for (MadeDecision const& made : facts_.decisions) {
            Decision const& d = made.decision;
            if (d.verb != Verb::same_event && d.verb != Verb::other_event) continue;
            for (std::size_t const a : find(*d.account))
                for (std::size_t const b : find(*d.other_account)) {
                    auto const pair = std::minmax(a, b);
                    (d.verb == Verb::same_event ? together_ : apart_).insert(pair);
                    (d.verb == Verb::same_event ? apart_ : together_).erase(pair);
                }
        }
    }

    [[nodiscard]] std::vector<std::size_t> find(AccountRef const& ref) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < events_.accounts.size(); ++i)
            if (speaks_of(ref, events_.accounts[i].ref)) found.push_back(i);
        return found;
    }

    [[nodiscard]] Account const& account(std::size_t i) const { return events_.accounts[i].account; }

    // Those that say most come first, so that vaguer ones find them.
    void gather_group(std::size_t person, std::vector<std::size_t>& accounts) {
        std::sort(accounts.begin(), accounts.end(), [&](std::size_t a, std::size_t b) {
            return std::tuple(-said(a), published(a), a) < std::tuple(-said(b), published(b), b);
        });
        std::vector<std::vector<std::size_t>> found;
        for (std::size_t const i : accounts) {
            std::size_t const best = best_event(found, i);
            if (best == found.size())
                found.push_back({i});
            else
                found[best].push_back(i);
        }
        for (auto& one : found) add_event(person, std::move(one));
    }

    [[nodiscard]] int said(std::size_t i) const {
        Account const& a = account(i);
        return 4 * a.date.begin.full() + 2 * !a.date.empty() + !a.duration.empty() + a.money.has_value();
    }

    [[nodiscard]] PartialDate published(std::size_t i) const {
        return facts_.reports[events_.accounts[i].report].published.begin;
    }

    std::size_t best_event(std::vector<std::vector<std::size_t>> const& found, std::size_t i) {
        std::size_t best = found.size();
        int best_score = 0;
        std::size_t possible = 0;
        std::size_t only = found.size();
        for (std::size_t e = 0; e < found.size(); ++e) {
            if (joined_type(account(found[e][0]).type) != joined_type(account(i).type)) continue;
            bool decided = false;
            auto const score = fit_of(found[e], i, decided);
            if (decided) return e;
            if (!score) continue;
            ++possible;
            only = e;
            if (*score > best_score) {
                best = e;
                best_score = *score;
            }
        }
        // Nothing to tell it by: it may be the only occurrence of its kind that is known.
        if (best == found.size() && possible == 1 && comes_from_elsewhere(found[only], i)) return only;
        if (best != found.size() && best_score < 2) {
            events_.questions.push_back(
                {found[best][0], i, "same type and person; nothing contradicts, little agrees"});
            return found.size();
        }
        return best;
    }

    [[nodiscard]] std::optional<int> fit_of(std::vector<std::size_t> const& event, std::size_t i, bool& decided) const {
        std::optional<int> total = 0;
        for (std::size_t const other : event) {
            auto const pair = std::minmax(other, i);
            decided = decided || together_.contains(pair);
            if (!total) continue;
            bool const one_reading = events_.accounts[other].report == events_.accounts[i].report &&
                                     events_.accounts[other].reading == events_.accounts[i].reading;
            auto const score = fit(account(other), account(i));
            if (apart_.contains(pair) || one_reading || !score)
                total = std::nullopt;
            else
                total = std::max(*total, *score);
        }
        return total;
    }

    [[nodiscard]] bool comes_from_elsewhere(std::vector<std::size_t> const& event, std::size_t i) const {
        bool const undated = account(i).date.empty() || account(event[0]).date.empty();
        return undated && std::none_of(event.begin(), event.end(), [&](std::size_t other) {
                   return events_.accounts[other].report == events_.accounts[i].report;
               });
    }

    void add_event(std::size_t person, std::vector<std::size_t> accounts) {
        std::sort(accounts.begin(), accounts.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(published(a), a) < std::pair(published(b), b);
        });
        Event event;
        event.person = person;
        event.accounts = accounts;
        event.id = short_id('E', text_of(events_.accounts[*std::min_element(accounts.begin(), accounts.end())].ref));
        std::set<std::size_t> voices;
        for (std::size_t const i : accounts) {
            voices.insert(sources_[events_.accounts[i].report].voice);
            event.judgement = better(event.judgement, events_.accounts[i].judgement);
        }
        event.voices = voices.size();
        merge(event);
        events_.all.push_back(std::move(event));
    }

    static Judgement better(Judgement a, Judgement b) {
        auto const rank = [](Judgement j) { return is_sure(j) ? 2 : j == Judgement::unverifiable ? 1 : 0; };
        return rank(b) > rank(a) ? b : a;
    }

    // Values by how many voices give them; a reviewer's come first.
    [[nodiscard]] std::vector<SaidValue> said_values(Event const& event, std::string_view slot) const {
        std::map<std::string, std::vector<std::size_t>> by_value;
        for (std::size_t const i : event.accounts)
            if (std::string value = slot_text(account(i), slot); !value.empty()) by_value[value].push_back(i);
        std::vector<SaidValue> values;
        for (auto& [value, accounts] : by_value) values.push_back({value, accounts});
        std::stable_sort(values.begin(), values.end(), [&](SaidValue const& a, SaidValue const& b) {
            return weight(a.accounts) > weight(b.accounts);
        });
        return values;
    }

    [[nodiscard]] std::tuple<bool, std::size_t, PartialDate> weight(std::vector<std::size_t> const& accounts) const {
        std::set<std::size_t> voices;
        bool judged = false;
        PartialDate latest;
        for (std::size_t const i : accounts) {
            Judgement const j = events_.accounts[i].judgement;
            judged = judged || is_sure(j);
            voices.insert(sources_[events_.accounts[i].report].voice);
            latest = std::max(latest, published(i));
        }
        return {judged, voices.size(), latest};
    }

    void merge(Event& event) {
        std::size_t const lead =
            *std::max_element(event.accounts.begin(), event.accounts.end(), [&](std::size_t a, std::size_t b) {
                return std::tuple(weight({a}), said(a), b) < std::tuple(weight({b}), said(b), a);
            });
        event.merged = account(lead);
        for (std::string_view const slot : contested_slots) {
            auto values = said_values(event, slot);
            if (values.empty()) continue;
            if (slot == "date") prefer_precise(values);
            (void)set_slot(event.merged, slot, values[0].value);
            if (slot == "date")
                std::erase_if(values, [&](SaidValue const& v) {
                    return agrees(values[0].value, v.value) && v.value != values[0].value;
                });
            // "Detained" and "arrested" are two words for one thing here.
            if (values.size() > 1 && slot != "type")
                event.disagreements.push_back({std::string(slot), std::move(values)});
        }
        for (std::string_view const slot : plain_slots) {
            auto const values = said_values(event, slot);
            if (!values.empty()) (void)set_slot(event.merged, slot, values[0].value);
        }
    }

    static bool agrees(std::string const& a, std::string const& b) {
        auto const x = parse_edtf(a);
        auto const y = parse_edtf(b);
        return x && y && compatible(*x, *y);
    }

    // "April 2021" does not speak against 15 April: of dates that agree the fuller one is shown.
    static void prefer_precise(std::vector<SaidValue>& values) {
        auto const known_parts = [](std::string const& text) {
            auto const date = parse_edtf(text);
            return !date ? 0 : (date->begin.year != 0) + (date->begin.month != 0) + (date->begin.day != 0);
        };
        for (std::size_t i = 1; i < values.size(); ++i)
            if (agrees(values[0].value, values[i].value) && known_parts(values[i].value) > known_parts(values[0].value))
                std::swap(values[0], values[i]);
    }

    // Events stand by their dates; those without a year after those with one, those without a date after what their
    // report told before them.
    void set_order() {
        std::vector<std::size_t> event_of(events_.accounts.size(), events_.all.size());
        for (std::size_t e = 0; e < events_.all.size(); ++e) {
            Event& event = events_.all[e];
            for (std::size_t const i : event.accounts) event_of[i] = e;
            PartialDate const date = event.merged.date.begin;
            constexpr std::int64_t no_year = 9998;
            if (!date.empty())
                event.order =
                    (date.year != 0 ? std::int64_t{date.year} : no_year) * 10000 + date.month * 100 + date.day;
        }
        // Accounts are sorted by original and trigger: the order of each text.
        std::map<std::pair<std::size_t, std::size_t>, std::int64_t> last;
        for (std::size_t i = 0; i < events_.accounts.size(); ++i) {
            if (event_of[i] == events_.all.size()) continue;
            Event& event = events_.all[event_of[i]];
            std::int64_t& before = last[{events_.accounts[i].report, event.person}];
            if (event.merged.date.empty() && event.order == 0) event.order = before;
            before = event.order;
        }
    }

    [[nodiscard]] std::pair<std::size_t, std::uint32_t> place_in_text(Event const& event) const {
        ToldAccount const& told = events_.accounts[event.accounts.front()];
        return {told.report, told.ref.begin};
    }

    Facts const& facts_;
    std::vector<SourceOf> const& sources_;
    Events events_;
    std::set<std::pair<std::size_t, std::size_t>> together_;
    std::set<std::pair<std::size_t, std::size_t>> apart_;
};

}  // namespace

Events gather_events(Facts const& facts, std::vector<SourceOf> const& sources, People const& people) {
    return Gathering(facts, sources, people).gather();
}

}  // namespace salname::chronicle
