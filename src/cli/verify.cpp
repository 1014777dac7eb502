// salname verify, checkpoint, prove, key: that nothing was altered, dropped or cut off.
#include <iostream>

#include "cli/archive.h"
#include "cli/commands.h"
#include "cli/reading_setup.h"
#include "documents/source.h"
#include "journal/bundle.h"
#include "journal/checkpoint.h"
#include "journal/merkle.h"
#include "journal/verify.h"

namespace salname {

namespace {

// The checkpoint of a note that somebody who wrote in this archive, or we, signed.
Result<journal::Checkpoint> pinned_checkpoint(Archive& archive, std::string const& path) {
    auto const note = read_bytes({path, path});
    if (!note) return tl::unexpected(note.error());
    auto const heads = archive.store().heads();
    if (!heads) return tl::unexpected(heads.error());
    for (journal::Head const& head : *heads)
        if (auto checkpoint = journal::open_checkpoint(*note, head.author)) return checkpoint;
    auto const form = journal::parse_checkpoint(*note);
    if (!form) return tl::unexpected(form.error());
    return fault(FaultKind::invalid, "no author of this archive signed this checkpoint", {path, 0, 0, -1});
}

// Originals that reports name and the archive lacks.
Result<std::vector<journal::Damage>> missing_originals(journal::Store& store) {
    std::vector<journal::Damage> missing;
    std::optional<Fault> failed;
    auto const walked = journal::read_entries(store, 0, [&](std::uint64_t position, journal::Entry const& entry) {
        if (entry.kind != "report") return true;
        for (journal::Hash const& hash : journal::originals_named(entry.body)) {
            auto const bytes = store.original(hash);
            if (bytes && *bytes) continue;
            missing.push_back({"entry " + std::to_string(position), "its original " + hash.hex() + " is not there"});
        }
        return true;
    });
    if (!walked) return tl::unexpected(walked.error());
    return missing;
}

Result<journal::Checkpoint> checkpoint_now(Archive& archive) {
    auto const count = archive.store().count();
    if (!count) return tl::unexpected(count.error());
    auto const root = archive.store().root(*count);
    if (!root) return tl::unexpected(root.error());
    auto const origin = archive.store().setting("origin");
    if (!origin) return tl::unexpected(origin.error());
    return journal::Checkpoint{origin->value_or(""), *count, *root};
}

}  // namespace

int verify_command(CareArguments const& arguments) {
    auto archive = Archive::open(arguments.archive, Archive::Use::read);
    if (!archive) return 2;
    journal::VerifyOptions options;
    std::vector<journal::Checkpoint> pinned;
    if (!arguments.other.empty()) {
        auto const checkpoint = pinned_checkpoint(*archive, arguments.other);
        if (!checkpoint) {
            complain(checkpoint.error());
            return 2;
        }
        pinned.push_back(*checkpoint);
        options.pinned = pinned;
    }
    auto found = journal::verify_archive(archive->store(), options);
    if (!found) {
        complain(found.error());
        return 2;
    }
    if (auto const missing = missing_originals(archive->store()); missing)
        found->damages.insert(found->damages.end(), missing->begin(), missing->end());
    else
        found->damages.push_back({"entries", missing.error().message()});
    for (journal::Damage const& damage : found->damages)
        std::cout << "DAMAGED " << damage.where << ": " << damage.what << '\n';
    for (journal::Fork const& fork : found->forks)
        std::cout << "fork: " << fork.author.hex().substr(0, 16) << " wrote more than one entry " << fork.seq << '\n';
    std::cout << found->entries << " entries of " << found->authors << " authors, " << found->originals
              << " originals, root " << found->root.hex() << '\n';
    if (!pinned.empty() && found->sound())
        std::cout << "the log still begins as the checkpoint of " << pinned[0].size << " entries says\n";
    std::cout << (found->sound() ? "all is as it was written\n"
                                 : "damaged; restore a backup, or import a bundle into a new archive\n");
    return found->sound() ? 0 : 1;
}

int checkpoint_command(CareArguments const& arguments) {
    auto archive = Archive::open(arguments.archive, Archive::Use::read, arguments.key);
    if (!archive) return 2;
    auto const checkpoint = checkpoint_now(*archive);
    auto const key = journal::load_or_create_key(arguments.key.empty() ? default_key_path() : arguments.key);
    if (!checkpoint || !key) {
        complain(!checkpoint ? checkpoint.error() : key.error());
        return 2;
    }
    auto const note = journal::sign_checkpoint(*checkpoint, *key);
    if (!note) {
        complain(note.error());
        return 2;
    }
    std::cout << *note;
    return 0;
}

int prove_command(CareArguments const& arguments) {
    auto archive = Archive::open(arguments.archive, Archive::Use::read);
    if (!archive) return 2;
    std::optional<journal::StoredEntry> found;
    std::string text;
    std::size_t matches = 0;
    auto const walked = archive->store().scan(0, [&](journal::StoredEntry const& entry) {
        if (arguments.other.size() < 6 || !entry.id.hex().starts_with(arguments.other)) return true;
        ++matches;
        found = entry;
        text = entry.text;
        return true;
    });
    if (!walked) {
        complain(walked.error());
        return 2;
    }
    if (matches != 1) {
        std::cerr << "salname: " << arguments.other << (matches == 0 ? ": no entry" : ": several entries")
                  << " of that id; give six digits or more of one\n";
        return 1;
    }
    auto const checkpoint = checkpoint_now(*archive);
    if (!checkpoint) {
        complain(checkpoint.error());
        return 2;
    }
    auto const proof = journal::inclusion_proof(
        found->position, checkpoint->size,
        [&](unsigned level, std::uint64_t number) { return archive->store().node(level, number); });
    if (!proof) {
        complain(proof.error());
        return 2;
    }
    std::cout << "entry " << found->id.hex() << "\nindex " << found->position << "\nsize " << checkpoint->size
              << "\nroot " << checkpoint->root.hex() << '\n';
    for (journal::Hash const& hash : *proof) std::cout << "proof " << hash.hex() << '\n';
    std::cout << "text " << text << '\n';
    return 0;
}

int key_command(CareArguments const& arguments) {
    auto const key = journal::load_or_create_key(arguments.key.empty() ? default_key_path() : arguments.key);
    if (!key) {
        complain(key.error());
        return 2;
    }
    std::cout << key->public_key().hex() << '\n';
    return 0;
}

}  // namespace salname
