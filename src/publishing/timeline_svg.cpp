#include "publishing/timeline_svg.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "publishing/account_words.h"
#include "publishing/html_writer.h"

namespace salname {

namespace {

constexpr int left = 16;
constexpr int right = 704;
constexpr int lane_height = 20;
constexpr int letter_width = 6;

// A dated account, placed on the axis. Without a year the axis runs through one year.
struct Mark {
    Account const* account = nullptr;
    std::int32_t day = 0;
    std::int32_t last_day = 0;
    bool vague = false;  // only month or year is known
};

bool takes_freedom(EventType type) {
    return type == EventType::detained || type == EventType::arrested || type == EventType::abducted ||
           type == EventType::custody_ordered || type == EventType::custody_extended || type == EventType::sentenced;
}

bool gives_freedom(EventType type) {
    return type == EventType::released || type == EventType::acquitted || type == EventType::pardoned ||
           type == EventType::died;
}

std::optional<Mark> place(Account const& account, bool years) {
    PartialDate begin = account.date.begin;
    if (begin.empty() || (years && begin.year == 0)) return std::nullopt;
    if (begin.year == 0) begin.year = 2000;  // a leap year: every day has its place
    PartialDate end = account.date.is_interval() ? account.date.end : begin;
    if (end.year == 0) end.year = begin.year;
    Mark mark{&account, 0, 0, begin.day == 0};
    if (begin.month == 0) begin.month = 1;
    if (begin.day == 0) begin.day = 1;
    if (end.month == 0) end.month = 12;
    if (end.day == 0) end.day = days_in_month(end.year, end.month);
    auto const first = day_number(begin);
    auto const last = day_number(end);
    if (!first || !last) return std::nullopt;
    mark.day = *first;
    mark.last_day = *last;
    return mark;
}

class TimelineDrawing {
public:
    TimelineDrawing(std::string_view person, std::span<Account const> accounts) : person_(person), html_(out_) {
        years_ = std::any_of(accounts.begin(), accounts.end(), [](Account const& a) { return a.date.begin.year != 0; });
        for (Account const& account : accounts) {
            if (auto const mark = place(account, years_))
                marks_.push_back(*mark);
            else
                undated_.push_back(&account);
        }
        std::stable_sort(marks_.begin(), marks_.end(), [](Mark const& a, Mark const& b) { return a.day < b.day; });
    }

    std::string draw() {
        if (marks_.empty()) return {};
        first_ = marks_.front().day;
        last_ = first_;
        for (Mark const& mark : marks_) last_ = std::max(last_, mark.last_day);
        if (last_ - first_ < 14) last_ = first_ + 14;
        assign_lanes();
        int const axis = 14 + lanes_ * lane_height + 16;
        int const height = axis + 26;
        html_ << Raw{"<svg class=\"timeline\" viewBox=\"0 0 720 "} << static_cast<std::size_t>(height)
              << Raw{"\" role=\"img\" preserveAspectRatio=\"xMinYMin meet\"><title>Timeline of "} << person_
              << Raw{"</title><desc>"};
        for (Mark const& mark : marks_)
            html_ << mark.account->date.edtf() << ": " << words_of(mark.account->type) << ". ";
        html_ << Raw{"</desc>"};
        draw_axis(axis);
        draw_bars(axis);
        for (std::size_t i = 0; i < marks_.size(); ++i) draw_mark(i, axis);
        html_ << Raw{"</svg>"};
        return std::move(out_);
    }

private:
    [[nodiscard]] int x_of(std::int32_t day) const {
        return left +
               static_cast<int>(static_cast<std::int64_t>(right - left) * (day - first_) / std::max(1, last_ - first_));
    }

    // Labels are laid in the lowest lane that is free at their place.
    void assign_lanes() {
        std::vector<int> ends;
        for (Mark const& mark : marks_) {
            int const label = 14 + static_cast<int>(words_of(mark.account->type).size()) * letter_width;
            int begin = x_of(mark.day);
            bool const flipped = begin + label > right;
            if (flipped) begin -= label;
            std::size_t lane = 0;
            while (lane < ends.size() && ends[lane] > begin) ++lane;
            if (lane == ends.size()) ends.push_back(0);
            ends[lane] = begin + label + 6;
            lane_.push_back(static_cast<int>(lane));
            flipped_.push_back(flipped);
        }
        lanes_ = static_cast<int>(ends.size());
    }

    void number(int value) { out_ += std::to_string(value); }

    void line(int x1, int y1, int x2, int y2, std::string_view css) {
        out_ += "<line x1=\"";
        number(x1);
        out_ += "\" y1=\"";
        number(y1);
        out_ += "\" x2=\"";
        number(x2);
        out_ += "\" y2=\"";
        number(y2);
        out_ += "\" class=\"";
        out_ += css;
        out_ += "\"/>";
    }

