#!/usr/bin/env python3
"""Kills the program with -9 at random points of add, review, import and backup; nothing that was said to be kept is lost.

SALNAME_PROGRAM_KILLS=100 in the environment: so many of each instead of a few.
"""
import os, pathlib, random, signal, sqlite3, subprocess, sys, tempfile, time

program = os.environ["SALNAME"]
kills = int(os.environ.get("SALNAME_PROGRAM_KILLS", "6"))
random.seed(20261125)
wrong = []


def run(*arguments, check=True):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
    if check and done.returncode:
        sys.exit(f"{arguments}: {done.stdout}{done.stderr}")
    return done


def killed(seconds, *arguments, stdin=None):
    """What the program printed until it was killed, or ended."""
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen([program, *map(str, arguments)], stdin=subprocess.PIPE, stdout=out, stderr=subprocess.DEVNULL, text=True)
        if stdin:
            try:
                process.stdin.write(stdin)
                process.stdin.flush()
            except BrokenPipeError:
                pass
        time.sleep(random.random() * seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
        out.seek(0)
        return out.read()


def check(what, right):
    if not right:
        wrong.append(what)
        print("wrong:", what)


def shown(archive):
    return run("cases", archive, "--format", "json").stdout + run("people", archive, "--format", "json").stdout


def ids(archive):
    with sqlite3.connect(f"file:{archive}?mode=ro", uri=True) as db:
        return {row[0].hex() for row in db.execute("SELECT id FROM entries")}


def sound(archive, what):
    done = run("verify", archive, check=False)
    check(f"{what}: verify: {done.stdout[:500]}{done.stderr[:500]}", done.returncode == 0)


def time_of(*arguments):
    begin = time.monotonic()
    run(*arguments)
    return time.monotonic() - begin


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    os.environ["XDG_CONFIG_HOME"] = str(folder / "config")
    reports = folder / "reports"
    reports.mkdir()
    names = ["Rashad Karimov", "Elchin Mammadov", "Leyla Aliyeva", "Vugar Hasanov", "Nigar Guliyeva"]
    for n in range(300):
        name = names[n % len(names)]
        (reports / f"{n:03}.txt").write_text(
            f"On {1 + n % 28} May 20{10 + n % 12} police in Baku detained {name} over post number {n} on Facebook. "
            f"The Baku City Court sentenced {name} to {5 + n % 20} days of administrative detention.")
    whole = folder / "whole.salname"
    run("new", whole)
    adding = time_of("add", whole, reports)
    expected = shown(whole)

    for k in range(kills):
        archive = folder / f"add{k}.salname"
        run("new", archive)
        killed(adding, "add", archive, reports)
        sound(archive, "add")
        run("add", archive, reports)  # goes on
        check("add goes on", shown(archive) == expected)

    reviewed = folder / "review.salname"
    run("new", reviewed)
    run("add", reviewed, reports)
    kept = 0
    for k in range(kills):
        printed = killed(1, "review", reviewed, stdin="cy" * 400)
        said = [line.split()[-1] for line in printed.splitlines() if "kept as" in line]
        known = ids(reviewed)
        kept += len(said)
        check("review keeps what it said", all(any(i.startswith(s) for i in known) for s in said))
        sound(reviewed, "review")
    check("review was killed at work", kept > 0)
    before = shown(reviewed)
    run("rebuild", reviewed)
    check("tables after review", shown(reviewed) == before)

    bundle = folder / "whole.bundle"
    run("export", whole, "--bundle", bundle)
    importing = time_of("import", *[(run("new", folder / "timing.salname"), folder / "timing.salname")[1], bundle])
    for k in range(kills):
        archive = folder / f"import{k}.salname"
        run("new", archive)
        killed(importing, "import", archive, bundle)
        sound(archive, "import")
        run("import", archive, bundle)
        check("import goes on", shown(archive) == expected)

    for k in range(kills):
        copy = folder / f"copy{k}.salname"
        killed(0.05, "backup", whole, copy)
        if copy.exists():
            sound(copy, "backup")
        else:
            run("backup", whole, copy)
        check("backup", shown(copy) == expected)
        sound(whole, "the archive that was backed up")

print(f"{kills} kills of each of add, review (which had said that {kept} decisions were kept), import, backup: {len(wrong)} wrong")
sys.exit(1 if wrong else 0)
