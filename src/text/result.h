// Results and faults: how everything that input, packs or users can get wrong is reported.
//
// A Fault owns its text (never a view), names the piece that is at fault and what to do about it.
#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace salname {

enum class FaultKind {
    not_found,    // a file or entry that was named does not exist
    unreadable,   // it exists, but the system refuses to give it
    malformed,    // its bytes do not follow the format
    unsupported,  // well-formed, but of a kind that is not read here
    invalid,      // an argument or value outside what is allowed
    overtaken,    // somebody else changed it in the meantime; look again
};

// Where the fault lies. `line` and `column` are 1-based, 0 = unknown; `byte` is an offset, -1 = unknown.
struct SourcePlace {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::int64_t byte = -1;

    bool operator==(SourcePlace const&) const = default;
};

struct Fault {
    FaultKind kind = FaultKind::invalid;
    std::string what;  // a sentence: what is wrong, then what to do
    SourcePlace where;

    // "packs/az/months.toml:14:3: month 13 …" or "report.txt: byte 812: …"
    [[nodiscard]] std::string message() const;
    bool operator==(Fault const&) const = default;
};

template <typename T>
using Result = tl::expected<T, Fault>;

[[nodiscard]] inline tl::unexpected<Fault> fault(FaultKind kind, std::string what, SourcePlace where = {}) {
    return tl::unexpected<Fault>(Fault{kind, std::move(what), std::move(where)});
}

}  // namespace salname
