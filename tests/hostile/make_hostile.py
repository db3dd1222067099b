#!/usr/bin/env python3
"""Writes malformed and hostile inputs, and what must happen to each.

Usage: make_hostile.py OUT      fills the folder OUT and writes OUT/cases.json:
    [{"file": name as hex, "expect": "ok"|"fail"|"any", "codes": [...], "text": needle or null}]

    ok     must be read, and `text` must stand in what was read
    fail   must be refused with one of the codes
    any    readers differ: either is right, but a refusal needs one of the codes
"""
import json
import os
import random
import struct
import sys
import zlib

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
ZIP = ["zip_corrupt", "zip_unsafe"]
OUTSIDE = ["not_word", "unknown_type", "not_text", "zip_corrupt"]
NOT_TEXT = ["not_text", "text_encoding", "unknown_type"]


def p(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text, props=""):
    return f"<w:tc>{f'<w:tcPr>{props}</w:tcPr>' if props else ''}{p(text)}</w:tc>"


def tr(*cells, props=""):
    return f"<w:tr>{f'<w:trPr>{props}</w:trPr>' if props else ''}{''.join(cells)}</w:tr>"


def tbl(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>"


def document(body, head=HEAD, ns=f'xmlns:w="{W}"'):
    return f"{head}<w:document {ns}><w:body>{body}</w:body></w:document>".encode()


GOOD = document(p("自评得分98.50分") + tbl(tr(tc("合计"), tc("98.50"))))


def types(path="/word/document.xml", kind=TYPE):
    return (f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
            'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="{path}" ContentType="{kind}"/></Types>').encode()


def rels(target="word/document.xml", kind=OFFICE + "/officeDocument", extra=""):
    return (f'{HEAD}<Relationships xmlns="{REL}"><Relationship Id="r1" Type="{kind}" '
            f'Target="{target}"{extra}/></Relationships>').encode()


def entry(name, data, **lies):
    """One entry; `lies` replace what its headers say: method crc size csize flags local extra attr raw."""
    return dict(name=name.encode() if isinstance(name, str) else name, data=data, **lies)


def package(entries, comment=b"", **lies):
    """A zip of the entries; `lies` replace what the end record says: offset count disk."""
    out, directory = b"", b""
    for e in entries:
        method = e.get("method", 8)
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = e.get("raw", e["data"] if method == 0 else deflate.compress(e["data"]) + deflate.flush())
        crc, size = e.get("crc", zlib.crc32(e["data"])), e.get("size", len(e["data"]))
        csize, flags, local = e.get("csize", len(packed)), e.get("flags", 0), e.get("local", e["name"])
        extra, at, stream = e.get("extra", b""), e.get("at", len(out)), flags & 8
        front = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, flags, method, 0, 0x5821, 0 if stream else crc,
                            0 if stream else csize, 0 if stream else size, len(local), 0)
        directory += struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 0x314, 20, flags, method, 0, 0x5821, crc,
                                 csize, size, len(e["name"]), len(extra), 0, 0, 0, e.get("attr", 0), at)
        directory += e["name"] + extra
        out += front + local + packed
        if stream:
            out += struct.pack("<4sIII", b"PK\7\10", crc, csize, size)
    count = lies.get("count", len(entries))
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", lies.get("disk", 0), 0, count, count, len(directory),
                      lies.get("offset", len(out)), len(comment))
    return out + directory + end + comment


def word(main=GOOD, more=(), **lies):
    """A Word package around the main part; `lies` go to its entry."""
    return package([entry("[Content_Types].xml", types()), entry("_rels/.rels", rels()),
                    entry("word/document.xml", main, **lies), *more])


def ole(*names):
    """A compound file whose directory holds streams of these names; their content is noise."""
    sector = 512
    head = bytearray(sector)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", head, 44, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    struct.pack_into("<109I", head, 76, 0, *[0xFFFFFFFF] * 108)
    fat = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    directory = b""
    for i, name in enumerate(("Root Entry", ) + names):
        text = name.encode("utf-16-le")
        directory += text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, 5 if i == 0 else 2, 1,
                                                         0xFFFFFFFF, 0xFFFFFFFF, 1 if i == 0 else 0xFFFFFFFF)
        directory += b"\0" * 36 + struct.pack("<IQ", 0xFFFFFFFE, 0)
    return bytes(head) + fat + directory.ljust(sector, b"\0") + b"\x11" * 4096


