// salname check: faults of packs with file and line, then the examples and counterexamples of each rule.
#include <filesystem>
#include <iostream>

#include "cli/commands.h"
#include "packs/image.h"
#include "packs/pack_compiler.h"
#include "reading/reader.h"

namespace salname {

namespace {

namespace fs = std::filesystem;

// "packs/countries/az" means the folder of packs that holds it.
fs::path packs_root(fs::path path) {
    path = fs::absolute(path).lexically_normal();
    for (fs::path at = path; at.has_parent_path() && at != at.parent_path(); at = at.parent_path())
        if (fs::is_directory(at / "languages")) return at;
    return path;
}

// Does the rule's own pattern match, and does nothing speak against it?
bool matches(std::string_view text, std::uint32_t frame, Vocabulary const& packs, bool whole_type) {
    Document document;
    document.name = "example";
    document.text = text;
    bool found = false;
    for_each_report(document, packs, {}, [&](ReadReport const& work) {
        ReportView const view{work.report, work.mentions, work.people, packs, work.dates, work.frames};
        Discourse discourse(view);
        if (whole_type) {
            for (Account const& account : work.reading.accounts)
                found = found || account.rule == packs.string(packs.frames[frame].id);
            return;
        }
        for (FrameMatch const& match : work.frames) {
            if (packs.frames[match.frame].type != packs.frames[frame].type) continue;
            // An example stands alone: it needs no report about courts around it.
            std::string_view const why = refusal(discourse, discourse.trigger(match));
            found = found || why.empty() || why == "context";
        }
    });
    return found;
}

struct Tally {
    int faults = 0;
    int examples = 0;
};

void check_examples(Vocabulary const& packs, Tally& tally) {
    for (Example const& example : packs.examples) {
        Frame const& frame = packs.frames[example.frame];
        bool const counter = example.counter != 0;
        ++tally.examples;
        if (matches(packs.string(example.text), example.frame, packs, counter) != counter) continue;
        ++tally.faults;
        std::cout << packs.string(frame.source_file) << ':' << example.line << ": "
                  << (counter ? "counterexample is read as " : "example is not matched by ") << packs.string(frame.id)
                  << ": " << packs.string(example.text) << '\n';
    }
}

}  // namespace

int check_command(CheckArguments const& arguments) {
    int failed = 0;
    for (std::string const& path : arguments.paths) {
        CompiledPacks const compiled = compile_packs(packs_root(path));
        for (Fault const& fault : compiled.faults) std::cout << fault.message() << '\n';
        failed += static_cast<int>(compiled.faults.size());
        if (!compiled.faults.empty()) continue;
        auto const packs =
            open_image({reinterpret_cast<std::byte const*>(compiled.image.data()), compiled.image.size()});
        if (!packs) {
            std::cout << packs.error().message() << '\n';
            ++failed;
            continue;
        }
        Tally tally;
        check_examples(*packs, tally);
        failed += tally.faults;
        std::cout << path << ": " << packs->packs.size() << " packs, " << packs->words.size() - 1 << " words, "
                  << packs->entries.size() << " entries, " << packs->frames.size() << " frames, "
                  << packs->patterns.size() << " patterns, " << tally.examples << " examples, " << tally.faults
                  << " wrong\n";
    }
    return std::min(failed, 100);
}

}  // namespace salname
