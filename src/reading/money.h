// Sums of money in any currency: "500 manats", "AZN 200", "$1.5 million", "30,000 rubles".
#pragma once

#include <string_view>

#include "reading/mention.h"

namespace salname {

// `country`: ISO 3166, settles words that several currencies share ("rubles", "pounds"); may be empty.
void find_money(MentionClaims& claims, std::string_view country);

}  // namespace salname
