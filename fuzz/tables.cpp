// Any bytes as rows of the chronicle's tables: an archive may come from anywhere. What is taken is written the same
// again.
#include <cstdlib>
#include <string_view>

#include "chronicle/review.h"
#include "chronicle/summary.h"
#include "chronicle/table_rows.h"
#include "chronicle/table_update.h"

namespace {

using namespace salname::chronicle;

template <typename Row>
void try_row(std::string_view bytes) {
    Row row;
    if (!parse_row(bytes, row)) return;
    std::string const text = print_row(row);
    Row again;
    if (!parse_row(text, again) || print_row(again) != text) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    try_row<ReportRow>(bytes);
    try_row<FormRow>(bytes);
    try_row<ComponentRow>(bytes);
    try_row<std::vector<std::string>>(bytes);
    try_row<std::vector<std::uint64_t>>(bytes);
    (void)parse_state(bytes);
    (void)parse_question(bytes);
    (void)parse_conflict_summary(bytes);
    (void)parse_person_summary(bytes);
    if (auto const summary = parse_case_summary(bytes))
        if (!parse_case_summary(text_of(*summary))) std::abort();
    return 0;
}
