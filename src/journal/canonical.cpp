#include "journal/canonical.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "journal/json_rewriter.h"

namespace salname::journal {

Result<std::string> canonical_json(std::string_view json) {
    auto rewritten = rewrite_json(json);
    if (!rewritten) return tl::unexpected<Fault>(rewritten.error());
    return std::move(rewritten->text);
}

bool is_canonical(std::string_view json) {
    auto const rewritten = rewrite_json(json);
    return rewritten && rewritten->text == json;
}

Result<std::vector<Member>> canonical_members(std::string_view json) {
    auto rewritten = rewrite_json(json);
    if (!rewritten) return tl::unexpected<Fault>(rewritten.error());
    auto const& text = rewritten->text;
    if (text != json) {
        auto const differs = std::mismatch(text.begin(), text.end(), json.begin(), json.end()).second;
        return fault(FaultKind::malformed, "not in canonical form (RFC 8785)", {"", 0, 0, differs - json.begin()});
    }
    if (json.front() != '{') return fault(FaultKind::malformed, "not a JSON object");
    std::vector<Member> members;
    members.reserve(rewritten->members.size());
    for (auto& range : rewritten->members)
        members.push_back({std::move(range.name), json.substr(range.value, range.end - range.value)});
    return members;
}

std::string canonical_number(double number) {
    if (number == 0) return "0";
    char buffer[40];
    auto const end = std::to_chars(buffer, buffer + sizeof buffer, std::abs(number), std::chars_format::scientific).ptr;
    std::string_view const text(buffer, static_cast<std::size_t>(end - buffer));
    auto const e = text.find('e');
    std::string digits(text.substr(0, 1));
    if (e > 2) digits += text.substr(2, e - 2);
    int exponent = 0;
    std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), end, exponent);
    int const point = exponent + 1;  // where the decimal point stands, counted from the first digit
    auto const count = static_cast<int>(digits.size());
    std::string out = std::signbit(number) ? "-" : "";
    if (point >= count && point <= 21) return out + digits + std::string(static_cast<std::size_t>(point - count), '0');
    if (point > 0 && point <= 21) return out + digits.insert(static_cast<std::size_t>(point), 1, '.');
    if (point > -6 && point <= 0) return out + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    if (count > 1) digits.insert(1, 1, '.');
    return out + digits + 'e' + (exponent < 0 ? '-' : '+') + std::to_string(std::abs(exponent));
}

std::string canonical_string(std::string_view text) {
    std::string out = "\"";
    for (char const c : text) append_escaped(out, c);
    return out += '"';
}

std::optional<std::string> string_value(std::string_view json) {
    if (json.size() < 2 || json.front() != '"') return {};
    // The names of members are decoded, so let it be one.
    auto rewritten = rewrite_json("{" + std::string(json) + ":0}");
    if (!rewritten || rewritten->members.size() != 1) return {};
    return std::move(rewritten->members[0].name);
}

}  // namespace salname::journal
