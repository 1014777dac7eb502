#include "text/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <array>

#include "text/utf8.h"

namespace salname {

namespace {

constexpr char32_t table_end = 0x2100;  // every alphabet that we fold, and general punctuation

// Letters whose plain neighbour Unicode does not name as a decomposition.
char32_t special_fold(char32_t point) {
    switch (point) {
        case 0x018F:  // Latin schwa
        case 0x0259: return U'a';
        case 0x0131:
        case 0x0130: return U'i';
        case 0x0141:
        case 0x0142: return U'l';
        case 0x00D8:
        case 0x00F8: return U'o';
        case 0x0110:
        case 0x0111:
        case 0x00D0:
        case 0x00F0: return U'd';
        case 0x00DF: return U's';
        case 0x00C6:
        case 0x00E6: return U'a';
        case 0x0152:
        case 0x0153: return U'o';
        case 0x00DE:
        case 0x00FE: return U't';
        case 0x0401:
        case 0x0451: return 0x0435;  // Cyrillic io is written as ie
        case 0x2018:
        case 0x2019:
        case 0x02BC:
        case 0x02BB:
        case 0x201B: return U'\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x00AB:
        case 0x00BB: return U'"';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2212: return U'-';
        case 0x00A0:
        case 0x202F:
        case 0x2009: return U' ';
        default: return 0;
    }
}

bool is_dropped(char32_t point) {
    return (point >= 0x0300 && point < 0x0370) || point == 0x00AD || (point >= 0x200B && point <= 0x200F) ||
           point == 0x2060 || point == 0xFEFF;
}

char32_t compute_fold(char32_t point, UNormalizer2 const* nfd) {
    if (is_dropped(point)) return 0;
    if (char32_t const special = special_fold(point)) return special;
    auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(point)));
    // Marks are stripped from Latin and Greek only: in Cyrillic they make other letters.
    if (nfd != nullptr && (lower < 0x0400 || (lower >= 0x1E00 && lower < 0x2000))) {
        std::array<UChar, 8> parts{};
        UErrorCode status = U_ZERO_ERROR;
        int32_t const size = unorm2_getDecomposition(nfd, static_cast<UChar32>(lower), parts.data(),
                                                     static_cast<int32_t>(parts.size()), &status);
        if (U_SUCCESS(status) && size > 0) lower = parts[0];
    }
    return lower;
}

// Computed once from ICU's data, then constant.
std::array<char16_t, table_end> const& fold_table() {
    static auto const table = [] {
        std::array<char16_t, table_end> made{};
        UErrorCode status = U_ZERO_ERROR;
        UNormalizer2 const* nfd = unorm2_getNFDInstance(&status);
        for (char32_t point = 1; point < table_end; ++point)
            made[point] = static_cast<char16_t>(compute_fold(point, U_SUCCESS(status) ? nfd : nullptr));
        return made;
    }();
    return table;
}

}  // namespace

char32_t fold_point(char32_t point) {
    if (point < table_end) return fold_table()[point];
    if (is_dropped(point)) return 0;
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(point)));
}

void fold_into(std::string_view text, std::string& out) {
    out.clear();
    auto const& table = fold_table();
    for (std::size_t at = 0; at < text.size();) {
        auto const byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            out.push_back(static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte));
            ++at;
            continue;
        }
        Decoded const decoded = decode_utf8(text, at);
        at += decoded.size;
        char32_t const folded = decoded.point < table_end ? table[decoded.point] : fold_point(decoded.point);
        if (folded == 0) continue;
        append_utf8(out, folded);
        if (decoded.point == 0x00DF) out.push_back('s');
        if (decoded.point == 0x00E6 || decoded.point == 0x00C6) out.push_back('e');
    }
}

std::string fold(std::string_view text) {
    std::string out;
    fold_into(text, out);
    return out;
}

Script script_of(char32_t point) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(point), &status)) {
        case USCRIPT_LATIN: return Script::latin;
        case USCRIPT_CYRILLIC: return Script::cyrillic;
        case USCRIPT_GREEK: return Script::greek;
        case USCRIPT_ARMENIAN: return Script::armenian;
        case USCRIPT_GEORGIAN: return Script::georgian;
        case USCRIPT_ARABIC: return Script::arabic;
        case USCRIPT_HEBREW: return Script::hebrew;
        case USCRIPT_HAN: return Script::han;
        default: return Script::other;
    }
}

bool is_letter(char32_t point) {
    return u_isalpha(static_cast<UChar32>(point)) != 0;
}

bool is_upper(char32_t point) {
    return u_isupper(static_cast<UChar32>(point)) != 0;
}

}  // namespace salname
