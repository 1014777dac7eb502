// Keys of authors: Ed25519 to sign, the X25519 that follows from it to seal. By libsodium.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "journal/octets.h"
#include "text/result.h"

namespace salname::journal {

using Seed = Octets<32, struct SeedTag>;

// A private key and its public half. Wiped from memory when it goes.
class KeyPair {
public:
    // A new one from the system's randomness.
    [[nodiscard]] static Result<KeyPair> generate();
    [[nodiscard]] static Result<KeyPair> from_seed(Seed const& seed);

    KeyPair(KeyPair const&) = default;
    KeyPair& operator=(KeyPair const&) = default;
    ~KeyPair();

    [[nodiscard]] PublicKey const& public_key() const { return public_; }
    [[nodiscard]] Signature sign(std::string_view message) const;
    // Opens what was sealed to the public key; a fault when it is for somebody else or was changed.
    [[nodiscard]] Result<std::string> open(std::string_view sealed) const;
    [[nodiscard]] Seed seed() const;

private:
    KeyPair() = default;
    std::array<std::uint8_t, 64> secret_{};
    PublicKey public_;
};

[[nodiscard]] bool verify(PublicKey const& key, std::string_view message, Signature const& signature);

// Bytes that only the recipient can read; not even the sender can open them again.
[[nodiscard]] Result<std::string> seal(std::string_view bytes, PublicKey const& recipient);

// <config home>/salname/key; an empty config home means <home>/.config, as the XDG rules say.
[[nodiscard]] std::filesystem::path key_path(std::filesystem::path const& config_home,
                                             std::filesystem::path const& home);

// Reads the key file; a file that others may read is a fault.
[[nodiscard]] Result<KeyPair> load_key(std::filesystem::path const& path);
// Writes a new file (0600, its folder 0700); one that is there already is a fault, never overwritten.
[[nodiscard]] Result<void> save_key(KeyPair const& key, std::filesystem::path const& path);
// The key of that file, made on first use.
[[nodiscard]] Result<KeyPair> load_or_create_key(std::filesystem::path const& path);

}  // namespace salname::journal
