"""The readable source of a fixture: what a report says, before it becomes DOCX or text.

A source is UTF-8 text, one paragraph a line:

    # 标题                     a heading (## for the second level)
    %num 2 资金情况            a paragraph with an automatic number of level 1 一、 2 （一） 3 1.
    | 合计 | < | 100 |         a table row; rows that follow each other are one table
                               < belongs to the cell on its left, ^ to the cell above it,
                               > is no cell at all (gridBefore, gridAfter)
                               <br> starts another paragraph in the cell
    %table                     starts another table right behind the one before
    %blank  %page  %textbox T  %header T  an empty paragraph, a page break, a text box, a page header
    %# ...                     a comment

Inside a line: {+new+} inserted, {-old-} deleted, {~hidden~}, {[control]} a content control,
{/} a place where a page break cuts the sentence in the text layouts.

At the top:
    %style word|wps|plain      how the XML is written
    %layout tabs|lines|pipes   how a text shows its tables
    %encoding utf-8|utf-8-sig|gb18030|utf-16
    %base ../case/source.txt   take that source first (its options too)
    %replace OLD => NEW        in the base; OLD must stand there exactly once
"""
import os
import re


class Cell:
    def __init__(self, row, col, text):
        self.row, self.col, self.text = row, col, text
        self.rowspan = self.colspan = 1


class Table:
    def __init__(self, rows):
        self.lines = rows
        self.rows, self.cols = len(rows), max(len(r) for r in rows)
        self.owner = {}
        self.cells = []
        for r, line in enumerate(rows):
            for c, text in enumerate(line):
                self.place(r, c, text)

    def place(self, r, c, text):
        if text == ">":
            return
        if text == "<":
            cell = self.owner[r, c - 1]
        elif text == "^":
            cell = self.owner[r - 1, c]
        else:
            cell = Cell(r, c, text)
            self.cells.append(cell)
        self.owner[r, c] = cell
        cell.rowspan = max(cell.rowspan, r - cell.row + 1)
        cell.colspan = max(cell.colspan, c - cell.col + 1)


def lines_of(path):
    """The lines of a source with its base and replacements worked in."""
    with open(path, encoding="utf-8") as f:
        lines = f.read().split("\n")
    base = [l for l in lines if l.startswith("%base ")]
    if not base:
        return lines
    text = "\n".join(lines_of(os.path.join(os.path.dirname(path), base[0][6:].strip())))
    options = []
    for line in lines:
        if line.startswith("%replace "):
            old, new = line[9:].split(" => ")
            old, new = old.replace("\\n", "\n"), new.replace("\\n", "\n")
            if text.count(old) != 1:
                raise SystemExit(f"{path}: {old!r} stands {text.count(old)} times in the base")
            text = text.replace(old, new)
        elif not line.startswith("%base"):
            options.append(line)
    return text.split("\n") + options


def read(path):
    """Options and blocks of a file, see parse."""
    return parse(lines_of(path), path)


def parse(lines, path="source"):
    """Options and blocks: ("p", text) ("h", level, text) ("num", level, text) ("table", Table) ..."""
    options, blocks, rows = {"style": "plain", "layout": "tabs", "encoding": "utf-8"}, [], []

    def flush():
        if rows:
            blocks.append(("table", Table(list(rows))))
            rows.clear()

    for line in lines:
        line = line.rstrip()
        if line.startswith("|"):
            rows.append([t.strip() for t in line.strip("|").split("|")])
            continue
        if not line or line.startswith("%#"):
            continue
        word, _, rest = line.partition(" ")
        if word in ("%style", "%layout", "%encoding"):
            options[word[1:]] = rest.strip()
            continue
        flush()
        if word == "%table":
            continue
        if word == "%num":
            level, _, text = rest.partition(" ")
            blocks.append(("num", int(level), text))
        elif word in ("#", "##"):
            blocks.append(("h", len(word), rest))
        elif word in ("%blank", "%page", "%textbox", "%header"):
            blocks.append((word[1:], rest))
        elif word.startswith("%"):
            raise SystemExit(f"{path}: unknown {word}")
        else:
            blocks.append(("p", line))
    flush()
    return options, blocks


MARKUP = re.compile(r"\{\+(.*?)\+\}|\{-(.*?)-\}|\{~(.*?)~\}|\{\[(.*?)\]\}|\{(/)\}")
KINDS = ("ins", "del", "hidden", "sdt", "cut")


def spans(text):
    """The text as (kind, words): kind is text, ins, del, hidden, sdt or cut."""
    at = 0
    for m in MARKUP.finditer(text):
        if m.start() > at:
            yield "text", text[at:m.start()]
        yield KINDS[m.lastindex - 1], m.group(m.lastindex)
        at = m.end()
    if at < len(text):
        yield "text", text[at:]


DIGITS = "零一二三四五六七八九十"


def number_text(level, n):
    """The automatic number as Word shows it."""
    chinese = DIGITS[n] if n <= 10 else "十" + DIGITS[n - 10]
    return {1: chinese + "、", 2: "（" + chinese + "）", 3: f"{n}."}[level]


class Counter:
    """Automatic numbers: a level starts again below a higher one."""

    def __init__(self):
        self.n = {1: 0, 2: 0, 3: 0}

    def next(self, level):
        self.n[level] += 1
        for lower in range(level + 1, 4):
            self.n[lower] = 0
        return number_text(level, self.n[level])
