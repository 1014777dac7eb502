#include "publishing/rows.h"

#include <algorithm>

#include "publishing/account_words.h"
#include "text/json.h"
#include "text/utf8.h"

namespace salname {

namespace {

constexpr std::size_t gap = 2;

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        std::string_view const word = text.substr(0, text.find(' '));
        longest = std::max(longest, length_utf8(word));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
    return longest;
}

// Every column gets what it needs; when that is too much, the widest give way, as long as no word need be broken: ids
// are there to be copied.
std::vector<std::size_t> widths_of(Rows const& rows, std::size_t width) {
    constexpr std::size_t longest_kept = 16;
    std::vector<std::size_t> widths;
    std::vector<std::size_t> words;
    for (Column const& column : rows.columns) {
        widths.push_back(length_utf8(column.title));
        words.push_back(longest_word(column.title));
    }
    for (auto const& row : rows.cells)
        for (std::size_t c = 0; c < widths.size(); ++c) {
            widths[c] = std::max(widths[c], length_utf8(row[c]));
            words[c] = std::min(longest_kept, std::max(words[c], longest_word(row[c])));
        }
    auto const total = [&] {
        std::size_t sum = 0;
        for (std::size_t const one : widths) sum += one + gap;
        return sum;
    };
    constexpr std::size_t least = 8;
    for (bool const whole_words : {true, false})
        while (total() > width + gap) {
            std::size_t widest = widths.size();
            for (std::size_t c = 0; c < widths.size(); ++c) {
                bool const can_give = widths[c] > (whole_words ? std::max(words[c], least) : least);
                if (can_give && (widest == widths.size() || widths[c] > widths[widest])) widest = c;
            }
            if (widest == widths.size()) break;
            --widths[widest];
        }
    return widths;
}

void append_row(std::string& out, std::vector<std::string> const& cells, std::vector<std::size_t> const& widths) {
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 1;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        lines.push_back(wrapped(harmless_line(cells[c]), std::max<std::size_t>(widths[c], 1)));
        height = std::max(height, lines.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        std::size_t pending = 0;  // blanks are written only when something follows
        for (std::size_t c = 0; c < widths.size(); ++c) {
            std::string const& text = line < lines[c].size() ? lines[c][line] : std::string();
            if (!text.empty()) {
                out.append(pending, ' ').append(text);
                pending = 0;
            }
            pending += widths[c] - length_utf8(text) + gap;
        }
        out += '\n';
    }
}

std::string csv_cell(std::string const& text) {
    constexpr std::string_view computed = "=+-@\t\r";
    std::string safe = !text.empty() && computed.find(text[0]) != std::string_view::npos ? "'" + text : text;
    if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (char const c : safe) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines(1);
    std::size_t column = 0;
    while (!text.empty()) {
        std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        std::size_t size = length_utf8(word);
        if (column != 0 && column + 1 + size > width) {
            lines.emplace_back();
            column = 0;
        } else if (column != 0) {
            lines.back() += ' ';
            ++column;
        }
        while (size > width) {
            std::size_t cut = 0;
            for (std::size_t n = 0; n < width; ++n) cut += decode_utf8(word, cut).size;
            lines.back() += word.substr(0, cut);
            lines.emplace_back();
            word.remove_prefix(cut);
            size -= width;
        }
        lines.back() += word;
        column += size;
    }
    return lines;
}

std::string rows_table(Rows const& rows, std::size_t width) {
    std::string out;
    std::vector<std::size_t> const widths = widths_of(rows, width);
    std::vector<std::string> heads;
    std::size_t total = 0;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        heads.emplace_back(rows.columns[c].title);
        total += widths[c] + (c == 0 ? 0 : gap);
    }
    append_row(out, heads, widths);
    for (std::size_t n = 0; n < total; ++n) out += "─";
    out += '\n';
    for (auto const& row : rows.cells) append_row(out, row, widths);
    return out;
}

std::string rows_json(Rows const& rows) {
    std::string out = "[";
    for (auto const& row : rows.cells) {
        out += out.size() == 1 ? "\n" : ",\n";
        JsonWriter json(out);
        json.begin_object();
        for (std::size_t c = 0; c < rows.columns.size(); ++c) json.field_or_null(rows.columns[c].key, row[c]);
        json.end_object();
    }
    return out + (rows.cells.empty() ? "]\n" : "\n]\n");
}

std::string rows_csv(Rows const& rows) {
    std::string out;
    for (std::size_t c = 0; c < rows.columns.size(); ++c) out.append(c == 0 ? "" : ",").append(rows.columns[c].key);
    out += "\r\n";
    for (auto const& row : rows.cells) {
        for (std::size_t c = 0; c < row.size(); ++c) out.append(c == 0 ? "" : ",").append(csv_cell(row[c]));
        out += "\r\n";
    }
    return out;
}

}  // namespace salname
