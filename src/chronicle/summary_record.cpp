// Summaries as JSON and back.
#include <nlohmann/json.hpp>

#include "chronicle/summary.h"

namespace salname::chronicle {

namespace {

using Json = nlohmann::json;

// Reads fields of one object; remembers whether all were of their kind.
class Fields {
public:
    explicit Fields(std::string_view text) : json_(Json::parse(text, nullptr, false)) { sound = json_.is_object(); }

    template <typename T>
    void get(char const* name, T& into) {
        if (!sound) return;
        auto const found = json_.find(name);
        if (found == json_.end()) return;
        get_from(*found, into);
    }

    bool sound = false;

private:
    void get_from(Json const& json, std::string& into) {
        if (json.is_string())
            into = json.get<std::string>();
        else
            sound = false;
    }
    void get_from(Json const& json, bool& into) {
        if (json.is_boolean())
            into = json.get<bool>();
        else
            sound = false;
    }
    template <std::integral T>
    void get_from(Json const& json, T& into) {
        if (json.is_number_integer())
            into = json.get<T>();
        else
            sound = false;
    }
    template <typename T>
    void get_from(Json const& json, std::optional<T>& into) {
        into.emplace();
        get_from(json, *into);
    }
    template <typename T>
    void get_from(Json const& json, std::vector<T>& into) {
        sound = sound && json.is_array();
        for (std::size_t i = 0; sound && i < json.size(); ++i) get_from(json[i], into.emplace_back());
    }
    void get_from(Json const& json, ConflictSummary::Said& into) {
        sound = sound && json.is_array() && json.size() == 2;
        if (!sound) return;
        get_from(json[0], into.value);
        get_from(json[1], into.by);
    }

    Json json_;
};

template <typename T>
void put(Json& json, char const* name, T const& value) {
    if (value != T{}) json[name] = value;
}

}  // namespace

std::string text_of(CaseSummary const& s) {
    Json json = {{"id", s.id},         {"person", s.person}, {"person_id", s.person_id}, {"status", name_of(s.status)},
                 {"events", s.events}, {"voices", s.voices}, {"order", s.order}};
    put(json, "name", s.name);
    put(json, "spellings", s.spellings);
    put(json, "since", s.since);
    put(json, "charges", s.charges);
    put(json, "courts", s.courts);
    put(json, "places", s.places);
    put(json, "outlets", s.outlets);
    put(json, "years", s.years);
    put(json, "confirmed", s.confirmed);
    if (s.custody) json["days"] = s.custody->least;
    if (s.custody && s.custody->most) json["days_most"] = *s.custody->most;
    return json.dump();
}

std::optional<CaseSummary> parse_case_summary(std::string_view text) {
    Fields fields(text);
    CaseSummary s;
    std::string status;
    std::optional<std::int32_t> days;
    std::optional<std::int32_t> most;
    fields.get("id", s.id);
    fields.get("name", s.name);
    fields.get("person_id", s.person_id);
    fields.get("person", s.person);
    fields.get("spellings", s.spellings);
    fields.get("status", status);
    fields.get("since", s.since);
    fields.get("charges", s.charges);
    fields.get("courts", s.courts);
    fields.get("places", s.places);
    fields.get("outlets", s.outlets);
    fields.get("years", s.years);
    fields.get("events", s.events);
    fields.get("voices", s.voices);
    fields.get("confirmed", s.confirmed);
    fields.get("order", s.order);
    fields.get("days", days);
    fields.get("days_most", most);
    auto const known = status_named(status);
    if (!fields.sound || !known) return std::nullopt;
    s.status = *known;
    if (days) s.custody = DayCount{*days, most};
    return s;
}

std::string text_of(PersonSummary const& s) {
    Json json = {{"id", s.id}, {"name", s.name}};
    put(json, "spellings", s.spellings);
    put(json, "roles", s.roles);
    put(json, "cases", s.cases);
    put(json, "protected", s.is_protected);
    put(json, "proposed", s.proposed);
    return json.dump();
}

std::optional<PersonSummary> parse_person_summary(std::string_view text) {
    Fields fields(text);
    PersonSummary s;
    fields.get("id", s.id);
    fields.get("name", s.name);
    fields.get("spellings", s.spellings);
    fields.get("roles", s.roles);
    fields.get("cases", s.cases);
    fields.get("protected", s.is_protected);
    fields.get("proposed", s.proposed);
    if (!fields.sound) return std::nullopt;
    return s;
}

std::string text_of(ConflictSummary const& s) {
    Json json = {{"id", s.id}};
    put(json, "person", s.person);
    put(json, "slot", s.slot);
    put(json, "other_person", s.other_person);
    if (s.type) json["type"] = name_of(*s.type);
    for (auto const& said : s.values) json["values"].push_back({said.value, said.by});
    return json.dump();
}

std::optional<ConflictSummary> parse_conflict_summary(std::string_view text) {
    Fields fields(text);
    ConflictSummary s;
    std::string type;
    fields.get("id", s.id);
    fields.get("person", s.person);
    fields.get("slot", s.slot);
    fields.get("other_person", s.other_person);
    fields.get("type", type);
    fields.get("values", s.values);
    if (!type.empty()) s.type = event_type_named(type);
    if (!fields.sound || (!type.empty() && !s.type)) return std::nullopt;
    return s;
}

}  // namespace salname::chronicle
