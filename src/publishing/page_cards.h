// The cards of a page: one an account, with every value, how the report stands to it, and why it was read so.
#pragma once

#include <string>
#include <string_view>

#include "model/reading.h"
#include "publishing/event_group.h"
#include "publishing/marked_text.h"
#include "publishing/messages.h"

namespace salname {

struct CardPlace {
    std::string_view text;  // of the document
    Reading const& reading;
    MarkedText const& marked;
    std::string_view prefix;  // of ids of this report
};

// `number`: of the account in its report, from 1.
void append_card(std::string& out, Account const& account, std::size_t number, CardPlace const& place,
                 Messages const& words);

// The shape of a group as a small picture; decoration only, words say the same.
void append_icon(std::string& out, EventGroup group, Modality modality);

}  // namespace salname
