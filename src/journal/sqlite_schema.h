// Tables of an archive file; docs/formats/archive.md explains them. A change here is a new user_version.
#pragma once

#include <array>
#include <cstdint>

namespace salname::journal {

inline constexpr std::uint32_t archive_application = 0x53414C4E;  // "SALN", at byte 68 of the file
inline constexpr std::uint32_t archive_version = 1;               // at byte 60

// Complete subtrees of the Merkle log are stored from this level on (256 leaves); smaller ones are computed.
inline constexpr unsigned stored_level = 8;

inline constexpr std::array<char const*, 16> archive_schema = {
    "CREATE TABLE authors (number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE) STRICT",
    "CREATE TABLE entries (position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, "
    "author INTEGER NOT NULL REFERENCES authors, seq INTEGER NOT NULL, text TEXT NOT NULL) STRICT",
    "CREATE INDEX entries_of_author ON entries (author, seq)",
    "CREATE TABLE nodes (level INTEGER, number INTEGER, hash BLOB NOT NULL, "
    "PRIMARY KEY (level, number)) STRICT, WITHOUT ROWID",
    "CREATE TABLE originals (number INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, size INTEGER NOT NULL, "
    "packing TEXT NOT NULL, bytes BLOB NOT NULL) STRICT",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE cache (name TEXT, key BLOB, value BLOB NOT NULL, PRIMARY KEY (name, key)) STRICT, WITHOUT ROWID",
    "CREATE TRIGGER authors_stay BEFORE UPDATE ON authors BEGIN SELECT RAISE(ABORT, 'authors are never changed'); END",
    "CREATE TRIGGER authors_remain BEFORE DELETE ON authors BEGIN SELECT RAISE(ABORT, 'authors are never removed'); "
    "END",
    "CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END",
    "CREATE TRIGGER entries_remain BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never removed'); "
    "END",
    "CREATE TRIGGER entries_follow BEFORE INSERT ON entries "
    "WHEN NEW.position <> (SELECT ifnull(max(position), -1) + 1 FROM entries) "
    "BEGIN SELECT RAISE(ABORT, 'entries are added at the end'); END",
    "CREATE TRIGGER nodes_stay BEFORE UPDATE ON nodes BEGIN SELECT RAISE(ABORT, 'nodes are never changed'); END",
    "CREATE TRIGGER nodes_remain BEFORE DELETE ON nodes BEGIN SELECT RAISE(ABORT, 'nodes are never removed'); END",
    "CREATE TRIGGER originals_stay BEFORE UPDATE ON originals "
    "BEGIN SELECT RAISE(ABORT, 'originals are never changed'); END",
    "CREATE TRIGGER originals_remain BEFORE DELETE ON originals "
    "BEGIN SELECT RAISE(ABORT, 'originals are never removed'); END",
};

}  // namespace salname::journal
