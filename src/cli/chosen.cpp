#include "cli/chosen.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

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

std::optional<OpenChronicle> open_chronicle(std::string const& archive, Archive::Use use, std::string const& packs,
                                            std::string const& known_on, std::string const& key) {
    auto loaded = load_packs(packs);
    if (!loaded) {
        for (Fault const& fault : loaded.error()) complain(fault);
        return std::nullopt;
    }
    OpenChronicle opened;
    opened.packs = std::move(*loaded);
    auto names = load_names(opened.packs.vocabulary);
    if (!names) return std::nullopt;
    opened.names = std::make_shared<linking::NameKnowledge const>(std::move(*names));
    opened.archive = Archive::open(archive, use, key);
    if (!opened.archive) return std::nullopt;
    chronicle::Knowledge const knowledge{chronicle::sounding_names(*opened.names),
                                         chronicle::custodial_kinds(opened.packs.vocabulary)};
    auto computed = opened.archive->chronicle(knowledge, known_on);
    if (!computed) {
        complain(computed.error());
        return std::nullopt;
    }
    opened.chronicle = std::move(*computed);
    return opened;
}

namespace {

// People of whom some spelling sounds like what was asked, in any alphabet; a family name alone will do.
std::vector<std::size_t> sounding_like(OpenChronicle const& opened, std::string const& asked) {
    constexpr double alike = 0.55;
    linking::ParsedName const wanted = linking::parse_name(*opened.names, asked);
    std::vector<std::size_t> found;
    auto const& persons = opened.chronicle.people.persons;
    for (std::size_t p = 0; p < persons.size(); ++p)
        if (std::any_of(persons[p].spellings.begin(), persons[p].spellings.end(), [&](std::string const& spelling) {
                return linking::score_names(*opened.names, wanted, linking::parse_name(*opened.names, spelling)) >
                       alike;
            }))
            found.push_back(p);
    return found;
}

}  // namespace

std::size_t choose_person(OpenChronicle const& opened, std::string const& asked) {
    chronicle::Chronicle const& chronicle = opened.chronicle;
    std::size_t const by_id = chronicle.find_person(asked);
    if (by_id != chronicle::none) return by_id;
    std::vector<std::size_t> exact;
    std::vector<std::size_t> found;
    std::string const wanted = fold(asked);
    for (std::size_t p = 0; p < chronicle.people.persons.size(); ++p) {
        auto const& spellings = chronicle.people.persons[p].spellings;
        if (std::any_of(spellings.begin(), spellings.end(), [&](auto const& s) { return fold(s) == wanted; }))
            exact.push_back(p);
        if (std::any_of(spellings.begin(), spellings.end(),
                        [&](auto const& s) { return fold(s).find(wanted) != std::string::npos; }))
            found.push_back(p);
    }
    if (exact.size() == 1) return exact[0];
    if (found.size() == 1) return found[0];
    if (found.empty()) found = sounding_like(opened, asked);
    if (found.size() == 1) return found[0];
    if (found.empty()) {
        std::cerr << "salname: nobody is named " << asked << " here; `salname people` lists all\n";
        return chronicle::none;
    }
    std::cerr << "salname: " << found.size() << " people are named so; give an id:\n";
    for (std::size_t const p : found)
        std::cerr << "  " << chronicle.people.persons[p].id << "  " << chronicle.people.persons[p].name << '\n';
    return chronicle::none;
}

std::size_t choose_event(chronicle::Chronicle const& chronicle, std::string const& asked) {
    std::size_t found = chronicle::none;
    for (std::size_t e = 0; e < chronicle.events.all.size(); ++e)
        if (asked.size() >= 4 && chronicle.events.all[e].id.starts_with(asked))
            found = found == chronicle::none ? e : chronicle.events.all.size();
    if (found < chronicle.events.all.size()) return found;
    std::cerr << "salname: " << (found == chronicle::none ? "no event " : "several events begin with ") << asked
              << "; `salname case --format json` shows their ids\n";
    return chronicle::none;
}

std::size_t choose_case(chronicle::Chronicle const& chronicle, std::string const& asked) {
    std::size_t const found = chronicle.find_case(asked);
    if (found == chronicle::none) std::cerr << "salname: no case " << asked << " here; `salname cases` lists them\n";
    return found;
}

}  // namespace salname
