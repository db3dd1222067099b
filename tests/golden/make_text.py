#!/usr/bin/env python3
"""Writes a fixture source as plain text, in the layouts in which reports travel.

Usage: make_text.py SOURCE OUT.txt     (source.py describes the source)

    tabs    a row a line, cells separated by tabs; slots of a merged cell are empty
    lines   a cell a line behind a tab, a blank line behind each row; a merged cell stands once in
            its row, and as a bare tab in the rows below
    pipes   a row a line between pipes, with a rule below the first
"""
import sys

sys.dont_write_bytecode = True
import source  # noqa: E402


def final(text, gap):
    """The final view: insertions in, deletions and hidden text out."""
    return "".join(gap if k == "cut" else w for k, w in source.spans(text) if k not in ("del", "hidden"))


def slots(table, row):
    """The texts of a grid row: empty where a merged cell goes on."""
    for col in range(table.cols):
        cell = table.owner.get((row, col))
        here = cell is not None and (cell.row, cell.col) == (row, col)
        yield cell, final(cell.text, "") if here else ""


def tabs(table, out):
    for row in range(table.rows):
        out.append("\t".join(t.replace("<br>", " ") for _, t in slots(table, row)))


def pipes(table, out):
    for row in range(table.rows):
        out.append("| " + " | ".join(t.replace("<br>", " ") for _, t in slots(table, row)) + " |")
        if row == 0:
            out.append("|" + " --- |" * table.cols)


def cell_lines(table, out):
    for row in range(table.rows):
        for col, (cell, text) in enumerate(slots(table, row)):
            if cell is not None and cell.col == col:
                out.append("\t" + text.replace("<br>", "\n"))
        out.append("")


LAYOUTS = {"tabs": tabs, "lines": cell_lines, "pipes": pipes}


def text_of(options, blocks):
    out, counter = [], source.Counter()
    for block in blocks:
        if block[0] == "table":
            LAYOUTS[options["layout"]](block[1], out)
            out.append("")
        elif block[0] == "num":
            out.append(counter.next(block[1]) + final(block[2], "\n\n"))
        elif block[0] in ("blank", "page"):
            out.append("")
        elif block[0] in ("p", "h"):
            out.append(final(block[-1], "\n\n"))
    return "\n".join(out) + "\n"


def write_source(path, options, blocks):
    text = text_of(options, blocks)
    data = text.encode(options["encoding"])
    if options["encoding"] == "utf-16":
        data = b"\xff\xfe" + text.encode("utf-16-le")
    with open(path, "wb") as f:
        f.write(data)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write_source(sys.argv[2], *source.read(sys.argv[1]))


if __name__ == "__main__":
    main()
