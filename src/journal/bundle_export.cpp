#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "journal/base64.h"
#include "journal/bundle.h"
#include "journal/bundle_lines.h"
#include "journal/canonical.h"
#include "journal/hasher.h"
#include "journal/packing.h"
#include "text/sha256.h"

namespace salname::journal {
namespace {

using HashSet = std::unordered_set<Hash, OctetsHash>;

class Exporter {
public:
    Exporter(Store& store, BundleSelection const& selection, BundleSink const& sink)
        : store_(store), selection_(selection), sink_(sink), wanted_(selection.ids.begin(), selection.ids.end()) {}

    Result<BundleSummary> run() {
        if (auto const left = leave_out_known(); !left) return tl::unexpected<Fault>(left.error());
        line(bundle_header);
        auto const read = read_entries(store_, 0, [&](std::uint64_t, Entry const& entry) { return take(entry); });
        if (!read) return tl::unexpected<Fault>(read.error());
        if (!wanted_.empty() && !broken_) {
            Hash const first = *std::min_element(wanted_.begin(), wanted_.end());
            return fault(FaultKind::not_found, "the archive has no entry " + first.hex());
        }
        for (auto const& hash : originals_)
            if (!broken_) take_original(hash);
        if (broken_) return tl::unexpected<Fault>(*broken_);
        std::string const end = bundle_end(summary_.entries, summary_.originals, sum_.hex());
        if (auto const written = sink_(end); !written) return tl::unexpected<Fault>(written.error());
        return std::move(summary_);
    }

private:
    void line(std::string text) {
        if (broken_) return;
        text += '\n';
        sum_.update(text);
        if (auto const written = sink_(text); !written) broken_ = written.error();
    }

    // The heads that the other side has, and what each of them follows.
    Result<void> leave_out_known() {
        if (selection_.known.empty()) return {};
        std::unordered_map<Hash, Hash, OctetsHash> former;
        auto read = read_entries(store_, 0, [&](std::uint64_t, Entry const& entry) {
            if (entry.prev) former.emplace(entry.id(), *entry.prev);
            return true;
        });
        if (!read) return read;
        for (auto const& head : selection_.known) {
            auto const here = store_.position(head.id);
            if (!here) return tl::unexpected<Fault>(here.error());
            if (!*here) continue;  // they are ahead of us in this chain, or on another branch: send all of ours
            Hash id = head.id;
            while (left_out_.insert(id).second) {
                auto const before = former.find(id);
                if (before == former.end()) break;
                id = before->second;
            }
        }
        return {};
    }

    bool take(Entry const& entry) {
        std::string text = entry.text();
        Hash const id = sha256(text);
        if (left_out_.contains(id)) return true;
        bool const follows = entry.prev && unvouched_.contains(*entry.prev);
        if (!selection_.ids.empty() && wanted_.erase(id) == 0 && !follows) return true;
        if (follows) unvouched_.erase(*entry.prev);
        if (!entry.signature) unvouched_.insert(id);
        for (auto const& hash : originals_named(entry.body))
            if (seen_originals_.insert(hash).second) originals_.push_back(hash);
        line(std::move(text));
        ++summary_.entries;
        return !broken_;
    }

    void take_original(Hash const& hash) {
        auto const bytes = store_.original(hash);
        if (!bytes) {
            broken_ = bytes.error();
        } else if (!*bytes) {
            summary_.missing_originals.push_back(hash);
        } else {
            Packed const packed = pack(**bytes);
            line("{\"bytes\":\"" + base64(packed.bytes) + "\",\"packing\":\"" + std::string(packed.packing) +
                 "\",\"sha256\":\"" + hash.hex() + "\",\"size\":" + std::to_string((*bytes)->size()) + '}');
            ++summary_.originals;
        }
    }

    Store& store_;
    BundleSelection const& selection_;
    BundleSink const& sink_;
    Sha256 sum_;
    HashSet wanted_;  // not met yet
    HashSet left_out_;
    HashSet unvouched_;  // taken, not signed: the entry that follows must come along
    HashSet seen_originals_;
    std::vector<Hash> originals_;
    BundleSummary summary_;
    std::optional<Fault> broken_;
};

}  // namespace

Result<BundleSummary> export_bundle(Store& store, BundleSelection const& selection, BundleSink const& sink) {
    return Exporter(store, selection, sink).run();
}

std::vector<Hash> originals_named(std::string_view body) {
    std::vector<Hash> named;
    // Most bodies name none: a look is cheaper than taking them apart.
    if (body.find("\"original") == std::string_view::npos) return named;
    auto const members = canonical_members(body);
    if (!members) return named;
    auto const add = [&](std::string_view quoted) {
        auto const hash = quoted.size() == 66 ? Hash::from_hex(quoted.substr(1, 64)) : std::nullopt;
        if (hash) named.push_back(*hash);
    };
    for (auto const& member : *members) {
        if (member.name == "original") add(member.value);
        if (member.name != "originals" || member.value.front() != '[') continue;
        for (std::size_t at = 1; at + 66 < member.value.size(); at += 67) add(member.value.substr(at, 66));
    }
    return named;
}

}  // namespace salname::journal
