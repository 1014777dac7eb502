// The timeline of one person as a picture: events on an axis of days, detention as bars. SVG, so that the
// same picture goes into page, static site and PDF.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/reading.h"
#include "publishing/messages.h"

namespace salname {

enum class PictureUse : std::uint8_t {
    in_page,  // the page brings style and names the picture's targets
    alone,    // a file of its own: with name space and style, without links
};

struct TimelineOptions {
    int width = 640;  // of the picture, at least 300; letters keep their size
    PictureUse use = PictureUse::in_page;
    std::string_view link_prefix;  // "r1-": an event links to "#r1-a3"
};

// Accounts of one person. Days without a year stand on an axis of their own that says so; accounts without a
// date stand beside the axes and are said to have none. Empty when there is nothing to draw.
[[nodiscard]] std::string timeline_svg(std::string_view person, std::span<Account const* const> accounts,
                                       TimelineOptions const& options, Messages const& words = english);

// Colours and lines of the picture; `:root` variables of the page may override the colours.
[[nodiscard]] std::string_view timeline_style();

}  // namespace salname
