#!/usr/bin/env python3
"""How fast an archive grows and answers: archive.py SALNAME [REPORTS] [--write] → docs/figures/archive.md.

Reports are made from sentences of our own with names, dates and terms varied, so that the truth is known: who is one
person (with spellings in two alphabets), and how many events each has. One file a report.
"""
import datetime, json, os, pathlib, random, resource, shutil, subprocess, sys, tempfile, time

GIVEN = ["Rashad", "Elchin", "Vugar", "Ilgar", "Nijat", "Aygun", "Leyla", "Sevinj", "Tural", "Kamran", "Farid", "Orkhan", "Gunel",
         "Samir", "Emin", "Rauf", "Nigar", "Zaur", "Anar", "Javid"]
STEMS = ["Kar", "Mam", "Has", "Qas", "Rah", "Sal", "Tag", "Vel", "Yus", "Zam", "Bab", "Dad", "Fat", "Gul", "Hus", "Ism", "Jaf", "Lat", "Mus", "Nab"]
MIDDLES = ["im", "ad", "an", "um", "il", "ar", "in", "ul", "az", "id"]
SENTENCES = [
    ("On {day} police in {town} detained {name} over a Facebook post.", "detained"),
    ("The {town} City Court sentenced {name} to {term} days of administrative detention on {day}.", "sentenced"),
    ("On {day} the {town} City Court fined {name} 500 manats.", "fined"),
    ("{name} was summoned to the police on {day}.", "summoned"),
    ("{name} was released on {day}.", "released"),
]
TOWNS = ["Ganja", "Baku", "Sumgayit", "Sheki", "Lankaran"]


def write_reports(folder, count):
    """Gives the true events of each person."""
    random.seed(20261125)
    people = []
    for g in GIVEN:
        for s in STEMS:
            for m in MIDDLES:
                people.append(f"{g} {s}{m}" + ("ova" if g in ("Aygun", "Leyla", "Sevinj", "Gunel", "Nigar") else "ov"))
    random.shuffle(people)
    people = people[:max(20, count // 8)]
    truth = {}
    for n in range(count):
        name = random.choice(people)
        day = datetime.date(2018, 1, 1) + datetime.timedelta(days=random.randrange(2500))
        text = []
        for sentence, kind in random.sample(SENTENCES, 3):
            day += datetime.timedelta(days=random.randrange(1, 9))
            text.append(sentence.format(name=name, day=f"{day.day} {day:%B %Y}", town=random.choice(TOWNS), term=random.choice([10, 20, 30])))
            truth.setdefault(name, set()).add((kind, day.isoformat()))
        (folder / f"{n:06}.txt").write_text(" ".join(text) + f"\n\nReport {n} of {day}.\n", encoding="utf8")
    return truth


def timed(*arguments):
    begin = time.monotonic()
    result = subprocess.run(list(map(str, arguments)), capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"{' '.join(map(str, arguments))}: {result.stderr}")
    return time.monotonic() - begin, result.stdout


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 and sys.argv[2].isdigit() else 10000
    work = pathlib.Path(tempfile.mkdtemp())
    os.environ["XDG_CONFIG_HOME"] = str(work / "config")
    reports, archive = work / "reports", work / "a.salname"
    reports.mkdir()
    truth = write_reports(reports, count)
    timed(program, "new", archive)
    adding, _ = timed(program, "add", archive, reports, "--jobs", "2")
    (reports / "one-more.txt").write_text("On 3 May 2021 police in Baku detained Rashad Karimov.")
    one_more, _ = timed(program, "add", archive, reports / "one-more.txt")
    listing, text = timed(program, "cases", archive, "--format", "json")
    cases = json.loads(text)
    showing, _ = timed(program, "case", archive, cases[0]["case"])
    verifying, _ = timed(program, "verify", archive)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    _, text = timed(program, "people", archive, "--format", "json")
    found = {p["name"] for p in json.loads(text) if p["cases"]}
    right = len(found & set(truth))
    people_f1 = 2 * right / (len(found) + len(truth))
    events = sum(int(c["events"]) for c in cases)
    true_events = sum(map(len, truth.values()))
    size = archive.stat().st_size / 1e6
    shutil.rmtree(work)
    lines = [
        "# How fast an archive is", "",
        f"Written by `bench/archive.py` on {datetime.date.today()}: {count} reports of our own making, about 220 bytes each, two jobs.", "",
        "| what | measured | asked (of 100,000 reports) |", "| --- | --- | --- |",
        f"| add: read, sign, store | {count / adding:.0f} reports/s | 2,000/s, linking included |",
        f"| add one more | {one_more * 1000:.0f} ms | 20 ms |",
        f"| list all cases | {listing:.2f} s | – |",
        f"| show a case | {showing:.2f} s | 0.1 s |",
        f"| verify | {verifying:.2f} s for {2 * count + 4} entries | 10 s for a million |",
        f"| most memory of any command | {peak:.0f} MB | 500 MB |",
        f"| size of the archive | {size:.1f} MB | – |",
        f"| people against the truth | F1 {people_f1:.3f} ({right} of {len(truth)}, {len(found)} found) | reported |",
        f"| events against the truth | {events} found, {true_events} told | reported |", "",
        "The chronicle is computed anew from the whole journal by every command that shows it: that is why a case takes as long as",
        "the list, and why these grow with the archive. A cache of computed tables is prepared in the store and not used yet.", ""]
    print("\n".join(lines))
    if "--write" in sys.argv:
        root = pathlib.Path(__file__).resolve().parent.parent
        (root / "docs" / "figures" / "archive.md").write_text("\n".join(lines), encoding="utf8")


if __name__ == "__main__":
    main()
