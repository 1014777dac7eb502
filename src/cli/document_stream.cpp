#include "cli/document_stream.h"

#include <array>

#include "documents/html.h"
#include "reading/blocks.h"
#include "text/sha256.h"

namespace salname {

namespace {

constexpr std::size_t whole_limit = 8U << 20U;  // longer files are read in windows
constexpr std::size_t window_size = 1U << 20U;

// Hash of the whole and, when `copy` is set, a copy of it.
Result<std::string> sum_of(SourceFile const& file, std::FILE* copy) {
    struct Close {
        void operator()(std::FILE* f) const { std::fclose(f); }
    };
    std::unique_ptr<std::FILE, Close> const in(std::fopen(file.path.c_str(), "rb"));
    if (!in) return fault(FaultKind::unreadable, "can't be opened; check its permissions", {file.name, 0, 0, -1});
    Sha256 sum;
    std::array<char, 1U << 16U> buffer{};
    while (std::size_t const count = std::fread(buffer.data(), 1, buffer.size(), in.get())) {
        sum.update({buffer.data(), count});
        if (copy != nullptr && std::fwrite(buffer.data(), 1, count, copy) != count)
            return fault(FaultKind::unreadable, "no room for a temporary copy of standard input",
                         {file.name, 0, 0, -1});
    }
    if (copy != nullptr) std::fflush(copy);
    return sum.hex();
}

}  // namespace

std::string DocumentStream::opened() const {
    if (number_ == 0) return {};
    return std::to_string(number_) + '/' + std::to_string(files_.size()) + ' ' + files_[number_ - 1].name;
}

Result<std::optional<Document>> DocumentStream::next() {
    if (windows_) {
        auto window = next_window();
        if (!window || *window) return window;
    }
    if (number_ >= files_.size()) return std::optional<Document>();
    return open(files_[number_++]);
}

Result<std::optional<Document>> DocumentStream::open(SourceFile const& file) {
    SourceFile source = file;
    if (file.name == "-") {
        spooled_.reset(std::tmpfile());
        if (!spooled_)
            return fault(FaultKind::unreadable, "no temporary file could be made for standard input", {"-", 0, 0, -1});
        auto const sum = sum_of(file, spooled_.get());
        if (!sum) return tl::unexpected(sum.error());
        source.path = "/dev/fd/" + std::to_string(fileno(spooled_.get()));
    }
    if (size_of(source) <= whole_limit) {
        auto bytes = read_bytes(source);
        if (!bytes) return tl::unexpected(bytes.error());
        auto document = open_document(file.name, std::move(*bytes));
        if (!document) return tl::unexpected(document.error());
        return std::optional(std::move(*document));
    }
    auto sum = sum_of(source, nullptr);
    if (!sum) return tl::unexpected(sum.error());
    auto windows = PlainWindows::open(source, window_size, std::move(*sum));
    if (!windows) return tl::unexpected(windows.error());
    windows_ = std::move(*windows);
    return next();
}

Result<std::optional<Document>> DocumentStream::next_window() {
    auto window = windows_->next();
    if (!window || !*window) {
        windows_.reset();
        return window;
    }
    Document& document = **window;
    if (windows_->ended()) return window;
    // The last report may go on in the next window: it is read there.
    auto const blocks = find_blocks(document, packs_);
    auto const starts = cut_reports(document, blocks, packs_);
    if (starts.size() > 1) {
        std::uint32_t const cut = blocks[starts.back()].span.begin;
        windows_->give_back(std::string_view(document.text).substr(cut));
        document.text.resize(cut);
    }
    return window;
}

}  // namespace salname
