// A long text read in windows, so that memory does not grow with the file.
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "documents/document.h"
#include "documents/source.h"
#include "text/result.h"

namespace salname {

// Gives the text in documents of about `window` bytes, cut at blank lines (else at a line, else at a blank).
// Each document's `base` is its offset in the file; together they are the file.
class PlainWindows {
public:
    // `sha256` is of the whole file; it is put into every window.
    [[nodiscard]] static Result<PlainWindows> open(SourceFile const& file, std::size_t window, std::string sha256);

    // The next window; none at the end. A fault (not UTF-8, …) ends the reading.
    [[nodiscard]] Result<std::optional<Document>> next();

    // Takes back the end of the window given last, to be part of the next one.
    void give_back(std::string_view tail);
    [[nodiscard]] bool ended() const { return ended_ && held_.empty(); }

private:
    struct Close {
        void operator()(std::FILE* f) const { std::fclose(f); }
    };

    std::unique_ptr<std::FILE, Close> in_;
    std::string name_;
    std::string sha256_;
    std::string held_;  // read, not given yet
    std::size_t window_ = 0;
    std::uint64_t base_ = 0;
    bool ended_ = false;
};

}  // namespace salname
