#include "publishing/timeline_svg.h"

#include <algorithm>
#include <vector>

#include "publishing/account_words.h"
#include "publishing/event_group.h"
#include "publishing/html_writer.h"
#include "publishing/timeline.h"
#include "publishing/timeline_words.h"
#include "text/utf8.h"

namespace salname {

namespace {

constexpr int margin = 10;
constexpr int lane_height = 20;
constexpr int bar_zone = 20;
constexpr int tick_zone = 24;
constexpr int strip_width = 158;
constexpr int wide = 500;  // from here on labels tell terms, and undated events stand at the side
constexpr int fade = 56;   // how far a bar of unknown end reaches

// Letters are about half as wide as high; on the safe side, so that labels stay apart in any font.
int text_width(std::string_view text) {
    return static_cast<int>(length_utf8(text) * 67 / 10);
}

struct Label {
    std::string date;
    std::string words;
    int x = 0;
    int end = 0;
    int lane = 0;
};

class TimelineDrawing {
public:
    TimelineDrawing(std::string_view person, Timeline const& timeline, TimelineOptions const& options,
                    Messages const& words)
        : person_(person),
          timeline_(timeline),
          options_(options),
          words_(words),
          width_(std::max(300, options.width)),
          svg_(body_) {}

    std::string draw() {
        if (timeline_.axes.empty() && timeline_.undated.empty()) return {};
        bool const beside = width_ >= wide && !timeline_.axes.empty() && !timeline_.undated.empty();
        int y = 0;
        right_ = beside ? width_ - strip_width - 2 * margin : width_ - margin;
        for (TimelineAxis const& axis : timeline_.axes) y = draw_axis(axis, y);
        if (beside)
            y = std::max(y, draw_undated(width_ - strip_width, 0, y));
        else if (!timeline_.undated.empty())
            y = draw_undated(margin, y, 0);
        return framed(y);
    }

private:
    std::string framed(int height) {
        std::string out;
        HtmlWriter frame(out);
        frame << Raw{"<svg class=\"timeline\""};
        if (options_.use == PictureUse::alone) frame << Raw{" xmlns=\"http://www.w3.org/2000/svg\""};
        frame << Raw{" width=\""} << width_ << Raw{"\" height=\""} << height << Raw{"\" viewBox=\"0 0 "} << width_
              << Raw{" "} << height << Raw{"\" role=\""} << Raw{options_.use == PictureUse::alone ? "img" : "group"}
              << Raw{"\" aria-label=\""} << words_.timeline_of << " " << person_ << Raw{"\"><title>"}
              << words_.timeline_of << " " << person_ << Raw{"</title><desc>"};
        frame << timeline_in_words(timeline_, words_);
        frame << Raw{"</desc>"};
        if (options_.use == PictureUse::alone) frame << Raw{"<style>"} << Raw{timeline_style()} << Raw{"</style>"};
        frame << Raw{body_} << Raw{"</svg>"};
        return out;
    }

    [[nodiscard]] int x_of(TimelineAxis const& axis, std::int32_t day) const {
        auto const along = static_cast<std::int64_t>(end_x_ - margin) * (day - axis.first) / (axis.last - axis.first);
        return margin + static_cast<int>(along);
    }

    // Labels stand right of their marks; the axis ends where the last of them still fits.
    std::vector<Label> lay_labels(TimelineAxis const& axis) {
        std::vector<Label> labels;
        end_x_ = right_;
        for (TimelineEvent const& event : axis.events) {
            Label label;
            label.date = words_of(event.account->date, MonthNames::brief, words_);
            label.words = words_of(event.account->type, words_);
            std::string const term = width_ >= wide ? words_of(event.account->duration, words_) : std::string();
            if (!term.empty()) label.words += ", " + term;
            label.end = 10 + text_width(label.date) + 5 + text_width(label.words);
            std::int64_t const along = event.day - axis.first;
            if (along > 0) {
                std::int64_t const room = std::max(0, right_ - label.end - margin);
                end_x_ =
                    static_cast<int>(std::min<std::int64_t>(end_x_, margin + room * (axis.last - axis.first) / along));
            }
            labels.push_back(std::move(label));
        }
        end_x_ = std::max(end_x_, margin + 60);
        // From the last to the first: an earlier label lies above all that begin before it ends, so that no stem
        // crosses a label.
        for (std::size_t i = labels.size(); i-- > 0;) {
            labels[i].x = x_of(axis, axis.events[i].day);
            labels[i].end += labels[i].x;
            for (std::size_t later = i + 1; later < labels.size(); ++later)
                if (labels[later].x - 8 < labels[i].end)
                    labels[i].lane = std::max(labels[i].lane, labels[later].lane + 1);
        }
        return labels;
    }

