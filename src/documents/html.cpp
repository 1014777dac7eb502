#include "documents/html.h"

#include <algorithm>
#include <map>

#include "documents/encoding.h"
#include "documents/html_metadata.h"
#include "documents/html_tree.h"
#include "documents/plain.h"
#include "text/sha256.h"
#include "text/utf8.h"

namespace salname {

namespace {

constexpr std::size_t largest_page = 64U << 20U;
constexpr std::size_t article_size = 200;  // bytes of text that make an <article> a report

// Words of class and id attributes that web pages use by convention for what is not content.
constexpr std::string_view noise_words[] = {
    "nav",        "menu",   "footer", "sidebar",    "share",     "social-share", "comment", "related", "cookie",
    "breadcrumb", "advert", "banner", "newsletter", "subscribe", "pagination",   "widget",  "popup",   "tags"};

bool is_noise(GumboNode const& node) {
    if (node.type == GUMBO_NODE_COMMENT || node.type == GUMBO_NODE_TEMPLATE) return true;
    if (node.type != GUMBO_NODE_ELEMENT) return false;
    switch (node.v.element.tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_HEAD: return true;
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_HTML:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_MAIN: return false;
        default: break;
    }
    if (attribute(node, "aria-hidden") == "true" || attribute(node, "hidden").data() != nullptr) return true;
    for (char const* name : {"class", "id"}) {
        std::string_view rest = attribute(node, name);
        while (!rest.empty()) {
            std::size_t const end = rest.find_first_of(" -_");
            std::string_view const word = rest.substr(0, end);
            for (std::string_view const noise : noise_words)
                if (word == noise || (word.size() == noise.size() + 1 && word.starts_with(noise) && word.back() == 's'))
                    return true;
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
    }
    return false;
}

std::size_t text_size(GumboNode const& root) {
    std::size_t size = 0;
    walk_html(
        root,
        [&](GumboNode const& node) {
            if (is_noise(node)) return false;
            if (node.type == GUMBO_NODE_TEXT) size += std::string_view(node.v.text.text).size();
            return true;
        },
        [](GumboNode const&) {});
    return size;
}

// The nodes that hold the content: articles, else <main>, else the element whose own paragraphs hold most text.
std::vector<GumboNode const*> content_nodes(GumboNode const& root) {
    std::vector<GumboNode const*> articles;
    GumboNode const* main = nullptr;
    std::map<GumboNode const*, std::size_t> paragraphs;
    walk_html(
        root,
        [&](GumboNode const& node) {
            if (is_noise(node)) return false;
            if (node.type != GUMBO_NODE_ELEMENT) return true;
            bool const body = attribute(node, "itemprop") == "articleBody";
            if ((is_element(node, GUMBO_TAG_ARTICLE) || body) && text_size(node) > article_size) {
                articles.push_back(&node);
                return false;
            }
            if (is_element(node, GUMBO_TAG_MAIN) || attribute(node, "role") == "main") main = &node;
            if (is_element(node, GUMBO_TAG_P)) paragraphs[node.parent] += text_size(node);
            return true;
        },
        [](GumboNode const&) {});
    if (!articles.empty()) return articles;
    if (main != nullptr && text_size(*main) > article_size) return {main};
    GumboNode const* best = &root;
    std::size_t most = article_size;
    for (auto const& [node, size] : paragraphs)
        if (size > most) {
            best = node;
            most = size;
        }
    return {best};
}

bool is_block(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_P:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_HR:
        case GUMBO_TAG_ADDRESS: return true;
        default: return false;
    }
}

LayoutKind layout_kind(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_H1: return LayoutKind::title;
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6: return LayoutKind::heading;
        case GUMBO_TAG_LI: return LayoutKind::list_item;
        case GUMBO_TAG_BLOCKQUOTE: return LayoutKind::quote;
        case GUMBO_TAG_FIGCAPTION: return LayoutKind::caption;
        case GUMBO_TAG_TR: return LayoutKind::table_row;
        default: return LayoutKind::paragraph;
    }
}

// Writes the text of nodes into a document, block by block, noting where each byte came from.
class ContentWriter {
public:
    ContentWriter(Document& document, std::vector<OffsetRun> const& decoded, std::uint64_t source_size)
        : document_(document), decoded_(decoded), source_size_(source_size) {}

    void article(GumboNode const& node) {
        starts_report_ = true;
        walk_html(
            node, [&](GumboNode const& child) { return enter(child); }, [&](GumboNode const& child) { leave(child); });
        end_block();
    }

private:
    bool enter(GumboNode const& node) {
        if (is_noise(node)) return false;
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA || node.type == GUMBO_NODE_WHITESPACE) {
            text(node);
            return false;
        }
        if (node.type != GUMBO_NODE_ELEMENT) return true;
        GumboTag const tag = node.v.element.tag;
        if (tag == GUMBO_TAG_BR) {
            pending_ = '\n';
            return false;
        }
        if (is_block(tag)) {
            end_block();
            kinds_.push_back(layout_kind(tag));
        }
        return true;
    }

    void leave(GumboNode const& node) {
        if (node.type != GUMBO_NODE_ELEMENT || !is_block(node.v.element.tag)) return;
        end_block();
        if (!kinds_.empty()) kinds_.pop_back();
    }