class Cases:
    def __init__(self, out):
        self.out, self.list = out, []

    def note(self, name, expect, codes=(), text=None):
        name = name.encode() if isinstance(name, str) else name
        self.list.append({"file": name.hex(), "expect": expect, "codes": list(codes), "text": text})
        return os.path.join(os.fsencode(self.out), name)

    def add(self, name, data, expect, codes=(), text=None):
        with open(self.note(name, expect, codes, text), "wb") as f:
            f.write(data)

    def good(self, name, data, text="98.50"):
        self.add(name, data, "ok", (), text)

    def bad(self, name, data, *codes):
        self.add(name, data, "fail", codes)

    def either(self, name, data, *codes):
        self.add(name, data, "any", codes)


def containers(c):
    good = word()
    blanks = document(p("x" + " " * (40 << 20)))
    media = entry("word/media/image1.png", b"\0" * (40 << 20))
    c.good("z00_good.docx", good)
    c.bad("z01_bomb_in_main_part.docx", word(blanks), "zip_unsafe", "xml_limit")
    c.good("z02_bomb_in_media.docx", word(more=[media]))
    nested = good
    for _ in range(6):
        nested = word(more=[entry("word/embeddings/a.docx", nested)])
    c.good("z03_nested_packages.docx", nested)
    c.bad("z04_understated_size.docx", word(document(p("1" * 3000000)), size=100), *ZIP)
    c.bad("z05_overstated_size.docx", word(size=0xFFFFFFFE), *ZIP)
    huge = struct.pack("<HHQQ", 1, 16, 1 << 62, 1 << 62)
    c.bad("z06_zip64_size.docx", word(size=0xFFFFFFFF, csize=0xFFFFFFFF, extra=huge), *ZIP)
    c.bad("z07_wrong_crc.docx", word(crc=0x12345678), "zip_corrupt")
    noise = bytes(random.Random(1).randrange(256) for _ in range(400))
    c.bad("z08_broken_deflate.docx", word(raw=noise), "zip_corrupt")
    c.bad("z09_deflate_ends_early.docx", word(raw=zlib.compress(GOOD)[2:-30]), "zip_corrupt")
    for i, size in enumerate((1, 4, 20, len(good) // 10, len(good) // 4, len(good) // 2, len(good) * 3 // 4,
                              len(good) - 60, len(good) - 22, len(good) - 1)):
        c.bad(f"z1{i}_truncated_{size}.docx", good[:size], *ZIP, *NOT_TEXT)
    c.either("z20_junk_in_front.docx", b"#!/bin/sh\n" * 100 + good, *ZIP, *NOT_TEXT)
    c.either("z21_junk_behind.docx", good + b"\0" * 4096, *ZIP)
    c.bad("z22_entry_encrypted.docx", word(flags=1), "encrypted", "zip_unsupported")
    c.bad("z23_method_lzma.docx", word(method=14, raw=noise), "zip_unsupported", "zip_corrupt")
    aes = struct.pack("<HHHHBH", 0x9901, 7, 2, 0x4541, 3, 8)
    c.bad("z24_method_aes.docx", word(method=99, raw=noise, flags=1, extra=aes), "zip_unsupported", "encrypted")
    c.good("z25_stored.docx", word(method=0))
    c.good("z26_data_descriptor.docx", word(flags=8))
    c.either("z27_climbing_names.docx", word(more=[entry("../../../tmp/heji_x", b"x")]), *ZIP)
    c.either("z28_absolute_name.docx", word(more=[entry("/tmp/heji_x", b"x")]), *ZIP)
    c.bad("z29_main_part_is_symlink.docx", word(b"/etc/passwd", attr=0o120777 << 16),
          "xml_malformed", "zip_unsafe", "not_word")
    twice = [entry("word/document.xml", document(p("1.00")))]
    c.bad("z30_two_main_parts.docx", word(more=twice), *ZIP)
    c.bad("z31_case_twin.docx", word(more=[entry("Word/DOCUMENT.XML", document(p("1.00")))]), *ZIP)
    c.good("z32_other_case.docx", package([entry("[Content_Types].xml", types()), entry("_rels/.rels", rels()),
                                           entry("word/Document.xml", GOOD)]))
    c.good("z33_backslashes.docx", package([entry("[Content_Types].xml", types()),
                                            entry("_rels\\.rels", rels()), entry("word\\document.xml", GOOD)]))
    c.bad("z34_no_main_part.docx", package([entry("[Content_Types].xml", types()), entry("_rels/.rels", rels())]),
          "no_main_part", "not_word")
    c.good("z35_main_part_elsewhere.docx", package([
        entry("[Content_Types].xml", types("/doc/main1.xml")), entry("_rels/.rels", rels("doc/main1.xml")),
        entry("doc/main1.xml", GOOD)]))
    c.good("z36_decoy.docx", package([
        entry("[Content_Types].xml", types("/word/document2.xml")), entry("_rels/.rels", rels("word/document2.xml")),
        entry("word/document.xml", document(p("1.00"))), entry("word/document2.xml", GOOD)]))
    c.either("z37_no_content_types.docx", package([entry("_rels/.rels", rels()), entry("word/document.xml", GOOD)]),
             "not_word", "zip_corrupt")
    for i, target in enumerate(("../../../etc/passwd", 'file:///etc/passwd" TargetMode="External')):
        c.bad(f"z38_target_{i}.docx", package([entry("[Content_Types].xml", types()),
                                              entry("_rels/.rels", rels(target)), entry("word/x.xml", GOOD)]),
              "no_main_part", "not_word", "zip_unsafe")
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    c.bad("z39_spreadsheet.docx", package([
        entry("[Content_Types].xml", types("/xl/workbook.xml", sheet)), entry("_rels/.rels", rels("xl/workbook.xml")),
        entry("xl/workbook.xml", b"<workbook/>")]), "not_word")
    c.bad("z40_opendocument.docx", package([entry("mimetype", b"application/vnd.oasis.opendocument.text", method=0),
                                            entry("content.xml", b"<x/>")]), "not_word")
    c.bad("z41_plain_zip.docx", package([entry("a.txt", b"hello")]), "not_word", "unknown_type")
    c.bad("z42_empty_zip.docx", package([]), *OUTSIDE)
    c.bad("z43_directory_outside.docx", package([entry("a", b"x")], offset=0xFFFFFF), *ZIP)
    c.either("z44_count_lies.docx", package([entry("[Content_Types].xml", types()), entry("_rels/.rels", rels()),
                                             entry("word/document.xml", GOOD)], count=65000), *ZIP)
    c.either("z45_other_disk.docx", package([entry("[Content_Types].xml", types()), entry("_rels/.rels", rels()),
                                             entry("word/document.xml", GOOD)], disk=3), *ZIP, "zip_unsupported")
    c.either("z46_many_entries.docx", word(more=[entry(f"e{i}", b"") for i in range(20000)]), *ZIP)
    c.bad("z47_header_points_wrong.docx", word(at=7), *ZIP)
    c.bad("z48_name_with_nul.docx", package([entry("[Content_Types].xml", types()), entry("_rels/.rels", rels()),
                                             entry(b"word/document.xml\0.txt", GOOD)]),
          "no_main_part", "not_word", *ZIP)
    c.bad("z50_password.docx", ole("EncryptionInfo", "EncryptedPackage"), "encrypted")
    c.bad("z51_legacy.docx", ole("WordDocument", "1Table"), "legacy_doc")
    c.bad("z52_legacy.doc", ole("WordDocument", "1Table"), "legacy_doc")
    c.bad("z53_ole_workbook.docx", ole("Workbook"), "legacy_doc", "unknown_type", "not_word")
    for name, data in (("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"), ("gzip", b"\x1f\x8b\x08" + noise),
                       ("sevenzip", b"7z\xbc\xaf\x27\x1c" + noise), ("rar", b"Rar!\x1a\x07\x01\x00" + noise),
                       ("png", b"\x89PNG\r\n\x1a\n" + noise), ("lock", b"\x04abc".ljust(54, b"\0") * 3)):
        c.bad(f"z6_{name}.docx", data, *NOT_TEXT, "not_word")
    c.either("z70_rtf.docx", b"{\\rtf1\\ansi 98.50}", *NOT_TEXT, "not_word")
    c.either("z71_flat_opc.docx", HEAD.encode() + b"<pkg:package/>", *NOT_TEXT, "not_word")
    c.bad("z72_empty.docx", b"", "empty")
    c.bad("z73_pk.docx", b"PK", *ZIP, *NOT_TEXT)


