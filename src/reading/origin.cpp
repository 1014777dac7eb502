#include "reading/origin.h"

#include <algorithm>
#include <map>

namespace salname {

namespace {

// Share of small words (determiners, prepositions, forms of to be) that shows the pack's language.
constexpr std::uint32_t sample_tokens = 400;
constexpr std::uint32_t least_percent = 12;

std::string pack_language(Vocabulary const& packs) {
    for (PackInfo const& pack : packs.packs) {
        std::string_view const id = packs.string(pack.id);
        if (id.starts_with("language/")) return std::string(id.substr(9));
    }
    return {};
}

std::string find_language(TokenizedReport const& report, Vocabulary const& packs) {
    std::uint32_t words = 0;
    std::uint32_t known = 0;
    for (Token const& token : report.tokens) {
        if (token.kind != PieceKind::word) continue;
        if (++words > sample_tokens) break;
        ClassSet const& c = packs.words[token.word].classes;
        known += c.has(WordClass::determiner) || c.has(WordClass::preposition) || c.has(WordClass::be) ||
                 c.has(WordClass::conjunction);
    }
    return known * 100 >= words * least_percent && words > 0 ? pack_language(packs) : std::string();
}

std::string two_letters(std::uint32_t country) {
    if (country == 0) return {};
    return {static_cast<char>(country >> 8U), static_cast<char>(country & 0xFFU)};
}

}  // namespace

void describe_origin(ReadReport& work, Document const& document, Vocabulary const& packs, ReadOptions const& options) {
    Reading& reading = work.reading;
    reading.file = document.name;
    reading.sha256 = document.sha256;
    auto const& blocks = work.report.blocks;
    reading.span = {blocks.front().span.begin, blocks.back().span.end};
    if (blocks.front().kind == BlockKind::title || blocks.front().kind == BlockKind::heading)
        reading.title = blocks.front().span.of(document.text);
    if (reading.title.empty()) reading.title = document.title;
    reading.published = options.published.empty() ? document.published : Date{options.published, {}};
    reading.country = options.country;
    reading.language = options.language.empty() ? find_language(work.report, packs) : options.language;
}

std::string country_of(ReadReport const& work, Vocabulary const& packs) {
    std::map<std::uint32_t, std::uint32_t> votes;
    for (Mention const& mention : work.mentions.all)
        if (mention.entry != no_index) ++votes[packs.entries[mention.entry].country];
    votes.erase(0);
    std::uint32_t best = 0;
    std::uint32_t most = 0;
    for (auto const& [country, count] : votes)
        if (count > most) {
            best = country;
            most = count;
        }
    return two_letters(best);
}

void date_blocks(ReadReport& work, Vocabulary const& packs) {
    auto& blocks = work.report.blocks;
    Date current;
    Span current_span;
    std::uint32_t entry = 0;
    std::vector<std::uint32_t> marks;
    // An update mark or a dated heading holds until the next; a mark without date ends the one before.
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
        Block& block = blocks[b];
        std::uint32_t date_mention = no_index;
        for (std::uint32_t t = block.tokens.first;
             t < std::min(block.tokens.last, block.tokens.first + 8) && date_mention == no_index; ++t) {
            std::uint32_t const m = work.mentions.at[t];
            if (m != no_index && work.mentions.all[m].kind == MentionKind::date) date_mention = m;
        }
        bool const mark = block.kind == BlockKind::update_mark || block.kind == BlockKind::correction;
        bool leads = false;
        if (date_mention != no_index) {
            TokenRange const range = work.mentions.all[date_mention].tokens;
            Token const* after = range.last < block.tokens.last ? &work.report.tokens[range.last] : nullptr;
            bool const closed = after == nullptr || after->mark == '.' || after->mark == ':' || after->mark == '-' ||
                                after->mark == ']' || after->mark == ')' || after->mark == '*';
            bool const opens = range.first <= block.tokens.first + 3;
            leads = mark || (opens && closed);
        }
        if (mark) ++entry;
        if (leads) {
            if (!mark) ++entry;
            current = {};
            DateExpression const& expression = work.mentions.dates[work.mentions.all[date_mention].value];
            if (expression.form == DateForm::calendar) {
                DateAnchors anchors;
                anchors.report = work.reading.published.begin;
                current = resolve_date(expression, anchors).date;
                current_span = work.report.span_of(work.mentions.all[date_mention].tokens);
            }
        } else if (mark) {
            current = {};
        }
        block.entry = entry;
        if (!current.empty() && current.begin.day != 0) {
            block.date = current;
            block.date_span = current_span;
        }
        if (mark) marks.push_back(b);
    }
    for (std::uint32_t const b : marks) {
        std::uint32_t last = b;
        while (last + 1 < blocks.size() && blocks[last + 1].entry == blocks[b].entry) ++last;
        bool const correction = blocks[b].kind == BlockKind::correction;
        work.reading.updates.push_back(
            {blocks[b].date, {blocks[b].span.begin, blocks[last].span.end}, correction ? "correction" : "update"});
    }
    (void)packs;
}

void add_people(ReadReport& work) {
    std::vector<std::uint8_t> subject(work.people.all.size(), 0);
    for (Account const& account : work.reading.accounts)
        if (account.person.size() > 1) subject[static_cast<std::size_t>(std::stoul(account.person.substr(1)) - 1)] = 1;
    for (std::size_t p = 0; p < work.people.all.size(); ++p) {
        ReportPerson const& from = work.people.all[p];
        Person person;
        person.id = 'p' + std::to_string(p + 1);
        person.name = from.name;
        person.aliases = from.aliases;
        person.roles = from.roles;
        person.affiliations = from.affiliations;
        person.subject = subject[p] != 0;
        for (std::uint32_t const m : from.mentions)
            person.mentions.push_back(work.report.span_of(work.mentions.all[m].tokens));
        work.reading.people.push_back(std::move(person));
    }
}

}  // namespace salname
