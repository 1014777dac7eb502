#include "reading/names.h"

#include <algorithm>
#include <unordered_set>

#include "text/fold.h"

namespace salname {

namespace {

constexpr std::uint32_t longest_name = 8;  // tokens

std::uint64_t key_of(MentionClaims const& claims, std::uint32_t t) {
    Token const& token = claims.report().tokens[t];
    if (token.kind == PieceKind::number) return 3;
    if (token.mark != 0) return 10 + static_cast<unsigned char>(token.mark);
    if (token.kind == PieceKind::mark) return 4;
    return token.hash | 0x100000000ULL;
}

std::uint64_t class_bits(MentionClaims const& claims, std::uint32_t t) {
    std::uint64_t bits = 0;
    unsigned at = 0;
    for (WordClass const c : {WordClass::given_male, WordClass::given_female, WordClass::surname, WordClass::title,
                              WordClass::role, WordClass::official, WordClass::lawyer, WordClass::kin,
                              WordClass::name_particle, WordClass::institution_noun, WordClass::speech, WordClass::be,
                              WordClass::preposition, WordClass::place_marker, WordClass::demonym, WordClass::month})
        bits |= static_cast<std::uint64_t>(claims.has(t, c)) << at++;
    return bits;
}

class NameFinder {
public:
    explicit NameFinder(MentionClaims& claims)
        : claims_(claims), report_(claims.report()), packs_(claims.packs()), weights_(packs_.model("names")) {}

    void find() {
        auto const size = static_cast<std::uint32_t>(report_.tokens.size());
        tags_.assign(size, 0);
        plain_words_.assign(1U << 16U, false);
        for (Token const& token : report_.tokens)
            if (token.kind == PieceKind::word && !token.capital()) plain_words_[token.hash & 0xFFFFU] = true;
        for (Sentence const& sentence : report_.sentences) tag(sentence.tokens);
        for (int pass = 0; pass < 2; ++pass)
            for (Sentence const& sentence : report_.sentences) widen(sentence.tokens);
        agree();
        for (Sentence const& sentence : report_.sentences) collect(sentence.tokens);
    }

private:
    void tag(TokenRange sentence) {
        bool previous = false;
        for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
            if (!may_be_name(claims_, t)) {
                previous = false;
                continue;
            }
            tags_[t] = previous = is_name(t, sentence, previous);
        }
    }

    [[nodiscard]] bool is_name(std::uint32_t t, TokenRange sentence, bool previous) {
        ClassSet const& c = packs_.words[report_.tokens[t].word].classes;
        bool const other = c.has(WordClass::not_a_name) || c.has(WordClass::demonym) || c.has(WordClass::month) ||
                           c.has(WordClass::weekday) || c.has(WordClass::title) || c.has(WordClass::role) ||
                           c.has(WordClass::official) || c.has(WordClass::lawyer) || c.has(WordClass::kin) ||
                           c.has(WordClass::group_plural);
        bool const given = c.has(WordClass::given_male) || c.has(WordClass::given_female);
        if (other && !given) return false;
        // A capital at the start of a sentence says nothing of a word that stands in small letters elsewhere.
        if (t == sentence.first && !given && plain_words_[report_.tokens[t].hash & 0xFFFFU]) return false;
        if ((report_.tokens[t].flags & piece_initials) != 0 && alone_initials(t)) return report_.tokens[t].word == 0;
        if (weights_.empty()) return plain(t, sentence);
        features_.clear();
        add_name_features(features_, claims_, t, sentence, previous);
        return features_.score(weights_) > 0;
    }

    // "K.M.": two or three initials that stand for a name.
    [[nodiscard]] bool alone_initials(std::uint32_t t) const {
        std::uint32_t const size = report_.tokens[t].end - report_.tokens[t].begin;
        return size >= 4 && size <= 8;
    }

    // Without a model: given names, and unknown capitalised words beside one another.
    [[nodiscard]] bool plain(std::uint32_t t, TokenRange sentence) const {
        auto const unknown = [&](std::uint32_t i) {
            return i >= sentence.first && i < sentence.last && may_be_name(claims_, i) && report_.tokens[i].word == 0;
        };
        if (claims_.has(t, WordClass::given_male) || claims_.has(t, WordClass::given_female)) return true;
        return unknown(t) &&
               (unknown(t + 1) || (t > sentence.first && (unknown(t - 1) || claims_.has(t - 1, WordClass::given_male) ||
                                                          claims_.has(t - 1, WordClass::given_female))));
    }

