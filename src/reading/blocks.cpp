#include "reading/blocks.h"

#include <algorithm>

#include "reading/tokens.h"

namespace salname {

namespace {

constexpr std::uint32_t heading_limit = 120;       // bytes; longer lines are paragraphs
constexpr std::uint32_t wrapped_line_limit = 110;  // lines of wrapped text are at most this long

struct Line {
    Span span;  // without the line break and outer white space
    bool blank_before = false;
};

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    bool blank = true;
    std::uint32_t at = 0;
    auto const size = static_cast<std::uint32_t>(text.size());
    auto const is_space = [&](std::uint32_t i) { return text[i] == ' ' || text[i] == '\t' || text[i] == '\r'; };
    while (at < size) {
        std::size_t const found = text.find('\n', at);
        auto const next = found == std::string_view::npos ? size : static_cast<std::uint32_t>(found);
        Span span{at, next};
        while (span.begin < span.end && is_space(span.begin)) ++span.begin;
        while (span.begin < span.end && is_space(span.end - 1)) --span.end;
        if (span.empty()) {
            blank = true;
        } else {
            lines.push_back({span, blank});
            blank = false;
        }
        at = next + 1;
    }
    return lines;
}

bool ends_like_sentence(std::string_view line) {
    static constexpr std::string_view closers[] = {"\u201D", "\u00BB", "\"", ")", "\u2019"};
    for (std::string_view const closer : closers)
        if (line.ends_with(closer)) line.remove_suffix(closer.size());
    return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with("\u2026");
}

// "- ", "• ", "— ", "* ", "1. ", "2) ": the size of the mark, 0 when there is none.
std::uint32_t list_mark(std::string_view line) {
    static constexpr std::string_view marks[] = {"- ",      "* ",      "\u2022 ", "\u2022", "\u2014 ",
                                                 "\u2013 ", "\u25AA ", "\u25CF ", "> ",     "\u00B7 "};
    for (std::string_view const mark : marks)
        if (line.starts_with(mark)) return static_cast<std::uint32_t>(mark.size());
    std::uint32_t digits = 0;
    while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9') ++digits;
    bool const closed = digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
                        line[digits + 1] == ' ';
    return closed ? digits + 2 : 0;
}

// Does `next` go on with the paragraph of `line`, or begin its own?
bool continues(std::string_view line, std::string_view next, std::uint32_t widest) {
    if (list_mark(next) != 0) return false;
    if (line.size() > wrapped_line_limit) return false;
    if (!ends_like_sentence(line) && !line.ends_with(':')) {
        // A short line in the middle of wide ones is a heading or a row of a table, not a wrapped line.
        return line.size() * 10 >= widest * 6;
    }
    return line.size() * 10 >= widest * 8;
}

bool is_heading(std::string_view text) {
    if (text.size() > heading_limit || text.find('\n') != std::string_view::npos) return false;
    if (text.ends_with(']')) return true;
    char const last = text.back();
    return last != '.' && last != '!' && last != ';' && last != ',' && !text.ends_with("\u2026") &&
           list_mark(text) == 0;
}

// Word classes of the first `limit` pieces of a stretch.
template <typename Visit>
void visit_words(std::string_view text, Span span, Vocabulary const& packs, Visit&& visit) {
    TokenizedReport line;
    line.text = text;
    Block block;
    block.span = span;
    line.blocks.push_back(block);
    tokenize(line, packs);
    for (Token const& token : line.tokens) visit(token);
}

// "[Update March 3] …", "UPDATE (5 May): …", "Correction: …": a mark, then a bracket, a date or a colon.
BlockKind mark_kind(std::string_view text, Span span, Vocabulary const& packs) {
    Span const head{span.begin, std::min(span.end, span.begin + 60)};
    bool const bracket = text[span.begin] == '[' || text[span.begin] == '(';
    BlockKind kind = BlockKind::paragraph;
    std::uint32_t seen = 0;
    bool closed = bracket;
    visit_words(text, head, packs, [&](Token const& token) {
        ClassSet const& classes = packs.words[token.word].classes;
        if (token.kind != PieceKind::mark) ++seen;
        if (seen <= (bracket ? 4U : 1U) && kind == BlockKind::paragraph) {
            if (classes.has(WordClass::update_mark)) kind = BlockKind::update_mark;
            if (classes.has(WordClass::correction_mark)) kind = BlockKind::correction;
        }
        if (seen <= 6 && (token.mark == ':' || token.mark == ']')) closed = true;
    });
    return closed ? kind : BlockKind::paragraph;
}

std::vector<Block> plain_blocks(std::string_view text, Vocabulary const& packs) {
    std::vector<Block> blocks;
    std::vector<Line> const lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t chunk_end = i + 1;
        std::uint32_t widest = lines[i].span.size();
        while (chunk_end < lines.size() && !lines[chunk_end].blank_before)
            widest = std::max(widest, lines[chunk_end++].span.size());
        while (i < chunk_end) {
            Block block;
            block.span = lines[i].span;
            std::size_t last = i;
            while (last + 1 < chunk_end && continues(lines[last].span.of(text), lines[last + 1].span.of(text), widest))
                ++last;
            block.span.end = lines[last].span.end;
            std::string_view const content = block.span.of(text);
            bool const alone = i + 1 == chunk_end || last + 1 < chunk_end;
            if (list_mark(content) != 0)
                block.kind = BlockKind::list_item;
            else if (alone && last == i && is_heading(content))
                block.kind = BlockKind::heading;
            blocks.push_back(block);
            i = last + 1;
        }
    }
    for (Block& block : blocks) {
        BlockKind const kind = mark_kind(text, block.span, packs);
        if (kind != BlockKind::paragraph) block.kind = kind;
    }
    if (!blocks.empty() && blocks[0].kind == BlockKind::heading) blocks[0].kind = BlockKind::title;
    return blocks;
}

