// What the entries of a journal say, taken together: reports with their readings, and the decisions that stand.
//
// A set: the order in which entries arrived changes nothing, so that archives which exchanged bundles agree.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "chronicle/decision.h"
#include "model/reading.h"

namespace salname::chronicle {

// One original with all that was said of it.
struct Report {
    std::string original;  // SHA-256 of its bytes, its name for ever
    std::string entry;     // the entry that added it first
    std::string time;      // when it was added
    std::string author;
    std::string file;
    std::string url;
    std::string outlet;
    Date published;
    std::string change;  // of the version before at the same address: update, correction, follow-up
    std::vector<std::uint64_t> sketch;
    std::vector<Reading> readings;          // the newest
    std::vector<Reading> earlier_readings;  // that decisions may still point into

    // How lists and pages call it.
    [[nodiscard]] std::string const& source_name() const { return outlet.empty() ? file : outlet; }
};

struct MadeDecision {
    std::string entry;
    std::string author;
    std::string time;
    std::uint64_t seq = 0;  // of the author's entries
    Decision decision;
    std::string taken_back;  // the undo that takes it back; empty: it stands
};

struct Facts {
    std::vector<Report> reports;           // by time and entry
    std::vector<MadeDecision> decisions;   // that stand, in the same order
    std::vector<MadeDecision> taken_back;  // that don't, any more
    std::map<std::string, std::string> author_names;
    std::string name;  // of the archive
};

// Collects entries in any order. What can't be understood is remembered as a fault and left out.
class FactsBuilder {
public:
    // `id`, `author`: hexadecimal; `time`: RFC 3339; `seq`: of the author's entries; `body`: JSON.
    void add(std::string_view id, std::string_view author, std::string_view time, std::uint64_t seq,
             std::string_view kind, std::string_view body);

    // `known_on`, a day: only what had been entered by its end counts. Empty: everything.
    [[nodiscard]] Facts build(std::string_view known_on = {}) const;
    [[nodiscard]] std::vector<Fault> const& faults() const { return faults_; }

private:
    struct Item {
        std::string id, author, time;
        std::uint64_t seq = 0;
    };
    struct ReportItem : Item {
        Report report;
    };
    struct ReadingItem : Item {
        std::string original;
        std::vector<Reading> readings;
    };
    struct DecisionItem : Item {
        Decision decision;
    };
    struct UndoItem : Item {
        std::string target;
    };

    void complain(std::string_view id, std::string what);

    std::vector<ReportItem> reports_;
    std::vector<ReadingItem> readings_;
    std::vector<DecisionItem> decisions_;
    std::vector<UndoItem> undos_;
    std::vector<std::pair<Item, std::string>> names_;
    std::vector<std::pair<Item, std::string>> archive_names_;
    std::vector<Fault> faults_;
};

// Bodies of entries.
[[nodiscard]] std::string report_body(Report const& report);
// `readings`: a JSON array as docs/formats/reading.md describes it.
[[nodiscard]] std::string reading_body(std::string_view original, std::string_view readings);
[[nodiscard]] std::string undo_body(std::string_view decision, std::string_view reason);
[[nodiscard]] std::string name_body(std::string_view name);  // of an author or an archive

}  // namespace salname::chronicle
