#include "journal/hasher.h"

#include <openssl/evp.h>

namespace salname::journal {

struct Hasher::State {
    EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    State() = default;
    State(State const&) = delete;
    State& operator=(State const&) = delete;
    ~State() {
        EVP_MD_CTX_free(context);
        EVP_MD_free(algorithm);
    }
};

Hasher::Hasher() : state_(std::make_unique<State>()) {}
Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

Hash Hasher::sum(std::initializer_list<std::string_view> parts) {
    Hash hash;
    EVP_DigestInit_ex(state_->context, state_->algorithm, nullptr);
    for (auto const part : parts) EVP_DigestUpdate(state_->context, part.data(), part.size());
    EVP_DigestFinal_ex(state_->context, hash.bytes.data(), nullptr);
    return hash;
}

Hash sha256(std::string_view bytes) {
    return Hasher().sum({bytes});
}

}  // namespace salname::journal
