#include "reading/reader.h"

#include "reading/blocks.h"
#include "reading/counts.h"
#include "reading/dates.h"
#include "reading/durations.h"
#include "reading/entries.h"
#include "reading/money.h"
#include "reading/names.h"
#include "reading/origin.h"
#include "reading/places.h"
#include "reading/provisions.h"
#include "reading/tokens.h"

namespace salname {

namespace {

// Claim order matters: what is a number in a provision or a sum must not be read as a date.
void find_mentions(ReadReport& work, Vocabulary const& packs, std::string_view country) {
    MentionClaims claims(work.report, packs, work.mentions);
    find_citations(claims);
    find_provisions(claims);
    find_money(claims, country);
    find_durations(claims);
    find_ages(claims);
    find_entries(claims);
    find_dates(claims);
    find_names(claims);
    find_places(claims);
    find_counts(claims);
    claims.settle();
}

}  // namespace

ReadReport read_report(Document const& document, std::vector<Block> blocks, Vocabulary const& packs,
                       ReadOptions const& options) {
    ReadReport work;
    work.report.text = document.text;
    work.report.blocks = std::move(blocks);
    tokenize(work.report, packs);
    describe_origin(work, document, packs, options);
    find_mentions(work, packs, work.reading.country);
    if (work.reading.country.empty()) work.reading.country = country_of(work, packs);
    date_blocks(work);
    work.dates = resolve_dates(work.report, work.mentions, packs, work.reading.published.begin);
    work.people = gather_people(work.report, work.mentions, packs);
    work.frames = match_frames(work.report, work.mentions, packs);
    ReportView const view{work.report, work.mentions, work.people, packs, work.dates, work.frames};
    Discourse discourse(view);
    Models const models = Models::of(packs);
    auto const accepted = accept_triggers(discourse, work.frames, models, options.explain);
    work.reading.accounts = build_accounts(discourse, accepted, models);
    add_people(work);
    return work;
}

void for_each_report(Document const& document, Vocabulary const& packs, ReadOptions const& options,
                     std::function<void(ReadReport const&)> const& visit) {
    std::vector<Block> const blocks = find_blocks(document, packs);
    if (blocks.empty()) return;
    std::vector<std::uint32_t> starts = cut_reports(document, blocks, packs);
    starts.push_back(static_cast<std::uint32_t>(blocks.size()));
    std::size_t accounts = 0;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        std::vector<Block> own(blocks.begin() + starts[i], blocks.begin() + starts[i + 1]);
        ReadReport work = read_report(document, std::move(own), packs, options);
        // Ids go on through the file, so that `a17` names one account of a page of several reports.
        for (Account& account : work.reading.accounts) account.id = 'a' + std::to_string(++accounts);
        visit(work);
    }
}

}  // namespace salname
