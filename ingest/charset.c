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

static const char BAD[] = "\xEF\xBF\xBD"; /* U+FFFD */

enum { BAD_BYTES = 3, SAMPLE_BYTES = 64 << 10 };

/* Text under construction, and what was wrong with it. */
struct output {
    char *ptr;
    size_t len, size;
    size_t bad;       /* units that could not be read */
    size_t first_bad; /* byte offset of the first of them in the source */
};

static bool begins(struct str s, const char *mark, size_t len) {
    return s.len >= len && memcmp(s.ptr, mark, len) == 0;
}

static bool is_control(uint32_t point) {
    return (point < 0x20 && !(point >= '\t' && point <= '\r')) ||
           (point >= 0x7F && point <= 0x9F && point != 0x85);
}

/* --- UTF-8 --------------------------------------------------------------------------------- */

/* Runs of malformed bytes, and well-formed sequences of three, as Chinese characters have. */
struct census {
    size_t bad, first_bad, good;
};

static struct census count_utf8(struct str s) {
    struct census census = {0};
    bool after_bad = false;
    for (size_t at = 0, size; at < s.len; at += size) {
        utf8_decode(s, at, &size);
        bool bad = size == 1 && (unsigned char)s.ptr[at] >= 0x80;
        if (bad && !after_bad && census.bad++ == 0)
            census.first_bad = at;
        census.good += size == 3;
        after_bad = bad;
    }
    return census;
}

/* --- Other encodings through iconv --------------------------------------------------------- */

static void put(struct output *out, const char *bytes, size_t len) {
    memcpy(out->ptr + out->len, bytes, len);
    out->len += len;
}

/* Skips what iconv stopped at: a unit of `unit` bytes, or the rest when it is cut off. */
static void skip_bad(struct output *out, char **in, size_t *left, size_t unit, size_t offset) {
    size_t skipped = errno == EINVAL || unit > *left ? *left : unit;
    if (out->bad++ == 0)
        out->first_bad = offset;
    put(out, BAD, BAD_BYTES);
    *in += skipped;
    *left -= skipped;
}

/* Converts `bytes` from `name`, whose units have `unit` bytes. Every input byte gives at most
 * BAD_BYTES of output. */
static bool convert(struct arena *arena, struct str bytes, const char *name, size_t unit,
                    struct output *out) {
    *out = (struct output){.size = bytes.len * BAD_BYTES + 8};
    out->ptr = arena_alloc(arena, out->size);
    iconv_t door = iconv_open("UTF-8", name);
    if (!out->ptr || door == (iconv_t)-1) {
        if (door != (iconv_t)-1)
            iconv_close(door);
        return false;
    }
    char *in = (char *)bytes.ptr; /* iconv's prototype lacks the const */
    size_t left = bytes.len;
    while (left > 0) {
        char *to = out->ptr + out->len;
        size_t room = out->size - out->len;
        size_t done = iconv(door, &in, &left, &to, &room);
        out->len = out->size - room;
        if (done == (size_t)-1) {
            if (errno == E2BIG)
                break;
            skip_bad(out, &in, &left, unit, bytes.len - left);
        }
    }
    iconv_close(door);
    return left == 0;
}

/* --- Chinese or not ------------------------------------------------------------------------ */

/* Characters that no report lacks, simplified and traditional. */
static const char COMMON[] =
    "的一是不了在有人年月日元万亿项目资金预算支出收入合计绩效评价指标部门单位县市区局"
    "工作完成情况得分自萬億項預計績評價門單縣區況總总及和与為为度行政建设管理附件表名称"
    "財财务務數数";

static bool is_common(struct str character) {
    for (size_t at = 0; at + character.len < sizeof COMMON; at += 3) {
        if (memcmp(COMMON + at, character.ptr, character.len) == 0)
            return true;
    }
    return false;
}

/* How much of a text is made of common characters. */
struct likeness {
    size_t common, wide, bad;
};

static struct likeness weigh(struct str text) {
    struct likeness likeness = {0};
    for (size_t at = 0, size; at < text.len; at += size) {
        uint32_t point = utf8_decode(text, at, &size);
        if (size < 2)
            continue;
        likeness.wide++;
        likeness.bad += point == 0xFFFD;
        likeness.common += size == 3 && is_common(str_slice(text, at, at + size));
    }
    return likeness;
}

/* A stray byte in a long text is damage, many are another encoding; and what remains must be
 * Chinese, for short GB18030 texts hold sequences that happen to be well-formed. */
