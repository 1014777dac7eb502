#include "gold.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "text/fold.h"

namespace salname::train {

namespace {

using nlohmann::json;

std::string read_file(std::filesystem::path const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string text(json const& object, char const* key) {
    auto const found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> texts(json const& object, char const* key) {
    std::vector<std::string> all;
    auto const found = object.find(key);
    if (found != object.end() && found->is_array())
        for (auto const& item : *found)
            if (item.is_string()) all.push_back(item);
    return all;
}

GoldEvent event_of(json const& e) {
    GoldEvent event;
    event.type = event_type_named(text(e, "type")).value_or(EventType::posted);
    event.person = text(e, "person");
    event.count = e.contains("count") && e["count"].is_number() ? e["count"].get<std::uint32_t>() : 0;
    event.date = text(e, "date");
    event.duration = text(e, "duration");
    event.authority = text(e, "authority");
    event.place = text(e, "place");
    event.source = text(e, "source");
    event.platform = text(e, "platform");
    event.target = text(e, "target");
    event.modality = text(e, "modality");
    event.charges = texts(e, "charges");
    event.alt_dates = texts(e, "alt_dates");
    if (e.contains("money") && e["money"].is_object()) {
        event.amount = e["money"]["amount"].get<double>();
        event.currency = text(e["money"], "currency");
    }
    if (e.contains("provisions"))
        for (auto const& p : e["provisions"]) event.articles.push_back(text(p, "article"));
    if (e.contains("anchor") && e["anchor"].is_array())
        event.anchor = {e["anchor"][0].get<std::uint32_t>(), e["anchor"][1].get<std::uint32_t>()};
    event.optional = e.contains("optional") && e["optional"].is_boolean() && e["optional"].get<bool>();
    return event;
}

std::vector<std::string> words_of(std::string const& s) {
    std::string folded = fold(s);
    for (char& c : folded)
        if (static_cast<unsigned char>(c) < 0x80 && std::isalnum(static_cast<unsigned char>(c)) == 0) c = ' ';
    std::istringstream in(folded);
    return {std::istream_iterator<std::string>(in), {}};
}

}  // namespace

std::vector<GoldReport> load_gold(std::string const& folder, std::string const& prefix, bool test) {
    std::vector<std::filesystem::path> paths;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) {
        std::string const stem = entry.path().stem().string();
        if (entry.path().extension() != ".json" || !stem.starts_with(prefix)) continue;
        int const number = std::stoi(stem.substr(stem.size() - 3));
        if (number % 3 == 0) continue;
        // Cross-validation: leave out one part of the readable ones, e.g. HOLD_OUT=1/4
        if (char const* hold = std::getenv("HOLD_OUT"); hold != nullptr) {
            bool const held = number / 3 % (hold[2] - '0') == hold[0] - '0';
            if (held != test) continue;
        } else if (test) {
            continue;
        }
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<GoldReport> all;
    for (auto const& path : paths) all.push_back(load_gold_file(path.string()));
    return all;
}

std::vector<GoldReport> load_folder(std::string const& folder) {
    std::vector<std::filesystem::path> paths;
    for (auto const& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<GoldReport> all;
    for (auto const& path : paths) all.push_back(load_gold_file(path.string()));
    return all;
}

GoldReport load_gold_file(std::string const& file) {
    std::filesystem::path const path(file);
    json const gold = json::parse(read_file(path));
    GoldReport report;
    report.name = path.stem().string();
    std::string const named = text(gold, "file");
    report.text =
        read_file(named.empty() ? std::filesystem::path(path).replace_extension(".txt") : path.parent_path() / named);
    report.published = text(gold, "published");
    report.country = text(gold, "country");
    for (auto const& person : gold["people"]) {
        std::vector<std::string> names{text(person, "name")};
        for (auto& alias : texts(person, "aliases")) names.push_back(alias);
        report.people.push_back(std::move(names));
    }
    for (auto const& e : gold["events"]) report.events.push_back(event_of(e));
    return report;
}

GoldReport load_prose(std::string const& file) {
    GoldReport report;
    report.name = std::filesystem::path(file).stem().string();
    report.text = read_file(file);
    report.text.resize(report.text.rfind('\n', report.text.size() / 2));
    return report;
}

EventType joined(EventType type) {
    return type == EventType::detained || type == EventType::abducted ? EventType::arrested : type;
}

bool same_person(std::string const& gold, std::string const& name) {
    auto const g = words_of(gold);
    auto const p = words_of(name);
    if (g.empty() || p.empty()) return g.empty() && p.empty();
    if (g == p) return true;
    return g.back() == p.back() && (g.size() == 1 || p.size() == 1 || g[0][0] == p[0][0]);
}

bool words_overlap(std::string const& a, std::string const& b) {
    auto const left = words_of(a);
    auto const right = words_of(b);
    std::set<std::string> const x(left.begin(), left.end());
    std::set<std::string> const y(right.begin(), right.end());
    std::size_t common = 0;
    for (auto const& word : x) common += y.count(word);
    return static_cast<double>(common) / static_cast<double>(std::max<std::size_t>(1, std::min(x.size(), y.size()))) >=
           .5;
}

}  // namespace salname::train
