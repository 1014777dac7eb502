#!/usr/bin/env python3
"""Scores readings of the corpora with their scorer; the figures may only rise (tests/score_floor.json)."""
import json, os, pathlib, shutil, subprocess, sys, tempfile

shared = pathlib.Path(os.environ["SALNAME_SHARED"])
program = os.environ["SALNAME"]
if not (shared / "exam" / "score.py").exists():
    print("skipped: no corpora beside the project")
    sys.exit(77)
floors = json.loads((pathlib.Path(__file__).parent / "score_floor.json").read_text())


def score(gold, files, metadata):
    readings = subprocess.run([program, "read", "--format", "jsonl", *metadata, *map(str, files)], capture_output=True, text=True, check=True).stdout
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as out:
        out.write(readings)
        out.flush()
        return json.loads(subprocess.run([sys.executable, str(shared / "exam" / "score.py"), str(gold), out.name, "--json"], capture_output=True, text=True, check=True).stdout)


wrong = 0
with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    metadata = folder / "metadata.jsonl"
    metadata.write_text(subprocess.run([sys.executable, str(shared / "exam" / "metadata.py"), str(shared / "corpus" / "dev")], capture_output=True, text=True, check=True).stdout)
    texts = {"seed": [shared / "corpus" / "seed" / "azerbaijan-internet-watch.txt"]}
    golds = {"seed": shared / "corpus" / "seed" / "gold.json"}
    for name, aside in (("dev-en-two-thirds", False), ("dev-en-kept-aside", True)):
        golds[name] = folder / name
        golds[name].mkdir()
        texts[name] = []
        for gold in sorted((shared / "corpus" / "dev").glob("en-*.json")):
            if (int(gold.stem[-3:]) % 3 == 0) == aside:
                shutil.copy(gold, golds[name])
                texts[name].append(gold.with_suffix(".txt"))
    for name, gold in golds.items():
        result = score(gold, texts[name], [] if name == "seed" else ["--metadata", str(metadata)])
        reached = {"events": result["events"]["f1"], "people": result["people"]["f1"], "slots": result["slot_accuracy"]}
        for measure, value in reached.items():
            floor = floors[name][measure]
            print(f"{name:20} {measure:7} {value:.3f}  floor {floor:.3f}")
            if value < floor:
                print(f"failed: {name} {measure} fell below its floor")
                wrong += 1
sys.exit(1 if wrong else 0)
