#include "packs/pack_compiler.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "packs/name_pack.h"
#include "packs/pack_reader.h"
#include "packs/pattern.h"
#include "text/sha256.h"

namespace salname {

namespace {

namespace fs = std::filesystem;

struct PackFile {
    fs::path path;
    std::string name;  // as faults show it
    std::string text;
};

std::vector<fs::path> sorted_children(fs::path const& folder) {
    std::vector<fs::path> children;
    std::error_code error;
    for (auto const& entry : fs::directory_iterator(folder, error)) children.push_back(entry.path());
    std::sort(children.begin(), children.end());
    return children;
}

void collect_files(fs::path const& folder, std::vector<PackFile>& files, std::vector<Fault>& faults) {
    for (fs::path const& path : sorted_children(folder)) {
        if (fs::is_directory(path)) {
            collect_files(path, files, faults);
            continue;
        }
        auto const extension = path.extension();
        if (extension != ".toml" && extension != ".tsv") continue;
        std::ifstream in(path, std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        if (!in.is_open() || in.bad())
            faults.push_back(
                {FaultKind::unreadable, "can't be read; check its permissions", {path.string(), 0, 0, -1}});
        else
            files.push_back({path, path.string(), std::move(text)});
    }
}

void read_pack_file(PackFile const& file, PackDraft& pack, LexiconBuilder& lexicon, std::vector<Fault>& faults) {
    std::string const stem = file.path.stem().string();
    if (file.path.extension() == ".tsv" && stem == "clusters")
        return read_clusters(file.text, file.name, lexicon, faults);
    if (file.path.extension() == ".tsv") return read_model(stem, file.text, file.name, lexicon, faults);
    TomlSource source(file.name, faults);
    if (!source.parse(file.text)) return;
    if (stem == "pack") return;  // read first, by read_identity
    if (file.path.parent_path().filename() == "frames") return read_frames(source, lexicon, pack);
    if (stem.starts_with("words")) return read_words(source, lexicon);
    if (stem == "paradigms" || stem.starts_with("verbs")) return read_verbs(source, lexicon, pack);
    if (stem == "names") return read_names(source, lexicon, pack);
    read_registry(source, lexicon, pack);
}

// pack.toml says who the pack is; gives false when it is missing or wrong.
bool read_identity(std::vector<PackFile> const& files, fs::path const& folder, PackDraft& pack, LexiconBuilder& lexicon,
                   std::vector<Fault>& faults) {
    Sha256 sum;
    PackFile const* identity = nullptr;
    for (PackFile const& file : files) {
        std::string const relative = file.path.lexically_relative(folder).generic_string();
        sum.update(relative);
        sum.update(std::string_view("\0", 1));
        sum.update(file.text);
        if (relative == "pack.toml") identity = &file;
    }
    if (identity == nullptr) {
        faults.push_back(
            {FaultKind::not_found, "a pack needs a pack.toml with id and version", {folder.string(), 0, 0, -1}});
        return false;
    }
    TomlSource source(identity->name, faults);
    if (!source.parse(identity->text)) return false;
    source.expect_keys(source.root(),
                       {"id", "version", "kind", "country", "currency", "title", "licence", "source", "language"});
    pack.id = source.text(source.root(), "id", true);
    pack.country = source.text(source.root(), "country");
    PackInfo info;
    info.id = lexicon.keep(pack.id);
    info.version = lexicon.keep(source.text(source.root(), "version", true));
    info.fingerprint = lexicon.keep("sha256:" + sum.hex());
    lexicon.data().packs.push_back(info);
    std::string const currency = source.text(source.root(), "currency");
    if (!currency.empty() && pack.country.size() == 2) {
        Entry entry;  // the currency that a bare word means in this country
        entry.id = entry.name = lexicon.keep(pack.id + "/currency");
        entry.detail = lexicon.keep(currency);
        entry.kind = static_cast<std::uint32_t>(EntryKind::currency);
        entry.value = 1;
        entry.country = static_cast<std::uint32_t>(pack.country[0]) << 8U | static_cast<std::uint32_t>(pack.country[1]);
        lexicon.add_entry(entry, {});
    }
    return true;
}

void add_frames(PackDraft const& pack, LexiconBuilder& lexicon, std::vector<Fault>& faults) {
    VocabularyData& data = lexicon.data();
    for (DraftFrame const& draft : pack.frames) {
        auto const frame = static_cast<std::uint32_t>(data.frames.size());
        data.frames.push_back(draft.frame);
        for (auto const& text : draft.patterns) {
            auto pattern = compile_pattern(text.text, lexicon);
            if (!pattern) {
                Fault wrong = pattern.error();
                wrong.where = {draft.file, text.line, 0, -1};
                faults.push_back(std::move(wrong));
                continue;
            }
            pattern->frame = frame;
            data.patterns.push_back(*pattern);
        }
        for (auto const& text : draft.examples) data.examples.push_back({lexicon.keep(text.text), frame, text.line, 0});
        for (auto const& text : draft.counterexamples)
            data.examples.push_back({lexicon.keep(text.text), frame, text.line, 1});
    }
}

// For each word the patterns that may begin with it.
void index_starts(LexiconBuilder& lexicon) {
    VocabularyData& data = lexicon.data();
    std::vector<std::vector<std::uint32_t>> by_word(data.words.size());
    for (std::uint32_t p = 0; p < data.patterns.size(); ++p) {
        Element const& first = data.elements[data.patterns[p].first_element];
        bool by_mention = false;
        for (std::uint32_t c = 0; c < first.choice_count; ++c) {
            Choice const& choice = data.choices[first.first_choice + c];
            by_mention = by_mention || choice.kind == ChoiceKind::mention;
            for (WordId const id : lexicon.words_matching(choice))
                if (by_word[id].empty() || by_word[id].back() != p) by_word[id].push_back(p);
        }
        if (by_mention) data.mention_starts.push_back(p);
    }
    for (WordId id = 0; id < data.words.size(); ++id) {
        data.words[id].first_start = static_cast<std::uint32_t>(data.starts.size());
        data.words[id].start_count = static_cast<std::uint32_t>(by_word[id].size());
        data.starts.insert(data.starts.end(), by_word[id].begin(), by_word[id].end());
    }
}

// The name pack is checked here and kept as it is: only few commands need it.
void keep_names(fs::path const& folder, LexiconBuilder& lexicon, std::vector<Fault>& faults) {
    if (!fs::is_directory(folder)) return;
    std::vector<PackFile> files;
    collect_files(folder, files, faults);
    std::vector<NamedText> texts;
    for (PackFile const& file : files) {
        texts.push_back({file.name, file.text});
        lexicon.data().name_files.push_back(
            {lexicon.keep("names/" + file.path.filename().string()), lexicon.keep(file.text)});
    }
    auto const read = read_name_pack(texts);
    if (!read) faults.insert(faults.end(), read.error().begin(), read.error().end());
}

}  // namespace

CompiledPacks compile_packs(fs::path const& folder) {
    CompiledPacks compiled;
    LexiconBuilder lexicon;
    std::vector<PackDraft> packs;
    for (char const* group : {"languages", "countries"}) {
        for (fs::path const& pack_folder : sorted_children(folder / group)) {
            if (!fs::is_directory(pack_folder)) continue;
            std::vector<PackFile> files;
            collect_files(pack_folder, files, compiled.faults);
            PackDraft pack;
            if (!read_identity(files, pack_folder, pack, lexicon, compiled.faults)) continue;
            for (PackFile const& file : files) read_pack_file(file, pack, lexicon, compiled.faults);
            packs.push_back(std::move(pack));
        }
    }
    keep_names(folder / "names", lexicon, compiled.faults);
    if (packs.empty())
        compiled.faults.push_back(
            {FaultKind::not_found, "holds no packs; expected languages/ and countries/", {folder.string(), 0, 0, -1}});
    for (PackDraft const& pack : packs) add_frames(pack, lexicon, compiled.faults);
    index_starts(lexicon);
    lexicon.finish();
    if (compiled.faults.empty()) compiled.image = write_image(lexicon.data());
    return compiled;
}

}  // namespace salname
