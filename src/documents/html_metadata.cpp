#include "documents/html_metadata.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace salname {

namespace {

// The day of "2021-04-15T10:00:00+04:00"; empty when it is none.
Date day_of(std::string_view text) {
    auto const date = parse_edtf(text.substr(0, 10));
    return date && date->begin.full() ? *date : Date{};
}

void set_date(Date& date, std::string_view text) {
    if (date.empty()) date = day_of(text);
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string text_within(GumboNode const& node) {
    std::string text;
    walk_html(
        node,
        [&](GumboNode const& child) {
            if (child.type == GUMBO_NODE_TEXT || child.type == GUMBO_NODE_CDATA || child.type == GUMBO_NODE_WHITESPACE)
                text += child.v.text.text;
            return true;
        },
        [](GumboNode const&) {});
    std::string clean;
    for (char const c : text) {
        bool const blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (blank && (clean.empty() || clean.back() == ' ')) continue;
        clean += blank ? ' ' : c;
    }
    while (!clean.empty() && clean.back() == ' ') clean.pop_back();
    return clean;
}

void read_json_ld(std::string const& text, Date& published, std::string& outlet) {
    using nlohmann::json;
    if (text.size() > 1U << 20U) return;
    json const data = json::parse(text, nullptr, false);
    std::vector<json const*> open{&data};
    for (std::size_t seen = 0; !open.empty() && seen < 1000; ++seen) {
        json const& one = *open.back();
        open.pop_back();
        if (one.is_array())
            for (json const& item : one) open.push_back(&item);
        if (!one.is_object()) continue;
        auto const date = one.find("datePublished");
        if (date != one.end() && date->is_string()) set_date(published, date->get<std::string>());
        auto const publisher = one.find("publisher");
        if (publisher != one.end() && publisher->is_object() && outlet.empty()) {
            auto const name = publisher->find("name");
            if (name != publisher->end() && name->is_string()) outlet = name->get<std::string>();
        }
        auto const graph = one.find("@graph");
        if (graph != one.end()) open.push_back(&*graph);
    }
}

struct Found {
    std::string og_title, heading, title;
    Date meta_date, json_date, time_date;
};

void read_meta(GumboNode const& node, Found& found, Document& document) {
    std::string_view name = attribute(node, "property");
    if (name.empty()) name = attribute(node, "name");
    if (name.empty()) name = attribute(node, "itemprop");
    std::string_view const content = attribute(node, "content");
    if (is_one_of(name, {"article:published_time", "datePublished", "dc.date", "DC.date.issued", "date", "pubdate",
                         "publish-date", "og:published_time", "parsely-pub-date", "sailthru.date"}))
        set_date(found.meta_date, content);
    if (name == "og:title" && found.og_title.empty()) found.og_title = content;
    if (name == "og:site_name" && document.outlet.empty()) document.outlet = content;
    if (name == "og:url" && document.url.empty()) document.url = content;
}

}  // namespace

void read_metadata(GumboNode const& root, Document& document) {
    Found found;
    auto const enter = [&](GumboNode const& node) {
        if (node.type != GUMBO_NODE_ELEMENT) return true;
        switch (node.v.element.tag) {
            case GUMBO_TAG_HTML: document.language = std::string(attribute(node, "lang").substr(0, 2)); break;
            case GUMBO_TAG_META: read_meta(node, found, document); break;
            case GUMBO_TAG_LINK:
                if (attribute(node, "rel") == "canonical") document.url = attribute(node, "href");
                break;
            case GUMBO_TAG_TITLE:
                if (found.title.empty()) found.title = text_within(node);
                return false;
            case GUMBO_TAG_H1:
                if (found.heading.empty()) found.heading = text_within(node);
                break;
            case GUMBO_TAG_TIME: set_date(found.time_date, attribute(node, "datetime")); break;
            case GUMBO_TAG_SCRIPT:
                if (attribute(node, "type") == "application/ld+json")
                    read_json_ld(text_within(node), found.json_date, document.outlet);
                return false;
            default: break;
        }
        return true;
    };
    walk_html(root, enter, [](GumboNode const&) {});
    document.title = !found.og_title.empty() ? found.og_title : !found.heading.empty() ? found.heading : found.title;
    document.published = !found.meta_date.empty()   ? found.meta_date
                         : !found.json_date.empty() ? found.json_date
                                                    : found.time_date;
}

}  // namespace salname
