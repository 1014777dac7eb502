#!/usr/bin/env python3
"""Best F1 of `salname names score` on labelled pairs of names, beside a peer in the same run: docs/figures/names.md.

  names.py SALNAME SHARED_FOLDER [--write]

Scores of sounds were learned on the even rows of some sets (tools/train/sounds.py); only the odd rows are reported.
wdtok_az is noisy: rows labelled as pairs whose two names share fewer than three in five of their consonants after a plain
transliteration (babək – рафик), and rows labelled as no pair that share nearly all (lətif – латиф), are wrong labels
and left out; how many is said. A doubled letter counts once.

figures.tsv holds spellings of public figures of Azerbaijan in the press of four languages, one person a line: every two
spellings of one person are a pair, every two of different people are none.
"""
import datetime, difflib, itertools, os, pathlib, re, subprocess, sys, tempfile, unicodedata

SETS = ["wdtok_az", "wdtok_ru", "places_ru", "places_en", "nk_person", "ru_inflect", "un_sc"]
GOALS = {"wdtok_az": .97, "wdtok_ru": .85, "places_ru": .90, "places_en": .95, "nk_person": .85, "ru_inflect": .98}
PLAIN = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                 "a b v g d e e zh z i y k l m n o p r s t u f h ts ch sh shch  y  e yu ya".split(" ")))
PLAIN.update({"ə": "a", "ı": "y", "ş": "sh", "ç": "ch", "c": "dzh", "ğ": "g", "q": "g", "x": "h", "ö": "o", "ü": "u", "j": "zh"})


def plain(name):
    letters = "".join(PLAIN.get(c, c) for c in unicodedata.normalize("NFC", name).lower())
    return re.sub(r"(.)\1", r"\1", letters)  # a doubled letter is one


def consonants(text):
    return [c for c in text if c.isalpha() and c not in "aeiouy"]


def rows_of(path, name):
    rows, left_out = [], 0
    for line in open(path, encoding="utf8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) < 3:
            continue
        a, b, label = fields[0], fields[1], int(fields[2])
        if name == "wdtok_az":
            x, y = plain(a), plain(b)
            shared = difflib.SequenceMatcher(None, consonants(x), consonants(y)).ratio()
            if label and shared < .6 or not label and shared > .9:
                left_out += 1
                rows.append(None)
                continue
        rows.append((a, b, label))
    return [r for r in rows[1::2] if r], left_out


def best_f1(scored):
    scored = sorted(scored, reverse=True)
    total = sum(label for _, label in scored)
    best, true, i = (0, 0), 0, 0
    while i < len(scored):
        value = scored[i][0]
        while i < len(scored) and scored[i][0] == value:
            true += scored[i][1]
            i += 1
        best = max(best, (2 * true / (i + total), value))
    return best


def score(program, rows, *options):
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf8", delete=False) as file:
        file.writelines(f"{a}\t{b}\n" for a, b, _ in rows)
    result = subprocess.run([program, "names", "score", file.name, *options], capture_output=True, text=True, check=True)
    os.unlink(file.name)
    return [float(line.split("\t")[2]) for line in result.stdout.splitlines()]


def figures():
    """Pairs of spellings of people, and whether they are one person's."""
    people = [line.rstrip("\n").split("\t") for line in open(pathlib.Path(__file__).parent / "data" / "figures.tsv", encoding="utf8")
              if not line.startswith("#")]
    same = [(a, b, 1) for p in people for a, b in itertools.combinations(dict.fromkeys(p), 2)]
    return same + [(a, b, 0) for p, q in itertools.combinations(people, 2) for a in p for b in q]


def recall_at(precision, scored):
    best, true, false = 0, 0, 0
    total = sum(label for _, label in scored)
    for value, group in itertools.groupby(sorted(scored, reverse=True), key=lambda s: s[0]):
        for _, label in group:
            true, false = true + label, false + 1 - label
        if true / (true + false) >= precision:
            best = true / total
    return best


def figures_line(program):
    rows = figures()
    values = score(program, rows)
    recall = recall_at(.99, [(v, label) for v, (_, _, label) in zip(values, rows)])
    peer = recall_at(.99, [(difflib.SequenceMatcher(None, a.lower(), b.lower()).ratio() if label or i % 20 == 0 else 0, label)
                           for i, (a, b, label) in enumerate(rows)])
    pairs = sum(label for _, _, label in rows)
    return (f"Public figures of Azerbaijan, {pairs} pairs of spellings of one person among {len(rows)}: recall {recall:.3f} at a "
            f"precision of .99; difflib {peer:.3f} (it was spared nineteen of twenty wrong pairs). Many of\nthese given and family names, not the pairs, stand in tools/train/spellings.tsv, which the sounds were learned from.")


def main():
    program, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    lines, below = [], []
    for name in SETS:
        rows, left_out = rows_of(shared / "data" / "names" / f"{name}.tsv", name)
        values = score(program, rows)
        f1, threshold = best_f1([(v, label) for v, (_, _, label) in zip(values, rows)])
        peer, _ = best_f1([(difflib.SequenceMatcher(None, a.lower(), b.lower()).ratio(), label) for a, b, label in rows])
        same = [label for v, (_, _, label) in zip(values, rows) if v >= .76]
        lines.append(f"| {name} | {len(rows)} | {f1:.3f} | {GOALS.get(name, '')} | {threshold:.2f} | {peer:.3f} | "
                     f"{sum(same) / max(1, len(same)):.3f} | {sum(same) / max(1, sum(r[2] for r in rows)):.3f} |"
                     + (f" {left_out} rows left out" if left_out else ""))
        print(lines[-1])
        if f1 < GOALS.get(name, 0):
            below.append(name)
    lines_below = figures_line(program)
    print(lines_below)
    if "--write" not in sys.argv:
        return
    root = pathlib.Path(__file__).resolve().parent.parent
    subprocess.run(["ninja", "-C", root / "build" / "release", "salname_names_speed"], check=True, capture_output=True)
    speeds = []
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf8") as usual:
        usual.writelines(sorted({a + "\n" for a, _, label in figures() if label}))
        usual.flush()
        for what, path in (("Names of figures.tsv", usual.name), ("Long names of un_sc", shared / "data" / "names" / "un_sc.tsv")):
            speeds.append(f"{what}. " + subprocess.run([root / "build" / "release" / "salname_names_speed", path],
                                                       capture_output=True, text=True, check=True).stdout)
    speed = lines_below + "\n\n" + "\n".join(speeds)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=root, capture_output=True, text=True).stdout.strip()
    text = f"""# How well names are compared

Written by `bench/names.py` on {datetime.date.today()} at commit {commit}. Odd rows of each set; the peer is Python's
difflib on lower-cased names, in the same run. The last two columns: what the verdict "same" gives.

| set | pairs | best F1 | goal | threshold | difflib F1 | precision of "same" | recall of "same" |
| --- | --- | --- | --- | --- | --- | --- | --- |
""" + "\n".join(lines) + "\n\n" + (("Below their goals: " + ", ".join(below) + ".\n\n") if below else "") + speed
    (root / "docs" / "figures" / "names.md").write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
