#!/usr/bin/env python3
"""The archive as a user works with it: add, look, decide, undo, protect, verify, exchange, back up. Examples only."""
import json, os, pathlib, random, re, shutil, signal, subprocess, sys, tempfile, time

program = os.environ["SALNAME"]
examples = pathlib.Path(os.environ["SALNAME_SOURCE"]) / "examples" / "reports"
work = pathlib.Path(tempfile.mkdtemp())
environment = {**os.environ, "XDG_CONFIG_HOME": str(work / "config")}


def run(*arguments, stdin=None, home=None):
    extra = {"XDG_CONFIG_HOME": str(home)} if home else {}
    return subprocess.run([program, *map(str, arguments)], input=stdin, capture_output=True, text=True,
                          env={**environment, **extra})


def check(what, truth, result=None):
    if not truth:
        print("failed:", what, result.stdout + result.stderr if result else "")
        sys.exit(1)


def good(*arguments, **options):
    result = run(*arguments, **options)
    check(" ".join(map(str, arguments)), result.returncode == 0, result)
    return result.stdout


def rows(command, archive, *options):
    return json.loads(good(command, archive, "--format", "json", *options))


a, b = work / "a.salname", work / "b.salname"
good("new", a, "--author", "Leyla", "--origin", "example.org/a")
check("an archive is never made over another", run("new", a).returncode != 0)

# Adding: the same again changes nothing; the same address with another text is a new version; a copy is no source.
report = work / "report.txt"
text = ("Police in Ganja detained blogger Rashid Karimov on 3 May 2021, his lawyer Aydin Aliyev said. On 4 May 2021 the "
        "Ganja City Court sentenced Karimov to 30 days of administrative detention for petty hooliganism over a "
        "Facebook post in which he criticised the mayor of the city and the state of its roads and parks.\n")
report.write_text(text)
add = ("add", a, report, "--url", "https://example.org/1", "--outlet", "Our Radio")
check("added", "1 added, 0 there already" in good(*add))
check("the same again", "0 added, 1 there already" in good(*add))
report.write_text(text + "\nUpdate, 6 June 2021: Karimov was released on 3 June 2021.\n")
check("a new version", "1 new versions" in good(*add))
copy = work / "copy.txt"
copy.write_text("As others report. " + text)
good("add", a, copy, "--outlet", "Copy News")
case = rows("cases", a)
check("one person, one case", len(case) == 1 and case[0]["person"] == "Rashid Karimov")
check("a copy and a version are no second source", case[0]["sources"] == "1")
told = good("case", a, case[0]["case"])
check("the sentence stands below its line", "sentenced Karimov to 30 days of administrative detention" in told)
check("a version is called so", "(update)" in told and "a copy of" in told)
check("released at last", case[0]["status"] == "released")
check("on an earlier day he sat", rows("cases", a, "--as-of", "2021-05-10")[0]["status"] == "serving a sentence")
check("before that there was no case", rows("cases", a, "--as-of", "2021-01-01") == [])
check("before the archive nothing was known", rows("cases", a, "--as-known-on", "2001-01-01") == [])
check("filters", len(rows("cases", a, "--court", "ganja")) == 1 and rows("cases", a, "--charge", "treason") == [])
check("another alphabet", "Rashid Karimov" in good("person", a, "Рашид Каримов"))

# Decisions, each undone by its number.
events = json.loads(good("case", a, case[0]["case"], "--format", "json"))["events"]
sentence = next(e for e in events if e["type"] == "sentenced")["event"]
good("judge", a, sentence, "correct", "--set", "duration=P25D", "--reason", "the ruling says 25")
check("a correction shows", "25 days" in good("case", a, case[0]["case"]))
made = re.search(r"([0-9a-f]{16})  Leyla  correct", good("history", a, sentence)).group(1)
for line in good("history", a, sentence).splitlines():
    good("undo", a, line.split()[1])
check("and is gone when undone", "25 days" not in good("case", a, case[0]["case"]))
check("but not forgotten", "undone by" in good("history", a, sentence))
check("a value that is none", run("judge", a, sentence, "correct", "--set", "date=soon").returncode == 2)
answered = run("review", a, stdin="cz?q")
check("review keeps and undoes", "kept as" in answered.stdout and "undone" in answered.stdout, answered)
check("review confirms", "1 decisions" in good("review", a, stdin="cq"))
check("a confirmed case", len(rows("cases", a, "--confirmed")) == 1)

