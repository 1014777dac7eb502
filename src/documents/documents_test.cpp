#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "documents/encoding.h"
#include "documents/html.h"
#include "documents/plain.h"
#include "documents/source.h"
#include "documents/windows.h"
#include "text/utf8.h"

namespace salname {
namespace {

TEST(Plain, KeepsBytesAndNamesFaults) {
    auto const document = read_plain("a.txt", "Gəncə\r\n\r\nbir");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->text, "Gəncə\r\n\r\nbir");
    EXPECT_EQ(read_plain("b.bin", std::string("ab\0c", 4)).error().message(),
              "b.bin: byte 2: a zero byte: this is no text; salname reads UTF-8 text and HTML");
    EXPECT_NE(read_plain("c.txt", "ab\xFF").error().message().find("c.txt: byte 2"), std::string::npos);
    EXPECT_NE(read_plain("d.txt", "").error().message().find("empty"), std::string::npos);
}

constexpr std::string_view page = R"(<!DOCTYPE html><html lang="en-GB"><head><title>Site title | Paper</title>
<meta property="og:title" content="Blogger &amp; actor"><meta property="article:published_time" content="2022-04-05T10:00:00+04:00">
<link rel="canonical" href="https://example.org/a"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Blogger &amp; actor</h1><p>First   paragraph<br>second line with caf&eacute;.</p><ul><li>one</li><li>two</li></ul>
<blockquote>“I am free”</blockquote><script>var x = "no";</script></article><div class="related-posts">More</div><footer>Imprint</footer></body></html>)";

TEST(Html, MainContentOnly) {
    auto const document = read_html("a.html", page);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->text,
              "Blogger & actor\n\nFirst paragraph\nsecond line with café.\n\none\n\ntwo\n\n“I am free”");
    EXPECT_EQ(document->title, "Blogger & actor");
    EXPECT_EQ(document->published.edtf(), "2022-04-05");
    EXPECT_EQ(document->language, "en");
    EXPECT_EQ(document->url, "https://example.org/a");
    ASSERT_EQ(document->layout.size(), 5U);
    EXPECT_EQ(document->layout[0].kind, LayoutKind::title);
    EXPECT_EQ(document->layout[2].kind, LayoutKind::list_item);
    EXPECT_EQ(document->layout[4].kind, LayoutKind::quote);
}

// Every letter of the text stands in the page where the map says.
void expect_round_trip(std::string_view bytes, Document const& document, bool same_encoding) {
    for (std::size_t at = 0; at < document.text.size();) {
        Decoded const decoded = decode_utf8(document.text, at);
        std::uint64_t const source = source_offset(document.source_map, static_cast<std::uint32_t>(at));
        ASSERT_LT(source, bytes.size());
        bool const letter =
            (decoded.point >= 'a' && decoded.point <= 'z') || (decoded.point >= 'A' && decoded.point <= 'Z');
        if (letter) {
            EXPECT_EQ(bytes[source], document.text[at]) << at;
        }
        if (same_encoding && decoded.point > 0x7F && bytes[source] != '&') {
            EXPECT_EQ(bytes.substr(source, decoded.size), std::string_view(document.text).substr(at, decoded.size))
                << at;
        }
        at += decoded.size;
    }
}

TEST(Html, OffsetsLeadBackToThePage) {
    auto const document = read_html("a.html", page);
    ASSERT_TRUE(document);
    expect_round_trip(page, *document, true);
}

TEST(Html, OldEncodings) {
    // "Суд арестовал" in windows-1251, declared
    std::string const bytes =
        "<html><head><meta charset=\"windows-1251\"></head><body><p>\xD1\xF3\xE4 \xE0\xF0\xE5\xF1\xF2\xEE\xE2\xE0\xEB "
        "Ali</p></body></html>";
    auto const document = read_html("ru.html", bytes);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->text, "Суд арестовал Ali");
    EXPECT_EQ(bytes[source_offset(document->source_map, 0)], '\xD1');
    expect_round_trip(bytes, *document, false);
}

TEST(Html, DeepNestingIsRefused) {
    std::string bytes = "<html><body>";
    for (int i = 0; i < 100000; ++i) bytes += "<div>";
    auto const document = read_html("deep.html", bytes + "text");
    ASSERT_FALSE(document);
    EXPECT_NE(document.error().message().find("too deeply"), std::string::npos);
}

TEST(Html, SeveralArticlesAreReports) {
    std::string const body(300, 'x');
    auto const document = read_html("two.html", "<html><body><article><p>" + body + "</p></article><article><p>" +
                                                    body + "</p></article></body></html>");
    ASSERT_TRUE(document);
    ASSERT_EQ(document->layout.size(), 2U);
    EXPECT_TRUE(document->layout[0].starts_report);
    EXPECT_TRUE(document->layout[1].starts_report);
}

TEST(Windows, TogetherAreTheFile) {
    auto const path = std::filesystem::temp_directory_path() / ("salname-window-" + std::to_string(::getpid()));
    std::string text;
    for (int i = 0; i < 500; ++i) text += "Paragraf " + std::to_string(i) + " şəhər.\n\n";
    std::ofstream(path, std::ios::binary) << text;
    auto windows = PlainWindows::open({path.string(), path.string()}, 1000, "sum");
    ASSERT_TRUE(windows);
    std::string joined;
    while (true) {
        auto window = windows->next();
        ASSERT_TRUE(window) << window.error().message();
        if (!*window) break;
        EXPECT_EQ((*window)->base, joined.size());
        joined += (*window)->text;
    }
    EXPECT_EQ(joined, text);
    std::filesystem::remove(path);
}

TEST(Sources, MissingFilesAreFaults) {
    FoundSources const found = find_sources({"/nowhere/at/all.txt"});
    ASSERT_EQ(found.faults.size(), 1U);
    EXPECT_EQ(found.faults[0].kind, FaultKind::not_found);
}

}  // namespace
}  // namespace salname
