#!/usr/bin/env python3
"""Turns lessons (invented reports with their annotation, written by hand) into text and gold files.

  unfold_lessons.py OUTPUT_FOLDER LESSONS.txt …

A lessons file holds many reports; README.md beside this script describes the form. For each report
OUTPUT_FOLDER/<id>.txt and <id>.json are written, in the form that the scorer and the trainer read. A mistake
(a marker without an event, an unknown type or field, a person not listed) stops with file and line.
"""
import json, os, re, sys

TYPES = set("""posted summoned questioned warned detained arrested searched charged custody_ordered custody_extended
tried convicted sentenced fined acquitted appealed appeal_decided transferred released pardoned died ill_treated
hunger_strike travel_ban dismissed content_removed blocked investigation_opened house_arrest law_amended conscripted
abducted deported""".split())
BASES = {"explicit", "year-inferred", "relative", "none"}
MODALITIES = {"asserted", "alleged", "denied", "unverified", "planned"}
OUTCOMES = {"denied", "reduced", "increased", "overturned", "released"}
WORDS = {"authority", "place", "source", "platform", "target", "kind"}
DATE = re.compile(r"[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[~?]?(/[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?)?$")
DURATION = re.compile(r"P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?)?$")
HEADER = re.compile(r"== (\S+)$")
MARKER = re.compile(r"\[(\d+):([^\]]+)\]")


class Mistake(Exception):
    pass


def items(value):
    return [v.strip() for v in value.split(" ; ") if v.strip()]


def fields(parts):
    for part in parts:
        name, colon, value = part.partition(":")
        yield name.strip(), value.strip() if colon else ""


def read_person(line):
    name, *rest = line[2:].split(" | ")
    person = {"name": name.strip(), "aliases": [], "roles": [], "affiliations": []}
    for key, value in fields(rest):
        if key in ("aliases", "roles", "affiliations"):
            person[key] = items(value)
        elif key == "subject" and value == "no":
            person["subject"] = False
        else:
            raise Mistake(f"unknown field of a person '{key}'")
    return person


def read_date(value):
    date, _, basis = value.partition(" ")
    basis = basis.strip("() ") or "explicit"
    if not DATE.match(date) or basis not in BASES:
        raise Mistake(f"not a date with its basis: '{value}'")
    return date, basis


def read_event(line, anchors, people):
    head, *rest = line.split(" | ")
    number, _, kind = head.partition(" ")
    if kind not in TYPES:
        raise Mistake(f"unknown type '{kind}'")
    if number not in anchors:
        raise Mistake(f"no marker [{number}:…] in the text")
    event = {"type": kind, "charges": [], "provisions": [], "modality": "asserted"}
    for key, value in fields(rest):
        if key == "person":
            if value not in people:
                raise Mistake(f"person '{value}' is not among the people")
            event["person"] = value
        elif key == "date":
            event["date"], event["date_basis"] = read_date(value)
        elif key == "alt_dates":
            event["alt_dates"] = [read_date(v)[0] for v in items(value)]
        elif key == "duration":
            if not DURATION.match(value):
                raise Mistake(f"not a duration: '{value}'")
            event["duration"] = value
        elif key == "money":
            amount, _, currency = value.partition(" ")
            event["money"] = {"amount": float(amount), "currency": currency}
        elif key == "count":
            event["count"] = int(value)
        elif key == "charges":
            event["charges"] = items(value)
        elif key == "provisions":
            event["provisions"] = [dict(zip(("code", "article"), p.rsplit(":", 1))) for p in items(value)]
        elif key == "modality" and value in MODALITIES or key == "outcome" and value in OUTCOMES or key in WORDS:
            event[key] = value
        elif key == "optional":
            event["optional"] = True
        else:
            raise Mistake(f"unknown field or value '{key}: {value}'")
    if "person" not in event and "count" not in event and kind not in ("law_amended", "blocked", "content_removed", "posted"):
        raise Mistake("an event needs a person or a count")
    event["anchor"], event["trigger"] = anchors[number]
    return event


def unfold(lines):
    """One report: (id, text, annotation). `lines` are (number, text) pairs, the header first."""
    report = {"id": HEADER.match(lines[0][1]).group(1), "lang": "en", "people": [], "events": []}
    part, text, anchors = "head", [], {}
    plain = ""
    for number, line in lines[1:]:
        try:
            if part == "head" and line != "text:":
                key, _, value = line.partition(": ")
                if line and key not in ("country", "published", "style", "lang"):
                    raise Mistake(f"unknown field '{key}'")
                if line:
                    report[key] = value
            elif line in ("text:", "people:", "events:") and not (part == "text" and line == "text:"):
                if part == "text":
                    plain, anchors = take_markers("\n".join(text).strip("\n") + "\n")
                part = line[:-1]
            elif part == "text":
                text.append(line)
            elif line.strip() and part == "people":
                report["people"].append(read_person(line))
            elif line.strip():
                report["events"].append(read_event(line, anchors, [p["name"] for p in report["people"]]))
        except Mistake as mistake:
            raise Mistake(f"{number}: {mistake}") from None
    used = {tuple(e["anchor"]) for e in report["events"]}
    for name, (anchor, words) in anchors.items():
        if tuple(anchor) not in used:
            raise Mistake(f"{lines[0][0]}: marker {name} ('{words}') has no event")
    report["file"] = report["id"] + ".txt"
    return report["id"], plain, report


def take_markers(text):
    out, anchors, end = b"", {}, 0
    for marker in MARKER.finditer(text):
        out += text[end:marker.start()].encode()
        words = marker.group(2).encode()
        anchors[marker.group(1)] = ([len(out), len(out) + len(words)], marker.group(2))
        out += words
        end = marker.end()
    return (out + text[end:].encode()).decode(), anchors


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    folder, count, failed = sys.argv[1], 0, False
    os.makedirs(folder, exist_ok=True)
    for path in sys.argv[2:]:
        reports, lines = [], open(path, encoding="utf8").read().split("\n")
        for number, line in enumerate(lines, 1):
            if HEADER.match(line):
                reports.append([])
            if reports:
                reports[-1].append((number, line))
        for report in reports:
            try:
                name, text, gold = unfold(report)
            except Mistake as mistake:
                print(f"{path}:{mistake}", file=sys.stderr)
                failed = True
                continue
            with open(os.path.join(folder, name + ".txt"), "w", encoding="utf8", newline="") as out:
                out.write(text)
            with open(os.path.join(folder, name + ".json"), "w", encoding="utf8") as out:
                json.dump(gold, out, ensure_ascii=False, indent=1)
            count += 1
    print(f"{count} reports written to {folder}", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
