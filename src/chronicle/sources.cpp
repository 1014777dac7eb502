#include "chronicle/sources.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "chronicle/sketch.h"

namespace salname::chronicle {

namespace {

// A text in the order of its publication: what came first is the original of a copy.
bool earlier(std::vector<Report> const& reports, std::size_t a, std::size_t b) {
    Date const& x = reports[a].published;
    Date const& y = reports[b].published;
    return !x.empty() && !y.empty() && x != y ? x < y : a < b;
}

std::size_t root_of(std::vector<std::size_t>& parents, std::size_t i) {
    while (parents[i] != i) i = parents[i] = parents[parents[i]];
    return i;
}

void find_versions(std::vector<Report> const& reports, std::vector<SourceOf>& sources) {
    std::unordered_map<std::string_view, std::size_t> newest;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (reports[i].url.empty()) continue;
        auto const [known, fresh] = newest.emplace(reports[i].url, i);
        if (fresh) continue;
        sources[i].standing = Standing::new_version;
        sources[i].after = known->second;
        sources[known->second].superseded = true;
        known->second = i;
    }
}

void find_copies(std::vector<Report> const& reports, std::vector<SourceOf>& sources) {
    constexpr std::size_t common_run = 200;  // reports that share a run; a formula of a form letter says nothing
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> having;
    std::unordered_map<std::uint32_t, std::uint32_t> shared;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        shared.clear();
        for (std::uint64_t const run : reports[i].sketch) {
            auto& others = having[run];
            if (others.size() < common_run) {
                for (std::uint32_t const other : others) ++shared[other];
                others.push_back(static_cast<std::uint32_t>(i));
            }
        }
        std::size_t best = reports.size();
        double best_likeness = 0;
        for (auto const& [other, count] : shared) {
            if (count < 3 || (!reports[i].url.empty() && reports[other].url == reports[i].url)) continue;
            double const how = likeness(reports[i].sketch, reports[other].sketch);
            if (how < copy_likeness || how < best_likeness || (how == best_likeness && other > best)) continue;
            best = other;
            best_likeness = how;
        }
        if (best == reports.size()) continue;
        bool const this_is_copy = !earlier(reports, i, best);
        std::size_t const copy = this_is_copy ? i : best;
        if (sources[copy].standing != Standing::first) continue;
        sources[copy] = {0, Standing::copy, this_is_copy ? best : i, best_likeness, sources[copy].superseded};
    }
}

}  // namespace

std::vector<SourceOf> find_sources_of(std::vector<Report> const& reports) {
    std::vector<SourceOf> sources(reports.size());
    find_versions(reports, sources);
    find_copies(reports, sources);
    std::vector<std::size_t> parents(reports.size());
    for (std::size_t i = 0; i < reports.size(); ++i) parents[i] = i;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (sources[i].standing == Standing::first) continue;
        std::size_t const a = root_of(parents, i);
        std::size_t const b = root_of(parents, sources[i].after);
        parents[std::max(a, b)] = std::min(a, b);
    }
    for (std::size_t i = 0; i < reports.size(); ++i) sources[i].voice = root_of(parents, i);
    return sources;
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
