#include "chronicle/veil.h"

#include <algorithm>

#include "text/fold.h"
#include "text/pieces.h"

namespace salname::chronicle {

namespace {
constexpr std::size_t shortest_stem = 4;  // shorter words are hidden only as they are, or half of all words would go
}

std::vector<HiddenName> hidden_names(People const& people) {
    std::vector<HiddenName> hidden;
    for (PersonRecord const& person : people.persons)
        if (person.is_protected) hidden.push_back({person.id, person.name, person.hidden});
    return hidden;
}

Veil::Veil(std::vector<HiddenName> const& hidden) {
    for (HiddenName const& person : hidden)
        for (std::string const& form : person.forms) {
            auto const end = static_cast<std::uint32_t>(form.size());
            for (Piece piece = next_piece(form, 0, end); !piece.span.empty();
                 piece = next_piece(form, piece.span.end, end)) {
                // Initials and particles are no name.
                if (piece.kind != PieceKind::word || piece.span.size() < 3) continue;
                std::string folded = fold(piece.span.of(form));
                bool const known =
                    std::any_of(words_.begin(), words_.end(), [&](HiddenWord const& w) { return w.folded == folded; });
                if (!known) words_.push_back({std::move(folded), person.shown});
            }
        }
    std::sort(words_.begin(), words_.end(), [](HiddenWord const& a, HiddenWord const& b) {
        return std::pair(b.folded.size(), a.folded) < std::pair(a.folded.size(), b.folded);
    });
}

std::string Veil::over(std::string_view text) const {
    if (words_.empty()) return std::string(text);
    std::string out;
    std::string folded;
    std::uint32_t copied = 0;
    std::string_view last_shown;
    std::uint32_t last_end = 0;
    auto const end = static_cast<std::uint32_t>(text.size());
    for (Piece piece = next_piece(text, 0, end); !piece.span.empty(); piece = next_piece(text, piece.span.end, end)) {
        if (piece.kind != PieceKind::word) continue;
        fold_into(piece.span.of(text), folded);
        auto const hidden = std::find_if(words_.begin(), words_.end(), [&](HiddenWord const& w) {
            return folded == w.folded || (w.folded.size() >= shortest_stem && folded.starts_with(w.folded));
        });
        if (hidden == words_.end()) continue;
        // "Given Surname" becomes one shown name, not two.
        bool const goes_on = last_shown == hidden->shown && piece.span.begin - last_end <= 1 && copied == last_end;
        if (!goes_on) {
            out.append(text, copied, piece.span.begin - copied);
            out += hidden->shown;
        }
        copied = last_end = piece.span.end;
        last_shown = hidden->shown;
    }
    out.append(text, copied);
    return out;
}

}  // namespace salname::chronicle
