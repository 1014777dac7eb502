#include "publishing/case_view.h"

#include "chronicle/veil.h"
#include "publishing/account_words.h"
#include "publishing/chronicle_rows.h"

namespace salname {

namespace {

using chronicle::Chronicle;
using chronicle::Event;
using chronicle::ToldAccount;

class Viewing {
public:
    Viewing(Chronicle const& chronicle, TextOfReport const& text, Messages const& words)
        : chronicle_(chronicle), text_(text), words_(words), veil_(chronicle.hidden) {}

    CaseView view(chronicle::CaseRecord const& one, std::optional<std::int32_t> day) {
        CaseView view;
        view.id = one.id;
        view.name = veil_.over(one.name);
        auto const& person = chronicle_.people.persons[one.person];
        view.person_id = person.id;
        view.person = person.name;
        auto const status = chronicle::status_on(one, chronicle_.events, day);
        view.status = words_.statuses[static_cast<std::size_t>(status.status)];
        if (status.event != chronicle::none)
            view.since = words_of(chronicle_.events.all[status.event].merged.date, MonthNames::full, words_);
        if (!one.custody.empty()) view.custody = words_of(chronicle::days_in_custody(one.custody, day), words_);
        for (auto const& charge : one.charges) view.charges.push_back(veil_.over(charge.text));
        for (auto const& ruling : one.rulings) view.rulings.push_back(ruling_of(ruling));
        for (std::size_t const e : one.events) view.events.push_back(event_of(chronicle_.events.all[e]));
        return view;
    }

private:
    std::string ruling_of(chronicle::Ruling const& ruling) {
        Account const& merged = chronicle_.events.all[ruling.event].merged;
        std::string text(words_.instances[static_cast<std::size_t>(ruling.instance)]);
        text.append(": ").append(words_of(merged.type, words_));
        if (std::string const details = veil_.over(account_details(merged, words_)); !details.empty())
            text.append(", ").append(details);
        return text;
    }

    EventView event_of(Event const& event) {
        EventView view;
        view.id = event.id;
        view.account = event.merged;
        view.account.id = event.id;
        view.date = words_of(event.merged.date, MonthNames::brief, words_);
        view.what = words_of(event.merged.type, words_);
        view.details = veil_.over(account_details(event.merged, words_));
        view.standing = words_.judgements[static_cast<std::size_t>(event.judgement)];
        view.voices = event.voices;
        for (std::size_t const i : event.accounts) view.quotes.push_back(quote_of(chronicle_.events.accounts[i]));
        for (auto const& disagreement : event.disagreements) {
            std::string values;
            for (auto const& said : disagreement.values) {
                values.append(values.empty() ? "" : " | ").append(said.value).append(" (");
                for (std::size_t k = 0; k < said.accounts.size(); ++k)
                    values.append(k == 0 ? "" : ", ")
                        .append(name_of(chronicle_.events.accounts[said.accounts[k]].report));
                values += ')';
            }
            view.disagreements.emplace_back(disagreement.slot, veil_.over(values));
        }
        return view;
    }

    [[nodiscard]] std::string const& name_of(std::size_t report) const {
        return chronicle_.facts.reports[report].source_name();
    }

    QuoteView quote_of(ToldAccount const& told) {
        auto const& report = chronicle_.facts.reports[told.report];
        QuoteView quote;
        quote.account = veil_.over(text_of(told.ref));
        quote.report = veil_.over(name_of(told.report));
        quote.url = report.url;
        quote.original = report.original;
        quote.published = report.published;
        quote.bytes = told.account.evidence.empty() ? told.account.trigger : told.account.evidence.front();
        std::string const text = text_(told.report);
        std::string sentence;
        for (Span const span : told.account.evidence)
            sentence.append(sentence.empty() ? "" : " … ").append(span.of(text));
        quote.sentence = sentence.empty() ? std::string(words_.sentence_missing) : veil_.over(harmless_line(sentence));
        quote.says = veil_.over(told.account.source);
        quote.modality = told.account.modality;
        quote.standing = words_.judgements[static_cast<std::size_t>(told.judgement)];
        if (!told.judged_by.empty()) {
            auto const author = chronicle_.facts.author_names.find(told.judged_by);
            bool const named = author != chronicle_.facts.author_names.end() && !author->second.empty();
            quote.standing.append(" ").append(words_.confirmed_by).append(" ");
            quote.standing += named ? author->second : told.judged_by.substr(0, 8);
            quote.standing.append(", ").append(told.judged_at.substr(0, 10));
        }
        auto const& source = chronicle_.sources[told.report];
        if (source.standing == chronicle::Standing::copy)
            quote.source = std::string(words_.copy_of) + ' ' + veil_.over(name_of(source.after));
        if (source.standing == chronicle::Standing::new_version)
            quote.source = std::string(words_.version_after) + ' ' +
                           chronicle_.facts.reports[source.after].original.substr(0, 12) +
                           (report.change.empty() ? "" : " (" + report.change + ")");
        return quote;
    }

    Chronicle const& chronicle_;
    TextOfReport const& text_;
    Messages const& words_;
    chronicle::Veil veil_;
};

}  // namespace

CaseView case_view(Chronicle const& chronicle, std::size_t one, TextOfReport const& text,
                   std::optional<std::int32_t> day, Messages const& words) {
    return Viewing(chronicle, text, words).view(chronicle.cases[one], day);
}

}  // namespace salname
