#include "publishing/page_cards.h"

#include <algorithm>

#include "publishing/account_words.h"
#include "publishing/html_writer.h"

namespace salname {

namespace {

constexpr std::size_t reasons_shown = 4;

class CardWriter {
public:
    CardWriter(std::string& out, Account const& account, CardPlace const& place, Messages const& words)
        : out_(out), html_(out), account_(account), place_(place), words_(words) {}

    void write(std::size_t number) {
        html_ << Raw{"<li class=\"card k"} << number << Raw{" "} << Raw{style_of(group_of(account_.type))}
              << Raw{"-card\" id=\""} << place_.prefix << account_.id << Raw{"\" tabindex=\"0\">"};
        heading(number);
        date();
        html_ << Raw{"<dl>"};
        slots();
        html_ << Raw{"</dl><p class=\"foot\">"};
        html_ << Raw{"<span class=\"modality "} << name_of(account_.modality) << Raw{"\">"}
              << words_of(account_.modality, words_) << Raw{"</span> <code>"} << account_.rule << Raw{"</code></p>"};
        why();
        html_ << Raw{"</li>"};
    }

private:
    void heading(std::size_t number) {
        html_ << Raw{"<h3>"};
        append_icon(out_, group_of(account_.type), account_.modality);
        html_ << Raw{"<a class=\"type\" href=\"#"} << place_.marked.id_of("trigger", account_.trigger) << Raw{"\">"}
              << words_of(account_.type, words_) << Raw{"<span class=\"sr\"> ("} << words_.back_to_words
              << Raw{")</span></a> "};
        std::string who = who_of(place_.reading, account_, words_);
        bool const of_people = account_.type != EventType::law_amended;
        if (who.empty() && of_people) who = words_.person_unknown;
        if (account_.person.empty())
            html_ << Raw{"<span class=\"who\">"} << who << Raw{"</span>"};
        else
            html_ << Raw{"<a class=\"who\" href=\"#"} << place_.prefix << account_.person << Raw{"\">"} << who
                  << Raw{"</a>"};
        html_ << Raw{"<span class=\"n\" aria-hidden=\"true\">"} << number << Raw{"</span></h3>"};
    }

    void date() {
        html_ << Raw{"<p class=\"date\">"};
        if (account_.date.empty()) {
            html_ << Raw{"<span class=\"basis\">"} << words_.date_unknown << Raw{"</span></p>"};
            return;
        }
        std::string const day = words_of(account_.date, MonthNames::full, words_);
        html_ << Raw{"<b>"};
        value("date", day);
        html_ << Raw{"</b> <span class=\"basis\">"};
        html_ << words_of(account_.date_basis, words_);
        if (account_.date.begin.year == 0) html_ << ", " << words_.year_unknown;
        html_ << Raw{"</span></p>"};
    }

    [[nodiscard]] SlotOrigin const* origin_of(std::string_view slot) const {
        auto const found = std::find_if(account_.slots.begin(), account_.slots.end(),
                                        [&](SlotOrigin const& origin) { return origin.slot == slot; });
        return found == account_.slots.end() ? nullptr : &*found;
    }

    // A value that was read from words of its own leads back to them.
    void value(std::string_view slot, std::string_view content) {
        SlotOrigin const* origin = origin_of(slot);
        if (origin == nullptr || origin->span.empty()) {
            html_ << content;
            return;
        }
        html_ << Raw{"<a href=\"#"} << place_.marked.id_of(slot, origin->span) << Raw{"\">"} << content << Raw{"</a>"};
    }

    void row(std::string_view slot, std::string_view content) {
        if (content.empty()) return;
        html_ << Raw{"<div><dt>"} << words_.slots[kind_of_slot(slot, words_)].label << Raw{"</dt><dd>"};
        value(slot, content);
        html_ << Raw{"</dd></div>"};
    }

    void slots() {
        if (account_.count && !account_.person.empty()) row("count", std::to_string(*account_.count));
        row("duration", words_of(account_.duration, words_));
        row("kind", account_.kind);
        if (account_.money) row("money", words_of(*account_.money));
        row("outcome", account_.outcome);
        std::string charges;
        for (std::string const& charge : account_.charges) charges += (charges.empty() ? "" : ", ") + charge;
        row("charges", charges);
        std::string provisions;
        for (ProvisionCited const& cited : account_.provisions)
            provisions += (provisions.empty() ? "" : ", ") + words_of(cited, words_);
        row("provisions", provisions);
        row("authority", account_.authority);
        row("place", account_.place);
        row("target", account_.target);
        row("platform", account_.platform);
        row("source", account_.source);
    }

    void why() {
        html_ << Raw{"<div class=\"why\"><p>"} << words_.from_words << Raw{" “"} << account_.trigger.of(place_.text)
              << Raw{"”, "} << words_.bytes << Raw{" "} << account_.trigger.begin << Raw{"–"} << account_.trigger.end
              << Raw{". "} << words_.read_by_rule << Raw{" <code>"} << account_.rule << Raw{"</code>.</p>"};
        SlotOrigin const* origin = origin_of("date");
        if (!account_.date.empty() && origin != nullptr) {
            html_ << Raw{"<p>"} << words_.date_reading << Raw{" “"} << origin->span.of(place_.text) << Raw{"”: "}
                  << words_of(account_.date_basis, words_);
            if (!origin->anchor.empty()) html_ << Raw{", “"} << origin->anchor.of(place_.text) << Raw{"”"};
            html_ << Raw{" → <code>"} << account_.date.edtf() << Raw{"</code>.</p>"};
        }
        if (!account_.reasons.empty()) {
            html_ << Raw{"<p>"} << words_.weighed_most << Raw{": "};
            for (std::size_t i = 0; i < std::min(account_.reasons.size(), reasons_shown); ++i) reason(i);
            html_ << Raw{".</p>"};
        }
        html_ << Raw{"</div>"};
    }

    // Values of features are numbers of words: only the feature's name says something to a reader.
    void reason(std::size_t i) {
        auto const& [feature, weight] = account_.reasons[i];
        html_ << (i == 0 ? "" : ", ") << std::string_view(feature).substr(0, feature.find('=')) << Raw{" <span>"}
              << (weight > 0 ? "+" : "−") << (weight > 0 ? weight : -weight) << Raw{"</span>"};
    }

    std::string& out_;
    HtmlWriter html_;
    Account const& account_;
    CardPlace const& place_;
    Messages const& words_;
};

}  // namespace

void append_card(std::string& out, Account const& account, std::size_t number, CardPlace const& place,
                 Messages const& words) {
    CardWriter(out, account, place, words).write(number);
}

void append_icon(std::string& out, EventGroup group, Modality modality) {
    HtmlWriter(out)
        << Raw{"<svg class=\"icon\" viewBox=\"-7 -7 14 14\" width=\"14\" height=\"14\" aria-hidden=\"true\">"
               "<path class=\"glyph "}
        << Raw{style_of(group)} << Raw{modality == Modality::asserted ? "" : " contested"} << Raw{"\" d=\""}
        << Raw{shape_of(group)} << Raw{"\"/></svg>"};
}

}  // namespace salname
