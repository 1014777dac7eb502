// salname export, import, backup, restore, rebuild: archives that travel, and come back.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/archive.h"
#include "cli/chosen.h"
#include "cli/commands.h"
#include "cli/reading_setup.h"
#include "documents/source.h"
#include "journal/bundle.h"
#include "journal/sqlite_backup.h"
#include "journal/verify.h"
#include "text/sha256.h"

namespace salname {

int export_command(CareArguments const& arguments) {
    auto archive = Archive::open(arguments.archive, Archive::Use::read);
    if (!archive) return 2;
    // Under another name until it is whole.
    std::string const half = arguments.other + ".part";
    std::ofstream out(half, std::ios::binary);
    auto const room = [&] {
        std::cerr << "salname: " << arguments.other
                  << ": can't be written; check the folder, its permissions and the room left\n";
        std::error_code error;
        std::filesystem::remove(half, error);
        return 2;
    };
    if (!out) return room();
    auto const summary = journal::export_bundle(archive->store(), {}, [&](std::string_view bytes) -> Result<void> {
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!out) return fault(FaultKind::unreadable, "no room for the bundle", {arguments.other, 0, 0, -1});
        return {};
    });
    if (!summary) {
        complain(summary.error());
        return room();
    }
    out.close();
    std::error_code error;
    if (out) std::filesystem::rename(half, arguments.other, error);
    if (!out || error) return room();
    for (journal::Hash const& hash : summary->missing_originals)
        std::cerr << "salname: the original " << hash.hex() << " is named but not there\n";
    std::cout << arguments.other << ": " << summary->entries << " entries, " << summary->originals << " originals\n";
    return summary->missing_originals.empty() ? 0 : 1;
}

int import_command(CareArguments const& arguments) {
    auto archive = Archive::open(arguments.archive, Archive::Use::write);
    if (!archive) return 2;
    auto const bundle = read_bytes({arguments.other, arguments.other});
    if (!bundle) {
        complain(bundle.error());
        return 2;
    }
    auto const imported = journal::import_bundle(archive->store(), *bundle);
    if (!imported) {
        complain(imported.error());
        return 1;
    }
    std::cout << imported->new_entries << " new entries, " << imported->known_entries << " known already, "
              << imported->originals << " originals\n";
    for (journal::Fork const& fork : imported->forks)
        std::cout << "fork: one key wrote more than one entry " << fork.seq << " (" << fork.author.hex().substr(0, 16)
                  << "); both are kept\n";
    if (imported->new_entries != 0)
        std::cout << "what now contradicts: salname conflicts " << arguments.archive << '\n';
    return 0;
}

int backup_command(CareArguments const& arguments) {
    bool const shown = isatty(STDERR_FILENO) != 0;
    auto const done = journal::backup_archive(arguments.archive, arguments.other, [&](int pages, int all) {
        if (shown) std::fprintf(stderr, "\r\033[K%d of %d pages", pages, all);
    });
    if (shown) std::fputs("\r\033[K", stderr);
    if (!done) {
        complain(done.error());
        return 1;
    }
    std::cout << arguments.other << ": a copy of " << arguments.archive << '\n';
    return 0;
}

int restore_command(CareArguments const& arguments) {
    {
        auto copy = Archive::open(arguments.archive, Archive::Use::read);
        if (!copy) return 2;
        auto const found = journal::verify_archive(copy->store());
        if (!found) {
            complain(found.error());
            return 2;
        }
        for (journal::Damage const& damage : found->damages)
            std::cerr << "salname: " << arguments.archive << ": " << damage.where << ": " << damage.what << '\n';
        if (!found->sound()) {
            std::cerr << "salname: this copy is damaged and was not put in place\n";
            return 1;
        }
    }
    auto const done = journal::backup_archive(arguments.archive, arguments.other);
    if (!done) {
        complain(done.error());
        return 1;
    }
    std::cout << arguments.other << ": restored from " << arguments.archive << '\n';
    return 0;
}

// Everything that is shown is computed from the journal; this proves it by computing it again from nothing.
int rebuild_command(CareArguments const& arguments) {
    auto opened = open_chronicle({arguments.archive, Archive::Use::write, {}, {}, {}, false});
    if (!opened) return 2;
    if (!opened->tables) {
        std::cerr << "salname: " << arguments.archive << ": its tables can't be written; is another program at it?\n";
        return 2;
    }
    auto const digest = [&]() -> Result<std::pair<std::string, std::size_t>> {
        Sha256 sum;
        std::size_t size = 0;
        auto const scanned = opened->archive->store().cache_scan_all(
            [&](std::string_view table, std::string_view key, std::string_view value) {
                for (std::string_view const part : {table, key, value}) {
                    sum.update(part);
                    size += part.size();
                }
                return true;
            });
        if (!scanned) return tl::unexpected(scanned.error());
        return std::pair(sum.hex(), size);
    };
    auto const before = digest();
    auto const dropped = opened->archive->store().drop_cache();
    auto const made = dropped ? opened->tables->update() : dropped;
    auto const after = digest();
    if (!before || !made || !after) {
        complain(!before ? before.error() : !made ? made.error() : after.error());
        return 2;
    }
    if (before->first != after->first) {
        std::cerr << "salname: the tables came out differently; please report this\n";
        return 1;
    }
    std::cout << "computed again: the same " << after->second << " bytes\n";
    return 0;
}

}  // namespace salname
