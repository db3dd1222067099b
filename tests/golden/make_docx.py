#!/usr/bin/env python3
"""Writes a fixture source as DOCX, the way Word, WPS or a plain generator would write its XML.

Usage: make_docx.py SOURCE OUT.docx     (source.py describes the source)

    plain   nothing but what is needed
    word    rsid attributes, proofErr, theme fonts, runs split inside words and figures
    wps     a full rPr on every run and paragraph mark, extension namespaces, mc:AlternateContent

The same source gives the same bytes: fixed times, stable order, pseudo-random splits from the text.
"""
import sys
import zipfile
import zlib
from xml.sax.saxutils import escape

sys.dont_write_bytecode = True
import source  # noqa: E402

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
NAMESPACES = {
    "plain": f'xmlns:w="{W}" xmlns:r="{R}"',
    "word": f'xmlns:w="{W}" xmlns:r="{R}" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
            'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
            'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"',
    "wps": f'xmlns:w="{W}" xmlns:r="{R}" '
           'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
           'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
           'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
           'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
           'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing" '
           'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
           'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" '
           'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14 w15 wp14"',
}
WPS_RPR = ('<w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" '
           'w:eastAsia="仿宋_GB2312" w:cs="仿宋_GB2312"/><w:b w:val="0"/><w:bCs w:val="0"/>'
           '<w:i w:val="0"/><w:caps w:val="0"/><w:color w:val="000000"/><w:spacing w:val="0"/>'
           '<w:kern w:val="0"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:highlight w:val="none"/>'
           '<w:u w:val="none"/><w:vertAlign w:val="baseline"/>'
           '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar"/>')
WPS_PPR = ('<w:keepNext w:val="0"/><w:keepLines w:val="0"/><w:widowControl w:val="0"/>'
           '<w:suppressLineNumbers w:val="0"/><w:spacing w:before="0" w:after="0" w:line="360" '
           'w:lineRule="auto"/><w:ind w:left="0" w:right="0"/><w:jc w:val="left"/>')
WORD_RPR = ('<w:rFonts w:asciiTheme="minorEastAsia" w:hAnsiTheme="minorEastAsia" w:cs="宋体" '
            'w:hint="eastAsia"/><w:color w:val="000000" w:themeColor="text1"/><w:kern w:val="0"/>'
            '<w:szCs w:val="21"/>')
WORD_PPR = '<w:widowControl/><w:spacing w:line="320" w:lineRule="exact"/><w:jc w:val="center"/>'
AUTHOR = 'w:author="经办人" w:date="2024-03-01T09:00:00Z"'


