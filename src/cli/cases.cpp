// salname cases, case, people, person, conflicts: what an archive knows.
#include <fstream>
#include <iostream>

#include "cli/chosen.h"
#include "cli/commands.h"
#include "cli/reading_setup.h"
#include "publishing/case_view.h"
#include "publishing/chronicle_rows.h"

namespace salname {

namespace {

struct Opened : OpenChronicle {
    std::optional<std::int32_t> day;
};

std::optional<Opened> open(LookArguments const& arguments, bool list) {
    std::optional<std::int32_t> day;
    for (auto const& [option, text] :
         {std::pair("--as-of", &arguments.as_of), std::pair("--as-known-on", &arguments.as_known_on)}) {
        if (text->empty()) continue;
        auto const date = parse_edtf(*text);
        if (!date || !date->begin.full() || date->is_interval()) {
            std::cerr << "salname: " << option << " needs a day, e.g. 2021-04-15\n";
            return std::nullopt;
        }
        if (text == &arguments.as_of) day = day_number(date->begin);
    }
    Opening opening;
    opening.archive = arguments.archive;
    opening.packs = arguments.packs;
    opening.known_on = arguments.as_known_on;
    opening.whole = list && day;  // lists of another day are not kept
    auto opened = open_chronicle(opening);
    if (!opened) return std::nullopt;
    return Opened{std::move(*opened), day};
}

void print(Rows const& rows, std::string const& format) {
    std::cout << (format == "json"  ? rows_json(rows)
                  : format == "csv" ? rows_csv(rows)
                                    : rows_table(rows, terminal_width()));
}

// From the tables where they are, else from the whole chronicle.
template <typename FromTables, typename FromWhole>
int print_list(Opened& opened, LookArguments const& arguments, FromTables&& from_tables, FromWhole&& from_whole) {
    if (!opened.tables) {
        print(from_whole(), arguments.format);
        return 0;
    }
    auto const hidden = opened.hidden();
    auto const rows =
        hidden ? from_tables(*opened.tables, chronicle::Veil(*hidden)) : Result<Rows>(tl::unexpected(hidden.error()));
    if (!rows) {
        complain(rows.error());
        return 2;
    }
    print(*rows, arguments.format);
    return 0;
}

int show(std::vector<CaseView> const& views, std::string const& title, LookArguments const& arguments) {
    if (arguments.html.empty()) {
        for (CaseView const& view : views)
            std::cout << (arguments.format == "json" ? case_json(view) : case_text(view, terminal_width())) << '\n';
        return 0;
    }
    std::ofstream out(arguments.html, std::ios::binary);
    out << case_page(views, title);
    out.close();
    if (out) return 0;
    std::cerr << "salname: " << arguments.html
              << ": can't be written; check the folder, its permissions and the room left\n";
    return 2;
}

}  // namespace

int cases_command(LookArguments const& arguments) {
    auto opened = open(arguments, true);
    if (!opened) return 2;
    CaseFilter filter;
    filter.person = arguments.person;
    filter.charge = arguments.charge;
    filter.court = arguments.court;
    filter.place = arguments.place;
    filter.outlet = arguments.outlet;
    filter.year = arguments.year;
    filter.confirmed = arguments.confirmed;
    if (!arguments.status.empty()) {
        filter.status = chronicle::status_named(arguments.status);
        if (!filter.status) {
            std::cerr << "salname: no status '" << arguments.status << "'; known are";
            for (auto const name : chronicle::status_names) std::cerr << ' ' << name;
            std::cerr << '\n';
            return 2;
        }
    }
    return print_list(
        *opened, arguments,
        [&](chronicle::Tables& tables, chronicle::Veil const& veil) {
            return tables.cases().map([&](auto cases) { return case_rows(std::move(cases), veil, filter); });
        },
        [&] { return case_rows(opened->chronicle, filter, opened->day); });
}

int people_command(LookArguments const& arguments) {
    auto opened = open(arguments, true);
    if (!opened) return 2;
    return print_list(
        *opened, arguments,
        [](chronicle::Tables& tables, chronicle::Veil const& veil) {
            return tables.people().map([&](auto const& people) { return people_rows(people, veil); });
        },
        [&] { return people_rows(opened->chronicle); });
}

int conflicts_command(LookArguments const& arguments) {
    auto opened = open(arguments, true);
    if (!opened) return 2;
    return print_list(
        *opened, arguments,
        [](chronicle::Tables& tables, chronicle::Veil const& veil) {
            return tables.conflicts().map([&](auto const& conflicts) { return conflict_rows(conflicts, veil); });
        },
        [&] { return conflict_rows(opened->chronicle); });
}

int case_command(LookArguments const& arguments) {
    auto opened = open(arguments, false);
    if (!opened) return 2;
    std::size_t const one = choose_case(*opened, arguments.what);
    if (one == chronicle::none) return 1;
    CaseView const view = case_view(opened->chronicle, one, opened->texts(), opened->day);
    return show({view}, std::string(english.case_of) + ' ' + view.person, arguments);
}

int person_command(LookArguments const& arguments) {
    auto opened = open(arguments, false);
    if (!opened) return 2;
    chronicle::Chronicle const& chronicle = opened->chronicle;
    std::size_t const chosen = look_at_person(*opened, arguments.what);
    if (chosen == chronicle::none) return 1;
    auto const& person = chronicle.people.persons[chosen];
    std::vector<CaseView> views;
    TextOfReport const texts = opened->texts();
    for (std::size_t c = 0; c < chronicle.cases.size(); ++c)
        if (chronicle.cases[c].person == chosen) views.push_back(case_view(chronicle, c, texts, opened->day));
    if (arguments.html.empty() && arguments.format != "json") {
        std::cout << person.id << "  " << person.name << '\n';
        for (std::string const& spelling : person.spellings)
            if (spelling != person.name) std::cout << "  " << english.also_named << ' ' << spelling << '\n';
        std::cout << '\n';
    }
    return show(views, person.name, arguments);
}

}  // namespace salname
