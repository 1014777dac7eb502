#include "cli/chosen.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <set>

#include "chronicle/veil.h"
#include "cli/name_source.h"
#include "cli/reading_setup.h"
#include "linking/name_score.h"
#include "text/fold.h"

namespace salname {

std::size_t terminal_width() {
    constexpr std::size_t usual = 110;
    winsize size{};
    if (isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0)
        return size.ws_col;
    return usual;
}

TextOfReport OpenChronicle::texts() {
    return [this, known = std::make_shared<std::map<std::size_t, std::string>>()](std::size_t report) {
        auto const [place, fresh] = known->emplace(report, std::string());
        if (!fresh) return place->second;
        if (auto text = archive->text_of(chronicle.facts.reports[report])) place->second = std::move(*text);
        return place->second;
    };
}

bool OpenChronicle::look_around(std::vector<std::string> const& components) {
    if (!tables) return true;
    auto part = tables->around(components);
    if (!part) {
        complain(part.error());
        return false;
    }
    chronicle = std::move(*part);
    return true;
}

bool OpenChronicle::look_at(std::vector<std::string> const& ids) {
    if (!tables) return true;
    std::set<std::string> all;
    for (std::string const& id : ids) {
        auto const components = tables->components_of(id);
        if (!components) {
            complain(components.error());
            return false;
        }
        all.insert(components->begin(), components->end());
    }
    return look_around({all.begin(), all.end()});
}

Result<std::vector<chronicle::PersonSummary>> OpenChronicle::people() const {
    if (tables) return tables->people();
    return chronicle::person_summaries(chronicle);
}

Result<std::vector<chronicle::HiddenName>> OpenChronicle::hidden() const {
    if (tables) return tables->hidden();
    return chronicle.hidden;
}

Result<std::vector<chronicle::OpenQuestion>> OpenChronicle::questions() const {
    if (tables) return tables->questions();
    std::vector<chronicle::OpenQuestion> all;
    for (chronicle::Question const& question : chronicle::review_queue(chronicle))
        all.push_back(chronicle::open_question(chronicle, question));
    return all;
}

namespace {

void show_progress(std::size_t done, std::size_t all) {
    if (isatty(STDERR_FILENO) != 0) std::fprintf(stderr, "\r\033[Kputting cases together, %zu of %zu", done, all);
}

// Up to date, and whether they are.
bool bring_up_to_date(chronicle::Tables& tables, Opening const& opening, OpenChronicle const& opened) {
    auto const current = tables.current();
    if (current && *current) return true;
    Result<void> updated;
    if (opening.use == Archive::Use::write) {
        updated = tables.update(show_progress);
    } else {
        journal::ArchiveOptions options;
        options.access = journal::ArchiveOptions::Access::write;
        auto store = journal::open_archive(opening.archive, options);
        if (!store) return false;
        updated = tables_of(**store, *opened.names, opened.packs.vocabulary).update(show_progress);
    }
    if (isatty(STDERR_FILENO) != 0) std::fputs("\r\033[K", stderr);
    return updated.has_value();
}

}  // namespace

std::optional<OpenChronicle> open_chronicle(Opening const& opening) {
    auto loaded = load_packs(opening.packs);
    if (!loaded) {
        for (Fault const& fault : loaded.error()) complain(fault);
        return std::nullopt;
    }
    OpenChronicle opened;
    opened.packs = std::move(*loaded);
    auto names = load_names(opened.packs.vocabulary);
    if (!names) return std::nullopt;
    opened.names = std::make_shared<linking::NameKnowledge const>(std::move(*names));
    opened.archive = Archive::open(opening.archive, opening.use, opening.key);
    if (!opened.archive) return std::nullopt;
    if (opening.known_on.empty() && !opening.whole) {
        opened.tables = std::make_unique<chronicle::Tables>(
            tables_of(opened.archive->store(), *opened.names, opened.packs.vocabulary));
        if (bring_up_to_date(*opened.tables, opening, opened)) return opened;
        opened.tables.reset();
    }
    auto computed = opened.archive->chronicle(knowledge_of(*opened.names, opened.packs.vocabulary), opening.known_on);
    if (!computed) {
        complain(computed.error());
        return std::nullopt;
    }
    opened.chronicle = std::move(*computed);
    return opened;
}

namespace {

using People = std::vector<chronicle::PersonSummary>;
using Found = std::vector<chronicle::PersonSummary const*>;

template <typename Test>
Found find_people(People const& people, Test&& test) {
    Found found;
    for (chronicle::PersonSummary const& one : people)
        if (std::any_of(one.spellings.begin(), one.spellings.end(), test)) found.push_back(&one);
    return found;
}

// People of whom some spelling sounds like what was asked, in any alphabet; a family name alone will do.
Found sounding_like(OpenChronicle const& opened, People const& people, std::string const& asked) {
    constexpr double alike = 0.55;
    linking::ParsedName const wanted = linking::parse_name(*opened.names, asked);
    return find_people(people, [&](std::string const& spelling) {
        return linking::score_names(*opened.names, wanted, linking::parse_name(*opened.names, spelling)) > alike;
    });
}

Found by_id(People const& people, std::string const& asked) {
    constexpr std::size_t shortest = 4;
    Found found;
    for (chronicle::PersonSummary const& one : people)
        if (one.id == asked || (asked.size() >= shortest && one.id.starts_with(asked))) found.push_back(&one);
    return found;
}

}  // namespace

std::string choose_person(OpenChronicle const& opened, std::string const& asked) {
    auto const people = opened.people();
    if (!people) {
        complain(people.error());
        return {};
    }
    if (Found const named = by_id(*people, asked); named.size() == 1) return named[0]->id;
    std::string const wanted = fold(asked);
    Found found = find_people(*people, [&](std::string const& s) { return fold(s) == wanted; });
    if (found.size() == 1) return found[0]->id;
    found = find_people(*people, [&](std::string const& s) { return fold(s).find(wanted) != std::string::npos; });
    if (found.empty()) found = sounding_like(opened, *people, asked);
    if (found.size() == 1) return found[0]->id;
    if (found.empty()) {
        std::cerr << "salname: nobody is named " << asked << " here; `salname people` lists all\n";
        return {};
    }
    std::cerr << "salname: " << found.size() << " people are named so; give an id:\n";
    for (auto const* one : found) std::cerr << "  " << one->id << "  " << one->name << '\n';
    return {};
}

std::size_t look_at_person(OpenChronicle& opened, std::string const& asked) {
    std::string const id = choose_person(opened, asked);
    if (id.empty() || !opened.look_at({id})) return chronicle::none;
    return opened.chronicle.find_person(id);
}

std::size_t choose_event(OpenChronicle& opened, std::string const& asked) {
    if (!opened.look_at({asked})) return chronicle::none;
    auto const& events = opened.chronicle.events.all;
    std::size_t found = chronicle::none;
    for (std::size_t e = 0; e < events.size(); ++e)
        if (asked.size() >= 4 && events[e].id.starts_with(asked)) found = found == chronicle::none ? e : events.size();
    if (found < events.size()) return found;
    std::cerr << "salname: " << (found == chronicle::none ? "no event " : "several events begin with ") << asked
              << "; `salname case --format json` shows their ids\n";
    return chronicle::none;
}

std::size_t choose_case(OpenChronicle& opened, std::string const& asked) {
    if (!opened.look_at({asked})) return chronicle::none;
    std::size_t const found = opened.chronicle.find_case(asked);
    if (found == chronicle::none) std::cerr << "salname: no case " << asked << " here; `salname cases` lists them\n";
    return found;
}

}  // namespace salname
