// Case law as judgments are cited; the forms are those of the European Court's own citation guide.
#include "reading/provisions.h"

namespace salname {

namespace {

// "24246/94": an application number, the surest sign of a citation.
bool is_application_number(TokenizedReport const& report, std::uint32_t t, std::uint32_t limit) {
    if (t + 2 >= limit || report.tokens[t].kind != PieceKind::number || report.tokens[t + 1].mark != '/' ||
        report.tokens[t + 2].kind != PieceKind::number)
        return false;
    auto const digits = [&](std::uint32_t i, std::size_t least, std::size_t most) {
        std::string_view const text = report.of(report.tokens[i]);
        return text.size() >= least && text.size() <= most &&
               text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return report.tokens[t + 1].glued() && report.tokens[t + 2].glued() && digits(t, 2, 6) && digits(t + 2, 2, 2);
}

// "Okçuoğlu v. Turkey": the parties around a versus sign, as one mention.
void find_parties(MentionClaims& claims, TokenRange sentence) {
    TokenizedReport const& report = claims.report();
    auto const part = [&](std::uint32_t t) {
        Token const& token = report.tokens[t];
        return claims.free(t) && ((token.kind == PieceKind::word && token.capital()) ||
                                  claims.has(t, WordClass::conjunction) || claims.has(t, WordClass::name_particle));
    };
    for (std::uint32_t t = sentence.first + 1; t + 1 < sentence.last; ++t) {
        if (!claims.has(t, WordClass::versus)) continue;
        std::uint32_t next = report.tokens[t + 1].mark == '.' ? t + 2 : t + 1;
        if (next < sentence.last && claims.has(next, WordClass::determiner)) ++next;
        if (next >= sentence.last || !report.tokens[next].capital() || !report.tokens[t - 1].capital()) continue;
        TokenRange range{t, next + 1};
        while (range.first > sentence.first && t - range.first < 10 && part(range.first - 1)) --range.first;
        while (range.last < sentence.last && report.tokens[range.last].capital() && claims.free(range.last))
            ++range.last;
        if (!claims.free(range)) continue;
        Mention mention;
        mention.tokens = range;
        mention.kind = MentionKind::citation;
        mention.value = static_cast<std::uint32_t>(claims.mentions().citations.size());
        mention.rule = "citation.parties";
        claims.mentions().citations.emplace_back(report.span_of(range).of(report.text));
        claims.claim(mention);
        t = range.last;
    }
}

}  // namespace

void find_citations(MentionClaims& claims) {
    TokenizedReport const& report = claims.report();
    for (Sentence const& sentence : report.sentences) {
        std::uint32_t const limit = sentence.tokens.last;
        find_parties(claims, sentence.tokens);
        for (std::uint32_t t = sentence.tokens.first; t + 2 < limit; ++t) {
            if (report.tokens[t].kind != PieceKind::number || !is_application_number(report, t, limit)) continue;
            bool const named = t > sentence.tokens.first &&
                               (claims.has(t - 1, WordClass::case_noun) || report.tokens[t - 1].mark == '.' ||
                                report.tokens[t - 1].kind == PieceKind::mark);
            if (!named || !claims.free({t, t + 3})) continue;
            Mention mention;
            mention.tokens = {t, t + 3};
            mention.kind = MentionKind::citation;
            mention.value = static_cast<std::uint32_t>(claims.mentions().citations.size());
            mention.rule = "citation.application";
            claims.mentions().citations.emplace_back(report.span_of(mention.tokens).of(report.text));
            claims.claim(mention);
            t += 2;
        }
    }
}

}  // namespace salname
