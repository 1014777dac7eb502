#include <algorithm>
#include <charconv>
#include <tuple>
#include <unordered_set>

#include "journal/base64.h"
#include "journal/bundle.h"
#include "journal/bundle_lines.h"
#include "journal/canonical.h"
#include "journal/hasher.h"
#include "journal/packing.h"

namespace salname::journal {
namespace {

class Importer {
public:
    Importer(Store& store, std::string_view bundle) : store_(store), bundle_(bundle) {}

    Result<Imported> run(Durability durability) {
        Result<void> done = check_frame();
        if (done) done = read_lines();
        if (done) done = check_gaps();
        if (done) done = check_originals();
        if (!done) return tl::unexpected<Fault>(done.error());
        // Times never decrease along a chain, so this order has each entry after the one that it follows, and is
        // the same for the same entries whatever their order in the bundle.
        std::sort(fresh_.begin(), fresh_.end(), [](Fresh const& a, Fresh const& b) {
            return std::tie(a.entry.time, a.entry.author, a.entry.seq, a.id) <
                   std::tie(b.entry.time, b.entry.author, b.entry.seq, b.id);
        });
        std::vector<Entry> entries;
        entries.reserve(fresh_.size());
        for (auto& one : fresh_) entries.push_back(std::move(one.entry));
        if (auto const admitted = store_.admits(entries, {durability, Forks::keep}); !admitted)
            return tl::unexpected<Fault>(admitted.error());
        // Before the entries, so that none ever names bytes that are not there; and after it is sure that none will be
        // refused, since what was kept cannot be removed.
        if (auto const stored = store_originals(); !stored) return tl::unexpected<Fault>(stored.error());
        if (!entries.empty()) {
            auto const appended = store_.append(entries, {durability, Forks::keep});
            if (!appended) return tl::unexpected<Fault>(appended.error());
        }
        imported_.new_entries = entries.size();
        if (auto const looked = look_for_forks(entries); !looked) return tl::unexpected<Fault>(looked.error());
        return std::move(imported_);
    }

private:
    struct Fresh {
        Hash id;
        Entry entry;
        std::uint32_t line = 0;
    };

    [[nodiscard]] tl::unexpected<Fault> at_line(std::string what, FaultKind kind = FaultKind::malformed) const {
        return fault(kind, std::move(what), {"bundle", line_, 0, -1});
    }

    // Header, last line and its sum: whether the bundle arrived as it was sent.
    Result<void> check_frame() {
        std::string const header = std::string(bundle_header) + '\n';
        line_ = 1;
        if (!bundle_.starts_with(header)) {
            if (bundle_.starts_with("{\"bundle\":\"salname\""))
                return at_line("a bundle of a newer form; take a newer Salname", FaultKind::unsupported);
            return at_line("not a bundle of Salname");
        }
        auto const last = bundle_.size() < 2 ? std::string_view::npos : bundle_.rfind('\n', bundle_.size() - 2);
        if (last == std::string_view::npos || bundle_.back() != '\n' ||
            !bundle_.substr(last + 1).starts_with("{\"end\":"))
            return at_line("the bundle is cut short: its last line is missing; copy it again");
        end_ = bundle_.substr(last + 1);
        sum_ = sha256(bundle_.substr(0, last + 1)).hex();
        lines_ = bundle_.substr(header.size(), last + 1 - header.size());
        if (auto const marked = end_.rfind(sum_); marked == std::string_view::npos)
            return at_line("the bundle was changed on its way: its sum is " + sum_ +
                           ", its last line says another; copy it again");
        return {};
    }

    Result<void> read_lines() {
        std::uint64_t entries = 0;
        while (!lines_.empty()) {
            ++line_;
            auto const size = lines_.find('\n');
            auto const text = lines_.substr(0, size);
            lines_.remove_prefix(size + 1);
            bool const is_original = text.starts_with("{\"bytes\":");
            if (is_original) originals_.push_back({text, line_});
            entries += is_original ? 0U : 1U;
            if (auto const read = is_original ? Result<void>() : read_entry(text); !read) return read;
        }
        if (end_ != bundle_end(entries, originals_.size(), sum_)) return at_line("its last line counts other lines");
        return {};
    }

