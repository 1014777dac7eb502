// Any bytes as a bundle: a fault or an archive that verifies. The sum at the end is made right, so that what lies
// behind it is reached.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "journal/bundle.h"
#include "journal/hasher.h"
#include "journal/sqlite_store.h"
#include "journal/verify.h"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    using namespace salname::journal;
    std::string bundle(reinterpret_cast<char const*>(data), size);
    auto const last = bundle.rfind("{\"end\":");
    auto const sum = bundle.rfind("\"sha256\":\"");
    if (last != std::string::npos && sum != std::string::npos && sum > last && sum + 74 <= bundle.size())
        bundle.replace(sum + 10, 64, sha256(bundle.substr(0, last)).hex());
    // Kept while nothing was taken: making an archive costs more than refusing a bundle.
    static std::string const path =
        (std::filesystem::temp_directory_path() / ("salname-fuzz-bundle-" + std::to_string(getpid()))).string();
    static std::unique_ptr<Store> store;
    if (!store) {
        std::filesystem::remove(path);
        auto created = create_archive(path, "fuzz");
        if (!created) return 0;
        store = std::move(*created);
    }
    auto const imported = import_bundle(*store, bundle, Durability::batch);
    if (imported && (imported->new_entries > 0 || imported->originals > 0)) {
        auto const verified = verify_archive(*store);
        if (!verified || !verified->sound()) std::abort();
        store.reset();
    }
    return 0;
}
