#!/usr/bin/env python3
"""The program as a user runs it: formats, stages, errors, exit status, determinism."""
import json, os, pathlib, subprocess, sys, tempfile

program = os.environ["SALNAME"]
source = pathlib.Path(os.environ["SALNAME_SOURCE"])
examples = source / "examples" / "reports"


def run(*arguments, stdin=None, environment=None):
    return subprocess.run([program, *map(str, arguments)], input=stdin, capture_output=True,
                          env={**os.environ, **(environment or {})})


def readings(*arguments, **options):
    return [json.loads(line) for line in run("read", *arguments, "--format", "jsonl", **options).stdout.splitlines()]


def check(what, truth):
    if not truth:
        print("failed:", what)
        sys.exit(1)


all_examples = readings(examples)
check("ten examples are ten reports or more", len(all_examples) >= 10)
for reading in all_examples:
    text = pathlib.Path(reading["report"]["file"]).read_bytes()
    for account in reading["accounts"]:
        check("an account has a rule", account["rule"])
        if reading["report"]["file"].endswith(".txt"):
            begin, end = account["trigger"]
            check("spans lie in the file", 0 <= begin < end <= len(text))
            text[begin:end].decode("utf8")
check("array and lines agree", json.loads(run("read", examples, "--format", "json").stdout) == all_examples)

# The same bytes whatever the threads, time zone and locale; files in another order give the same readings.
one = run("read", examples, "--format", "jsonl").stdout
check("two jobs, same bytes", run("read", examples, "--format", "jsonl", "--jobs", "2").stdout == one)
check("time zone and locale change nothing",
      run("read", examples, "--format", "jsonl", environment={"TZ": "Asia/Baku", "LC_ALL": "C", "LANG": "az_AZ"}).stdout == one)
files = sorted(examples.glob("0*.txt"))
forward = run("read", *files, "--format", "jsonl").stdout.splitlines()
backward = run("read", *reversed(files), "--format", "jsonl").stdout.splitlines()
check("order of files changes nothing else", sorted(forward) == sorted(backward))

for stage, field in (("tokens", "text"), ("mentions", "value"), ("frames", "frame")):
    lines = run("read", files[0], "--stage", stage, "--format", "jsonl").stdout.splitlines()
    check(f"stage {stage} prints lines", len(lines) > 3 and all(field in json.loads(line) for line in lines))

page = run("read", examples, "--format", "html").stdout.decode()
check("a page that stands alone", page.startswith("<!doctype html>") and "http://" not in page and "<script" not in page)
check("a table", b"Giyas Ibrahimov" in run("read", examples).stdout)
check("standard input", readings("-", stdin=files[0].read_bytes())[0]["accounts"] == readings(files[0])[0]["accounts"])
check("text is given when asked for", "text" in readings(files[0], "--with-text")[0]["report"])
check("explain", b"trigger" in run("explain", files[0], "--account", "a1").stdout)

# Bad input: named on standard error, counted in the exit status, the others are read.
with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    (folder / "good.txt").write_text("Rashid Karimov was arrested on 3 May 2021.", encoding="utf8")
    (folder / "latin.txt").write_bytes(b"Rashid was arr\xeated")
    (folder / "zero.txt").write_bytes(b"a\0b")
    (folder / "empty.txt").write_bytes(b"")
    result = run("read", folder, "--format", "jsonl")
    check("the good one is read", len(result.stdout.splitlines()) == 1)
    check("three failed", result.returncode == 3)
    for name in (b"latin.txt: byte 14", b"zero.txt: byte 1", b"empty.txt"):
        check(f"{name} is named", name in result.stderr)
    check("a missing file is named", b"no such file" in run("read", folder / "none.txt").stderr)
    (folder / "m.jsonl").write_text('{"file": "good.txt", "published": "2021-13-01"}\nnonsense\n')
    result = run("read", folder / "good.txt", "--metadata", folder / "m.jsonl", "--format", "jsonl")
    check("metadata faults name lines", b"m.jsonl:1" in result.stderr and b"m.jsonl:2" in result.stderr and result.returncode == 2)
    check("and the file is read", len(result.stdout.splitlines()) == 1)
    check("a date that is none", b"--published" in run("read", folder / "good.txt", "--published", "soon").stderr)
    wrong = run("explain", folder / "good.txt", "--published", "soon")
    check("explain says so too", wrong.returncode == 2 and b"--published" in wrong.stderr)
    full = run("read", folder / "good.txt", "-o", "/dev/full")
    check("a full disk is an error", full.returncode == 70 and b"/dev/full could not be written" in full.stderr)
    (folder / "dateless.txt").write_text("Police detained Rashid Karimov on 3 May in Baku.", encoding="utf8")
    (folder / "known.jsonl").write_text('{"file": "dateless.txt", "published": "2021-06-10"}\n')
    told = ("explain", folder / "dateless.txt", "--metadata", folder / "known.jsonl")
    check("explain uses metadata", b"2021-" in run(*told).stdout and b"2021-" not in run(*told[:2]).stdout)
    # A long file comes in windows; its accounts are those of its parts, offsets are those of the file.
    part = (files[3].read_text(encoding="utf8") + "\n\n").encode()
    (folder / "long.txt").write_bytes(part * (9_000_000 // len(part)))
    total = 0
    whole = (folder / "long.txt").read_bytes()
    for reading in readings(folder / "long.txt"):
        for account in reading["accounts"]:
            total += 1
            begin, end = account["trigger"]
            check("offsets of the file", whole[begin:end].decode("utf8"))
    check("long files are read", total > 10000)
print("ok")
