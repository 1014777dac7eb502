#include "publishing/marked_text.h"

#include <algorithm>

#include "publishing/html_writer.h"

namespace salname {

std::vector<MarkedSpan> marked_spans(Reading const& reading) {
    std::vector<MarkedSpan> spans;
    for (Person const& person : reading.people)
        for (Span const span : person.mentions) spans.push_back({span, "person", {}});
    for (Account const& account : reading.accounts) {
        spans.push_back({account.trigger, "trigger", account.id});
        for (SlotOrigin const& origin : account.slots)
            if (!origin.span.empty()) spans.push_back({origin.span, origin.slot, account.id});
    }
    std::stable_sort(spans.begin(), spans.end(),
                     [](MarkedSpan const& a, MarkedSpan const& b) { return a.span < b.span; });
    return spans;
}

void append_marked(std::string& out, std::string_view text, Span range, std::vector<MarkedSpan> const& spans,
                   std::string_view prefix) {
    HtmlWriter html(out);
    std::vector<MarkedSpan const*> here;
    std::vector<std::uint32_t> borders{range.begin, range.end};
    for (MarkedSpan const& span : spans) {
        if (!span.span.overlaps(range)) continue;
        here.push_back(&span);
        borders.push_back(std::clamp(span.span.begin, range.begin, range.end));
        borders.push_back(std::clamp(span.span.end, range.begin, range.end));
    }
    std::sort(borders.begin(), borders.end());
    borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        Span const piece{borders[i], borders[i + 1]};
        std::string kinds;
        std::string account;
        std::string titles;
        for (MarkedSpan const* span : here) {
            if (!span->span.contains(piece)) continue;
            if ((' ' + kinds + ' ').find(" m-" + span->kind + ' ') == std::string::npos) {
                kinds += (kinds.empty() ? "m-" : " m-") + span->kind;
                titles += (titles.empty() ? "" : ", ") + span->kind;
            }
            if (account.empty() || span->kind == "trigger") account = span->account.empty() ? account : span->account;
        }
        if (kinds.empty()) {
            html << piece.of(text);
            continue;
        }
        html << Raw{"<mark class=\""} << kinds << Raw{"\" title=\""} << titles << Raw{"\">"};
        if (!account.empty()) html << Raw{"<a href=\"#"} << prefix << account << Raw{"\">"};
        html << piece.of(text);
        if (!account.empty()) html << Raw{"</a>"};
        html << Raw{"</mark>"};
    }
}

}  // namespace salname
