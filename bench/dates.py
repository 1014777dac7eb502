#!/usr/bin/env python3
"""Scores dates against WikiWars (TIMEX2): dates.py PROGRAM FOLDER

strict: same bytes; relaxed: any overlap; value: of overlapping ones those whose value is the same.
Durations and dates are compared in one normal form; seasons and parts of a day count by what EDTF level 1 can say.
"""
import json, pathlib, re, subprocess, sys, tempfile


def gold_of(path):
    body = path.read_text(encoding="utf8")
    body = re.search(r"<TEXT>(.*)</TEXT>", body, re.S)[1]
    text, spans, at, open_tags = "", [], 0, []
    for tag in re.finditer(r"<TIMEX2([^>]*)>|</TIMEX2>|<[^>]+>", body):
        text += unescape(body[at:tag.start()])
        at = tag.end()
        if tag[0].startswith("<TIMEX2"):
            value = re.search(r'val="([^"]*)"', tag[1] or "", re.I)
            open_tags.append((len(text.encode()), value[1] if value else ""))
        elif tag[0] == "</TIMEX2>":
            begin, value = open_tags.pop()
            spans.append((begin, len(text.encode()), value))
    return text + unescape(body[at:]), spans


def unescape(text):
    return text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')


def normal(value):
    value = value or ""
    if value in ("past", "present", "future"):
        return value.upper() + "_REF"
    if re.match(r"-\d{4}", value):
        value = f"BC{int(value[1:5]) + 1:04d}" + value[5:]
    value = re.sub(r"T.*$", "", value) if re.match(r"\d{4}-\d\d-\d\d", value) else value
    value = re.sub(r"-(SP|SU|FA|WI|Q\d|H\d)$", "", value)
    return re.sub(r"(-XX)+$", "", value)


def prf(hits, found, gold):
    p, r = hits / max(1, found), hits / max(1, gold)
    return 2 * p * r / max(1e-9, p + r)


def evaluate(program, paths):
    strict = relaxed = value = found = gold = 0
    for path in paths:
        text, spans = gold_of(path)
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf8") as file:
            file.write(text)
            file.flush()
            lines = subprocess.run([program, "read", file.name, "--stage", "mentions", "--format", "jsonl"], capture_output=True, check=True).stdout.splitlines()
        mentions = [m for m in map(json.loads, lines) if m["kind"] in ("date", "duration", "time")]
        outer = [s for s in spans]
        gold += len(outer)
        found += len(mentions)
        used = set()
        for begin, end, val in outer:
            best = None
            for i, m in enumerate(mentions):
                if i in used or min(end, m["span"][1]) <= max(begin, m["span"][0]):
                    continue
                exact = m["span"] == [begin, end]
                if best is None or exact:
                    best = (i, exact)
                if exact:
                    break
            if best is None:
                continue
            used.add(best[0])
            relaxed += 1
            strict += best[1]
            value += normal(mentions[best[0]]["value"]) == normal(val) and normal(val) != ""
    return {"strict": prf(strict, found, gold), "relaxed": prf(relaxed, found, gold), "value": prf(value, found, gold), "gold": gold, "found": found}


if __name__ == "__main__":
    paths = sorted(pathlib.Path(sys.argv[2]).glob("*.xml"))
    halves = {"odd documents": [p for p in paths if int(p.name[:2]) % 2], "even documents": [p for p in paths if int(p.name[:2]) % 2 == 0], "all": paths}
    for name, half in halves.items():
        r = evaluate(sys.argv[1], half)
        print(f"{name:15} strict {r['strict']:.3f}  relaxed {r['relaxed']:.3f}  value {r['value']:.3f}  ({r['found']} found, {r['gold']} in the gold)")
