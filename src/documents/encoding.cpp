#include "documents/encoding.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/utf8.h"

namespace salname {

namespace {

constexpr std::size_t head_size = 4096;  // where a page must declare its encoding

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

// charset=… of a <meta> within the head
std::string declared_encoding(std::string_view bytes) {
    std::string const head = lower(bytes.substr(0, head_size));
    std::size_t at = head.find("charset=");
    if (at == std::string::npos) return {};
    at += 8;
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    std::size_t const end = head.find_first_of("\"' />;", at);
    return head.substr(at, end == std::string::npos ? std::string::npos : end - at);
}

std::string guessed_encoding(std::string_view bytes) {
    std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> const detector(uchardet_new(),
                                                                                                  &uchardet_delete);
    std::string_view const sample = bytes.substr(0, 1U << 18U);
    uchardet_handle_data(detector.get(), sample.data(),
                         sample.size());  // NOLINT(bugprone-suspicious-stringview-data-usage)
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

// Adds a run when text and source stop advancing together.
void add_run(std::vector<OffsetRun>& runs, std::uint32_t text, std::uint64_t source) {
    if (!runs.empty() && source - runs.back().source == text - runs.back().text) return;
    runs.push_back({text, source});
}

}  // namespace

std::string find_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
    if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
    if (std::string declared = declared_encoding(bytes);
        !declared.empty() && (declared != "utf-8" || !first_invalid_utf8(bytes)))
        return declared;
    if (!first_invalid_utf8(bytes)) return "UTF-8";
    std::string guessed = guessed_encoding(bytes);
    return guessed.empty() ? "windows-1252" : guessed;
}

Result<DecodedBytes> decode_bytes(std::string_view bytes, std::string const& encoding, std::string const& name) {
    DecodedBytes decoded;
    if (!first_invalid_utf8(bytes)) {
        decoded.text = bytes;
        return decoded;
    }
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UConverter, decltype(&ucnv_close)> const converter(ucnv_open(encoding.c_str(), &status),
                                                                       &ucnv_close);
    if (U_FAILURE(status))
        return fault(FaultKind::unsupported, "the encoding '" + encoding + "' is not known; save the page as UTF-8",
                     {name, 0, 0, -1});
    std::array<UChar, 1024> units{};
    std::array<int32_t, 1024> offsets{};
    char const* source = bytes.data();
    char const* const source_end = bytes.data() + bytes.size();
    char32_t high = 0;
    do {
        status = U_ZERO_ERROR;
        char const* const chunk = source;
        UChar* target = units.data();
        ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, source_end, offsets.data(), 1,
                       &status);
        for (auto i = 0; i < target - units.data(); ++i) {
            char32_t point = units[static_cast<std::size_t>(i)];
            auto const from = static_cast<std::uint64_t>(chunk - bytes.data()) +
                              static_cast<std::uint64_t>(std::max(0, offsets[static_cast<std::size_t>(i)]));
            if (U16_IS_LEAD(point)) {
                high = point;
                continue;
            }
            if (U16_IS_TRAIL(point))
                point = high != 0 ? static_cast<char32_t>(U16_GET_SUPPLEMENTARY(high, point)) : 0xFFFD;
            high = 0;
            if (point == 0) point = 0xFFFD;
            add_run(decoded.offsets, static_cast<std::uint32_t>(decoded.text.size()), from);
            append_utf8(decoded.text, point);
        }
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return decoded;
}

std::uint64_t source_offset(std::vector<OffsetRun> const& runs, std::uint32_t text_offset) {
    if (runs.empty()) return text_offset;
    auto const after = std::upper_bound(runs.begin(), runs.end(), text_offset,
                                        [](std::uint32_t t, OffsetRun const& run) { return t < run.text; });
    if (after == runs.begin()) return runs.front().source;
    OffsetRun const& run = *(after - 1);
    // Within a run that is followed by another the source may not run past it.
    std::uint64_t const offset = run.source + (text_offset - run.text);
    return after == runs.end() ? offset : std::min(offset, std::max(run.source, after->source));
}

}  // namespace salname
