// Provisions of law as reports cite them: "Article 388-1.1 of the CAO", "Section 505A", "Art. 207.3, part 2".
#pragma once

#include "reading/mention.h"

namespace salname {

void find_provisions(MentionClaims& claims);

// Case law: "Okçuoğlu v. Turkey, No. 24246/94, 8.7.1999, para. 43", "[GC], no. 21980/93, ECHR 1999-III".
void find_citations(MentionClaims& claims);

}  // namespace salname
