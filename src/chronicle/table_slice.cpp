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

std::vector<SourceOf> sources_of(SliceSource const& source, std::vector<Report> const& reports) {
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < reports.size(); ++i) places.emplace(reports[i].original, i);
    std::vector<SourceOf> sources(reports.size());
    for (auto const& [original, row] : source.rows) {
        auto const own = places.find(original);
        if (own == places.end()) continue;
        SourceOf& told = sources[own->second];
        told.superseded = row.superseded;
        auto const after = places.find(row.after);
        if (row.standing == Standing::first || after == places.end()) continue;
        told.standing = row.standing;
        told.after = after->second;
        told.likeness = row.likeness;
    }
    find_voices(sources);
    return sources;
}

}  // namespace

Result<SliceSource> source_around(journal::Store& store, TableSet& tables, std::span<std::string const> components) {
    SliceSource source;
    std::set<std::uint64_t> positions;
    for (std::string const& original : originals_of(tables, components)) {
        if (std::vector<std::uint64_t> const* told = tables.told.find(original))
            positions.insert(told->begin(), told->end());
        if (ReportRow const* row = tables.reports.find(original)) source.rows.emplace_back(original, *row);
    }
    for (std::uint64_t const position : positions) {
        auto const read = store.scan(position, [&](journal::StoredEntry const& entry) {
            source.entries.emplace_back(entry.text);
            return false;
        });
        if (!read) return tl::unexpected(read.error());
    }
    if (tables.trouble.fault) return tl::unexpected(*tables.trouble.fault);
    return source;
}

Result<Chronicle> compute_slice(SliceSource const& source, Knowledge const& knowledge) {
    FactsBuilder builder;
    for (std::string const& text : source.entries) {
        auto const entry = journal::parse_entry(text);
        if (!entry) return tl::unexpected(entry.error());
        builder.add(entry->id().hex(), entry->author.hex(), entry->time, entry->seq, entry->kind, entry->body);
    }
    Facts facts = builder.build();
    auto sources = sources_of(source, facts.reports);
    return compute(std::move(facts), std::move(sources), knowledge);
}

Result<Chronicle> slice_around(journal::Store& store, TableSet& tables, Knowledge const& knowledge,
                               std::span<std::string const> components) {
    auto const source = source_around(store, tables, components);
    if (!source) return tl::unexpected(source.error());
    return compute_slice(*source, knowledge);
}

}  // namespace salname::chronicle