BlockKind block_kind(LayoutKind kind) {
    switch (kind) {
        case LayoutKind::title: return BlockKind::title;
        case LayoutKind::heading: return BlockKind::heading;
        case LayoutKind::list_item: return BlockKind::list_item;
        case LayoutKind::quote: return BlockKind::quote;
        default: return BlockKind::paragraph;
    }
}

}  // namespace

std::vector<Block> find_blocks(Document const& document, Vocabulary const& packs) {
    if (document.layout.empty()) return plain_blocks(document.text, packs);
    std::vector<Block> blocks;
    for (LayoutBlock const& layout : document.layout) {
        if (layout.span.empty()) continue;
        Block block;
        block.span = layout.span;
        block.kind = block_kind(layout.kind);
        BlockKind const mark = mark_kind(document.text, block.span, packs);
        if (mark != BlockKind::paragraph) block.kind = mark;
        blocks.push_back(block);
    }
    return blocks;
}

std::vector<std::uint32_t> cut_reports(Document const& document, std::vector<Block> const& blocks,
                                       Vocabulary const& packs) {
    std::vector<std::uint32_t> starts{0};
    std::vector<Span> declared;
    for (LayoutBlock const& layout : document.layout)
        if (layout.starts_report) declared.push_back(layout.span);
    std::uint32_t paragraphs = 0;
    for (std::uint32_t b = 1; b < blocks.size(); ++b) {
        Block const& block = blocks[b];
        if (!declared.empty()) {
            if (std::find(declared.begin(), declared.end(), block.span) != declared.end()) starts.push_back(b);
            continue;
        }
        if (block.kind != BlockKind::heading || !document.layout.empty()) {
            paragraphs += block.span.size() > heading_limit;
            continue;
        }
        bool const followed = b + 1 < blocks.size() && blocks[b + 1].kind != BlockKind::heading;
        bool somebody = false;
        bool something = false;
        bool marked = false;
        bool bracket = false;
        visit_words(document.text, block.span, packs, [&](Token const& token) {
            Word const& word = packs.words[token.word];
            if (token.mark == '[') bracket = true;
            if (bracket && (word.classes.has(WordClass::update_mark) || word.classes.has(WordClass::heading_word)))
                marked = true;
            somebody = somebody || word.classes.has(WordClass::role) || word.classes.has(WordClass::group) ||
                       word.classes.has(WordClass::group_plural);
            if (word.start_count > 0 && (word.forms & form_verbal) != 0) something = true;
        });
        if (paragraphs >= 2 && followed && (marked || (somebody && something))) {
            starts.push_back(b);
            paragraphs = 0;
        }
    }
    return starts;
}

}  // namespace salname
