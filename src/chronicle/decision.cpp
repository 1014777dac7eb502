#include "chronicle/decision.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace salname::chronicle {

namespace {

using Json = nlohmann::json;

Json json_of(AccountRef const& ref) {
    return {{"original", ref.original},
            {"span", {ref.begin, ref.end}},
            {"type", std::string(name_of(ref.type))},
            {"person", ref.person}};
}

Json json_of(PersonRef const& ref) {
    return {{"original", ref.original}, {"name", ref.name}};
}

bool is_text(Json const& object, char const* name) {
    auto const found = object.find(name);
    return found != object.end() && found->is_string();
}

std::optional<PersonRef> person_in(Json const& json) {
    if (!json.is_object() || json.size() != 2 || !is_text(json, "original") || !is_text(json, "name")) return {};
    return PersonRef{json["original"].get<std::string>(), json["name"].get<std::string>()};
}

std::optional<AccountRef> account_in(Json const& json) {
    bool const sound = json.is_object() && json.size() == 4 && is_text(json, "original") && is_text(json, "type") &&
                       is_text(json, "person") && json.contains("span");
    if (!sound) return {};
    Json const& span = json["span"];
    auto const type = event_type_named(json["type"].get<std::string>());
    if (!type || !span.is_array() || span.size() != 2) return {};
    if (!span[0].is_number_unsigned() || !span[1].is_number_unsigned()) return {};
    return AccountRef{json["original"].get<std::string>(), span[0].get<std::uint32_t>(), span[1].get<std::uint32_t>(),
                      *type, json["person"].get<std::string>()};
}

// What the verb needs and does not have; empty when it is complete.
std::string missing(Decision const& d) {
    switch (d.verb) {
        case Verb::confirm:
        case Verb::reject:
        case Verb::defer:
        case Verb::unverifiable: return d.account ? "" : "account";
        case Verb::correct: return !d.account ? "account" : d.values.empty() ? "values" : "";
        case Verb::same:
        case Verb::different:
        case Verb::unsure: return !d.person ? "person" : !d.other_person ? "other_person" : "";
        case Verb::same_event:
        case Verb::other_event: return !d.account ? "account" : !d.other_account ? "other_account" : "";
        case Verb::rename:
        case Verb::protect: return !d.person ? "person" : d.text.empty() ? "text" : "";
        case Verb::link: return !d.account ? "account" : d.text.empty() ? "text" : "";
        case Verb::note: return d.text.empty() ? "text" : !d.account && !d.person ? "person or account" : "";
    }
    return {};
}

}  // namespace

bool is_slot(std::string_view name) {
    constexpr std::string_view slots[] = {"type",   "date",     "duration",   "kind",      "money",
                                          "count",  "charges",  "provisions", "authority", "place",
                                          "source", "modality", "platform",   "target",    "outcome"};
    return std::find(std::begin(slots), std::end(slots), name) != std::end(slots);
}

std::string body_of(Decision const& d) {
    Json json = {{"verb", std::string(name_of(d.verb))}};
    if (d.account) json["account"] = json_of(*d.account);
    if (d.other_account) json["other_account"] = json_of(*d.other_account);
    if (d.person) json["person"] = json_of(*d.person);
    if (d.other_person) json["other_person"] = json_of(*d.other_person);
    if (!d.values.empty()) json["values"] = d.values;
    if (!d.text.empty()) json["text"] = d.text;
    if (!d.reason.empty()) json["reason"] = d.reason;
    if (d.seconds != 0) json["seconds"] = d.seconds;
    return json.dump();
}

Result<Decision> parse_decision(std::string_view body) {
    auto const wrong = [](std::string const& what) { return fault(FaultKind::malformed, "a decision " + what); };
    Json const json = Json::parse(body, nullptr, false);
    if (!json.is_object() || !is_text(json, "verb")) return wrong("must be an object with a verb");
    Decision d;
    auto const verb = std::find(verb_names.begin(), verb_names.end(), json["verb"].get<std::string>());
    if (verb == verb_names.end()) return wrong("has the unknown verb '" + json["verb"].get<std::string>() + "'");
    d.verb = static_cast<Verb>(verb - verb_names.begin());
    for (auto field = json.begin(); field != json.end(); ++field) {
        std::string const& name = field.key();
        bool sound = true;
        if (name == "verb") continue;
        if (name == "account" || name == "other_account") {
            auto& ref = name == "account" ? d.account : d.other_account;
            sound = (ref = account_in(*field)).has_value();
        } else if (name == "person" || name == "other_person") {
            auto& ref = name == "person" ? d.person : d.other_person;
            sound = (ref = person_in(*field)).has_value();
        } else if (name == "values") {
            sound = field->is_object();
            for (auto value = field->begin(); sound && value != field->end(); ++value) {
                sound = is_slot(value.key()) && value->is_string();
                if (sound) d.values[value.key()] = value->get<std::string>();
            }
        } else if (name == "text" || name == "reason") {
            sound = field->is_string();
            if (sound) (name == "text" ? d.text : d.reason) = field->get<std::string>();
        } else if (name == "seconds") {
            sound = field->is_number_unsigned();
            if (sound) d.seconds = field->get<std::uint32_t>();
        } else {
            return wrong("has the unknown member '" + name + "'");
        }
        if (!sound) return wrong("has a malformed member '" + name + "'");
    }
    if (std::string const lacks = missing(d); !lacks.empty())
        return wrong("to " + std::string(name_of(d.verb)) + " needs: " + lacks);
    return d;
}

}  // namespace salname::chronicle
