// Where tests get stores from: the list of tests in store_test.cpp runs on every factory that is named there.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "journal/sqlite_store.h"
#include "journal/store.h"

namespace salname::journal {

// One archive, made fresh for one test and removed after it.
class StoreFactory {
public:
    virtual ~StoreFactory() = default;
    [[nodiscard]] virtual Result<std::unique_ptr<Store>> create() = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<Store>> open() = 0;  // the same archive once more
};

class SqliteFactory final : public StoreFactory {
public:
    SqliteFactory() {
        std::string pattern = (std::filesystem::temp_directory_path() / "salname-store-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
    }
    SqliteFactory(SqliteFactory const&) = delete;
    SqliteFactory& operator=(SqliteFactory const&) = delete;
    ~SqliteFactory() override {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    Result<std::unique_ptr<Store>> create() override { return create_archive(path(), "test.example/log"); }
    Result<std::unique_ptr<Store>> open() override { return open_archive(path()); }
    [[nodiscard]] std::string path() const { return (folder_ / "archive.salname").string(); }
    [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
};

}  // namespace salname::journal
