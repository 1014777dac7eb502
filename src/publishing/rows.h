// Lists as a table for a terminal, as JSON and as CSV: the same cells in three dresses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace salname {

struct Column {
    std::string_view key;    // in JSON and CSV
    std::string_view title;  // in a table
};

struct Rows {
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> cells;  // each as many as there are columns
};

// Columns share `width`; what does not fit goes on below. Control characters are made harmless.
[[nodiscard]] std::string rows_table(Rows const& rows, std::size_t width);
// An array of objects; empty cells are null.
[[nodiscard]] std::string rows_json(Rows const& rows);
// RFC 4180 with a head line. Cells that a spreadsheet would compute are prefixed with an apostrophe.
[[nodiscard]] std::string rows_csv(Rows const& rows);

// Lines of at most `width` columns, broken at blanks; a word that is longer is cut.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace salname
