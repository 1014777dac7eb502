// One TOML file of a pack, with faults that name file and line. Only packs/*.cpp include toml++.
#pragma once

#define TOML_EXCEPTIONS 0
// The parser asserts what a broken file can make untrue, and then reports it properly all the same.
#define TOML_ASSERT(expression) static_cast<void>(0)
#define TOML_ENABLE_WINDOWS_COMPAT 0
#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"
#include "text/utf8.h"

namespace salname {

class TomlSource {
public:
    TomlSource(std::string name, std::vector<Fault>& faults) : name_(std::move(name)), faults_(faults) {}

    // False when the text is not TOML; the fault is recorded.
    bool parse(std::string_view text) {
        if (!is_plain(text)) return false;
        toml::parse_result result = toml::parse(text, name_);
        if (!result) {
            toml::source_position const at = result.error().source().begin;
            complain(at.line, std::string(result.error().description()), at.column);
            return false;
        }
        root_ = std::move(result).table();
        return true;
    }

    [[nodiscard]] toml::table const& root() const { return root_; }
    [[nodiscard]] std::string const& name() const { return name_; }

    void complain(std::uint32_t line, std::string what, std::uint32_t column = 0) {
        faults_.push_back({FaultKind::malformed, std::move(what), {name_, line, column, -1}});
    }
    void complain(toml::node const& node, std::string what) {
        complain(node.source().begin.line, std::move(what), node.source().begin.column);
    }

    // Every key of `table` must be one of `known`.
    void expect_keys(toml::table const& table, std::initializer_list<std::string_view> known) {
        for (auto const& [key, node] : table) {
            bool found = false;
            std::string names;
            for (std::string_view k : known) {
                found = found || k == key.str();
                names += names.empty() ? "" : ", ";
                names += k;
            }
            if (!found) complain(node, "no field '" + std::string(key.str()) + "' here; known are " + names);
        }
    }

    // A string field; empty when absent, a fault when of another type (or absent and `required`).
    std::string text(toml::table const& table, std::string_view key, bool required = false) {
        toml::node const* node = table.get(key);
        if (node == nullptr) {
            if (required) complain(table, "field '" + std::string(key) + "' is missing");
            return {};
        }
        if (auto const value = node->value_exact<std::string>()) return *value;
        complain(*node, "'" + std::string(key) + "' must be a string in quotes");
        return {};
    }

    bool flag(toml::table const& table, std::string_view key) {
        toml::node const* node = table.get(key);
        if (node == nullptr) return false;
        if (auto const value = node->value_exact<bool>()) return *value;
        complain(*node, "'" + std::string(key) + "' must be true or false");
        return false;
    }

    struct Text {
        std::string text;
        std::uint32_t line = 0;
    };

    // An array of strings; empty when absent.
    std::vector<Text> texts(toml::node const* node, std::string_view key) {
        std::vector<Text> all;
        if (node == nullptr) return all;
        toml::array const* array = node->as_array();
        if (array == nullptr) {
            complain(*node, "'" + std::string(key) + "' must be a list of strings");
            return all;
        }
        for (toml::node const& item : *array) {
            auto value = item.value_exact<std::string>();
            if (!value || value->empty())
                complain(item, "'" + std::string(key) + "' must hold strings that are not empty");
            else
                all.push_back({std::move(*value), item.source().begin.line});
        }
        return all;
    }

private:
    // The parser takes for granted what TOML demands: UTF-8 without control characters.
    bool is_plain(std::string_view text) {
        auto const line_of = [&](std::size_t at) {
            return static_cast<std::uint32_t>(
                       std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) +
                   1;
        };
        if (auto const bad = first_invalid_utf8(text)) {
            complain(line_of(*bad), "not UTF-8 here; save the file as UTF-8");
            return false;
        }
        for (std::size_t at = 0; at < text.size(); ++at) {
            auto const byte = static_cast<unsigned char>(text[at]);
            if ((byte >= 0x20 && byte != 0x7F) || byte == '\n' || byte == '\t' || byte == '\r') continue;
            complain(line_of(at), "a control character; delete it");
            return false;
        }
        if (auto const bare = letter_outside_quotes(text)) {
            complain(line_of(*bare),
                     "a letter beyond ASCII where TOML allows none; put the text in quotes, with a space before them "
                     "and no backslash in them");
            return false;
        }
        return true;
    }

    // The first byte beyond ASCII that stands neither in a string nor in a comment. A quote opens a string only where a
    // value or key may begin: `0[a"..."` holds no string, and the parser reads it to its end as one broken number.
    static std::optional<std::size_t> letter_outside_quotes(std::string_view text) {
        bool may_begin = true;
        bool key_may_end = true;
        int arrays = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            char const c = text[at];
            if (static_cast<unsigned char>(c) >= 0x80) return at;
            if (c == '#') {
                at = std::min(text.find('\n', at), text.size()) - 1;
            } else if ((c == '"' || c == '\'') && may_begin) {
                at = end_of_string(text, at) - 1;
                may_begin = false;
            } else {
                if (c == '[' && may_begin) ++arrays;
                if (c == ']' && arrays > 0) --arrays;
                if (c == '\n' && arrays == 0) key_may_end = true;
                bool const ends_key = c == '=' && key_may_end;
                if (ends_key) key_may_end = false;
                may_begin = ends_key || c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' ||
                            ((c == '[' || c == '{') && may_begin);
            }
        }
        return std::nullopt;
    }

    // Behind the closing quote of the string that opens at `at`; where the text or its line ends when there is none.
    static std::size_t end_of_string(std::string_view text, std::size_t at) {
        char const quote = text[at];
        std::string_view const three = quote == '"' ? "\"\"\"" : "\'\'\'";
        bool const many_lines = text.substr(at).starts_with(three);
        std::string_view const end = many_lines ? three : three.substr(0, 1);
        at += end.size();
        while (at < text.size() && !text.substr(at).starts_with(end)) {
            if (text[at] == '\n' && !many_lines) return at;  // the parser will say that the string has no end
            bool const escape = quote == '"' && text[at] == '\\';
            // No letter beyond ASCII can be escaped: the string ends for us, and the letter stands outside.
            if (escape && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0x80) return at + 1;
            at += escape ? 2 : 1;
        }
        return std::min(at + end.size(), text.size());
    }

    std::string name_;
    std::vector<Fault>& faults_;
    toml::table root_;
};

}  // namespace salname
