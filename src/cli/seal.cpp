// salname seal, unseal: what must not lie in clear, for one key only.
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/archive.h"
#include "cli/commands.h"
#include "cli/reading_setup.h"
#include "documents/source.h"
#include "journal/base64.h"
#include "journal/keys.h"

namespace salname {

int seal_command(CareArguments const& arguments) {
    auto const recipient = journal::PublicKey::from_hex(arguments.recipient);
    if (!recipient) {
        std::cerr << "salname: --to needs a public key, the 64 digits that `salname key` prints\n";
        return 2;
    }
    auto archive = Archive::open(arguments.archive, Archive::Use::write, arguments.key);
    if (!archive) return 2;
    auto const note = read_bytes({arguments.other, arguments.other});
    if (!note) {
        complain(note.error());
        return 2;
    }
    auto const sealed = journal::seal(*note, *recipient);
    if (!sealed) {
        complain(sealed.error());
        return 2;
    }
    nlohmann::json const body = {
        {"to", arguments.recipient}, {"on", arguments.on}, {"sealed", journal::base64(*sealed)}};
    journal::Draft const draft{now(), "seal", body.dump()};
    auto const ids = archive->append({&draft, 1}, journal::Durability::decision);
    if (!ids) {
        complain(ids.error());
        return 1;
    }
    std::cout << "sealed as " << ids->front() << "; delete " << arguments.other << " yourself\n";
    return 0;
}

int unseal_command(CareArguments const& arguments) {
    auto archive = Archive::open(arguments.archive, Archive::Use::read);
    if (!archive) return 2;
    auto const id = journal::Hash::from_hex(arguments.other);
    auto const entry = id ? archive->store().entry(*id) : Result<std::optional<journal::Entry>>(std::nullopt);
    if (!entry) {
        complain(entry.error());
        return 2;
    }
    if (!*entry || (*entry)->kind != "seal") {
        std::cerr << "salname: " << arguments.other << ": no sealed entry of that id; give all 64 digits\n";
        return 1;
    }
    auto const key = journal::load_key(arguments.key.empty() ? default_key_path() : arguments.key);
    if (!key) {
        complain(key.error());
        return 2;
    }
    auto const body = nlohmann::json::parse((*entry)->body, nullptr, false);
    auto const text = body.is_object() && body.contains("sealed") && body["sealed"].is_string()
                          ? journal::from_base64(body["sealed"].get<std::string>())
                          : std::nullopt;
    if (!text) {
        std::cerr << "salname: the sealed entry is damaged\n";
        return 1;
    }
    auto const opened = key->open(*text);
    if (!opened) {
        complain(opened.error());
        return 1;
    }
    std::cout << *opened;
    return 0;
}

}  // namespace salname
