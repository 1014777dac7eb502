// salname add: reports into an archive. Originals are kept by hash, read, and what they tell is proposed.
//
// Goes on where it was stopped: what is in the archive already is passed over.
#include <unistd.h>

#include <atomic>
#include <iostream>
#include <map>
#include <thread>
#include <unordered_map>

#include "chronicle/sketch.h"
#include "chronicle/sources.h"
#include "cli/archive.h"
#include "cli/commands.h"
#include "cli/reading_setup.h"
#include "documents/html.h"
#include "documents/source.h"
#include "publishing/reading_json.h"
#include "text/sha256.h"

namespace salname {

namespace {

constexpr std::size_t batch_size = 256;  // reports that are stored together
constexpr std::uint64_t largest_original = 64U << 20U;

// A file on its way into the archive.
struct Incoming {
    SourceFile file;
    std::string bytes;
    std::string hash;
    std::string text;
    chronicle::Report report;
    std::string readings;
    bool known = false;
    std::optional<Fault> wrong;
};

class Addition {
public:
    Addition(AddArguments const& arguments, ReadingSetup const& setup, Archive& archive)
        : arguments_(arguments),
          setup_(setup),
          archive_(archive),
          reader_json_(reader_json(setup.packs.vocabulary)),
          reader_hash_(sha256_hex(reader_json_)),
          reader_("{\"sha256\":\"" + reader_hash_ + "\"}") {}

    int run() {
        if (auto const known = learn_known(); !known) {
            complain(known.error());
            return 1;
        }
        FoundSources const found = find_sources(arguments_.read.paths);
        for (Fault const& fault : found.faults) fail(fault);
        for (std::size_t at = 0; at < found.files.size(); at += batch_size) {
            std::span const files(found.files.data() + at, std::min(batch_size, found.files.size() - at));
            if (auto const stored = add_batch(files); !stored) {
                complain(stored.error());
                std::cerr << "salname: run the same command again to go on from here\n";
                return 1;
            }
            if (isatty(STDERR_FILENO) != 0)
                std::fprintf(stderr, "\r\033[K%zu of %zu files", std::min(at + batch_size, found.files.size()),
                             found.files.size());
        }
        if (isatty(STDERR_FILENO) != 0) std::fputs("\r\033[K", stderr);
        std::cout << added_ << " added";
        if (versions_ != 0) std::cout << " (" << versions_ << " new versions of what was there)";
        std::cout << ", " << known_ << " there already";
        if (failed_ != 0) std::cout << ", " << failed_ << " could not be read";
        std::cout << '\n';
        return std::min(failed_, 100);
    }

private:
    void fail(Fault const& fault) {
        complain(fault);
        ++failed_;
    }

    // Hashes of what was added, and the newest original at each address.
    Result<void> learn_known() {
        return journal::read_entries(archive_.store(), 0, [&](std::uint64_t, journal::Entry const& entry) {
            bool const says_reader = entry.kind == "reader" && entry.body.find(reader_hash_) != std::string::npos;
            reader_known_ = reader_known_ || says_reader;
            if (entry.kind != "report") return true;
            chronicle::FactsBuilder one;
            one.add("", "", entry.time, entry.seq, entry.kind, entry.body);
            for (chronicle::Report const& report : one.build().reports) learn(report);
            return true;
        });
    }

    void learn(chronicle::Report const& report) {
        hashes_.insert(report.original);
        if (!report.url.empty()) newest_at_[report.url] = report.original;
    }

    Result<void> add_batch(std::span<SourceFile const> files) {
        std::vector<Incoming> batch(files.size());
        std::atomic<std::size_t> next = 0;
        auto const work = [&] {
            for (std::size_t i = next++; i < batch.size(); i = next++) {
                batch[i].file = files[i];
                prepare(batch[i]);
            }
        };
        if (arguments_.read.jobs <= 1) {
            work();
        } else {
            std::vector<std::jthread> workers;
            for (unsigned j = 0; j < arguments_.read.jobs; ++j) workers.emplace_back(work);
        }
        return store(batch);
    }

