// SHA-256 in binary, many times over: the algorithm is looked up once, the state is used again.
#pragma once

#include <initializer_list>
#include <memory>
#include <string_view>

#include "journal/octets.h"

namespace salname::journal {

// Not for two threads at once; each has its own.
class Hasher {
public:
    Hasher();
    ~Hasher();
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;

    // SHA-256 of the parts, one after the other.
    [[nodiscard]] Hash sum(std::initializer_list<std::string_view> parts);

private:
    struct State;
    std::unique_ptr<State> state_;
};

[[nodiscard]] Hash sha256(std::string_view bytes);

}  // namespace salname::journal
