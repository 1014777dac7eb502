#include "chronicle/table_slice.h"

#include <algorithm>
#include <set>

namespace salname::chronicle {

namespace {

// The originals of the components, and those that they are versions or copies of.
std::set<std::string> originals_of(TableSet& tables, std::span<std::string const> components) {
    std::vector<std::string> open;
    for (std::string const& id : components)
        if (ComponentRow const* component = tables.components.find(id))
            open.insert(open.end(), component->reports.begin(), component->reports.end());
    std::set<std::string> found;
    while (!open.empty()) {
        std::string const original = std::move(open.back());
        open.pop_back();
        if (!found.insert(original).second) continue;
        ReportRow const* report = tables.reports.find(original);
        if (report != nullptr && !report->after.empty()) open.push_back(report->after);
    }
    return found;
}

std::vector<SourceOf> sources_of(TableSet& tables, std::vector<Report> const& reports) {
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < reports.size(); ++i) places.emplace(reports[i].original, i);
    std::vector<SourceOf> sources(reports.size());
    for (std::size_t i = 0; i < reports.size(); ++i) {
        ReportRow const* row = tables.reports.find(reports[i].original);
        if (row == nullptr) continue;
        sources[i].superseded = row->superseded;
        auto const after = places.find(row->after);
        if (row->standing == Standing::first || after == places.end()) continue;
        sources[i].standing = row->standing;
        sources[i].after = after->second;
        sources[i].likeness = row->likeness;
    }
    find_voices(sources);
    return sources;
}

}  // namespace

Result<Chronicle> slice_around(journal::Store& store, TableSet& tables, Knowledge const& knowledge,
                               std::span<std::string const> components) {
    std::set<std::uint64_t> positions;
    for (std::string const& original : originals_of(tables, components))
        if (std::vector<std::uint64_t> const* told = tables.told.find(original))
            positions.insert(told->begin(), told->end());
    FactsBuilder builder;
    for (std::uint64_t const position : positions) {
        auto const read = journal::read_entries(store, position, [&](std::uint64_t, journal::Entry const& entry) {
            builder.add(entry.id().hex(), entry.author.hex(), entry.time, entry.seq, entry.kind, entry.body);
            return false;
        });
        if (!read) return tl::unexpected(read.error());
    }
    Facts facts = builder.build();
    auto sources = sources_of(tables, facts.reports);
    if (tables.trouble.fault) return tl::unexpected(*tables.trouble.fault);
    return compute(std::move(facts), std::move(sources), knowledge);
}

}  // namespace salname::chronicle
