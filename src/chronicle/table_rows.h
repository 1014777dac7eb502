// Rows of the chronicle's tables and their working set. Used by tables*.cpp only; docs/formats/archive.md names them.
//
// Nothing here is more than an index into the journal: which entries tell of an original, which names and originals
// may be one person's. Names that may be joined, by evidence or by any decision, standing or not, lie in one component:
// what a component's entries say about its people can be computed without looking at any other.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "chronicle/sources.h"
#include "journal/store.h"

namespace salname::chronicle {

// An original that was added.
struct ReportRow {
    std::uint32_t number = 0;  // in the order of Facts::reports
    Standing standing = Standing::first;
    std::string after;  // original
    double likeness = 0;
    bool superseded = false;
    std::vector<std::string> followed_by;      // originals that come after this one
    std::map<std::string, std::string> names;  // name → component; "": what is told of nobody by name
};

// Full forms of names, by NameForm::key.
struct FormRow {
    std::string component;
    PersonRef first;  // the least that bears it
};

struct ComponentRow {
    std::vector<std::string> reports;
    std::vector<std::string> forms;  // keys
    // What was computed of it: keys of rows in other tables.
    std::vector<std::string> cases;
    std::vector<std::string> persons;
    std::vector<std::string> events;
    std::vector<std::string> apart;  // by decisions that stand: original, name, other original, other name; and so on
    std::uint32_t event_count = 0;
};

[[nodiscard]] std::string print_row(ReportRow const& row);
[[nodiscard]] std::string print_row(FormRow const& row);
[[nodiscard]] std::string print_row(ComponentRow const& row);
[[nodiscard]] std::string print_row(std::string const& row);                 // as it is
[[nodiscard]] std::string print_row(std::vector<std::string> const& row);    // JSON
[[nodiscard]] std::string print_row(std::vector<std::uint64_t> const& row);  // decimal, blanks between
[[nodiscard]] bool parse_row(std::string_view text, ReportRow& row);
[[nodiscard]] bool parse_row(std::string_view text, FormRow& row);
[[nodiscard]] bool parse_row(std::string_view text, ComponentRow& row);
[[nodiscard]] bool parse_row(std::string_view text, std::string& row);
[[nodiscard]] bool parse_row(std::string_view text, std::vector<std::string>& row);
[[nodiscard]] bool parse_row(std::string_view text, std::vector<std::uint64_t>& row);

// Trouble of a table, kept until somebody asks, so that a lookup can give a row and no more.
struct TableTrouble {
    std::optional<Fault> fault;  // the first
    void note(Fault fault_of) {
        if (!fault) fault = std::move(fault_of);
    }
};

// One table: rows that were looked up or changed, over those that lie in the store.
template <typename Row>
class Table {
public:
    Table(journal::Store& store, std::string_view name, TableTrouble& trouble)
        : store_(&store), name_(name), trouble_(&trouble) {}

    [[nodiscard]] Row const* find(std::string const& key) {
        Held& held = look(key);
        return held.there ? &held.row : nullptr;
    }
    // Only of a row that is there, or that comes into being by this.
    [[nodiscard]] Row& change(std::string const& key) {
        Held& held = look(key);
        held.there = held.changed = true;
        return held.row;
    }
    void erase(std::string const& key) {
        Held& held = look(key);
        held.row = Row{};
        held.changed = true;
        held.there = false;
    }
    // For a table that is known to be empty in the store: nothing need be looked up there.
    void start_empty() { empty_ = true; }
    void end_empty() { empty_ = false; }

    // Calls `put(table, key, value or none)` of what was changed, and forgets everything.
    template <typename Put>
    void flush(Put&& put) {
        for (auto& [key, held] : held_)
            if (held.changed) put(name_, key, held.there ? std::optional(print_row(held.row)) : std::nullopt);
        held_.clear();
    }

private:
    struct Held {
        Row row;
        bool there = false;
        bool changed = false;
    };

    Held& look(std::string const& key) {
        auto const [place, fresh] = held_.try_emplace(key);
        if (!fresh || empty_) return place->second;
        auto const text = store_->cache_get(name_, key);
        if (!text) {
            trouble_->note(text.error());
        } else if (*text) {
            place->second.there = parse_row(**text, place->second.row);
            if (!place->second.there)
                trouble_->note({FaultKind::malformed, "a row of table " + std::string(name_) + " is damaged", {}});
        }
        return place->second;
    }

    journal::Store* store_;
    std::string_view name_;
    TableTrouble* trouble_;
    std::unordered_map<std::string, Held> held_;
    bool empty_ = false;
};

// All tables.
struct TableSet {
    explicit TableSet(journal::Store& store)
        : reports(store, "report", trouble),
          numbers(store, "number", trouble),
          told(store, "told", trouble),
          runs(store, "run", trouble),
          addresses(store, "address", trouble),
          forms(store, "form", trouble),
          blocks(store, "block", trouble),
          components(store, "component", trouble),
          pairs(store, "pair", trouble),
          cases(store, "case", trouble),
          persons(store, "person", trouble),
          events(store, "event", trouble),
          conflicts(store, "conflict", trouble),
          questions(store, "question", trouble),
          hidden(store, "hidden", trouble),
          authors(store, "author", trouble),
          readers(store, "reader", trouble) {}
    TableSet(TableSet const&) = delete;
    TableSet& operator=(TableSet const&) = delete;
    ~TableSet() = default;

    TableTrouble trouble;
    Table<ReportRow> reports;                   // original →
    Table<std::string> numbers;                 // number of a report → original
    Table<std::vector<std::uint64_t>> told;     // original → positions of the entries that tell of it
    Table<std::vector<std::uint64_t>> runs;     // run of a sketch → numbers of reports
    Table<std::string> addresses;               // address → original of the newest report there
    Table<FormRow> forms;                       // key of a name →
    Table<std::vector<std::string>> blocks;     // key of a block → keys of names
    Table<ComponentRow> components;             // id →
    Table<std::vector<std::string>> pairs;      // two forms that may be one person's → their keys, the score
    Table<std::vector<std::string>> cases;      // id → component, summary
    Table<std::vector<std::string>> persons;    // id → component, summary
    Table<std::string> events;                  // id → component
    Table<std::vector<std::string>> conflicts;  // component → summaries
    Table<std::vector<std::string>> questions;  // component → open questions
    Table<std::vector<std::string>> hidden;     // id of a protected person → shown name, forms
    Table<std::string> authors;                 // key → name
    Table<std::string> readers;                 // hash of a program and packs that read → nothing

    template <typename Visit>
    void each(Visit&& visit) {
        visit(reports), visit(numbers), visit(told), visit(runs), visit(addresses), visit(forms), visit(blocks);
        visit(components), visit(pairs), visit(cases), visit(persons), visit(events), visit(conflicts);
        visit(questions), visit(hidden), visit(authors), visit(readers);
    }
};

// Fixed width, so that keys sort as numbers do.
[[nodiscard]] std::string number_key(std::uint64_t number);

}  // namespace salname::chronicle
