/* The first bytes of the kinds that are told apart:
 *
 *   50 4B 03 04 | 50 4B 05 06 | 50 4B 07 08   ZIP: entry, empty archive, split archive
 *   D0 CF 11 E0 A1 B1 1A E1                   OLE compound file: .doc, .xls, encrypted .docx
 *   "%PDF-"  "{\rtf"  1F 8B  "7z\xBC\xAF\x27\x1C"  "Rar!\x1A\x07"
 *   nn name, padded with blanks or zeros to 54 bytes, then the name in UTF-16: Word's lock file
 */
#define _GNU_SOURCE /* memmem */
#include "ingest/detect.h"

#include <stdint.h>
#include <strings.h>

/* Head of a file in which markup names its vocabulary; an OLE directory entry
 * and its length. */
enum { HEAD_BYTES = 4096, OLE_ENTRY = 128, OLE_NAME = 64, OLE_HEADER = 512 };

/* Each of these is met in folders of reports, under any file extension. The
 * words say what the user can do about it. */
static const struct {
    struct str magic;
    enum err_code code;
    const char *words;
} refused[] = {
    {STR("%PDF-"), ERR_UNKNOWN_TYPE, "a PDF; save the original document as .docx"},
    {STR("{\\rtf"), ERR_UNKNOWN_TYPE, "an RTF file; save it as .docx"},
    {STR("\x1F\x8B"), ERR_UNKNOWN_TYPE, "a gzip archive; unpack it first"},
    {STR("7z\xBC\xAF\x27\x1C"), ERR_UNKNOWN_TYPE, "a 7z archive; unpack it first"},
    {STR("Rar!\x1A\x07"), ERR_UNKNOWN_TYPE, "a RAR archive; unpack it first"},
    {STR("\x7F"
         "ELF"),
     ERR_NOT_TEXT, "a program"},
};

static bool has_magic(struct str bytes, struct str magic) {
    return bytes.len >= magic.len && memcmp(bytes.ptr, magic.ptr, magic.len) == 0;
}

/* PK 05 06 alone is an empty archive, PK 07 08 one that was split: both go to
 * the ZIP reader, which refuses them with the right words. */
static bool is_zip(struct str bytes) {
    static const struct str magics[] = {STR("PK\3\4"), STR("PK\5\6"), STR("PK\7\10")};
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        if (has_magic(bytes, magics[i]))
            return true;
    }
    return false;
}

/* A package cut within its first bytes; no report is that short. */
static bool is_zip_stump(struct str bytes) {
    return bytes.len > 0 && bytes.len < 4 && memcmp(bytes.ptr, "PK\3", bytes.len) == 0;
}

/* ---- OLE: the directory is searched for names, not followed, so that no loop
 * can hold it up */

/* Names are UTF-16LE, and their length counts the closing NUL. */
static bool is_entry(const char *entry, const char *name) {
    size_t len = strlen(name);
    const unsigned char *size = (const unsigned char *)entry + OLE_NAME;
    for (size_t i = 0; i < len; i++) {
        if (entry[2 * i] != name[i] || entry[2 * i + 1] != 0)
            return false;
    }
    return (size_t)(size[0] | size[1] << 8) == 2 * (len + 1);
}

/* Directory entries are aligned to their size whatever the sector size is. */
static bool has_entry(struct str bytes, const char *name) {
    for (size_t at = OLE_HEADER; at + OLE_ENTRY <= bytes.len; at += OLE_ENTRY) {
        if (is_entry(bytes.ptr + at, name))
            return true;
    }
    return false;
}

/* A .doc may embed an encrypted package, but an encrypted package shows no
 * WordDocument. */