    // Gives the height at which the next axis begins.
    int draw_axis(TimelineAxis const& axis, int top) {
        std::vector<Label> const labels = lay_labels(axis);
        int lanes = 0;
        for (Label const& label : labels) lanes = std::max(lanes, label.lane + 1);
        int const base = top + 6 + lanes * lane_height + bar_zone;
        for (Label const& label : labels)
            line(label.x, base - bar_zone - label.lane * lane_height - lane_height / 2, label.x, base, "stem");
        draw_detentions(axis, base);
        line(margin, base, right_, base, "axis");
        for (TimelineEvent const& event : axis.events)
            if (event.last_day > event.day)
                line(x_of(axis, event.day), base, std::min(right_, x_of(axis, event.last_day)), base, "spread");
        draw_ticks(axis, base);
        for (std::size_t i = 0; i < labels.size(); ++i)
            draw_event(*axis.events[i].account, labels[i],
                       base - bar_zone - labels[i].lane * lane_height - lane_height / 2);
        return base + tick_zone;
    }

    void draw_detentions(TimelineAxis const& axis, int base) {
        for (Detention const& one : axis.detentions) {
            int const x = x_of(axis, one.begin);
            bool const open = one.how == DetentionEnd::unknown || one.end > axis.last;
            // What has no end on this axis may run on beyond its last day.
            int end = one.end >= axis.last && open ? right_ : x_of(axis, std::min(one.end, axis.last));
            // Days of an unknown year can't tell how a term of years lies among them.
            bool const brief = one.how == DetentionEnd::unknown || (open && axis.years == AxisYears::unknown);
            if (brief) end = std::min(end, x + fade);
            end = std::max(end, x + 3);
            std::string_view const style =
                one.how == DetentionEnd::released ? "bar" : (one.how == DetentionEnd::term ? "bar term" : "bar open");
            int const solid = open ? x + (end - x) / 3 : end;
            svg_ << Raw{"<g class=\""} << Raw{style} << Raw{"\"><title>"} << detention_in_words(axis, one, words_)
                 << Raw{"</title>"};
            bar(x, solid, base, "");
            // An open end fades in steps: plain shapes print alike everywhere.
            if (open) {
                bar(solid, solid + (end - solid) / 2, base, " class=\"fade1\"");
                bar(solid + (end - solid) / 2, end, base, " class=\"fade2\"");
            }
            svg_ << Raw{"</g>"};
        }
    }

    void bar(int from, int to, int base, std::string_view attributes) {
        if (to <= from) return;
        svg_ << Raw{"<rect x=\""} << from << Raw{"\" y=\""} << base - 13 << Raw{"\" width=\""} << to - from
             << Raw{"\" height=\"9\""} << Raw{attributes} << Raw{"/>"};
    }

    void draw_ticks(TimelineAxis const& axis, int base);

    void draw_event(Account const& account, Label const& label, int y) {
        open_link(account);
        glyph(account, label.x, y);
        svg_ << Raw{"<text x=\""} << label.x + 10 << Raw{"\" y=\""} << y + 4 << Raw{"\">"};
        if (!label.date.empty()) svg_ << Raw{"<tspan class=\"when\">"} << label.date << Raw{"</tspan> "};
        svg_ << label.words << Raw{"</text>"};
        close_link();
    }

    void open_link(Account const& account) {
        if (options_.use == PictureUse::in_page)
            svg_ << Raw{"<a href=\"#"} << options_.link_prefix << account.id << Raw{"\">"};
        else
            svg_ << Raw{"<g>"};
        if (account.modality != Modality::asserted)
            svg_ << Raw{"<title>"} << words_of(account.modality, words_) << Raw{"</title>"};
    }
    void close_link() { svg_ << Raw{options_.use == PictureUse::in_page ? "</a>" : "</g>"}; }

    void glyph(Account const& account, int x, int y) {
        EventGroup const group = group_of(account.type);
        svg_ << Raw{"<path class=\"glyph "} << Raw{style_of(group)}
             << Raw{account.modality == Modality::asserted ? "" : " contested"} << Raw{"\" transform=\"translate("} << x
             << Raw{" "} << y << Raw{")\" d=\""} << Raw{shape_of(group)} << Raw{"\"/>"};
    }

