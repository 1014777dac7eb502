#include "chronicle/table_update.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <span>
#include <thread>

#include "chronicle/review.h"
#include "chronicle/summary.h"
#include "chronicle/table_news.h"
#include "chronicle/table_output.h"
#include "chronicle/table_rows.h"
#include "chronicle/table_sources.h"
#include "text/jobs.h"

namespace salname::chronicle {

namespace {

using Json = nlohmann::json;

constexpr std::string_view state_table = "state";
constexpr std::string_view state_key = "tables";
constexpr std::size_t most_at_once = 4096;                // components that are written in one step
constexpr std::size_t bytes_saved_together = 64U << 20U;  // likewise, of those that are written in one of many steps
constexpr std::size_t bytes_together = 4U << 20U;  // of entries, of components that are computed at the same time
constexpr std::uint64_t chunk_size = 32768;        // entries whose names are held in memory together

std::string print_state(TableState const& state) {
    return Json{{"covered", state.covered}, {"reports", state.reports}, {"fingerprint", state.fingerprint},
                {"last", state.last},       {"waiting", state.waiting}, {"at_work", state.at_work}}
        .dump();
}

class Update {
public:
    Update(journal::Store& store, Knowledge const& knowledge, TableState state, std::optional<std::string> found_state)
        : store_(store),
          knowledge_(knowledge),
          state_(std::move(state)),
          found_state_(std::move(found_state)),
          tables_(store),
          sources_(store, tables_) {
        if (state_.covered == 0) tables_.each([](auto& table) { table.start_empty(); });
    }

    // Whether the news can be added to what is there; otherwise everything must be computed again.
    [[nodiscard]] bool follows(News const& news) {
        if (state_.covered == 0) return true;
        if (state_.waiting) return false;
        if (!news.reports.empty() && news.reports.front().order <= state_.last) return false;
        return std::none_of(news.reports.begin(), news.reports.end(),
                            [&](NewReport const& report) { return tables_.reports.find(report.original) != nullptr; });
    }

    // What the news say of who is named where; to be written by finish().
    Result<void> take(News news) {
        for (auto& [original, positions] : news.told) {
            auto& told = tables_.told.change(original);
            told.insert(told.end(), positions.begin(), positions.end());
        }
        for (auto const& [author, name] : news.authors) tables_.authors.change(author) = name;
        for (std::string const& reader : news.readers) (void)tables_.readers.change(reader);
        take_reports(news);
        for (auto const& [original, names] : news.names) take_names(original, names, news.forms);
        for (std::string const& original : regrouped_) join_voices(original);
        regrouped_.clear();
        for (auto const& [a, b] : news.joined) join(component_of(a), component_of(b));
        for (auto const& [original, positions] : news.told) touch(original);
        state_.covered = news.end;
        state_.waiting = state_.waiting || waiting_ || news.undo_waits;
        if (tables_.trouble.fault) return tl::unexpected(*tables_.trouble.fault);
        return {};
    }

    [[nodiscard]] std::uint64_t covered() const { return state_.covered; }

    // Puts down what was done so far, when much is still to come.
    Result<void> pause() {
        if (state_.at_work.empty()) state_.at_work = number_key(std::random_device{}());
        return save();
    }

    // Computes what changed and writes it. Many components are written in steps; the state says that somebody is at
    // it until the last is done.
    Result<void> finish(std::function<void(std::size_t, std::size_t)> const& progress) {
        std::vector<std::string> const dirty(dirty_.begin(), dirty_.end());
        if (dirty.size() > most_at_once)
            if (auto const begun = pause(); !begun) return begun;
        for (std::size_t i = 0; i < dirty.size();) {
            auto const put = put_outputs(std::span(dirty).subspan(i));
            if (!put) return tl::unexpected(put.error());
            if (progress) progress(i, dirty.size());
            i += *put;
            if (state_.at_work.empty() || computed_bytes_ < bytes_saved_together) continue;
            if (auto const saved = save(); !saved) return saved;
        }
        state_.at_work.clear();
        return save();
    }

private:
    void take_reports(News& news) {
        for (NewReport& report : news.reports) {
            std::uint32_t const number = state_.reports++;
            tables_.reports.change(report.original).number = number;
            tables_.numbers.change(number_key(number)) = report.original;
            sources_.add(number, report.original, std::move(report.text));
            std::size_t const linked = place_report(sources_, number);
            if (linked != none) regrouped_.insert(sources_.original(linked));
            sources_.put_rows();
            state_.last = report.order;
        }
    }

    void take_names(std::string const& original, std::set<std::string> const& names,
                    std::map<std::pair<std::string, std::string>, std::set<std::string>> const& forms) {
        ReportRow const* report = tables_.reports.find(original);
        if (report == nullptr) {
            waiting_ = true;
            return;
        }
        std::uint32_t const number = report->number;
        for (std::string const& name : names) {
            ReportRow& row = tables_.reports.change(original);
            auto const [place, fresh] = row.names.emplace(name, number_key(number) + name);
            std::string component = place->second;
            if (fresh) {
                tables_.components.change(component).reports.push_back(original);
                dirty_.insert(component);
            }
            if (name.empty()) continue;
            for (std::string const& form : forms.at({original, name})) take_form({original, name}, form);
        }
        if (!report->after.empty() || !report->followed_by.empty()) regrouped_.insert(original);
    }