# The examples; two people of one surname stay two.
good("add", a, examples)
names = {p["name"] for p in rows("people", a)}
check("people of the examples", "Giyas Ibrahimov" in names)
before = good("cases", a, "--format", "json")
good("merge", a, "Giyas Ibrahimov", "Elmir Abbasov", "--reason", "a mistake")
decision = good("history", a, "Giyas Ibrahimov").split()[1]
check("merged", good("cases", a, "--format", "json") != before)
good("undo", a, decision)
check("merged and undone is as never merged", good("cases", a, "--format", "json") == before)

# A protected person's name is in no output.
good("protect", a, "Rashid Karimov", "R.K.", "--reason", "asked for it")
person = next(p for p in rows("people", a) if p["name"] == "R.K.")
for output in (good("cases", a), good("cases", a, "--format", "csv"), good("people", a), good("people", a, "--format", "json"),
               good("case", a, case[0]["case"]), good("case", a, case[0]["case"], "--format", "json"),
               good("person", a, person["person"]), good("history", a, person["person"]), good("conflicts", a),
               run("review", a, stdin="nnnnnnnnnnnnq").stdout):
    check("a protected name shows", "Karimov" not in output and "Rashid" not in output)
page = work / "page.html"
good("case", a, case[0]["case"], "--html", page)
html = page.read_text()
check("nor on a page", "Karimov" not in html and "R.K." in html and "<svg" in html and "<script" not in html)

# Proof, checkpoint, damage.
note = work / "note.txt"
note.write_text(good("checkpoint", a))
good("note", a, person["person"], "a remark")
check("all is well", "all is as it was written" in good("verify", a, "--against", note))
entry = good("history", a, person["person"]).split()[1]
check("a proof", "root " in good("prove", a, entry))
secret = work / "secret.txt"
secret.write_text("who told us")
sealed = re.search(r"[0-9a-f]{64}", good("seal", a, secret, "--to", good("key").strip())).group(0)
check("sealed", good("unseal", a, sealed) == "who told us")
check("never in clear", b"who told us" not in a.read_bytes())
check("rebuilt", "the same" in good("rebuild", a))
saved = work / "saved.salname"
good("backup", a, saved)
check("a backup is never written over", run("backup", a, saved).returncode != 0)
restored = work / "restored.salname"
good("restore", saved, restored)
check("restored", good("cases", restored, "--format", "json") == good("cases", a, "--format", "json"))
cut = work / "cut.salname"
shutil.copy(saved, cut)
with open(cut, "r+b") as file:
    file.truncate(cut.stat().st_size // 2)
check("a cut file is named", run("verify", cut).returncode != 0)
check("no archive", run("cases", report).returncode != 0 and "not an archive" in run("cases", report).stderr)
check("an archive that is not there", run("cases", work / "none.salname").returncode != 0)
check("a day that is none", run("cases", a, "--as-of", "2021").returncode == 2)

# Two archives that worked apart come together, the same in either order.
good("new", b, "--author", "Second", home=work / "second")
good("add", b, examples, report, home=work / "second")
good("merge", b, "Giyas Ibrahimov", "Elmir Abbasov", home=work / "second")
for archive, name in ((a, "a.bundle"), (b, "b.bundle")):
    good("export", archive, "--bundle", work / name)
good("import", a, work / "b.bundle")
good("import", b, work / "a.bundle")
check("importing again changes nothing", "0 new entries" in good("import", a, work / "b.bundle"))
for command in ("cases", "people", "conflicts"):
    check(f"{command} are the same whichever came first",
          good(command, a, "--format", "json") == good(command, b, "--format", "json"))
broken = work / "broken.bundle"
broken.write_bytes((work / "a.bundle").read_bytes()[:-200])
check("a cut bundle is refused", run("import", restored, broken).returncode != 0)
check("and changes nothing", good("cases", restored, "--format", "json") == good("cases", saved, "--format", "json"))

# Killed at any moment, adding goes on where it stopped.
many, c = work / "many", work / "c.salname"
many.mkdir()
for n in range(600):
    (many / f"{n}.txt").write_text(text.replace("Karimov", f"Karimov{n}").replace("3 May", f"{n % 28 + 1} May"))
good("new", c)
random.seed(7)
for attempt in range(25):
    process = subprocess.Popen([program, "add", str(c), str(many)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    time.sleep(random.random() * .12)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    check("opens after a kill", run("cases", c).returncode == 0)
good("add", c, many)
check("every file once", "0 added, 600 there already" in good("add", c, many))
check("sound after kills", "all is as it was written" in good("verify", c))
shutil.rmtree(work)
print("ok")
