#include "documents/windows.h"

#include <cerrno>
#include <cstring>

#include "text/utf8.h"

namespace salname {

namespace {

// Where to cut `text` near its end so that no report is torn more than it must be.
std::size_t cut_place(std::string const& text, std::size_t least) {
    for (char const* mark : {"\n\n", "\n", " "}) {
        std::size_t const at = text.rfind(mark);
        if (at != std::string::npos && at + std::strlen(mark) > least) return at + std::strlen(mark);
    }
    return previous_utf8(text, text.size());
}

}  // namespace

Result<PlainWindows> PlainWindows::open(SourceFile const& file, std::size_t window, std::string sha256) {
    PlainWindows windows;
    windows.in_.reset(std::fopen(file.path.c_str(), "rb"));
    if (!windows.in_)
        return fault(FaultKind::unreadable,
                     std::string("can't be opened (") + std::strerror(errno) + "); check its permissions",
                     {file.name, 0, 0, -1});
    windows.name_ = file.name;
    windows.sha256_ = std::move(sha256);
    windows.window_ = window;
    return windows;
}

Result<std::optional<Document>> PlainWindows::next() {
    if (!ended_) {
        std::size_t const have = held_.size();
        held_.resize(window_ + have);
        std::size_t const count = std::fread(held_.data() + have, 1, window_, in_.get());
        held_.resize(have + count);
        ended_ = count < window_;
    }
    if (held_.empty()) return std::optional<Document>();
    std::size_t const cut = ended_ ? held_.size() : cut_place(held_, held_.size() / 4);
    Document document;
    document.text = held_.substr(0, cut);
    held_.erase(0, cut);
    if (auto const bad = first_invalid_utf8(document.text))
        return fault(FaultKind::malformed,
                     "not UTF-8 here; convert the file first, e.g. iconv -f WINDOWS-1251 -t UTF-8 FILE > NEW",
                     {name_, 0, 0, static_cast<std::int64_t>(base_ + *bad)});
    document.name = name_;
    document.sha256 = sha256_;
    document.base = base_;
    document.encoding = "UTF-8";
    base_ += cut;
    return std::optional(std::move(document));
}

void PlainWindows::give_back(std::string_view tail) {
    held_.insert(0, tail);
    base_ -= tail.size();
}

}  // namespace salname
