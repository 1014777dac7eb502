#include "publishing/reading_page.h"

#include <algorithm>

#include "publishing/account_words.h"
#include "publishing/html_writer.h"
#include "publishing/marked_text.h"
#include "publishing/page_style.h"
#include "publishing/timeline_svg.h"

namespace salname {

namespace {

std::string_view name_of_person(Reading const& reading, std::string const& id) {
    for (Person const& person : reading.people)
        if (person.id == id) return person.name;
    return {};
}

class ReadingPage {
public:
    explicit ReadingPage(std::span<PageReport const> reports) : reports_(reports), html_(out_) {}

    std::string write() {
        std::size_t readings = 0;
        std::size_t people = 0;
        std::size_t accounts = 0;
        for (PageReport const& page : reports_)
            for (Reading const& reading : page.readings) {
                ++readings;
                accounts += reading.accounts.size();
                people += static_cast<std::size_t>(std::count_if(reading.people.begin(), reading.people.end(),
                                                                 [](Person const& p) { return p.subject; }));
            }
        html_ << Raw{"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                     "content=\"width=device-width, initial-scale=1\"><title>Readings</title><style>"}
              << Raw{page_style()}
              << Raw{"</style></head><body><a class=\"skip\" href=\"#reports\">Skip to the reports</a><header><p "
                     "class=\"brand\">Salname</p><h1>What these reports tell</h1><p class=\"counts\"><b>"}
              << readings << Raw{"</b> "} << (readings == 1 ? "report" : "reports") << Raw{" · <b>"} << people
              << Raw{"</b> "} << (people == 1 ? "person" : "people") << Raw{" · <b>"} << accounts
              << Raw{"</b> accounts</p><p class=\"note\">Drafts of a program, each tied to its sentence. A person "
                     "decides what stands.</p>"};
        legend();
        html_ << Raw{"</header><main id=\"reports\">"};
        for (PageReport const& page : reports_)
            for (Reading const& reading : page.readings) report(page, reading);
        html_ << Raw{
            "</main><footer><p>Made by Salname. Nothing on this page is loaded from "
            "elsewhere.</p></footer></body></html>\n"};
        return std::move(out_);
    }

private:
    void legend() {
        static constexpr std::pair<std::string_view, std::string_view> kinds[] = {
            {"trigger", "what happened"}, {"person", "name"},         {"date", "date"},
            {"duration", "term"},         {"authority", "who acted"}, {"place", "place"},
            {"charges", "charge"},        {"provisions", "article"},  {"money", "sum"},
            {"source", "who says so"},    {"target", "about whom"},   {"platform", "platform"}};
        html_ << Raw{"<ul class=\"legend\" aria-label=\"Marks in the text\">"};
        for (auto const& [kind, words] : kinds)
            html_ << Raw{"<li><mark class=\"m-"} << kind << Raw{"\">"} << words << Raw{"</mark></li>"};
        html_ << Raw{"</ul>"};
    }

    void report(PageReport const& page, Reading const& reading) {
        ++number_;
        prefix_ = 'r' + std::to_string(number_) + '-';
        std::string_view const text = page.document.text;
        html_ << Raw{"<article class=\"report\" aria-labelledby=\""} << prefix_ << Raw{"title\"><h2 id=\""} << prefix_
              << Raw{"title\">"};
        html_ << (reading.title.empty() ? std::string_view(reading.file) : std::string_view(reading.title))
              << Raw{"</h2><p class=\"origin\">"} << reading.file;
        if (!reading.published.empty()) html_ << Raw{" · published "} << reading.published.edtf();
        if (!reading.country.empty()) html_ << Raw{" · "} << reading.country;
        html_ << Raw{" · bytes "} << static_cast<std::size_t>(reading.span.begin) << "–"
              << static_cast<std::size_t>(reading.span.end) << Raw{" · sha256 <code>"}
              << std::string_view(reading.sha256).substr(0, 12) << Raw{"</code></p>"};
        people(reading);
        html_ << Raw{"<div class=\"columns\">"};
        passages(text, reading);
        html_ << Raw{"</div></article>"};
    }

    void people(Reading const& reading) {
        html_ << Raw{"<section class=\"people\" aria-label=\"People\">"};
        for (Person const& person : reading.people) {
            if (!person.subject) continue;
            std::vector<Account> own;
            for (Account const& account : reading.accounts)
                if (account.person == person.id) {
                    own.push_back(account);
                    own.back().id = prefix_ + account.id;
                }
            html_ << Raw{"<figure class=\"person\"><figcaption><b>"} << person.name << Raw{"</b>"};
            for (std::string const& role : person.roles)
                html_ << Raw{"<span class=\"role\">"} << role << Raw{"</span>"};
            html_ << Raw{"</figcaption>"} << Raw{timeline_svg(person.name, own)};
            undated(own);
            html_ << Raw{"</figure>"};
        }
        html_ << Raw{"</section>"};
    }

