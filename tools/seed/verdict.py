"""Holds heji's findings against the gold of planted errors, and prints recall and precision.

A planted error breaks every relation that its figure takes part in, and one finding is enough to show it:
an error is found when one of its findings is there with the right figures. Every finding that the gold
holds is right, every other one of severity error or warning is false.
"""
import json
import os
from collections import defaultdict
from decimal import Decimal, InvalidOperation


def decimal(text):
    try:
        return Decimal(str(text))
    except InvalidOperation:
        return None


GRADES = {"优秀": "优", "良好": "良", "一般": "中", "较差": "差"}


def same(want, got):
    """Equal by value, at the decimals of the coarser of the two; a gold without a value takes any."""
    if want is None:
        return True
    if want in GRADES or got in GRADES:
        return GRADES.get(want, want) == GRADES.get(got, got)
    a, b = decimal(want), decimal(got)
    if a is None or b is None:
        return want == got
    fine, coarse = sorted((a.as_tuple().exponent, b.as_tuple().exponent))
    return a == b or (fine < coarse and coarse <= 0 and abs(a - b) <= Decimal(1).scaleb(coarse) / 2)


def fits(gold, finding):
    if finding["rule"] not in gold["rule"].split("|"):
        return False
    claimed, computed = finding.get("claimed"), finding.get("computed")
    if same(gold["claimed"], claimed) and same(gold["computed"], computed):
        return True
    return ".claims" in gold["rule"] and same(gold["claimed"], computed) and same(gold["computed"], claimed)


def match(gold, found):
    """What of the gold was found, and what was found beyond it; gold that takes any figures comes last."""
    left, hit = list(found), []
    for want in sorted(gold, key=lambda g: (g["claimed"] is None, g["need"] != "must")):
        got = next((f for f in left if fits(want, f)), None)
        if got is not None:
            left.remove(got)
            hit.append(want)
    return hit, left


def shows(gold):
    """Whether the finding names the error: it must be made, or has its figures."""
    return gold["need"] == "must" or gold["claimed"] is not None


def serious(record):
    return [f for f in record["findings"] if f["severity"] in ("error", "warning")]


class Tally:
    def __init__(self):
        self.planted = self.found = self.right = self.false = 0

    def recall(self):
        return 100 * self.found / self.planted if self.planted else None

    def precision(self):
        return 100 * self.right / (self.right + self.false) if self.right + self.false else None


def records(path):
    with open(path, encoding="utf-8") as lines:
        all_records = [json.loads(line) for line in lines if line.strip()]
    return {os.path.basename(r["source"]["path"]): r for r in all_records}


class Result:
    def __init__(self):
        self.rules, self.layouts, self.formats = (defaultdict(Tally) for _ in range(3))
        self.all, self.clean, self.details = Tally(), {"error": 0, "warning": 0}, []

    def tallies(self, row, rule):
        rule = rule.split("|")[0]
        return self.rules[rule], self.layouts[row["layout"]], self.formats[row["format"]], self.all

    def dirty(self, row, record):
        hit, left = match(row["findings"], serious(record))
        found = any(shows(h) for h in hit)
        for tally in self.tallies(row, row["rule"]):
            tally.planted += 1
            tally.found += found
        for one in hit:
            for tally in self.tallies(row, one["rule"]):
                tally.right += 1
        if not found:
            first = next(g for g in row["findings"] if g["need"] == "must")
            self.details.append(f'missed {row["name"]} [{row["rule"]}: {row["kind"]}] {first["claimed"]}/'
                                f'{first["computed"]} {first["where"]}: {first.get("line", "")}')
        self.alarms(row, left, "dirty")

    def alarms(self, row, left, where):
        for finding in left:
            for tally in self.tallies(row, finding["rule"]):
                tally.false += 1
            self.details.append(f'false {finding["severity"]} {where} {row["name"]} [{row["rule"]}: {row["kind"]}] '
                                f'{finding["rule"]} {finding.get("message")}')

    def twin(self, row, record):
        left = serious(record)
        for finding in left:
            self.clean[finding["severity"]] += 1
        self.alarms(row, left, "clean")


def number(value):
    return "–" if value is None else f"{value:.1f}"


def table(title, tallies, markdown):
    lines = []
    form = "| {:<18} | {:>7} | {:>5} | {:>6} | {:>9} |" if markdown else "{:<18} {:>7} {:>5} {:>6} {:>9}"
    lines.append(form.format(title, "planted", "false", "recall", "precision"))
    if markdown:
        lines.append("|---|---:|---:|---:|---:|")
    for name in sorted(tallies, key=lambda n: (n[0] != "L", len(n) if n[0] == "L" else 0, n)):
        t = tallies[name]
        lines.append(form.format(name, t.planted, t.false, number(t.recall()), number(t.precision())))
    return lines + [""]


def judge(gold_rows, clean, dirty):
    result = Result()
    for row in gold_rows:
        result.dirty(row, dirty[row["name"]])
        result.twin(row, clean[row["name"]])
    return result


def run(args):
    with open(os.path.join(args.dir, "gold.jsonl"), encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    result = judge(rows, records(args.clean), records(args.dirty))
    out = []
    for title, tallies in (("rule", result.rules), ("layout", result.layouts), ("format", result.formats),
                           ("", {"all": result.all})):
        out += table(title, tallies, args.markdown)
    hundred = len(rows) / 100
    out.append(f"{len(rows)} clean twins: {result.clean['error'] / hundred:.2f} false errors and "
               f"{result.clean['warning'] / hundred:.2f} false warnings per hundred")
    print("\n".join(out))
    if args.details:
        with open(args.details, "w", encoding="utf-8") as f:
            f.write("\n".join(result.details) + "\n")