    // Initials beside a name, and what a hyphen joins to one, belong to it: "Thawatchai K.", "Ferrer-Urdaneta".
    void widen(TokenRange sentence) {
        for (std::uint32_t t = sentence.first; t + 1 < sentence.last; ++t) {
            bool const next_initials =
                (report_.tokens[t + 1].flags & piece_initials) != 0 && may_be_name(claims_, t + 1);
            bool const initials = (report_.tokens[t].flags & piece_initials) != 0 && may_be_name(claims_, t);
            if (tags_[t] != 0 && next_initials) tags_[t + 1] = 1;
            if (initials && tags_[t] == 0 && tags_[t + 1] != 0) tags_[t] = 1;
            bool const article = t + 3 < sentence.last && tags_[t] != 0 &&
                                 claims_.has(t + 1, WordClass::name_particle) && report_.tokens[t + 2].mark == '-' &&
                                 report_.tokens[t + 2].glued();
            if (article && may_be_name(claims_, t + 3)) tags_[t + 3] = 1;
            bool const hyphen = t + 2 < sentence.last && report_.tokens[t + 1].mark == '-' &&
                                report_.tokens[t + 1].glued() && report_.tokens[t + 2].glued();
            bool const unknown = may_be_name(claims_, t) && report_.tokens[t].word == 0 &&
                                 (report_.tokens[t].flags & piece_initials) == 0;
            bool const next_unknown = may_be_name(claims_, t + 1) && report_.tokens[t + 1].word == 0;
            if (unknown && tags_[t] == 0 && tags_[t + 1] != 0) tags_[t] = 1;
            if (next_unknown && tags_[t] != 0) tags_[t + 1] = 1;
            if (!hyphen) continue;
            if (tags_[t] != 0 && may_be_name(claims_, t + 2)) tags_[t + 2] = 1;
            if (tags_[t] == 0 && tags_[t + 2] != 0 && may_be_name(claims_, t)) tags_[t] = 1;
        }
    }

    // A word that is part of a longer name once is a name wherever it stands with a capital.
    void agree() {
        std::unordered_set<std::uint32_t> known;
        auto const size = static_cast<std::uint32_t>(tags_.size());
        for (std::uint32_t t = 0; t < size; ++t) {
            bool const beside = (t > 0 && tags_[t - 1] != 0) || (t + 1 < size && tags_[t + 1] != 0);
            if (tags_[t] != 0 && beside && report_.tokens[t].word == 0 &&
                report_.tokens[t].end - report_.tokens[t].begin > 2)
                known.insert(report_.tokens[t].hash);
        }
        for (std::uint32_t t = 0; t < size; ++t)
            if (tags_[t] == 0 && may_be_name(claims_, t) && known.contains(report_.tokens[t].hash)) tags_[t] = 1;
    }

    void collect(TokenRange sentence) {
        for (std::uint32_t t = sentence.first; t < sentence.last;) {
            if (tags_[t] == 0) {
                ++t;
                continue;
            }
            std::uint32_t last = t + 1;
            while (last < sentence.last && last - t < longest_name) {
                std::uint32_t const next = joined(last, sentence.last);
                if (next == last) break;
                last = next;
            }
            claim({t, last});
            t = last;
        }
    }

    // Token after the next part of the name, or `at` when the name ends here.
    [[nodiscard]] std::uint32_t joined(std::uint32_t at, std::uint32_t limit) const {
        if (tags_[at] != 0) return at + 1;
        if (at + 1 >= limit || (tags_[at + 1] == 0 && report_.tokens[at + 1].mark != '-')) {
            // "Vagif oglu", "Nguyen Van": particles may close a name
            return claims_.free(at) && claims_.has(at, WordClass::name_suffix) ? at + 1 : at;
        }
        bool const hyphen =
            report_.tokens[at].mark == '-' && report_.tokens[at].glued() && report_.tokens[at + 1].glued();
        // "Mohd. Arshad": the point of an abbreviated given name
        bool const point = report_.tokens[at].mark == '.' && report_.tokens[at].glued() &&
                           report_.tokens[at - 1].end - report_.tokens[at - 1].begin <= 4 &&
                           !report_.tokens[at + 1].glued();
        bool const may_join = claims_.free(at) && claims_.has(at, WordClass::name_particle);
        bool const particle = may_join && tags_[at + 1] != 0;
        bool const article =
            may_join && at + 2 < limit && report_.tokens[at + 1].mark == '-' && tags_[at + 2] != 0;  // "al-Dossary"
        if (article) return at + 3;
        return hyphen || particle || point ? at + 2 : at;
    }

