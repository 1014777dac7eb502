#include "publishing/page_report.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "publishing/account_words.h"
#include "publishing/html_writer.h"
#include "publishing/marked_text.h"
#include "publishing/page_cards.h"

namespace salname {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// Passages are parted by empty lines.
std::vector<Span> passages_of(std::string_view text, Span report) {
    std::vector<Span> passages;
    report.end = std::min(report.end, static_cast<std::uint32_t>(text.size()));
    for (std::uint32_t at = report.begin; at < report.end;) {
        std::size_t const gap = std::min<std::size_t>(text.find("\n\n", at), report.end);
        Span passage{at, static_cast<std::uint32_t>(gap)};
        at = passage.end + 2;
        while (!passage.empty() && is_blank(text[passage.begin])) ++passage.begin;
        while (!passage.empty() && is_blank(text[passage.end - 1])) --passage.end;
        if (!passage.empty()) passages.push_back(passage);
    }
    return passages;
}

class ReportWriter {
public:
    ReportWriter(std::string& out, PlacedReading const& placed, Messages const& words)
        : out_(out),
          html_(out),
          placed_(placed),
          reading_(*placed.reading),
          text_(placed.document->text),
          words_(words),
          marked_(text_, reading_, placed.prefix, words),
          shown_(reading_.accounts.size(), false) {}

    void write() {
        std::vector<Span> const passages = passages_of(text_, reading_.span);
        std::size_t next = 0;
        html_ << Raw{"<article class=\"report\" aria-labelledby=\""} << placed_.prefix << Raw{"title\">"};
        if (!passages.empty() && holds_title(passages[0])) {
            head(passages[0]);
            next = 1;
        } else {
            head(std::nullopt);
        }
        for (; next < passages.size(); ++next) passage(passages[next]);
        // An account whose trigger lies in no passage would be a fault of the reader; it is shown all the same.
        cards([](Account const&) { return true; });
        html_ << Raw{"</article>"};
    }

private:
    [[nodiscard]] bool holds_title(Span passage) const {
        return !reading_.title.empty() && passage.size() < 3 * reading_.title.size() + 40 &&
               passage.of(text_).find(reading_.title) != std::string_view::npos;
    }

    // The title is text of the report too: it is marked, and accounts may stand beside it.
    void head(std::optional<Span> title) {
        html_ << Raw{"<div class=\"row head\"><div class=\"text\"><p class=\"number\" aria-hidden=\"true\">"}
              << placed_.number << Raw{"</p><h2 id=\""} << placed_.prefix << Raw{"title\""};
        language();
        html_ << Raw{">"};
        if (title)
            marked_.append(out_, *title);
        else
            html_ << title_of(reading_);
        html_ << Raw{"</h2><p class=\"origin\">"} << reading_.file;
        if (!reading_.published.empty())
            html_ << Raw{" · "} << words_.published << " " << words_of(reading_.published, MonthNames::full, words_);
        if (!reading_.country.empty()) html_ << Raw{" · "} << reading_.country;
        html_ << Raw{" · "} << words_.bytes << " " << reading_.span.begin << Raw{"–"} << reading_.span.end
              << Raw{" · SHA-256 <code title=\""} << reading_.sha256 << Raw{"\">"}
              << std::string_view(reading_.sha256).substr(0, 12) << Raw{"</code></p>"};
        also_named();
        html_ << Raw{"</div>"};
        if (title) cards([&](Account const& account) { return title->contains(account.trigger); });
        html_ << Raw{"</div>"};
    }

    // People of no account have no timeline: their mentions lead here.
    void also_named() {
        bool first = true;
        for (Person const& person : reading_.people) {
            if (person.subject) continue;
            if (first) html_ << Raw{"<p class=\"origin\">"} << words_.also_named << ": ";
            if (!first) html_ << ", ";
            html_ << Raw{"<span id=\""} << placed_.prefix << person.id << Raw{"\">"} << person.name << Raw{"</span>"};
            if (!person.roles.empty()) html_ << " (" << person.roles[0] << ")";
            first = false;
        }
        if (!first) html_ << Raw{"</p>"};
    }

    void language() {
        if (!reading_.language.empty()) html_ << Raw{" lang=\""} << reading_.language << Raw{"\""};
        html_ << Raw{" dir=\"auto\""};
    }

    void passage(Span span) {
        html_ << Raw{"<div class=\"row\"><div class=\"text\">"};
        for (UpdateBlock const& update : reading_.updates)
            if (span.begin <= update.span.begin && update.span.begin < span.end) update_mark(update);
        html_ << Raw{"<p class=\"passage"} << Raw{style_of(span)} << Raw{"\""};
        language();
        html_ << Raw{">"};
        marked_.append(out_, span);
        html_ << Raw{"</p></div>"};
        cards([&](Account const& account) {
            return span.begin <= account.trigger.begin && account.trigger.begin < span.end;
        });
        html_ << Raw{"</div>"};
    }

    void update_mark(UpdateBlock const& update) {
        html_ << Raw{"<p class=\"update\">"} << (update.kind == "correction" ? words_.correction : words_.update);
        if (!update.date.empty()) html_ << Raw{" · "} << words_of(update.date, MonthNames::full, words_);
        html_ << Raw{"</p>"};
    }

    // What the source says of the passage; plain text says nothing, but a short line without a stop is a heading.
    [[nodiscard]] std::string_view style_of(Span span) const {
        for (LayoutBlock const& block : placed_.document->layout) {
            if (!block.span.overlaps(span)) continue;
            switch (block.kind) {
                case LayoutKind::title:
                case LayoutKind::heading: return " heading";
                case LayoutKind::quote: return " quote";
                case LayoutKind::list_item: return " item";
                case LayoutKind::caption: return " caption";
                default: return "";
            }
        }
        std::string_view const words = span.of(text_);
        constexpr std::size_t longest_heading = 60;
        bool const closed = std::string_view(".:;!?").find(words.back()) != std::string_view::npos;
        return words.size() <= longest_heading && !closed && words.find('\n') == std::string_view::npos ? " heading"
                                                                                                        : "";
    }

    template <typename Belongs>
    void cards(Belongs belongs) {
        bool open = false;
        for (std::size_t i = 0; i < reading_.accounts.size(); ++i) {
            Account const& account = reading_.accounts[i];
            if (shown_[i] || !belongs(account)) continue;
            shown_[i] = true;
            if (!open) html_ << Raw{"<ol class=\"cards\" aria-label=\""} << words_.cards_of_passage << Raw{"\">"};
            open = true;
            append_card(out_, account, i + 1, {text_, reading_, marked_, placed_.prefix}, words_);
        }
        if (open) html_ << Raw{"</ol>"};
    }

    std::string& out_;
    HtmlWriter html_;
    PlacedReading const& placed_;
    Reading const& reading_;
    std::string_view text_;
    Messages const& words_;
    MarkedText marked_;
    std::vector<bool> shown_;
};

}  // namespace

void append_report(std::string& out, PlacedReading const& placed, Messages const& words) {
    ReportWriter(out, placed, words).write();
}

}  // namespace salname
