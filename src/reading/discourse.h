// What the reader keeps in mind while it goes through a report: who was spoken of, and the parts of the
// sentence at hand. One for each report; stages 5 to 8 share it.
#pragma once

#include <span>
#include <vector>

#include "reading/calendar.h"
#include "reading/clause.h"

namespace salname {

// A phrase of a pack that belongs to a word class, found in the running sentence.
struct Marker {
    TokenRange tokens;
    WordClass word_class;
};

struct SentenceParts {
    std::vector<Nominal> nominals;
    std::vector<Marker> markers;
    bool ready = false;
};

// A frame match with its clause.
struct Trigger {
    FrameMatch match;
    Frame const* frame = nullptr;
    std::uint32_t sentence = 0;
    VerbGroup verb;
    Fillers fillers{};
};

// Read-only input of the later stages.
struct ReportView {
    TokenizedReport const& report;
    Mentions const& mentions;
    People const& people;
    Vocabulary const& packs;
    std::vector<ResolvedDate> const& dates;  // parallel to Mentions::dates
    std::vector<FrameMatch> const& frames;

    [[nodiscard]] bool has(std::uint32_t token, WordClass c) const {
        return packs.words[report.tokens[token].word].classes.has(c);
    }
};

class Discourse {
public:
    explicit Discourse(ReportView const& view);

    [[nodiscard]] ReportView const& view() const { return view_; }

    // Nominals and markers of a sentence, found once.
    [[nodiscard]] SentenceParts const& parts(std::uint32_t sentence);
    [[nodiscard]] Trigger trigger(FrameMatch const& match);

    // Is a word or phrase of this class within the range?
    [[nodiscard]] bool any(std::uint32_t sentence, TokenRange range, WordClass c);

    // Frame matches of a sentence.
    [[nodiscard]] std::span<std::uint32_t const> matches_in(std::uint32_t sentence) const {
        return std::span(matches_).subspan(first_match_[sentence], first_match_[sentence + 1] - first_match_[sentence]);
    }

    // How many of the sentences around (`reach` on each side) speak of courts, police, prisons, lawyers or law.
    [[nodiscard]] std::uint32_t legal_around(std::uint32_t sentence, std::uint32_t reach) const;

    // The last `limit` distinct persons named before `token`, nearest first.
    [[nodiscard]] std::vector<std::uint32_t> recent(std::uint32_t token, std::size_t limit) const;
    // Persons named within [from, to), at most `limit`, in order.
    [[nodiscard]] std::vector<std::uint32_t> named_within(TokenRange range, std::size_t limit) const;
    // The last mention of the person before `token`: its first token, or no_index.
    [[nodiscard]] std::uint32_t last_mention(std::uint32_t person, std::uint32_t token) const;
    [[nodiscard]] std::uint32_t main_person() const { return main_person_; }
    [[nodiscard]] bool in_title(std::uint32_t person) const { return in_title_[person] != 0; }

    // Accounts accepted so far, for "has he been told of before?"
    std::vector<std::uint32_t> accounts_of;  // person → number
    std::uint32_t told_last = no_index;      // person of the last one, the first of a group
    std::uint64_t types_told = 0;            // bit of each EventType accepted
    std::vector<std::uint64_t> types_of;     // person → bits

private:
    ReportView view_;
    std::vector<SentenceParts> parts_;        // by sentence
    std::vector<std::uint32_t> legal_;        // legal sentences before each
    std::vector<std::uint32_t> matches_;      // indices of frames by sentence
    std::vector<std::uint32_t> first_match_;  // sentence → index in matches_
    struct Named {
        std::uint32_t token;
        std::uint32_t person;
    };
    std::vector<Named> named_;  // in text order
    std::vector<std::uint8_t> in_title_;
    std::uint32_t main_person_ = no_index;
};

}  // namespace salname
