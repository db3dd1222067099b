#include "extract/figure.h"

#include "base/utf8.h"
#include "extract/mention_pattern.h"
#include "extract/word.h"
#include "model/decimal.h"
#include "model/glyph.h"
#include "model/numeral.h"

enum { RATE_DIGITS = 4 }; /* before the point: see is_glued */

/* PDF text breaks 309 / 100 % over lines within a cell; in prose a line feed
 * ends the sentence. */
static size_t skip_gap(const struct figure_reader *r, size_t at) {
    at = glyph_skip(r->text, at);
    while (r->place == NUMBER_IN_CELL && glyph_at(r->text, at) == '\n')
        at = glyph_skip(r->text, at + 1);
    return at;
}

/* 100.00（万元）: the end of the bracket, or `at`. */
static size_t read_bracketed_unit(struct figure_reader *r, size_t at, struct figure *f) {
    uint32_t open = glyph_at(r->text, at);
    if (open != '(' && open != 0xFF08)
        return at;
    size_t inner = at + (open == '(' ? 1 : 3), len = unit_read(r->text, inner, &f->unit);
    uint32_t close = glyph_at(r->text, inner + len);
    if (len == 0 || (close != ')' && close != 0xFF09))
        return at;
    f->has_unit = true;
    f->unit_text = str_slice(r->text, inner, inner + len);
    return inner + len + (close == ')' ? 1 : 3);
}

/* 2万多人: a hedge between magnitude and noun; the unit is 万人. */
static size_t read_hedged_unit(struct figure_reader *r, size_t at, struct figure *f) {
    int power;
    size_t magnitude = unit_magnitude(r->text, at, &power);
    size_t hedge = magnitude ? bound_inside(r->text, at + magnitude) : 0;
    struct unit noun;
    size_t len = hedge ? unit_read(r->text, at + magnitude + hedge, &noun) : 0;
    if (len == 0)
        return at;
    f->unit = noun;
    f->unit.power += power;
    f->unit_text = str_printf(&r->doc->arena, "%.*s%.*s", (int)magnitude, r->text.ptr + at,
                              (int)len, r->text.ptr + at + magnitude + hedge);
    f->has_unit = true;
    f->bound.approximate = true;
    return at + magnitude + hedge + len;
}

/* The unit is kept as the document gives it (万元, 万 元): a finding quotes
 * it. Only its reading is normalised. */
static size_t read_plain_unit(struct figure_reader *r, size_t at, struct figure *f) {
    size_t len = unit_read(r->text, at, &f->unit), end = at + len;
    if (len == 0)
        return at;
    f->has_unit = true;
    f->unit_text = str_slice(r->text, at, end);
    if (str_is(f->unit.base, "%") && f->unit.power == 0 && len == 3)
        f->unit_text = f->unit.base; /* ％ is only a wider % */
    size_t next = glyph_skip(r->text, end);
    if (f->unit.bare && next > end && str_starts(str_slice(r->text, next, r->text.len), "元")) {
        f->unit_text = str_printf(&r->doc->arena, "%.*s元", (int)len, r->text.ptr + at);
        f->unit.bare = false; /* 100 万 元 */
        end = next + strlen("元");
    }
    return end;
}

/* A bare 万 before a noun that the table does not know counts something, but
 * not money. */
static void judge_bare(const struct figure_reader *r, struct figure *f) {
    static const char *const after[] = {"用", "的", "和", "与", "及", "以", "左",
                                        "其", "为", "已", "拨", "至", "到"};
    size_t next = f->end + bound_inside(r->text, f->end);
    struct str rest = str_slice(r->text, next, r->text.len);
    if (!f->unit.bare || !utf8_is_han(glyph_at(r->text, next)))
        return;
    for (size_t i = 0; i < sizeof after / sizeof *after; i++) {
        if (str_starts(rest, after[i]))
            return;
    }
    f->unit.kind = MENTION_OTHER;
}

/* Three shapes, the rarest first, as the plain reader would take 万 of 2
 * 万多人 for money: 2 万多人, 2 万人, 100.00（万元）. */
static void read_unit(struct figure_reader *r, struct figure *f) {
    size_t gap = glyph_skip(r->text, f->end), hedge = bound_inside(r->text, gap);
    size_t at = hedge ? gap + hedge : f->end, next = skip_gap(r, at);
    size_t end = read_hedged_unit(r, next, f);
    if (!f->has_unit)
        end = read_plain_unit(r, next, f);
    if (!f->has_unit)
        end = read_bracketed_unit(r, next, f);
    if (!f->has_unit && hedge == 0)
        return;
    if (!f->has_unit && utf8_is_han(glyph_at(r->text, at)))
        return; /* 5来自: not "5 or so" */
    f->end = f->has_unit ? end : at;
    f->bound.approximate |= hedge > 0;
    if (f->has_unit)
        judge_bare(r, f);
}

