// salname names score: how sure it is that two names are one person's.
#include <cstdio>
#include <iostream>

#include "cli/commands.h"
#include "cli/name_source.h"
#include "cli/reading_setup.h"
#include "documents/source.h"
#include "linking/name_score.h"
#include "text/utf8.h"

namespace salname {

namespace {

void append_score(std::string& out, linking::NameKnowledge const& knowledge, std::string_view left,
                  std::string_view right, bool explain) {
    linking::NameComparison comparison;
    if (explain) {
        comparison = linking::explain_names(knowledge, left, right);
    } else {
        comparison.score = linking::score_names(knowledge, linking::parse_name(knowledge, left),
                                                linking::parse_name(knowledge, right));
        comparison.verdict = linking::verdict_of(comparison.score);
    }
    char number[16];
    std::snprintf(number, sizeof number, "%.4f", comparison.score);
    out.append(left).append("\t").append(right).append("\t").append(number).append("\t");
    out.append(name_of(comparison.verdict));
    if (explain) {
        out += '\t';
        for (std::size_t e = 0; e < comparison.evidence.size(); ++e) {
            std::snprintf(number, sizeof number, "%+.1f bits", comparison.evidence[e].bits);
            out.append(e == 0 ? "" : "; ").append(comparison.evidence[e].what).append(" ").append(number);
        }
    }
    out += '\n';
}

}  // namespace

int names_command(NamesArguments const& arguments) {
    auto const packs = load_packs(arguments.packs);
    if (!packs) {
        for (Fault const& fault : packs.error()) complain(fault);
        return 2;
    }
    auto const knowledge = load_names(packs->vocabulary);
    if (!knowledge) return 2;
    auto const bytes = read_bytes({arguments.pairs, arguments.pairs});
    if (!bytes) {
        complain(bytes.error());
        return 2;
    }
    int failed = 0;
    std::string out;
    std::uint32_t line = 0;
    for (std::string_view rest = *bytes; !rest.empty();) {
        ++line;
        std::size_t const end = rest.find('\n');
        std::string_view row = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (row.ends_with('\r')) row.remove_suffix(1);
        if (row.empty()) continue;
        auto const wrong = [&](std::string what) {
            complain({FaultKind::malformed, std::move(what), {arguments.pairs, line, 0, -1}});
            ++failed;
        };
        if (first_invalid_utf8(row)) {
            wrong("is not UTF-8; save the file as UTF-8");
            continue;
        }
        std::size_t const tab = row.find('\t');
        std::string_view const left = row.substr(0, tab);
        std::string_view right = tab == std::string_view::npos ? std::string_view() : row.substr(tab + 1);
        right = right.substr(0, right.find('\t'));  // further columns are somebody else's
        if (left.empty() || right.empty()) {
            wrong("needs two names with a tab between them");
            continue;
        }
        append_score(out, *knowledge, left, right, arguments.explain);
        if (out.size() > (1U << 16U)) {
            std::cout << out;
            out.clear();
        }
    }
    std::cout << out << std::flush;
    if (!std::cout.good()) {
        std::cerr << "salname: the result could not be written; is the disk full or the reader gone?\n";
        return 70;
    }
    return std::min(failed, 100);
}

}  // namespace salname