static bool is_nearly_utf8(struct str bytes, const struct census *census) {
    return census->bad == 0 || (census->bad <= 1 + census->good / 200 &&
                                weigh(str_slice(bytes, 0, SAMPLE_BYTES)).common >= 2 * census->bad);
}

/* Weighs the text that the beginning of `bytes` would be in encoding `name`. */
static bool weigh_as(struct arena *arena, struct str bytes, const char *name,
                     struct likeness *likeness) {
    struct output out;
    if (!convert(arena, str_slice(bytes, 0, SAMPLE_BYTES), name, 1, &out))
        return false;
    *likeness = weigh((struct str){out.ptr, out.len});
    return true;
}

/* Big5, Shift_JIS and EUC-KR share their byte ranges with GB18030, so that decoding alone proves
 * nothing: in the right encoding common characters are frequent, in a wrong one they are not. */
static bool is_chinese(struct arena *arena, struct str bytes) {
    struct likeness gb, big5;
    if (!weigh_as(arena, bytes, "GB18030", &gb) || !weigh_as(arena, bytes, "BIG5", &big5))
        return false;
    if (gb.common == 0 || gb.common * 16 < gb.wide)
        return false;
    return big5.bad * 20 > big5.wide || gb.common > 2 * big5.common;
}

/* Whether parts of the text are UTF-8: GB18030 read as UTF-8 gives common characters by no chance,
 * and well-formed sequences of three bytes by little. */
static bool is_mixed(struct str bytes, const struct census *census) {
    size_t tail = bytes.len > SAMPLE_BYTES ? bytes.len - SAMPLE_BYTES : 0;
    return census->good * 12 > bytes.len || weigh(str_slice(bytes, 0, SAMPLE_BYTES)).common > 2 ||
           weigh(str_slice(bytes, tail, bytes.len)).common > 2;
}

static bool decode_gb(struct arena *arena, struct str bytes, struct str *text, struct err *err) {
    struct output out;
    struct census census = count_utf8(bytes);
    if (is_mixed(bytes, &census))
        return err_set(err, ERR_TEXT_ENCODING, 0, "partly UTF-8, but not at byte %zu",
                       census.first_bad);
    if (!is_chinese(arena, bytes) || !convert(arena, bytes, "GB18030", 1, &out))
        return arena_check(arena, err) &&
               err_set(err, ERR_TEXT_ENCODING, 0,
                       "not UTF-8 from byte %zu on, and not recognisably GB18030",
                       census.first_bad);
    if (out.bad > 1 + out.len / 2000)
        return err_set(err, ERR_TEXT_ENCODING, 0, "neither UTF-8 nor GB18030 from byte %zu on",
                       out.first_bad);
    *text = (struct str){out.ptr, out.len};
    return true;
}

/* --- UTF-16 -------------------------------------------------------------------------------- */

/* A unit that Chinese text is made of. */
static bool is_likely_unit(unsigned unit) {
    return (unit >= 0x20 && unit < 0x7F) || (unit >= 0xA0 && unit < 0x250) || unit == '\t' ||
           unit == '\n' || unit == '\r' || (unit >= 0x2000 && unit < 0x2700) ||
           (unit >= 0x3000 && unit < 0x3040) || (unit >= 0x4E00 && unit < 0xA000) ||
           (unit >= 0xFF00 && unit < 0xFFF0);
}

/* Whether nearly all units are likely in the given byte order. Without a mark this is only asked
 * when there are NUL bytes, which no other text has. */
static bool is_utf16(struct str s, bool big_endian) {
    size_t units = 0, likely = 0;
    if (s.len % 2 != 0)
        return false;
    for (size_t at = 0; at + 1 < s.len && at < SAMPLE_BYTES; at += 2) {
        unsigned first = (unsigned char)s.ptr[at], second = (unsigned char)s.ptr[at + 1];
        units++;
        likely += is_likely_unit(big_endian ? first << 8 | second : second << 8 | first);
    }
    return units > 0 && likely * 100 >= units * 97;
}

static bool decode_utf16(struct arena *arena, struct str bytes, const char *name, struct str *text,
                         struct err *err) {
    struct output out;
    if (!convert(arena, bytes, name, 2, &out))
        return arena_check(arena, err) && err_set(err, ERR_TEXT_ENCODING, 0, "no %s", name);
    if (out.bad > 1 + out.len / 2000)
        return err_set(err, ERR_TEXT_ENCODING, 0, "%s is broken from byte %zu on", name,
                       out.first_bad);
    *text = (struct str){out.ptr, out.len};
    return true;
}

