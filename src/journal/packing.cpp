#include "journal/packing.h"

#include <zlib.h>

namespace salname::journal {

Packed pack(std::string_view bytes) {
    uLongf size = compressBound(bytes.size());
    std::string packed(size, '\0');
    int const status = compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                                 reinterpret_cast<Bytef const*>(bytes.data()), bytes.size(), 6);
    if (status != Z_OK || size >= bytes.size()) return {"raw", std::string(bytes)};
    packed.resize(size);
    return {"zlib", std::move(packed)};
}

Result<std::string> unpack(std::string_view packing, std::string_view bytes, std::uint64_t size) {
    if (size > largest_original) return fault(FaultKind::unsupported, "an original of more than 512 MiB");
    if (packing == "raw") {
        if (bytes.size() != size) return fault(FaultKind::malformed, "the original has another size than was stored");
        return std::string(bytes);
    }
    if (packing != "zlib")
        return fault(FaultKind::unsupported,
                     "packed as '" + std::string(packing) + "', which this version cannot read");
    // zlib packs at most about 1030 to 1: a claim beyond that is refused before room is made for it.
    if (size / 1100 > bytes.size()) return fault(FaultKind::malformed, "the original is cut short");
    std::string original(size, '\0');
    uLongf got = size;
    int const status = uncompress(reinterpret_cast<Bytef*>(original.data()), &got,
                                  reinterpret_cast<Bytef const*>(bytes.data()), bytes.size());
    if (status != Z_OK || got != size) return fault(FaultKind::malformed, "the packed original is damaged");
    return original;
}

}  // namespace salname::journal
