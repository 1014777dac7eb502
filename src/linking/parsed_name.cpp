#include "linking/parsed_name.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "text/hash.h"
#include "text/pieces.h"

namespace salname::linking {

namespace {

class Parsing {
public:
    Parsing(NameKnowledge const& knowledge, std::string_view name) : knowledge_(knowledge), name_(name) {}

    ParsedName parse() {
        auto const end = static_cast<std::uint32_t>(name_.size());
        for (Piece piece = next_piece(name_, 0, end); !piece.span.empty();
             piece = next_piece(name_, piece.span.end, end))
            if (piece.kind == PieceKind::word) add(piece);
        find_patronymic();
        for (std::size_t w = 0; w < parsed_.count; ++w) {
            NameWord const& word = parsed_.words[w];
            if (word.kind != WordKind::initial) parsed_.classes |= word.form.classes;
            if (parsed_.gender == Gender::unknown) parsed_.gender = word.gender;
            if (word.kind == WordKind::name) ++parsed_.full_words;
        }
        return parsed_;
    }

private:
    void add(Piece const& piece) {
        std::string_view const text = piece.span.of(name_);
        bool const letter = length_of(text) == 1;
        if ((piece.flags & piece_initials) != 0 || letter) return add_initials(piece.span);
        LowerWord const low(text);
        switch (knowledge_.part_of(low)) {
            case Part::title:
                // "Prince" alone may be a name.
                if (parsed_.count == 0 && piece.span.end < name_.size()) return;
                break;
            case Part::son_of:
            case Part::daughter_of:
                if (parsed_.count == 0) break;  // a name of its own when it opens
                next_is_father_ = true;
                return;
            case Part::particle: return;
            case Part::joined:
                if (parsed_.count < 2 || parsed_.words[parsed_.count - 1U].kind != WordKind::name) break;
                return join_to_last(piece.span);
            case Part::place_noun: parsed_.place = true; return;
            case Part::son: return mark_patronymic(Gender::man);
            case Part::daughter: return mark_patronymic(Gender::woman);
            case Part::name: break;
        }
        if (parsed_.count >= most_words) return;
        NameWord& word = parsed_.words[parsed_.count++];
        word.span = piece.span;
        if (std::exchange(next_is_father_, false)) word.kind = WordKind::patronymic;
        set(word, low);
    }

    void join_to_last(Span span) {
        NameWord& word = parsed_.words[parsed_.count - 1U];
        std::string whole(word.span.of(name_));
        whole += span.of(name_);
        word.span.end = span.end;
        set(word, LowerWord(whole));
    }

    void set(NameWord& word, LowerWord const& low) const {
        word.form = form_of(knowledge_, low);
        word.gender = knowledge_.gender_of(low.text());
        word.text_size = 0;
        if (low.byte_count > longest_text) return;
        std::copy_n(low.bytes.begin(), low.byte_count, word.text.begin());
        word.text_size = static_cast<std::uint8_t>(low.byte_count);
    }

    static std::size_t length_of(std::string_view text) {
        std::size_t letters = 0;
        for (char const c : text) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80 && c != '.';
        return letters;
    }

    // "K.M." are two.
    void add_initials(Span span) {
        for (std::uint32_t at = span.begin; at < span.end;) {
            std::uint32_t end = at + 1;
            while (end < span.end && (static_cast<unsigned char>(name_[end]) & 0xC0U) == 0x80) ++end;
            if (name_[at] != '.' && parsed_.count < most_words) {
                NameWord& word = parsed_.words[parsed_.count++];
                word.kind = WordKind::initial;
                word.span = {at, end};
                word.form = form_of(knowledge_, name_.substr(at, end - at));
            }
            at = end;
        }
    }

    void mark_patronymic(Gender gender) {
        if (parsed_.count < 2) return;
        NameWord& word = parsed_.words[parsed_.count - 1U];
        word.kind = WordKind::patronymic;
        word.gender = gender;
        parsed_.gender = gender;
    }

    // "Rashidovich" between a given and a family name.
    void find_patronymic() {
        std::size_t names = 0;
        for (std::size_t w = 0; w < parsed_.count; ++w) names += parsed_.words[w].kind == WordKind::name;
        if (names < 3) return;
        for (std::size_t w = 0; w < parsed_.count; ++w) {
            NameWord& word = parsed_.words[w];
            Gender gender = Gender::unknown;
            if (word.kind != WordKind::name || !knowledge_.is_patronymic(lower(word.span.of(name_)), gender)) continue;
            word.kind = WordKind::patronymic;
            word.gender = gender;
            parsed_.gender = gender;
            return;
        }
    }

    NameKnowledge const& knowledge_;
    std::string_view name_;
    ParsedName parsed_;
    bool next_is_father_ = false;
};

}  // namespace

SoundForm form_of(NameKnowledge const& knowledge, std::string_view word) {
    return form_of(knowledge, LowerWord(word));
}

SoundForm form_of(NameKnowledge const& knowledge, LowerWord const& word) {
    SoundForm form;
    form.size = static_cast<std::uint8_t>(knowledge.sounds_of(word, form.sounds));
    int self = 0;
    for (std::size_t i = 0; i < form.size; ++i) {
        self += knowledge.score(form.sounds[i], form.sounds[i]);
        std::uint64_t const bit = knowledge.class_bit(form.sounds[i]);
        if (std::popcount(form.opening) < 2) form.opening |= bit;
        form.classes |= bit;
    }
    form.self = static_cast<std::int16_t>(std::min(self, 32000));
    return form;
}

ParsedName parse_name(NameKnowledge const& knowledge, std::string_view name) {
    return Parsing(knowledge, name).parse();
}

namespace {

// The first classes of a word's skeleton, as many as `depth`.
std::uint64_t opening_of(NameKnowledge const& knowledge, NameWord const& word, std::size_t depth) {
    std::uint64_t key = 0;
    std::uint64_t last = 0;
    for (std::size_t i = 0; i < word.form.size && depth > 0; ++i) {
        std::uint64_t const bit = knowledge.class_bit(word.form.sounds[i]);
        if (bit == 0 || bit == last) continue;
        key = key * 64 + static_cast<std::uint64_t>(std::countr_zero(bit)) + 1;
        last = bit;
        --depth;
    }
    return key;
}

}  // namespace

std::size_t block_keys(NameKnowledge const& knowledge, ParsedName const& name, std::span<std::uint64_t> keys) {
    constexpr std::size_t deep = 3;
    std::size_t count = 0;
    for (std::size_t v = 0; v < name.count; ++v)
        for (std::size_t w = 0; w < name.count && count < keys.size(); ++w) {
            if (v == w || name.words[v].kind != WordKind::name || name.words[w].kind != WordKind::name) continue;
            std::uint64_t const key =
                combine(opening_of(knowledge, name.words[v], 1), opening_of(knowledge, name.words[w], deep));
            auto const end = keys.begin() + static_cast<std::ptrdiff_t>(count);
            if (std::find(keys.begin(), end, key) == end) keys[count++] = key;
        }
    return count;
}

}  // namespace salname::linking