def markup(c):
    def dtd(decl, use=""):
        return f"{HEAD}<!DOCTYPE w:document [{decl}]><w:document xmlns:w=\"{W}\"><w:body>{p(use)}</w:body></w:document>".encode()

    laughs = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    c.bad("x01_billion_laughs.docx", word(dtd(laughs, "&a9;")), "xml_dtd")
    c.bad("x02_quadratic.docx", word(dtd(f'<!ENTITY a "{"x" * 50000}">', "&a;" * 20000)), "xml_dtd", "zip_unsafe")
    c.bad("x03_external_entity.docx", word(dtd('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;")), "xml_dtd")
    c.bad("x04_external_dtd.docx", word(GOOD.replace(b"<w:document ", b'<!DOCTYPE w:document SYSTEM '
                                                     b'"http://127.0.0.1:9/x.dtd"><w:document ')), "xml_dtd")
    c.bad("x05_bare_doctype.docx", word(GOOD.replace(b"<w:document ", b"<!DOCTYPE w:document><w:document ")),
          "xml_dtd")
    c.bad("x06_parameter_entity.docx", word(dtd('<!ENTITY % a SYSTEM "http://127.0.0.1:9/x">%a;')), "xml_dtd")
    evil = rels().replace(b"<Relationships", b'<!DOCTYPE x [<!ENTITY a "b">]><Relationships')
    c.bad("x07_dtd_in_rels.docx", package([entry("[Content_Types].xml", types()), entry("_rels/.rels", evil),
                                           entry("word/document.xml", GOOD)]), "xml_dtd", "no_main_part", "not_word")
    deep = "<w:smartTag>" * 100000 + p("x") + "</w:smartTag>" * 100000
    c.bad("x08_depth.docx", word(document(deep), method=0), "xml_limit", "xml_malformed")
    attributes = " ".join(f'a{i}="1"' for i in range(20000))
    c.either("x09_attributes.docx", word(document(f"<w:p {attributes}/>"), method=0), "xml_limit", "xml_malformed")
    c.bad("x10_attribute_twice.docx", word(document('<w:p w:a="1" w:a="2"/>')), "xml_malformed")
    c.either("x11_long_name.docx", word(document(f"<{'n' * 200000}/>"), method=0), "xml_limit", "xml_malformed")
    c.either("x12_long_text.docx", word(document(p("12.5万元，" * 900000)), method=0), "xml_limit", "zip_unsafe")
    spaces = " ".join(f'xmlns:n{i}="urn:{i}"' for i in range(5000))
    c.either("x13_namespaces.docx", word(document(p("x"), ns=f'xmlns:w="{W}" {spaces}'), method=0), "xml_limit")
    c.bad("x14_bad_utf8.docx", word(GOOD.replace(b"98.50", b"98\xff50")), "xml_malformed", "xml_encoding")
    c.bad("x15_overlong.docx", word(GOOD.replace(b"98.50", b"98\xc0\xae50")), "xml_malformed", "xml_encoding")
    c.bad("x16_nul.docx", word(GOOD.replace(b"98.50", b"98\0.50")), "xml_malformed", "xml_encoding")
    for i, ref in enumerate(("&#1;", "&#0;", "&#xD800;", "&#x110000;", "&nbsp;")):
        c.bad(f"x17_reference_{i}.docx", word(document(p(ref))), "xml_malformed")
    c.bad("x18_unclosed.docx", word(GOOD[:-30]), "xml_malformed")
    c.bad("x19_mismatched.docx", word(document("<w:p></w:r>")), "xml_malformed")
    c.bad("x20_second_root.docx", word(GOOD + b"<w:document/>"), "xml_malformed")
    c.bad("x21_empty_part.docx", word(b""), "xml_malformed")
    c.bad("x22_other_root.docx", word(b"<html><body>98.50</body></html>"), "not_word", "xml_malformed")
    c.bad("x23_other_namespace.docx", word(document(p("1.00"), ns='xmlns:w="urn:other"')), "not_word")
    text = GOOD.decode()
    c.good("x30_utf16le.docx", word(b"\xff\xfe" + text.replace("UTF-8", "UTF-16").encode("utf-16-le")))
    c.good("x31_utf16be.docx", word(b"\xfe\xff" + text.replace("UTF-8", "UTF-16").encode("utf-16-be")))
    c.good("x32_bom.docx", word(b"\xef\xbb\xbf" + GOOD))
    c.good("x33_other_prefix.docx", word(text.replace("w:", "q:").replace("xmlns:w", "xmlns:q").encode()))
    bare = text.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w", "xmlns")
    c.good("x34_default_namespace.docx", word(bare.encode()))
    strict = OFFICE.replace("http://schemas.openxmlformats.org/officeDocument/2006",
                            "http://purl.oclc.org/ooxml/officeDocument")
    c.good("x35_strict.docx", package([
        entry("[Content_Types].xml", types()), entry("_rels/.rels", rels(kind=strict + "/officeDocument")),
        entry("word/document.xml", text.replace(W, STRICT).encode())]))
    c.good("x36_cdata.docx", word(text.replace("98.50分", "<![CDATA[98]]>.<!-- x -->5&#48;分").encode()), "自评得分98.50分")
    c.good("x37_include.docx", word(document('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
                                             'href="file:///etc/passwd"/>' + p("98.50"))))
    c.good("x38_instruction.docx", word(GOOD.replace(b"<w:body>", b'<?xml-stylesheet href="http://127.0.0.1:9/"?><w:body>')))
    c.either("x39_says_gbk.docx", word(GOOD.replace(b"UTF-8", b"GBK")), "xml_encoding", "xml_malformed")
    c.either("x40_xml11.docx", word(GOOD.replace(b'version="1.0"', b'version="1.1"')), "xml_malformed")


def tables(c):
    for i, span in enumerate(("0", "-3", "abc", "", "2.5")):
        c.good(f"t0{i}_span.docx", word(document(tbl(tr(tc("98.50", f'<w:gridSpan w:val="{span}"/>'), tc("x"))))))
    for i, span in enumerate(("2147483647", "18446744073709551617", "9" * 400, "1000000")):
        c.either(f"t1{i}_span.docx", word(document(tbl(tr(tc("x", f'<w:gridSpan w:val="{span}"/>')), tr(tc("y"))))),
                 "table_limit")
    c.either("t20_grid_before.docx", word(document(tbl(tr(tc("x"), props='<w:gridBefore w:val="2147483647"/>'
                                                                         '<w:gridAfter w:val="-1"/>')))), "table_limit")
    c.good("t21_merge_without_start.docx", word(document(tbl(tr(tc("98.50", "<w:vMerge/>")),
                                                             tr(tc("", "<w:vMerge/>"))))))
    c.good("t22_merge_of_other_width.docx", word(document(tbl(
        tr(tc("98.50", '<w:vMerge w:val="restart"/>'), tc("a")),
        tr(tc("", '<w:gridSpan w:val="2"/><w:vMerge/>'))))))
    c.either("t23_columns.docx", word(document(tbl(tr(*[tc("1")] * 5000)))), "table_limit", "zip_unsafe")
    explosion = document(tbl(*[tr(tc("1", '<w:gridSpan w:val="1000000"/>'))] * 500))
    c.either("t24_grid_explosion.docx", word(explosion), "table_limit", "zip_unsafe")
    c.either("t25_rows.docx", word(document(tbl(*["<w:tr><w:tc><w:p/></w:tc></w:tr>"] * 250000)), method=0),
             "table_limit", "zip_unsafe", "xml_limit")
    nest = "<w:tbl><w:tr><w:tc>" * 1000 + p("x") + "</w:tc></w:tr></w:tbl>" * 1000
    c.either("t26_nested_1000.docx", word(document(nest)), "xml_limit", "table_limit", "xml_malformed")
    five = p("98.50")
    for _ in range(5):
        five = f"<w:tbl><w:tr><w:tc>{five}<w:p/></w:tc></w:tr></w:tbl>"
    c.good("t27_nested_5.docx", word(document(five)))
    c.good("t28_empty_tables.docx", word(document("<w:tbl/><w:tbl><w:tr/></w:tbl><w:tbl><w:tr><w:tc/></w:tr></w:tbl>"
                                                  + p("98.50"))))
    c.good("t29_no_grid.docx", word(document(f"<w:tbl>{tr(tc('a'), tc('98.50'))}</w:tbl>")))
    c.good("t30_many_paragraphs.docx", word(document(p("一") * 100000 + p("98.50")), method=0))
    c.good("t31_split_number.docx", word(document('<w:p><w:r><w:t>98</w:t></w:r><w:proofErr w:type="spellStart"/>'
                                                  '<w:r><w:t>.5</w:t></w:r><w:bookmarkStart w:id="1" w:name="a"/>'
                                                  "<w:r><w:t>0分</w:t></w:r></w:p>")), "98.50分")
    c.good("t32_external_image.docx", word(more=[entry("word/_rels/document.xml.rels", rels(
        "http://127.0.0.1:9/x.png", OFFICE + "/image", ' TargetMode="External"'))]))


def texts(c):
    line = "2023年度自评得分98.50分，等级为优。\n"
    c.good("n01_utf8.txt", line.encode())
    c.good("n02_bom.txt", b"\xef\xbb\xbf" + line.encode())
    c.good("n03_utf16le.txt", b"\xff\xfe" + line.encode("utf-16-le"))
    c.good("n04_utf16be.txt", b"\xfe\xff" + line.encode("utf-16-be"))
    c.good("n05_gbk.txt", (line * 5).encode("gbk"))
    c.good("n06_gb18030.txt", (line * 5 + "𠮷家村㐂里\n").encode("gb18030"))
    c.either("n07_utf16_without_bom.txt", line.encode("utf-16-le"), *NOT_TEXT)
    c.either("n08_utf32.txt", b"\xff\xfe\0\0" + line.encode("utf-32-le"), *NOT_TEXT)
    c.either("n09_big5.txt", "自評得分為九十八分，等級為優。預算執行率。".encode("big5"), *NOT_TEXT)
    c.either("n10_bad_byte.txt", line.encode() * 5 + b"\xff\n" + line.encode(), *NOT_TEXT)
    c.either("n11_two_encodings.txt", line.encode() * 3 + line.encode("gbk") * 3, *NOT_TEXT)
    c.bad("n12_binary.txt", bytes(random.Random(2).randrange(256) for _ in range(5000)), *NOT_TEXT)
    c.bad("n13_program.txt", b"\x7fELF\2\1\1" + b"\0" * 500 + b"\x01\x02" * 500, *NOT_TEXT)
    c.either("n14_long_line.txt", "支出12.5万元，".encode() * 400000, "too_large")
    c.good("n15_lone_cr.txt", "一\r得分98.50\r".encode())
    c.good("n16_line_ends.txt", "一\r\n二\n三\r四\u0085五\u2028得分98.50".encode())
    c.either("n17_nul_inside.txt", "得分98\0.50分\n".encode(), *NOT_TEXT)
    c.add("n18_empty.txt", b"", "fail", ["empty"])
    c.either("n19_only_bom.txt", b"\xef\xbb\xbf", "empty")
    c.either("n20_only_spaces.txt", b" \n\t\n", "empty")
    c.either("n21_cut_utf8.txt", line.encode() + "分".encode()[:2], *NOT_TEXT)
    c.either("n22_cut_gbk.txt", line.encode("gbk") * 3 + b"\xb7", *NOT_TEXT)
    c.either("n23_odd_utf16.txt", b"\xff\xfe" + line.encode("utf-16-le") + b"1", *NOT_TEXT)
    c.either("n24_lone_surrogate.txt", b"\xff\xfe" + b"\x00\xd8" + line.encode("utf-16-le"), *NOT_TEXT)
    c.either("n25_overlong.txt", line.encode() + b"\xc0\xaf\xed\xa0\x80\n", *NOT_TEXT)
    c.either("n26_escapes.txt", "\x1b[31m得分\x1b]0;x\x07 98.50\x08\x08分\n".encode(), *NOT_TEXT)
    c.good("n27_injection.txt", '","x":{}]}<script>alert(1)</script> =1+1 %s%n $(id) 98.50\n'.encode())
    c.either("n28_digits_again.txt", ("1" * 200000 + "万元\n").encode())
    c.either("n29_groups.txt", ("1,111" * 200000 + "元\n").encode())
    c.either("n30_open_brackets.txt", ("（" * 200000 + "50分\n").encode())
    bait = "1," * 200000 + "x" + "(" * 100000 + "[" * 100000 + "!" + "0." * 100000 + "%" * 1000 + "（" * 50000
    c.good("n30_bait.txt", (bait + "\n自评得分95.5分\n").encode(), "95.5")
    c.either("n31_of_which.txt", ("其中" * 200000 + "1万元\n").encode())
    c.either("n32_shares.txt", ("支出100万元，其中" + "甲1万元、" * 100000).encode())
    c.either("n33_headings.txt", "".join(f"（{'一' * 3}）x\n" for _ in range(100000)).encode())
    c.either("n34_tabs.txt", (b"\t" * 300000 + b"1\n") * 3)
    c.either("n35_pipes.txt", (b"|" * 100000 + b"\n") * 3, "table_limit")
    c.either("n36_lines.txt", b"1\n" * 500000, "too_large")
    c.bad("n37_too_large.txt", b"1234567\n" * (5 << 20), "too_large")
    c.good("n38_numbers.txt", ("9" * 400 + "元 1e999 0x1F NaN inf 1,00,000元 １２．５％ 0.0000001万元 −5 （5） "
                               "18446744073709551616万元 98.50分\n").encode())
    c.good("n39_marks.txt", ("1" + "\u0301" * 5000 + " \u202e98.50\u202c 1\u200b00 ①½\n").encode())
    c.good("n40_package.txt", word())
    c.either("n41_text.docx", line.encode(), *OUTSIDE)
    c.either("n42_markdown.txt", "| 指标 | 分值 | 得分 |\n|---|---\n| a | 10\n|||||\n合计 | 98.50 |\n".encode())


def files(c):
    good = word()
    for name in (b"f01_new\nline.docx", b"f02_\xff\xfe.docx", b"f03_" + b"n" * 246 + b".docx", b"-rf --help.docx",
                 b"f05_$(id);'x'&|*?.docx", b"f06_\x1b[31mred\x07.docx", b"f07_%s%n%d.docx",
                 b'f08_"q\'<b>&amp;.docx', "f09_\u202excod.exe.docx".encode(), "f10_自评 报告（2023）.docx".encode(),
                 b"f11_UPPER.DOCX", b"f12_none", b"f13_\x01\x7f\t.docx"):
        c.good(name, good)
    os.mkdir(c.note("f20_folder.docx", "folder"))
    os.symlink("nowhere", c.note("f21_dangling.docx", "fail", ["io"]))
    os.symlink("f22_loop.docx", c.note("f22_loop.docx", "fail", ["io"]))
    os.symlink("/dev/zero", c.note("f23_device.docx", "fail", ["not_regular", "io", "too_large"]))
    os.mkfifo(c.note("f24_fifo.docx", "fail", ["not_regular", "io"]))
    c.add("f25_unreadable.docx", good, "fail" if os.geteuid() else "ok", ["io"], "98.50")
    os.chmod(os.path.join(c.out, "f25_unreadable.docx"), 0)
    with open(c.note("f26_sparse.docx", "fail", ["too_large"]), "wb") as f:
        f.write(good)
        f.truncate(1 << 33)
    c.note("f27_missing.docx", "fail", ["io"])


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    os.makedirs(sys.argv[1])
    c = Cases(sys.argv[1])
    for group in (containers, markup, tables, texts, files):
        group(c)
    with open(os.path.join(sys.argv[1], "cases.json"), "w", encoding="ascii") as f:
        json.dump(c.list, f, indent=0)


main()
