#include "cli/commands.h"

#include <CLI/CLI.hpp>
#include <functional>

namespace salname {

namespace {

void add_reading_options(CLI::App& command, ReadArguments& a) {
    command.add_option("--metadata", a.metadata, "What is known beside the text, a JSON line a file");
    command.add_option("--published", a.published, "Day of publication of all files, e.g. 2021-04-15");
    command.add_option("--country", a.country, "Country that the reports are about (ISO 3166), e.g. AZ");
    command.add_option("--language", a.language, "Language of the reports, or auto")->capture_default_str();
    command.add_option("--packs", a.packs, "Use this folder of packs instead of those built in");
}

// A command line with the function that runs it.
struct Runnable {
    CLI::App* line;
    std::function<int()> run;
};

void add_look_options(CLI::App& command, LookArguments& a, bool list) {
    command.add_option("archive", a.archive, "The archive file")->required();
    command.add_option("--format", a.format, list ? "table, json or csv" : "table or json")
        ->check(list ? CLI::IsMember({"table", "json", "csv"}) : CLI::IsMember({"table", "json"}))
        ->capture_default_str();
    command.add_option("--as-of", a.as_of, "How things stood on this day, e.g. 2021-04-15");
    command.add_option("--as-known-on", a.as_known_on, "Only what had been entered by the end of this day (UTC)");
    command.add_option("--packs", a.packs, "Use this folder of packs instead of those built in");
}

void add_archive_commands(CLI::App& app, NewArguments& fresh, AddArguments& add, LookArguments& look,
                          std::vector<Runnable>& commands) {
    CLI::App* line = app.add_subcommand("new", "Make an empty archive: a file that remembers everything");
    line->add_option("archive", fresh.archive, "The file, e.g. monitor.salname")->required();
    line->add_option("--origin", fresh.origin, "Name of this archive in its checkpoints, e.g. example.org/monitor")
        ->capture_default_str();
    line->add_option("--author", fresh.author, "Your name, as decisions show it");
    line->add_option("--key", fresh.key, "File of your key");
    commands.push_back({line, [&] { return new_command(fresh); }});

    line = app.add_subcommand("add", "Add reports to an archive: kept by hash, read, and drafted");
    line->add_option("archive", add.archive, "The archive file")->required();
    line->add_option("path", add.read.paths, "Files or folders")->required();
    line->add_option("--outlet", add.outlet, "Who published them");
    line->add_option("--url", add.url, "Where it was published, when it is one report");
    line->add_option("--key", add.key, "File of your key");
    line->add_option("-j,--jobs", add.read.jobs, "Files read at the same time")->check(CLI::Range(1U, 64U));
    add_reading_options(*line, add.read);
    commands.push_back({line, [&] { return add_command(add); }});

    line = app.add_subcommand("cases", "List cases: who, status, charges, days in custody, sources");
    add_look_options(*line, look, true);
    line->add_option("--person", look.person, "Part of a name in any spelling");
    line->add_option("--charge", look.charge, "Part of a charge or an article");
    line->add_option("--court", look.court, "Part of the name of who acted");
    line->add_option("--place", look.place, "Part of the name of a place");
    line->add_option("--outlet", look.outlet, "Part of the name of who published it");
    line->add_option("--status", look.status, "E.g. detained, remanded, serving, released");
    line->add_option("--year", look.year, "With an event in this year");
    line->add_flag("--confirmed", look.confirmed, "With something that a person confirmed");
    commands.push_back({line, [&] { return cases_command(look); }});

    line = app.add_subcommand("case", "Show a case: every line with its sentences, sources and contradictions");
    add_look_options(*line, look, false);
    line->add_option("case", look.what, "Its id, e.g. C-1f6d…, or the beginning of it")->required();
    line->add_option("--html", look.html, "Write a page with a picture here");
    commands.push_back({line, [&] { return case_command(look); }});

    line = app.add_subcommand("people", "List people with every spelling");
    add_look_options(*line, look, true);
    commands.push_back({line, [&] { return people_command(look); }});

    line = app.add_subcommand("person", "Show a person's cases, by name in any spelling or by id");
    add_look_options(*line, look, false);
    line->add_option("name", look.what, "Name or id")->required();
    line->add_option("--html", look.html, "Write a page with pictures here");
    commands.push_back({line, [&] { return person_command(look); }});

    line = app.add_subcommand("conflicts", "List what sources, or decisions, say differently");
    add_look_options(*line, look, true);
    commands.push_back({line, [&] { return conflicts_command(look); }});
}

CLI::App* decide_line(CLI::App& app, char const* name, char const* help, DecideArguments& a, char const* what) {
    CLI::App* line = app.add_subcommand(name, help);
    line->add_option("archive", a.archive, "The archive file")->required();
    if (what != nullptr) line->add_option("what", a.what, what)->required();
    line->add_option("--reason", a.reason, "Why; kept with the decision");
    line->add_option("--key", a.key, "File of your key");
    line->add_option("--packs", a.packs, "Use this folder of packs instead of those built in");
    return line;
}

void add_decision_commands(CLI::App& app, DecideArguments& a, std::vector<Runnable>& commands) {
    CLI::App* line =
        decide_line(app, "review", "Answer the questions that are worth a person's time, best first", a, nullptr);
    commands.push_back({line, [&] { return review_command(a); }});

    line = decide_line(app, "judge", "Confirm, correct or reject an event without the queue", a, "Event, e.g. E-1f6d…");
    line->add_option("verb", a.verb, "confirm, correct, reject, defer or unverifiable")
        ->required()
        ->check(CLI::IsMember({"confirm", "correct", "reject", "defer", "unverifiable"}));
    line->add_option("--set", a.values, "correct: SLOT=VALUE, e.g. date=2021-04-15; may be repeated");
    commands.push_back({line, [&] { return judge_command(a); }});

    line = decide_line(app, "merge", "Say that two people are one", a, "Person: id or name");
    line->add_option("other", a.other, "The other one")->required();
    commands.push_back({line, [&] { return merge_command(a); }});

    line = decide_line(app, "split", "Say that a report means somebody else", a, "Person: id or name");
    line->add_option("report", a.other, "File name or hash of the report")->required();
    commands.push_back({line, [&] { return split_command(a); }});

    struct Naming {
        char const* verb;
        char const* help;
        char const* other;
    };
    for (Naming const naming :
         {Naming{"rename", "Show a person under another name", "The name"},
          Naming{"protect", "Hide a person's name in every output from now on", "Initials or pseudonym to show"},
          Naming{"note", "Add a remark on a person", "The remark"}}) {
        line = decide_line(app, naming.verb, naming.help, a, "Person: id or name");
        line->add_option("text", a.other, naming.other)->required();
        commands.push_back({line, [&a, verb = naming.verb] {
                                a.verb = verb;
                                return name_command(a);
                            }});
    }

    line = decide_line(app, "link", "Say to which matter an event belongs", a, "Event, e.g. E-1f6d…");
    line->add_option("case", a.other, "Name of the matter, e.g. \"the 2021 trial\"")->required();
    commands.push_back({line, [&] { return link_command(a); }});

    line = decide_line(app, "history", "Decisions about a person, case or event, undone ones too", a, "Its id or name");
    commands.push_back({line, [&] { return history_command(a); }});

    line = decide_line(app, "undo", "Take a decision back", a, "Its id, six digits or more");
    commands.push_back({line, [&] { return undo_command(a); }});
}

CLI::App* care_line(CLI::App& app, char const* name, char const* help, CareArguments& a,
                    char const* archive = "The archive file") {
    CLI::App* line = app.add_subcommand(name, help);
    line->add_option("archive", a.archive, archive)->required();
    return line;
}

void add_care_commands(CLI::App& app, CareArguments& a, std::vector<Runnable>& commands) {
    CLI::App* line = care_line(app, "verify", "Prove that nothing was altered, dropped or cut off", a);
    line->add_option("--against", a.other, "A checkpoint that was kept elsewhere");
    commands.push_back({line, [&] { return verify_command(a); }});

    line = care_line(app, "checkpoint", "Print a signed note of the state, to keep elsewhere", a);
    line->add_option("--key", a.key, "File of your key");
    commands.push_back({line, [&] { return checkpoint_command(a); }});

    line = care_line(app, "prove", "Print a proof that an entry is in the archive", a);
    line->add_option("entry", a.other, "Its id, six digits or more")->required();
    commands.push_back({line, [&] { return prove_command(a); }});

    line = app.add_subcommand("key", "Print your public key");
    line->add_option("--key", a.key, "File of your key");
    commands.push_back({line, [&] { return key_command(a); }});

    line = care_line(app, "export", "Write everything into a bundle for another archive", a);
    line->add_option("--bundle", a.other, "The file")->required();
    commands.push_back({line, [&] { return export_command(a); }});

    line = care_line(app, "import", "Take in a bundle: what both know, both keep", a);
    line->add_option("bundle", a.other, "The file")->required();
    commands.push_back({line, [&] { return import_command(a); }});

    line = care_line(app, "backup", "Copy an archive while it is in use", a);
    line->add_option("file", a.other, "The copy")->required();
    commands.push_back({line, [&] { return backup_command(a); }});

    line = care_line(app, "restore", "Put a backup in place of an archive that is gone", a, "The backup");
    line->add_option("file", a.other, "The archive to make; never one that is there")->required();
    commands.push_back({line, [&] { return restore_command(a); }});

    line = care_line(app, "rebuild", "Throw away what was computed and compute it again", a);
    commands.push_back({line, [&] { return rebuild_command(a); }});

    line = care_line(app, "seal", "Keep a note that only one key can open", a);
    line->add_option("note", a.other, "File with the note")->required();
    line->add_option("--to", a.recipient, "Public key of the reader")->required();
    line->add_option("--on", a.on, "Person, case or event that it is about");
    line->add_option("--key", a.key, "File of your key");
    commands.push_back({line, [&] { return seal_command(a); }});

    line = care_line(app, "unseal", "Print a sealed note", a);
    line->add_option("entry", a.other, "Its id")->required();
    line->add_option("--key", a.key, "File of the key that it was sealed to");
    commands.push_back({line, [&] { return unseal_command(a); }});
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

    NewArguments fresh;
    AddArguments add;
    LookArguments look;
    std::vector<Runnable> commands;
    add_archive_commands(app, fresh, add, look, commands);
    NamesArguments names;
    CLI::App* names_line = app.add_subcommand("names", "Compare names");
    names_line->require_subcommand(1);
    CLI::App* score_line = names_line->add_subcommand("score", "Score pairs: two names a line, a tab between");
    score_line->add_option("pairs", names.pairs, "The file, or - for standard input")->required();
    score_line->add_flag("--explain", names.explain, "Say for each pair which words were aligned and what each tells");
    score_line->add_option("--packs", names.packs, "Use this folder of packs instead of those built in");
    commands.push_back({names_line, [&] { return names_command(names); }});
    DecideArguments decide;
    add_decision_commands(app, decide, commands);
    CareArguments care;
    add_care_commands(app, care, commands);

    CLI11_PARSE(app, count, arguments);
    for (Runnable const& command : commands)
        if (*command.line) return command.run();
    if (*read_command_line) return read_command(read);
    if (*explain_line) return explain_command(explain);
    return check_command(check);
}

}  // namespace salname
