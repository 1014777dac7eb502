#include "publishing/reading_json.h"

#include <algorithm>

#include "text/json.h"

namespace salname {

namespace {

class ReadingWriter {
public:
    ReadingWriter(std::string& out, Reading const& reading, ReadingJsonOptions const& options)
        : json_(out), reading_(reading), options_(options) {}

    void write() {
        json_.begin_object();
        json_.key("reader");
        json_.raw(options_.reader);
        report();
        json_.key("people");
        json_.begin_array();
        for (Person const& person : reading_.people) write_person(person);
        json_.end_array();
        json_.key("accounts");
        json_.begin_array();
        for (Account const& account : reading_.accounts) write_account(account);
        json_.end_array();
        json_.end_object();
    }

private:
    void span(Span span) {
        json_.begin_array();
        json_.value(span.begin + options_.base);
        json_.value(span.end + options_.base);
        json_.end_array();
    }

    void spans(std::string_view key, std::vector<Span> const& all) {
        json_.key(key);
        json_.begin_array();
        for (Span const one : all) span(one);
        json_.end_array();
    }

    void texts(std::string_view key, std::vector<std::string> const& all) {
        json_.key(key);
        json_.begin_array();
        for (std::string const& one : all) json_.value(std::string_view(one));
        json_.end_array();
    }

    void report() {
        json_.key("report");
        json_.begin_object();
        json_.field("file", std::string_view(reading_.file));
        json_.field("sha256", std::string_view(reading_.sha256));
        json_.key("span");
        span(reading_.span);
        json_.field_or_null("title", reading_.title);
        json_.field_or_null("published", reading_.published.edtf());
        json_.field_or_null("language", reading_.language);
        json_.field_or_null("country", reading_.country);
        json_.key("updates");
        json_.begin_array();
        for (UpdateBlock const& update : reading_.updates) {
            json_.begin_object();
            json_.field_or_null("date", update.date.edtf());
            json_.key("span");
            span(update.span);
            json_.field("kind", std::string_view(update.kind));
            json_.end_object();
        }
        json_.end_array();
        if (!options_.text.empty()) json_.field("text", options_.text);
        json_.end_object();
    }

    void write_person(Person const& person) {
        json_.begin_object();
        json_.field("id", std::string_view(person.id));
        json_.field("name", std::string_view(person.name));
        texts("aliases", person.aliases);
        texts("roles", person.roles);
        texts("affiliations", person.affiliations);
        spans("mentions", person.mentions);
        json_.end_object();
    }

    void write_account(Account const& a) {
        json_.begin_object();
        json_.field("id", std::string_view(a.id));
        json_.field("type", name_of(a.type));
        json_.field_or_null("person", a.person);
        json_.key("count");
        a.count ? json_.value(*a.count) : json_.null();
        json_.field_or_null("date", a.date.edtf());
        json_.field("date_basis", name_of(a.date_basis));
        json_.field_or_null("duration", a.duration.iso8601());
        json_.field_or_null("kind", a.kind);
        money(a.money);
        json_.field_or_null("authority", a.authority);
        json_.field_or_null("place", a.place);
        texts("charges", a.charges);
        provisions(a);
        json_.field_or_null("source", a.source);
        json_.field("modality", name_of(a.modality));
        json_.field_or_null("platform", a.platform);
        json_.field_or_null("target", a.target);
        json_.field_or_null("outcome", a.outcome);
        json_.key("trigger");
        span(a.trigger);
        spans("evidence", a.evidence);
        slots(a.slots);
        json_.field("rule", std::string_view(a.rule));
        json_.end_object();
    }

    void money(std::optional<Money> const& sum) {
        json_.key("money");
        if (!sum) return json_.null();
        json_.begin_object();
        json_.key("amount");
        json_.raw(sum->amount());
        json_.field_or_null("currency", sum->currency);
        json_.end_object();
    }

    // An object can't hold a name twice: of several charges the first gives the span.
    void slots(std::vector<SlotOrigin> const& origins) {
        json_.key("slots");
        json_.begin_object();
        for (auto origin = origins.begin(); origin != origins.end(); ++origin) {
            bool const named_before = std::any_of(
                origins.begin(), origin, [&](SlotOrigin const& earlier) { return earlier.slot == origin->slot; });
            if (named_before) continue;
            json_.key(origin->slot);
            span(origin->span);
        }
        json_.end_object();
    }

    void provisions(Account const& a) {
        json_.key("provisions");
        json_.begin_array();
        for (ProvisionCited const& p : a.provisions) {
            json_.begin_object();
            json_.field_or_null("code", p.code);
            json_.field("article", std::string_view(p.article));
            json_.field("as_written", std::string_view(p.as_written));
            json_.end_object();
        }
        json_.end_array();
    }

    JsonWriter json_;
    Reading const& reading_;
    ReadingJsonOptions const& options_;
};

}  // namespace

void append_reading_json(std::string& out, Reading const& reading, ReadingJsonOptions const& options) {
    ReadingWriter(out, reading, options).write();
}

}  // namespace salname
