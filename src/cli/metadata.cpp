#include "cli/metadata.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace salname {

namespace {

using nlohmann::json;

std::string text(json const& object, char const* key) {
    auto const found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

LoadedMetadata load_metadata(std::string const& path) {
    LoadedMetadata loaded;
    std::ifstream in(path);
    if (!in.is_open()) {
        loaded.faults.push_back(
            {FaultKind::not_found, "can't be opened; check the name given to --metadata", {path, 0, 0, -1}});
        return loaded;
    }
    return read_metadata(in, path);
}

LoadedMetadata read_metadata(std::istream& in, std::string const& path) {
    LoadedMetadata loaded;
    std::string line;
    for (std::uint32_t number = 1; std::getline(in, line); ++number) {
        if (line.empty()) continue;
        SourcePlace const place{path, number, 0, -1};
        json const row = json::parse(line, nullptr, false);
        std::string const file = row.is_object() ? text(row, "file") : std::string();
        if (file.empty()) {
            loaded.faults.push_back(
                {FaultKind::malformed, "expected {\"file\": \"…\", \"published\": \"2021-04-15\"}", place});
            continue;
        }
        FileMetadata metadata;
        metadata.url = text(row, "url");
        metadata.outlet = text(row, "outlet");
        if (std::string const published = text(row, "published"); !published.empty()) {
            auto const date = parse_edtf(published);
            if (!date)
                loaded.faults.push_back({FaultKind::malformed, "published: " + date.error().what, place});
            else
                metadata.published = date->begin;
        }
        loaded.files[std::filesystem::path(file).filename().string()] = std::move(metadata);
    }
    return loaded;
}

}  // namespace salname
