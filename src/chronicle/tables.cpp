#include "chronicle/tables.h"

#include <algorithm>
#include <set>

#include "chronicle/table_slice.h"
#include "chronicle/table_update.h"

namespace salname::chronicle {

namespace {

constexpr unsigned version = 1;  // of what the tables hold
constexpr int attempts = 5;      // against another process that writes them too

Fault damaged_row() {
    return {FaultKind::malformed, "a row of the tables is damaged; `salname rebuild` makes them again", {}};
}

}  // namespace

Tables::Tables(journal::Store& store, Knowledge knowledge, std::string fingerprint)
    : store_(store),
      knowledge_(std::move(knowledge)),
      fingerprint_(std::to_string(version) + ' ' + std::move(fingerprint)) {}

Result<bool> Tables::current() {
    auto const text = state_text(store_);
    if (!text) return tl::unexpected(text.error());
    auto const state = *text ? parse_state(**text) : std::nullopt;
    auto const count = store_.count();
    if (!count) return tl::unexpected(count.error());
    return state && state->at_work.empty() && state->fingerprint == fingerprint_ && state->covered == *count;
}

Result<void> Tables::update(Progress const& progress) {
    Result<void> done;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        done = update_tables(store_, knowledge_, fingerprint_, progress);
        if (done || done.error().kind != FaultKind::overtaken) return done;
    }
    return done;
}

Result<void> Tables::scan(std::string_view table, std::function<bool(std::string_view)> const& visit) {
    bool sound = true;
    auto scanned = store_.cache_scan(table, "", [&](std::string_view, std::string_view value) {
        sound = sound && visit(value);
        return sound;
    });
    if (!scanned) return scanned;
    if (!sound) return tl::unexpected(damaged_row());
    return {};
}

template <typename Summary>
Result<std::vector<Summary>> Tables::summaries(std::string_view table,
                                               std::optional<Summary> (*parse)(std::string_view text)) {
    std::vector<Summary> all;
    auto const scanned = scan(table, [&](std::string_view value) {
        std::vector<std::string> row;
        if (!parse_row(value, row) || row.size() != 2) return false;
        auto summary = parse(row[1]);
        if (summary) all.push_back(std::move(*summary));
        return summary.has_value();
    });
    if (!scanned) return tl::unexpected(scanned.error());
    return all;
}

Result<std::vector<CaseSummary>> Tables::cases() {
    return summaries("case", parse_case_summary);
}

Result<std::vector<PersonSummary>> Tables::people() {
    return summaries("person", parse_person_summary);
}

Result<std::vector<ConflictSummary>> Tables::conflicts() {
    std::vector<ConflictSummary> all;
    auto const scanned = scan("conflict", [&](std::string_view value) {
        std::vector<std::string> rows;
        if (!parse_row(value, rows)) return false;
        for (std::string const& row : rows) {
            auto summary = parse_conflict_summary(row);
            if (!summary) return false;
            all.push_back(std::move(*summary));
        }
        return true;
    });
    if (!scanned) return tl::unexpected(scanned.error());
    return all;
}

Result<std::vector<HiddenName>> Tables::hidden() {
    std::vector<HiddenName> all;
    bool sound = true;
    auto const scanned = store_.cache_scan("hidden", "", [&](std::string_view key, std::string_view value) {
        std::vector<std::string> row;
        sound = parse_row(value, row) && !row.empty();
        if (sound) all.push_back({std::string(key), row[0], {row.begin() + 1, row.end()}});
        return sound;
    });
    if (!scanned) return tl::unexpected(scanned.error());
    // Never half a list: what is missing from it would be shown.
    if (!sound) return tl::unexpected(damaged_row());
    return all;
}

