#include "chronicle/table_sources.h"

#include <utility>

namespace salname::chronicle {

void StoredIndex::add(std::size_t report, std::string const& original, SourceText text) {
    originals_[report] = original;
    texts_[report] = std::move(text);
}

SourceText const& StoredIndex::text(std::size_t report) {
    auto const known = texts_.find(report);
    return known != texts_.end() ? known->second : texts_[report] = load(report);
}

SourceOf& StoredIndex::source(std::size_t report) {
    auto const [place, fresh] = sources_.try_emplace(report);
    if (fresh)
        if (ReportRow const* row = tables_.reports.find(original(report))) {
            place->second.standing = row->standing;
            place->second.superseded = row->superseded;
        }
    return place->second;
}

std::size_t StoredIndex::succeed(std::string const& url, std::size_t report) {
    std::string& newest = tables_.addresses.change(url);
    std::string const before = std::exchange(newest, original(report));
    ReportRow const* row = before.empty() ? nullptr : tables_.reports.find(before);
    return row == nullptr ? none : row->number;
}

std::vector<std::size_t> StoredIndex::sharing(std::uint64_t run, std::size_t report) {
    std::string const key = number_key(run);
    std::vector<std::uint64_t> const* known = tables_.runs.find(key);
    std::vector<std::size_t> before;
    if (known != nullptr) before.assign(known->begin(), known->end());
    if (before.size() < common_run) tables_.runs.change(key).push_back(report);
    return before;
}

std::string const& StoredIndex::original(std::size_t report) {
    std::string& name = originals_[report];
    if (name.empty())
        if (std::string const* row = tables_.numbers.find(number_key(report))) name = *row;
    return name;
}

void StoredIndex::put_rows() {
    for (auto const& [report, source] : sources_) {
        ReportRow& row = tables_.reports.change(original(report));
        row.superseded = source.superseded;
        if (source.standing == Standing::first || !row.after.empty()) continue;
        row.standing = source.standing;
        row.likeness = source.likeness;
        row.after = original(source.after);
        tables_.reports.change(row.after).followed_by.push_back(original(report));
    }
    sources_.clear();
}

SourceText StoredIndex::load(std::size_t report) {
    SourceText text;
    FactsBuilder facts;
    std::vector<std::uint64_t> const* told = tables_.told.find(original(report));
    for (std::uint64_t const position : told == nullptr ? std::vector<std::uint64_t>() : *told) {
        auto const read = journal::read_entries(store_, position, [&](std::uint64_t, journal::Entry const& e) {
            if (e.kind == "report") facts.add(e.id().hex(), e.author.hex(), e.time, e.seq, e.kind, e.body);
            return false;
        });
        if (!read) tables_.trouble.note(read.error());
    }
    for (Report& one : facts.build().reports) text = {std::move(one.url), one.published, std::move(one.sketch)};
    return text;
}

}  // namespace salname::chronicle