    void undated(std::vector<Account> const& own) {
        bool any = false;
        for (Account const& account : own) {
            if (!account.date.empty()) continue;
            html_ << Raw{any ? ", " : "<p class=\"undated\">No date told: "} << Raw{"<a href=\"#"} << account.id
                  << Raw{"\">"} << words_of(account.type) << Raw{"</a>"};
            any = true;
        }
        if (any) html_ << Raw{"</p>"};
    }

    // Paragraph by paragraph: the text, and beside it the accounts whose trigger stands in it.
    void passages(std::string_view text, Reading const& reading) {
        auto const spans = marked_spans(reading);
        std::uint32_t at = reading.span.begin;
        bool first = true;
        while (at < reading.span.end) {
            std::size_t const gap = text.find("\n\n", at);
            std::uint32_t const end = gap == std::string_view::npos || gap > reading.span.end
                                          ? reading.span.end
                                          : static_cast<std::uint32_t>(gap);
            Span paragraph{at, end};
            while (!paragraph.empty() &&
                   (text[paragraph.begin] == '\n' || text[paragraph.begin] == ' ' || text[paragraph.begin] == '\r'))
                ++paragraph.begin;
            bool const heading = first && paragraph.of(text) == reading.title;  // shown above already
            if (heading) first = false;
            if (!paragraph.empty() && !heading) {
                html_ << Raw{"<div class=\"row\"><p class=\"passage"} << Raw{first ? " first" : ""} << Raw{"\">"};
                append_marked(out_, text, paragraph, spans, prefix_);
                html_ << Raw{"</p><div class=\"cards\">"};
                for (Account const& account : reading.accounts)
                    if (paragraph.contains(account.trigger) ||
                        (paragraph.begin <= account.trigger.begin && account.trigger.begin < paragraph.end))
                        card(reading, account, text);
                html_ << Raw{"</div></div>"};
                first = false;
            }
            at = end + 2;
        }
    }

    void card(Reading const& reading, Account const& account, std::string_view text) {
        html_ << Raw{"<section class=\"card t-"} << name_of(account.type) << Raw{"\" id=\""} << prefix_ << account.id
              << Raw{"\" tabindex=\"0\" aria-label=\"Account "} << account.id << Raw{"\"><h3><span class=\"type\">"}
              << words_of(account.type) << Raw{"</span> "};
        if (account.person.empty())
            html_ << (account.count ? std::to_string(*account.count) + (*account.count == 1 ? " person" : " people")
                                    : std::string("nobody named"));
        else
            html_ << name_of_person(reading, account.person);
        if (account.modality != Modality::asserted)
            html_ << Raw{" <span class=\"modality\">"} << name_of(account.modality) << Raw{"</span>"};
        html_ << Raw{"</h3><dl>"};
        row("date", account.date.edtf());
        row("term", words_of(account.duration));
        row("kind", account.kind);
        if (account.money) row("sum", account.money->amount() + ' ' + account.money->currency);
        for (std::string const& charge : account.charges) row("charge", charge);
        for (ProvisionCited const& p : account.provisions)
            row("article", p.code.empty() ? p.article : p.code + ' ' + p.article);
        row("outcome", account.outcome);
        row("by", account.authority);
        row("place", account.place);
        row("about", account.target);
        row("on", account.platform);
        row("says", account.source);
        html_ << Raw{"</dl><div class=\"why\"><p>trigger “"} << account.trigger.of(text) << Raw{"” · rule <code>"}
              << account.rule << Raw{"</code>"};
        if (!account.date.empty()) html_ << Raw{" · date "} << words_of(account.date_basis);
        html_ << Raw{" · "} << account.id << Raw{"</p></div></section>"};
    }

    void row(std::string_view label, std::string_view value) {
        if (value.empty()) return;
        html_ << Raw{"<dt>"} << label << Raw{"</dt><dd>"} << value << Raw{"</dd>"};
    }

    std::span<PageReport const> reports_;
    std::string out_;
    HtmlWriter html_;
    std::string prefix_;
    std::size_t number_ = 0;
};

}  // namespace

std::string reading_page(std::span<PageReport const> reports) {
    return ReadingPage(reports).write();
}

}  // namespace salname
