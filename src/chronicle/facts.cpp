#include "chronicle/facts.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "chronicle/reading_record.h"
#include "chronicle/sketch.h"
#include "text/json.h"

namespace salname::chronicle {

namespace {

using Json = nlohmann::json;

std::string text(Json const& object, char const* name) {
    auto const found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Entries in an order that does not depend on how they came here.
template <typename Item>
std::vector<Item const*> in_order(std::vector<Item> const& items, std::string_view known_on) {
    std::vector<Item const*> sorted;
    for (Item const& item : items)
        if (known_on.empty() || std::string_view(item.time).substr(0, known_on.size()) <= known_on)
            sorted.push_back(&item);
    std::sort(sorted.begin(), sorted.end(), [](Item const* a, Item const* b) {
        // Entries of one second and one author stand in the order in which he wrote them.
        return std::tie(a->time, a->author, a->seq, a->id) < std::tie(b->time, b->author, b->seq, b->id);
    });
    return sorted;
}

}  // namespace

void FactsBuilder::complain(std::string_view id, std::string what) {
    faults_.push_back({FaultKind::malformed, "entry " + std::string(id) + ": " + std::move(what), {}});
}

void FactsBuilder::add(std::string_view id, std::string_view author, std::string_view time, std::uint64_t seq,
                       std::string_view kind, std::string_view body) {
    Item const item{std::string(id), std::string(author), std::string(time), seq};
    if (kind == "decision") {
        auto decision = parse_decision(body);
        if (!decision) return complain(id, decision.error().what);
        decisions_.push_back({item, std::move(*decision)});
        return;
    }
    if (kind == "reading") {
        auto record = parse_reading_body(body);
        if (!record) return complain(id, record.error().what);
        readings_.push_back({item, std::move(record->original), std::move(record->readings)});
        return;
    }
    if (kind != "report" && kind != "undo" && kind != "author" && kind != "archive") return;
    Json const json = Json::parse(body, nullptr, false);
    if (!json.is_object()) return complain(id, "the body must be a JSON object");
    if (kind == "undo") {
        undos_.push_back({item, text(json, "decision")});
    } else if (kind == "author") {
        names_.emplace_back(item, text(json, "name"));
    } else if (kind == "archive") {
        archive_names_.emplace_back(item, text(json, "name"));
    } else if (kind == "report") {
        Report report;
        report.original = text(json, "original");
        if (report.original.size() != 64) return complain(id, "a report needs the hash of its original");
        report.entry = item.id;
        report.time = item.time;
        report.author = item.author;
        report.file = text(json, "file");
        report.url = text(json, "url");
        report.outlet = text(json, "outlet");
        report.change = text(json, "change");
        if (std::string const published = text(json, "published"); !published.empty()) {
            auto const date = parse_edtf(published);
            if (!date) return complain(id, "published: " + date.error().what);
            report.published = *date;
        }
        report.sketch = parse_sketch(text(json, "sketch"));
        reports_.push_back({item, std::move(report)});
    }
}

Facts FactsBuilder::build(std::string_view known_on) const {
    Facts facts;
    std::map<std::string_view, std::size_t> by_original;
    for (ReportItem const* item : in_order(reports_, known_on)) {
        auto const [place, fresh] = by_original.emplace(item->report.original, facts.reports.size());
        if (fresh) {
            facts.reports.push_back(item->report);
            continue;
        }
        // Added twice, perhaps by two people: what the first left open the second may tell.
        Report& first = facts.reports[place->second];
        if (first.url.empty()) first.url = item->report.url;
        if (first.outlet.empty()) first.outlet = item->report.outlet;
        if (first.published.empty()) first.published = item->report.published;
        if (first.change.empty()) first.change = item->report.change;
    }
    for (ReadingItem const* item : in_order(readings_, known_on)) {
        auto const place = by_original.find(item->original);
        if (place == by_original.end()) continue;
        Report& report = facts.reports[place->second];
        report.earlier_readings.insert(report.earlier_readings.end(), report.readings.begin(), report.readings.end());
        report.readings = item->readings;
    }
    // An undo that was itself undone takes nothing back. Whoever undoes has seen what he undoes, so there are no rings.
    std::map<std::string_view, std::vector<UndoItem const*>> undos_of;
    for (UndoItem const* undo : in_order(undos_, known_on)) undos_of[undo->target].push_back(undo);
    auto const stands = [&](auto const& self, std::string_view id, unsigned depth) -> bool {
        auto const undos = undos_of.find(id);
        if (undos == undos_of.end() || depth > 1000) return true;
        return std::none_of(undos->second.begin(), undos->second.end(),
                            [&](UndoItem const* undo) { return self(self, undo->id, depth + 1); });
    };
    for (DecisionItem const* item : in_order(decisions_, known_on)) {
        MadeDecision made{item->id, item->author, item->time, item->seq, item->decision, {}};
        if (stands(stands, item->id, 0)) {
            facts.decisions.push_back(std::move(made));
            continue;
        }
        for (UndoItem const* undo : undos_of[item->id])
            if (made.taken_back.empty() && stands(stands, undo->id, 0)) made.taken_back = undo->id;
        facts.taken_back.push_back(std::move(made));
    }
    for (auto const& [item, name] : names_)
        if (known_on.empty() || item.time.substr(0, known_on.size()) <= known_on)
            facts.author_names[item.author] = name;
    if (!archive_names_.empty()) facts.name = archive_names_.front().second;
    return facts;
}

std::string report_body(Report const& report) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.field("original", std::string_view(report.original));
    json.field("file", std::string_view(report.file));
    json.field_or_null("url", report.url);
    json.field_or_null("outlet", report.outlet);
    json.field_or_null("published", report.published.edtf());
    json.field_or_null("change", report.change);
    json.field("sketch", std::string_view(print_sketch(report.sketch)));
    json.end_object();
    return out;
}

std::string reading_body(std::string_view original, std::string_view readings) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.field("original", original);
    json.key("readings");
    json.raw(readings);
    json.end_object();
    return out;
}

std::string undo_body(std::string_view decision, std::string_view reason) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.field("decision", decision);
    json.field_or_null("reason", reason);
    json.end_object();
    return out;
}

std::string name_body(std::string_view name) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.field("name", name);
    json.end_object();
    return out;
}

}  // namespace salname::chronicle
