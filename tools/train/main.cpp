// Trains the models of a language pack:
// salname_train PACKS_DIR DEV_FOLDER PREFIX OUTPUT_FOLDER names|events [GOLD.json …] [LESSONS_FOLDER …] [FILE.iob2 …]
// [PROSE.txt …]
//
// names; or events: people, triggers, slots, modality. Only reports whose number does not divide
// by 3 are read; the others are kept aside for scoring.
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "events.h"
#include "gold.h"
#include "name_training.h"
#include "packs/image.h"
#include "packs/pack_compiler.h"

namespace {

constexpr double real_weight = 6;
constexpr double lesson_weight = 0.5;  // many more than the others, and by fewer hands

bool save(std::string const& path, std::string const& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    return out.good();
}

}  // namespace

int main(int count, char** arguments) {
    using namespace salname;
    if (count < 6) {
        std::fputs(
            "usage: salname_train PACKS_DIR DEV_FOLDER PREFIX OUTPUT_FOLDER names|events [GOLD.json ...] [FILE.iob2 "
            "...]\n",
            stderr);
        return 2;
    }
    CompiledPacks const compiled = compile_packs(arguments[1]);
    for (Fault const& fault : compiled.faults) std::fprintf(stderr, "%s\n", fault.message().c_str());
    if (!compiled.faults.empty()) return 1;
    auto const packs = open_image({reinterpret_cast<std::byte const*>(compiled.image.data()), compiled.image.size()});
    if (!packs) return 1;
    auto gold = train::load_gold(arguments[2], arguments[3]);
    std::vector<std::string> tagged;
    for (int i = 6; i < count; ++i) {
        std::string const file = arguments[i];
        if (std::filesystem::is_directory(file))
            for (auto& lesson : train::load_folder(file)) {
                lesson.weight = lesson_weight;
                gold.push_back(std::move(lesson));
            }
        else if (file.ends_with(".json"))
            gold.push_back(train::load_gold_file(file)), gold.back().weight = real_weight;
        else if (file.ends_with(".txt"))
            gold.push_back(train::load_prose(file));
        else
            tagged.push_back(file);
    }
    std::fprintf(stderr, "%zu reports\n", gold.size());
    std::string const output = arguments[4];
    bool saved = true;
    if (std::strcmp(arguments[5], "names") == 0) {
        saved = save(output + "/names.tsv", train::train_names(*packs, gold, tagged));
    } else {
        for (auto const& [name, table] :
             train::train_events(*packs, gold, train::load_gold(arguments[2], arguments[3], true)))
            saved = save(output + '/' + name + ".tsv", table) && saved;
    }
    return saved ? 0 : 1;
}
