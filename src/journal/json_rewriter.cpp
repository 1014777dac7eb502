#include "journal/json_rewriter.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "journal/canonical.h"
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

    // Members of the outermost object, when it is one.
    [[nodiscard]] std::vector<MemberRange> members() { return std::move(outermost_); }

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
        std::vector<MemberRange> members;
        std::size_t const start = out_.size();
        if (peek() == '}') return finish(members, start, depth);
        while (true) {
            if (peek() != '"') return fail("the name of a member is expected");
            MemberRange member{{}, out_.size(), 0, 0};
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

    bool finish(std::vector<MemberRange>& members, std::size_t start, int depth) {
        auto const before = [](MemberRange const& a, MemberRange const& b) { return utf16_less(a.name, b.name); };
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
        if (depth == 0) outermost_ = std::move(members);
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
    std::vector<MemberRange> outermost_;
};

}  // namespace

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

Result<Rewritten> rewrite_json(std::string_view json) {
    Rewritten rewritten;
    rewritten.text.reserve(json.size());
    Rewriter rewriter(json, rewritten.text);
    if (!rewriter.run()) return tl::unexpected<Fault>(rewriter.fault_found());
    rewritten.members = rewriter.members();
    return rewritten;
}

}  // namespace salname::journal
