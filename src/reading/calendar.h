// Stage 7: the calendar. Resolves dates against the nearest anchor; never adds a part that is not known.
#pragma once

#include <vector>

#include "reading/mention.h"

namespace salname {

struct DateAnchors {
    PartialDate report;     // the day on which the words were written; parts may be unknown
    PartialDate narrative;  // the date told last
    bool future = false;    // the clause speaks of what is to come
    PartialDate told;       // with its year, last in the same paragraph
};

struct ResolvedDate {
    Date date;  // empty when it can't be known
    DateBasis basis = DateBasis::none;
    bool by_narrative = false;  // computed from the date told before, not from the day of writing
    Span anchor;                // the words of the date that it was computed from; empty when none is in the text
};

[[nodiscard]] ResolvedDate resolve_date(DateExpression const& expression, DateAnchors const& anchors);

// All dates of a report in order, each against its block's date, else `published`, and the date told before it.
[[nodiscard]] std::vector<ResolvedDate> resolve_dates(TokenizedReport const& report, Mentions const& mentions,
                                                      Vocabulary const& packs, PartialDate published);

}  // namespace salname
