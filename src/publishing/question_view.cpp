#include "publishing/question_view.h"

#include <cstdio>

#include "chronicle/identity_clues.h"
#include "chronicle/veil.h"
#include "publishing/account_words.h"
#include "publishing/rows.h"
#include "text/utf8.h"

namespace salname {

namespace {

using chronicle::Chronicle;

constexpr std::uint32_t context_bytes = 240;  // on each side of a passage

// The passage between marks, with its neighbourhood cut at blanks.
std::string with_context(std::string_view text, Span passage, Span trigger) {
    std::uint32_t begin = passage.begin > context_bytes ? passage.begin - context_bytes : 0;
    auto end = static_cast<std::uint32_t>(std::min<std::size_t>(passage.end + context_bytes, text.size()));
    while (begin > 0 && begin < passage.begin && text[begin] != ' ' && text[begin] != '\n') ++begin;
    while (end > passage.end && end < text.size() && text[end] != ' ' && text[end] != '\n') --end;
    std::string out(Span{begin, trigger.begin}.of(text));
    out.append(">>").append(trigger.of(text)).append("<<");
    out.append(Span{trigger.end, end}.of(text));
    return harmless_line(out);
}

void add(std::string& out, std::string_view text, std::size_t indent, std::size_t width) {
    for (std::string const& line : wrapped(text, width > indent + 20 ? width - indent : 20))
        out.append(indent, ' ').append(line).append("\n");
}

void add_account(std::string& out, Chronicle const& chronicle, std::size_t i, TextOfReport const& text,
                 std::size_t width, Messages const& words) {
    auto const& told = chronicle.events.accounts[i];
    auto const& report = chronicle.facts.reports[told.report];
    std::string source = report.source_name();
    if (!report.published.empty()) source.append(", ").append(words_of(report.published, MonthNames::full, words));
    add(out, source, 0, width);
    Span passage = told.account.trigger;
    for (Span const span : told.account.evidence)
        if (span.contains(told.account.trigger)) passage = span;
    std::string const original = text(told.report);
    add(out,
        original.empty() ? std::string(words.sentence_missing) : with_context(original, passage, told.account.trigger),
        2, width);
    out += '\n';
    std::string who = told.ref.person;
    if (who.empty())
        who = told.account.count ? count_of(*told.account.count, words.people) : std::string(words.person_unknown);
    std::string line = who + ": " + std::string(words_of(told.account.type, words));
    if (!told.account.date.empty())
        line.append(", ")
            .append(words_of(told.account.date, MonthNames::full, words))
            .append(" (")
            .append(words_of(told.account.date_basis, words))
            .append(")");
    if (std::string const details = account_details(told.account, words); !details.empty())
        line.append("; ").append(details);
    if (!told.account.source.empty()) line.append("; ").append(words.said_by).append(" ").append(told.account.source);
    if (told.account.modality != Modality::asserted) line.append("; ").append(words_of(told.account.modality, words));
    add(out, line, 2, width);
}

void add_member(std::string& out, Chronicle const& chronicle, std::size_t m, std::size_t width, Messages const& words) {
    auto const& member = chronicle.people.members[m];
    auto const& report = chronicle.facts.reports[member.report];
    std::string line;
    for (std::string const& name : member.names) line.append(line.empty() ? "" : " / ").append(name);
    for (std::string const& role : member.roles) line.append(", ").append(role);
    add(out, line, 2, width);
    add(out, report.source_name(), 4, width);
    std::size_t const person = chronicle.people.person_of[m];
    for (auto const& event : chronicle.events.all)
        if (event.person == person)
            add(out,
                (event.merged.date.empty() ? std::string(words.date_unknown)
                                           : words_of(event.merged.date, MonthNames::brief, words)) +
                    "  " + std::string(words_of(event.merged.type, words)),
                4, width);
}

void add_clues(std::string& out, Chronicle const& chronicle, chronicle::Question const& question, std::size_t width,
               Messages const& words) {
    for (chronicle::Clue const& clue : chronicle::clues_between(chronicle, question.a, question.b)) {
        char number[32];
        std::snprintf(number, sizeof number, "%+.1f ", clue.bits);
        add(out,
            std::string(words.clues[static_cast<std::size_t>(clue.kind)]) + ' ' + clue.text + ' ' + number +
                std::string(words.bits),
            2, width);
    }
}

}  // namespace

std::string question_text(Chronicle const& chronicle, chronicle::Question const& question, TextOfReport const& text,
                          std::size_t width, Messages const& words) {
    std::string out;
    switch (question.kind) {
        case chronicle::QuestionKind::account: add_account(out, chronicle, question.a, text, width, words); break;
        case chronicle::QuestionKind::same_person:
            add(out, words.question_same_person, 0, width);
            add_member(out, chronicle, question.a, width, words);
            add_member(out, chronicle, question.b, width, words);
            for (auto const& one : chronicle.people.questions)
                if (one.a == question.a && one.b == question.b) add(out, one.why, 2, width);
            add_clues(out, chronicle, question, width, words);
            break;
        case chronicle::QuestionKind::same_event:
            add(out, words.question_same_event, 0, width);
            add_account(out, chronicle, question.a, text, width, words);
            out += '\n';
            add_account(out, chronicle, question.b, text, width, words);
            break;
    }
    return chronicle::Veil(chronicle.hidden).over(out);
}

}  // namespace salname