    void text(int x, int y, std::string_view css, std::string_view anchor, std::string_view words) {
        out_ += "<text x=\"";
        number(x);
        out_ += "\" y=\"";
        number(y);
        out_ += "\" class=\"";
        out_ += css;
        out_ += "\" text-anchor=\"";
        out_ += anchor;
        out_ += "\">";
        html_ << words;
        out_ += "</text>";
    }

    void draw_axis(int y) {
        line(left, y, right, y, "axis");
        bool const months = last_ - first_ <= 800;
        PartialDate at = from_day_number(first_);
        at = {at.year, static_cast<std::uint8_t>(months ? at.month : 1), 1};
        int last_label = -100;
        for (int ticks = 0; ticks < 400; ++ticks) {
            auto const day = day_number(at);
            if (!day || *day > last_) break;
            if (*day >= first_) {
                int const x = x_of(*day);
                line(x, y, x, y + 4, "axis");
                std::string label =
                    months ? Date{{static_cast<std::int16_t>(years_ ? at.year : 0), at.month, 0}, {}}.edtf()
                           : std::to_string(at.year);
                if (x - last_label > 56 && x < right - 24) {
                    text(x, y + 17, "tick", "middle", label);
                    last_label = x;
                }
            }
            at = plus_months(at, months ? 1 : 12);
        }
        if (last_label < 0)
            text(left, y + 17, "tick", "start",
                 years_ ? from_day_number(first_).year > 0 ? Date{from_day_number(first_), {}}.edtf() : ""
                        : "year unknown");
        if (!years_) text(right, y + 17, "tick", "end", "year not told");
    }

    // From loss of freedom to release, or to the end of a term counted in days; open when neither is told.
    void draw_bars(int y) {
        std::int32_t covered = first_ - 1;
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            Account const& account = *marks_[i].account;
            if (!takes_freedom(account.type) || account.modality == Modality::planned ||
                account.modality == Modality::denied)
                continue;
            if (account.type == EventType::sentenced && account.duration.empty()) continue;
            std::int32_t end = last_;
            bool open = true;
            for (std::size_t j = i + 1; j < marks_.size(); ++j)
                if (gives_freedom(marks_[j].account->type)) {
                    end = marks_[j].day;
                    open = false;
                    break;
                }
            Duration const& d = account.duration;
            if (open && d.years == 0 && d.months == 0 && d.days != 0 &&
                marks_[i].day + static_cast<std::int32_t>(d.days) <= last_) {
                end = marks_[i].day + static_cast<std::int32_t>(d.days);
                open = false;
            }
            std::int32_t const begin = std::max(marks_[i].day, covered);
            if (end <= begin) continue;
            covered = end;
            out_ += "<rect x=\"";
            number(x_of(begin));
            out_ += "\" y=\"";
            number(y - 9);
            out_ += "\" width=\"";
            number(std::max(2, x_of(end) - x_of(begin)));
            out_ += open ? "\" height=\"7\" class=\"bar open\"/>" : "\" height=\"7\" class=\"bar\"/>";
        }
    }

    void draw_mark(std::size_t i, int axis) {
        Mark const& mark = marks_[i];
        int const x = x_of(mark.day);
        int const y = 14 + lane_[i] * lane_height;
        line(x, y, x, axis, "stem");
        if (mark.last_day > mark.day) line(x, axis, x_of(mark.last_day), axis, "spread");
        out_ += "<a href=\"#";
        html_ << mark.account->id;
        out_ += "\">";
        draw_shape(mark.account->type, x, y);
        text(flipped_[i] ? x - 8 : x + 8, y + 4, "label", flipped_[i] ? "end" : "start", words_of(mark.account->type));
        out_ += "</a>";
    }

    // The shape tells the kind as well as the colour does: square loss of freedom, ring freedom, dot the rest.
    void draw_shape(EventType type, int x, int y) {
        if (takes_freedom(type)) {
            out_ += "<rect class=\"taken\" x=\"";
            number(x - 4);
            out_ += "\" y=\"";
            number(y - 4);
            out_ += "\" width=\"8\" height=\"8\"/>";
            return;
        }
        out_ += gives_freedom(type) ? "<circle class=\"freed\" cx=\"" : "<circle class=\"other\" cx=\"";
        number(x);
        out_ += "\" cy=\"";
        number(y);
        out_ += "\" r=\"4\"/>";
    }

    std::string_view person_;
    std::string out_;
    HtmlWriter html_;
    std::vector<Mark> marks_;
    std::vector<Account const*> undated_;
    std::vector<int> lane_;
    std::vector<bool> flipped_;
    int lanes_ = 1;
    bool years_ = false;
    std::int32_t first_ = 0;
    std::int32_t last_ = 0;
};

}  // namespace

std::string timeline_svg(std::string_view person, std::span<Account const> accounts) {
    return TimelineDrawing(person, accounts).draw();
}

}  // namespace salname
