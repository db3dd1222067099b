#!/usr/bin/env python3
"""Holds what `heji dump` printed of a DOCX against the source that the DOCX was made from.

Usage: judge_dump.py SOURCE DUMP     prints what differs, one line each; status 1 if any

Paragraphs and cells must have the same text (the final view of tracked changes) and every cell its
place and spans. Empty paragraphs are not counted.
"""
import json
import sys

sys.dont_write_bytecode = True
import make_text  # noqa: E402
import source  # noqa: E402


def cell_key(cell):
    return cell["row"], cell["col"], cell["rowspan"], cell["colspan"], cell["text"]


def wanted(path):
    _, blocks = source.read(path)
    paragraphs = [make_text.final(b[-1], "") for b in blocks if b[0] in ("p", "h", "num")]
    tables = [sorted((c.row, c.col, c.rowspan, c.colspan, make_text.final(c.text, "").replace("<br>", "\n"))
                     for c in b[1].cells) for b in blocks if b[0] == "table"]
    return paragraphs, tables


def compare(what, want, got, out):
    if len(want) != len(got):
        out.append(f"{what}: {len(got)} instead of {len(want)}")
    out += [f"{what}: {g!r} instead of {w!r}" for w, g in zip(want, got) if w != g]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as f:
        dump = json.load(f)
    paragraphs, tables = wanted(sys.argv[1])
    out = []
    compare("paragraphs", paragraphs, [p for p in dump["paragraphs"] if p], out)
    if len(tables) != len(dump["tables"]):
        out.append(f'tables: {len(dump["tables"])} instead of {len(tables)}')
    for i, (want, got) in enumerate(zip(tables, dump["tables"])):
        compare(f"table {i} cells", want, sorted(map(cell_key, got["cells"])), out)
    print("\n".join(out[:20]), end="\n" if out else "")
    sys.exit(1 if out else 0)


main()
