// A journal in words, for tests: reports of invented people, decisions, undos.
#pragma once

#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "chronicle/chronicle.h"
#include "chronicle/reading_record.h"
#include "chronicle/sketch.h"
#include "publishing/chronicle_rows.h"
#include "publishing/reading_json.h"

namespace salname::chronicle {

class Story {
public:
    Story() = default;
    // What is told goes there instead, which gives the id of the entry.
    explicit Story(std::function<std::string(std::string const& kind, std::string const& body)> sink)
        : sink_(std::move(sink)) {}

    // Adds a report with accounts "Name|type|edtf|ISO duration".
    std::string report(std::string const& text, std::vector<std::string> const& accounts, std::string const& url = {},
                       std::string const& outlet = {}) {
        Report report;
        report.original = std::string(64 - std::to_string(reports_).size(), '0') + std::to_string(reports_);
        ++reports_;
        report.file = "r" + std::to_string(reports_) + ".txt";
        report.url = url;
        report.outlet = outlet;
        report.sketch = sketch_of(text);
        add("report", report_body(report));
        add("reading", reading_body(report.original, "[" + json_of(reading(report, accounts)) + "]"));
        return report.original;
    }

    std::string decide(Decision const& decision) { return add("decision", body_of(decision)); }
    std::string undo(std::string const& decision) { return add("undo", undo_body(decision, "a mistake")); }

    [[nodiscard]] Chronicle now(std::string_view known_on = {}) const {
        FactsBuilder builder;
        for (Entry const& e : entries_) builder.add(e.id, "author", e.time, e.seq, e.kind, e.body);
        return compute(builder.build(known_on), {equal_names(), {"imprisonment"}});
    }

    [[nodiscard]] std::string shown() const {
        Chronicle const c = now();
        return rows_json(case_rows(c, {})) + rows_json(people_rows(c)) + rows_json(conflict_rows(c));
    }

    struct Entry {
        std::string id, time, kind, body;
        std::uint64_t seq = 0;
    };
    std::vector<Entry>& entries() { return entries_; }

private:
    static constexpr std::string_view none_named = "-";

    static std::string json_of(Reading const& reading) {
        std::string out;
        append_reading_json(out, reading, {"{}", 0, {}});
        return out;
    }

    static Reading reading(Report const& report, std::vector<std::string> const& accounts) {
        Reading made;
        made.file = report.file;
        made.sha256 = report.original;
        for (std::string const& line : accounts) {
            std::vector<std::string> fields(1);
            for (char const c : line)
                if (c == '|')
                    fields.emplace_back();
                else
                    fields.back() += c;
            fields.resize(4);
            std::string id;
            if (fields[0].empty()) id = none_named;
            for (salname::Person const& person : made.people)
                if (person.name == fields[0]) id = person.id;
            if (id.empty()) {
                id = "p" + std::to_string(made.people.size() + 1);
                salname::Person person;
                person.id = id;
                person.name = fields[0];
                made.people.push_back(person);
            }
            Account account;
            account.id = "a" + std::to_string(made.accounts.size() + 1);
            account.type = *event_type_named(fields[1]);
            account.person = id == none_named ? std::string() : id;
            if (!fields[2].empty()) account.date = *parse_edtf(fields[2]);
            if (!fields[3].empty()) account.duration = *parse_duration(fields[3]);
            auto const at = static_cast<std::uint32_t>(made.accounts.size() * 10);
            account.trigger = {at, at + 5};
            account.evidence = {{at, at + 9}};
            made.accounts.push_back(account);
        }
        return made;
    }

    std::string add(std::string kind, std::string body) {
        if (sink_) return sink_(kind, body);
        std::string const number = std::to_string(entries_.size());
        std::string const id = std::string(64 - number.size(), 'a') + number;
        char time[32];
        std::snprintf(time, sizeof time, "2026-01-%02zuT%02zu:%02zu:00Z", 1 + entries_.size() / 1440 % 28,
                      entries_.size() / 60 % 24, entries_.size() % 60);
        entries_.push_back({id, time, std::move(kind), std::move(body), entries_.size() + 1});
        return id;
    }

    std::function<std::string(std::string const&, std::string const&)> sink_;
    std::vector<Entry> entries_;
    std::size_t reports_ = 0;
};

inline constexpr std::string_view long_text =
    "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty and then some more words about the weather in the town by the sea that day";

inline Decision about_people(Verb verb, PersonRef a, PersonRef b) {
    Decision d;
    d.verb = verb;
    d.person = std::move(a);
    d.other_person = std::move(b);
    return d;
}

}  // namespace salname::chronicle