static enum detect_kind refuse_ole(struct str bytes, struct err *err) {
    if (has_entry(bytes, "WordDocument"))
        err_set(err, ERR_LEGACY_DOC, 0, "a Word 97-2003 document (.doc); save it as .docx");
    else if (has_entry(bytes, "EncryptionInfo") || has_entry(bytes, "EncryptedPackage"))
        err_set(err, ERR_ENCRYPTED, 0, "the document is protected by a password");
    else if (has_entry(bytes, "Workbook") || has_entry(bytes, "Book"))
        err_set(err, ERR_LEGACY_DOC, 0, "an Excel 97-2003 workbook (.xls), not a Word document");
    else
        err_set(err, ERR_LEGACY_DOC, 0, "an OLE compound file, not a .docx document");
    return DETECT_REFUSED;
}

/* ---- markup */

/* HTML names have no case. */
static bool has_word(struct str text, const char *word) {
    size_t len = strlen(word);
    for (size_t at = 0; at + len <= text.len; at++) {
        if (strncasecmp(text.ptr + at, word, len) == 0)
            return true;
    }
    return false;
}

/* <HTML>, <html lang=...>, <!DOCTYPE html>: web pages and mail write all. */
static bool begins_with(struct str text, const char *word) {
    return text.len >= strlen(word) && strncasecmp(text.ptr, word, strlen(word)) == 0;
}

/* Markup whose text cannot be told from its layout without reading it: Word's
 * own XML, and web exports with tables. HTML without a table is readable as it
 * is. */
static const char *markup_of(struct str bytes) {
    struct str head = str_trim(str_slice(bytes, 0, HEAD_BYTES));
    if (!str_starts(head, "<"))
        return NULL;
    if (str_has(head, "schemas.microsoft.com/office/2006/xmlPackage"))
        return "a Word document as one XML file (Flat OPC); save it as .docx";
    if (str_has(head, "schemas.microsoft.com/office/word/2003/wordml") ||
        str_has(head, "progid=\"Word.Document\""))
        return "a Word 2003 XML document; save it as .docx";
    if ((begins_with(head, "<html") || begins_with(head, "<!doctype html")) &&
        has_word(bytes, "<table"))
        return "a web page with tables; save it as .docx";
    return NULL;
}

/* ~$name.docx beside an open document: the user's name with its length before
 * it, twice. The second length has 16 bits, so a NUL stands there; the first is
 * mostly a control character. With neither it is a short text that begins with a
 * centred title. */
static bool is_lock_file(struct str bytes) {
    if (bytes.len != 162 && bytes.len != 165)
        return false;
    size_t len = (unsigned char)bytes.ptr[0];
    for (size_t i = len + 1; i < 54; i++) {
        if (bytes.ptr[i] != ' ' && bytes.ptr[i] != '\0')
            return false;
    }
    bool control = len < ' ' && (len < '\t' || len > '\r');
    return len > 0 && len < 54 && (control || memchr(bytes.ptr + 54, 0, bytes.len - 54));
}

/* By content alone: reports come as .doc that are DOCX or HTML inside, and as
 * .docx that are the old binary format renamed. */
enum detect_kind detect_bytes(struct str bytes, struct err *err) {
    static const struct str ole = STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    if (bytes.len == 0) {
        err_set(err, ERR_EMPTY, 0, "the file has no bytes");
        return DETECT_REFUSED;
    }
    if (is_zip(bytes))
        return DETECT_ZIP;
    if (has_magic(bytes, ole))
        return refuse_ole(bytes, err);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        if (has_magic(bytes, refused[i].magic)) {
            err_set(err, refused[i].code, 0, "%s", refused[i].words);
            return DETECT_REFUSED;
        }
    }
    const char *markup = markup_of(bytes);
    if (markup)
        err_set(err, ERR_UNKNOWN_TYPE, 0, "%s", markup);
    else if (is_zip_stump(bytes))
        err_set(err, ERR_ZIP_CORRUPT, 0, "a package cut after %zu bytes", bytes.len);
    else if (is_lock_file(bytes))
        err_set(err, ERR_UNKNOWN_TYPE, 0, "the lock file of a document that is open in Word");
    else
        return DETECT_TEXT;
    return DETECT_REFUSED;
}
