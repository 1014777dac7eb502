// salname: one file a command; this one only dispatches.
#include <cstdio>
#include <exception>

#include "cli/commands.h"

int main(int count, char** arguments) {
    try {
        return salname::run_command(count, arguments);
    } catch (std::exception const& broken) {
        // Only a broken environment (no memory, disk full) comes this far.
        std::fprintf(stderr, "salname: %s\n", broken.what());
        return 70;
    }
}
