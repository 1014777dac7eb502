// A checkpoint says: this log had so many entries, and this root. A signed note (C2SP signed-note and
// tlog-checkpoint) that can be pinned anywhere, mailed, or countersigned by witnesses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "journal/octets.h"
#include "text/result.h"

namespace salname::journal {

class KeyPair;

struct Checkpoint {
    std::string origin;  // name of the log; also the name of its key in notes
    std::uint64_t size = 0;
    Hash root;

    [[nodiscard]] std::string text() const;  // three lines, each ended; what is signed
    bool operator==(Checkpoint const&) const = default;
};

struct NoteSignature {
    std::string name;
    std::string key_id;     // 4 bytes
    std::string signature;  // 64 bytes when it is Ed25519
    bool operator==(NoteSignature const&) const = default;
};

struct SignedCheckpoint {
    Checkpoint checkpoint;
    std::string text;  // as it was signed, with extension lines if there are any
    std::vector<NoteSignature> signatures;
};

// One line of visible characters without '+'. Never begins with '{', so that no note can pass for an entry.
[[nodiscard]] bool is_origin(std::string_view text);

[[nodiscard]] Result<std::string> sign_checkpoint(Checkpoint const& checkpoint, KeyPair const& key);
// The form only; a note of many signatures is parsed whole.
[[nodiscard]] Result<SignedCheckpoint> parse_checkpoint(std::string_view note);
// The checkpoint of a note that carries a right signature of this key under the name of the log.
[[nodiscard]] Result<Checkpoint> open_checkpoint(std::string_view note, PublicKey const& key);

// "origin+5f3a…+AU…": the key as note tools of other makers want it.
[[nodiscard]] std::string verifier_key(std::string_view name, PublicKey const& key);

}  // namespace salname::journal
