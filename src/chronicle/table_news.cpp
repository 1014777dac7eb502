#include "chronicle/table_news.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <thread>

#include "chronicle/reading_record.h"
#include "chronicle/table_rows.h"
#include "text/jobs.h"

namespace salname::chronicle {

namespace {

class Gathering {
public:
    explicit Gathering(journal::Store& store) : store_(store) {}

    Result<News> gather(std::uint64_t from, std::uint64_t most) {
        news_.end = from;
        std::vector<Parsed> block;
        auto const walked = store_.scan(from, [&](journal::StoredEntry const& stored) {
            block.push_back({stored.position, std::string(stored.text), {}, {}});
            if (block.size() == block_size) take_block(block);
            return !broken_ && stored.position + 1 - from < most;
        });
        if (!walked) return tl::unexpected(walked.error());
        take_block(block);
        if (broken_) return tl::unexpected(*broken_);
        put_reports_in_order();
        return std::move(news_);
    }

private:
    static constexpr std::size_t block_size = 512;  // entries that are parsed together

    struct Parsed {
        std::uint64_t position = 0;
        std::string text;
        Result<journal::Entry> entry;
        Result<ReadingRecord> reading;
    };

    void take_block(std::vector<Parsed>& block) {
        run_jobs(std::max(1U, std::thread::hardware_concurrency()), block.size(), [&](std::size_t i) {
            block[i].entry = journal::parse_entry(block[i].text);
            if (block[i].entry && block[i].entry->kind == "reading")
                block[i].reading = parse_reading_body(block[i].entry->body);
        });
        for (Parsed const& one : block) {
            if (broken_) break;
            if (!one.entry) {
                broken_ = one.entry.error();
                broken_->what = "entry at position " + std::to_string(one.position) + ": " + broken_->what;
            } else if (one.entry->kind == "reading") {
                take_reading(one.position, *one.entry, one.reading);
            } else {
                take(one.position, *one.entry);
            }
            news_.end = one.position + 1;
        }
        block.clear();
    }

    void take(std::uint64_t position, journal::Entry const& entry) {
        if (entry.kind == "report") return take_report(position, entry);
        if (entry.kind == "decision") {
            auto const decision = parse_decision(entry.body);
            if (!decision) return complain(entry, decision.error().what);
            take_decision(*decision);
            return tell(touched_by(*decision), position);
        }
        if (entry.kind == "undo") return tell(touched_by_undo(entry.body, 0), position);
        if (entry.kind == "author") take_author(entry);
        if (entry.kind == "reader") take_reader(entry);
    }

    void complain(journal::Entry const& entry, std::string const& what) {
        news_.faults.push_back({FaultKind::malformed, "entry " + entry.id().hex() + ": " + what, {}});
    }

    void tell(std::set<std::string> const& originals, std::uint64_t position) {
        for (std::string const& original : originals) news_.told[original].push_back(position);
    }

    void take_report(std::uint64_t position, journal::Entry const& entry) {
        FactsBuilder one;
        one.add(entry.id().hex(), entry.author.hex(), entry.time, entry.seq, entry.kind, entry.body);
        Facts facts = one.build();
        for (Fault const& fault : one.faults()) news_.faults.push_back(fault);
        for (Report& report : facts.reports) {
            std::string order =
                entry.time + ' ' + entry.author.hex() + ' ' + number_key(entry.seq) + ' ' + report.entry;
            tell({report.original}, position);
            news_.reports.push_back({std::move(order),
                                     std::move(report.original),
                                     {std::move(report.url), report.published, std::move(report.sketch)}});
        }
    }

    void take_reading(std::uint64_t position, journal::Entry const& entry, Result<ReadingRecord> const& record) {
        if (!record) return complain(entry, record.error().what);
        tell({record->original}, position);
        auto& names = news_.names[record->original];
        for (Reading const& reading : record->readings) {
            for (Person const& person : reading.people) {
                names.insert(person.name);
                auto& forms = news_.forms[{record->original, person.name}];
                forms.insert(person.name);
                forms.insert(person.aliases.begin(), person.aliases.end());
            }
            for (Account const& account : reading.accounts)
                if (account.person.empty()) names.insert(std::string());
        }
    }

    void take_decision(Decision const& decision) {
        if (decision.verb == Verb::same) news_.joined.emplace_back(*decision.person, *decision.other_person);
    }

    static std::set<std::string> touched_by(Decision const& decision) {
        std::set<std::string> originals;
        for (auto const& ref : {decision.account, decision.other_account})
            if (ref) originals.insert(ref->original);
        for (auto const& ref : {decision.person, decision.other_person})
            if (ref) originals.insert(ref->original);
        return originals;
    }

    std::set<std::string> touched_by_undo(std::string const& body, unsigned depth) {
        constexpr unsigned deepest = 1000;
        auto const json = nlohmann::json::parse(body, nullptr, false);
        if (!json.is_object() || !json.contains("decision") || !json["decision"].is_string() || depth > deepest)
            return {};
        auto const id = journal::Hash::from_hex(json["decision"].get<std::string>());
        auto const target = id ? store_.entry(*id) : Result<std::optional<journal::Entry>>(std::nullopt);
        if (!target) {
            broken_ = target.error();
            return {};
        }
        if (!*target) {
            news_.undo_waits = true;
            return {};
        }
        if ((*target)->kind == "undo") return touched_by_undo((*target)->body, depth + 1);
        auto const decision = parse_decision((*target)->body);
        return decision ? touched_by(*decision) : std::set<std::string>();
    }

    void take_author(journal::Entry const& entry) {
        auto const json = nlohmann::json::parse(entry.body, nullptr, false);
        if (json.is_object() && json.contains("name") && json["name"].is_string())
            news_.authors[entry.author.hex()] = json["name"].get<std::string>();
    }

    void take_reader(journal::Entry const& entry) {
        auto const json = nlohmann::json::parse(entry.body, nullptr, false);
        if (json.is_object() && json.contains("sha256") && json["sha256"].is_string())
            news_.readers.insert(json["sha256"].get<std::string>());
    }

    void put_reports_in_order() {
        std::sort(news_.reports.begin(), news_.reports.end(),
                  [](NewReport const& a, NewReport const& b) { return a.order < b.order; });
        std::map<std::string_view, std::size_t> first;
        std::vector<NewReport> once;
        once.reserve(news_.reports.size());
        for (NewReport& report : news_.reports) {
            auto const [place, fresh] = first.emplace(report.original, once.size());
            if (fresh) {
                once.push_back(std::move(report));
                continue;
            }
            // As Facts has it: what the first left open the second may tell.
            SourceText& text = once[place->second].text;
            if (text.url.empty()) text.url = report.text.url;
            if (text.published.empty()) text.published = report.text.published;
        }
        news_.reports = std::move(once);
    }

    journal::Store& store_;
    News news_;
    std::optional<Fault> broken_;
};

}  // namespace

Result<News> read_news(journal::Store& store, std::uint64_t from, std::uint64_t most) {
    return Gathering(store).gather(from, most);
}

}  // namespace salname::chronicle
