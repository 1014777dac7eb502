// The commands of the program: their arguments, and what they print.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace salname {

struct ReadArguments {
    std::vector<std::string> paths;
    std::string format = "table";
    std::string metadata;
    std::string published;
    std::string country;
    std::string language = "auto";
    std::string stage = "accounts";
    std::string packs;
    std::string output;
    unsigned jobs = 1;
    bool with_text = false;
};

struct ExplainArguments {
    std::string path;
    std::string account;
    ReadArguments read;
};

struct CheckArguments {
    std::vector<std::string> paths;
};

struct NewArguments {
    std::string archive;
    std::string origin = "salname.local/archive";
    std::string author;
    std::string key;
};

struct AddArguments {
    std::string archive;
    std::string outlet;
    std::string url;
    std::string key;
    ReadArguments read;
};

// cases, case, people, person, conflicts
struct LookArguments {
    std::string archive;
    std::string what;  // case or person
    std::string format = "table";
    std::string html;
    std::string as_of;
    std::string as_known_on;
    std::string packs;
    std::string person, charge, court, place, outlet, status;
    std::int16_t year = 0;
    bool confirmed = false;
};

// review, judge, merge, split, rename, protect, note, link, history, undo
struct DecideArguments {
    std::string archive;
    std::string what;   // person, event, case or decision
    std::string other;  // second person, report, name, remark
    std::string verb;
    std::vector<std::string> values;
    std::string reason;
    std::string key;
    std::string packs;
};

// verify, checkpoint, prove, key, export, import, backup, restore, rebuild, seal, unseal
struct CareArguments {
    std::string archive;
    std::string other;  // checkpoint, entry, bundle, copy, note
    std::string recipient;
    std::string on;
    std::string key;
};

struct NamesArguments {
    std::string pairs;
    bool explain = false;
    std::string packs;
};

// Exit status of each: the number of inputs that failed (at most 100), or 2 for arguments that make no sense.
[[nodiscard]] int read_command(ReadArguments const& arguments);
[[nodiscard]] int explain_command(ExplainArguments const& arguments);
[[nodiscard]] int check_command(CheckArguments const& arguments);

[[nodiscard]] int new_command(NewArguments const& arguments);
[[nodiscard]] int add_command(AddArguments const& arguments);
[[nodiscard]] int cases_command(LookArguments const& arguments);
[[nodiscard]] int case_command(LookArguments const& arguments);
[[nodiscard]] int people_command(LookArguments const& arguments);
[[nodiscard]] int person_command(LookArguments const& arguments);
[[nodiscard]] int conflicts_command(LookArguments const& arguments);

[[nodiscard]] int review_command(DecideArguments const& arguments);
[[nodiscard]] int judge_command(DecideArguments const& arguments);
[[nodiscard]] int merge_command(DecideArguments const& arguments);
[[nodiscard]] int split_command(DecideArguments const& arguments);
[[nodiscard]] int name_command(DecideArguments const& arguments);  // rename, protect, note
[[nodiscard]] int link_command(DecideArguments const& arguments);
[[nodiscard]] int history_command(DecideArguments const& arguments);
[[nodiscard]] int undo_command(DecideArguments const& arguments);

[[nodiscard]] int verify_command(CareArguments const& arguments);
[[nodiscard]] int checkpoint_command(CareArguments const& arguments);
[[nodiscard]] int prove_command(CareArguments const& arguments);
[[nodiscard]] int key_command(CareArguments const& arguments);
[[nodiscard]] int export_command(CareArguments const& arguments);
[[nodiscard]] int import_command(CareArguments const& arguments);
[[nodiscard]] int backup_command(CareArguments const& arguments);
[[nodiscard]] int restore_command(CareArguments const& arguments);
[[nodiscard]] int rebuild_command(CareArguments const& arguments);
[[nodiscard]] int seal_command(CareArguments const& arguments);
[[nodiscard]] int unseal_command(CareArguments const& arguments);
[[nodiscard]] int names_command(NamesArguments const& arguments);

// Parses the arguments and runs the command that they name.
[[nodiscard]] int run_command(int count, char** arguments);

}  // namespace salname
