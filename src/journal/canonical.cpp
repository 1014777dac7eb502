#include "journal/canonical.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "text/utf8.h"

namespace salname::journal {
namespace {

// UTF-8 sorts by code point; UTF-16 puts what needs two units (lead F0 and above) before U+E000 … U+FFFF.
bool utf16_less(std::string_view left, std::string_view right) {
    auto const [l, r] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    if (l == left.end() || r == right.end()) return l == left.end() && r != right.end();
    auto const a = static_cast<unsigned char>(*l);
    auto const b = static_cast<unsigned char>(*r);
    if (a >= 0xEE && b >= 0xEE && (a >= 0xF0) != (b >= 0xF0)) return a >= 0xF0;
    return a < b;
}

void append_escaped(std::string& out, char c) {
    static constexpr char hex[] = "0123456789abcdef";
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\b': out += "\\b"; return;
        case '\t': out += "\\t"; return;
        case '\n': out += "\\n"; return;
        case '\f': out += "\\f"; return;
        case '\r': out += "\\r"; return;
        default: break;
    }
    auto const byte = static_cast<unsigned char>(c);
    if (byte >= 0x20) {
        out += c;
        return;
    }
    out += "\\u00";
    out += hex[byte >> 4U];
    out += hex[byte & 15U];
}

constexpr bool plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}
constexpr bool digit(char c) {
    return c >= '0' && c <= '9';
}

// Rewrites JSON in one pass. Members are appended as they come and put in order afterwards if need be, so
// text that is canonical already costs a copy.
class Rewriter {
public:
    Rewriter(std::string_view in, std::string& out) : in_(in), out_(out) {}

    bool run() {
        if (auto const at = first_invalid_utf8(in_)) {
            at_ = *at;
            return fail("not UTF-8");
        }
        skip_space();
        if (!value(0)) return false;
        skip_space();
        return at_ == in_.size() || fail("something follows the value");
    }

    [[nodiscard]] Fault fault_found() const {
        return {FaultKind::malformed,
                "not JSON that the journal takes: " + what_,
                {"", 0, 0, static_cast<std::int64_t>(at_)}};
    }

    // Set before run(): members of the outermost object, as ranges of the output.
    struct Range {
        std::string name;
        std::size_t begin, value, end;
    };
    std::vector<Range>* outermost = nullptr;

private:
    static constexpr int deepest = 200;

    bool fail(std::string what) {
        what_ = std::move(what);
        return false;
    }
    [[nodiscard]] char peek() const { return at_ < in_.size() ? in_[at_] : '\0'; }
    void skip_space() {
        while (at_ < in_.size() && (in_[at_] == ' ' || in_[at_] == '\t' || in_[at_] == '\n' || in_[at_] == '\r')) ++at_;
    }
    bool word(std::string_view text) {
        if (in_.substr(at_, text.size()) != text) return fail("a value is expected");
        at_ += text.size();
        out_ += text;
        return true;
    }

    // NOLINTNEXTLINE(misc-no-recursion): bounded by `deepest`
    bool value(int depth) {
        if (depth > deepest) return fail("nested deeper than 200");
        switch (peek()) {
            case '{': return object(depth);
            case '[': return array(depth);
            case '"': return string(nullptr);
            case 't': return word("true");
            case 'f': return word("false");
            case 'n': return word("null");
            default: return number();
        }
    }

    // NOLINTNEXTLINE(misc-no-recursion): bounded by `deepest`
    bool array(int depth) {
        ++at_;
        out_ += '[';
        skip_space();
        if (peek() == ']') return close(']');
        while (true) {
            if (!value(depth + 1)) return false;
            skip_space();
            if (peek() == ']') return close(']');
            if (peek() != ',') return fail("',' or ']' is expected");
            ++at_;
            out_ += ',';
            skip_space();
        }
    }

    // NOLINTNEXTLINE(misc-no-recursion): bounded by `deepest`
    bool object(int depth) {
        ++at_;
        out_ += '{';
        skip_space();
        std::vector<Range> members;
        std::size_t const start = out_.size();
        if (peek() == '}') return finish(members, start, depth);
        while (true) {
            if (peek() != '"') return fail("the name of a member is expected");
            Range member{{}, out_.size(), 0, 0};
            if (!string(&member.name)) return false;
            skip_space();
            if (peek() != ':') return fail("':' is expected");
            ++at_;
            out_ += ':';
            skip_space();
            member.value = out_.size();
            if (!value(depth + 1)) return false;
            member.end = out_.size();
            members.push_back(std::move(member));
            skip_space();
            if (peek() == '}') return finish(members, start, depth);
            if (peek() != ',') return fail("',' or '}' is expected");
            ++at_;
            out_ += ',';
            skip_space();
        }
    }

    bool finish(std::vector<Range>& members, std::size_t start, int depth) {
        auto const before = [](Range const& a, Range const& b) { return utf16_less(a.name, b.name); };
        if (!std::is_sorted(members.begin(), members.end(), before)) {
            std::sort(members.begin(), members.end(), before);
            std::string sorted;
            sorted.reserve(out_.size() - start);
            for (auto& member : members) {
                if (!sorted.empty()) sorted += ',';
                std::size_t const moved = start + sorted.size();
                sorted.append(out_, member.begin, member.end - member.begin);
                member.value = moved + (member.value - member.begin);
                member.end = moved + (member.end - member.begin);
                member.begin = moved;
            }
            out_.replace(start, std::string::npos, sorted);
        }
        for (std::size_t i = 1; i < members.size(); ++i)
            if (members[i - 1].name == members[i].name) return fail("two members are named \"" + members[i].name + '"');
        if (depth == 0 && outermost != nullptr) *outermost = std::move(members);
        return close('}');
    }

