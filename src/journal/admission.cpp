#include "journal/admission.h"

#include <unordered_map>
#include <unordered_set>

#include "journal/hasher.h"

namespace salname::journal {
namespace {

struct SeqOfAuthor {
    PublicKey author;
    std::uint64_t seq = 0;
    bool operator==(SeqOfAuthor const&) const = default;
};
struct SeqHash {
    std::size_t operator()(SeqOfAuthor const& value) const {
        return OctetsHash()(value.author) ^ static_cast<std::size_t>(value.seq * 0x9E3779B97F4A7C15ULL);
    }
};

std::string name_of(Entry const& entry) {
    return "entry " + std::to_string(entry.seq) + " of author " + entry.author.hex().substr(0, 16);
}

class Admission {
public:
    Admission(std::span<Entry const> entries, Forks forks, Admitted& archive)
        : entries_(entries), forks_(forks), archive_(archive) {}

    Result<std::vector<AdmittedEntry>> run() {
        admitted_.reserve(entries_.size());
        for (auto const& entry : entries_)
            if (auto const taken = take(entry); !taken) return tl::unexpected<Fault>(taken.error());
        if (auto const vouched = check_vouched(); !vouched) return tl::unexpected<Fault>(vouched.error());
        return std::move(admitted_);
    }

private:
    Result<void> take(Entry const& entry) {
        std::string text = entry.text();
        auto const parsed = parse_entry(text);  // a body or kind put together by hand may break the form
        if (!parsed) return tl::unexpected<Fault>(parsed.error());
        Hash const id = hasher_.sum({text});
        if (by_id_.contains(id)) return fault(FaultKind::invalid, name_of(entry) + " comes twice");
        auto const known = archive_.head_of(id);
        if (!known) return tl::unexpected<Fault>(known.error());
        if (*known) return fault(FaultKind::invalid, name_of(entry) + " is in the archive already");
        if (auto const follows = check_chain(entry); !follows) return follows;
        if (entry.signature && !signature_holds(entry))
            return fault(FaultKind::invalid, name_of(entry) +
                                                 ": its signature is wrong; it was changed, or another key "
                                                 "signed it");
        by_id_.emplace(id, admitted_.size());
        admitted_.push_back({id, std::move(text)});
        return {};
    }

    Result<void> check_chain(Entry const& entry) {
        std::optional<Head> former;
        if (entry.prev) {
            if (auto const found = by_id_.find(*entry.prev); found != by_id_.end()) {
                auto const& before = entries_[found->second];
                former = Head{before.author, before.seq, *entry.prev, before.time};
            } else {
                auto const stored = archive_.head_of(*entry.prev);
                if (!stored) return tl::unexpected<Fault>(stored.error());
                former = *stored;
            }
        }
        if (auto const follows = check_follows(entry, former ? &*former : nullptr); !follows) return follows;
        bool const new_here = seqs_.insert({entry.author, entry.seq}).second;
        if (forks_ == Forks::keep) return {};
        auto const taken = archive_.has_seq(entry.author, entry.seq);
        if (!taken) return tl::unexpected<Fault>(taken.error());
        if (new_here && !*taken) return {};
        return fault(FaultKind::invalid,
                     name_of(entry) +
                         ": the author has another entry of that number; the key is used in two places, or "
                         "somebody else appended meanwhile: take the newest head and sign again");
    }

    // A signature vouches for what its entry follows, so from the last to the first.
    Result<void> check_vouched() {
        std::vector<bool> vouched(entries_.size());
        for (std::size_t i = entries_.size(); i-- > 0;) {
            if (!entries_[i].signature && !vouched[i])
                return fault(FaultKind::invalid,
                             name_of(entries_[i]) + " is not signed, and no signed entry follows it");
            if (!entries_[i].prev) continue;
            if (auto const before = by_id_.find(*entries_[i].prev); before != by_id_.end())
                vouched[before->second] = true;
        }
        return {};
    }

    std::span<Entry const> entries_;
    Forks forks_;
    Admitted& archive_;
    Hasher hasher_;
    std::vector<AdmittedEntry> admitted_;
    std::unordered_map<Hash, std::size_t, OctetsHash> by_id_;
    std::unordered_set<SeqOfAuthor, SeqHash> seqs_;
};

}  // namespace

Result<std::vector<AdmittedEntry>> admit(std::span<Entry const> entries, Forks forks, Admitted& archive) {
    return Admission(entries, forks, archive).run();
}

}  // namespace salname::journal
