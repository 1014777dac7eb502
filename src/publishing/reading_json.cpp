#include "publishing/reading_json.h"

#include "text/json.h"

namespace salname {

namespace {

class ReadingWriter {
public:
    ReadingWriter(std::string& out, Reading const& reading, ReadingJson const& how)
        : json_(out), reading_(reading), how_(how) {}

    void write() {
        json_.begin_object();
        json_.key("reader");
        json_.raw(how_.reader);
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
        json_.value(span.begin + how_.base);
        json_.value(span.end + how_.base);
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
        if (!how_.text.empty()) json_.field("text", how_.text);
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
        json_.key("money");
        if (a.money) {
            json_.begin_object();
            json_.key("amount");
            json_.raw(a.money->amount());
            json_.field_or_null("currency", a.money->currency);
            json_.end_object();
        } else {
            json_.null();
        }
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
        json_.key("slots");
        json_.begin_object();
        std::string_view previous;
        for (SlotOrigin const& origin : a.slots) {
            if (origin.slot == previous) continue;  // one span a slot; all provisions carry their own
            previous = origin.slot;
            json_.key(origin.slot);
            span(origin.span);
        }
        json_.end_object();
        json_.field("rule", std::string_view(a.rule));
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
    ReadingJson const& how_;
};

}  // namespace

void append_reading_json(std::string& out, Reading const& reading, ReadingJson const& how) {
    ReadingWriter(out, reading, how).write();
}

}  // namespace salname
