// What new entries of a journal say, as far as the tables need it: who is named where, which decisions touch what.
// Used by table_update.cpp only.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "chronicle/facts.h"
#include "chronicle/sources.h"
#include "journal/store.h"

namespace salname::chronicle {

struct NewReport {
    std::string order;  // sorts as Facts::reports are sorted
    std::string original;
    SourceText text;
};

struct News {
    std::vector<NewReport> reports;                      // in order, each original once
    std::map<std::string, std::set<std::string>> names;  // original → names in its readings, "" for nobody
    std::map<std::pair<std::string, std::string>, std::set<std::string>> forms;  // original, name → every form
    std::map<std::string, std::vector<std::uint64_t>> told;                      // original → positions, ascending
    std::vector<std::pair<PersonRef, PersonRef>> joined;                         // by any decision
    std::map<std::string, std::string> authors;                                  // key → name
    std::set<std::string> readers;  // hashes of programs and packs that read
    std::vector<Fault> faults;
    bool undo_waits = false;  // an undo of what did not come yet
    std::uint64_t end = 0;    // entries of the journal
};

// Of at most `most` entries.
[[nodiscard]] Result<News> read_news(journal::Store& store, std::uint64_t from, std::uint64_t most);

}  // namespace salname::chronicle