    // The node's text is decoded; its original text tells where each character stands in the page.
    void text(GumboNode const& node) {
        std::string_view const decoded(node.v.text.text);
        GumboStringPiece const& raw = node.v.text.original_text;
        std::size_t source = node.v.text.start_pos.offset;
        std::size_t r = 0;
        for (std::size_t at = 0; at < decoded.size();) {
            auto const size = static_cast<std::size_t>(decode_utf8(decoded, at).size);
            std::size_t used = size;
            if (r < raw.length && raw.data[r] == '&') {
                // An entity, unless the text goes on with the same letters ("AT&T;").
                std::string_view const rest(raw.data + r, raw.length - r);
                std::size_t const end = rest.substr(0, 40).find(';');
                bool const literal =
                    end == std::string_view::npos || decoded.substr(at, end + 1) == rest.substr(0, end + 1);
                used = literal ? 1 : end + 1;
            } else if (r < raw.length && raw.data[r] == '\r' && decoded[at] == '\n') {
                used = r + 1 < raw.length && raw.data[r + 1] == '\n' ? 2 : 1;
            }
            put(decoded.substr(at, size), source + r);
            at += size;
            r = std::min<std::size_t>(r + used, raw.length);
        }
    }

    void put(std::string_view character, std::size_t source) {
        char const c = character[0];
        if (character == "\u00A0" || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
            if (pending_ == 0) pending_ = ' ';
            return;
        }
        if (!open_) {
            if (!document_.text.empty()) document_.text += "\n\n";
            block_.span.begin = size();
            block_.kind = kinds_.empty() ? LayoutKind::paragraph : kinds_.back();
            for (LayoutKind const outer : kinds_)
                if (outer == LayoutKind::quote || outer == LayoutKind::list_item || outer == LayoutKind::heading ||
                    outer == LayoutKind::title)
                    block_.kind = outer;
            open_ = true;
        } else if (pending_ != 0) {
            document_.text += pending_;
        }
        pending_ = 0;
        map(source);
        document_.text += character;
    }

    void map(std::size_t source) {
        // The parser places text that it made up itself (from broken bytes) past the end.
        std::uint64_t const original =
            std::min(source_offset(decoded_, static_cast<std::uint32_t>(source)), source_size_ - 1);
        auto& runs = document_.source_map;
        if (!runs.empty() && original - runs.back().source == size() - runs.back().text) return;
        runs.push_back({size(), original});
    }

    void end_block() {
        pending_ = 0;
        if (!open_) return;
        block_.span.end = size();
        block_.starts_report = starts_report_ && many_;
        starts_report_ = false;
        document_.layout.push_back(block_);
        open_ = false;
    }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(document_.text.size()); }

    Document& document_;
    std::vector<OffsetRun> const& decoded_;
    std::uint64_t source_size_;
    std::vector<LayoutKind> kinds_;
    LayoutBlock block_;
    bool open_ = false;
    bool starts_report_ = false;
    char pending_ = 0;

public:
    bool many_ = false;  // more than one article
};

// How deeply elements nest at most, counting every opening tag that is not closed. Parsers of pages recurse,
// and no page made for people comes near the limit.
bool nests_too_deeply(std::string_view text) {
    constexpr std::int64_t limit = 3000;
    constexpr std::string_view loose[] = {"br", "img", "p",  "li", "meta", "link",   "input",  "hr",
                                          "td", "tr",  "th", "dd", "dt",   "option", "source", "col"};
    std::int64_t depth = 0;
    for (std::size_t at = text.find('<'); at != std::string_view::npos && at + 1 < text.size();
         at = text.find('<', at + 1)) {
        char const next = text[at + 1];
        if (next == '/') {
            depth = std::max<std::int64_t>(0, depth - 1);
            continue;
        }
        if ((next < 'a' || next > 'z') && (next < 'A' || next > 'Z')) continue;
        std::size_t const end = text.find_first_of(" />\t\n", at + 1);
        std::string_view const tag = text.substr(at + 1, std::min(end, text.size()) - at - 1);
        if (std::find(std::begin(loose), std::end(loose), tag) == std::end(loose) && ++depth > limit) return true;
    }
    return false;
}

}  // namespace

bool looks_like_html(std::string_view bytes) {
    std::string head;
    for (char const c : bytes.substr(0, 1024)) head += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
    return head.find("<!doctype html") != std::string::npos || head.find("<html") != std::string::npos ||
           head.find("<head") != std::string::npos || head.find("<body") != std::string::npos;
}

Result<Document> read_html(std::string name, std::string_view bytes) {
    if (bytes.size() > largest_page)
        return fault(FaultKind::unsupported, "a page of more than 64 MB; save the report alone", {name, 0, 0, -1});
    Document document;
    document.encoding = find_encoding(bytes);
    auto const decoded = decode_bytes(bytes, document.encoding, name);
    if (!decoded) return tl::unexpected(decoded.error());
    if (nests_too_deeply(decoded->text))
        return fault(FaultKind::unsupported,
                     "its elements nest too deeply for a page made for people; save the article as text",
                     {name, 0, 0, -1});
    document.sha256 = sha256_hex(bytes);
    document.name = std::move(name);
    HtmlTree const tree(gumbo_parse_with_options(&kGumboDefaultOptions, decoded->text.data(), decoded->text.size()));
    read_metadata(*tree->document, document);
    auto const nodes = content_nodes(*tree->root);
    ContentWriter writer(document, decoded->offsets, bytes.size());
    writer.many_ = nodes.size() > 1;
    for (GumboNode const* node : nodes) writer.article(*node);
    if (document.text.empty())
        return fault(FaultKind::malformed, "no text was found in this page; save the article itself",
                     {document.name, 0, 0, -1});
    return document;
}

Result<Document> open_document(std::string name, std::string bytes) {
    if (looks_like_html(bytes)) return read_html(std::move(name), bytes);
    return read_plain(std::move(name), std::move(bytes));
}

}  // namespace salname
