// salname add: reports into an archive. Originals are kept by hash, read, and what they tell is proposed.
//
// Goes on where it was stopped: what is in the archive already is passed over.
#include <unistd.h>

#include <iostream>
#include <map>
#include <thread>
#include <unordered_map>

#include "chronicle/sketch.h"
#include "chronicle/sources.h"
#include "cli/archive.h"
#include "cli/commands.h"
#include "cli/name_source.h"
#include "cli/reading_setup.h"
#include "documents/html.h"
#include "documents/source.h"
#include "publishing/reading_json.h"
#include "text/jobs.h"
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
    Addition(AddArguments const& arguments, ReadingSetup const& setup, Archive& archive, chronicle::Tables& tables)
        : arguments_(arguments),
          setup_(setup),
          archive_(archive),
          tables_(tables),
          reader_json_(reader_json(setup.packs.vocabulary)),
          reader_hash_(sha256_hex(reader_json_)),
          reader_("{\"sha256\":\"" + reader_hash_ + "\"}") {}

    int run() {
        // What is in the archive by now, so that nothing is added twice.
        if (auto const known = tables_.update(); !known) {
            complain(known.error());
            return 1;
        }
        FoundSources const found = find_sources(arguments_.read.paths);
        for (Fault const& fault : found.faults) fail(fault);
        if (auto const added = add_all(found.files); !added) return stopped(added.error());
        auto const linked = tables_.update([](std::size_t done, std::size_t all) { show("cases", done, all); });
        if (isatty(STDERR_FILENO) != 0) std::fputs("\r\033[K", stderr);
        if (!linked) return stopped(linked.error());
        std::cout << added_ << " added";
        if (versions_ != 0) std::cout << " (" << versions_ << " new versions of what was there)";
        std::cout << ", " << known_ << " there already";
        if (failed_ != 0) std::cout << ", " << failed_ << " could not be read";
        std::cout << '\n';
        return std::min(failed_, 100);
    }

private:
    static void show(char const* what, std::size_t done, std::size_t all) {
        if (isatty(STDERR_FILENO) != 0) std::fprintf(stderr, "\r\033[K%zu of %zu %s", done, all, what);
    }

    static int stopped(Fault const& fault) {
        complain(fault);
        std::cerr << "salname: run the same command again to go on from here\n";
        return 1;
    }

    void fail(Fault const& fault) {
        complain(fault);
        ++failed_;
    }

    // While one batch is read the one before is stored.
    Result<void> add_all(std::span<SourceFile const> files) {
        std::vector<Incoming> read;
        for (std::size_t at = 0; at < files.size() || !read.empty(); at += batch_size) {
            auto next = fetch_batch(files.subspan(std::min(at, files.size())));
            if (!next) return tl::unexpected(next.error());
            std::jthread reading([&] {
                run_jobs(arguments_.read.jobs, next->size(), [&](std::size_t i) {
                    Incoming& in = (*next)[i];
                    if (!in.known && !in.wrong) prepare(in);
                });
            });
            auto const stored = store(read);
            reading.join();
            if (!stored) return stored;
            read = std::move(*next);
            show("files", std::min(at, files.size()), files.size());
        }
        return {};
    }

    // The first of these files with their bytes; whether they are in the archive already is known then.
    Result<std::vector<Incoming>> fetch_batch(std::span<SourceFile const> files) {
        std::vector<Incoming> batch(std::min(batch_size, files.size()));
        for (std::size_t i = 0; i < batch.size(); ++i) batch[i].file = files[i];
        run_jobs(arguments_.read.jobs, batch.size(), [&](std::size_t i) { fetch(batch[i]); });
        for (Incoming& in : batch) {
            if (in.wrong) continue;
            auto const there = tables_.has(in.hash);
            if (!there) return tl::unexpected(there.error());
            in.known = *there || !hashes_.insert(in.hash).second;
        }
        return batch;
    }

    static void fetch(Incoming& in) {
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
    }

    // Reads one file and what it tells. Touches nothing that others touch.
    void prepare(Incoming& in) const {
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
        auto const known_reader = tables_.has_reader(reader_hash_);
        if (!known_reader) return tl::unexpected(known_reader.error());
        if (!reader_known_ && !*known_reader)
            drafts.push_back({time, "reader", R"({"sha256":")" + reader_hash_ + R"(","reader":)" + reader_json_ + "}"});
        std::size_t const before = drafts.size();
        for (Incoming& in : batch) {
            if (in.wrong) {
                fail(*in.wrong);
                continue;
            }
            if (in.known) {
                ++known_;
                continue;
            }
            if (auto const changed = name_change(in); !changed) return changed;
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
        std::string& newest = newest_at_[in.report.url];
        if (newest.empty()) {
            auto const before = tables_.newest_at(in.report.url);
            if (!before) return tl::unexpected(before.error());
            newest = *before;
        }
        chronicle::Report former;
        former.original = std::exchange(newest, in.report.original);
        former.file = in.report.file;
        if (former.original.empty()) return {};
        auto const text = archive_.text_of(former);
        if (!text) return tl::unexpected(text.error());
        in.report.change = chronicle::change_between(*text, in.text);
        ++versions_;
        return {};
    }

    AddArguments const& arguments_;
    ReadingSetup const& setup_;
    Archive& archive_;
    chronicle::Tables& tables_;
    std::string reader_json_;
    std::string reader_hash_;
    std::string reader_;  // as readings name it
    bool reader_known_ = false;
    std::set<std::string, std::less<>> hashes_;               // of this run
    std::unordered_map<std::string, std::string> newest_at_;  // address → original
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
    auto const names = load_names(setup->packs.vocabulary);
    if (!names) return 2;
    chronicle::Tables tables = tables_of(archive->store(), *names, setup->packs.vocabulary);
    int const failed = Addition(arguments, *setup, *archive, tables).run();
    return std::min(100, failed + setup->faults);
}

}  // namespace salname
