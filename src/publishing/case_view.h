// A case as it is shown: every line with its sentences, who says so, who confirmed it, what sources say differently.
// The same view becomes text, page and JSON; names of protected people are hidden in all of it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "chronicle/chronicle.h"
#include "publishing/messages.h"

namespace salname {

struct QuoteView {
    std::string account;  // reference for decisions
    std::string sentence;
    std::string report;  // outlet or file, address
    std::string url;
    std::string original;  // hash
    Date published;
    Span bytes;
    std::string says;  // who is said to have told it
    Modality modality = Modality::asserted;
    std::string standing;  // "confirmed by Leyla, 2026-11-25"
    std::string source;    // "a copy of …", "a newer version of …"
};

struct EventView {
    std::string id;
    Account account;  // merged
    std::string date;
    std::string what;
    std::string details;
    std::string standing;
    std::size_t voices = 0;
    std::vector<QuoteView> quotes;
    std::vector<std::pair<std::string, std::string>> disagreements;  // slot, "P30D (A) | P25D (B)"
};

struct CaseView {
    std::string id;
    std::string name;
    std::string person_id;
    std::string person;
    std::string status;
    std::string since;
    std::string custody;  // days
    std::vector<std::string> charges;
    std::vector<std::string> rulings;
    std::vector<EventView> events;
};

// The plain text of a report by its index; empty when its original is not there.
using TextOfReport = std::function<std::string(std::size_t report)>;

[[nodiscard]] CaseView case_view(chronicle::Chronicle const& chronicle, std::size_t one, TextOfReport const& text,
                                 std::optional<std::int32_t> day, Messages const& words = english);

[[nodiscard]] std::string case_text(CaseView const& view, std::size_t width, Messages const& words = english);
[[nodiscard]] std::string case_json(CaseView const& view);
// One page that stands alone: a picture of the time line, then each line with its sentences.
[[nodiscard]] std::string case_page(std::vector<CaseView> const& views, std::string_view title,
                                    Messages const& words = english);

}  // namespace salname
