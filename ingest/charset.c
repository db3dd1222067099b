/* How text files begin, and what follows without a mark:
 *
 *   EF BB BF        UTF-8          E5 8D 8E    华 in UTF-8
 *   FF FE           UTF-16LE       4E 53       华 in UTF-16LE
 *   FE FF           UTF-16BE       53 4E       华 in UTF-16BE
 *   84 31 95 33     GB18030        BB AA       华 in GB18030: two bytes 81..FE 40..FE,
 *                                  81 30 81 30     or four: 81..FE 30..39 81..FE 30..39
 *   FF FE 00 00     UTF-32LE       B5 D8       華 in Big5: the same bytes are 地 in GB18030
 *   00 00 FE FF     UTF-32BE */
#include "ingest/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>

#include "base/utf8.h"
#include "ingest/likeness.h"

static const char BAD[] = "\xEF\xBF\xBD"; /* U+FFFD */

enum { BAD_BYTES = 3 };

/* An encoding as iconv knows it. */
struct coding {
    const char *name;
    size_t unit; /* bytes to leave out where it cannot be read */
};

/* GB18030 is asked for even where a file says GBK or GB2312: it is their
 * superset (GB 18030-2022), and Windows writes its characters under all
 * three names. */
static const struct coding GB18030 = {"GB18030", 1};
static const struct coding BIG5 = {"BIG5", 1};
static const struct coding UTF16LE = {"UTF-16LE", 2};
static const struct coding UTF16BE = {"UTF-16BE", 2};

/* Not str_starts: the marks of UTF-32 hold NUL bytes. */
static bool begins(struct str s, const char *mark, size_t len) {
    return s.len >= len && memcmp(s.ptr, mark, len) == 0;
}

/* ---- through iconv */

/* A conversion: what is left of the input, and the text so far. */
struct conversion {
    const struct coding *coding;
    char *in;
    size_t left, offset; /* bytes left, bytes passed */
    char *text;
    size_t len, size;
    size_t bad, first_bad; /* units left out; byte offset of the first */
};

/* Never beyond the buffer: see convert for why there is room. */
static void put(struct conversion *c, const char *bytes, size_t len) {
    memcpy(c->text + c->len, bytes, len);
    c->len += len;
}

/* Leaves out the unit that iconv stopped at, or the rest when it is cut off. */
static void skip_bad(struct conversion *c) {
    size_t skipped = errno == EINVAL || c->coding->unit > c->left ? c->left : c->coding->unit;
    if (c->bad++ == 0)
        c->first_bad = c->offset;
    put(c, BAD, BAD_BYTES);
    c->in += skipped;
    c->left -= skipped;
    c->offset += skipped;
}

/* iconv stops at each bad unit and is set on again behind it: EILSEQ for what
 * is no character, EINVAL for one that the end of the file cuts in two. E2BIG
 * cannot come up, but would loop for ever. */
static void run(struct conversion *c, iconv_t door) {
    while (c->left > 0) {
        char *to = c->text + c->len;
        size_t room = c->size - c->len, before = c->left;
        size_t done = iconv(door, &c->in, &c->left, &to, &room);
        c->len = c->size - room;
        c->offset += before - c->left;
        if (done == (size_t)-1 && errno == E2BIG)
            return;
        if (done == (size_t)-1)
            skip_bad(c);
    }
}

/* Converts `bytes`; false when the arena is exhausted or iconv lacks the
 * encoding. There is always room: no input byte gives more than BAD_BYTES of
 * output. */
static bool convert(struct arena *arena, struct str bytes, const struct coding *coding,
                    struct conversion *c) {
    *c = (struct conversion){.coding = coding, .left = bytes.len};
    c->in = (char *)bytes.ptr; /* iconv's prototype lacks the const */
    c->size = bytes.len * BAD_BYTES + 8;
    c->text = arena_alloc(arena, c->size);
    if (!c->text)
        return false;
    iconv_t door = iconv_open("UTF-8", coding->name);
    if (door == (iconv_t)-1)
        return false;
    run(c, door);
    iconv_close(door);
    return c->left == 0;
}

/* One broken unit for 2,000 characters or so: a disk error, an editor that cut
 * in two. More is not damage but another encoding. */
