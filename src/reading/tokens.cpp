#include "reading/tokens.h"

#include <array>

#include "text/fold.h"
#include "text/hash.h"
#include "text/utf8.h"

namespace salname {

namespace {

constexpr std::uint32_t longest_sentence = 240;  // tokens

// Folds the token's text and looks it up. ASCII words, the great majority, never leave the stack.
class WordFinder {
public:
    explicit WordFinder(Vocabulary const& packs) : packs_(packs) {}

    std::uint64_t hash_of(std::string_view text, bool ascii) {
        if (ascii && text.size() <= buffer_.size()) {
            for (std::size_t i = 0; i < text.size(); ++i) {
                char const c = text[i];
                buffer_[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            }
            return hash_bytes({buffer_.data(), text.size()});
        }
        fold_into(text, folded_);
        return hash_bytes(folded_);
    }

    WordId find(std::uint64_t hash) const { return packs_.find(hash); }

private:
    Vocabulary const& packs_;
    std::array<char, 64> buffer_{};
    std::string folded_;
};

char folded_mark(std::string_view text) {
    if (text.size() == 1) return text[0];
    char32_t const point = fold_point(decode_utf8(text, 0).point);
    if (point == 0x2026) return '.';
    if (point == 0x2022 || point == 0x00B7) return '*';
    return point < 0x80 ? static_cast<char>(point) : '\0';
}

class Tokenizer {
public:
    Tokenizer(TokenizedReport& report, Vocabulary const& packs) : report_(report), packs_(packs), finder_(packs) {}

    void block(std::uint32_t number) {
        Block& block = report_.blocks[number];
        block.tokens.first = count();
        quote_ = 0;
        for (std::uint32_t at = block.span.begin; at < block.span.end;) {
            Piece const piece = next_piece(report_.text, at, block.span.end);
            if (piece.span.empty()) break;
            add(piece);
            at = piece.span.end;
        }
        block.tokens.last = count();
        cut_sentences(number);
    }

private:
    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(report_.tokens.size()); }
    [[nodiscard]] bool has(Token const& token, WordClass c) const { return packs_.words[token.word].classes.has(c); }

    void add(Piece const& piece) {
        Token token;
        token.begin = piece.span.begin;
        token.end = piece.span.end;
        token.kind = piece.kind;
        token.flags = piece.flags;
        std::string_view const text = piece.span.of(report_.text);
        if (piece.kind == PieceKind::mark) {
            token.mark = folded_mark(text);
            set_quote(token, text);
            token.hash = static_cast<std::uint32_t>(static_cast<unsigned char>(token.mark));
            if (token.mark != 0) token.word = finder_.find(hash_bytes({&token.mark, 1}));
            report_.tokens.push_back(token);
            return;
        }
        token.quote = quote_;
        if ((piece.flags & piece_apostrophe) != 0 && split_clitic(token, text)) return;
        look_up(token, text);
        report_.tokens.push_back(token);
    }

    void look_up(Token& token, std::string_view text) {
        std::uint64_t const hash = finder_.hash_of(text, (token.flags & piece_not_ascii) == 0);
        token.hash = static_cast<std::uint32_t>(hash);
        token.word = finder_.find(hash);
    }

    // "Gurbanov's" is a name and a clitic, when the pack lists the clitic; the whole word comes first.
    bool split_clitic(Token token, std::string_view text) {
        look_up(token, text);
        if (token.word != 0) return false;
        std::size_t cut = text.rfind('\'');
        for (std::string_view const mark : {"\u2019", "\u2018", "\u02BC"}) {
            std::size_t const at = text.rfind(mark);
            if (at != std::string_view::npos && (cut == std::string_view::npos || at > cut)) cut = at;
        }
        if (cut == std::string_view::npos || cut == 0) return false;
        Token clitic = token;
        clitic.begin = token.begin + static_cast<std::uint32_t>(cut);
        clitic.flags = piece_not_ascii;
        look_up(clitic, text.substr(cut));
        if (!has(clitic, WordClass::clitic)) return false;
        token.end = clitic.begin;
        look_up(token, text.substr(0, cut));
        report_.tokens.push_back(token);
        report_.tokens.push_back(clitic);
        return true;
    }

    void set_quote(Token& token, std::string_view text) {
        token.quote = quote_;
        if (token.mark != '"') return;
        bool opens = quote_ == 0;
        if (text == "\u201C" || text == "\u00AB" || text == "\u201E") opens = true;
        if (text == "\u201D" || text == "\u00BB") opens = false;
        if (opens && quote_ < 3) ++quote_;
        if (!opens && quote_ > 0) --quote_;
    }

    [[nodiscard]] bool ends_sentence(std::uint32_t t, std::uint32_t last) const {
        Token const& token = report_.tokens[t];
        if (token.mark != '.' && token.mark != '!' && token.mark != '?') return false;
        if (t + 1 >= last) return true;
        Token const& next = report_.tokens[t + 1];
        if (next.glued())
            return next.mark == '"' || next.mark == ')' || next.mark == ']' ? false
                                                                            : next.mark == 0 && token.mark != '.';
        if (token.mark == '.' && t > 0 && token.glued()) {
            Token const& before = report_.tokens[t - 1];
            if (has(before, WordClass::abbreviation)) return false;
            if (before.kind == PieceKind::word && before.end - before.begin == 1 && before.capital()) return false;
        }
        return next.kind != PieceKind::word || next.capital() || (next.flags & piece_line_start) != 0;
    }

    void cut_sentences(std::uint32_t number) {
        Block& block = report_.blocks[number];
        block.sentences.first = static_cast<std::uint32_t>(report_.sentences.size());
        std::uint32_t start = block.tokens.first;
        for (std::uint32_t t = block.tokens.first; t < block.tokens.last; ++t) {
            bool end = ends_sentence(t, block.tokens.last);
            Token const& token = report_.tokens[t];
            // A closing quote or bracket after the full stop belongs to the sentence before it.
            if (!end && t > start && token.glued() && (token.mark == '"' || token.mark == ')' || token.mark == ']')) {
                char const before = report_.tokens[t - 1].mark;
                bool const closed = before == '.' || before == '!' || before == '?';
                end = closed && (t + 1 >= block.tokens.last ||
                                 (!report_.tokens[t + 1].glued() &&
                                  (report_.tokens[t + 1].capital() || report_.tokens[t + 1].kind != PieceKind::word)));
            }
            // What has no full stops is cut all the same: later stages look at whole sentences.
            std::uint32_t const size = t + 1 - start;
            end = end || size >= longest_sentence || (size >= longest_sentence / 2 && token.mark == ',');
            if (end) {
                report_.sentences.push_back({{start, t + 1}, number});
                start = t + 1;
            }
        }
        if (start < block.tokens.last) report_.sentences.push_back({{start, block.tokens.last}, number});
        block.sentences.last = static_cast<std::uint32_t>(report_.sentences.size());
    }

    TokenizedReport& report_;
    Vocabulary const& packs_;
    WordFinder finder_;
    std::uint8_t quote_ = 0;
};

}  // namespace

void tokenize(TokenizedReport& report, Vocabulary const& packs) {
    report.tokens.clear();
    report.sentences.clear();
    Tokenizer tokenizer(report, packs);
    for (std::uint32_t b = 0; b < report.blocks.size(); ++b) tokenizer.block(b);
    report.sentence_of.assign(report.tokens.size(), 0);
    for (std::uint32_t s = 0; s < report.sentences.size(); ++s)
        for (std::uint32_t t = report.sentences[s].tokens.first; t < report.sentences[s].tokens.last; ++t)
            report.sentence_of[t] = s;
}

}  // namespace salname
