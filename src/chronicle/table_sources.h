// Reports of the tables for those who compare texts. Used by table_update.cpp only.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "chronicle/sources.h"
#include "chronicle/table_rows.h"

namespace salname::chronicle {

class StoredIndex : public SourceIndex {
public:
    StoredIndex(journal::Store& store, TableSet& tables) : store_(store), tables_(tables) {}

    void add(std::size_t report, std::string const& original, SourceText text);

    SourceText const& text(std::size_t report) override;
    SourceOf& source(std::size_t report) override;
    std::size_t succeed(std::string const& url, std::size_t report) override;
    std::vector<std::size_t> sharing(std::uint64_t run, std::size_t report) override;

    std::string const& original(std::size_t report);

    // What was said of sources since the last time goes into the rows.
    void put_rows();

private:
    SourceText load(std::size_t report);

    journal::Store& store_;
    TableSet& tables_;
    std::unordered_map<std::size_t, std::string> originals_;
    std::unordered_map<std::size_t, SourceText> texts_;
    std::map<std::size_t, SourceOf> sources_;
};

}  // namespace salname::chronicle
