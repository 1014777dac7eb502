#include "publishing/reading_table.h"

#include <algorithm>

#include "publishing/account_words.h"
#include "text/utf8.h"

namespace salname {

namespace {

constexpr std::size_t date_width = 23;  // "2020-03-26/2020-03-27" and a gap
constexpr std::size_t type_width = 22;

void pad(std::string& line, std::size_t to) {
    std::size_t const have = length_utf8(line);
    line.append(have < to ? to - have : 1, ' ');
}

// Breaks `text` at blanks so that lines hold at most `width` columns; later lines begin at `indent`.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
    std::string out;
    std::size_t column = indent;
    bool first = true;
    while (!text.empty()) {
        std::size_t const end = std::min(text.find(' '), text.size());
        std::string_view const word = text.substr(0, end);
        std::size_t const size = length_utf8(word);
        if (!first && column + 1 + size > width) {
            out += '\n';
            out.append(indent, ' ');
            column = indent;
        } else if (!first) {
            out += ' ';
            ++column;
        }
        out += word;
        column += size;
        first = false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string line_of(Account const& account, std::size_t width) {
    std::string line = "  ";
    line += account.date.empty() ? "–" : account.date.edtf();
    pad(line, 2 + date_width);
    line += words_of(account.type);
    pad(line, 2 + date_width + type_width);
    return line + wrapped(account_details(account), width, 2 + date_width + type_width) + '\n';
}

std::string heading_of(Reading const& reading, std::size_t width) {
    std::string title = reading.title.empty() ? reading.file : reading.title;
    std::replace(title.begin(), title.end(), '\n', ' ');
    std::string text = wrapped(title, width, 0) + '\n';
    std::string under = reading.file;
    if (!reading.published.empty()) under += "  published " + reading.published.edtf();
    if (!reading.country.empty()) under += "  " + reading.country;
    return text + under + '\n';
}

}  // namespace

std::string reading_table(std::span<Reading const> readings, std::size_t width) {
    width = std::max<std::size_t>(width, 60);
    std::string out;
    std::size_t people = 0;
    std::size_t accounts = 0;
    for (Reading const& reading : readings) {
        if (!out.empty()) out += '\n';
        out += heading_of(reading, width);
        accounts += reading.accounts.size();
        for (Person const& person : reading.people) {
            if (!person.subject) continue;
            ++people;
            out += '\n' + person.name;
            if (!person.roles.empty()) out += ", " + person.roles[0];
            out += '\n';
            for (Account const& account : reading.accounts)
                if (account.person == person.id) out += line_of(account, width);
        }
        bool first = true;
        for (Account const& account : reading.accounts) {
            if (!account.person.empty()) continue;
            if (first) out += "\nNobody named\n";
            first = false;
            out += line_of(account, width);
        }
        if (reading.accounts.empty()) out += "  nothing found\n";
    }
    out += '\n' + std::to_string(readings.size()) + (readings.size() == 1 ? " report, " : " reports, ") +
           std::to_string(people) + (people == 1 ? " person, " : " people, ") + std::to_string(accounts) +
           " accounts. Drafts of a program: a person decides.\n";
    return out;
}

}  // namespace salname
