// salname explain: for each account the passage, and for each value the words, rule and anchor that gave it.
#include <iostream>

#include "cli/commands.h"
#include "cli/document_stream.h"
#include "cli/reading_setup.h"
#include "publishing/account_words.h"
#include "reading/reader.h"

namespace salname {

namespace {

std::string one_line(std::string_view text) {
    std::string line(text);
    for (char& c : line)
        if (c == '\n' || c == '\r') c = ' ';
    return line;
}

std::string_view frame_place(Vocabulary const& packs, std::string const& rule, std::uint32_t& line) {
    for (Frame const& frame : packs.frames)
        if (packs.string(frame.id) == rule) {
            line = frame.line;
            return packs.string(frame.source_file);
        }
    return {};
}

void explain(Account const& account, ReadReport const& work, Vocabulary const& packs, std::ostream& out) {
    std::string_view const text = work.report.text;
    std::string who = account.count ? std::to_string(*account.count) + " people" : "nobody named";
    for (Person const& person : work.reading.people)
        if (person.id == account.person) who = person.name;
    out << account.id << "  " << words_of(account.type) << ": " << who << '\n';
    for (Span const span : account.evidence)
        out << "  bytes " << span.begin << '-' << span.end << "  " << one_line(span.of(text)) << '\n';
    std::uint32_t line = 0;
    std::string_view const file = frame_place(packs, account.rule, line);
    out << "  trigger    \"" << one_line(account.trigger.of(text)) << "\"  rule " << account.rule << " (" << file << ':'
        << line << ")\n";
    for (SlotOrigin const& origin : account.slots) {
        out << "  " << origin.slot << std::string(origin.slot.size() < 11 ? 11 - origin.slot.size() : 1, ' ') << '"'
            << one_line(origin.span.of(text)) << '"';
        if (!origin.rule.empty()) out << "  by " << origin.rule;
        if (origin.slot == "date") out << "  gives " << account.date.edtf() << ", " << words_of(account.date_basis);
        if (!origin.anchor.empty())
            out << " \"" << one_line(origin.anchor.of(text)) << "\" (bytes " << origin.anchor.begin << '-'
                << origin.anchor.end << ')';
        out << '\n';
    }
    if (!account.duration.empty()) out << "  duration   " << account.duration.iso8601() << '\n';
    out << "  modality   " << name_of(account.modality) << '\n';
    if (!account.reasons.empty()) out << "  what spoke for and against (weights of the model, 256 = one nat):\n";
    for (auto const& [feature, weight] : account.reasons)
        out << "    " << (weight > 0 ? "+" : "") << weight << "  " << feature << '\n';
    out << '\n';
}

}  // namespace

int explain_command(ExplainArguments const& arguments) {
    auto const setup = prepare_reading(arguments.read);
    if (!setup) return 2;
    Vocabulary const& packs = setup->packs.vocabulary;
    FoundSources found = find_sources({arguments.path});
    for (Fault const& fault : found.faults) complain(fault);
    DocumentStream documents(std::move(found.files), packs);
    bool shown = false;
    while (true) {
        auto const document = documents.next();
        if (!document) {
            complain(document.error());
            return 1;
        }
        if (!*document) break;
        ReadOptions options = setup->options_for(**document);
        options.explain = Explain::yes;
        for_each_report(**document, packs, options, [&](ReadReport const& work) {
            for (Account const& account : work.reading.accounts) {
                if (!arguments.account.empty() && account.id != arguments.account) continue;
                if (!shown || arguments.account.empty())
                    std::cout << (work.reading.title.empty() ? work.reading.file : work.reading.title) << '\n';
                explain(account, work, packs, std::cout);
                shown = true;
            }
        });
    }
    if (shown) return 0;
    std::cerr << "salname: " << arguments.path << ": no account " << arguments.account
              << "; `salname read` lists them\n";
    return 1;
}

}  // namespace salname
