// An archive in one file of SQLite (write-ahead log, strict tables, triggers that refuse change).
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "journal/store.h"

namespace salname::journal {

struct ArchiveOptions {
    enum class Access { read, write } access = Access::write;
    std::uint64_t size_limit = 0;            // bytes that the file may grow to; 0: as the disk allows
    std::uint32_t busy_milliseconds = 2000;  // how long to wait for another process that is writing
};

// `origin` names this archive's log in its checkpoints, for example "example.org/monitor"; one line, without
// spaces and '+'. A file that is there already is a fault.
[[nodiscard]] Result<std::unique_ptr<Store>> create_archive(std::string const& path, std::string_view origin,
                                                            ArchiveOptions const& options = {});
[[nodiscard]] Result<std::unique_ptr<Store>> open_archive(std::string const& path, ArchiveOptions const& options = {});

}  // namespace salname::journal
