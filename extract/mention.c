#include "extract/mention.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "extract/bound.h"
#include "extract/label.h"
#include "extract/mention_pattern.h"
#include "extract/number.h"
#include "model/date.h"
#include "model/glyph.h"
#include "model/numeral.h"
#include "model/unit.h"

enum { RATE_DIGITS = 4 }; /* before the point: see is_glued */

struct mention_patterns {
    struct pattern *candidate; /* owned: the next place where a figure may begin */
};

/* What a reader of one passage carries along. */
struct reader {
    struct doc *doc;
    struct str text; /* up to the end of what is to be read */
    enum number_place place;
    size_t floor; /* end of the mention before: no comparator or label reaches behind it */
};

/* A figure while it is being read. */
struct figure {
    size_t start, end;
    struct number number;
    struct str unit_text;
    struct unit unit;
    bool has_unit;
    struct bound bound;
    struct str upper;
    bool unreadable; /* 12万3千元: exact, but no plain decimal in one unit */
};

struct mention_patterns *mention_patterns_new(struct err *err) {
    struct mention_patterns *patterns = calloc(1, sizeof *patterns);
    if (!patterns) {
        err_set(err, ERR_MEMORY, 0, "mention patterns");
        return NULL;
    }
    patterns->candidate = mention_pattern_compile(err);
    if (!patterns->candidate) {
        mention_patterns_free(patterns);
        return NULL;
    }
    return patterns;
}

void mention_patterns_free(struct mention_patterns *patterns) {
    if (!patterns)
        return;
    pattern_free(patterns->candidate);
    free(patterns);
}

static size_t skip_gap(const struct reader *r, size_t at) {
    at = glyph_skip(r->text, at);
    while (r->place == NUMBER_IN_CELL && glyph_at(r->text, at) == '\n')
        at = glyph_skip(r->text, at + 1);
    return at;
}

