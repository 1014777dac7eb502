// How many names a core parses and compares: prints lines for docs/figures/names.md.
// names_speed FILE.tsv: pairs of full names; the first column's names are compared with one another.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "cli/embedded_packs.h"
#include "linking/name_score.h"
#include "packs/image.h"
#include "packs/name_pack.h"

int main(int count, char** arguments) {
    using namespace salname;
    if (count != 2) return 2;
    auto const packs = open_image(embedded_packs());
    auto const pack = name_pack_of(*packs);
    auto const knowledge = linking::NameKnowledge::from(*pack);
    std::vector<std::string> names;
    std::ifstream in(arguments[1]);
    for (std::string line; std::getline(in, line) && names.size() < 2000;)
        names.push_back(line.substr(0, line.find('\t')));
    if (names.empty()) return 1;
    auto const seconds = [](auto const& run) {
        auto const begin = std::chrono::steady_clock::now();
        run();
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    std::vector<linking::ParsedName> parsed(names.size());
    constexpr int rounds = 20;
    double const parsing = seconds([&] {
        for (int round = 0; round < rounds; ++round)
            for (std::size_t n = 0; n < names.size(); ++n) parsed[n] = linking::parse_name(*knowledge, names[n]);
    });
    double sum = 0;
    double const comparing = seconds([&] {
        for (auto const& a : parsed)
            for (auto const& b : parsed) sum += linking::score_names(*knowledge, a, b);
    });
    std::size_t explained = 0;
    double const explaining = seconds([&] {
        for (std::size_t n = 0; n + 1 < names.size(); ++n)
            explained += linking::explain_names(*knowledge, names[n], names[n + 1]).evidence.size();
    });
    double const pairs = static_cast<double>(names.size()) * static_cast<double>(names.size());
    std::printf(
        "One core, %zu full names with one another: %.2f million parsed a second, %.2f million pairs scored a second,\n"
        "%.1f microseconds for an explained pair, parsing included. (Checks: %.0f, %zu.)\n",
        names.size(), rounds * static_cast<double>(names.size()) / parsing / 1e6, pairs / comparing / 1e6,
        explaining / static_cast<double>(names.size()) * 1e6, sum, explained);
    return 0;
}
