#!/usr/bin/env python3
"""How fast an archive grows and answers: archive.py SALNAME [REPORTS] [--write] → docs/figures/archive.md.

Reports are made from sentences of our own with names, dates and terms varied, so that the truth is known: who is one
person (with spellings in two alphabets), and how many events each has. One file a report.
"""
import datetime, json, os, pathlib, random, resource, shutil, subprocess, sys, tempfile, time

# Given and family names as English-language and as Azerbaijani reports spell them; the people are made up of both.
GIVEN = """Rashad Rəşad|Elchin Elçin|Vugar Vüqar|Ilgar İlqar|Nijat Nicat|Aygun Aygün|Leyla Leyla|Sevinj Sevinc|Tural Tural|Kamran Kamran
Farid Fərid|Orkhan Orxan|Gunel Günel|Samir Samir|Emin Emin|Rauf Rauf|Nigar Nigar|Zaur Zaur|Anar Anar|Javid Cavid|Elnur Elnur|Ramil Ramil
Parviz Pərviz|Togrul Toğrul|Shahin Şahin|Jeyhun Ceyhun|Murad Murad|Ulvi Ülvi|Ruslan Ruslan|Vusal Vüsal|Khadija Xədicə|Aysel Aysel
Narmin Nərmin|Lala Lalə|Sabina Səbinə|Gulnar Gülnar|Fuad Fuad|Natig Natiq|Azer Azər|Bakhtiyar Bəxtiyar|Ziya Ziya|Teymur Teymur
Agil Aqil|Habib Həbib|Mubariz Mübariz|Yadigar Yadigar|Vasif Vasif|Tofig Tofiq|Eldar Eldar|Hikmat Hikmət|Sahib Sahib|Kanan Kənan""".replace("\n", "|").split("|")
FAMILY = """Mammadov Məmmədov|Aliyev Əliyev|Guliyev Quliyev|Huseynov Hüseynov|Rzayev Rzayev|Ismayilov İsmayılov|Babayev Babayev
Jafarov Cəfərov|Abdullayev Abdullayev|Karimov Kərimov|Orujov Orucov|Gasimov Qasımov|Mirzayev Mirzəyev|Salmanov Salmanov|Tagiyev Tağıyev
Novruzov Novruzov|Yusifov Yusifov|Zeynalov Zeynalov|Shirinov Şirinov|Valiyev Vəliyev|Bagirov Bağırov|Nazarov Nəzərov|Pashayev Paşayev
Rustamov Rüstəmov|Safarov Səfərov|Taghizade Tağızadə|Gurbanov Qurbanov|Ibrahimov İbrahimov|Khalilov Xəlilov|Maharramov Məhərrəmov
Nuriyev Nuriyev|Panahov Pənahov|Ragimov Rəhimov|Suleymanov Süleymanov|Talibov Talıbov|Usubov Usubov|Veyselov Veysəlov|Zamanov Zamanov
Agayev Ağayev|Bayramov Bayramov|Chobanov Çobanov|Dadashov Dadaşov|Eyvazov Eyvazov|Farajov Fərəcov|Gadirov Qədirov|Hajiyev Hacıyev
Imanov İmanov|Jabbarov Cabbarov|Kazimov Kazımov|Latifov Lətifov|Muradov Muradov|Najafov Nəcəfov|Osmanov Osmanov|Piriyev Piriyev
Qocayev Qocayev|Ramazanov Ramazanov|Sadigov Sadıqov|Tahirov Tahirov|Umudov Umudov|Verdiyev Verdiyev|Yagubov Yaqubov|Zulfugarov Zülfüqarov
Amirov Əmirov|Badalov Bədəlov|Dursunov Dursunov|Fataliyev Fətəliyev|Garayev Qarayev|Hamidov Həmidov|Isgandarov İsgəndərov|Kalbiyev Kəlbiyev
Madatov Mədətov|Nabiyev Nəbiyev|Rasulov Rəsulov|Seyidov Seyidov|Turabov Turabov|Vahabov Vahabov|Yolchuyev Yolçuyev|Zakiyev Zəkiyev
Asgarov Əsgərov|Baghirli Bağırlı|Damirov Dəmirov|Gahramanov Qəhrəmanov|Humbatov Hümbətov|Khudiyev Xudiyev|Mehdiyev Mehdiyev|Nasibov Nəsibov
Rafiyev Rəfiyev|Shukurov Şükürov|Tarverdiyev Tarverdiyev|Valehov Valehov|Allahverdiyev Allahverdiyev|Behbudov Behbudov|Ganiyev Qəniyev""".replace("\n", "|").split("|")
WOMEN = {"Aygun", "Leyla", "Sevinj", "Gunel", "Nigar", "Khadija", "Aysel", "Narmin", "Lala", "Sabina", "Gulnar"}
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
    for given in GIVEN:
        for family in FAMILY:
            ending = "a" if given.split()[0] in WOMEN and family.endswith("v") else ""
            people.append(tuple(f"{g} {f}{ending}" for g, f in zip(given.split(), family.split())))
    random.shuffle(people)
    people = people[:min(len(people), max(20, count // 20))]
    truth = {}
    for n in range(count):
        person = random.choice(people)
        name = person[random.random() < .2]
        day = datetime.date(2018, 1, 1) + datetime.timedelta(days=random.randrange(2500))
        text = []
        for sentence, kind in random.sample(SENTENCES, 3):
            day += datetime.timedelta(days=random.randrange(1, 9))
            text.append(sentence.format(name=name, day=f"{day.day} {day:%B %Y}", town=random.choice(TOWNS), term=random.choice([10, 20, 30])))
            truth.setdefault(person, set()).add((kind, day.isoformat()))
        (folder / f"{n:06}.txt").write_text(" ".join(text) + f"\n\nReport {n} of {day}.\n", encoding="utf8")
    return truth


def timed(*arguments):
    begin = time.monotonic()
    result = subprocess.run(list(map(str, arguments)), capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"{' '.join(map(str, arguments))}: {result.stderr}")
    return time.monotonic() - begin, result.stdout


def events_against(truth, program, archive, cases, owner):
    """F1 of events (type and day; posts, which have no day here, aside) over the cases of some people, and how many people."""
    by_person = {}
    for case in cases:
        if case["person"] in owner:
            by_person.setdefault(owner[case["person"]], []).append(case["case"].split()[0])
    some = sorted(by_person)[:200]
    right = found = told = 0
    for person in some:
        events = set()
        for case in by_person[person]:
            _, text = timed(program, "case", archive, case, "--format", "json")
            events |= {(e["type"].replace("arrested", "detained"), e["date"]) for e in json.loads(text)["events"] if e["type"] != "posted"}
        right += len(events & truth[person])
        found += len(events)
        told += len(truth[person])
    return 2 * right / max(1, found + told), len(some)


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 and sys.argv[2].isdigit() else 10000
    work = pathlib.Path(tempfile.mkdtemp())
    os.environ["XDG_CONFIG_HOME"] = str(work / "config")
    reports, archive = work / "reports", work / "a.salname"
    reports.mkdir()
    truth = write_reports(reports, count)
    reading, _ = timed(program, "read", "--format", "jsonl", "--jobs", "2", reports, "-o", "/dev/null")
    timed(program, "new", archive)
    adding, _ = timed(program, "add", archive, reports, "--jobs", "2")
    (reports / "one-more.txt").write_text("On 3 May 2021 police in Baku detained Rashad Karimov.")
    one_more, _ = timed(program, "add", archive, reports / "one-more.txt")
    listing, text = timed(program, "cases", archive, "--format", "json")
    cases = json.loads(text)
    showing, _ = timed(program, "case", archive, cases[0]["case"])
    rebuilding, _ = timed(program, "rebuild", archive)
    verifying, _ = timed(program, "verify", archive)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    _, text = timed(program, "people", archive, "--format", "json")
    # A person is found when one record, and no other, has only spellings of his own.
    owner = {spelling: person for person in truth for spelling in person}
    found = [{owner.get(s) for s in [p["name"], *(p["spellings"] or "").split(", ")] if s} for p in json.loads(text) if p["cases"]]
    whole = [next(iter(f)) for f in found if len(f) == 1]
    right = sum(1 for person in truth if whole.count(person) == 1)
    people_f1 = 2 * right / (len(found) + len(truth))
    events_f1, sampled = events_against(truth, program, archive, cases, owner)
    size = archive.stat().st_size / 1e6
    shutil.rmtree(work)
    lines = [
        "# How fast an archive is", "",
        f"Written by `bench/archive.py` on {datetime.date.today()}: {count} reports of our own making, about 220 bytes each, two jobs;",
        f"one in five spells the name in the Azerbaijani way (as in tools/train/spellings.tsv). Reading alone: {count / reading:.0f} reports/s.", "",
        "| what | measured | asked (of 100,000 reports) |", "| --- | --- | --- |",
        f"| add: read, sign, store, link, put cases together | {count / adding:.0f} reports/s, {reading / adding:.2f} of reading alone | 2,000/s |",
        f"| add one more | {one_more * 1000:.0f} ms | 20 ms |",
        f"| list all cases | {listing:.2f} s | – |",
        f"| show a case | {showing:.2f} s | 0.1 s |",
        f"| make the tables again, and compare | {rebuilding:.1f} s | – |",
        f"| verify | {verifying:.2f} s for {2 * count + 4} entries | 10 s for a million |",
        f"| most memory of any command | {peak:.0f} MB | 500 MB |",
        f"| size of the archive | {size:.1f} MB | – |",
        f"| people against the truth | F1 {people_f1:.3f} ({right} of {len(truth)}, {len(found)} found) | reported |",
        f"| events of {sampled} people against the truth | F1 {events_f1:.3f} | reported |", ""]
    print("\n".join(lines))
    if "--write" in sys.argv:
        root = pathlib.Path(__file__).resolve().parent.parent
        (root / "docs" / "figures" / "archive.md").write_text("\n".join(lines), encoding="utf8")


if __name__ == "__main__":
    main()