enum { BYTES_PER_ACCIDENT = 2000 };

/* Decodes `bytes` from `coding`, unless more of it is bad than an accident
 * explains. */
static bool decode_as(struct arena *arena, struct str bytes, const struct coding *coding,
                      struct decoded *out, struct err *err) {
    struct conversion c;
    if (!convert(arena, bytes, coding, &c))
        return arena_check(arena, err) &&
               err_set(err, ERR_TEXT_ENCODING, 0, "%s is not available", coding->name);
    if (c.bad > 1 + c.len / BYTES_PER_ACCIDENT)
        return err_set(err, ERR_TEXT_ENCODING, 0, "no longer %s at byte %zu", coding->name,
                       c.first_bad);
    *out = (struct decoded){{c.text, c.len}, coding->name};
    return true;
}

/* ---- GB18030 */

/* Weighs what the beginning of `bytes` would be in `coding`. */
static bool weigh_as(struct arena *arena, struct str bytes, const struct coding *coding,
                     struct likeness *likeness) {
    struct conversion c;
    if (!convert(arena, str_slice(bytes, 0, LIKENESS_SAMPLE), coding, &c))
        return false;
    *likeness = likeness_weigh((struct str){c.text, c.len});
    return true;
}

/* Big5, Shift_JIS and EUC-KR share their byte ranges with GB18030, so that
 * decoding alone proves nothing: in the right encoding common characters are
 * frequent, in a wrong one they are not. */
static bool is_chinese(struct arena *arena, struct str bytes) {
    struct likeness gb, big5;
    if (!weigh_as(arena, bytes, &GB18030, &gb) || !weigh_as(arena, bytes, &BIG5, &big5))
        return false;
    /* of a report's characters a fifth or more are common ones; a sixteenth is
     * what short texts may have */
    if (gb.common == 0 || gb.common * 16 < gb.wide)
        return false;
    /* a twentieth of bad characters rules Big5 out; else the more common
     * reading wins */
    return big5.bad * 20 > big5.wide || gb.common > 2 * big5.common;
}

/* Whether parts of the text are UTF-8: GB18030 read as UTF-8 gives common
 * characters by no chance, and well-formed sequences of three bytes by
 * little. */
static bool is_mixed(struct str bytes, const struct census *census) {
    size_t tail = bytes.len > LIKENESS_SAMPLE ? bytes.len - LIKENESS_SAMPLE : 0;
    return census->good * 12 > bytes.len ||
           likeness_weigh(str_slice(bytes, 0, LIKENESS_SAMPLE)).common > 2 ||
           likeness_weigh(str_slice(bytes, tail, bytes.len)).common > 2;
}

/* Last of all, for nearly any bytes from 81 to FE decode as GB18030: only here
 * is a wrong encoding likely to give fluent nonsense instead of an error. */
static bool decode_gb(struct arena *arena, struct str bytes, struct decoded *out, struct err *err) {
    struct census census = likeness_census(bytes);
    if (is_mixed(bytes, &census))
        return err_set(err, ERR_TEXT_ENCODING, 0, "UTF-8 in part, but not at byte %zu",
                       census.first_bad);
    if (is_chinese(arena, bytes))
        return decode_as(arena, bytes, &GB18030, out, err);
    return arena_check(arena, err) &&
           err_set(err, ERR_TEXT_ENCODING, 0,
                   "not UTF-8 from byte %zu on, and not recognisably GB18030", census.first_bad);
}

/* ---- detection */

/* A stray byte in a long text is damage, many are another encoding; and what
 * remains must be Chinese, for short GB18030 texts hold sequences that happen
 * to be well-formed. */
static bool is_nearly_utf8(struct str bytes, const struct census *census) {
    return census->bad == 0 ||
           (census->bad <= 1 + census->good / 200 &&
            likeness_weigh(str_slice(bytes, 0, LIKENESS_SAMPLE)).common >= 2 * census->bad);
}

/* Malformed bytes stay as they are; scrub shows them as U+FFFD. */
static bool decode_utf8(struct str bytes, struct decoded *out, struct err *err) {
    struct census census = likeness_census(bytes);
    *out = (struct decoded){bytes, "UTF-8"};
    return is_nearly_utf8(bytes, &census) ||
           err_set(err, ERR_TEXT_ENCODING, 0, "not UTF-8 from byte %zu on", census.first_bad);
}

