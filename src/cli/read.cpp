// salname read: documents in, readings out, in the order of the files whatever the number of jobs.
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iostream>

#include "cli/chosen.h"
#include "cli/commands.h"
#include "cli/document_stream.h"
#include "cli/reading_setup.h"
#include "cli/stages.h"
#include "publishing/reading_json.h"
#include "publishing/reading_page.h"
#include "publishing/reading_table.h"
#include "text/jobs.h"

namespace salname {

namespace {

// What one document gave: text to print, or readings to collect for a table or a page.
struct Outcome {
    std::string printed;
    std::vector<Reading> readings;
};

class ReadRun {
public:
    ReadRun(ReadArguments const& arguments, ReadingSetup const& setup)
        : arguments_(arguments), setup_(setup), packs_(setup.packs.vocabulary), reader_(reader_json(packs_)) {}

    // Gives the number of inputs that failed.
    int run(std::ostream& out) {
        FoundSources found = find_sources(arguments_.paths);
        for (Fault const& fault : found.faults) fail(fault);
        DocumentStream documents(std::move(found.files), packs_);
        std::vector<Document> batch;
        bool first = true;
        while (true) {
            batch.clear();
            while (batch.size() < arguments_.jobs * 2U) {
                auto next = documents.next();
                if (!next) {
                    fail(next.error());
                    continue;
                }
                if (!*next) break;
                batch.push_back(std::move(**next));
            }
            if (batch.empty()) break;
            std::vector<Outcome> outcomes = read_batch(batch);
            for (std::size_t i = 0; i < batch.size(); ++i) {
                if (arguments_.format == "json" && !outcomes[i].printed.empty()) {
                    out << (first ? "[\n" : ",\n");
                    first = false;
                }
                out << outcomes[i].printed;
                if (keeps_readings()) keep(std::move(batch[i]), std::move(outcomes[i].readings));
            }
            progress(documents.opened());
        }
        finish(out, first);
        if (shows_progress()) std::fputs("\r\033[K", stderr);
        return std::min(failed_, 100);
    }

private:
    [[nodiscard]] bool keeps_readings() const {
        return arguments_.stage == "accounts" && (arguments_.format == "table" || arguments_.format == "html");
    }

    void fail(Fault const& fault) {
        complain(fault);
        ++failed_;
    }

    std::vector<Outcome> read_batch(std::vector<Document> const& batch) {
        std::vector<Outcome> outcomes(batch.size());
        run_jobs(arguments_.jobs, batch.size(), [&](std::size_t i) { outcomes[i] = read_one(batch[i]); });
        return outcomes;
    }

    [[nodiscard]] Outcome read_one(Document const& document) const {
        ReadOptions options = setup_.options_for(document);
        if (keeps_readings()) options.explain = arguments_.format == "html" ? Explain::yes : Explain::no;
        Outcome outcome;
        for_each_report(document, packs_, options, [&](ReadReport const& work) {
            if (arguments_.stage != "accounts") {
                append_stage_lines(outcome.printed, arguments_.stage, work, packs_, document.base);
            } else if (keeps_readings()) {
                outcome.readings.push_back(work.reading);
            } else {
                if (arguments_.format == "json" && !outcome.printed.empty()) outcome.printed += ",\n";
                append_reading_json(outcome.printed, work.reading,
                                    {reader_, document.base,
                                     arguments_.with_text ? std::string_view(document.text) : std::string_view()});
                if (arguments_.format == "jsonl") outcome.printed += '\n';
            }
        });
        return outcome;
    }

    void keep(Document document, std::vector<Reading> readings) {
        if (arguments_.format == "html") {
            pages_.push_back({std::move(document), std::move(readings)});
            return;
        }
        for (Reading& reading : readings) table_.push_back(std::move(reading));
    }

    void finish(std::ostream& out, bool nothing_printed) {
        if (arguments_.stage != "accounts") return;
        if (arguments_.format == "json") out << (nothing_printed ? "[]\n" : "\n]\n");
        if (arguments_.format == "table") out << reading_table(table_, terminal_width());
        if (arguments_.format == "html") out << reading_page(pages_);
    }

    [[nodiscard]] static bool shows_progress() { return isatty(STDERR_FILENO) != 0; }

    void progress(std::string const& where) const {
        if (shows_progress()) std::fprintf(stderr, "\r\033[Kreading %s", where.c_str());
    }

    ReadArguments const& arguments_;
    ReadingSetup const& setup_;
    Vocabulary const& packs_;
    std::string reader_;
    std::vector<Reading> table_;
    std::vector<PageReport> pages_;
    int failed_ = 0;
};

}  // namespace

int read_command(ReadArguments const& arguments) {
    auto const setup = prepare_reading(arguments);
    if (!setup) return 2;
    ReadRun run(arguments, *setup);
    std::ios::sync_with_stdio(false);
    std::ofstream file;
    if (!arguments.output.empty()) {
        file.open(arguments.output, std::ios::binary);
        if (!file.is_open()) {
            std::cerr << "salname: " << arguments.output
                      << ": can't be written; check the folder and its permissions\n";
            return 2;
        }
    }
    std::ostream& out = arguments.output.empty() ? std::cout : file;
    int const failed = run.run(out);
    out.flush();
    if (!out.good()) {
        std::cerr << "salname: " << (arguments.output.empty() ? "the result" : arguments.output)
                  << " could not be written to its end; is the disk full or the reader gone?\n";
        return 70;
    }
    return std::min(100, failed + setup->faults);
}

}  // namespace salname