class Body:
    """The XML of the main part in the making."""

    def __init__(self, style):
        self.style, self.out, self.ids, self.header = style, [], 100, None

    def id(self):
        self.ids += 1
        return self.ids

    def rsid(self, text):
        return f"{zlib.crc32(text.encode()) & 0xFFFFFF:08X}"

    def pieces(self, text):
        """Word splits runs anywhere: after two to six characters here."""
        if self.style != "word":
            return [text]
        seed, at, parts = zlib.crc32(text.encode()), 0, []
        while at < len(text):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            size = 2 + (seed >> 16) % 5
            parts.append(text[at:at + size])
            at += size
        return parts

    def run(self, text, extra="", tag="t"):
        rpr = {"plain": "", "word": WORD_RPR, "wps": WPS_RPR}[self.style] + extra
        rpr = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
        out = []
        for i, piece in enumerate(self.pieces(text)):
            attr = f' w:rsidRPr="{self.rsid(piece)}"' if self.style == "word" and i % 2 else ""
            out.append(f'<w:r{attr}>{rpr}<w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}></w:r>')
            if self.style == "word" and i % 4 == 1:
                out.append('<w:proofErr w:type="spellStart"/>')
            if self.style == "word" and i % 4 == 3:
                out.append('<w:proofErr w:type="spellEnd"/>')
        return "".join(out)

    def inline(self, text):
        out = []
        for kind, words in source.spans(text):
            if kind == "text":
                out.append(self.run(words))
            elif kind == "ins":
                out.append(f'<w:ins w:id="{self.id()}" {AUTHOR}>{self.run(words)}</w:ins>')
            elif kind == "del":
                run = self.run(words, tag="delText")
                out.append(f'<w:del w:id="{self.id()}" {AUTHOR}>{run}</w:del>')
            elif kind == "hidden":
                out.append(self.run(words, "<w:vanish/>"))
            elif kind == "sdt":
                out.append(f'<w:sdt><w:sdtPr><w:id w:val="{self.id()}"/></w:sdtPr>'
                           f'<w:sdtContent>{self.run(words)}</w:sdtContent></w:sdt>')
            elif kind == "cut" and self.style == "word":
                out.append("<w:r><w:lastRenderedPageBreak/></w:r>")
        return "".join(out)

    def paragraph(self, text, ppr=""):
        extra = {"plain": "", "word": WORD_PPR + f"<w:rPr>{WORD_RPR}</w:rPr>",
                 "wps": WPS_PPR + f"<w:rPr>{WPS_RPR}</w:rPr>"}[self.style]
        ppr += extra
        rsid = self.rsid(text)
        attr = (f' w14:paraId="{self.id():08X}" w14:textId="{rsid}" w:rsidR="{rsid}" w:rsidRPr="00A51C7E" '
                f'w:rsidRDefault="{rsid}"' if self.style == "word" else "")
        ppr = f"<w:pPr>{ppr}</w:pPr>" if ppr else ""
        return f"<w:p{attr}>{ppr}{self.inline(text)}</w:p>"

    def textbox(self, text):
        inner = f"<w:txbxContent>{self.paragraph(text)}</w:txbxContent>"
        self.out.append(
            '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
            'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
            f'<wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>'
            '</mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox>'
            f'{inner}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>')

    def cell(self, table, row, col, cell):
        first = (cell.row, cell.col) == (row, col)
        tcpr = f'<w:tcW w:w="{cell.colspan * (900 + col * 37)}" w:type="dxa"/>'
        if cell.colspan > 1:
            tcpr += f'<w:gridSpan w:val="{cell.colspan}"/>'
        if cell.rowspan > 1:
            restart = ' w:val="restart"' if first else ' w:val="continue"' if self.style == "wps" else ""
            tcpr += f"<w:vMerge{restart}/>"
        if self.style == "word":
            tcpr += '<w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:vAlign w:val="center"/>'
        if self.style == "wps":
            tcpr += ('<w:tcBorders><w:top w:val="single" w:color="000000" w:sz="4" w:space="0"/>'
                     '<w:left w:val="single" w:color="000000" w:sz="4" w:space="0"/></w:tcBorders>'
                     '<w:noWrap w:val="0"/><w:vAlign w:val="center"/>')
        texts = cell.text.split("<br>") if first else [""]
        return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{''.join(self.paragraph(t) for t in texts)}</w:tc>"

    def row(self, table, row):
        owner = [table.owner.get((row, c)) for c in range(table.cols)]
        used = [c for c in range(table.cols) if owner[c] is not None]
        trpr = ""
        if used[0] > 0:
            trpr += f'<w:gridBefore w:val="{used[0]}"/>'
        if used[-1] < table.cols - 1:
            trpr += f'<w:gridAfter w:val="{table.cols - 1 - used[-1]}"/>'
        if self.style != "plain":
            trpr += '<w:trHeight w:val="454" w:hRule="atLeast"/>'
        cells = "".join(self.cell(table, row, c, owner[c]) for c in used if owner[c].col == c)
        attr = f' w:rsidR="{row + 0xA1000:08X}" w:rsidTr="00AB12CD"' if self.style == "word" else ""
        return f"<w:tr{attr}>{f'<w:trPr>{trpr}</w:trPr>' if trpr else ''}{cells}</w:tr>"

    def table(self, table):
        grid = '<w:gridCol w:w="1200"/>' * table.cols
        look = '<w:tblLook w:val="04A0" w:firstRow="1" w:noVBand="1"/>' if self.style == "word" else ""
        rows = "".join(self.row(table, r) for r in range(table.rows))
        self.out.append(f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>{look}</w:tblPr>'
                        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")

    def block(self, block):
        kind = block[0]
        if kind == "table":
            self.table(block[1])
        elif kind == "p":
            self.out.append(self.paragraph(block[1]))
        elif kind == "h":
            self.out.append(self.paragraph(block[2], f'<w:pStyle w:val="{block[1]}"/>'))
        elif kind == "num":
            self.out.append(self.paragraph(block[2], f'<w:numPr><w:ilvl w:val="{block[1] - 1}"/>'
                                                     '<w:numId w:val="1"/></w:numPr>'))
        elif kind == "blank":
            self.out.append(self.paragraph(""))
        elif kind == "page":
            self.out.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        elif kind == "textbox":
            self.textbox(block[1])
        elif kind == "header":
            self.header = self.paragraph(block[1])


STYLES = (f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name '
          'w:val="Normal"/></w:style>' + "".join(
              f'<w:style w:type="paragraph" w:styleId="{n}"><w:name w:val="heading {n}"/><w:basedOn '
              f'w:val="a"/><w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>' for n in (1, 2))
          + "</w:styles>")
LEVELS = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))
NUMBERING = (f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">' + "".join(
    f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:suff w:val="nothing"/>'
    f'<w:lvlText w:val="{t}"/></w:lvl>' for i, (f, t) in enumerate(LEVELS))
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')


def package(body, style):
    """The parts of the package by name, in the order in which they are written."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    names = ["styles", "numbering"] + (["header1"] if body.header else [])
    types = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{kind}{n.rstrip("1")}+xml"/>'
                    for n in names)
    rels = "".join(f'<Relationship Id="rId{i + 1}" Type="{OFFICE}{n.rstrip("1")}" Target="{n}.xml"/>'
                   for i, n in enumerate(names))
    top = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    rel = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    section = '<w:headerReference w:type="default" r:id="rId3"/>' if body.header else ""
    parts = {
        "[Content_Types].xml":
            f'{top}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'{top}<Relationships {rel}><Relationship Id="rId1" Type="{OFFICE}'
                       'officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'{top}<w:document {NAMESPACES[style]}><w:body>{"".join(body.out)}'
                             f"<w:sectPr>{section}</w:sectPr></w:body></w:document>",
        "word/_rels/document.xml.rels": f"{top}<Relationships {rel}>{rels}</Relationships>",
        "word/styles.xml": top + STYLES,
        "word/numbering.xml": top + NUMBERING,
    }
    if body.header:
        parts["word/header1.xml"] = f"{top}<w:hdr {NAMESPACES[style]}>{body.header}</w:hdr>"
    return parts


def write(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            z.writestr(info, text.encode("utf-8"))


def write_source(path, options, blocks):
    body = Body(options["style"])
    for block in blocks:
        body.block(block)
    write(path, package(body, options["style"]))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write_source(sys.argv[2], *source.read(sys.argv[1]))


if __name__ == "__main__":
    main()
