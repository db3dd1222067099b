"""Plants typed errors into clean reports, and judges what heji finds of them.

Usage: python3 tools/seed make DIR [--count N] [--seed S] [--layout L]
       python3 tools/seed score DIR CLEAN.jsonl DIRTY.jsonl [--markdown] [--details FILE]

make writes DIR/clean and DIR/dirty, N pairs that differ by one planted error each, and DIR/gold.jsonl: what
must and what may be found in the dirty one. The same seed gives the same bytes. score reads what
`heji check --format jsonl` printed over the two folders.
"""
import argparse
import json
import os
import random
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.join(HERE, "..", "..", "tests", "golden"))

import forms  # noqa: E402
import lists  # noqa: E402
import make_docx  # noqa: E402
import make_text  # noqa: E402
import plant  # noqa: E402
import provinces  # noqa: E402
import report  # noqa: E402
import source  # noqa: E402
import verdict  # noqa: E402
from draft import Draft  # noqa: E402

MAKERS = {**forms.FORMS, **provinces.FORMS, **lists.FORMS}
MAKERS = {name: MAKERS[name] for name in sorted(MAKERS, key=lambda n: int(n[1:]))}
MAKERS.update(prose=report.narrative, more=report.narrative, several=report.several)
FORMATS = (("docx", "word"), ("docx", "wps"), ("docx", "plain"), ("docx", "word"), ("docx", "wps"), ("text", "tabs"),
           ("text", "lines"), ("text", "pipes"))
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16")


def draft_of(layout, seed):
    """The clean draft and how it is written; the seed says everything."""
    draft = Draft(random.Random(seed))
    fmt, way = draft.pick(*FORMATS)
    draft.way = "style" if fmt == "docx" else "layout"
    draft.options[draft.way] = way
    if fmt == "text":
        draft.options["encoding"] = draft.pick(*ENCODINGS)
    MAKERS[layout](draft, forms.Head(draft))
    draft.finish()
    broken = draft.findings()
    if broken:
        sys.exit(f"seed {seed}: the clean draft of {layout} is broken: {[f.json() for f in broken]}")
    return draft, fmt, way


def choose(draft, counts):
    """A plant of the rule planted least so far, or of any."""
    rules = plant.candidates(draft)
    draft.rng.shuffle(rules)
    if draft.chance(0.6):
        rules.sort(key=lambda r: counts.get(r, 0))
    return next((p for p in (plant.make(draft, r) for r in rules) if p), None)


def write(path, lines, fmt):
    options, blocks = source.parse(lines, path)
    (make_docx if fmt == "docx" else make_text).write_source(path, options, blocks)


def make(args):
    layouts = [args.layout] if args.layout else list(MAKERS)
    for folder in ("clean", "dirty"):
        os.makedirs(os.path.join(args.dir, folder), exist_ok=True)
    counts, tries = {}, 0
    with open(os.path.join(args.dir, "gold.jsonl"), "w", encoding="utf-8") as gold:
        for number in range(args.count):
            layout, planted = layouts[number % len(layouts)], None
            while planted is None:
                draft, fmt, way = draft_of(layout, f"{args.seed}/{number}/{tries}")
                planted = choose(draft, counts)
                tries += 1
            counts[planted.rule] = counts.get(planted.rule, 0) + 1
            name = f"{number:05d}_{layout}.{'docx' if fmt == 'docx' else 'txt'}"
            write(os.path.join(args.dir, "clean", name), draft.render(), fmt)
            write(os.path.join(args.dir, "dirty", name), draft.render(planted.changes, planted.drop), fmt)
            row = {"name": name, "layout": layout, "format": f"{fmt} {way}", "rule": planted.rule, "kind": planted.kind,
                   "findings": planted.gold}
            gold.write(json.dumps(row, ensure_ascii=False) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    maker = commands.add_parser("make")
    maker.add_argument("dir")
    maker.add_argument("--count", type=int, default=2000)
    maker.add_argument("--seed", default="1")
    maker.add_argument("--layout", choices=list(MAKERS))
    scorer = commands.add_parser("score")
    scorer.add_argument("dir")
    scorer.add_argument("clean")
    scorer.add_argument("dirty")
    scorer.add_argument("--markdown", action="store_true")
    scorer.add_argument("--details")
    args = parser.parse_args()
    if args.command == "make":
        make(args)
    else:
        verdict.run(args)


if __name__ == "__main__":
    main()
