#include "chronicle/sources.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "chronicle/sketch.h"

namespace salname::chronicle {

namespace {

// Of a sketch so many runs are looked up, and so many of them must be shared before two texts are compared: one is but
// a formula. Texts that are alike by half share two with .96, by .7 with .999.
constexpr std::size_t indexed_runs = 8;
constexpr std::size_t shared_runs = 2;

// A text in the order of its publication: what came first is the original of a copy.
bool earlier(SourceIndex& index, std::size_t a, std::size_t b) {
    Date const& x = index.text(a).published;
    Date const& y = index.text(b).published;
    return !x.empty() && !y.empty() && x != y ? x < y : a < b;
}

std::size_t root_of(std::vector<std::size_t>& parents, std::size_t i) {
    while (parents[i] != i) i = parents[i] = parents[parents[i]];
    return i;
}

// The report before that is most like this one, when it is enough to be a copy.
std::pair<std::size_t, double> most_alike(SourceIndex& index, std::size_t report) {
    SourceText const own = index.text(report);
    std::map<std::size_t, std::size_t> shared;
    std::size_t const runs = std::min(indexed_runs, own.sketch.size());
    for (std::size_t i = 0; i < runs; ++i)
        for (std::size_t const other : index.sharing(own.sketch[i], report)) ++shared[other];
    std::pair<std::size_t, double> best{none, copy_likeness};
    for (auto const& [other, count] : shared) {
        if (count < std::min(shared_runs, runs)) continue;
        SourceText const& text = index.text(other);
        if (!own.url.empty() && text.url == own.url) continue;
        double const how = likeness(own.sketch, text.sketch);
        if (how > best.second || (how == best.second && best.first == none)) best = {other, how};
    }
    return best;
}

class ReportIndex : public SourceIndex {
public:
    explicit ReportIndex(std::vector<Report> const& reports) : sources(reports.size()) {
        for (Report const& report : reports) texts_.push_back({report.url, report.published, report.sketch});
    }
    SourceText const& text(std::size_t report) override { return texts_[report]; }
    SourceOf& source(std::size_t report) override { return sources[report]; }
    std::size_t succeed(std::string const& url, std::size_t report) override {
        auto const [place, fresh] = newest_.emplace(url, report);
        return fresh ? none : std::exchange(place->second, report);
    }
    std::vector<std::size_t> sharing(std::uint64_t run, std::size_t report) override {
        auto& all = having_[run];
        std::vector<std::size_t> before = all;
        if (all.size() < common_run) all.push_back(report);
        return before;
    }

    std::vector<SourceOf> sources;

private:
    std::vector<SourceText> texts_;
    std::unordered_map<std::string, std::size_t> newest_;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> having_;
};

}  // namespace

std::size_t place_report(SourceIndex& index, std::size_t report) {
    std::size_t linked = none;
    if (std::string const& url = index.text(report).url; !url.empty()) {
        std::size_t const before = index.succeed(url, report);
        if (before != none) {
            index.source(before).superseded = true;
            SourceOf& own = index.source(report);
            own.standing = Standing::new_version;
            own.after = before;
            linked = report;
        }
    }
    auto const [best, how] = most_alike(index, report);
    if (best == none) return linked;
    bool const this_is_copy = !earlier(index, report, best);
    std::size_t const copy = this_is_copy ? report : best;
    SourceOf& source = index.source(copy);
    if (source.standing != Standing::first) return linked;
    source.standing = Standing::copy;
    source.after = this_is_copy ? best : report;
    source.likeness = how;
    return copy;
}

std::vector<SourceOf> find_sources_of(std::vector<Report> const& reports) {
    ReportIndex index(reports);
    for (std::size_t i = 0; i < reports.size(); ++i) place_report(index, i);
    find_voices(index.sources);
    return std::move(index.sources);
}

void find_voices(std::vector<SourceOf>& sources) {
    std::vector<std::size_t> parents(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) parents[i] = i;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (sources[i].standing == Standing::first) continue;
        std::size_t const a = root_of(parents, i);
        std::size_t const b = root_of(parents, sources[i].after);
        parents[std::max(a, b)] = std::min(a, b);
    }
    for (std::size_t i = 0; i < sources.size(); ++i) sources[i].voice = root_of(parents, i);
}

std::string_view change_between(std::string_view before, std::string_view after) {
    auto const old_sketch = sketch_of(before);
    auto const new_sketch = sketch_of(after);
    if (likeness(old_sketch, new_sketch) < copy_likeness) return "follow-up";
    // Every line of the old text is there still, in its order: something was only added.
    std::size_t from = 0;
    for (std::string_view rest = before; !rest.empty();) {
        std::size_t const end = rest.find('\n');
        std::string_view const line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        std::size_t const at = after.find(line, from);
        if (at == std::string_view::npos) return "correction";
        from = at + line.size();
    }
    return "update";
}

}  // namespace salname::chronicle
