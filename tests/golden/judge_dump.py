#!/usr/bin/env python3
"""Holds what `heji dump` printed of a fixture against the source that its input was made from.

Usage: judge_dump.py SOURCE DUMP docx|txt     prints what differs, one line each; status 1 if any

Paragraphs and cells must have the same text (the final view of tracked changes) and in a DOCX every
cell its place and spans. Empty paragraphs are not counted. A text has lost its merged cells: there
the texts that are not empty must come in the same order, apart from white space and residue.
"""
import json
import re
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


def plain(text):
    """The text without white space and without what a conversion left behind."""
    text = re.sub(r"\[bookmark: [^]]*\]|[$\s]", "", text.replace("<br>", ""))
    return text.replace("\\leq", "≤").replace("\\%", "%")


def texts(path):
    """Of a text: paragraphs with their automatic numbers, and cells, row by row."""
    counter, paragraphs, cells = source.Counter(), [], []
    for block in source.read(path)[1]:
        if block[0] == "table":
            cells += [c.text for c in sorted(block[1].cells, key=lambda c: (c.row, c.col))]
        elif block[0] in ("p", "h", "num"):
            paragraphs.append((counter.next(block[1]) if block[0] == "num" else "") + block[-1])
    return ([t for t in (plain(make_text.final(x, "")) for x in part) if t] for part in (paragraphs, cells))


def judge_text(path, dump, out):
    paragraphs, cells = texts(path)
    compare("paragraphs", paragraphs, [p for p in map(plain, dump["paragraphs"]) if p], out)
    got = [plain(c["text"]) for t in dump["tables"] for c in sorted(t["cells"], key=cell_key)]
    compare("cells", cells, [t for t in got if t], out)


def judge_docx(path, dump, out):
    paragraphs, tables = wanted(path)
    compare("paragraphs", paragraphs, [p for p in dump["paragraphs"] if p.strip()], out)
    if len(tables) != len(dump["tables"]):
        out.append(f'tables: {len(dump["tables"])} instead of {len(tables)}')
    for i, (want, got) in enumerate(zip(tables, dump["tables"])):
        compare(f"table {i} cells", want, sorted(map(cell_key, got["cells"])), out)


def compare(what, want, got, out):
    if len(want) != len(got):
        out.append(f"{what}: {len(got)} instead of {len(want)}")
    out += [f"{what}: {g!r} instead of {w!r}" for w, g in zip(want, got) if w != g]


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as f:
        dump = json.load(f)
    out = []
    (judge_docx if sys.argv[3] == "docx" else judge_text)(sys.argv[1], dump, out)
    print("\n".join(out[:20]), end="\n" if out else "")
    sys.exit(1 if out else 0)


main()