/* 12万3千元: more digits behind 万 before the noun. */
static void read_composite(struct figure_reader *r, struct figure *f) {
    struct number rest;
    struct unit unit;
    if (!f->has_unit || !f->unit.bare || glyph_digit(glyph_at(r->text, f->end)) < 0 ||
        !number_read(&r->doc->arena, r->text, f->end, r->place, &rest))
        return;
    size_t len = unit_read(r->text, rest.end, &unit);
    if (len == 0 || unit.kind != MENTION_AMOUNT)
        return;
    f->split = true;
    f->end = rest.end + len;
    f->unit = unit;
    f->unit_text = str_slice(r->text, rest.end, f->end);
}

/* —— is a placeholder or an aside, never a range: 100
 * 万元——全部到位. */
static size_t read_dash(struct str text, size_t at) {
    static const struct str dashes[] = {STR("-"),  STR("－"), STR("–"),  STR("—"), STR("~"),
                                        STR("～"), STR("∼"),  STR("至"), STR("到")};
    struct str rest = str_slice(text, at, text.len);
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t len = dashes[i].len;
        if (word_starts(rest, dashes[i]))
            return word_starts(str_slice(rest, len, rest.len), dashes[i]) ? 0 : len;
    }
    return 0;
}

/* One unreadable end spoils the range: half of it would be compared as if it
 * were all. */
static void set_upper(struct figure *f, const struct number *second) {
    f->upper = second->plain;
    f->number.malformed |= second->malformed;
}

/* 80%（含）-90%, 50-60万元, 2至3个 */
static void read_range(struct figure_reader *r, struct figure *f) {
    struct bound bound = {0};
    size_t at = skip_gap(r, f->has_unit ? bound_after(r->text, f->end, &bound) : f->end);
    size_t dash = at < r->text.len ? read_dash(r->text, at) : 0;
    size_t next = skip_gap(r, at + dash);
    if (dash == 0 || bound.comparator != COMPARE_NONE || glyph_digit(glyph_at(r->text, next)) < 0)
        return;
    struct figure second = {.start = next};
    if (!number_read(&r->doc->arena, r->text, next, r->place, &second.number))
        return;
    second.end = second.number.end;
    read_unit(r, &second);
    /* 50 万元-60 万元 and 50-60 万元 are ranges; 3 个-5 万元 are two
     * figures with a dash between them */
    bool same = f->has_unit && second.has_unit && str_eq(f->unit_text, second.unit_text);
    bool shared = !f->has_unit && (second.has_unit || dash == 1);
    if (!same && !shared)
        return;
    f->end = second.end;
    f->unit = second.unit;
    f->unit_text = second.unit_text;
    f->has_unit = second.has_unit;
    f->bound.approximate |= second.bound.approximate;
    set_upper(f, &second.number);
}

/* ￥1,200 and 人民币 1200 name the unit in front; a figure with its own
 * unit keeps it (￥1.2 万元). */
static bool is_currency_before(struct str text, size_t from, size_t at, size_t *start) {
    static const struct str marks[] = {
        STR("￥"), STR("¥"), STR("RMB"), STR("人民币"), STR("CNY"),
    };
    size_t end = glyph_skip_back(text, at);
    struct str before = str_slice(text, from < end ? from : end, end);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (word_ends(before, marks[i])) {
            *start = end - marks[i].len;
            return true;
        }
    }
    return false;
}

/* The mark belongs to the figure even where the unit stands behind: otherwise
 * it would hang on the label. */
static void read_currency(struct figure_reader *r, struct figure *f) {
    size_t start;
    if (!is_currency_before(r->text, r->floor, f->start, &start))
        return;
    f->start = start;
    if (f->has_unit)
        return;
    f->has_unit = true;
    f->unit = (struct unit){MENTION_AMOUNT, 0, STR("元"), false};
    f->unit_text = (struct str)STR("元");
}

/* （5）万元: a bracketed amount is a negative one. */
static void read_accounting(struct figure_reader *r, struct figure *f) {
    uint32_t open = glyph_before(r->text, f->start), close = glyph_at(r->text, f->end);
    if (f->has_unit || (open != '(' && open != 0xFF08) || (close != ')' && close != 0xFF09))
        return;
    size_t at = f->end + (close == ')' ? 1 : 3), end = read_plain_unit(r, at, f);
    if (!f->has_unit || f->unit.kind != MENTION_AMOUNT || f->number.plain.len == 0 ||
        f->number.plain.ptr[0] == '-') {
        f->has_unit = false;
        return;
    }
    f->number.plain = str_printf(&r->doc->arena, "-%.*s", STR_ARGS(f->number.plain));
    f->start = utf8_before(r->text, f->start);
    f->end = end;
}

/* No rate has groups of three digits or reaches 10000 %: 100,100% and
 * 1484631.00% are several figures that have lost what stood between them. */
static bool is_glued(const struct number *number) {
    const char *point =
        number->plain.len ? memchr(number->plain.ptr, '.', number->plain.len) : NULL;
    size_t whole = point ? (size_t)(point - number->plain.ptr) : number->plain.len;
    return number->grouped || whole > RATE_DIGITS;
}

