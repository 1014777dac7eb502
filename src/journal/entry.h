// One entry of the journal: who says what, when, after what. docs/formats/journal.md has the format.
//
// The id is the SHA-256 of the entry's canonical JSON with its signature; the signature is Ed25519 over the
// canonical JSON without the member `signature`. Since `prev` holds the id of the author's former entry, a
// signature vouches for everything that the author wrote before: of many entries appended together only the
// last needs one, the others carry `"signature":null`.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/octets.h"
#include "text/result.h"

namespace salname::journal {

class Hasher;
class KeyPair;

struct Entry {
    PublicKey author;
    std::uint64_t seq = 1;               // 1, 2, 3 … per author
    std::string time;                    // RFC 3339, UTC, whole seconds: 2026-11-25T17:47:02Z; compares as text
    std::string kind;                    // a lower-case word: archive, author, report, reading, decision, undo …
    std::string body = "{}";             // a JSON object in canonical form; the journal does not interpret it
    std::optional<Hash> prev;            // id of the author's former entry, none for the first
    std::optional<Signature> signature;  // none only when a later entry of the author vouches for it

    [[nodiscard]] std::string unsigned_text() const;  // what is signed
    [[nodiscard]] std::string text() const;           // canonical JSON, what is stored and hashed
    [[nodiscard]] Hash id() const;
    bool operator==(Entry const&) const = default;
};

// Checks the shape: canonical form, exactly the seven members, each of its type. Not the signature.
[[nodiscard]] Result<Entry> parse_entry(std::string_view canonical_text);

// The newest entry of an author: what the next one follows.
struct Head {
    PublicKey author;
    std::uint64_t seq = 0;
    Hash id;
    std::string time;
    bool operator==(Head const&) const = default;
};

// What somebody wants to say; becomes an entry when it is signed. The body is any JSON object.
struct Draft {
    std::string time;
    std::string kind;
    std::string body;
};

enum class Signing { last, each };  // of a batch; `each` when the entries may travel one by one

// Drafts → entries that follow `head` (none: the author's first) in order, signed. A draft whose time lies
// before the one that it follows is a fault: the clock was set back, and the journal never invents a time.
[[nodiscard]] Result<std::vector<Entry>> sign(KeyPair const& author, std::optional<Head> const& head,
                                              std::span<Draft const> drafts, Signing signing = Signing::last);

// A signature that is there and right.
[[nodiscard]] bool signature_holds(Entry const& entry);

// Whether `entry` may follow `former` (none: be the first): author, seq, prev, time. Says what is wrong.
[[nodiscard]] Result<void> check_follows(Entry const& entry, Head const* former);

// "2026-11-25T17:47:02Z" and nothing else; the day must exist.
[[nodiscard]] bool is_time(std::string_view text);

}  // namespace salname::journal
