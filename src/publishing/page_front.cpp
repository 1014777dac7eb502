#include "publishing/page_front.h"

#include <algorithm>
#include <array>
#include <vector>

#include "publishing/account_words.h"
#include "publishing/event_group.h"
#include "publishing/html_writer.h"
#include "publishing/page_cards.h"
#include "publishing/timeline_svg.h"

namespace salname {

std::string_view title_of(Reading const& reading) {
    return reading.title.empty() ? reading.file : reading.title;
}

namespace {

constexpr int wide_picture = 620;
constexpr int narrow_picture = 320;  // a phone held upright

class FrontWriter {
public:
    FrontWriter(std::string& out, std::span<PlacedReading const> readings, Messages const& words)
        : out_(out), html_(out), readings_(readings), words_(words) {}

    void write() {
        html_ << Raw{"<div class=\"front\">"};
        index();
        legend();
        html_ << Raw{"</div>"};
        people();
    }

    void heading() {
        std::size_t people = 0;
        std::size_t accounts = 0;
        for (PlacedReading const& placed : readings_) {
            accounts += placed.reading->accounts.size();
            for (Person const& person : placed.reading->people) people += person.subject ? 1U : 0U;
        }
        html_ << Raw{"<header><p class=\"brand\">Salname</p><h1>"} << words_.page_heading
              << Raw{"</h1><p class=\"counts\">"};
        number(readings_.size(), words_.reports);
        number(people, words_.people);
        number(accounts, words_.accounts);
        html_ << Raw{"</p><p class=\"note\">"} << words_.page_note << Raw{"</p></header>"};
    }

private:
    void number(std::size_t count, CountedNoun noun) {
        html_ << Raw{"<span><b>"} << count << Raw{"</b> "} << (count == 1 ? noun.one : noun.many) << Raw{"</span> "};
    }

    void index() {
        html_ << Raw{"<nav class=\"index\" aria-labelledby=\"index-title\"><h2 id=\"index-title\">"}
              << words_.reports_heading << Raw{"</h2><ol>"};
        for (PlacedReading const& placed : readings_) {
            html_ << Raw{"<li><a href=\"#"} << placed.prefix << Raw{"title\">"} << title_of(*placed.reading)
                  << Raw{"</a> <span class=\"soft\">"};
            bool first = true;
            for (Person const& person : placed.reading->people) {
                if (!person.subject) continue;
                if (!first) html_ << ", ";
                html_ << Raw{"<a href=\"#"} << placed.prefix << person.id << Raw{"\">"} << person.name << Raw{"</a>"};
                first = false;
            }
            html_ << Raw{"</span></li>"};
        }
        html_ << Raw{"</ol></nav>"};
    }

    void legend() {
        html_ << Raw{"<section class=\"legend\" aria-labelledby=\"legend-title\"><h2 id=\"legend-title\">"}
              << words_.legend_heading << Raw{"</h2><h3>"} << words_.legend_values << Raw{"</h3><ul>"};
        auto const used = kinds_used();
        for (std::size_t kind = 0; kind < used.size(); ++kind)
            if (used[kind])
                html_ << Raw{"<li><mark class=\"m m-"} << words_.slots[kind].slot << Raw{"\">"}
                      << words_.slots[kind].legend << Raw{"</mark></li>"};
        html_ << Raw{"</ul><h3>"} << words_.legend_events << Raw{"</h3><ul>"};
        for (EventGroup const group : event_groups) {
            html_ << Raw{"<li>"};
            append_icon(out_, group, Modality::asserted);
            html_ << words_.groups[static_cast<std::size_t>(group)] << Raw{" <span class=\"soft\">"} << count_in(group)
                  << Raw{"</span></li>"};
        }
        html_ << Raw{"<li>"};
        append_icon(out_, EventGroup::custody, Modality::alleged);
        html_ << words_.contested << Raw{"</li></ul><h3>"} << words_.legend_custody << Raw{"</h3><ul>"};
        bar("bar", words_.until_release);
        bar("bar term", words_.for_term);
        bar("bar open", words_.end_unknown);
        html_
            << Raw{"<li><svg class=\"timeline\" width=\"34\" height=\"10\" aria-hidden=\"true\"><line class=\"spread\" "
                   "x1=\"0\" y1=\"5\" x2=\"34\" y2=\"5\"/></svg> "}
            << words_.day_unknown << Raw{"</li>"};
        html_ << Raw{"</ul></section>"};
    }

