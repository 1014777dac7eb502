#include "journal/checkpoint.h"

#include <algorithm>
#include <charconv>

#include "journal/base64.h"
#include "journal/hasher.h"
#include "journal/keys.h"
#include "text/utf8.h"

namespace salname::journal {
namespace {

constexpr std::string_view dash = "\xE2\x80\x94 ";  // em dash and space begin a line of signature
constexpr std::string_view ed25519 = "\x01";        // the algorithm, as signed-note numbers it
constexpr std::size_t longest = 64U * 1024U;

std::string key_id(std::string_view name, PublicKey const& key) {
    return std::string(Hasher().sum({name, "\n", ed25519, key.view()}).view().substr(0, 4));
}

tl::unexpected<Fault> malformed(std::string const& what) {
    return fault(FaultKind::malformed, "not a signed checkpoint: " + what);
}

// Up to the next line feed, which is taken too; nothing when there is none.
std::optional<std::string_view> take_line(std::string_view& text) {
    auto const end = text.find('\n');
    if (end == std::string_view::npos) return {};
    auto const line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

Result<Checkpoint> read_text(std::string_view text) {
    Checkpoint checkpoint;
    auto const origin = take_line(text);
    auto const size = take_line(text);
    auto const root = take_line(text);
    if (!origin || !size || !root) return malformed("it has fewer than three lines");
    if (!is_origin(*origin)) return malformed("its first line names no log");
    checkpoint.origin = *origin;
    auto const [end, error] = std::from_chars(size->data(), size->data() + size->size(), checkpoint.size);
    if (error != std::errc{} || end != size->data() + size->size() || std::to_string(checkpoint.size) != *size)
        return malformed("its second line is no number of entries");
    auto const bytes = from_base64(*root);
    auto const hash = bytes ? Hash::from_bytes(*bytes) : std::nullopt;
    if (!hash) return malformed("its third line is no root in base64");
    checkpoint.root = *hash;
    return checkpoint;
}

}  // namespace

std::string Checkpoint::text() const {
    return origin + '\n' + std::to_string(size) + '\n' + base64(root.view()) + '\n';
}

bool is_origin(std::string_view text) {
    return !text.empty() && text.size() <= 200 && text.front() != '{' && !first_invalid_utf8(text) &&
           std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '+'; });
}

Result<std::string> sign_checkpoint(Checkpoint const& checkpoint, KeyPair const& key) {
    if (!is_origin(checkpoint.origin))
        return fault(FaultKind::invalid, "'" + checkpoint.origin + "' names no log: one word without '+' is needed");
    std::string const text = checkpoint.text();
    std::string const blob = key_id(checkpoint.origin, key.public_key()) + std::string(key.sign(text).view());
    return text + '\n' + std::string(dash) + checkpoint.origin + ' ' + base64(blob) + '\n';
}

Result<SignedCheckpoint> parse_checkpoint(std::string_view note) {
    if (note.size() > longest) return malformed("it is longer than 64 KiB");
    if (first_invalid_utf8(note)) return malformed("it is not UTF-8");
    // The last empty line parts text and signatures: the text may hold empty lines itself.
    auto const split = note.rfind("\n\n");
    if (split == std::string_view::npos) return malformed("no empty line parts it from its signatures");
    auto checkpoint = read_text(note.substr(0, split + 1));
    if (!checkpoint) return tl::unexpected<Fault>(checkpoint.error());
    SignedCheckpoint parsed{std::move(*checkpoint), std::string(note.substr(0, split + 1)), {}};
    std::string_view rest = note.substr(split + 2);
    while (!rest.empty()) {
        auto line = take_line(rest);
        if (!line || !line->starts_with(dash)) return malformed("a line of signature must begin with '— ' and end");
        line->remove_prefix(dash.size());
        auto const space = line->find(' ');
        if (space == std::string_view::npos || space == 0) return malformed("a signature has no name");
        auto const blob = from_base64(line->substr(space + 1));
        if (!blob || blob->size() < 5) return malformed("a signature is not in base64");
        parsed.signatures.push_back({std::string(line->substr(0, space)), blob->substr(0, 4), blob->substr(4)});
    }
    if (parsed.signatures.empty()) return malformed("it carries no signature");
    return parsed;
}

Result<Checkpoint> open_checkpoint(std::string_view note, PublicKey const& key) {
    auto parsed = parse_checkpoint(note);
    if (!parsed) return tl::unexpected<Fault>(parsed.error());
    auto const& origin = parsed->checkpoint.origin;
    for (auto const& one : parsed->signatures) {
        if (one.name != origin || one.key_id != key_id(origin, key)) continue;
        auto const signature = Signature::from_bytes(one.signature);
        if (signature && verify(key, parsed->text, *signature)) return std::move(parsed->checkpoint);
        return fault(
            FaultKind::invalid,
            "the checkpoint of " + origin + " was changed, or its signature was: get it again from where it is pinned");
    }
    return fault(FaultKind::invalid, "the checkpoint of " + origin + " is not signed by key " + key.hex());
}

std::string verifier_key(std::string_view name, PublicKey const& key) {
    std::string const id = Octets<4, struct KeyIdTag>::from_bytes(key_id(name, key))->hex();
    return std::string(name) + '+' + id + '+' + base64(std::string(ed25519) + std::string(key.view()));
}

}  // namespace salname::journal
