#include "publishing/marked_text.h"

#include <algorithm>

#include "publishing/html_writer.h"

namespace salname {

std::size_t kind_of_slot(std::string_view slot, Messages const& words) {
    std::size_t kind = 0;
    while (kind + 1 < words.slots.size() && words.slots[kind].slot != slot) ++kind;
    return kind;
}

struct MarkedText::Piece {
    Span span;
    std::vector<Mark const*> marks;  // that cover it, longest first
};

MarkedText::MarkedText(std::string_view text, Reading const& reading, std::string_view prefix, Messages const& words)
    : text_(text), reading_(reading), prefix_(prefix), words_(words) {
    auto const sound = [&](Span span) { return !span.empty() && span.end <= text_.size(); };
    std::size_t const person_kind = kind_of_slot("person", words);
    for (std::uint32_t p = 0; p < reading.people.size(); ++p)
        for (Span const span : reading.people[p].mentions)
            if (sound(span)) marks_.push_back({span, 0, p + 1, person_kind});
    std::size_t const trigger_kind = kind_of_slot("trigger", words);
    for (std::uint32_t a = 0; a < reading.accounts.size(); ++a) {
        Account const& account = reading.accounts[a];
        if (sound(account.trigger)) marks_.push_back({account.trigger, a + 1, 0, trigger_kind});
        for (SlotOrigin const& origin : account.slots)
            if (sound(origin.span)) marks_.push_back({origin.span, a + 1, 0, kind_of_slot(origin.slot, words)});
        for (Span const span : account.evidence)
            if (sound(span)) evidence_.push_back({span, a + 1, 0, 0});
    }
    auto const by_place = [](Mark const& a, Mark const& b) { return a.span < b.span; };
    std::stable_sort(marks_.begin(), marks_.end(), by_place);
    std::stable_sort(evidence_.begin(), evidence_.end(), by_place);
}

std::string MarkedText::id_of(std::string_view slot, Span span) const {
    std::string id = prefix_;
    return id.append(words_.slots[kind_of_slot(slot, words_)].slot).append("-").append(std::to_string(span.begin));
}

namespace {

// Distinct accounts of `marks` as style names, "k1 k4".
template <typename Marks>
std::string account_styles(Marks const& marks) {
    std::vector<std::uint32_t> accounts;
    for (auto const* mark : marks)
        if (mark->account != 0) accounts.push_back(mark->account);
    std::sort(accounts.begin(), accounts.end());
    accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
    std::string styles;
    for (std::uint32_t const account : accounts) styles += " k" + std::to_string(account);
    return styles;
}

}  // namespace

void MarkedText::append(std::string& out, Span passage) const {
    std::vector<Mark const*> here;
    std::vector<Mark const*> told;
    std::vector<std::uint32_t> borders{passage.begin, passage.end};
    auto const gather = [&](std::vector<Mark> const& all, std::vector<Mark const*>& into) {
        for (Mark const& mark : all) {
            if (mark.span.begin >= passage.end) break;
            if (!mark.span.overlaps(passage)) continue;
            into.push_back(&mark);
            borders.push_back(std::max(mark.span.begin, passage.begin));
            borders.push_back(std::min(mark.span.end, passage.end));
        }
    };
    gather(marks_, here);
    gather(evidence_, told);
    std::sort(borders.begin(), borders.end());
    borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
    std::string open;  // style names of the evidence that is being written
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        Piece piece{{borders[i], borders[i + 1]}, {}};
        std::vector<Mark const*> telling;
        for (Mark const* mark : told)
            if (mark->span.contains(piece.span)) telling.push_back(mark);
        std::string const styles = account_styles(telling);
        if (styles != open) {
            if (!open.empty()) out += "</span>";
            if (!styles.empty()) out.append("<span class=\"e").append(styles).append("\">");
            open = styles;
        }
        for (Mark const* mark : here)
            if (mark->span.contains(piece.span)) piece.marks.push_back(mark);
        std::stable_sort(piece.marks.begin(), piece.marks.end(),
                         [](Mark const* a, Mark const* b) { return a->span.size() > b->span.size(); });
        append_piece(out, piece);
    }
    if (!open.empty()) out += "</span>";
}

// One link around nested marks: <a class="v k1 k2" href="#r1-a1"><mark class="m m-date">…</mark></a>.
void MarkedText::append_piece(std::string& out, Piece const& piece) const {
    HtmlWriter html(out);
    if (piece.marks.empty()) {
        html << piece.span.of(text_);
        return;
    }
    Mark const* target = piece.marks.front();
    std::vector<Mark const*> kinds;  // one mark a kind: several accounts may share a date
    std::vector<Mark const*> ending;
    for (Mark const* mark : piece.marks) {
        bool const better = mark->account != 0 && (target->account == 0 || (mark->kind == 0 && target->kind != 0));
        if (better) target = mark;
        if (mark->kind == 0 && mark->span.end == piece.span.end) ending.push_back(mark);
        bool const known =
            std::any_of(kinds.begin(), kinds.end(), [&](Mark const* k) { return k->kind == mark->kind; });
        if (!known) kinds.push_back(mark);
    }
    // With the keyboard one goes from event to event; other values are reached from the cards.
    bool const stop = target->kind == 0 && target->span.begin == piece.span.begin;
    html << Raw{"<a class=\"v"} << account_styles(piece.marks) << Raw{stop ? "\"" : "\" tabindex=\"-1\""}
         << Raw{" href=\"#"} << prefix_;
    if (target->account != 0)
        html << reading_.accounts[target->account - 1].id;
    else
        html << reading_.people[target->person - 1].id;
    html << Raw{"\">"};
    std::size_t level = kinds.size();
    for (Mark const* mark : kinds) {
        SlotWords const& kind = words_.slots[mark->kind];
        html << Raw{"<mark class=\"m m-"} << kind.slot;
        if (--level > 0) html << Raw{" over"} << level;
        html << Raw{"\""};
        bool const begins = mark->span.begin == piece.span.begin;
        if (begins) html << Raw{" id=\""} << id_of(kind.slot, mark->span) << Raw{"\""};
        html << Raw{">"};
        if (begins) html << Raw{"<span class=\"sr\">"} << kind.legend << Raw{": </span>"};
    }
    html << piece.span.of(text_);
    for (std::size_t i = 0; i < kinds.size(); ++i) html << Raw{"</mark>"};
    for (Mark const* mark : ending)
        html << Raw{"<sup class=\"n\" aria-hidden=\"true\">"} << mark->account << Raw{"</sup>"};
    html << Raw{"</a>"};
}

}  // namespace salname
