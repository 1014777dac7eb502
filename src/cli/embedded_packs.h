// The image of packs that was linked into the program.
#pragma once

#include <cstddef>
#include <span>

namespace salname {

[[nodiscard]] std::span<std::byte const> embedded_packs();

}  // namespace salname
