// salname read
#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/commands.h"
#include "cli/pack_source.h"
#include "documents/plain.h"
#include "publishing/reading_json.h"
#include "reading/reader.h"

namespace salname {

int read_command(ReadArguments const& a) {
    auto const packs = load_packs(a.packs);
    if (!packs) {
        for (auto const& f : packs.error()) std::cerr << f.message() << '\n';
        return 2;
    }
    std::string const reader = reader_json(packs->vocabulary);
    for (auto const& path : a.paths) {
        std::ifstream in(path, std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(in), {}};
        auto document = read_plain(path, std::move(bytes));
        if (!document) { std::cerr << document.error().message() << '\n'; continue; }
        ReadOptions options;
        if (!a.published.empty()) if (auto d = parse_edtf(a.published)) options.published = d->begin;
        std::string out;
        for (auto const& reading : read_document(*document, packs->vocabulary, options)) {
            append_reading_json(out, reading, {reader, 0, {}});
            out += '\n';
        }
        std::cout << out;
    }
    return 0;
}
int explain_command(ExplainArguments const&) { return 0; }
int check_command(CheckArguments const&) { return 0; }

}  // namespace salname
