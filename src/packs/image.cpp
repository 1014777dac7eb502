#include "packs/image.h"

#include <array>
#include <cstring>

namespace salname {

namespace {

constexpr std::uint64_t image_magic = 0x3130454D414E4C53ULL;  // "SLNAME01", least significant byte first
constexpr std::size_t alignment = 16;

struct Section {
    std::uint64_t offset = 0;
    std::uint64_t count = 0;
    std::uint64_t item_size = 0;
};

// Calls `visit` with each section of `v`, always in the same order.
template <typename V, typename Visit>
void for_each_section(V& v, Visit&& visit) {
    visit(v.text);
    visit(v.words);
    visit(v.word_slots);
    visit(v.values);
    visit(v.entries);
    visit(v.phrase_entries);
    visit(v.phrase_edges);
    visit(v.phrase_nodes);
    visit(v.frames);
    visit(v.choices);
    visit(v.elements);
    visit(v.patterns);
    visit(v.starts);
    visit(v.mention_starts);
    visit(v.examples);
    visit(v.models);
    visit(v.weights);
    visit(v.clusters);
    visit(v.name_files);
    visit(v.packs);
}

constexpr std::size_t section_count = 20;

struct Header {
    std::uint64_t magic = image_magic;
    std::uint64_t size = 0;
    std::array<Section, section_count> sections{};
};

std::size_t aligned(std::size_t size) {
    return (size + alignment - 1) / alignment * alignment;
}

}  // namespace

std::string write_image(VocabularyData const& data) {
    Header header;
    std::string image(aligned(sizeof header), '\0');
    std::size_t index = 0;
    for_each_section(data, [&](auto const& items) {
        std::size_t const item_size = sizeof(items[0]);
        header.sections[index++] = {image.size(), items.size(), item_size};
        if (!items.empty()) image.append(reinterpret_cast<char const*>(items.data()), items.size() * item_size);
        image.resize(aligned(image.size()), '\0');
    });
    header.size = image.size();
    std::memcpy(image.data(), &header, sizeof header);
    return image;
}

Result<Vocabulary> open_image(std::span<std::byte const> image) {
    auto const damaged = [](std::string_view why) {
        return fault(FaultKind::malformed,
                     "the pack image is damaged (" + std::string(why) + "); build it again from packs/");
    };
    Header header;
    if (image.size() < sizeof header) return damaged("too short");
    std::memcpy(&header, image.data(), sizeof header);
    if (header.magic != image_magic) return damaged("another format or byte order");
    if (header.size != image.size()) return damaged("size differs from its header");
    Vocabulary vocabulary;
    std::size_t index = 0;
    bool sound = true;
    for_each_section(vocabulary, [&](auto& view) {
        using Item = std::remove_cvref_t<decltype(view[0])>;
        Section const& section = header.sections[index++];
        bool const fits = section.item_size == sizeof(Item) && section.offset % alignof(Item) == 0 &&
                          section.offset <= image.size() &&
                          section.count <= (image.size() - section.offset) / sizeof(Item);
        sound = sound && fits;
        if (fits)
            view = {reinterpret_cast<Item const*>(image.data() + section.offset),
                    static_cast<std::size_t>(section.count)};
    });
    if (!sound || vocabulary.words.empty() || vocabulary.phrase_nodes.empty()) return damaged("bad section");
    return vocabulary;
}

}  // namespace salname
