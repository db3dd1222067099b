#include "extract/mention.h"

#include <stdlib.h>

#include "base/points.h"
#include "base/utf8.h"
#include "extract/figure.h"
#include "extract/label.h"
#include "extract/mention_pattern.h"
#include "model/date.h"
#include "model/glyph.h"
#include "model/numeral.h"

struct mention_patterns {
    struct pattern *candidate; /* owned: what begins at a place, a figure or not */
    struct points starts;      /* where a figure can begin */
};

struct mention_patterns *mention_patterns_new(struct err *err) {
    struct mention_patterns *patterns = calloc(1, sizeof *patterns);
    if (!patterns) {
        err_set(err, ERR_MEMORY, 0, "mention patterns");
        return NULL;
    }
    points_add(&patterns->starts, mention_pattern_starters());
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
/* A figure of five digits or more that a name follows at once is a code:
 * 2081199其他支出. */
static bool is_code(const struct figure_reader *r, const struct figure *f) {
    return !f->has_unit && f->number.integer && !f->number.grouped && f->number.digits >= 5 &&
           r->place == NUMBER_IN_PROSE && f->end == f->number.end &&
           utf8_is_han(glyph_at(r->text, f->end));
}
/* ---- prose */

struct scan {
    struct figure_reader reader;
    size_t clause_at; /* clauses are counted up to here */
    uint32_t clause;
    bool same_clause; /* the mention before stands in this clause */
};

/* Counted once from left to right: asking for each figure anew how many commas
 * stand before it is quadratic. */
static void count_clauses(struct scan *scan, size_t to) {
    struct str text = scan->reader.text;
    size_t size;
    while (scan->clause_at < to) {
        unsigned char byte = (unsigned char)text.ptr[scan->clause_at];
        if (byte >= 0x80 && byte != 0xE3 && byte != 0xEF) {
            scan->clause_at++; /* no break begins so */
            continue;
        }
        if (label_is_break(utf8_decode(text, scan->clause_at, &size)))
            scan->clause++;
        scan->clause_at += size;
    }
}

/* Clauses go on counting where the mention before has left off, however often a
 * passage is scanned in pieces. */
static void resume_clauses(struct scan *scan) {
    const struct reading *reading = &scan->reader.doc->reading;
    const struct mention *last =
        reading->mentions.count ? &reading->mentions.items[reading->mentions.count - 1] : NULL;
    if (last && last->passage == scan->reader.passage && last->end <= scan->reader.floor) {
        scan->clause = last->clause;
        scan->clause_at = last->end;
    }
}

/* 26113 户 97401 人: two counts glued together share the label of the
 * first. */
static bool push(struct scan *scan, struct mention *m) {
    struct doc *doc = scan->reader.doc;
    const struct reading *reading = &doc->reading;
    count_clauses(scan, m->start);
    m->clause = scan->clause;
    if (m->kind != MENTION_DATE)
        m->label = label_before(scan->reader.text, scan->reader.floor, m->start);
    /* the count that follows at once has no words of its own */
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

/* What no calendar has (2月30日, 2021年13月) is a date all the same, and
 * malformed. */
static bool push_date(struct scan *scan, size_t at, size_t len, const struct date *date) {
    struct mention m = {
        .kind = MENTION_DATE,
        .malformed = !date_is_possible(date),
        .passage = scan->reader.passage,
        .start = (uint32_t)at,
        .end = (uint32_t)(at + len),
        .raw = str_slice(scan->reader.text, at, at + len),
        .number = date_text(&scan->reader.doc->arena, date),
    };
    return push(scan, &m);
}

/* The date pushed last has a month or day behind it that cannot be. */
static bool mark_excess(struct scan *scan, size_t excess) {
    struct reading *reading = &scan->reader.doc->reading;
    reading->mentions.items[reading->mentions.count - 1].malformed |= excess > 0;
    return true;
}

/* Reads the figure or date at byte `at`; its end in `*end`. False when memory
 * is out. */
static bool read_number(struct scan *scan, size_t at, size_t *end) {
    struct figure_reader *r = &scan->reader;
    struct date date;
    struct figure f;
    size_t len = date_read(r->text, at, &date), size;
    size_t excess = len > 0 ? date_excess(r->text, at + len, &date) : 0;
    uint32_t point = utf8_decode(r->text, at, &size);
    bool digit = glyph_digit(point) >= 0 || glyph_is_foreign_digit(point) || point == '.';
    if (len > 0) {
        *end = at + len + excess;
        return push_date(scan, at, len + excess, &date) && mark_excess(scan, excess);
    }
    *end = at + size;
    if ((!digit && !number_is_sign(r->text, at)) || !figure_read(r, at, &f))
        return true; /* a dash: what follows it is read next */
    *end = f.end;
    if (is_code(r, &f))
        return true;
    struct mention m = figure_mention(r, &f);
    return push(scan, &m);
}

/* 七项, 三千二百万元; 二〇二一年七月 */
static bool read_numeral(struct scan *scan, size_t at, size_t *end) {
    struct figure_reader *r = &scan->reader;
    struct date date;
    struct figure f;
    size_t len = date_read(r->text, at, &date), span = numeral_span(r->text, at);
    if (len > 0) {
        *end = at + len;
        return push_date(scan, at, len, &date);
    }
    if (span > 0)
        *end = at + span;
    if (!figure_read_numeral(r, at, &f))
        return true;
    *end = f.end;
    struct mention m = figure_mention(r, &f);
    return push(scan, &m);
}

/* 百分之九十八点五, 万分之13 */
static bool read_per(struct scan *scan, size_t start, size_t *end) {
    struct figure f;
    if (!figure_read_per(&scan->reader, start, &f))
        return true;
    *end = f.end;
    struct mention m = figure_mention(&scan->reader, &f);
    return push(scan, &m);
}

/* 2019-2025: a span of years; its second one may stand without 年. */
static bool read_year(struct scan *scan, size_t at, size_t *end) {
    struct str text = scan->reader.text;
    struct date date = {0};
    size_t first = *end;
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

/* 优 and 差 are everyday characters (优化, 差旅): only behind 等级为
 * and the like are they grades. */
static bool read_grade(struct scan *scan, size_t start, const size_t *end) {
    if (!mention_grade_fits(scan->reader.text, scan->reader.floor, start, *end))
        return true;
    struct mention m = {
        .kind = MENTION_GRADE,
        .passage = scan->reader.passage,
        .start = (uint32_t)start,
        .end = (uint32_t)*end,
        .raw = str_slice(scan->reader.text, start, *end),
        .number = str_slice(scan->reader.text, start, *end),
    };
    return push(scan, &m);
}

/* Letters for digits (l00.OO万元), a figure run into a document number
 * (〔20202185000万元). */
static bool read_doubtful(struct scan *scan, size_t start, size_t *end) {
    struct figure_reader *r = &scan->reader;
    struct figure f = {.number = {.start = start, .end = *end, .malformed = true}};
    figure_complete(r, &f);
    *end = f.end;
    struct mention m = figure_mention(r, &f);
    return push(scan, &m);
}

static bool read_candidate(struct scan *scan, const struct match *match, size_t *end) {
    size_t start;
    enum mention_found found = mention_pattern_found(match, &start, end);
    switch (found) {
    case FOUND_DOUBTFUL:
        return read_doubtful(scan, start, end);
    case FOUND_YEAR:
        return read_year(scan, start, end);
    case FOUND_GRADE:
        return read_grade(scan, start, end);
    case FOUND_PER:
        return read_per(scan, start, end);
    case FOUND_NUMERAL:
        return read_numeral(scan, start, end);
    case FOUND_NUMBER:
        return read_number(scan, start, end);
    case FOUND_NONE:
        break;
    }
    return true;
}

bool mention_scan(struct doc *doc, const struct mention_patterns *patterns,
                  const struct passage *passage, uint32_t start, uint32_t end, struct err *err) {
    struct scan scan = {
        .reader = {doc, passage, str_slice(passage->text, 0, end), NUMBER_IN_PROSE, start},
    };
    struct str text = scan.reader.text;
    size_t at = points_next_or_line(&patterns->starts, text, start), size;
    resume_clauses(&scan);
    for (struct match match; at < text.len; at = points_next_or_line(&patterns->starts, text, at)) {
        if (!pattern_find(patterns->candidate, doc->matcher, text, at, &match)) {
            utf8_decode(text, at, &size);
            at += size;
        } else if (!read_candidate(&scan, &match, &at)) {
            break;
        }
    }
    return arena_check(&doc->arena, err);
}

/* ---- cells */

enum { TEN = 0x5341, HUNDRED = 0x767E }; /* 十, and 百 of 百分之 */

/* Cells pasted from web pages hold zero-width characters between a figure and
 * its unit. */
static size_t skip_white(struct str text, size_t at) {
    size_t size;
    while (at < text.len && (utf8_is_space(utf8_decode(text, at, &size)) ||
                             glyph_is_invisible(utf8_decode(text, at, &size))))
        at += size;
    return at;
}

/* The text of the cell without white space, a bracket around it all, and a
 * closing stop. */
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

/* Byte at which the number of the cell begins: a digit, sign or point, a
 * Chinese digit, 百分之. */
static size_t find_number(struct str text) {
    size_t at = 0, size;
    for (; at < text.len; at += size) {
        uint32_t point = utf8_decode(text, at, &size);
        if (glyph_digit(point) >= 0 || glyph_is_foreign_digit(point) || glyph_is_turning(point) ||
            numeral_digit(point) >= 0 || point == TEN || point == HUNDRED)
            break;
        bool sign = point == '-' || point == '+' || point == '.' || point == 0xFF0D ||
                    point == 0x2212 || point == 0x2013 || point == 0x25B3 || point == 0x25B2;
        uint32_t next = sign && at + size < text.len ? glyph_at(text, at + size) : 0;
        if (sign && (glyph_digit(next) >= 0 || next == '.' || next == '-'))
            break;
    }
    return at;
}

/* 百分之九十八 and 三项 fill cells as well as 98% and 3 do. */
static bool read_cell_figure(struct figure_reader *r, size_t at, struct figure *f) {
    uint32_t point = glyph_at(r->text, at);
    if (figure_read_per(r, at, f))
        return true;
    if (numeral_digit(point) >= 0 || point == TEN)
        return figure_read_numeral(r, at, f);
    return figure_read(r, at, f);
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

/* A bracket makes a negative of an amount (5.00); (5) alone may as well be a
 * mark or a weight. */
static bool apply_bracket(struct figure_reader *r, struct figure *f) {
    if (f->has_unit && f->unit.kind != MENTION_AMOUNT)
        return true;
    if (!f->has_unit && f->number.integer && !f->number.grouped && f->number.digits < 3)
        return false;
    if (f->number.plain.len > 0 && f->number.plain.ptr[0] != '-')
        f->number.plain = str_printf(&r->doc->arena, "-%.*s", STR_ARGS(f->number.plain));
    return true;
}

/* 2022年12月 in a column of deadlines begins like a figure: dates are asked
 * for first. */
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
    bool bracketed;
    struct str core = cell_core(passage->text, &bracketed);
    if (core.len == 0)
        return false;
    size_t offset = (size_t)(core.ptr - passage->text.ptr), lead = skip_reach(core);
    struct figure_reader r = {doc, passage, str_slice(passage->text, 0, offset + core.len),
                              NUMBER_IN_CELL, offset + lead};
    struct figure f = {0};
    size_t at = offset + find_number(core);
    if (at == r.text.len || is_cell_date(r.text, at) || !read_cell_figure(&r, at, &f))
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
    *out = figure_mention(&r, &f);
    return true;
}
