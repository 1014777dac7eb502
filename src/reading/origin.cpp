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

namespace {

// Dates blocks by update marks, dated entries and headings that are a year.
class BlockDating {
public:
    explicit BlockDating(ReadReport& work) : work_(work), blocks_(work.report.blocks) {}

    void run() {
        std::uint32_t const original = original_after_updates();
        for (std::uint32_t b = 0; b < blocks_.size(); ++b) {
            if (b == original) begin_entry({});
            take(b);
            blocks_[b].entry = entry_;
            blocks_[b].year = year_;
            if (!current_.empty()) {
                blocks_[b].date = current_;
                blocks_[b].date_span = current_span_;
            }
        }
        list_updates();
    }

private:
    static bool is_mark(Block const& block) {
        return block.kind == BlockKind::update_mark || block.kind == BlockKind::correction;
    }
    static bool is_heading(Block const& block) {
        return block.kind == BlockKind::title || block.kind == BlockKind::heading;
    }

    void begin_entry(Date const& date) {
        ++entry_;
        current_ = date;
    }

    // An update mark, a dated entry or a year holds until the next; a mark without date ends the one before.
    void take(std::uint32_t b) {
        Block const& block = blocks_[b];
        std::uint32_t const m = leading_date(block);
        bool const mark = is_mark(block);
        if (m == no_index) {
            bool const ends_year = is_heading(block) && year_ != 0;
            if (ends_year) year_ = 0;
            if (mark || ends_year) begin_entry({});
            return;
        }
        DateExpression const& expression = work_.mentions.dates[work_.mentions.all[m].value];
        TokenRange const range = work_.mentions.all[m].tokens;
        if (mark) year_ = 0;
        if (expression.form != DateForm::calendar) return begin_entry({});
        current_span_ = work_.report.span_of(range);
        if (range == block.tokens && expression.begin.month == 0) {
            year_ = expression.begin.year;
            return begin_entry({expression.begin, {}});
        }
        DateAnchors anchors;
        anchors.report = year_ != 0 ? PartialDate{year_, 0, 0} : work_.reading.published.begin;
        Date date = resolve_date(expression, anchors).date;
        if (mark && expression.begin.year == 0) put_after_publication(date);
        // An entry of a month lies in its year; only a day dates what stands below it.
        if (date.begin.day == 0) date = year_ != 0 ? Date{{year_, 0, 0}, {}} : Date{};
        begin_entry(date);
    }

    // The date that a block opens with, for all that follows: in an update mark, or closed by a mark.
    [[nodiscard]] std::uint32_t leading_date(Block const& block) const {
        constexpr std::uint32_t reach = 8;
        for (std::uint32_t t = block.tokens.first; t < std::min(block.tokens.last, block.tokens.first + reach); ++t) {
            std::uint32_t const m = work_.mentions.at[t];
            if (m == no_index || work_.mentions.all[m].kind != MentionKind::date) continue;
            TokenRange const range = work_.mentions.all[m].tokens;
            char const after = range.last < block.tokens.last ? work_.report.tokens[range.last].mark : '.';
            bool const closed = after != 0 && std::string_view(".:-])*").find(after) != std::string_view::npos;
            bool const opens = range.first <= block.tokens.first + 3;
            return is_mark(block) || (opens && closed) ? m : no_index;
        }
        return no_index;
    }

    // What is updated was published before: of the years that an update may mean the first that allows for that. Some
    // slack, since the day of publication may be that of an earlier update.
    void put_after_publication(Date& date) const {
        constexpr std::int32_t slack = 31;
        PartialDate const published = work_.reading.published.begin;
        if (!published.full() || date.begin.month == 0 || date.begin.day == 0) return;
        for (std::int16_t year = static_cast<std::int16_t>(published.year - 1); year <= published.year + 1; ++year) {
            date.begin.year = year;
            if (exists(date.begin) && *day_number(date.begin) + slack >= *day_number(published)) return;
        }
    }

    // Where updates stand above what they update, the last of them ends with its paragraph: what follows is the
    // original. no_index when there is no such place.
    [[nodiscard]] std::uint32_t original_after_updates() const {
        std::uint32_t last_mark = no_index;
        for (std::uint32_t b = 0; b < blocks_.size(); ++b) {
            if (is_mark(blocks_[b]))
                last_mark = b;
            else if (last_mark == no_index && !is_heading(blocks_[b]))
                return no_index;  // the original comes first
        }
        if (last_mark == no_index) return no_index;
        constexpr std::uint32_t bare_mark = 8;  // tokens; a mark on a line of its own
        std::uint32_t const own = blocks_[last_mark].tokens.size() <= bare_mark ? 2 : 1;
        return last_mark + own;
    }

    void list_updates() {
        for (std::uint32_t b = 0; b < blocks_.size(); ++b) {
            if (!is_mark(blocks_[b])) continue;
            std::uint32_t last = b;
            while (last + 1 < blocks_.size() && blocks_[last + 1].entry == blocks_[b].entry) ++last;
            bool const correction = blocks_[b].kind == BlockKind::correction;
            work_.reading.updates.push_back({blocks_[b].date,
                                             {blocks_[b].span.begin, blocks_[last].span.end},
                                             correction ? "correction" : "update"});
        }
    }

    ReadReport& work_;
    std::vector<Block>& blocks_;
    Date current_;
    Span current_span_;
    std::int16_t year_ = 0;
    std::uint32_t entry_ = 0;
};

}  // namespace

void date_blocks(ReadReport& work) {
    BlockDating(work).run();
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