Result<std::vector<OpenQuestion>> Tables::questions() {
    std::vector<OpenQuestion> all;
    bool sound = true;
    auto scanned = store_.cache_scan("question", "", [&](std::string_view key, std::string_view value) {
        std::vector<std::string> rows;
        sound = parse_row(value, rows);
        for (std::string const& row : rows) {
            auto question = parse_question(row);
            sound = sound && question;
            if (!question) break;
            question->components = {std::string(key)};
            all.push_back(std::move(*question));
        }
        return sound;
    });
    if (!scanned) return tl::unexpected(scanned.error());
    // Names of two components that may be one person's.
    TableSet tables(store_);
    std::vector<std::vector<std::string>> pairs;
    scanned = store_.cache_scan("pair", "", [&](std::string_view, std::string_view value) {
        sound = sound && parse_row(value, pairs.emplace_back()) && pairs.back().size() == 3;
        return sound;
    });
    if (!scanned) return tl::unexpected(scanned.error());
    std::set<std::pair<std::string, std::string>> asked;
    for (auto const& pair : pairs) {
        FormRow const* a = tables.forms.find(pair[0]);
        FormRow const* b = tables.forms.find(pair[1]);
        if (a == nullptr || b == nullptr || a->component == b->component) continue;
        ComponentRow const* left = tables.components.find(a->component);
        ComponentRow const* right = tables.components.find(b->component);
        if (left == nullptr || right == nullptr) continue;
        std::set<std::pair<std::string, std::string>> answered;
        for (std::size_t i = 0; i + 3 < left->apart.size(); i += 4) {
            ReportRow const* x = tables.reports.find(left->apart[i]);
            ReportRow const* y = tables.reports.find(left->apart[i + 2]);
            if (x == nullptr || y == nullptr) continue;
            auto const p = x->names.find(left->apart[i + 1]);
            auto const q = y->names.find(left->apart[i + 3]);
            if (p != x->names.end() && q != y->names.end()) answered.insert(std::minmax(p->second, q->second));
        }
        auto const both = std::minmax(a->component, b->component);
        if (answered.contains(both) || !asked.insert(both).second) continue;
        double const score = std::strtod(pair[2].c_str(), nullptr);
        OpenQuestion question;
        question.kind = QuestionKind::same_person;
        question.a = text_of(std::min(a->first, b->first));
        question.b = text_of(std::max(a->first, b->first));
        question.weight = identity_weight(std::min(left->event_count, right->event_count), score);
        question.components = {both.first, both.second};
        all.push_back(std::move(question));
    }
    if (!sound) return tl::unexpected(damaged_row());
    if (tables.trouble.fault) return tl::unexpected(*tables.trouble.fault);
    std::sort(all.begin(), all.end(), [](OpenQuestion const& x, OpenQuestion const& y) {
        return std::tie(x.deferred, y.weight, x.kind, x.a, x.b) < std::tie(y.deferred, x.weight, y.kind, y.a, y.b);
    });
    return all;
}

Result<std::vector<std::string>> Tables::components_of(std::string_view id) {
    constexpr std::size_t shortest = 4;
    if (id.size() < shortest) return std::vector<std::string>();
    std::string_view const table = id[0] == 'C' ? "case" : id[0] == 'P' ? "person" : "event";
    std::set<std::string> found;
    bool sound = true;
    auto const scanned = store_.cache_scan(table, id, [&](std::string_view, std::string_view value) {
        std::vector<std::string> row;
        if (table == "event") {
            found.emplace(value);
            return true;
        }
        sound = parse_row(value, row) && !row.empty();
        if (sound) found.insert(row[0]);
        return sound;
    });
    if (!scanned) return tl::unexpected(scanned.error());
    if (!sound) return tl::unexpected(damaged_row());
    return std::vector<std::string>(found.begin(), found.end());
}

Result<std::vector<std::string>> Tables::components_in(std::string const& original) {
    TableSet tables(store_);
    std::set<std::string> found;
    if (ReportRow const* report = tables.reports.find(original))
        for (auto const& [name, component] : report->names) found.insert(component);
    if (tables.trouble.fault) return tl::unexpected(*tables.trouble.fault);
    return std::vector<std::string>(found.begin(), found.end());
}

Result<Chronicle> Tables::around(std::span<std::string const> components) {
    TableSet tables(store_);
    auto chronicle = slice_around(store_, tables, knowledge_, components);
    if (!chronicle) return chronicle;
    auto known = hidden();
    if (!known) return tl::unexpected(known.error());
    chronicle->hidden = std::move(*known);
    auto const scanned = store_.cache_scan("author", "", [&](std::string_view key, std::string_view value) {
        chronicle->facts.author_names.emplace(key, value);
        return true;
    });
    if (!scanned) return tl::unexpected(scanned.error());
    return chronicle;
}

Result<bool> Tables::has(std::string const& original) {
    return store_.cache_get("report", original).map([](auto const& row) { return row.has_value(); });
}

Result<bool> Tables::has_reader(std::string const& hash) {
    return store_.cache_get("reader", hash).map([](auto const& row) { return row.has_value(); });
}

Result<std::string> Tables::newest_at(std::string const& address) {
    return store_.cache_get("address", address).map([](auto const& row) { return row.value_or(std::string()); });
}

}  // namespace salname::chronicle
