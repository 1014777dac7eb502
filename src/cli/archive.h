// An archive that a command works on: its store, the author's key, what the packs know, the chronicle.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "chronicle/chronicle.h"
#include "journal/entry.h"
#include "journal/keys.h"
#include "journal/sqlite_store.h"
#include "packs/vocabulary.h"

namespace salname {

// Environment of the process that says where keys lie; read once, in one place.
[[nodiscard]] std::string default_key_path();

// Seconds of the system's clock as an entry's time: 2026-11-25T17:47:02Z.
[[nodiscard]] std::string now();

class Archive {
public:
    enum class Use { read, write };
    // Says on standard error what is wrong; none when the command can't go on.
    [[nodiscard]] static std::optional<Archive> open(std::string const& path, Use use,
                                                     std::string const& key_path = {});

    [[nodiscard]] journal::Store& store() { return *store_; }

    // Signs and adds; the next entries follow.
    [[nodiscard]] Result<std::vector<std::string>> append(std::span<journal::Draft const> drafts,
                                                          journal::Durability durability);
    // One decision, on the disk before this returns. Gives its id.
    [[nodiscard]] Result<std::string> decide(chronicle::Decision const& decision);

    // Reads the whole journal. `known_on`: as it was on the evening of that day.
    [[nodiscard]] Result<chronicle::Chronicle> chronicle(chronicle::Knowledge const& knowledge,
                                                         std::string const& known_on = {});

    // Plain text of a report, for its sentences.
    [[nodiscard]] Result<std::string> text_of(chronicle::Report const& report);

private:
    std::unique_ptr<journal::Store> store_;
    std::string key_path_;
    std::optional<journal::KeyPair> key_;
};

}  // namespace salname
