#include "publishing/reading_table.h"

#include <algorithm>
#include <array>
#include <vector>

#include "publishing/account_words.h"
#include "publishing/event_group.h"
#include "publishing/rows.h"
#include "text/utf8.h"

namespace salname {

namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t gap = 2;
constexpr std::size_t source_column_from = 96;  // narrower terminals get the source among the details

enum class Ink : std::uint8_t { plain, bold, faint, red, green, yellow, blue };

std::string_view code_of(Ink ink) {
    constexpr std::string_view codes[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[34m"};
    return codes[static_cast<std::size_t>(ink)];
}

Ink ink_of(EventGroup group) {
    switch (group) {
        case EventGroup::custody:
        case EventGroup::harm: return Ink::red;
        case EventGroup::freedom: return Ink::green;
        case EventGroup::speech: return Ink::blue;
        default: return Ink::plain;
    }
}

struct Cell {
    std::size_t width;
    Ink ink;
    std::vector<std::string> lines;
};

class TableWriter {
public:
    TableWriter(std::span<Reading const> readings, std::size_t width, TerminalColours colours, Messages const& words)
        : readings_(readings), width_(std::max<std::size_t>(width, 60)), colours_(colours), words_(words) {}

    std::string write() {
        measure();
        for (Reading const& reading : readings_) block(reading);
        std::size_t accounts = 0;
        for (Reading const& reading : readings_) accounts += reading.accounts.size();
        if (!out_.empty()) out_ += '\n';
        paragraph(count_of(readings_.size(), words_.reports) + ", " + count_of(people_, words_.people) + ", " +
                      count_of(accounts, words_.accounts) + ". " + std::string(words_.draft),
                  Ink::plain);
        if (years_missing_) paragraph(words_.years_missing, Ink::faint);
        return std::move(out_);
    }

private:
    // Dates and types take what they need, the rest is shared by details and source.
    void measure() {
        date_ = length_utf8(words_.column_date);
        type_ = length_utf8(words_.column_event);
        std::size_t source = 0;
        for (Reading const& reading : readings_)
            for (Account const& account : reading.accounts) {
                date_ = std::max(date_, length_utf8(words_of(account.date, MonthNames::brief, words_)));
                type_ = std::max(type_, length_utf8(words_of(account.type, words_)));
                source = std::max(source, length_utf8(says(account)));
                years_missing_ = years_missing_ || (!account.date.empty() && account.date.begin.year == 0);
            }
        std::size_t const rest = width_ - std::min(width_ - 24, indent + date_ + gap + type_ + gap);
        source_ = width_ >= source_column_from ? std::min(source, rest / 3) : 0;
        if (source_ != 0) source_ = std::max(source_, length_utf8(words_.column_source));
        details_ = rest - (source_ == 0 ? 0 : source_ + gap);
    }

    [[nodiscard]] std::string says(Account const& account) const {
        std::string text = harmless_line(account.source);
        if (account.modality == Modality::asserted) return text;
        if (!text.empty()) text += ' ';
        return text.append("(").append(words_of(account.modality, words_)).append(")");
    }

    void inked(std::string_view text, Ink ink) {
        bool const coloured = colours_ == TerminalColours::ansi && ink != Ink::plain;
        if (coloured) out_ += code_of(ink);
        out_ += text;
        if (coloured) out_ += "\x1b[0m";
    }

    void paragraph(std::string_view text, Ink ink) {
        for (std::string const& line : wrapped(text, width_)) {
            inked(line, ink);
            out_ += '\n';
        }
    }

    void block(Reading const& reading) {
        if (!out_.empty()) out_ += "\n\n";
        paragraph(harmless_line(reading.title.empty() ? reading.file : reading.title), Ink::bold);
        std::string under = harmless_line(reading.file);
        if (!reading.published.empty())
            under.append(", ")
                .append(words_.published)
                .append(" ")
                .append(words_of(reading.published, MonthNames::full, words_));
        paragraph(under, Ink::faint);
        if (reading.accounts.empty()) {
            out_ += '\n';
            paragraph(words_.nothing_found, Ink::plain);
            return;
        }
        out_ += '\n';
        row(words_.column_date, words_.column_event, Ink::faint, words_.column_details,
            source_ == 0 ? std::string_view() : words_.column_source, Ink::faint);
        rule();
        for (Person const& person : reading.people) block(reading, person);
        groups(reading);
    }

    void rule() {
        std::string line;
        for (std::size_t n = indent; n < width_; ++n) line += "─";
        out_.append(indent, ' ');
        inked(line, Ink::faint);
        out_ += '\n';
    }

    void block(Reading const& reading, Person const& person) {
        bool named = false;
        for (Account const& account : reading.accounts) {
            if (account.person != person.id) continue;
            if (!named) heading(person);
            named = true;
            row(account);
        }
    }

    void heading(Person const& person) {
        ++people_;
        std::string text = harmless_line(person.name);
        for (std::string const& role : person.roles) text += ", " + harmless_line(role);
        paragraph(text, Ink::bold);
    }

    // Accounts of nobody by name, each under its number of people.
    void groups(Reading const& reading) {
        std::string group;
        for (Account const& account : reading.accounts) {
            if (!account.person.empty()) continue;
            std::string who = who_of(reading, account, words_);
            if (who.empty()) who = words_.person_unknown;
            if (who != group) paragraph(who, Ink::bold);
            group = std::move(who);
            row(account);
        }
    }

    void row(Account const& account) {
        std::string details = account_details(account, words_);
        std::string source = says(account);
        if (source_ == 0 && !source.empty()) {
            if (!details.empty()) details += "; ";
            if (!account.source.empty()) details.append(words_.says).append(" ");
            details += source;
            source.clear();
        }
        std::string const date = words_of(account.date, MonthNames::brief, words_);
        row(date.empty() ? "–" : std::string_view(date), words_of(account.type, words_), ink_of(group_of(account.type)),
            details, source, account.modality == Modality::asserted ? Ink::plain : Ink::yellow);
    }

    void row(std::string_view date, std::string_view type, Ink type_ink, std::string_view details,
             std::string_view source, Ink source_ink) {
        std::array<Cell, 4> const cells = {
            Cell{date_, type_ink == Ink::faint ? Ink::faint : Ink::plain, {std::string(date)}},
            Cell{type_, type_ink, {std::string(type)}},
            Cell{details_, type_ink == Ink::faint ? Ink::faint : Ink::plain, wrapped(details, details_)},
            Cell{source_, source_ink, wrapped(source, std::max<std::size_t>(source_, 1))}};
        std::size_t height = 1;
        for (Cell const& cell : cells) height = std::max(height, cell.lines.size());
        for (std::size_t line = 0; line < height; ++line) {
            std::size_t column = 0;
            std::size_t at = indent;
            for (Cell const& cell : cells) {
                if (line < cell.lines.size() && !cell.lines[line].empty()) {
                    out_.append(at - column, ' ');
                    inked(cell.lines[line], cell.ink);
                    column = at + length_utf8(cell.lines[line]);
                }
                at += cell.width + gap;
            }
            out_ += '\n';
        }
    }

    std::span<Reading const> readings_;
    std::size_t width_;
    TerminalColours colours_;
    Messages const& words_;
    std::string out_;
    std::size_t date_ = 0;
    std::size_t type_ = 0;
    std::size_t details_ = 0;
    std::size_t source_ = 0;
    std::size_t people_ = 0;
    bool years_missing_ = false;
};

}  // namespace

std::string reading_table(std::span<Reading const> readings, std::size_t width, TerminalColours colours,
                          Messages const& words) {
    return TableWriter(readings, width, colours, words).write();
}

}  // namespace salname