    // A strip of events without a date, row by row; at least `least` high.
    int draw_undated(int left, int top, int least) {
        std::string items;
        std::swap(items, body_);
        int x = left + 14;
        int y = top + 36;
        int const end = left == margin ? width_ - margin : width_;
        for (Account const* account : timeline_.undated) {
            Label label;
            label.words = words_of(account->type, words_);
            int const size = 10 + text_width(label.words) + 16;
            if (x > left + 14 && x + size > end) {
                x = left + 14;
                y += lane_height;
            }
            label.x = x;
            draw_event(*account, label, y);
            x += size;
        }
        std::swap(items, body_);
        int const bottom = std::max(y + 16, least);
        svg_ << Raw{"<rect class=\"undated\" x=\""} << left << Raw{"\" y=\""} << top + 2 << Raw{"\" width=\""}
             << end - left - 1 << Raw{"\" height=\""} << bottom - top - 4 << Raw{"\" rx=\"4\"/>"};
        text(left + 8, top + 18, "caption", "start", words_.date_unknown);
        body_ += items;
        return bottom;
    }

    void line(int x1, int y1, int x2, int y2, std::string_view style) {
        svg_ << Raw{"<line class=\""} << Raw{style} << Raw{"\" x1=\""} << x1 << Raw{"\" y1=\""} << y1 << Raw{"\" x2=\""}
             << x2 << Raw{"\" y2=\""} << y2 << Raw{"\"/>"};
    }

    void text(int x, int y, std::string_view style, std::string_view anchor, std::string_view content) {
        svg_ << Raw{"<text class=\""} << Raw{style} << Raw{"\" text-anchor=\""} << Raw{anchor} << Raw{"\" x=\""} << x
             << Raw{"\" y=\""} << y << Raw{"\">"} << content << Raw{"</text>"};
    }

    std::string_view person_;
    Timeline const& timeline_;
    TimelineOptions const& options_;
    Messages const& words_;
    int width_;
    int right_ = 0;  // where axes end
    int end_x_ = 0;  // where the last day of the axis being drawn stands
    std::string body_;
    HtmlWriter svg_;
};

// Months where there is room, else quarters, years or several years; within few weeks also days.
void TimelineDrawing::draw_ticks(TimelineAxis const& axis, int base) {
    bool const known = axis.years == AxisYears::known;
    int const end = known ? right_ - 30 : right_ - text_width(words_.year_unknown) - 24;
    if (!known) text(right_, base + 17, "caption", "end", words_.year_unknown);
    double const month_width = (end_x_ - margin) * 30.4 / (axis.last - axis.first);
    int months = 1;
    for (int const step : {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200}) {
        months = step;
        if (month_width * step >= 34) break;
    }
    PartialDate at = from_day_number(axis.first);
    if (at.year < 1) return;  // calendars before our era are not ours to draw
    int const index = (at.year * 12 + at.month - 1) / months * months;
    at = {static_cast<std::int16_t>(index / 12), static_cast<std::uint8_t>(index % 12 + 1), 1};
    int free_from = 0;
    bool year_said = false;
    for (int ticks = 0; ticks < 200; ++ticks, at = plus_months(at, months)) {
        auto const day = day_number(at);
        if (!day) break;
        if (*day < axis.first) continue;
        int const x = x_of(axis, *day);
        if (x > right_) break;
        line(x, base, x, base + 4, "axis");
        bool const year_begins = known && (!year_said || at.month == 1);
        std::string label(months >= 12 ? std::string_view() : words_.short_months[at.month - 1U]);
        if (months >= 12) label = words_of(Date{{at.year, 0, 0}, {}}, MonthNames::brief, words_);
        if (months < 12 && year_begins) label += ' ' + words_of(Date{{at.year, 0, 0}, {}}, MonthNames::brief, words_);
        int const half = text_width(label) / 2;
        int const middle = std::max(x, half);
        if (middle - half < free_from || middle + half > end + 20) continue;
        text(middle, base + 17, "tick", "middle", label);
        free_from = middle + half + 6;
        year_said = true;
    }
}

}  // namespace

std::string timeline_svg(std::string_view person, std::span<Account const* const> accounts,
                         TimelineOptions const& options, Messages const& words) {
    return TimelineDrawing(person, timeline_of(accounts), options, words).draw();
}

}  // namespace salname