/* --- Detection ----------------------------------------------------------------------------- */

static bool decode_unmarked(struct arena *arena, struct str bytes, struct str *text,
                            const char **encoding, struct err *err) {
    const char *nul = memchr(bytes.ptr, 0, bytes.len);
    if (nul) {
        bool big_endian = is_utf16(bytes, true);
        if (big_endian == is_utf16(bytes, false))
            return err_set(err, ERR_NOT_TEXT, 0, "a NUL byte at %zu", (size_t)(nul - bytes.ptr));
        *encoding = big_endian ? "UTF-16BE" : "UTF-16LE";
        return decode_utf16(arena, bytes, *encoding, text, err);
    }
    struct census census = count_utf8(bytes);
    if (is_nearly_utf8(bytes, &census)) {
        *encoding = "UTF-8";
        *text = bytes;
        return true;
    }
    *encoding = "GB18030";
    return decode_gb(arena, bytes, text, err);
}

static bool decode_marked_utf8(struct str bytes, struct str *text, const char **encoding,
                               struct err *err) {
    struct census census = count_utf8(bytes);
    *encoding = "UTF-8";
    *text = str_slice(bytes, 3, bytes.len);
    if (!is_nearly_utf8(bytes, &census))
        return err_set(err, ERR_TEXT_ENCODING, 0, "not UTF-8 from byte %zu on", census.first_bad);
    return true;
}

static bool decode(struct arena *arena, struct str bytes, struct str *text, const char **encoding,
                   struct err *err) {
    if (begins(bytes, "\xFF\xFE\0\0", 4) || begins(bytes, "\0\0\xFE\xFF", 4))
        return err_set(err, ERR_TEXT_ENCODING, 0, "UTF-32 is not supported (byte 0)");
    if (begins(bytes, "\xEF\xBB\xBF", 3))
        return decode_marked_utf8(bytes, text, encoding, err);
    if (begins(bytes, "\xFF\xFE", 2) || begins(bytes, "\xFE\xFF", 2)) {
        *encoding = bytes.ptr[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";
        return decode_utf16(arena, str_slice(bytes, 2, bytes.len), *encoding, text, err);
    }
    if (begins(bytes, "\x84\x31\x95\x33", 4)) {
        *encoding = "GB18030";
        return decode_gb(arena, str_slice(bytes, 4, bytes.len), text, err);
    }
    return decode_unmarked(arena, bytes, text, encoding, err);
}

/* --- What no text holds -------------------------------------------------------------------- */

/* Puts U+FFFD in place of malformed bytes and of control characters, which must reach neither a
 * number nor a terminal. */
static bool scrub(struct arena *arena, struct str *text, struct err *err) {
    size_t doubtful = 0, controls = 0, characters = 0;
    while (text->len > 0 && text->ptr[text->len - 1] == 0x1A) /* the end mark of DOS */
        text->len--;
    for (size_t at = 0, size; at < text->len; at += size, characters++) {
        uint32_t point = utf8_decode(*text, at, &size);
        controls += is_control(point);
        doubtful += is_control(point) || (size == 1 && point == 0xFFFD);
        if (point == 0)
            return err_set(err, ERR_NOT_TEXT, 0, "a NUL character");
    }
    if (controls > 4 + characters / 50)
        return err_set(err, ERR_NOT_TEXT, 0, "%zu control characters", controls);
    if (doubtful == 0)
        return true;
    struct output out = {.ptr = arena_alloc(arena, text->len + doubtful * BAD_BYTES)};
    if (!out.ptr)
        return arena_check(arena, err);
    for (size_t at = 0, size; at < text->len; at += size) {
        uint32_t point = utf8_decode(*text, at, &size);
        if (is_control(point) || (size == 1 && point == 0xFFFD))
            put(&out, BAD, BAD_BYTES);
        else
            put(&out, text->ptr + at, size);
    }
    *text = (struct str){out.ptr, out.len};
    return true;
}

bool charset_decode(struct arena *arena, struct str bytes, struct str *text, const char **encoding,
                    struct err *err) {
    *text = (struct str){0};
    if (bytes.len == 0)
        return err_set(err, ERR_EMPTY, 0, "no bytes");
    if (!decode(arena, bytes, text, encoding, err) || !scrub(arena, text, err))
        return false;
    if (str_blank(*text))
        return err_set(err, ERR_EMPTY, 0, "nothing but white space");
    return true;
}
