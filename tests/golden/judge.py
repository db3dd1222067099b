#!/usr/bin/env python3
"""Holds a record against what the fixture's author wrote down from the document.

Usage: judge.py FIXTURE RECORD [TWIN_RECORD]     prints what differs, one line each; status 1 if any

FIXTURE holds, in columns separated by white space, - for none, * for anything, a|b for either:
  findings.txt  rule severity claimed computed place...   errors and warnings: these and no others;
                                                          infos: these at least;
                                                          ?rule: allowed, not asked for
  checks.txt    rule outcome claimed computed place...    these at least
  reading.txt   part kind unit year score grade           the parts, in order
                indicators N                              how many rows were scored
A file that says "= docx/CASE" takes the one of that fixture, its twin. `place` is for the reader.
Which of two claims that differ is called the claimed one (score.claims) is left open.
"""
import json
import os
import sys
from decimal import Decimal, InvalidOperation


def lines(fixture, name):
    path = os.path.join(fixture, name)
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as f:
        rows = [l.split() for l in f if l.strip() and not l.startswith("#")]
    if rows and rows[0][0] == "=":
        return lines(os.path.join(fixture, "..", "..", rows[0][1]), name)
    return rows


def number(text):
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def same(want, got):
    if want == "*":
        return True
    if want == "-" or got is None:
        return want == "-" and got is None
    return any(w == got or (number(w) is not None and number(w) == number(got)) for w in want.split("|"))


def values(row, item):
    claimed, computed = item.get("claimed"), item.get("computed")
    if same(row[2], claimed) and same(row[3], computed):
        return True
    return row[0] == "score.claims" and same(row[2], computed) and same(row[3], claimed)


def fits(row, item, field):
    return item["rule"] in row[0].split("|") and item[field] in row[1].split("|") and values(row, item)


def pair(rows, items, field):
    """What is wanted and missing, and what is left over; open wishes choose last."""
    left, missing = list(items), []
    for row in sorted(rows, key=lambda r: "*" in r[2:4]):
        hit = next((i for i in left if fits(row, i, field)), None)
        if hit is None:
            missing.append(row)
        else:
            left.remove(hit)
    return missing, left


def show(item, field):
    return f'{item["rule"]} {item[field]} {item.get("claimed")} {item.get("computed")}'


def judge_findings(fixture, record, out):
    rows = lines(fixture, "findings.txt")
    missing, left = pair([r for r in rows if r[0][0] != "?"], record["findings"], "severity")
    _, left = pair([[r[0][1:]] + r[1:] for r in rows if r[0][0] == "?"], left, "severity")
    out += ["finding missing: " + " ".join(r) for r in missing]
    out += [f'finding too much: {show(i, "severity")} {i.get("message")}' for i in left
            if i["severity"] != "info"]


def judge_checks(fixture, record, out):
    missing, left = pair(lines(fixture, "checks.txt"), record["checks"], "outcome")
    for row in missing:
        near = [show(i, "outcome") for i in left if i["rule"] in row[0].split("|")
                and (same(row[2], i.get("claimed")) or same(row[3], i.get("computed")))]
        out.append("check missing: " + " ".join(row) + (f"   (near: {'; '.join(near[:3])})" if near else ""))


def judge_reading(fixture, record, out):
    parts = []
    for row in lines(fixture, "reading.txt"):
        if row[0] == "indicators":
            got = sum(i.get("score") is not None or i.get("weight") is not None for i in record["indicators"])
            if got != int(row[1]):
                out.append(f"indicators: {got} instead of {row[1]}")
        else:
            parts.append(row[1:])
    if not parts:
        return
    if len(parts) != len(record["parts"]):
        out.append(f'parts: {len(record["parts"])} instead of {len(parts)}')
    for want, got in zip(parts, record["parts"]):
        claimed = got.get("claimed") or {}
        year = got.get("year")
        have = [got.get("kind"), got.get("unit"), None if year is None else str(year),
                claimed.get("score"), claimed.get("grade")]
        out += [f"part: {h} instead of {w}" for w, h in zip(want, have) if not same(w, h)]


def judge_twin(record, twin, out):
    def key(r):
        return sorted(show(f, "severity") for f in r["findings"] if f["severity"] != "info")
    if key(record) != key(twin):
        out.append(f"twin differs: {key(record)} instead of {key(twin)}")


def load(path):
    with open(path, encoding="utf-8") as f:
        line = f.readline()
    if not line:
        print("no record")
        sys.exit(1)
    return json.loads(line)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    fixture, record, out = sys.argv[1], load(sys.argv[2]), []
    if record["source"]["status"] != "ok" or record["source"].get("error"):
        out.append(f'status {record["source"]["status"]}: {record["source"].get("error")}')
    else:
        judge_findings(fixture, record, out)
        judge_checks(fixture, record, out)
        judge_reading(fixture, record, out)
        if len(sys.argv) == 4:
            judge_twin(record, load(sys.argv[3]), out)
    print("\n".join(out), end="\n" if out else "")
    sys.exit(1 if out else 0)


main()
