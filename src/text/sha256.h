// SHA-256 (FIPS 180-4) by OpenSSL, in hexadecimal.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace salname {

class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 const&) = delete;
    Sha256& operator=(Sha256 const&) = delete;

    void update(std::string_view bytes);
    [[nodiscard]] std::string hex();  // ends the sum; call once

private:
    struct State;
    std::unique_ptr<State> state_;
};

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace salname
