#include "cli/archive.h"

#include <cstdlib>
#include <ctime>
#include <iostream>

#include "cli/reading_setup.h"
#include "documents/html.h"

namespace salname {

namespace {

std::string environment(char const* name) {
    char const* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread starts
    return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

std::string default_key_path() {
    return journal::key_path(environment("XDG_CONFIG_HOME"), environment("HOME")).string();
}

std::string now() {
    std::time_t const seconds = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    std::size_t const size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text, size};
}

std::optional<Archive> Archive::open(std::string const& path, Use use, std::string const& key_path) {
    journal::ArchiveOptions options;
    if (use == Use::read) options.access = journal::ArchiveOptions::Access::read;
    auto store = journal::open_archive(path, options);
    if (!store) {
        complain(store.error());
        return std::nullopt;
    }
    Archive archive;
    archive.store_ = std::move(*store);
    archive.key_path_ = key_path.empty() ? default_key_path() : key_path;
    return archive;
}

Result<std::vector<std::string>> Archive::append(std::span<journal::Draft const> drafts,
                                                 journal::Durability durability) {
    if (!key_) {
        auto key = journal::load_or_create_key(key_path_);
        if (!key) return tl::unexpected(key.error());
        key_ = std::move(*key);
    }
    auto head = store_->head(key_->public_key());
    if (!head) return tl::unexpected(head.error());
    auto const entries = journal::sign(*key_, *head, drafts);
    if (!entries) return tl::unexpected(entries.error());
    auto const added = store_->append(*entries, {durability, journal::Forks::refuse});
    if (!added) return tl::unexpected(added.error());
    std::vector<std::string> ids;
    for (journal::Entry const& entry : *entries) ids.push_back(entry.id().hex());
    return ids;
}

Result<std::string> Archive::decide(chronicle::Decision const& decision) {
    journal::Draft const draft{now(), "decision", chronicle::body_of(decision)};
    auto const ids = append({&draft, 1}, journal::Durability::decision);
    if (!ids) return tl::unexpected(ids.error());
    return ids->front();
}

Result<chronicle::Chronicle> Archive::chronicle(chronicle::Knowledge const& knowledge, std::string const& known_on) {
    chronicle::FactsBuilder facts;
    auto const walked = journal::read_entries(*store_, 0, [&](std::uint64_t, journal::Entry const& entry) {
        facts.add(entry.id().hex(), entry.author.hex(), entry.time, entry.seq, entry.kind, entry.body);
        return true;
    });
    if (!walked) return tl::unexpected(walked.error());
    for (Fault const& fault : facts.faults()) complain(fault);
    return chronicle::compute(facts.build(known_on), knowledge);
}

Result<std::string> Archive::text_of(chronicle::Report const& report) {
    auto const hash = journal::Hash::from_hex(report.original);
    if (!hash) return fault(FaultKind::malformed, "the report's hash is damaged");
    auto bytes = store_->original(*hash);
    if (!bytes) return tl::unexpected(bytes.error());
    if (!*bytes) return fault(FaultKind::not_found, "the original of " + report.file + " is not in this archive");
    auto document = open_document(report.file, std::move(**bytes));
    if (!document) return tl::unexpected(document.error());
    return std::move(document->text);
}

}  // namespace salname
