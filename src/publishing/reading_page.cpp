#include "publishing/reading_page.h"

#include <algorithm>

#include "publishing/html_writer.h"
#include "publishing/page_front.h"
#include "publishing/page_report.h"
#include "publishing/page_style.h"

namespace salname {

std::string reading_page(std::span<PageReport const> reports, Messages const& words) {
    std::vector<PlacedReading> placed;
    std::size_t most_accounts = 0;
    for (PageReport const& report : reports)
        for (Reading const& reading : report.readings) {
            std::size_t const number = placed.size() + 1;
            placed.push_back({&report.document, &reading, number, "r" + std::to_string(number) + "-"});
            most_accounts = std::max(most_accounts, reading.accounts.size());
        }
    std::string out;
    HtmlWriter html(out);
    html << Raw{"<!doctype html>\n<html lang=\""} << words.language
         << Raw{"\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                "content=\"width=device-width, initial-scale=1\"><title>"}
         << words.page_title << Raw{" · Salname</title><style>"};
    append_page_style(out);
    append_highlights(out, most_accounts);
    html << Raw{"</style></head>\n<body><a class=\"skip\" href=\"#reports\">"} << words.skip_to_reports << Raw{"</a>"};
    append_heading(out, placed, words);
    html << Raw{"<main>"};
    append_front(out, placed, words);
    html << Raw{"<div id=\"reports\">\n"};
    for (PlacedReading const& one : placed) {
        append_report(out, one, words);
        out += '\n';
    }
    html << Raw{"</div></main><footer><p>"} << words.footer << Raw{"</p></footer></body></html>\n"};
    return out;
}

}  // namespace salname
