// The documents of a list of files, one after another; long texts come in windows that end where a report ends.
#pragma once

#include <cstdio>
#include <memory>
#include <optional>

#include "documents/source.h"
#include "documents/windows.h"
#include "packs/vocabulary.h"

namespace salname {

class DocumentStream {
public:
    DocumentStream(std::vector<SourceFile> files, Vocabulary const& packs) : files_(std::move(files)), packs_(packs) {}

    // The next document, none at the end. A fault is of one file; the next call goes on with the others.
    [[nodiscard]] Result<std::optional<Document>> next();
    // Name of the file that is open, with its number.
    [[nodiscard]] std::string opened() const;

private:
    Result<std::optional<Document>> open(SourceFile const& file);
    Result<std::optional<Document>> next_window();

    struct Close {
        void operator()(std::FILE* f) const { std::fclose(f); }
    };

    std::vector<SourceFile> files_;
    Vocabulary const& packs_;
    std::size_t number_ = 0;
    std::optional<PlainWindows> windows_;
    std::unique_ptr<std::FILE, Close> spooled_;  // standard input too long for memory
};

}  // namespace salname
