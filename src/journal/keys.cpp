#include "journal/keys.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace salname::journal {
namespace {

constexpr std::string_view heading = "salname private key 1\n";

unsigned char const* octets(std::string_view bytes) {
    return reinterpret_cast<unsigned char const*>(bytes.data());
}
unsigned char* octets(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

tl::unexpected<Fault> system_fault(FaultKind kind, std::filesystem::path const& path, std::string const& what) {
    return fault(kind, what + ": " + std::generic_category().message(errno), {path.string()});
}

// Closes what it holds.
struct File {
    int descriptor = -1;
    explicit File(int opened) : descriptor(opened) {}
    File(File const&) = delete;
    File& operator=(File const&) = delete;
    ~File() {
        if (descriptor >= 0) close(descriptor);
    }
};

}  // namespace

Result<KeyPair> KeyPair::generate() {
    if (sodium_init() < 0) return fault(FaultKind::unreadable, "the system gives no randomness");
    Seed seed;
    randombytes_buf(seed.bytes.data(), seed.bytes.size());
    auto made = from_seed(seed);
    sodium_memzero(seed.bytes.data(), seed.bytes.size());
    return made;
}

Result<KeyPair> KeyPair::from_seed(Seed const& seed) {
    if (sodium_init() < 0) return fault(FaultKind::unreadable, "libsodium does not start");
    KeyPair key;
    crypto_sign_seed_keypair(key.public_.bytes.data(), key.secret_.data(), seed.bytes.data());
    return key;
}

KeyPair::~KeyPair() {
    sodium_memzero(secret_.data(), secret_.size());
}

Signature KeyPair::sign(std::string_view message) const {
    Signature signature;
    crypto_sign_detached(signature.bytes.data(), nullptr, octets(message), message.size(), secret_.data());
    return signature;
}

Seed KeyPair::seed() const {
    Seed seed;
    crypto_sign_ed25519_sk_to_seed(seed.bytes.data(), secret_.data());
    return seed;
}

Result<std::string> KeyPair::open(std::string_view sealed) const {
    if (sealed.size() < crypto_box_SEALBYTES) return fault(FaultKind::malformed, "too short to be sealed bytes");
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> box_public{};
    std::array<unsigned char, crypto_box_SECRETKEYBYTES> box_secret{};
    if (crypto_sign_ed25519_pk_to_curve25519(box_public.data(), public_.bytes.data()) != 0)
        return fault(FaultKind::invalid, "this key cannot open sealed bytes");
    crypto_sign_ed25519_sk_to_curve25519(box_secret.data(), secret_.data());
    std::string bytes(sealed.size() - crypto_box_SEALBYTES, '\0');
    int const status =
        crypto_box_seal_open(octets(bytes), octets(sealed), sealed.size(), box_public.data(), box_secret.data());
    sodium_memzero(box_secret.data(), box_secret.size());
    if (status != 0) return fault(FaultKind::invalid, "sealed to another key, or changed since");
    return bytes;
}

bool verify(PublicKey const& key, std::string_view message, Signature const& signature) {
    return crypto_sign_verify_detached(signature.bytes.data(), octets(message), message.size(), key.bytes.data()) == 0;
}

Result<std::string> seal(std::string_view bytes, PublicKey const& recipient) {
    if (sodium_init() < 0) return fault(FaultKind::unreadable, "the system gives no randomness");
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> box_public{};
    if (crypto_sign_ed25519_pk_to_curve25519(box_public.data(), recipient.bytes.data()) != 0)
        return fault(FaultKind::invalid, "not a public key: " + recipient.hex());
    std::string sealed(bytes.size() + crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal(octets(sealed), octets(bytes), bytes.size(), box_public.data()) != 0)
        return fault(FaultKind::invalid, "the bytes cannot be sealed to " + recipient.hex());
    return sealed;
}

std::filesystem::path key_path(std::filesystem::path const& config_home, std::filesystem::path const& home) {
    return (config_home.empty() ? home / ".config" : config_home) / "salname" / "key";
}

Result<KeyPair> load_key(std::filesystem::path const& path) {
    File const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.descriptor < 0)
        return system_fault(errno == ENOENT ? FaultKind::not_found : FaultKind::unreadable, path,
                            "the private key cannot be opened");
    struct stat about{};
    if (fstat(file.descriptor, &about) != 0)
        return system_fault(FaultKind::unreadable, path, "the private key cannot be read");
    if ((about.st_mode & 077U) != 0)
        return fault(FaultKind::invalid,
                     "others can read this private key; run chmod 600 on it, and make a new key if it was seen",
                     {path.string()});
    std::array<char, heading.size() + 66> buffer{};
    ssize_t const size = read(file.descriptor, buffer.data(), buffer.size());
    if (size < 0) return system_fault(FaultKind::unreadable, path, "the private key cannot be read");
    std::string_view const text(buffer.data(), static_cast<std::size_t>(size));
    std::optional<Seed> seed;
    if (text.size() == heading.size() + 65 && text.starts_with(heading) && text.ends_with('\n'))
        seed = Seed::from_hex(text.substr(heading.size(), 64));
    sodium_memzero(buffer.data(), buffer.size());
    if (!seed)
        return fault(FaultKind::malformed,
                     "not a private key of Salname: two lines are expected, 'salname private key 1' and 64 "
                     "hexadecimal digits; restore it from a copy",
                     {path.string()});
    return KeyPair::from_seed(*seed);
}

Result<void> save_key(KeyPair const& key, std::filesystem::path const& path) {
    std::error_code error;
    auto const folder = path.parent_path();
    if (!folder.empty() && !std::filesystem::exists(folder, error)) {
        std::filesystem::create_directories(folder, error);
        if (!error) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
        if (error)
            return fault(FaultKind::unreadable, "the folder for the key cannot be made: " + error.message(),
                         {folder.string()});
    }
    File const file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.descriptor < 0) return system_fault(FaultKind::unreadable, path, "the private key cannot be written");
    std::string const text = std::string(heading) + key.seed().hex() + '\n';
    ssize_t const written = write(file.descriptor, text.data(), text.size());
    if (written != static_cast<ssize_t>(text.size()) || fsync(file.descriptor) != 0) {
        auto failed = system_fault(FaultKind::unreadable, path, "the private key cannot be written");
        unlink(path.c_str());  // half a key would stand in the way of a whole one
        return failed;
    }
    return {};
}

Result<KeyPair> load_or_create_key(std::filesystem::path const& path) {
    auto loaded = load_key(path);
    if (loaded || loaded.error().kind != FaultKind::not_found) return loaded;
    auto made = KeyPair::generate();
    if (!made) return made;
    if (auto const saved = save_key(*made, path); !saved) return tl::unexpected<Fault>(saved.error());
    return made;
}

}  // namespace salname::journal