    void take_form(PersonRef const& bearer, std::string const& name) {
        std::string const key = knowledge_.names->key_of(name);
        if (FormRow const* known = tables_.forms.find(key)) {
            join(component_of(bearer), known->component);
            if (bearer < known->first) tables_.forms.change(key).first = bearer;
            return;
        }
        NameForm const form = knowledge_.names->form_of(name);
        if (!form.full) return;
        std::string const component = component_of(bearer);
        tables_.forms.change(form.key) = {component, bearer};
        tables_.components.change(component).forms.push_back(form.key);
        std::set<std::string> met;
        for (std::uint64_t const block_key : form.keys) {
            auto& block = tables_.blocks.change(number_key(block_key));
            met.insert(block.begin(), block.end());
            block.insert(std::lower_bound(block.begin(), block.end(), form.key), form.key);
        }
        for (std::string const& other : met) compare(form, other);
    }

    void compare(NameForm const& form, std::string const& key) {
        FormRow const* other = tables_.forms.find(key);
        if (other == nullptr) return;
        double const score = knowledge_.names->score(form, form_known(key));
        linking::Verdict const verdict = linking::verdict_of(score);
        if (verdict == linking::Verdict::same) join(tables_.forms.find(form.key)->component, other->component);
        if (verdict != linking::Verdict::unsure) return;
        auto const pair = std::minmax(form.key, key);
        tables_.pairs.change(pair.first + '\t' + pair.second) = {pair.first, pair.second, Json(score).dump()};
    }

    NameForm const& form_known(std::string const& key) {
        auto const [place, fresh] = known_forms_.try_emplace(key);
        if (fresh) place->second = knowledge_.names->form_of(key);
        return place->second;
    }

    // Empty when no reading names him.
    std::string component_of(PersonRef const& ref) {
        ReportRow const* report = tables_.reports.find(ref.original);
        if (report == nullptr) {
            waiting_ = true;
            return {};
        }
        auto const found = report->names.find(ref.name);
        return found == report->names.end() ? std::string() : found->second;
    }

    // The one with the lesser name takes in the other; so it does not matter who meets whom first.
    void join(std::string const& a, std::string const& b) {
        if (a == b || a.empty() || b.empty()) return;
        auto const [into, from] = std::minmax(a, b);
        std::string const kept = into;
        std::string const gone = from;
        ComponentRow taken = std::move(tables_.components.change(gone));
        ComponentRow& row = tables_.components.change(kept);
        for (std::string const& original : taken.reports) {
            for (auto& [name, component] : tables_.reports.change(original).names)
                if (component == gone) component = kept;
            if (std::find(row.reports.begin(), row.reports.end(), original) == row.reports.end())
                row.reports.push_back(original);
        }
        for (std::string const& form : taken.forms) {
            tables_.forms.change(form).component = kept;
            row.forms.push_back(form);
        }
        forget_output(tables_, gone, taken);
        tables_.components.erase(gone);
        dirty_.erase(gone);
        dirty_.insert(kept);
    }

    // Versions and copies of one text name the same people.
    void join_voices(std::string const& original) {
        std::vector<std::string> open{original};
        std::set<std::string> group;
        while (!open.empty()) {
            std::string const one = std::move(open.back());
            open.pop_back();
            if (!group.insert(one).second) continue;
            ReportRow const* row = tables_.reports.find(one);
            if (row == nullptr) continue;
            if (!row->after.empty()) open.push_back(row->after);
            open.insert(open.end(), row->followed_by.begin(), row->followed_by.end());
        }
        std::map<std::string, PersonRef> first;
        for (std::string const& one : group) {
            ReportRow const* row = tables_.reports.find(one);
            if (row == nullptr) continue;
            std::vector<std::string> names;
            for (auto const& [name, component] : row->names) names.push_back(name);
            for (std::string const& name : names) {
                auto const [place, fresh] = first.emplace(name, PersonRef{one, name});
                if (!fresh) join(component_of(place->second), component_of({one, name}));
            }
            touch(one);
        }
    }

    void touch(std::string const& original) {
        ReportRow const* report = tables_.reports.find(original);
        if (report == nullptr) {
            waiting_ = true;
            return;
        }
        for (auto const& [name, component] : report->names) dirty_.insert(component);
    }

    // Of the first of these components, as many as are worth computing together. Gives their number.
    Result<std::size_t> put_outputs(std::span<std::string const> components) {
        std::vector<SliceSource> sources;
        std::size_t bytes = 0;
        while (sources.size() < components.size() && bytes < bytes_together) {
            auto source = source_around(store_, tables_, components.subspan(sources.size(), 1));
            if (!source) return tl::unexpected(source.error());
            for (std::string const& entry : source->entries) bytes += entry.size();
            sources.push_back(std::move(*source));
        }
        computed_bytes_ += bytes;
        std::vector<Result<Chronicle>> computed(sources.size());
        run_jobs(jobs_, sources.size(), [&](std::size_t k) { computed[k] = compute_slice(sources[k], knowledge_); });
        for (std::size_t k = 0; k < sources.size(); ++k) {
            if (!computed[k]) return tl::unexpected(computed[k].error());
            put_output(tables_, *computed[k], components[k]);
        }
        return sources.size();
    }

