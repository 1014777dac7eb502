#!/usr/bin/env python3
"""What docs/formats say of journal and bundle holds: their commands are run, their output is what stands below them."""
import os, pathlib, re, shutil, subprocess, sys, tempfile

formats = pathlib.Path(os.environ["SALNAME_SOURCE"]) / "docs" / "formats"


def blocks(name):
    return re.findall(r"^```(\w+)\n(.*?)^```$", (formats / name).read_text(encoding="utf8"), re.S | re.M)


missing = [tool for tool in ("openssl", "basenc", "od", "base64", "sha256sum") if not shutil.which(tool)]
if missing:
    print("skipped: missing", *missing)
    sys.exit(77)
wrong = 0
with tempfile.TemporaryDirectory() as folder:
    bundle = next(text for kind, text in blocks("bundle.md") if kind == "jsonl")
    checkpoint = next(text for kind, text in blocks("journal.md") if kind == "checkpoint")
    pathlib.Path(folder, "monitor.bundle").write_text(bundle, encoding="utf8")
    pathlib.Path(folder, "checkpoint").write_text(checkpoint, encoding="utf8")
    for name in ("journal.md", "bundle.md"):
        script, expected = "set -eu\n", ""
        for kind, text in blocks(name):
            if kind == "sh": script += text
            if kind == "text": expected += text
        run = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, text=True)
        if run.stdout != expected or run.returncode != 0:
            print(f"{name}: its commands print\n{run.stdout}{run.stderr}instead of\n{expected}")
            wrong += 1
sys.exit(1 if wrong else 0)
