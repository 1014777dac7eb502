#!/usr/bin/env python3
"""A decision that was printed is there, however the program ends: killed a hundred times at random moments."""
import os, pathlib, random, signal, sqlite3, subprocess, sys, tempfile, time

program = os.environ["SALNAME_JOURNAL"]
times = int(os.environ.get("SALNAME_KILLS", "100"))
chance = random.Random(20260101)


def check(what, truth):
    if not truth:
        print("failed:", what)
        sys.exit(1)


with tempfile.TemporaryDirectory() as folder:
    archive = pathlib.Path(folder) / "archive.salname"
    printed = []
    for number in range(times):
        with open(f"{folder}/printed", "w+") as out:
            running = subprocess.Popen([program, "decide", archive], stdout=out, stderr=subprocess.PIPE)
            time.sleep(chance.uniform(0.0, 0.08))
            running.send_signal(signal.SIGKILL)
            said = running.communicate()[1]
            check(f"the program was killed, it did not end by itself: {said}", running.returncode == -signal.SIGKILL)
            out.seek(0)
            printed += [line.strip() for line in out if line.endswith("\n")]
        # Killed within the first milliseconds of all, the archive may be an empty file: that is said, and nothing is lost.
        if not printed and archive.exists() and archive.stat().st_size == 0:
            archive.unlink()
    verified = subprocess.run([program, "verify", archive], capture_output=True, text=True)
    check(f"the archive verifies: {verified.stdout[:2000]} {verified.stderr[:500]}", verified.returncode == 0)
    ids = [row[0] for row in sqlite3.connect(archive).execute("SELECT lower(hex(id)) FROM entries ORDER BY position")]
    known = set(printed)
    check("decisions were made between the kills", len(printed) > times)
    check("every printed decision is there, in order", [i for i in ids if i in known] == printed)
    # What was written but not yet printed when the kill came may be there too: at most one a kill.
    check("nothing else is there", len(ids) - len(printed) <= times)
    print(f"{times} kills, {len(printed)} decisions printed, {len(ids)} stored")
