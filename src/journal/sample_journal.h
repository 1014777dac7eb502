// Keys and entries for tests: the same in every run.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "journal/entry.h"
#include "journal/keys.h"

namespace salname::journal {

inline KeyPair sample_key(std::uint8_t number) {
    Seed seed;
    seed.bytes.fill(number);
    return *KeyPair::from_seed(seed);
}

// One second after the other from 2026-01-01T00:00:00Z.
inline std::string sample_time(std::size_t second) {
    char text[40];
    std::snprintf(text, sizeof text, "2026-01-%02zuT%02zu:%02zu:%02zuZ", 1 + second / 86400 % 31, second / 3600 % 24,
                  second / 60 % 60, second % 60);
    return text;
}

inline std::vector<Draft> sample_drafts(std::size_t count, std::size_t from = 0) {
    std::vector<Draft> drafts;
    for (std::size_t i = from; i < from + count; ++i)
        drafts.push_back({sample_time(i), "note", "{\"n\":" + std::to_string(i) + "}"});
    return drafts;
}

inline std::vector<Entry> sample_entries(KeyPair const& key, std::optional<Head> const& head, std::size_t count,
                                         Signing signing = Signing::last) {
    return sign(key, head, sample_drafts(count, head ? head->seq : 0), signing).value();
}

inline Head head_after(std::vector<Entry> const& entries) {
    auto const& last = entries.back();
    return {last.author, last.seq, last.id(), last.time};
}

}  // namespace salname::journal
