#include "chronicle/table_rows.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace salname::chronicle {

namespace {

using Json = nlohmann::json;

template <typename T>
bool take(Json const& json, char const* name, T& into) {
    auto const found = json.find(name);
    if (found == json.end()) return true;
    if constexpr (std::is_same_v<T, bool>) {
        if (!found->is_boolean()) return false;
    } else if constexpr (std::is_arithmetic_v<T>) {
        if (!found->is_number()) return false;
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (!found->is_string()) return false;
    } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
        if (!found->is_array()) return false;
        for (Json const& one : *found)
            if (!one.is_string()) return false;
    } else {
        if (!found->is_object()) return false;
        for (Json const& one : *found)
            if (!one.is_string()) return false;
    }
    into = found->get<T>();
    return true;
}

template <typename T>
void put(Json& json, char const* name, T const& value) {
    if (value != T{}) json[name] = value;
}

}  // namespace

std::string print_row(ReportRow const& row) {
    Json json = {{"number", row.number}};
    put(json, "standing", static_cast<int>(row.standing));
    put(json, "after", row.after);
    put(json, "likeness", row.likeness);
    put(json, "superseded", row.superseded);
    put(json, "followed_by", row.followed_by);
    put(json, "names", row.names);
    return json.dump();
}

bool parse_row(std::string_view text, ReportRow& row) {
    Json const json = Json::parse(text, nullptr, false);
    int standing = 0;
    bool const sound = json.is_object() && take(json, "number", row.number) && take(json, "standing", standing) &&
                       take(json, "after", row.after) && take(json, "likeness", row.likeness) &&
                       take(json, "superseded", row.superseded) && take(json, "followed_by", row.followed_by) &&
                       take(json, "names", row.names);
    row.standing = static_cast<Standing>(standing);
    return sound && standing >= 0 && standing <= static_cast<int>(Standing::copy);
}

std::string print_row(FormRow const& row) {
    return Json{{"component", row.component}, {"original", row.first.original}, {"first", row.first.name}}.dump();
}

bool parse_row(std::string_view text, FormRow& row) {
    Json const json = Json::parse(text, nullptr, false);
    return json.is_object() && take(json, "component", row.component) && take(json, "original", row.first.original) &&
           take(json, "first", row.first.name);
}

std::string print_row(ComponentRow const& row) {
    Json json = {{"reports", row.reports}};
    put(json, "forms", row.forms);
    put(json, "cases", row.cases);
    put(json, "persons", row.persons);
    put(json, "events", row.events);
    put(json, "apart", row.apart);
    put(json, "event_count", row.event_count);
    return json.dump();
}

bool parse_row(std::string_view text, ComponentRow& row) {
    Json const json = Json::parse(text, nullptr, false);
    return json.is_object() && take(json, "reports", row.reports) && take(json, "forms", row.forms) &&
           take(json, "cases", row.cases) && take(json, "persons", row.persons) && take(json, "events", row.events) &&
           take(json, "apart", row.apart) && take(json, "event_count", row.event_count);
}

std::string print_row(std::string const& row) {
    return row;
}

bool parse_row(std::string_view text, std::string& row) {
    row = text;
    return true;
}

std::string print_row(std::vector<std::string> const& row) {
    return Json(row).dump();
}

bool parse_row(std::string_view text, std::vector<std::string>& row) {
    Json const json = Json::parse(text, nullptr, false);
    if (!json.is_array()) return false;
    for (Json const& one : json) {
        if (!one.is_string()) return false;
        row.push_back(one.get<std::string>());
    }
    return true;
}

std::string print_row(std::vector<std::uint64_t> const& row) {
    std::string text;
    for (std::uint64_t const number : row) text.append(text.empty() ? "" : " ").append(std::to_string(number));
    return text;
}

bool parse_row(std::string_view text, std::vector<std::uint64_t>& row) {
    while (!text.empty()) {
        std::uint64_t number = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{}) return false;
        row.push_back(number);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.starts_with(' ')) text.remove_prefix(1);
    }
    return true;
}

std::string number_key(std::uint64_t number) {
    constexpr std::size_t width = 16;
    char digits[width];
    auto const end = std::to_chars(digits, digits + width, number, 16).ptr;
    std::string key(width - static_cast<std::size_t>(end - digits), '0');
    return key.append(digits, end);
}

}  // namespace salname::chronicle
