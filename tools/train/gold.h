// Gold annotations of reports, as far as training needs them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/event_type.h"
#include "text/span.h"

namespace salname::train {

struct GoldEvent {
    EventType type = EventType::posted;
    std::string person;
    std::uint32_t count = 0;
    std::string date, duration, authority, place, source, platform, target, currency, modality;
    double amount = 0;
    std::vector<std::string> charges, articles, alt_dates;
    Span anchor;
    bool optional = false;
};

struct GoldReport {
    std::string name;  // "en-001"
    std::string text;
    std::string published;
    std::string country;
    std::vector<std::vector<std::string>> people;  // name and aliases of each
    std::vector<GoldEvent> events;
    double weight = 1;  // real reports count more than invented ones
};

// Reports of `folder` whose names begin with `prefix` and whose number does not divide by 3. With HOLD_OUT=1/4 in
// the environment one part is left out, and `test` gives that part.
[[nodiscard]] std::vector<GoldReport> load_gold(std::string const& folder, std::string const& prefix,
                                                bool test = false);

// All annotations of a folder.
[[nodiscard]] std::vector<GoldReport> load_folder(std::string const& folder);

// One annotation; its text lies beside it.
[[nodiscard]] GoldReport load_gold_file(std::string const& file);

// The first half of a text that tells of no case: whatever is found in it is wrong.
[[nodiscard]] GoldReport load_prose(std::string const& file);

// Types that score as one.
[[nodiscard]] EventType joined(EventType type);
[[nodiscard]] bool same_person(std::string const& gold, std::string const& name);
[[nodiscard]] bool words_overlap(std::string const& a, std::string const& b);

}  // namespace salname::train
