// For tests and figures of the journal: journal_program decide|fill|verify ARCHIVE [COUNT]
//   decide: creates the archive if need be, appends numbered decisions without end, prints each once it is durable
//   fill:   appends COUNT readings in batches of 1000, each batch signed once
//   verify: verifies, prints the damages; exit status 1 when there are any
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "journal/keys.h"
#include "journal/sqlite_store.h"
#include "journal/verify.h"

namespace {

using namespace salname;
using namespace salname::journal;

int failed(Fault const& fault) {
    std::fprintf(stderr, "%s\n", fault.message().c_str());
    return 2;
}

std::string reading(std::uint64_t number) {
    return R"({"account":{"charges":["Article 388-1"],"date":"2021-06-03","evidence":[[0,73]],"money":{"amount":500,)"
           R"("currency":"AZN"},"person":"Rashid Karimov","place":"Ganja","type":"fined"},"n":)" +
           std::to_string(number) + R"(,"report":"0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"})";
}

int decide(Store& store, KeyPair const& key) {
    while (true) {
        auto const head = store.head(key.public_key());
        if (!head) return failed(head.error());
        std::uint64_t const number = *head ? (*head)->seq + 1 : 1;
        auto const entries =
            sign(key, *head,
                 std::vector<Draft>{{"2026-01-01T00:00:00Z", "decision", "{\"n\":" + std::to_string(number) + "}"}});
        if (!entries) return failed(entries.error());
        if (auto const done = store.append(*entries, {Durability::decision}); !done) return failed(done.error());
        std::printf("%s\n", entries->front().id().hex().c_str());
        std::fflush(stdout);
    }
}

int fill(Store& store, KeyPair const& key, std::uint64_t count) {
    auto head = store.head(key.public_key());
    if (!head) return failed(head.error());
    for (std::uint64_t done = 0; done < count;) {
        std::vector<Draft> drafts;
        for (; drafts.size() < 1000 && done < count; ++done)
            drafts.push_back({"2026-01-01T00:00:00Z", "reading", reading(done)});
        auto const entries = sign(key, *head, drafts);
        if (!entries) return failed(entries.error());
        if (auto const appended = store.append(*entries, {}); !appended) return failed(appended.error());
        auto const& last = entries->back();
        *head = Head{last.author, last.seq, last.id(), last.time};
    }
    return 0;
}

int verify(Store& store) {
    auto const result = verify_archive(store);
    if (!result) return failed(result.error());
    for (auto const& damage : result->damages) std::printf("%s: %s\n", damage.where.c_str(), damage.what.c_str());
    std::printf("%llu entries, root %s\n", static_cast<unsigned long long>(result->entries),
                result->root.hex().c_str());
    return result->sound() ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) return 2;
    std::string const command = arguments[1];
    std::string const path = arguments[2];
    auto store = std::filesystem::exists(path) ? open_archive(path) : create_archive(path, "test.example/log");
    if (!store) return failed(store.error());
    Seed seed;
    seed.bytes.fill(7);
    auto const key = KeyPair::from_seed(seed);
    if (!key) return failed(key.error());
    auto const begin = std::chrono::steady_clock::now();
    int status = 2;
    if (command == "decide") status = decide(**store, *key);
    if (command == "fill") status = fill(**store, *key, count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 1000);
    if (command == "verify") status = verify(**store);
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - begin;
    std::fprintf(stderr, "%s: %.2f s\n", command.c_str(), took.count());
    return status;
}