    Result<void> save() {
        computed_bytes_ = 0;
        if (tables_.trouble.fault) return tl::unexpected(*tables_.trouble.fault);
        struct Row {
            std::string_view table;
            std::string key;
            std::optional<std::string> value;
        };
        std::vector<Row> rows;
        tables_.each([&](auto& table) {
            table.flush([&](std::string_view name, std::string const& key, std::optional<std::string> value) {
                rows.push_back({name, key, std::move(value)});
            });
            table.end_empty();
        });
        std::string const state = print_state(state_);
        std::vector<journal::CacheChange> changes;
        changes.reserve(rows.size() + 1);
        for (Row const& row : rows)
            changes.push_back(
                {row.table, row.key, row.value ? std::optional<std::string_view>(*row.value) : std::nullopt});
        changes.push_back({state_table, state_key, state});
        journal::CacheGuard const guard{state_table, state_key,
                                        found_state_ ? std::optional<std::string_view>(*found_state_) : std::nullopt};
        auto const written = store_.cache_write(changes, guard);
        found_state_ = state;
        return written;
    }

    journal::Store& store_;
    Knowledge const& knowledge_;
    TableState state_;
    std::optional<std::string> found_state_;
    TableSet tables_;
    StoredIndex sources_;
    std::set<std::string> dirty_;      // components to compute again
    std::set<std::string> regrouped_;  // originals whose versions or copies changed
    std::unordered_map<std::string, NameForm> known_forms_;
    unsigned jobs_ = std::max(1U, std::thread::hardware_concurrency());
    std::size_t computed_bytes_ = 0;  // of entries, since the last save
    bool waiting_ = false;
};

// False when the entries don't follow what is there.
Result<bool> take_all(journal::Store& store, Knowledge const& knowledge, TableState const& state,
                      std::optional<std::string> const& found, std::uint64_t chunk,
                      std::function<void(std::size_t, std::size_t)> const& progress) {
    Update update(store, knowledge, state, found);
    auto const count = store.count();
    if (!count) return tl::unexpected(count.error());
    bool first = true;
    while (update.covered() < *count) {
        if (!first)
            if (auto const paused = update.pause(); !paused) return tl::unexpected(paused.error());
        first = false;
        if (progress) progress(update.covered(), *count);
        auto news = read_news(store, update.covered(), chunk);
        if (!news) return tl::unexpected(news.error());
        if (!update.follows(*news)) return false;
        if (auto const taken = update.take(std::move(*news)); !taken) return tl::unexpected(taken.error());
    }
    return update.finish(progress).map([] { return true; });
}

}  // namespace

Result<std::optional<std::string>> state_text(journal::Store& store) {
    return store.cache_get(state_table, state_key);
}

std::optional<TableState> parse_state(std::string_view text) {
    Json const json = Json::parse(text, nullptr, false);
    auto const holds = [&](char const* name, auto test) { return json.contains(name) && (json[name].*test)(); };
    bool const sound = json.is_object() && holds("covered", &Json::is_number_unsigned) &&
                       holds("reports", &Json::is_number_unsigned) && holds("fingerprint", &Json::is_string) &&
                       holds("last", &Json::is_string) && holds("waiting", &Json::is_boolean) &&
                       holds("at_work", &Json::is_string);
    if (!sound) return std::nullopt;
    return TableState{json["covered"], json["reports"], json["fingerprint"],
                      json["last"],    json["waiting"], json["at_work"]};
}

Result<void> update_tables(journal::Store& store, Knowledge const& knowledge, std::string const& fingerprint,
                           std::function<void(std::size_t, std::size_t)> const& progress) {
    auto found = state_text(store);
    if (!found) return tl::unexpected(found.error());
    auto state = *found ? parse_state(**found) : std::nullopt;
    auto const count = store.count();
    if (!count) return tl::unexpected(count.error());
    bool const usable =
        state && state->at_work.empty() && state->fingerprint == fingerprint && state->covered <= *count;
    if (usable && state->covered == *count) return {};
    TableState fresh;
    fresh.fingerprint = fingerprint;
    if (usable) {
        auto done = take_all(store, knowledge, *state, *found, chunk_size, progress);
        if (!done || *done) return done.map([](bool) {});
    }
    // From nothing; when the entries don't come in the order of their time, all at once.
    for (std::uint64_t const chunk : {chunk_size, std::numeric_limits<std::uint64_t>::max()}) {
        if (auto const dropped = store.drop_cache(); !dropped) return dropped;
        auto done = take_all(store, knowledge, fresh, std::nullopt, chunk, progress);
        if (!done || *done) return done.map([](bool) {});
    }
    return fault(FaultKind::malformed, "the entries can't be put in order");
}

}  // namespace salname::chronicle