/* 100.00（万元）: the end of the bracket, or `at`. */
static size_t read_bracketed_unit(struct reader *r, size_t at, struct figure *f) {
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
static size_t read_hedged_unit(struct reader *r, size_t at, struct figure *f) {
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

static size_t read_plain_unit(struct reader *r, size_t at, struct figure *f) {
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

/* A bare 万 before a noun that the table does not know counts something, but not money. */
static void judge_bare(const struct reader *r, struct figure *f) {
    static const char *const after[] = {"用", "的", "和", "与", "及", "以", "左", "余", "多",
                                        "，", "。", "、", "；", "）", "其", "为", "已", "拨"};
    struct str rest = str_slice(r->text, f->end, r->text.len);
    if (!f->unit.bare || !utf8_is_han(glyph_at(r->text, f->end)))
        return;
    for (size_t i = 0; i < sizeof after / sizeof *after; i++) {
        if (str_starts(rest, after[i]))
            return;
    }
    f->unit.kind = MENTION_OTHER;
}

static void read_unit(struct reader *r, struct figure *f) {
    size_t gap = glyph_skip(r->text, f->end), hedge = bound_inside(r->text, gap);
    size_t at = hedge ? gap + hedge : f->end, end = read_hedged_unit(r, at, f);
    if (end == at)
        end = read_plain_unit(r, skip_gap(r, at), f);
    if (!f->has_unit)
        end = read_bracketed_unit(r, skip_gap(r, at), f);
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
static void read_composite(struct reader *r, struct figure *f) {
    struct number rest;
    struct unit unit;
    if (!f->has_unit || !f->unit.bare || glyph_digit(glyph_at(r->text, f->end)) < 0 ||
        !number_read(&r->doc->arena, r->text, f->end, r->place, &rest))
        return;
    size_t len = unit_read(r->text, rest.end, &unit);
    if (len == 0 || unit.kind != MENTION_AMOUNT)
        return;
    f->unreadable = true;
    f->end = rest.end + len;
    f->unit = unit;
    f->unit_text = str_slice(r->text, rest.end, f->end);
}

static size_t read_dash(struct str text, size_t at) {
    static const char *const dashes[] = {"-", "－", "–", "—", "~", "～", "∼", "至", "到"};
    struct str rest = str_slice(text, at, text.len);
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t len = strlen(dashes[i]);
        if (str_starts(rest, dashes[i]))
            return str_starts(str_slice(rest, len, rest.len), dashes[i]) ? 0 : len;
    }
    return 0;
}

static void set_upper(struct figure *f, const struct number *second) {
    f->upper = second->plain;
    f->number.malformed |= second->malformed;
}

/* 80%（含）-90%, 50-60万元, 2至3个 */
static void read_range(struct reader *r, struct figure *f) {
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

static bool is_currency_before(struct str text, size_t from, size_t at, size_t *start) {
    static const char *const marks[] = {"￥", "¥", "RMB", "人民币", "CNY"};
    size_t end = glyph_skip_back(text, at);
    struct str before = str_slice(text, from < end ? from : end, end);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (str_ends(before, marks[i])) {
            *start = end - strlen(marks[i]);
            return true;
        }
    }
    return false;
}

static void read_currency(struct reader *r, struct figure *f) {
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
static void read_accounting(struct reader *r, struct figure *f) {
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

/* No rate has groups of three digits or reaches 10000 %: 100,100% and 1484631.00% are several
 * figures that have lost what stood between them. */
static bool is_glued(const struct number *number) {
    const char *point =
        number->plain.len ? memchr(number->plain.ptr, '.', number->plain.len) : NULL;
    size_t whole = point ? (size_t)(point - number->plain.ptr) : number->plain.len;
    return number->grouped || whole > RATE_DIGITS;
}

/* Everything around the number that f->number holds already. */
static void read_around(struct reader *r, struct figure *f) {
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

static bool exceeds(struct str a, struct str b) {
    struct decimal x, y;
    return decimal_parse(a, &x) && decimal_parse(b, &y) && decimal_cmp(&x, &y) > 0;
}

static struct mention make(const struct reader *r, const struct passage *passage,
                           const struct figure *f) {
    struct mention m = {
        .kind = f->has_unit ? f->unit.kind : MENTION_NUMBER,
        .comparator = f->bound.comparator,
        .approximate = f->bound.approximate,
        .malformed = f->number.malformed,
        .passage = passage,
        .start = (uint32_t)f->start,
        .end = (uint32_t)f->end,
        .raw = str_slice(r->text, f->start, f->end),
        .number = f->unreadable ? (struct str){0} : f->number.plain,
        .upper = f->upper,
        .unit = f->has_unit ? f->unit_text : (struct str){0},
    };
    if (m.upper.len > 0 && exceeds(m.number, m.upper)) {
        m.upper = f->number.plain; /* 100%~80%: the ends in order */
        m.number = f->upper;
    }
    return m;
}

/* A figure of five digits or more that a name follows at once is a code: 2081199其他支出. */
static bool is_code(const struct reader *r, const struct figure *f) {
    return !f->has_unit && f->number.integer && !f->number.grouped && f->number.digits >= 5 &&
           r->place == NUMBER_IN_PROSE && f->end == f->number.end &&
           utf8_is_han(glyph_at(r->text, f->end));
}

/* ---- prose */

struct scan {
    struct reader reader;
    const struct passage *passage;
    size_t clause_at; /* clauses are counted up to here */
    uint32_t clause;
    bool same_clause; /* the mention before stands in this clause */
};

static void count_clauses(struct scan *scan, size_t to) {
    struct str text = scan->reader.text;
    size_t size;
    while (scan->clause_at < to) {
        if (label_is_break(utf8_decode(text, scan->clause_at, &size)))
            scan->clause++;
        scan->clause_at += size;
    }
}

/* Clauses go on counting where the mention before has left off, however often a passage is
 * scanned in pieces. */
static void resume_clauses(struct scan *scan) {
    const struct reading *reading = &scan->reader.doc->reading;
    const struct mention *last =
        reading->mentions.count ? &reading->mentions.items[reading->mentions.count - 1] : NULL;
    if (last && last->passage == scan->passage && last->end <= scan->reader.floor) {
        scan->clause = last->clause;
        scan->clause_at = last->end;
    }
}

static bool push(struct scan *scan, struct mention *m) {
    struct doc *doc = scan->reader.doc;
    const struct reading *reading = &doc->reading;
    count_clauses(scan, m->start);
    m->clause = scan->clause;
    if (m->kind != MENTION_DATE)
        m->label = label_before(scan->reader.text, scan->reader.floor, m->start);
    if (m->kind != MENTION_DATE && m->label.len == 0 && reading->mentions.count > 0 &&
        m->start == scan->reader.floor) {
        const struct mention *last = &reading->mentions.items[reading->mentions.count - 1];
        if (last->passage == m->passage && last->end == m->start && last->clause == m->clause)
            m->label = last->label; /* 26113户97401人 */
    }
    scan->reader.floor = m->end;
    scan->clause_at = m->end;
    return VEC_PUSH(&doc->arena, &doc->reading.mentions, *m);
}

static bool push_date(struct scan *scan, size_t at, size_t len, const struct date *date) {
    struct mention m = {
        .kind = MENTION_DATE,
        .passage = scan->passage,
        .start = (uint32_t)at,
        .end = (uint32_t)(at + len),
        .raw = str_slice(scan->reader.text, at, at + len),
        .number = date_text(&scan->reader.doc->arena, date),
    };
    return push(scan, &m);
}

/* Reads the figure or date at byte `at`; its end in `*end`. False when memory is out. */
static bool read_number(struct scan *scan, size_t at, size_t *end) {
    struct reader *r = &scan->reader;
    struct date date;
    struct figure f = {0};
    size_t len = date_read(r->text, at, &date);
    if (len > 0) {
        *end = at + len;
        return push_date(scan, at, len, &date);
    }
    if (!number_is_sign(r->text, at)) {
        size_t size;
        uint32_t point = utf8_decode(r->text, at, &size);
        if (glyph_digit(point) < 0 && !glyph_is_foreign_digit(point) && point != '.') {
            *end = at + size;
            return true;
        }
    }
    if (!number_read(&r->doc->arena, r->text, at, r->place, &f.number)) {
        size_t size;
        utf8_decode(r->text, at, &size);
        *end = at + size;
        return true;
    }
    read_around(r, &f);
    *end = f.end;
    if (is_code(r, &f))
        return true;
    struct mention m = make(r, scan->passage, &f);
    return push(scan, &m);
}

/* 七项, 三千二百万元: only where a unit follows, for prose is full of such characters. */
static bool read_numeral(struct scan *scan, size_t at, size_t *end) {
    struct reader *r = &scan->reader;
    struct date date;
    struct figure f = {0};
    size_t len = date_read(r->text, at, &date), span = numeral_span(r->text, at);
    if (len > 0) {
        *end = at + len;
        return push_date(scan, at, len, &date);
    }
    *end = at + (span > 0 ? span : 3);
    if (!numeral_read(&r->doc->arena, r->text, at, &f.number.plain, &len))
        return true;
    f.number.start = at;
    f.number.end = at + len;
    f.number.integer = true;
    read_around(r, &f);
    if (!f.has_unit || !mention_numeral_fits(r->text, at, len, &f.unit, f.end))
        return true;
    *end = f.end;
    struct mention m = make(r, scan->passage, &f);
    m.numeral = true;
    return push(scan, &m);
}

/* 百分之九十八点五, 万分之13 */
static bool read_fraction(struct scan *scan, const struct match *match, size_t *end) {
    static const struct {
        const char *word;
        struct unit unit;
    } kinds[] = {
        {"百分之", {MENTION_RATE, 0, STR("%"), false}},
        {"千分之", {MENTION_RATE, -1, STR("‰"), false}},
        {"万分之", {MENTION_RATE, -2, STR("‱"), false}},
    };
    struct reader *r = &scan->reader;
    size_t start = match->start[MENTION_GROUP_PER], at = glyph_skip(r->text, match->end[0]), len;
    struct figure f = {.has_unit = true};
    *end = match->end[0];
    bool arabic = number_read(&r->doc->arena, r->text, at, r->place, &f.number);
    if (!arabic) {
        if (!numeral_read(&r->doc->arena, r->text, at, &f.number.plain, &len)) {
            if (glyph_at(r->text, at) != 0x767E) /* 百分之百 */
                return true;
            f.number.plain = (struct str)STR("100");
            len = 3;
        }
        f.number.end = at + len;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (str_starts(str_slice(r->text, start, r->text.len), kinds[i].word))
            f.unit = kinds[i].unit;
    }
    f.unit_text = f.unit.base;
    f.start = bound_before(r->text, r->floor, start, &f.bound);
    f.end = bound_after(r->text, f.number.end, &f.bound);
    *end = f.end;
    struct mention m = make(r, scan->passage, &f);
    m.numeral = !arabic;
    return push(scan, &m);
}

/* 2019-2025: a span of years; its second one may stand without 年. */
static bool read_year(struct scan *scan, const struct match *match, size_t *end) {
    struct str text = scan->reader.text;
    struct date date = {0};
    size_t at = match->start[MENTION_GROUP_YEAR], first = match->end[MENTION_GROUP_YEAR];
    for (int turn = 0; turn < 2; turn++) {
        size_t size, year_end = at;
        date.year = 0;
        for (int i = 0; i < 4; i++, year_end += size)
            date.year = date.year * 10 + glyph_digit(utf8_decode(text, year_end, &size));
        *end = year_end;
        if (turn == 1 && glyph_at(text, year_end) == 0x5E74) {
            *end = at; /* with its 年 it is read as any date */
            return true;
        }
        if (!push_date(scan, at, year_end - at, &date))
            return false;
        utf8_decode(text, first, &size);
        at = first + size;
    }
    return true;
}

static bool read_grade(struct scan *scan, const struct match *match, size_t *end) {
    size_t start = match->start[MENTION_GROUP_GRADE];
    *end = match->end[MENTION_GROUP_GRADE];
    if (!mention_grade_fits(scan->reader.text, scan->reader.floor, start, *end))
        return true;
    struct mention m = {
        .kind = MENTION_GRADE,
        .passage = scan->passage,
        .start = (uint32_t)start,
        .end = (uint32_t)*end,
        .raw = str_slice(scan->reader.text, start, *end),
        .number = str_slice(scan->reader.text, start, *end),
    };
    return push(scan, &m);
}

/* Letters for digits (l00.OO万元), a figure run into a document number (〔20202185000万元). */
static bool read_doubtful(struct scan *scan, const struct match *match, size_t *end) {
    struct reader *r = &scan->reader;
    struct figure f = {.number = {.start = match->start[MENTION_GROUP_DOUBTFUL],
                                  .end = match->end[MENTION_GROUP_DOUBTFUL],
                                  .malformed = true}};
    read_around(r, &f);
    *end = f.end;
    struct mention m = make(r, scan->passage, &f);
    return push(scan, &m);
}

static bool read_candidate(struct scan *scan, const struct match *match, size_t *end) {
    *end = match->end[0];
    if (match->start[MENTION_GROUP_SKIP] != SIZE_MAX)
        return true;
    if (match->start[MENTION_GROUP_DOUBTFUL] != SIZE_MAX)
        return read_doubtful(scan, match, end);
    if (match->start[MENTION_GROUP_YEAR] != SIZE_MAX)
        return read_year(scan, match, end);
    if (match->start[MENTION_GROUP_GRADE] != SIZE_MAX)
        return read_grade(scan, match, end);
    if (match->start[MENTION_GROUP_PER] != SIZE_MAX)
        return read_fraction(scan, match, end);
    if (match->start[MENTION_GROUP_NUMERAL] != SIZE_MAX)
        return read_numeral(scan, match->start[0], end);
    return read_number(scan, match->start[0], end);
}

bool mention_scan(struct doc *doc, const struct mention_patterns *patterns,
                  const struct passage *passage, uint32_t start, uint32_t end, struct err *err) {
    struct scan scan = {
        .reader = {doc, str_slice(passage->text, 0, end), NUMBER_IN_PROSE, start},
        .passage = passage,
    };
    size_t at = start;
    struct match match;
    resume_clauses(&scan);
    while (pattern_find(patterns->candidate, doc->matcher, scan.reader.text, at, &match)) {
        if (!read_candidate(&scan, &match, &at))
            break;
    }
    return arena_check(&doc->arena, err);
}

/* ---- cells */

static size_t skip_white(struct str text, size_t at) {
    size_t size;
    while (at < text.len && (utf8_is_space(utf8_decode(text, at, &size)) ||
                             glyph_is_invisible(utf8_decode(text, at, &size))))
        at += size;
    return at;
}

/* The text of the cell without white space, a bracket around it all, and a closing stop. */
static struct str cell_core(struct str text, bool *bracketed) {
    static const char *const stops[] = {"。", "；", "，", ";", ","};
    struct str core = str_trim(text);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        if (core.len > strlen(stops[i]) && str_ends(core, stops[i]))
            core = str_trim(str_slice(core, 0, core.len - strlen(stops[i])));
    }
    *bracketed = (str_starts(core, "(") || str_starts(core, "（")) &&
                 (str_ends(core, ")") || str_ends(core, "）"));
    size_t open = str_find(core, core.len && core.ptr[0] == '(' ? "(" : "（", 1);
    if (!*bracketed || open != SIZE_MAX) {
        *bracketed = false;
        return core;
    }
    size_t first = core.ptr[0] == '(' ? 1 : 3, last = core.ptr[core.len - 1] == ')' ? 1 : 3;
    return str_trim(str_slice(core, first, core.len - last));
}

/* Byte at which the number of the cell begins: a digit, sign or point, a Chinese digit, 百分之. */
static size_t find_number(struct str text) {
    size_t at = 0, size;
    for (; at < text.len; at += size) {
        uint32_t point = utf8_decode(text, at, &size);
        uint32_t next = at + size < text.len ? glyph_at(text, at + size) : 0;
        if (glyph_digit(point) >= 0 || glyph_is_foreign_digit(point) || glyph_is_turning(point) ||
            numeral_digit(point) >= 0 || point == 0x5341)
            break;
        bool sign = point == '-' || point == '+' || point == '.' || point == 0xFF0D ||
                    point == 0x2212 || point == 0x2013 || point == 0x25B3 || point == 0x25B2;
        if (sign && (glyph_digit(next) >= 0 || next == '.' || next == '-'))
            break;
    }
    return at;
}

static bool read_cell_number(struct reader *r, size_t at, struct figure *f, bool *numeral) {
    uint32_t point = glyph_at(r->text, at);
    size_t len;
    *numeral = numeral_digit(point) >= 0 || point == 0x5341;
    if (!*numeral) {
        if (!number_read(&r->doc->arena, r->text, at, r->place, &f->number))
            return false;
        read_around(r, f);
        return true;
    }
    if (!numeral_read(&r->doc->arena, r->text, at, &f->number.plain, &len))
        return false;
    f->number.start = at;
    f->number.end = at + len;
    read_around(r, f);
    return f->has_unit && mention_numeral_fits(r->text, at, len, &f->unit, f->end);
}

/* 3.1.2 numbers a section; 1.234.56 is a malformed figure. */
static bool is_section_number(struct str digits) {
    size_t part = 0, points = 0;
    for (size_t i = 0; i < digits.len; i++) {
        bool point = digits.ptr[i] == '.';
        if (point && part == 0)
            return false; /* 1..2 */
        points += point;
        part = point ? 0 : part + 1;
        if (part > 2)
            return false;
    }
    return points >= 2;
}

/* A bracket makes a negative of an amount (5.00); (5) alone may as well be a mark or a weight. */
static bool apply_bracket(struct reader *r, struct figure *f) {
    if (f->has_unit && f->unit.kind != MENTION_AMOUNT)
        return true;
    if (!f->has_unit && f->number.integer && !f->number.grouped && f->number.digits < 3)
        return false;
    if (f->number.plain.len > 0 && f->number.plain.ptr[0] != '-')
        f->number.plain = str_printf(&r->doc->arena, "-%.*s", STR_ARGS(f->number.plain));
    return true;
}

static bool is_cell_date(struct str text, size_t at) {
    struct date date;
    return date_read(text, at, &date) > 0;
}

/* Words that may stand before the figure of a cell: 达95%以上. */
static size_t skip_reach(struct str text) {
    static const char *const words[] = {"达到", "达"};
    for (size_t i = 0; i < 2; i++) {
        if (str_starts(text, words[i]))
            return strlen(words[i]);
    }
    return 0;
}

bool mention_cell(struct doc *doc, const struct mention_patterns *patterns,
                  const struct passage *passage, struct mention *out) {
    (void)patterns;
    bool bracketed, numeral;
    struct str core = cell_core(passage->text, &bracketed);
    if (core.len == 0)
        return false;
    size_t offset = (size_t)(core.ptr - passage->text.ptr), lead = skip_reach(core);
    struct reader r = {doc, str_slice(passage->text, 0, offset + core.len), NUMBER_IN_CELL,
                       offset + lead};
    struct figure f = {0};
    size_t at = offset + find_number(core);
    if (at == r.text.len || is_cell_date(r.text, at) || !read_cell_number(&r, at, &f, &numeral))
        return false;
    if (skip_white(r.text, r.floor) < f.start || f.start > at)
        return false;
    size_t rest = skip_white(r.text, f.end);
    if (str_is(str_slice(r.text, rest, r.text.len), "整"))
        rest += 3;
    if (rest < r.text.len ||
        (!f.has_unit && f.number.malformed && is_section_number(str_slice(r.text, at, f.end))))
        return false;
    if (bracketed && !apply_bracket(&r, &f))
        return false;
    *out = make(&r, passage, &f);
    out->numeral = numeral;
    return true;
}
