// The commands of the program: their arguments, and what they print.
#pragma once

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

// Exit status of each: the number of inputs that failed (at most 100), or 2 for arguments that make no sense.
[[nodiscard]] int read_command(ReadArguments const& arguments);
[[nodiscard]] int explain_command(ExplainArguments const& arguments);
[[nodiscard]] int check_command(CheckArguments const& arguments);

// Parses the arguments and runs the command that they name.
[[nodiscard]] int run_command(int count, char** arguments);

}  // namespace salname
