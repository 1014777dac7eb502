// salname cases, case, people, person, conflicts: what an archive knows.
#include <sys/ioctl.h>
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <map>

#include "cli/archive.h"
#include "cli/commands.h"
#include "cli/reading_setup.h"
#include "publishing/case_view.h"
#include "publishing/chronicle_rows.h"
#include "text/fold.h"

namespace salname {

namespace {

std::size_t terminal_width() {
    winsize size{};
    if (isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0)
        return size.ws_col;
    return 130;
}

struct Opened {
    LoadedPacks packs;
    std::optional<Archive> archive;
    chronicle::Chronicle chronicle;
    std::optional<std::int32_t> day;
};

std::optional<Opened> open_chronicle(LookArguments const& arguments) {
    auto packs = load_packs(arguments.packs);
    if (!packs) {
        for (Fault const& fault : packs.error()) complain(fault);
        return std::nullopt;
    }
    Opened opened;
    opened.packs = std::move(*packs);
    for (auto const& [option, text] :
         {std::pair("--as-of", &arguments.as_of), std::pair("--as-known-on", &arguments.as_known_on)}) {
        if (text->empty()) continue;
        auto const date = parse_edtf(*text);
        if (!date || !date->begin.full() || date->is_interval()) {
            std::cerr << "salname: " << option << " needs a day, e.g. 2021-04-15\n";
            return std::nullopt;
        }
        if (text == &arguments.as_of) opened.day = day_number(date->begin);
    }
    opened.archive = Archive::open(arguments.archive, Archive::Use::read);
    if (!opened.archive) return std::nullopt;
    auto computed = opened.archive->chronicle(opened.packs.vocabulary, arguments.as_known_on);
    if (!computed) {
        complain(computed.error());
        return std::nullopt;
    }
    opened.chronicle = std::move(*computed);
    return opened;
}

void print(Rows const& rows, std::string const& format) {
    if (format == "json")
        std::cout << rows_json(rows);
    else if (format == "csv")
        std::cout << rows_csv(rows);
    else
        std::cout << rows_table(rows, terminal_width());
}

// Texts of reports, each opened once.
TextOfReport texts_of(Opened& opened) {
    return [&opened, known = std::map<std::size_t, std::string>()](std::size_t report) mutable {
        auto const [place, fresh] = known.emplace(report, std::string());
        if (fresh)
            if (auto text = opened.archive->text_of(opened.chronicle.facts.reports[report]); text)
                place->second = std::move(*text);
        return place->second;
    };
}

int show(std::vector<CaseView> const& views, std::string const& title, LookArguments const& arguments) {
    if (!arguments.html.empty()) {
        std::ofstream out(arguments.html, std::ios::binary);
        out << case_page(views, title);
        out.close();
        if (!out) {
            std::cerr << "salname: " << arguments.html
                      << ": can't be written; check the folder, its permissions and the room left\n";
            return 2;
        }
        return 0;
    }
    for (CaseView const& view : views)
        std::cout << (arguments.format == "json" ? case_json(view) : case_text(view, terminal_width())) << '\n';
    return 0;
}

// People whose name, in some spelling, holds all words asked for.
std::vector<std::size_t> people_named(chronicle::Chronicle const& chronicle, std::string const& asked) {
    std::size_t const by_id = chronicle.find_person(asked);
    if (by_id != chronicle::People::npos) return {by_id};
    std::vector<std::size_t> found;
    std::string const wanted = fold(asked);
    for (std::size_t p = 0; p < chronicle.people.persons.size(); ++p)
        for (std::string const& spelling : chronicle.people.persons[p].spellings)
            if (fold(spelling).find(wanted) != std::string::npos) {
                found.push_back(p);
                break;
            }
    return found;
}

}  // namespace

int cases_command(LookArguments const& arguments) {
    auto opened = open_chronicle(arguments);
    if (!opened) return 2;
    CaseFilter filter;
    filter.person = arguments.person;
    filter.charge = arguments.charge;
    filter.court = arguments.court;
    filter.place = arguments.place;
    filter.outlet = arguments.outlet;
    filter.year = arguments.year;
    filter.confirmed = arguments.confirmed;
    filter.day = opened->day;
    if (!arguments.status.empty()) {
        filter.status = chronicle::status_named(arguments.status);
        if (!filter.status) {
            std::cerr << "salname: no status '" << arguments.status << "'; known are";
            for (auto const name : chronicle::status_names) std::cerr << ' ' << name;
            std::cerr << '\n';
            return 2;
        }
    }
    print(case_rows(opened->chronicle, filter), arguments.format);
    return 0;
}

int people_command(LookArguments const& arguments) {
    auto opened = open_chronicle(arguments);
    if (!opened) return 2;
    print(people_rows(opened->chronicle), arguments.format);
    return 0;
}

int conflicts_command(LookArguments const& arguments) {
    auto opened = open_chronicle(arguments);
    if (!opened) return 2;
    print(conflict_rows(opened->chronicle), arguments.format);
    return 0;
}

int case_command(LookArguments const& arguments) {
    auto opened = open_chronicle(arguments);
    if (!opened) return 2;
    std::size_t const one = opened->chronicle.find_case(arguments.what);
    if (one == chronicle::People::npos) {
        std::cerr << "salname: no case " << arguments.what << " in " << arguments.archive
                  << "; `salname cases` lists them\n";
        return 1;
    }
    CaseView const view = case_view(opened->chronicle, one, texts_of(*opened), opened->day);
    return show({view}, std::string(english.case_of) + ' ' + view.person, arguments);
}

int person_command(LookArguments const& arguments) {
    auto opened = open_chronicle(arguments);
    if (!opened) return 2;
    auto const& chronicle = opened->chronicle;
    std::vector<std::size_t> const found = people_named(chronicle, arguments.what);
    if (found.empty()) {
        std::cerr << "salname: nobody named " << arguments.what << " in " << arguments.archive
                  << "; `salname people` lists all\n";
        return 1;
    }
    if (found.size() > 1) {
        std::cerr << "salname: " << found.size() << " people are named so; give an id:\n";
        for (std::size_t const p : found)
            std::cerr << "  " << chronicle.people.persons[p].id << "  " << chronicle.people.persons[p].name << '\n';
        return 1;
    }
    auto const& person = chronicle.people.persons[found[0]];
    std::vector<CaseView> views;
    TextOfReport const texts = texts_of(*opened);
    for (std::size_t c = 0; c < chronicle.cases.size(); ++c)
        if (chronicle.cases[c].person == found[0]) views.push_back(case_view(chronicle, c, texts, opened->day));
    if (arguments.html.empty() && arguments.format != "json") {
        std::cout << person.id << "  " << person.name << '\n';
        for (std::string const& spelling : person.spellings)
            if (spelling != person.name) std::cout << "  also " << spelling << '\n';
        std::cout << '\n';
    }
    return show(views, person.name, arguments);
}

}  // namespace salname
