// What a store checks before it takes entries; the same whatever holds the archive.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "journal/entry.h"
#include "journal/octets.h"
#include "journal/store.h"
#include "text/result.h"

namespace salname::journal {

// What admission asks of the archive; answers hold until the transaction ends.
class Admitted {
public:
    virtual ~Admitted() = default;
    // The entry of this id as something that another can follow.
    [[nodiscard]] virtual Result<std::optional<Head>> head_of(Hash const& id) = 0;
    [[nodiscard]] virtual Result<bool> has_seq(PublicKey const& author, std::uint64_t seq) = 0;
};

struct AdmittedEntry {
    Hash id;
    std::string text;
};

// Checks shape, id, signature, chain, time and forks of each entry against the archive and those before it in
// the batch, and that each new entry is vouched for by a signature. Gives what is to be stored, in order.
[[nodiscard]] Result<std::vector<AdmittedEntry>> admit(std::span<Entry const> entries, Forks forks, Admitted& archive);

}  // namespace salname::journal