    void claim(TokenRange range) {
        Mention mention;
        mention.tokens = range;
        // "Ahmet Yıldırım, cited above": a judgment, not a person of this report.
        bool const cited = range.last + 1 < report_.tokens.size() && report_.tokens[range.last].mark == ',' &&
                           claims_.has(range.last + 1, WordClass::cited);
        if (cited) {
            mention.kind = MentionKind::citation;
            mention.value = static_cast<std::uint32_t>(claims_.mentions().citations.size());
            mention.rule = "citation.cited-above";
            claims_.mentions().citations.emplace_back(report_.span_of(range).of(report_.text));
            claims_.claim(mention);
            return;
        }
        mention.kind = MentionKind::person;
        mention.rule = weights_.empty() ? "name.rule" : "name.model";
        claims_.claim(mention);
    }

    MentionClaims& claims_;
    TokenizedReport const& report_;
    Vocabulary const& packs_;
    std::span<std::int16_t const> weights_;
    FeatureList features_;
    std::vector<std::uint8_t> tags_;
    std::vector<bool> plain_words_;  // words seen without a capital, by the low bits of their hash
};

}  // namespace

void find_names(MentionClaims& claims) {
    NameFinder(claims).find();
}

bool may_be_name(MentionClaims const& claims, std::uint32_t t) {
    Token const& token = claims.report().tokens[t];
    return token.kind == PieceKind::word && token.capital() && claims.free(t);
}