    bool close(char bracket) {
        ++at_;
        out_ += bracket;
        return true;
    }

    bool string(std::string* decoded) {
        ++at_;
        out_ += '"';
        while (true) {
            std::size_t const from = at_;
            while (at_ < in_.size() && plain(in_[at_])) ++at_;
            out_.append(in_, from, at_ - from);
            if (decoded != nullptr) decoded->append(in_, from, at_ - from);
            if (at_ >= in_.size()) return fail("the string does not end");
            if (in_[at_] == '"') return close('"');
            if (in_[at_] != '\\') return fail("a control character stands unescaped");
            std::string piece;
            if (!escape(piece)) return false;
            for (char const c : piece) append_escaped(out_, c);
            if (decoded != nullptr) *decoded += piece;
        }
    }

    bool escape(std::string& piece) {
        static constexpr std::string_view from = "\"\\/bfnrt";
        static constexpr std::string_view to = "\"\\/\b\f\n\r\t";
        ++at_;
        char const c = peek();
        if (auto const found = from.find(c); found != std::string_view::npos && c != '\0') {
            ++at_;
            piece += to[found];
            return true;
        }
        if (c != 'u') return fail("an escape that JSON does not know");
        char32_t unit = 0;
        if (!unit_of(unit)) return false;
        if (unit >= 0xD800 && unit < 0xE000) {
            char32_t low = 0;
            if (unit >= 0xDC00 || in_.substr(at_, 2) != "\\u") return fail("half of a surrogate pair");
            ++at_;
            if (!unit_of(low)) return false;
            if (low < 0xDC00 || low >= 0xE000) return fail("half of a surrogate pair");
            unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
        }
        if (unit == 0)
            piece += '\0';
        else
            append_utf8(piece, unit);
        return true;
    }

    bool unit_of(char32_t& unit) {  // at the 'u'
        unsigned value = 0;
        char const* const begin = in_.data() + at_ + 1;
        char const* const end = in_.data() + std::min(in_.size(), at_ + 5);
        auto const [last, error] = std::from_chars(begin, end, value, 16);
        if (error != std::errc{} || last - begin != 4) return fail("\\u needs four hexadecimal digits");
        at_ += 5;
        unit = value;
        return true;
    }

    bool number() {
        std::size_t const from = at_;
        if (peek() == '-') ++at_;
        std::size_t const whole = at_;
        while (digit(peek())) ++at_;
        if (at_ == whole) return fail("a value is expected");
        if (in_[whole] == '0' && at_ - whole > 1) return fail("a number begins with 0");
        bool integer = true;
        if (peek() == '.') {
            integer = false;
            std::size_t const fraction = ++at_;
            while (digit(peek())) ++at_;
            if (at_ == fraction) return fail("a digit is expected after the point");
        }
        if (peek() == 'e' || peek() == 'E') {
            integer = false;
            ++at_;
            if (peek() == '+' || peek() == '-') ++at_;
            std::size_t const exponent = at_;
            while (digit(peek())) ++at_;
            if (at_ == exponent) return fail("a digit is expected in the exponent");
        }
        std::string_view const text = in_.substr(from, at_ - from);
        if (integer && text.size() <= 15 && text != "-0") {
            out_ += text;
            return true;
        }
        double number = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc{})
            return fail("the number does not fit a double; write it as a string");
        std::string const printed = canonical_number(number);
        if (integer && text != "-0" && printed != text)
            return fail("a double cannot hold this whole number; write it as a string");
        out_ += printed;
        return true;
    }

    std::string_view in_;
    std::string& out_;
    std::size_t at_ = 0;
    std::string what_;
};

}  // namespace

Result<std::string> canonical_json(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    Rewriter rewriter(json, out);
    if (!rewriter.run()) return tl::unexpected<Fault>(rewriter.fault_found());
    return out;
}

bool is_canonical(std::string_view json) {
    auto const canonical = canonical_json(json);
    return canonical && *canonical == json;
}

Result<std::vector<Member>> canonical_members(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    std::vector<Rewriter::Range> ranges;
    Rewriter rewriter(json, out);
    rewriter.outermost = &ranges;
    if (!rewriter.run()) return tl::unexpected<Fault>(rewriter.fault_found());
    if (out != json) {
        auto const differs = std::mismatch(out.begin(), out.end(), json.begin(), json.end()).second;
        return fault(FaultKind::malformed, "not in canonical form (RFC 8785)", {"", 0, 0, differs - json.begin()});
    }
    if (json.front() != '{') return fault(FaultKind::malformed, "not a JSON object");
    std::vector<Member> members;
    members.reserve(ranges.size());
    for (auto& range : ranges)
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
    std::string const wrapped = "{" + std::string(json) + ":0}";  // a name is decoded, so let it be one
    std::string out;
    std::vector<Rewriter::Range> ranges;
    Rewriter rewriter(wrapped, out);
    rewriter.outermost = &ranges;
    if (!rewriter.run() || ranges.size() != 1) return {};
    return std::move(ranges[0].name);
}

}  // namespace salname::journal
