#include "journal/entry.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "journal/canonical.h"
#include "journal/hasher.h"
#include "journal/keys.h"

namespace salname::journal {
namespace {

constexpr std::uint64_t last_seq = 1ULL << 53U;

// Members in the order of RFC 8785; the signature, when it is wanted, stands between seq and time.
std::string print(Entry const& entry, bool with_signature) {
    std::string out;
    out.reserve(entry.body.size() + 420);
    out += "{\"author\":\"";
    out += entry.author.hex();
    out += "\",\"body\":";
    out += entry.body;
    out += ",\"kind\":\"";
    out += entry.kind;
    out += "\",\"prev\":";
    out += entry.prev ? '"' + entry.prev->hex() + '"' : "null";
    out += ",\"seq\":";
    out += std::to_string(entry.seq);
    if (with_signature) {
        out += ",\"signature\":";
        out += entry.signature ? '"' + entry.signature->hex() + '"' : "null";
    }
    out += ",\"time\":\"";
    out += entry.time;
    out += "\"}";
    return out;
}

bool is_kind(std::string_view text) {
    return !text.empty() && text.size() <= 64 && text.front() >= 'a' && text.front() <= 'z' &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; });
}

// A quoted string of plain characters, without its quotation marks. Anything else is left as it is, and then
// is no time, no kind and no hexadecimal number.
std::string_view quoted(std::string_view value) {
    if (value.size() < 2 || value.front() != '"') return {};
    return value.substr(1, value.size() - 2);
}

tl::unexpected<Fault> shape(std::string const& what) {
    return fault(FaultKind::malformed, "not an entry: " + what);
}

}  // namespace

std::string Entry::unsigned_text() const {
    return print(*this, false);
}
std::string Entry::text() const {
    return print(*this, true);
}
Hash Entry::id() const {
    return sha256(text());
}

bool is_time(std::string_view text) {
    static constexpr std::string_view form = "dddd-dd-ddTdd:dd:ddZ";
    if (text.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != form[i]) return false;
    auto const number = [&](std::size_t at, std::size_t size) {
        int value = 0;
        std::from_chars(text.data() + at, text.data() + at + size, value);
        return value;
    };
    int const year = number(0, 4);
    int const month = number(5, 2);
    int const day = number(8, 2);
    static constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1) return false;
    bool const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (day > days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0)) return false;
    return number(11, 2) < 24 && number(14, 2) < 60 && number(17, 2) < 60;
}

Result<Entry> parse_entry(std::string_view canonical_text) {
    static constexpr std::array<std::string_view, 7> names = {"author", "body",      "kind", "prev",
                                                              "seq",    "signature", "time"};
    auto const members = canonical_members(canonical_text);
    if (!members) return tl::unexpected<Fault>(members.error());
    if (!std::equal(members->begin(), members->end(), names.begin(), names.end(),
                    [](Member const& member, std::string_view name) { return member.name == name; }))
        return shape("its members are not exactly author, body, kind, prev, seq, signature, time");
    auto const value = [&](std::size_t member) { return (*members)[member].value; };

    Entry entry;
    auto const author = PublicKey::from_hex(quoted(value(0)));
    if (!author) return shape("author is not 64 lower-case hexadecimal digits");
    entry.author = *author;
    if (value(1).front() != '{') return shape("body is not an object");
    entry.body = value(1);
    entry.kind = quoted(value(2));
    if (!is_kind(entry.kind)) return shape("kind is not a word of a-z, 0-9, '_' and '.'");
    if (value(3) != "null") {
        entry.prev = Hash::from_hex(quoted(value(3)));
        if (!entry.prev) return shape("prev is neither null nor 64 lower-case hexadecimal digits");
    }
    auto const seq = value(4);
    auto const [end, error] = std::from_chars(seq.data(), seq.data() + seq.size(), entry.seq);
    if (error != std::errc{} || end != seq.data() + seq.size() || entry.seq == 0 || entry.seq >= last_seq)
        return shape("seq is not a whole number from 1");
    if ((entry.seq == 1) != !entry.prev) return shape("prev must be null when seq is 1, and only then");
    if (value(5) != "null") {
        entry.signature = Signature::from_hex(quoted(value(5)));
        if (!entry.signature) return shape("signature is neither null nor 128 lower-case hexadecimal digits");
    }
    entry.time = quoted(value(6));
    if (!is_time(entry.time)) return shape("time is not like 2026-11-25T17:47:02Z");
    return entry;
}

Result<std::vector<Entry>> sign(KeyPair const& author, std::optional<Head> const& head, std::span<Draft const> drafts,
                                Signing signing) {
    std::vector<Entry> entries;
    entries.reserve(drafts.size());
    Head former = head.value_or(Head{});
    if (head && head->author != author.public_key())
        return fault(FaultKind::invalid, "the head is of author " + head->author.hex() + ", not of this key");
    for (auto const& draft : drafts) {
        Entry entry{author.public_key(), former.seq + 1, draft.time, draft.kind, {}, {}, {}};
        auto body = canonical_json(draft.body);
        if (!body) return tl::unexpected<Fault>(body.error());
        if (body->front() != '{') return fault(FaultKind::invalid, "the body of an entry must be an object");
        if (!is_kind(entry.kind)) return fault(FaultKind::invalid, "no kind of entry: '" + entry.kind + "'");
        if (!is_time(entry.time)) return fault(FaultKind::invalid, "no time in UTC: '" + entry.time + "'");
        entry.body = std::move(*body);
        if (former.seq > 0) entry.prev = former.id;
        if (auto const follows = check_follows(entry, former.seq > 0 ? &former : nullptr); !follows)
            return tl::unexpected<Fault>(follows.error());
        if (signing == Signing::each || &draft == &drafts.back()) entry.signature = author.sign(entry.unsigned_text());
        former = {entry.author, entry.seq, entry.id(), entry.time};
        entries.push_back(std::move(entry));
    }
    return entries;
}

bool signature_holds(Entry const& entry) {
    return entry.signature && verify(entry.author, entry.unsigned_text(), *entry.signature);
}

Result<void> check_follows(Entry const& entry, Head const* former) {
    auto const broken = [&](std::string const& what) {
        return fault(FaultKind::invalid, "entry " + std::to_string(entry.seq) + " of author " +
                                             entry.author.hex().substr(0, 16) + ": " + what);
    };
    if (former == nullptr) {
        if (entry.seq != 1 || entry.prev) return broken("the entry before it is missing");
        return {};
    }
    if (entry.author != former->author) return broken("the entry before it is of another author");
    if (entry.seq != former->seq + 1) return broken("the entry before it is number " + std::to_string(former->seq));
    if (entry.prev != former->id) return broken("prev does not name the entry before it, " + former->id.hex());
    if (entry.time < former->time)
        return broken("its time " + entry.time + " lies before " + former->time +
                      " of the entry before it; the clock was set back: set it right, or wait until it has passed");
    return {};
}

}  // namespace salname::journal
