// The chronicle's tables: what lists and pages ask of a large archive, kept in its cache and brought up to date entry
// by entry, so that nobody waits for the whole journal to be read.
//
// The tables say exactly what compute() says of all entries; throwing them away and making them again gives the same
// bytes. Entries that come in another order than that of their time (from a bundle, or after the clock was set back)
// make everything be computed again.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "chronicle/review.h"
#include "chronicle/summary.h"
#include "chronicle/table_rows.h"
#include "journal/store.h"

namespace salname::chronicle {

class Tables {
public:
    using Progress = std::function<void(std::size_t done, std::size_t all)>;

    // `fingerprint`: of what the knowledge was made from; another one makes everything be computed again.
    Tables(journal::Store& store, Knowledge knowledge, std::string fingerprint);

    // Whether every entry of the journal is in the tables.
    [[nodiscard]] Result<bool> current();
    // Takes in what is not. Another process that does the same at the same time is waited out.
    [[nodiscard]] Result<void> update(Progress const& progress = {});

    [[nodiscard]] Result<std::vector<CaseSummary>> cases();
    [[nodiscard]] Result<std::vector<PersonSummary>> people();
    [[nodiscard]] Result<std::vector<ConflictSummary>> conflicts();
    // Best first, as review_queue ranks them.
    [[nodiscard]] Result<std::vector<OpenQuestion>> questions();
    [[nodiscard]] Result<std::vector<HiddenName>> hidden();

    // Components of the case, person or event whose id begins so; empty: there is none.
    [[nodiscard]] Result<std::vector<std::string>> components_of(std::string_view id);
    // Of the original, whoever it names.
    [[nodiscard]] Result<std::vector<std::string>> components_in(std::string const& original);
    // The chronicle around these components. Of people beside theirs it holds only what the same reports say.
    [[nodiscard]] Result<Chronicle> around(std::span<std::string const> components);

    [[nodiscard]] Result<bool> has(std::string const& original);
    // Whether an entry says already which program and packs go by this hash.
    [[nodiscard]] Result<bool> has_reader(std::string const& hash);
    // The newest original at an address; empty when there is none.
    [[nodiscard]] Result<std::string> newest_at(std::string const& address);

private:
    template <typename Summary>
    [[nodiscard]] Result<std::vector<Summary>> summaries(std::string_view table,
                                                         std::optional<Summary> (*parse)(std::string_view text));
    [[nodiscard]] Result<void> scan(std::string_view table, std::function<bool(std::string_view)> const& visit);

    journal::Store& store_;
    Knowledge knowledge_;
    std::string fingerprint_;
};

}  // namespace salname::chronicle
