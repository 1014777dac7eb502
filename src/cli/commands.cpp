#include "cli/commands.h"

#include <CLI/CLI.hpp>

namespace salname {

namespace {

void add_reading_options(CLI::App& command, ReadArguments& a) {
    command.add_option("--metadata", a.metadata, "What is known beside the text, a JSON line a file");
    command.add_option("--published", a.published, "Day of publication of all files, e.g. 2021-04-15");
    command.add_option("--country", a.country, "Country that the reports are about (ISO 3166), e.g. AZ");
    command.add_option("--language", a.language, "Language of the reports, or auto")->capture_default_str();
    command.add_option("--packs", a.packs, "Use this folder of packs instead of those built in");
}

}  // namespace

int run_command(int count, char** arguments) {
    CLI::App app{
        "Salname reads reports about prosecutions of online speech: who, when, under which article, who says so."};
    app.require_subcommand(1);
    app.set_version_flag("--version", "salname 0.1.0");

    ReadArguments read;
    CLI::App* read_command_line =
        app.add_subcommand("read", "Read reports: people and what happened to them, each value with its sentence");
    read_command_line->add_option("path", read.paths, "Files, folders, or - for standard input")->required();
    read_command_line->add_option("--format", read.format, "table, json, jsonl or html")
        ->check(CLI::IsMember({"table", "json", "jsonl", "html"}))
        ->capture_default_str();
    read_command_line
        ->add_option("--stage", read.stage, "Print a stage of the reader: tokens, mentions, frames or accounts")
        ->check(CLI::IsMember({"tokens", "mentions", "frames", "accounts"}))
        ->capture_default_str();
    read_command_line->add_option("-o,--output", read.output, "Write here instead of to standard output");
    read_command_line->add_option("-j,--jobs", read.jobs, "Files read at the same time")
        ->check(CLI::Range(1U, 64U))
        ->capture_default_str();
    read_command_line->add_flag("--with-text", read.with_text, "Give the extracted text with each reading");
    add_reading_options(*read_command_line, read);

    ExplainArguments explain;
    CLI::App* explain_line = app.add_subcommand("explain", "Say for one account where each value comes from and why");
    explain_line->add_option("file", explain.path, "A report")->required();
    explain_line->add_option("--account", explain.account, "Its id, e.g. a17; all accounts when left out");
    add_reading_options(*explain_line, explain.read);

    CheckArguments check;
    CLI::App* check_line =
        app.add_subcommand("check", "Check packs: faults with file and line, and the examples of each rule");
    check_line->add_option("packs", check.paths, "A folder of packs, or packs/languages/en, packs/countries/az …")
        ->required();

    CLI11_PARSE(app, count, arguments);
    if (*read_command_line) return read_command(read);
    if (*explain_line) return explain_command(explain);
    return check_command(check);
}

}  // namespace salname
