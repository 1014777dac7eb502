// A copy of an archive as it is at one moment, made while others read and write it.
#pragma once

#include <functional>
#include <string>

#include "text/result.h"

namespace salname::journal {

// Copies into a new file beside the goal and renames it when it is whole: a backup that was interrupted leaves no half
// file under the name. A file that is there already is a fault. `progress`: pages done, pages in all.
[[nodiscard]] Result<void> backup_archive(std::string const& from, std::string const& to,
                                          std::function<void(int, int)> const& progress = {});

}  // namespace salname::journal
