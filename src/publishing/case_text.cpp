// A case for a terminal, and as JSON.
#include "publishing/account_words.h"
#include "publishing/case_view.h"
#include "publishing/rows.h"
#include "text/json.h"

namespace salname {

namespace {

void indented(std::string& out, std::string_view text, std::size_t indent, std::size_t width) {
    for (std::string const& line : wrapped(text, width > indent + 20 ? width - indent : 20))
        out.append(indent, ' ').append(line).append("\n");
}

std::string source_line(QuoteView const& quote, Messages const& words) {
    std::string line = quote.report;
    if (!quote.published.empty()) line.append(", ").append(words_of(quote.published, MonthNames::full, words));
    if (!quote.source.empty()) line.append(", ").append(quote.source);
    if (!quote.says.empty()) line.append("; ").append(words.said_by).append(" ").append(quote.says);
    if (quote.modality != Modality::asserted) line.append(" (").append(words_of(quote.modality, words)).append(")");
    line.append(" [").append(quote.standing).append("; ").append(words.bytes).append(" ");
    line += std::to_string(quote.bytes.begin) + "–" + std::to_string(quote.bytes.end);
    return line.append("; ").append(quote.original.substr(0, 12)).append("]");
}

}  // namespace

std::string case_text(CaseView const& view, std::size_t width, Messages const& words) {
    std::string out;
    std::string title = view.id + "  " + std::string(words.case_of) + ' ' + view.person;
    if (!view.name.empty()) title.append(": ").append(view.name);
    indented(out, title, 0, width);
    auto const line = [&](std::string_view name, std::string_view text) {
        if (!text.empty()) indented(out, std::string(name) + ": " + std::string(text), 2, width);
    };
    line(words.column_status, view.status + (view.since.empty() ? "" : ", " + view.since));
    line(words.column_custody, view.custody);
    for (std::string const& charge : view.charges) line(words.column_charges, charge);
    for (std::string const& ruling : view.rulings) line(words.rulings, ruling);
    for (EventView const& event : view.events) {
        std::string head = (event.date.empty() ? std::string(words.date_unknown) : event.date) + "  " + event.what;
        if (!event.details.empty()) head += ": " + event.details;
        head.append("  [")
            .append(event.standing)
            .append(", ")
            .append(count_of(event.voices, words.sources))
            .append("]");
        out += '\n';
        indented(out, head, 0, width);
        for (QuoteView const& quote : event.quotes) {
            indented(out, "“" + quote.sentence + "”", 4, width);
            indented(out, source_line(quote, words), 6, width);
        }
        for (auto const& [slot, values] : event.disagreements)
            indented(out, std::string(words.disagreement).append(", ").append(slot).append(": ").append(values), 4,
                     width);
    }
    return out;
}

std::string case_json(CaseView const& view) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.field("case", std::string_view(view.id));
    json.field_or_null("name", view.name);
    json.field("person", std::string_view(view.person));
    json.field("person_id", std::string_view(view.person_id));
    json.field("status", std::string_view(view.status));
    json.field_or_null("since", view.since);
    json.field_or_null("days_in_custody", view.custody);
    json.key("charges");
    json.begin_array();
    for (std::string const& charge : view.charges) json.value(std::string_view(charge));
    json.end_array();
    json.key("events");
    json.begin_array();
    for (EventView const& event : view.events) {
        json.begin_object();
        json.field("event", std::string_view(event.id));
        json.field("type", name_of(event.account.type));
        json.field_or_null("date", event.account.date.edtf());
        json.field_or_null("details", event.details);
        json.field("standing", std::string_view(event.standing));
        json.field("sources", event.voices);
        json.key("accounts");
        json.begin_array();
        for (QuoteView const& quote : event.quotes) {
            json.begin_object();
            json.field("account", std::string_view(quote.account));
            json.field("sentence", std::string_view(quote.sentence));
            json.field("report", std::string_view(quote.report));
            json.field_or_null("url", quote.url);
            json.field("original", std::string_view(quote.original));
            json.key("bytes");
            json.begin_array();
            json.value(quote.bytes.begin);
            json.value(quote.bytes.end);
            json.end_array();
            json.field_or_null("source", quote.says);
            json.field("modality", name_of(quote.modality));
            json.field("standing", std::string_view(quote.standing));
            json.end_object();
        }
        json.end_array();
        json.key("disagreements");
        json.begin_array();
        for (auto const& [slot, values] : event.disagreements) {
            json.begin_object();
            json.field("slot", std::string_view(slot));
            json.field("values", std::string_view(values));
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return out + '\n';
}

}  // namespace salname
