#include "chronicle/reading_record.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace salname::chronicle {

namespace {

using Json = nlohmann::json;

// What is wrong is thrown no further than parse_readings.
struct Wrong {
    std::string what;
};

Json const& member(Json const& object, char const* name) {
    static Json const nothing;
    auto const found = object.find(name);
    return found == object.end() ? nothing : *found;
}

std::string text(Json const& object, char const* name) {
    Json const& value = member(object, name);
    if (value.is_null()) return {};
    if (!value.is_string()) throw Wrong{std::string("'") + name + "' must be a text"};
    return value.get<std::string>();
}

std::vector<std::string> texts(Json const& object, char const* name) {
    std::vector<std::string> all;
    for (Json const& one : member(object, name)) {
        if (!one.is_string()) throw Wrong{std::string("'") + name + "' must be a list of texts"};
        all.push_back(one.get<std::string>());
    }
    return all;
}

Span span(Json const& value, char const* name) {
    if (!value.is_array() || value.size() != 2 || !value[0].is_number_unsigned() || !value[1].is_number_unsigned())
        throw Wrong{std::string("'") + name + "' must be a pair of byte offsets"};
    return {value[0].get<std::uint32_t>(), value[1].get<std::uint32_t>()};
}

std::vector<Span> spans(Json const& object, char const* name) {
    std::vector<Span> all;
    for (Json const& one : member(object, name)) all.push_back(span(one, name));
    return all;
}

Date date(Json const& object, char const* name) {
    std::string const edtf = text(object, name);
    if (edtf.empty()) return {};
    auto const parsed = parse_edtf(edtf);
    if (!parsed) throw Wrong{parsed.error().what};
    return *parsed;
}

template <typename Value, std::size_t Count>
Value named(std::string const& name, Value const (&values)[Count]) {
    for (Value const value : values)
        if (name_of(value) == name) return value;
    throw Wrong{"'" + name + "' is not known here"};
}

Account account(Json const& json) {
    constexpr DateBasis bases[] = {DateBasis::none, DateBasis::explicit_, DateBasis::year_inferred,
                                   DateBasis::relative};
    constexpr Modality modalities[] = {Modality::asserted, Modality::alleged, Modality::denied, Modality::unverified,
                                       Modality::planned};
    Account a;
    a.id = text(json, "id");
    auto const type = event_type_named(text(json, "type"));
    if (!type) throw Wrong{"'" + text(json, "type") + "' is no type of event"};
    a.type = *type;
    a.person = text(json, "person");
    if (Json const& count = member(json, "count"); count.is_number_unsigned()) a.count = count.get<std::uint32_t>();
    a.date = date(json, "date");
    if (std::string const basis = text(json, "date_basis"); !basis.empty()) a.date_basis = named(basis, bases);
    if (std::string const term = text(json, "duration"); !term.empty()) {
        auto const duration = parse_duration(term);
        if (!duration) throw Wrong{"'" + term + "' is no ISO 8601 duration"};
        a.duration = *duration;
    }
    a.kind = text(json, "kind");
    if (Json const& money = member(json, "money"); money.is_object()) {
        Json const& amount = member(money, "amount");
        if (!amount.is_number()) throw Wrong{"'amount' must be a number"};
        a.money = Money{std::llround(amount.get<double>() * 100), text(money, "currency")};
    }
    a.authority = text(json, "authority");
    a.place = text(json, "place");
    a.charges = texts(json, "charges");
    for (Json const& p : member(json, "provisions"))
        a.provisions.push_back({text(p, "code"), text(p, "article"), text(p, "as_written"), {}});
    a.source = text(json, "source");
    if (std::string const modality = text(json, "modality"); !modality.empty())
        a.modality = named(modality, modalities);
    a.platform = text(json, "platform");
    a.target = text(json, "target");
    a.outcome = text(json, "outcome");
    a.trigger = span(member(json, "trigger"), "trigger");
    a.evidence = spans(json, "evidence");
    Json const& slots = member(json, "slots");
    for (auto slot = slots.begin(); slot != slots.end(); ++slot)
        a.slots.push_back({slot.key(), span(*slot, "slots"), {}, {}});
    a.rule = text(json, "rule");
    return a;
}

Reading reading(Json const& json) {
    Reading r;
    Json const& report = member(json, "report");
    r.file = text(report, "file");
    r.sha256 = text(report, "sha256");
    r.span = span(member(report, "span"), "span");
    r.title = text(report, "title");
    r.published = date(report, "published");
    r.language = text(report, "language");
    r.country = text(report, "country");
    for (Json const& update : member(report, "updates"))
        r.updates.push_back({date(update, "date"), span(member(update, "span"), "span"), text(update, "kind")});
    for (Json const& p : member(json, "people")) {
        Person person;
        person.id = text(p, "id");
        person.name = text(p, "name");
        person.aliases = texts(p, "aliases");
        person.roles = texts(p, "roles");
        person.affiliations = texts(p, "affiliations");
        person.mentions = spans(p, "mentions");
        r.people.push_back(std::move(person));
    }
    for (Json const& a : member(json, "accounts")) {
        r.accounts.push_back(account(a));
        for (Person& person : r.people) person.subject = person.subject || person.id == r.accounts.back().person;
    }
    return r;
}

}  // namespace

std::optional<Duration> parse_duration(std::string_view text) {
    if (text.size() < 3 || text[0] != 'P') return std::nullopt;
    Duration duration;
    bool time = false;
    std::uint64_t number = 0;
    bool digits = false;
    for (char const c : text.substr(1)) {
        if (c >= '0' && c <= '9') {
            number = number * 10 + static_cast<unsigned>(c - '0');
            if (number > 0xFFFFFFFF) return std::nullopt;
            digits = true;
            continue;
        }
        if (c == 'T' && !time && !digits) {
            time = true;
            continue;
        }
        std::uint32_t* part = nullptr;
        if (c == 'Y' && !time) part = &duration.years;
        if (c == 'M') part = time ? &duration.minutes : &duration.months;
        if (c == 'W' && !time) part = &duration.weeks;
        if (c == 'D' && !time) part = &duration.days;
        if (c == 'H' && time) part = &duration.hours;
        if (part == nullptr || !digits || *part != 0) return std::nullopt;
        *part = static_cast<std::uint32_t>(number);
        number = 0;
        digits = false;
    }
    if (digits || duration.empty()) return std::nullopt;
    return duration;
}

namespace {

Result<std::vector<Reading>> readings_in(Json const& all) {
    if (!all.is_array()) return fault(FaultKind::malformed, "readings must be a JSON array");
    try {
        std::vector<Reading> readings;
        for (Json const& one : all) readings.push_back(reading(one));
        return readings;
    } catch (Wrong const& wrong) {
        return fault(FaultKind::malformed, "a reading is damaged: " + wrong.what);
    }
}

}  // namespace

Result<std::vector<Reading>> parse_readings(std::string_view json) {
    return readings_in(Json::parse(json, nullptr, false));
}

Result<ReadingRecord> parse_reading_body(std::string_view body) {
    Json const json = Json::parse(body, nullptr, false);
    if (!json.is_object()) return fault(FaultKind::malformed, "the body must be a JSON object");
    auto const original = json.find("original");
    auto const readings = json.find("readings");
    if (original == json.end() || !original->is_string() || readings == json.end())
        return fault(FaultKind::malformed, "a reading needs the hash of its original and readings");
    auto parsed = readings_in(*readings);
    if (!parsed) return tl::unexpected(parsed.error());
    return ReadingRecord{original->get<std::string>(), std::move(*parsed)};
}

}  // namespace salname::chronicle