/* Only UTF-16 has NUL bytes in text; which of both it is must be beyond
 * doubt. */
static bool decode_nul(struct arena *arena, struct str bytes, struct decoded *out,
                       struct err *err) {
    bool big = likeness_is_utf16(bytes, true), little = likeness_is_utf16(bytes, false);
    const char *nul = memchr(bytes.ptr, 0, bytes.len);
    if (big == little)
        return err_set(err, ERR_NOT_TEXT, 0, "a NUL at byte %zu", (size_t)(nul - bytes.ptr));
    return decode_as(arena, bytes, big ? &UTF16BE : &UTF16LE, out, err);
}

/* UTF-32LE begins with the mark of UTF-16LE, so it is looked for first. Notepad
 * writes marks, most other programs do not. The four bytes 84 31 95 33 are
 * U+FEFF in GB18030. */
static bool decode(struct arena *arena, struct str bytes, struct decoded *out, struct err *err) {
    struct str behind = str_slice(bytes, 2, bytes.len);
    if (begins(bytes, "\xFF\xFE\0\0", 4) || begins(bytes, "\0\0\xFE\xFF", 4))
        return err_set(err, ERR_TEXT_ENCODING, 0, "UTF-32 at byte 0 is not supported");
    if (begins(bytes, "\xFF\xFE", 2))
        return decode_as(arena, behind, &UTF16LE, out, err);
    if (begins(bytes, "\xFE\xFF", 2))
        return decode_as(arena, behind, &UTF16BE, out, err);
    if (begins(bytes, "\x84\x31\x95\x33", 4))
        return decode_gb(arena, str_slice(bytes, 4, bytes.len), out, err);
    if (memchr(bytes.ptr, 0, bytes.len))
        return decode_nul(arena, bytes, out, err);
    if (begins(bytes, "\xEF\xBB\xBF", 3))
        return decode_utf8(str_slice(bytes, 3, bytes.len), out, err);
    return decode_utf8(bytes, out, err) || decode_gb(arena, bytes, out, err);
}

/* ---- what no text holds */

/* C0 but for TAB, LF, VT, FF and CR, then DEL and C1 but for NEL (85): ECMA-48.
 * A terminal obeys ESC and CSI (9B), so neither may reach a report. */
static bool is_control(uint32_t point) {
    return (point < 0x20 && !(point >= '\t' && point <= '\r')) ||
           (point >= 0x7F && point <= 0x9F && point != 0x85);
}

/* Whether the character, of `size` bytes, must reach neither a number nor a
 * terminal. */
static bool is_doubtful(uint32_t point, size_t size) {
    return is_control(point) || (size == 1 && point == 0xFFFD);
}

/* Counts what must be replaced; false for more control characters than an
 * accident explains. */
static bool inspect(struct str text, size_t *doubtful, struct err *err) {
    size_t controls = 0, characters = 0;
    *doubtful = 0;
    for (size_t at = 0, size; at < text.len; at += size, characters++) {
        uint32_t point = utf8_decode(text, at, &size);
        controls += is_control(point);
        *doubtful += is_doubtful(point, size);
        if (point == 0)
            return err_set(err, ERR_NOT_TEXT, 0, "a NUL character");
    }
    return controls <= 4 + characters / 50 ||
           err_set(err, ERR_NOT_TEXT, 0, "%zu control characters", controls);
}

/* Puts U+FFFD in place of malformed bytes and of control characters. */
static bool scrub(struct arena *arena, struct str *text, struct err *err) {
    size_t doubtful;
    while (text->len > 0 && text->ptr[text->len - 1] == 0x1A) /* the end mark of DOS */
        text->len--;
    if (!inspect(*text, &doubtful, err))
        return false;
    if (doubtful == 0)
        return true;
    struct conversion c = {.text = arena_alloc(arena, text->len + doubtful * BAD_BYTES)};
    if (!c.text)
        return arena_check(arena, err);
    for (size_t at = 0, size; at < text->len; at += size) {
        uint32_t point = utf8_decode(*text, at, &size);
        if (is_doubtful(point, size))
            put(&c, BAD, BAD_BYTES);
        else
            put(&c, text->ptr + at, size);
    }
    *text = (struct str){c.text, c.len};
    return true;
}