    Result<void> read_entry(std::string_view text) {
        auto entry = parse_entry(text);
        if (!entry) return at_line(entry.error().message());
        for (auto const& hash : originals_named(entry->body)) named_.insert(hash);
        Hash const id = hasher_.sum({text});
        auto const known = store_.position(id);
        if (!known) return tl::unexpected<Fault>(known.error());
        if (*known) {
            ++imported_.known_entries;
        } else if (fresh_ids_.insert(id).second) {
            fresh_.push_back({id, std::move(*entry), line_});
        }
        return {};
    }

    Result<void> check_gaps() {
        for (auto const& one : fresh_) {
            if (!one.entry.prev || fresh_ids_.contains(*one.entry.prev)) continue;
            auto const known = store_.position(*one.entry.prev);
            if (!known) return tl::unexpected<Fault>(known.error());
            if (*known) continue;
            line_ = one.line;
            return at_line("entry " + std::to_string(one.entry.seq) + " of author " + one.entry.author.hex() +
                               " follows an entry (" + one.entry.prev->hex() +
                               ") that is neither here nor in the archive; ask for a bundle that begins earlier",
                           FaultKind::invalid);
        }
        return {};
    }

    Result<std::string> read_original(std::string_view text) {
        auto const members = canonical_members(text);
        if (!members) return at_line(members.error().message());
        static constexpr std::string_view names[] = {"bytes", "packing", "sha256", "size"};
        if (!std::equal(members->begin(), members->end(), std::begin(names), std::end(names),
                        [](Member const& member, std::string_view name) { return member.name == name; }))
            return at_line("an original has other members than bytes, packing, sha256, size");
        auto const plain = [&](std::size_t i) {
            auto const value = (*members)[i].value;
            return value.size() < 2 || value.front() != '"' ? std::string_view{} : value.substr(1, value.size() - 2);
        };
        auto const packed = from_base64(plain(0));
        auto const hash = Hash::from_hex(plain(2));
        std::uint64_t size = 0;
        auto const digits = (*members)[3].value;
        auto const [last, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
        if (!packed || !hash || error != std::errc{} || last != digits.data() + digits.size())
            return at_line("an original whose bytes, name or size cannot be read");
        auto bytes = unpack(plain(1), *packed, size);
        if (!bytes) return at_line(bytes.error().what, bytes.error().kind);
        if (hasher_.sum({*bytes}) != *hash) return at_line("the bytes of original " + hash->hex() + " are not its own");
        return bytes;
    }

    Result<void> check_originals() {
        for (auto const& original : originals_) {
            line_ = original.line;
            auto const bytes = read_original(original.text);
            if (!bytes) return tl::unexpected<Fault>(bytes.error());
            Hash const hash = hasher_.sum({*bytes});
            if (!named_.contains(hash))
                return at_line("original " + hash.hex() + " is named by no entry of the bundle");
        }
        return {};
    }

    // Read once more rather than kept: together they may be larger than memory.
    Result<void> store_originals() {
        for (auto const& original : originals_) {
            auto const bytes = read_original(original.text);
            if (!bytes) return tl::unexpected<Fault>(bytes.error());
            if (auto const put = store_.put_original(*bytes); !put) return tl::unexpected<Fault>(put.error());
            ++imported_.originals;
        }
        return {};
    }

    Result<void> look_for_forks(std::vector<Entry> const& entries) {
        for (auto const& entry : entries) {
            auto ids = store_.ids(entry.author, entry.seq);
            if (!ids) return tl::unexpected<Fault>(ids.error());
            if (ids->size() < 2) continue;
            Fork fork{entry.author, entry.seq, std::move(*ids)};
            if (std::find(imported_.forks.begin(), imported_.forks.end(), fork) == imported_.forks.end())
                imported_.forks.push_back(std::move(fork));
        }
        return {};
    }

    struct OriginalLine {
        std::string_view text;
        std::uint32_t line;
    };

    Store& store_;
    std::string_view bundle_;
    std::string_view lines_;
    std::string_view end_;
    std::string sum_;
    std::uint32_t line_ = 1;
    Hasher hasher_;
    std::vector<Fresh> fresh_;
    std::unordered_set<Hash, OctetsHash> fresh_ids_;
    std::unordered_set<Hash, OctetsHash> named_;  // originals, by entries of the bundle
    std::vector<OriginalLine> originals_;
    Imported imported_;
};

}  // namespace

Result<Imported> import_bundle(Store& store, std::string_view bundle, Durability durability) {
    return Importer(store, bundle).run(durability);
}

}  // namespace salname::journal
