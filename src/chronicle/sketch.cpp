#include "chronicle/sketch.h"

#include <algorithm>
#include <charconv>

#include "text/fold.h"
#include "text/hash.h"
#include "text/pieces.h"

namespace salname::chronicle {

namespace {

constexpr std::size_t run_length = 5;
constexpr std::string_view version = "1:";
constexpr std::size_t digits = 16;

}  // namespace

std::vector<std::uint64_t> sketch_of(std::string_view text) {
    std::vector<std::uint64_t> words;
    std::string folded;
    auto const end = static_cast<std::uint32_t>(text.size());
    for (Piece piece = next_piece(text, 0, end); !piece.span.empty(); piece = next_piece(text, piece.span.end, end)) {
        if (piece.kind == PieceKind::mark) continue;
        fold_into(piece.span.of(text), folded);
        words.push_back(hash_bytes(folded));
    }
    std::vector<std::uint64_t> runs;
    for (std::size_t at = 0; at + run_length <= words.size(); ++at) {
        std::uint64_t run = 0;
        for (std::size_t i = 0; i < run_length; ++i) run = combine(run, words[at + i]);
        runs.push_back(run);
    }
    std::sort(runs.begin(), runs.end());
    runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
    if (runs.size() > sketch_size) runs.resize(sketch_size);
    return runs;
}

double likeness(std::span<std::uint64_t const> a, std::span<std::uint64_t const> b) {
    std::size_t i = 0;
    std::size_t k = 0;
    std::size_t seen = 0;
    std::size_t shared = 0;
    while (seen < sketch_size && (i < a.size() || k < b.size())) {
        bool const both = i < a.size() && k < b.size() && a[i] == b[k];
        if (both || k >= b.size() || (i < a.size() && a[i] < b[k])) {
            ++i;
            k += both;
        } else {
            ++k;
        }
        shared += both;
        ++seen;
    }
    return seen == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(seen);
}

std::string print_sketch(std::span<std::uint64_t const> sketch) {
    std::string text(version);
    for (std::uint64_t const value : sketch) {
        char buffer[digits];
        auto const end = std::to_chars(buffer, buffer + digits, value, 16).ptr;
        text.append(digits - static_cast<std::size_t>(end - buffer), '0');
        text.append(buffer, end);
    }
    return text;
}

std::vector<std::uint64_t> parse_sketch(std::string_view text) {
    if (!text.starts_with(version)) return {};
    text.remove_prefix(version.size());
    std::vector<std::uint64_t> sketch;
    for (; text.size() >= digits; text.remove_prefix(digits)) {
        std::uint64_t value = 0;
        auto const [end, error] = std::from_chars(&text[0], &text[0] + digits, value, 16);
        bool const ordered = sketch.empty() || sketch.back() < value;
        if (error != std::errc{} || end != &text[0] + digits || !ordered) return {};
        sketch.push_back(value);
    }
    return sketch.size() <= sketch_size ? sketch : std::vector<std::uint64_t>{};
}

}  // namespace salname::chronicle
