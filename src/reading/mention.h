// Mentions: the fixed forms of a report (dates, sums, names, provisions …), each with its value and rule.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/quantity.h"
#include "model/reading.h"
#include "packs/mention_kind.h"
#include "reading/date_expression.h"
#include "reading/token.h"

namespace salname {

inline constexpr std::uint32_t no_index = 0xFFFFFFFF;

struct Mention {
    TokenRange tokens;
    MentionKind kind = MentionKind::person;
    std::uint32_t value = no_index;  // index into the Mentions array of its kind; count: the number itself
    std::uint32_t entry = no_index;  // pack entry that gave it
    std::string_view rule;           // lives as long as the packs or the program
};

// All mentions of a report, in the order of their first token, never overlapping.
struct Mentions {
    std::vector<Mention> all;
    std::vector<std::uint32_t> at;  // token → number of the mention that covers it, or no_index
    std::vector<DateExpression> dates;
    std::vector<Duration> durations;
    std::vector<Money> money;
    std::vector<ProvisionCited> provisions;
    std::vector<std::string> citations;  // normalised

    [[nodiscard]] Mention const* covering(std::uint32_t token) const {
        return token < at.size() && at[token] != no_index ? &all[at[token]] : nullptr;
    }
};

// What the finders of mentions share: the report, the packs, and which tokens are taken already.
// Finders run in claim order; each adds mentions only over free tokens.
class MentionClaims {
public:
    MentionClaims(TokenizedReport const& report, Vocabulary const& packs, Mentions& mentions)
        : report_(report), packs_(packs), mentions_(mentions), taken_(report.tokens.size(), 0) {}

    [[nodiscard]] TokenizedReport const& report() const { return report_; }
    [[nodiscard]] Vocabulary const& packs() const { return packs_; }
    [[nodiscard]] Mentions& mentions() { return mentions_; }
    [[nodiscard]] bool free(std::uint32_t token) const { return taken_[token] == 0; }
    [[nodiscard]] bool free(TokenRange range) const {
        for (std::uint32_t t = range.first; t < range.last; ++t)
            if (taken_[t] != 0) return false;
        return true;
    }
    [[nodiscard]] bool has(std::uint32_t token, WordClass word_class) const {
        return token < report_.tokens.size() && packs_.words[report_.tokens[token].word].classes.has(word_class);
    }
    void claim(Mention const& mention) {
        for (std::uint32_t t = mention.tokens.first; t < mention.tokens.last; ++t) taken_[t] = 1;
        mentions_.all.push_back(mention);
    }
    // Sorts the mentions and fills `at`. Call once, after the last finder.
    void settle();

private:
    TokenizedReport const& report_;
    Vocabulary const& packs_;
    Mentions& mentions_;
    std::vector<std::uint8_t> taken_;
};

}  // namespace salname