namespace {

bool is_capital(TokenizedReport const& report, TokenRange sentence, std::uint32_t t) {
    return t >= sentence.first && t < sentence.last && report.tokens[t].capital() &&
           report.tokens[t].kind == PieceKind::word;
}

// The capitalised run that the token belongs to, and what stands around it: ", 19,", "blogger …", "(in the …".
void add_run_features(FeatureList& f, MentionClaims const& claims, std::uint32_t t, TokenRange sentence) {
    TokenizedReport const& report = claims.report();
    auto const capital = [&](std::uint32_t i) { return is_capital(report, sentence, i); };
    std::uint32_t run_first = t;
    std::uint32_t run_last = t + 1;
    auto const part = [&](std::uint32_t i) {
        return capital(i) || (i > sentence.first && i + 1 < sentence.last && report.tokens[i].mark == '-' &&
                              report.tokens[i].glued());
    };
    while (run_first > sentence.first && t - run_first < 5 && part(run_first - 1)) --run_first;
    while (run_last < sentence.last && run_last - t < 5 && part(run_last)) ++run_last;
    std::uint64_t known_words = 0;
    for (std::uint32_t i = run_first; i < run_last; ++i)
        known_words += report.tokens[i].word != 0 && report.tokens[i].kind == PieceKind::word;
    std::uint64_t const size = std::min<std::uint32_t>(run_last - run_first, 4);
    f.add("run", size, std::min<std::uint64_t>(known_words, 2), run_first == sentence.first);
    std::uint64_t const run_before = run_first > sentence.first ? class_bits(claims, run_first - 1) : 1ULL << 40U;
    std::uint64_t const run_after =
        run_last < sentence.last ? static_cast<unsigned char>(report.tokens[run_last].mark) : 1U;
    std::uint64_t next_kind = 0;
    if (run_last + 1 < sentence.last)
        next_kind = report.tokens[run_last + 1].kind == PieceKind::number ? 1 : 2 + class_bits(claims, run_last + 1);
    f.add("run-before", run_before, std::min<std::uint64_t>(size, 2));
    f.add("run-word-before", run_first > sentence.first ? key_of(claims, run_first - 1) : 1,
          std::min<std::uint64_t>(size, 2));
    f.add("run-after", run_after, next_kind);
    f.add("run-word-after", run_last < sentence.last ? key_of(claims, run_last) : 2, std::min<std::uint64_t>(size, 2));
    f.add("run-verb", run_last < sentence.last ? class_bits(claims, run_last) : 0,
          std::min<std::uint64_t>(known_words, 2));
}

// The words beside the token.
void add_neighbour_features(FeatureList& f, MentionClaims const& claims, std::uint32_t t, TokenRange sentence,
                            bool previous) {
    TokenizedReport const& report = claims.report();
    Token const& token = report.tokens[t];
    std::uint64_t const first = t == sentence.first;
    std::uint64_t const bits = class_bits(claims, t);
    std::uint64_t const before = t > sentence.first ? key_of(claims, t - 1) : 1;
    std::uint64_t const after = t + 1 < sentence.last ? key_of(claims, t + 1) : 2;
    f.add("before", before);
    f.add("after", after);
    f.add("previous", previous);
    f.add("previous-known", previous, token.word != 0, bits);
    auto const capital = [&](std::uint32_t i) { return is_capital(report, sentence, i); };
    std::uint64_t const left = t > sentence.first && capital(t - 1);
    std::uint64_t const right = capital(t + 1);
    f.add("neighbours", left * 2 + right, token.word != 0, previous);
    if (t > sentence.first) f.add("classes-before", class_bits(claims, t - 1), token.word != 0);
    if (t + 1 < sentence.last) f.add("classes-after", class_bits(claims, t + 1), token.word != 0);
    if (t + 1 < sentence.last)
        f.add("after-known", right,
              claims.packs().words[report.tokens[t + 1].word].classes.has(WordClass::institution_noun),
              token.word != 0);
    std::uint64_t const before_2 = t > sentence.first + 1 ? key_of(claims, t - 2) : 1;
    f.add("before-2", before_2, before);
    std::uint64_t const free_before = t > sentence.first && claims.free(t - 1);
    std::uint64_t const free_after = t + 1 < sentence.last && claims.free(t + 1);
    bool const quoted = token.quote != 0;
    bool const quote_before = t > sentence.first && report.tokens[t - 1].mark == '"';
    std::uint64_t const noun_before = t > sentence.first + 1 && quote_before ? class_bits(claims, t - 2) : 0;
    f.add("quoted", quoted, quote_before, noun_before);
    if (quote_before && t > sentence.first + 1) f.add("before-quote", key_of(claims, t - 2));
    bool const alone = !capital(t + 1) && !(t > sentence.first && capital(t - 1));
    f.add("alone-after", alone, t > sentence.first ? key_of(claims, t - 1) : 1);
    f.add("alone", alone, first, quoted);
    f.add("free", free_before * 2 + free_after, left * 2 + right);
}

// What running text makes of the word and its neighbours: a family name, a town, a verb.
void add_cluster_features(FeatureList& f, MentionClaims const& claims, std::uint32_t t, TokenRange sentence) {
    auto const cluster_at = [&](std::uint32_t i) { return claims.packs().cluster_of(claims.report().tokens[i].hash); };
    std::uint64_t const first = t == sentence.first;
    WordCluster const own = cluster_at(t);
    WordCluster const left = first != 0 ? WordCluster{} : cluster_at(t - 1);
    WordCluster const right = t + 1 < sentence.last ? cluster_at(t + 1) : WordCluster{};
    f.add("kind", own.coarse, first);
    f.add("fine-kind", own.fine, first);
    f.add("rarity", own.fine != 0, own.rarity, first);
    f.add("kind-left", left.coarse, own.coarse);
    f.add("kind-right", right.coarse, own.coarse);
    f.add("fine-kind-left", left.fine);
    f.add("fine-kind-right", right.fine);
}

}  // namespace

void add_name_features(FeatureList& f, MentionClaims const& claims, std::uint32_t t, TokenRange sentence,
                       bool previous) {
    TokenizedReport const& report = claims.report();
    Token const& token = report.tokens[t];
    std::string_view const text = report.of(token);
    std::uint64_t const first = t == sentence.first;
    std::uint64_t const bits = class_bits(claims, t);
    std::uint64_t const shape =
        (token.flags & (piece_all_upper | piece_initials | piece_not_ascii | piece_apostrophe)) +
        256U * std::min<std::size_t>(text.size(), 6);
    f.add("bias", first);
    f.add("word", token.hash);
    f.add("known", token.word != 0, first, claims.packs().words[token.word].forms != 0);
    f.add("classes", bits);
    f.add("shape", shape, first);
    std::string key;
    fold_into(text, key);
    std::string_view const folded = key;
    for (std::size_t const n : {2U, 3U, 4U}) {
        if (folded.size() <= n) break;
        f.add("suffix", n, hash_bytes(folded.substr(folded.size() - n)));
        f.add("prefix", n, hash_bytes(folded.substr(0, n)));
    }
    add_neighbour_features(f, claims, t, sentence, previous);
    add_run_features(f, claims, t, sentence);
    add_cluster_features(f, claims, t, sentence);
}

}  // namespace salname