bool charset_decode(struct arena *arena, struct str bytes, struct decoded *out, struct err *err) {
    *out = (struct decoded){0};
    if (bytes.len == 0)
        return err_set(err, ERR_EMPTY, 0, "no bytes");
    if (!decode(arena, bytes, out, err) || !scrub(arena, &out->text, err))
        return false;
    if (str_blank(out->text))
        return err_set(err, ERR_EMPTY, 0, "nothing but white space");
    return true;
}

/* ---- back to the file */

static const struct coding *const codings[] = {&GB18030, &UTF16LE, &UTF16BE};

/* NULL for UTF-8, which needs no conversion. */
static const struct coding *coding_of(const struct decoded *decoded) {
    for (size_t i = 0; i < sizeof codings / sizeof *codings; i++) {
        if (strcmp(codings[i]->name, decoded->encoding) == 0)
            return codings[i];
    }
    return NULL;
}

static size_t mark_size(struct str bytes) {
    if (begins(bytes, "\xFF\xFE", 2) || begins(bytes, "\xFE\xFF", 2))
        return 2;
    if (begins(bytes, "\xEF\xBB\xBF", 3))
        return 3;
    return begins(bytes, "\x84\x31\x95\x33", 4) ? 4 : 0;
}

/* Bytes of the character at the beginning of `rest`, if it is one. */
static size_t guess_width(const struct coding *coding, struct str rest) {
    unsigned char first = (unsigned char)rest.ptr[0];
    unsigned char second = rest.len > 1 ? (unsigned char)rest.ptr[1] : 0;
    if (coding == &GB18030)
        return first < 0x80 ? 1 : second >= '0' && second <= '9' ? 4 : 2;
    unsigned char high = coding == &UTF16BE ? first : second;
    return (high & 0xFC) == 0xD8 ? 4 : 2; /* a surrogate and its other half */
}

/* Bytes of `rest` that became one character: what iconv refuses here it has refused in `run`,
 * which left out as much. */
static size_t width_of(const struct coding *coding, iconv_t door, struct str rest) {
    char out[16], *in = (char *)rest.ptr, *to = out;
    size_t size = guess_width(coding, rest), room = sizeof out, unit = coding->unit;
    size = size < rest.len ? size : rest.len;
    size_t left = size;
    if (iconv(door, &in, &left, &to, &room) != (size_t)-1)
        return size;
    return errno == EILSEQ && unit < rest.len ? unit : rest.len;
}

bool charset_trace(const struct decoded *decoded, struct str bytes, uint32_t **offsets,
                   size_t count, struct err *err) {
    const struct coding *coding = coding_of(decoded);
    iconv_t door = coding ? iconv_open("UTF-8", coding->name) : NULL;
    size_t from = mark_size(bytes), to = 0, size;
    if (door == (iconv_t)-1)
        return err_set(err, ERR_TEXT_ENCODING, 0, "%s is not available", coding->name);
    for (size_t i = 0; i < count; i++) {
        while (to < *offsets[i] && from < bytes.len) {
            struct str rest = str_slice(bytes, from, bytes.len);
            if (coding)
                size = width_of(coding, door, rest);
            else
                utf8_decode(rest, 0, &size);
            from += size;
            utf8_decode(decoded->text, to, &size);
            to += size;
        }
        *offsets[i] = (uint32_t)from;
    }
    if (coding)
        iconv_close(door);
    return true;
}

/* ---- ahead of a sandbox */

struct charsets charsets_open(void) {
    static const struct coding *const all[] = {&GB18030, &BIG5, &UTF16LE, &UTF16BE};
    struct charsets charsets = {0};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        iconv_t door = iconv_open("UTF-8", all[i]->name);
        charsets.doors[i] = door == (iconv_t)-1 ? NULL : door;
    }
    return charsets;
}

void charsets_close(struct charsets *charsets) {
    for (size_t i = 0; i < sizeof charsets->doors / sizeof *charsets->doors; i++) {
        if (charsets->doors[i])
            iconv_close(charsets->doors[i]);
    }
}
