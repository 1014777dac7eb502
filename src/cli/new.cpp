// salname new: an empty archive, its name and its author's.
#include <iostream>

#include "cli/archive.h"
#include "cli/commands.h"
#include "cli/reading_setup.h"

namespace salname {

int new_command(NewArguments const& arguments) {
    auto const created = journal::create_archive(arguments.archive, arguments.origin);
    if (!created) {
        complain(created.error());
        return 1;
    }
    auto archive = Archive::open(arguments.archive, Archive::Use::write, arguments.key);
    if (!archive) return 1;
    std::string const time = now();
    std::vector<journal::Draft> drafts{{time, "archive", chronicle::name_body(arguments.origin)}};
    if (!arguments.author.empty()) drafts.push_back({time, "author", chronicle::name_body(arguments.author)});
    auto const added = archive->append(drafts, journal::Durability::decision);
    if (!added) {
        complain(added.error());
        return 1;
    }
    std::cout << arguments.archive
              << ": a new archive. Your key: " << (arguments.key.empty() ? default_key_path() : arguments.key)
              << " – keep a copy of it; nobody can make it again.\n"
              << "Next: salname add " << arguments.archive << " REPORT…\n";
    return 0;
}

}  // namespace salname