void figure_complete(struct figure_reader *r, struct figure *f) {
    f->start = f->number.start;
    f->end = f->number.end;
    read_unit(r, f);
    read_composite(r, f);
    read_accounting(r, f);
    read_range(r, f);
    read_currency(r, f);
    f->start = bound_before(r->text, r->floor, f->start, &f->bound);
    f->end = bound_after(r->text, f->end, &f->bound);
    f->number.malformed |= f->has_unit && f->unit.kind == MENTION_RATE && is_glued(&f->number);
}

/* Ranges are printed either way: 100%~80%（含） is a band of a scale from
 * the top down. */
static bool exceeds(struct str a, struct str b) {
    struct decimal x, y;
    return decimal_parse(a, &x) && decimal_parse(b, &y) && decimal_cmp(&x, &y) > 0;
}

struct mention figure_mention(const struct figure_reader *r, const struct figure *f) {
    struct mention m = {
        .kind = f->has_unit ? f->unit.kind : MENTION_NUMBER,
        .comparator = f->bound.comparator,
        .approximate = f->bound.approximate,
        .numeral = f->numeral,
        .malformed = f->number.malformed,
        .passage = r->passage,
        .start = (uint32_t)f->start,
        .end = (uint32_t)f->end,
        .raw = str_slice(r->text, f->start, f->end),
        .upper = f->upper,
    };
    if (!f->split)
        m.number = f->number.plain;
    if (f->has_unit)
        m.unit = f->unit_text;
    if (m.upper.len > 0 && exceeds(m.number, m.upper)) {
        m.upper = f->number.plain; /* 100%~80%: the ends in order */
        m.number = f->upper;
    }
    return m;
}

bool figure_read(struct figure_reader *r, size_t at, struct figure *f) {
    *f = (struct figure){0};
    if (!number_read(&r->doc->arena, r->text, at, r->place, &f->number))
        return false;
    figure_complete(r, f);
    return true;
}

/* Whether what stands behind a numeral's characters, byte `next`, can begin a
 * unit; 三千万 and 一点五 end otherwise, and are looked at closer. */
static bool may_have_unit(struct str text, size_t at, size_t next) {
    static const struct str others[] = {STR("点"), STR("多"), STR("余"),
                                        STR("几"), STR("（"), STR("(")};
    struct str rest = str_slice(text, next, text.len);
    struct unit unit;
    uint32_t last = glyph_before(text, glyph_skip_back(text, next));
    if (last == 0x4E07 || last == 0x4EBF || last == 0x842C || last == 0x5104) /* 万 亿 */
        return true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (word_starts(rest, others[i]))
            return true;
    }
    return read_dash(text, next) > 0 || (next > at && unit_read(text, next, &unit) > 0);
}

bool figure_read_numeral(struct figure_reader *r, size_t at, struct figure *f) {
    size_t len;
    *f = (struct figure){.numeral = true};
    /* most Chinese digits of a text have no unit behind them: that is the
     * cheaper question */
    size_t next = glyph_skip(r->text, at + numeral_span(r->text, at));
    if (!may_have_unit(r->text, at, next) ||
        !numeral_read(&r->doc->arena, r->text, at, &f->number.plain, &len))
        return false;
    f->number.start = at;
    f->number.end = at + len;
    figure_complete(r, f);
    return f->has_unit && mention_numeral_fits(r->text, at, len, &f->unit, f->end);
}

bool figure_read_per(struct figure_reader *r, size_t start, struct figure *f) {
    static const struct {
        struct str word;
        struct unit unit;
    } pers[] = {
        {STR("百分之"), {MENTION_RATE, 0, STR("%"), false}},
        {STR("千分之"), {MENTION_RATE, -1, STR("‰"), false}},
        {STR("万分之"), {MENTION_RATE, -2, STR("‱"), false}},
    };
    struct str rest = str_slice(r->text, start, r->text.len);
    size_t per = 0, len;
    while (per < sizeof pers / sizeof *pers && !word_starts(rest, pers[per].word))
        per++;
    if (per == sizeof pers / sizeof *pers)
        return false;
    *f = (struct figure){.has_unit = true, .unit = pers[per].unit};
    f->unit_text = f->unit.base;
    size_t at = glyph_skip(r->text, start + pers[per].word.len);
    f->numeral = !number_read(&r->doc->arena, r->text, at, r->place, &f->number);
    if (f->numeral) {
        if (numeral_read(&r->doc->arena, r->text, at, &f->number.plain, &len)) {
            f->number.end = at + len;
        } else if (word_starts(str_slice(r->text, at, r->text.len), (struct str)STR("百"))) {
            f->number.plain = (struct str)STR("100");
            f->number.end = at + strlen("百");
        } else {
            return false;
        }
    }
    f->start = bound_before(r->text, r->floor, start, &f->bound);
    f->end = bound_after(r->text, f->number.end, &f->bound);
    return true;
}
