// A case as one self-contained page.
#include "publishing/account_words.h"
#include "publishing/case_view.h"
#include "publishing/html_writer.h"
#include "publishing/page_style.h"
#include "publishing/timeline_svg.h"

namespace salname {

namespace {

constexpr std::string_view case_style = R"css(
.case{border-top:1px solid var(--rule);padding:1.6rem 0}
.case dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.2rem;margin:.8rem 0 1.4rem;font-size:.92rem}.case dt{color:var(--soft)}.case dd{margin:0}
.events{list-style:none;margin:1.4rem 0 0;padding:0}.events>li{display:grid;grid-template-columns:8.5rem minmax(0,1fr);gap:.2rem 1.4rem;padding:.9rem 0;border-top:1px solid var(--rule)}
.events .when{color:var(--soft);font-variant-numeric:tabular-nums}.events h3{margin:0;font-size:1.02rem}.events .how{font-weight:400}
.mark{font:600 .72rem/1 sans-serif;border:1px solid currentColor;border-radius:1em;padding:.12em .6em;margin-left:.5em;color:var(--soft);vertical-align:.1em;white-space:nowrap}.mark.sure{color:var(--freedom)}
blockquote{margin:.6rem 0 0;padding-left:.9rem;border-left:3px solid var(--rule)}blockquote p{margin:0}blockquote footer{border:0;padding:.15rem 0 0;font-size:.8rem;max-width:none;margin:0}
.differ{margin:.6rem 0 0;padding:.4rem .8rem;background:var(--glow);border-left:3px solid var(--pressure);font-size:.9rem}
@media (max-width:40rem){.events>li{grid-template-columns:minmax(0,1fr)}}
)css";

class CasePage {
public:
    CasePage(std::string& out, Messages const& words) : out_(out), html_(out), words_(words) {}

    void write(std::vector<CaseView> const& views, std::string_view title) {
        html_ << Raw{"<!doctype html>\n<html lang=\""} << words_.language
              << Raw{"\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, "
                     "initial-scale=1\"><title>"}
              << title << Raw{" · Salname</title><style>"};
        append_page_style(out_);
        out_ += case_style;
        html_ << Raw{"</style></head>\n<body><header><p class=\"brand\">Salname</p><h1>"} << title
              << Raw{"</h1></header><main>\n"};
        for (CaseView const& view : views) one(view);
        html_ << Raw{"</main><footer><p>"} << words_.footer << Raw{"</p></footer></body></html>\n"};
    }

private:
    void one(CaseView const& view) {
        html_ << Raw{"<section class=\"case\" id=\""} << view.id << Raw{"\"><h2>"} << words_.case_of << " "
              << view.person;
        if (!view.name.empty()) html_ << ": " << view.name;
        html_ << Raw{" <span class=\"soft\">"} << view.id << Raw{"</span></h2><dl>"};
        fact(words_.column_status, view.status + (view.since.empty() ? "" : ", " + view.since));
        fact(words_.column_custody, view.custody);
        for (std::string const& charge : view.charges) fact(words_.column_charges, charge);
        for (std::string const& ruling : view.rulings) fact(words_.rulings, ruling);
        html_ << Raw{"</dl><figure class=\"person\">"};
        std::vector<Account const*> accounts;
        for (EventView const& event : view.events) accounts.push_back(&event.account);
        html_ << Raw{"<div class=\"wide\">"}
              << Raw{timeline_svg(view.person, accounts, {1100, PictureUse::in_page, {}}, words_)}
              << Raw{"</div><div class=\"narrow\">"}
              << Raw{timeline_svg(view.person, accounts, {480, PictureUse::in_page, {}}, words_)}
              << Raw{"</div></figure><ol class=\"events\">"};
        for (EventView const& event : view.events) one(event);
        html_ << Raw{"</ol></section>\n"};
    }

    void fact(std::string_view name, std::string_view value) {
        if (!value.empty()) html_ << Raw{"<dt>"} << name << Raw{"</dt><dd>"} << value << Raw{"</dd>"};
    }

    void one(EventView const& event) {
        bool const sure = event.standing != words_.judgements[0];
        html_ << Raw{"<li id=\""} << event.id << Raw{"\"><div class=\"when\">"}
              << (event.date.empty() ? words_.date_unknown : std::string_view(event.date)) << Raw{"</div><div><h3>"}
              << event.what << Raw{"<span class=\"how\">"} << (event.details.empty() ? "" : ": ") << event.details
              << Raw{"</span><span class=\"mark"} << Raw{sure ? " sure" : ""} << Raw{"\">"} << event.standing
              << Raw{"</span><span class=\"mark\">"} << count_of(event.voices, words_.sources) << Raw{"</span></h3>"};
        for (QuoteView const& quote : event.quotes) one(quote);
        for (auto const& [slot, values] : event.disagreements)
            html_ << Raw{"<p class=\"differ\">"} << words_.disagreement << ", " << slot << ": " << values
                  << Raw{"</p>"};
        html_ << Raw{"</div></li>"};
    }

    void one(QuoteView const& quote) {
        html_ << Raw{"<blockquote><p>"} << quote.sentence << Raw{"</p><footer>"} << quote.report;
        if (!quote.published.empty()) html_ << ", " << words_of(quote.published, MonthNames::full, words_);
        if (!quote.source.empty()) html_ << ", " << quote.source;
        if (!quote.says.empty()) html_ << "; " << words_.said_by << " " << quote.says;
        if (quote.modality != Modality::asserted) html_ << " (" << words_of(quote.modality, words_) << ")";
        html_ << " · " << quote.standing << " · " << words_.bytes << " " << quote.bytes.begin << "–" << quote.bytes.end;
        if (quote.url.starts_with("https://") || quote.url.starts_with("http://"))
            html_ << Raw{" · <a rel=\"noreferrer\" href=\""} << quote.url << Raw{"\">"} << quote.url << Raw{"</a>"};
        html_ << Raw{"</footer></blockquote>"};
    }

    std::string& out_;
    HtmlWriter html_;
    Messages const& words_;
};

}  // namespace

std::string case_page(std::vector<CaseView> const& views, std::string_view title, Messages const& words) {
    std::string out;
    CasePage(out, words).write(views, title);
    return out;
}

}  // namespace salname
