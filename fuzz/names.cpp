// Any bytes as a pair of names, a tab between: a score from 0 to 1, the same in either order.
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "cli/embedded_packs.h"
#include "linking/name_score.h"
#include "packs/image.h"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    using namespace salname;
    static auto const knowledge = linking::NameKnowledge::from(*name_pack_of(*open_image(embedded_packs())));
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    std::string_view const left = bytes.substr(0, bytes.find('\t'));
    std::string_view const right = left.size() < size ? bytes.substr(left.size() + 1) : std::string_view();
    auto const a = linking::parse_name(*knowledge, left);
    auto const b = linking::parse_name(*knowledge, right);
    double const score = linking::score_names(*knowledge, a, b);
    if (!(score >= 0 && score <= 1)) std::abort();
    (void)linking::explain_names(*knowledge, left, right);
    return 0;
}
