// The parsed page, walked without recursion: pages may nest as deeply as they like. Internal to documents.
#pragma once

#include <gumbo.h>

#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace salname {

struct DestroyGumbo {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};
using HtmlTree = std::unique_ptr<GumboOutput, DestroyGumbo>;

[[nodiscard]] inline std::string_view attribute(GumboNode const& node, char const* name) {
    if (node.type != GUMBO_NODE_ELEMENT) return {};
    GumboAttribute const* found = gumbo_get_attribute(&node.v.element.attributes, name);
    return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

[[nodiscard]] inline bool is_element(GumboNode const& node, GumboTag tag) {
    return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag;
}

// Calls enter(node) before the children (false: skip them) and leave(node) after, for every node below `root`.
template <typename Enter, typename Leave>
void walk_html(GumboNode const& root, Enter&& enter, Leave&& leave) {
    struct Step {
        GumboNode const* node;
        unsigned next;
    };
    std::vector<Step> path;
    if (!enter(root)) return;
    path.push_back({&root, 0});
    while (!path.empty()) {
        Step& step = path.back();
        bool const element = step.node->type == GUMBO_NODE_ELEMENT || step.node->type == GUMBO_NODE_TEMPLATE;
        GumboVector const* children = element                                  ? &step.node->v.element.children
                                      : step.node->type == GUMBO_NODE_DOCUMENT ? &step.node->v.document.children
                                                                               : nullptr;
        if (children == nullptr || step.next >= children->length) {
            leave(*step.node);
            path.pop_back();
            continue;
        }
        auto const* child = static_cast<GumboNode const*>(children->data[step.next++]);
        if (enter(*child)) path.push_back({child, 0});
    }
}

}  // namespace salname