    // Reads one file and what it tells. Touches nothing that others touch.
    void prepare(Incoming& in) const {
        if (size_of(in.file) > largest_original) {
            in.wrong =
                Fault{FaultKind::unsupported, "is larger than 64 MB; cut it into reports", {in.file.name, 0, 0, -1}};
            return;
        }
        auto bytes = read_bytes(in.file);
        if (!bytes) {
            in.wrong = bytes.error();
            return;
        }
        in.bytes = std::move(*bytes);
        in.hash = sha256_hex(in.bytes);
        if (hashes_.contains(in.hash)) {
            in.known = true;
            return;
        }
        auto document = open_document(in.file.name, in.bytes);
        if (!document) {
            in.wrong = document.error();
            return;
        }
        in.report.original = in.hash;
        in.report.file = in.file.name.substr(in.file.name.rfind('/') + 1);
        in.report.outlet = arguments_.outlet;
        auto const told = setup_.metadata.find(in.report.file);
        if (told != setup_.metadata.end()) {
            in.report.url = told->second.url;
            if (!told->second.outlet.empty()) in.report.outlet = told->second.outlet;
        }
        if (!arguments_.url.empty()) in.report.url = arguments_.url;
        in.report.sketch = chronicle::sketch_of(document->text);
        in.readings = "[";
        for_each_report(*document, setup_.packs.vocabulary, setup_.options_for(*document), [&](ReadReport const& work) {
            if (in.readings.size() > 1) in.readings += ',';
            append_reading_json(in.readings, work.reading, {reader_, document->base, {}});
            if (in.report.published.empty()) in.report.published = work.reading.published;
        });
        in.readings += ']';
        in.text = std::move(document->text);
    }

    Result<void> store(std::vector<Incoming>& batch) {
        std::vector<std::string_view> originals;
        std::vector<journal::Draft> drafts;
        std::string const time = now();
        // Which program and packs read is said once; readings name it by its hash.
        if (!reader_known_)
            drafts.push_back({time, "reader", R"({"sha256":")" + reader_hash_ + R"(","reader":)" + reader_json_ + "}"});
        std::size_t const before = drafts.size();
        for (Incoming& in : batch) {
            if (in.wrong) {
                fail(*in.wrong);
                continue;
            }
            if (in.known || hashes_.contains(in.hash)) {
                ++known_;
                continue;
            }
            if (auto const changed = name_change(in); !changed) return changed;
            learn(in.report);
            originals.push_back(in.bytes);
            drafts.push_back({time, "report", chronicle::report_body(in.report)});
            drafts.push_back({time, "reading", chronicle::reading_body(in.hash, in.readings)});
            ++added_;
        }
        if (drafts.size() == before) return {};
        reader_known_ = true;
        // Originals first: an entry never names bytes that are not there.
        if (auto const kept = archive_.store().put_originals(originals); !kept) return tl::unexpected(kept.error());
        auto const appended = archive_.append(drafts, journal::Durability::batch);
        if (!appended) return tl::unexpected(appended.error());
        return {};
    }

    // Another text at an address that is known: what kind of change is it?
    Result<void> name_change(Incoming& in) {
        if (in.report.url.empty()) return {};
        auto const before = newest_at_.find(in.report.url);
        if (before == newest_at_.end()) return {};
        chronicle::Report former;
        former.original = before->second;
        former.file = in.report.file;
        auto const text = archive_.text_of(former);
        if (!text) return tl::unexpected(text.error());
        in.report.change = chronicle::change_between(*text, in.text);
        ++versions_;
        return {};
    }

    AddArguments const& arguments_;
    ReadingSetup const& setup_;
    Archive& archive_;
    std::string reader_json_;
    std::string reader_hash_;
    std::string reader_;  // as readings name it
    bool reader_known_ = false;
    std::set<std::string, std::less<>> hashes_;
    std::unordered_map<std::string, std::string> newest_at_;
    std::size_t added_ = 0;
    std::size_t versions_ = 0;
    std::size_t known_ = 0;
    int failed_ = 0;
};

}  // namespace

int add_command(AddArguments const& arguments) {
    auto const setup = prepare_reading(arguments.read);
    if (!setup) return 2;
    auto archive = Archive::open(arguments.archive, Archive::Use::write, arguments.key);
    if (!archive) return 2;
    int const failed = Addition(arguments, *setup, *archive).run();
    return std::min(100, failed + setup->faults);
}

}  // namespace salname