    // The legend names what stands on this page, no more.
    [[nodiscard]] std::array<bool, slot_kinds> kinds_used() const {
        std::array<bool, slot_kinds> used{};
        for (PlacedReading const& placed : readings_) {
            for (Person const& person : placed.reading->people)
                if (!person.mentions.empty()) used[kind_of_slot("person", words_)] = true;
            for (Account const& account : placed.reading->accounts) {
                used[kind_of_slot("trigger", words_)] = true;
                for (SlotOrigin const& origin : account.slots) used[kind_of_slot(origin.slot, words_)] = true;
            }
        }
        return used;
    }

    [[nodiscard]] std::size_t count_in(EventGroup group) const {
        std::size_t count = 0;
        for (PlacedReading const& placed : readings_)
            for (Account const& account : placed.reading->accounts) count += group_of(account.type) == group ? 1U : 0U;
        return count;
    }

    void bar(std::string_view style, std::string_view meaning) {
        bool const open = style == "bar open";
        html_ << Raw{"<li><svg class=\"timeline\" width=\"34\" height=\"10\" aria-hidden=\"true\"><g class=\""}
              << Raw{style} << Raw{"\">"}
              << Raw{open ? "<rect y=\"1\" width=\"12\" height=\"8\"/><rect class=\"fade1\" x=\"12\" y=\"1\" "
                            "width=\"11\" height=\"8\"/><rect class=\"fade2\" x=\"23\" y=\"1\" width=\"11\" "
                            "height=\"8\"/>"
                          : "<rect y=\"1\" width=\"34\" height=\"8\"/>"}
              << Raw{"</g></svg> "} << meaning << Raw{"</li>"};
    }

    void people() {
        html_ << Raw{"<section class=\"people\" aria-labelledby=\"people-title\"><h2 id=\"people-title\">"}
              << words_.people_heading << Raw{"</h2><div class=\"figures\">"};
        for (PlacedReading const& placed : readings_)
            for (Person const& person : placed.reading->people)
                if (person.subject) figure(placed, person);
        html_ << Raw{"</div></section>"};
    }

    void figure(PlacedReading const& placed, Person const& person) {
        std::vector<Account const*> own;
        for (Account const& account : placed.reading->accounts)
            if (account.person == person.id) own.push_back(&account);
        html_ << Raw{"<figure class=\"person\" id=\""} << placed.prefix << person.id << Raw{"\"><figcaption><h3>"}
              << person.name << Raw{"</h3> <span class=\"role\">"};
        std::string roles;
        for (auto const* list : {&person.roles, &person.affiliations})
            for (std::string const& one : *list) roles += (roles.empty() ? "" : ", ") + one;
        html_ << roles << Raw{"</span> <a class=\"from\" href=\"#"} << placed.prefix << Raw{"title\">"}
              << words_.in_report << " " << placed.number << Raw{"</a></figcaption>"};
        TimelineOptions options{wide_picture, PictureUse::in_page, placed.prefix};
        html_ << Raw{"<div class=\"wide\">"} << Raw{timeline_svg(person.name, own, options, words_)};
        options.width = narrow_picture;
        html_ << Raw{"</div><div class=\"narrow\">"} << Raw{timeline_svg(person.name, own, options, words_)}
              << Raw{"</div></figure>"};
    }

    std::string& out_;
    HtmlWriter html_;
    std::span<PlacedReading const> readings_;
    Messages const& words_;
};

}  // namespace

void append_heading(std::string& out, std::span<PlacedReading const> readings, Messages const& words) {
    FrontWriter(out, readings, words).heading();
}

void append_front(std::string& out, std::span<PlacedReading const> readings, Messages const& words) {
    FrontWriter(out, readings, words).write();
}

}  // namespace salname
