#include "documents/source.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string_view>

namespace salname {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> extensions = {".txt", ".text", ".md", ".html", ".htm", ".xhtml"};

bool is_report_name(fs::path const& path) {
    std::string extension = path.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

void walk(fs::path const& folder, FoundSources& found) {
    std::error_code error;
    std::vector<fs::path> children;
    fs::directory_iterator entries(folder, error);
    if (error) {
        found.faults.push_back({FaultKind::unreadable,
                                "the folder can't be opened (" + error.message() + "); check its permissions",
                                {folder.string(), 0, 0, -1}});
        return;
    }
    for (auto const& entry : entries) children.push_back(entry.path());
    std::sort(children.begin(), children.end());
    for (fs::path const& child : children) {
        if (fs::is_directory(child, error))
            walk(child, found);
        else if (fs::is_regular_file(child, error) && is_report_name(child))
            found.files.push_back({child.string(), child.string()});
    }
}

}  // namespace

FoundSources find_sources(std::vector<std::string> const& paths) {
    FoundSources found;
    for (std::string const& path : paths) {
        std::error_code error;
        if (path == "-") {
            found.files.push_back({"-", "/dev/stdin"});
        } else if (fs::is_directory(path, error)) {
            walk(path, found);
        } else if (!fs::exists(path, error)) {
            found.faults.push_back({FaultKind::not_found, "there is no such file; check the name", {path, 0, 0, -1}});
        } else {
            found.files.push_back({path, path});
        }
    }
    return found;
}

Result<std::string> read_bytes(SourceFile const& file) {
    struct Close {
        void operator()(std::FILE* f) const { std::fclose(f); }
    };
    std::unique_ptr<std::FILE, Close> const in(std::fopen(file.path.c_str(), "rb"));
    if (!in)
        return fault(FaultKind::unreadable,
                     std::string("can't be opened (") + std::strerror(errno) + "); check its permissions",
                     {file.name, 0, 0, -1});
    std::string bytes;
    std::error_code error;
    std::uintmax_t const size = fs::file_size(file.path, error);
    if (!error) bytes.reserve(static_cast<std::size_t>(size) + 1);
    std::array<char, 1U << 16U> buffer{};
    while (std::size_t const count = std::fread(buffer.data(), 1, buffer.size(), in.get()))
        bytes.append(buffer.data(), count);
    if (std::ferror(in.get()) != 0)
        return fault(FaultKind::unreadable, "reading stopped in the middle; the disk or the connection may be broken",
                     {file.name, 0, 0, static_cast<std::int64_t>(bytes.size())});
    return bytes;
}

std::uint64_t size_of(SourceFile const& file) {
    std::error_code error;
    std::uintmax_t const size = fs::is_regular_file(file.path, error) ? fs::file_size(file.path, error) : 0;
    return error ? 0 : size;
}

}  // namespace salname
