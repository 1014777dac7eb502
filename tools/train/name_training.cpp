#include "name_training.h"

#include <algorithm>
#include <fstream>

#include "linear.h"
#include "reading/blocks.h"
#include "reading/counts.h"
#include "reading/dates.h"
#include "reading/durations.h"
#include "reading/entries.h"
#include "reading/money.h"
#include "reading/names.h"
#include "reading/provisions.h"
#include "reading/tokens.h"

namespace salname::train {

namespace {

// Runs the stages before names and asks for each token that may be part of one.
template <typename IsName>
void collect(Vocabulary const& packs, std::string const& text, IsName&& is_name, std::uint32_t number,
             std::vector<Example>& examples) {
    Document document;
    document.text = text;
    TokenizedReport report;
    report.text = document.text;
    report.blocks = find_blocks(document, packs);
    tokenize(report, packs);
    Mentions mentions;
    MentionClaims claims(report, packs, mentions);
    find_citations(claims);
    find_provisions(claims);
    find_money(claims, {});
    find_durations(claims);
    find_ages(claims);
    find_entries(claims);
    find_dates(claims);
    FeatureList features;
    for (Sentence const& sentence : report.sentences) {
        bool previous = false;
        for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
            if (!may_be_name(claims, t)) {
                previous = false;
                continue;
            }
            features.clear();
            add_name_features(features, claims, t, sentence.tokens, previous);
            bool const name = is_name(report.tokens[t].span());
            Example example;
            example.candidates = {{}, {features.indices().begin(), features.indices().end()}};
            example.right = name ? 1 : 0;
            example.report = number;
            examples.push_back(std::move(example));
            previous = name;
        }
    }
}

std::vector<Span> occurrences(std::string const& text, std::vector<std::vector<std::string>> const& people) {
    std::vector<Span> spans;
    for (auto const& names : people) {
        std::vector<std::string> forms = names;
        std::size_t const blank = names[0].rfind(' ');
        if (blank != std::string::npos) {
            forms.push_back(names[0].substr(blank + 1));
            forms.push_back(names[0].substr(0, names[0].find(' ')));
        }
        for (std::string const& form : forms) {
            if (form.size() < 2) continue;
            for (std::size_t at = text.find(form); at != std::string::npos; at = text.find(form, at + 1))
                spans.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + form.size())});
        }
    }
    std::sort(spans.begin(), spans.end());
    return spans;
}

bool covered(std::vector<Span> const& spans, Span token) {
    return std::any_of(spans.begin(), spans.end(), [&](Span s) { return s.contains(token); });
}

// Sentences of an IOB2 file as text with the spans of persons.
void read_tagged(std::string const& path, Vocabulary const& packs, std::uint32_t& number,
                 std::vector<Example>& examples) {
    std::ifstream in(path);
    std::string line;
    std::string text;
    std::vector<Span> spans;
    auto const flush = [&] {
        if (!text.empty())
            collect(packs, text, [&](Span token) { return covered(spans, token); }, number++ / 8, examples);
        text.clear();
        spans.clear();
    };
    while (std::getline(in, line)) {
        if (line.empty() || line[0] == '#') {
            if (line.empty()) flush();
            continue;
        }
        std::size_t const first = line.find('\t');
        std::size_t const second = line.find('\t', first + 1);
        std::size_t const third = line.find('\t', second + 1);
        if (third == std::string::npos && second == std::string::npos) continue;
        std::string const word = line.substr(first + 1, second - first - 1);
        std::string const tag = line.substr(second + 1, third - second - 1);
        if (!text.empty() && word != "." && word != "," && word != "'s" && word != ")" && word != ":") text += ' ';
        auto const begin = static_cast<std::uint32_t>(text.size());
        text += word;
        if (tag.size() > 4 && tag.substr(1) == "-PER")
            spans.push_back({begin, static_cast<std::uint32_t>(text.size())});
    }
    flush();
}

}  // namespace

std::string train_names(Vocabulary const& packs, std::vector<GoldReport> const& gold,
                        std::vector<std::string> const& tagged) {
    std::vector<Example> examples;
    std::uint32_t number = 0;
    for (GoldReport const& report : gold) {
        auto const spans = occurrences(report.text, report.people);
        collect(packs, report.text, [&](Span token) { return covered(spans, token); }, number++, examples);
    }
    std::size_t const own = examples.size();
    for (std::string const& path : tagged) read_tagged(path, packs, number, examples);
    for (std::size_t i = own; i < examples.size(); ++i) examples[i].weight *= .5;
    std::fprintf(stderr, "names: %zu tokens of reports, %zu of tagged text\n", own, examples.size() - own);
    Linear model({1U << 18U, 10, .1, .003, 2});
    model.fit(examples);
    return model.table("Weights of the name model; made by tools/train, see tools/train/README.md.");
}

}  // namespace salname::train
