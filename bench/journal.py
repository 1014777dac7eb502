#!/usr/bin/env python3
"""How fast the journal is: journal.py SALNAME JOURNAL_PROGRAM [ENTRIES] [--write] → docs/figures/journal.md.

JOURNAL_PROGRAM is build/release/salname_journal_program. Ratios are against sha256sum over the same file, in the same run.
"""
import datetime, os, pathlib, signal, subprocess, sys, tempfile, time

program, journal = sys.argv[1:3]
count = int(sys.argv[3]) if len(sys.argv) > 3 and sys.argv[3].isdigit() else 1_000_000


def timed(*arguments):
    begin = time.monotonic()
    result = subprocess.run(list(map(str, arguments)), capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"{' '.join(map(str, arguments))}: {result.stdout}{result.stderr}")
    return time.monotonic() - begin


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    os.environ["XDG_CONFIG_HOME"] = str(folder / "config")
    archive = folder / "journal.salname"
    filling = timed(journal, "fill", archive, count)
    size = archive.stat().st_size
    hashing = min(timed("sha256sum", archive) for _ in range(3))
    opening = timed(program, "checkpoint", archive)
    verifying = min(timed(journal, "verify", archive) for _ in range(2))
    bundle = folder / "all.bundle"
    exporting = timed(program, "export", archive, "--bundle", bundle)
    other = folder / "other.salname"
    timed(program, "new", other)
    importing = timed(program, "import", other, bundle)
    again = timed(program, "import", other, bundle)
    backing = timed(program, "backup", archive, folder / "copy.salname")
    decisions = folder / "decisions.salname"
    seconds = 3
    running = subprocess.Popen([journal, "decide", decisions], stdout=subprocess.PIPE, text=True)
    time.sleep(seconds)
    running.send_signal(signal.SIGKILL)
    decided = len([line for line in running.communicate()[0].splitlines() if len(line) == 64])
    lines = [
        "# How fast the journal is", "",
        f"Written by `bench/journal.py` on {datetime.date.today()}: {count:,} readings of about 350 bytes in batches of 1000, each batch",
        f"signed once; {size / 1e6:.0f} MB. `sha256sum` over that file takes {hashing:.2f} s in the same run.", "",
        "| what | seconds | of sha256sum | asked |", "| --- | --- | --- | --- |",
        f"| open, root of the log, signed checkpoint | {opening:.3f} | {opening / hashing:.3f} | – |",
        f"| verify: form, ids, chains, signatures, log, SQLite's own check | {verifying:.1f} | {verifying / hashing:.1f} | 10 s for a million |",
        f"| append in batches | {filling:.1f} | {filling / hashing:.1f} | – |",
        f"| export to a bundle of {bundle.stat().st_size / 1e6:.0f} MB | {exporting:.1f} | {exporting / hashing:.1f} | – |",
        f"| import into an empty archive | {importing:.1f} | {importing / hashing:.1f} | – |",
        f"| import again: nothing changes | {again:.1f} | {again / hashing:.1f} | – |",
        f"| backup | {backing:.1f} | {backing / hashing:.1f} | – |", "",
        f"Decisions, each signed and on the disk before it is printed: {decided / seconds:.0f} a second. Killed a hundred times at random",
        "moments (`tests/kill_journal.py`, and `tests/kill_program.py` for add, review, import and backup): none that was printed is lost.", ""]
    print("\n".join(lines))
    if "--write" in sys.argv:
        root = pathlib.Path(__file__).resolve().parent.parent
        (root / "docs" / "figures" / "journal.md").write_text("\n".join(lines), encoding="utf8")
