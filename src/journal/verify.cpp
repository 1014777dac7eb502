#include "journal/verify.h"

#include <algorithm>
#include <deque>
#include <future>

#include "journal/chains.h"
#include "journal/hasher.h"
#include "journal/merkle.h"

namespace salname::journal {
namespace {

// Entries as they are stored, copied so that another thread can look at them.
struct Piece {
    static constexpr std::size_t entries = 2048;

    struct Row {
        std::uint64_t position;
        Hash id;
        std::size_t end;  // in `texts`
    };
    std::string texts;
    std::vector<Row> rows;
};

struct Looked {
    Link link;
    Hash leaf;
    std::string damage;   // empty: sound by itself
    bool parsed = false;  // else the link holds only position and id
};

// Everything about an entry that needs no other entry.
Looked look(Hasher& hasher, Piece::Row const& row, std::string_view text) {
    Looked looked;
    looked.link.position = row.position;
    looked.link.id = row.id;
    looked.leaf = leaf_hash(hasher, row.id.view());
    Hash const id = hasher.sum({text});
    auto entry = parse_entry(text);
    if (!entry) {
        looked.damage = entry.error().message();
    } else {
        if (entry->signature && !signature_holds(*entry)) looked.damage = "its signature is wrong";
        looked.parsed = true;
        looked.link.author = entry->author;
        looked.link.seq = entry->seq;
        looked.link.prev = entry->prev;
        looked.link.time = std::move(entry->time);
        looked.link.is_signed = entry->signature.has_value();
    }
    if (id != row.id) looked.damage = "its text was changed: its id is " + id.hex() + ", stored as " + row.id.hex();
    return looked;
}

std::vector<Looked> look_at(Piece const& piece) {
    Hasher hasher;
    std::vector<Looked> looked;
    looked.reserve(piece.rows.size());
    std::size_t begin = 0;
    for (auto const& row : piece.rows) {
        looked.push_back(look(hasher, row, std::string_view(piece.texts).substr(begin, row.end - begin)));
        begin = row.end;
    }
    return looked;
}

class Verifier {
public:
    Verifier(Store& store, VerifyOptions const& options) : store_(store), options_(options), chains_(store) {}

    Result<Verification> run() {
        auto medium = store_.check_medium();
        if (!medium) return tl::unexpected<Fault>(medium.error());
        result_.damages = std::move(*medium);
        auto const count = store_.count();
        if (!count) return tl::unexpected<Fault>(count.error());
        for (auto const& checkpoint : options_.pinned) roots_.emplace_back(checkpoint.size, Hash{});
        remember_root();
        walk(*count);
        for (auto& damage : chains_.unsigned_ends()) result_.damages.push_back(std::move(damage));
        check_log();
        check_originals();
        result_.authors = chains_.authors();
        result_.forks = chains_.forks();
        result_.entries = log_.size();
        return std::move(result_);
    }

private:
    [[nodiscard]] bool enough() const { return result_.damages.size() >= options_.most_damages; }
    void damaged(std::string where, std::string what) {
        result_.damages.push_back({std::move(where), std::move(what)});
    }

    // Reads pieces and hands each to a thread; what comes back is joined in order.
    void walk(std::uint64_t count) {
        std::uint64_t from = 0;
        std::uint64_t skip = 1;
        while (from < count && !enough()) {
            std::uint64_t read_to = from;
            Piece piece;
            auto const scanned = store_.scan(from, [&](StoredEntry const& stored) {
                piece.texts += stored.text;
                piece.rows.push_back({stored.position, stored.id, piece.texts.size()});
                read_to = stored.position + 1;
                if (piece.rows.size() == Piece::entries) hand_over(std::exchange(piece, {}));
                return !enough();
            });
            hand_over(std::move(piece));
            if (scanned) break;
            damaged("entry " + std::to_string(read_to), "it cannot be read: " + scanned.error().what);
            // A broken page holds a few entries: try behind it, further each time.
            skip = read_to > from ? 1 : skip * 2;
            from = read_to + skip;
        }
        while (!waiting_.empty()) join_first();
        if (!enough() && expected_ < count)
            damaged("entry " + std::to_string(expected_),
                    "it and those up to " + std::to_string(count - 1) + " are missing");
    }

    void hand_over(Piece piece) {
        if (piece.rows.empty()) return;
        while (waiting_.size() >= std::max(1U, options_.threads)) join_first();
        waiting_.push_back(std::async(std::launch::async, [moved = std::move(piece)] { return look_at(moved); }));
    }

    void join_first() {
        auto const looked = waiting_.front().get();
        waiting_.pop_front();
        for (auto const& one : looked) join(one);
    }

    void join(Looked const& one) {
        std::string const where = "entry " + std::to_string(one.link.position);
        if (one.link.position != expected_)
            damaged("entry " + std::to_string(expected_),
                    "missing: the next that is there stands at " + std::to_string(one.link.position));
        expected_ = one.link.position + 1;
        if (!one.damage.empty()) damaged(where, one.damage);
        if (one.parsed) {
            if (std::string what = chains_.add(one.link); !what.empty()) damaged(where, std::move(what));
        }
        log_.add(hasher_, one.leaf);
        remember_root();
    }

    void remember_root() {
        for (auto& [size, root] : roots_)
            if (size == log_.size()) root = log_.root(hasher_);
    }

    void check_log() {
        result_.root = log_.root(hasher_);
        auto const stored = store_.root(log_.size());
        if (!stored)
            damaged("log", "its nodes cannot be read: " + stored.error().what);
        else if (*stored != result_.root)
            damaged("log", "its stored nodes are not those of its entries");
        auto const origin = store_.setting("origin");
        for (std::size_t i = 0; i < options_.pinned.size(); ++i) {
            auto const& pinned = options_.pinned[i];
            std::string const where = "checkpoint of " + pinned.origin + " at " + std::to_string(pinned.size);
            if (!origin || *origin != pinned.origin)
                damaged(where, "it is of another log than this one");
            else if (pinned.size > log_.size())
                damaged(where,
                        "the end of the log was cut off: only " + std::to_string(log_.size()) + " entries are there");
            else if (roots_[i].second != pinned.root)
                damaged(where, "entries before it were changed, removed or added since it was signed");
        }
    }

    void check_originals() {
        std::vector<Hash> hashes;
        auto const scanned =
            store_.scan_originals([&](StoredOriginal const& one) { return hashes.push_back(one.hash), true; });
        if (!scanned) damaged("originals", "they cannot be read: " + scanned.error().what);
        for (auto const& hash : hashes) {
            if (enough()) return;
            auto const bytes = store_.original(hash);
            if (!bytes)
                damaged("original " + hash.hex(), bytes.error().what);
            else if (!*bytes)
                damaged("original " + hash.hex(), "it cannot be found by its name");
            ++result_.originals;
        }
    }

    Store& store_;
    VerifyOptions const& options_;
    Hasher hasher_;
    Chains chains_;
    CompactRange log_;
    std::vector<std::pair<std::uint64_t, Hash>> roots_;  // at the sizes of the pinned checkpoints
    std::deque<std::future<std::vector<Looked>>> waiting_;
    std::uint64_t expected_ = 0;
    Verification result_;
};

}  // namespace

Result<Verification> verify_archive(Store& store, VerifyOptions const& options) {
    return Verifier(store, options).run();
}

}  // namespace salname::journal
