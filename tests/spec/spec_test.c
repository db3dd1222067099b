#define _DEFAULT_SOURCE /* scandir, alphasort */
/* Executable specifications: every case in the .spec files beside this one is held against the program.
 *
 *   # prose, for the reader            a line that begins with # says what the cases are about
 *   ! cells                            from here on, the cases are of this kind (see `kinds`)
 *
 *   ≥95%                               input: one line or several
 *   .                                  a single point
 *   rate >= 95 %                       what is expected: one line or several
 *                                      a blank line, or the end of the file
 *
 * In the input \uXXXX stands for that character, \t and \n for a tab and a line feed: what nobody
 * can see should be written out. To add a kind, add a function and its row in `kinds`. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "extract/head_formula.h"
#include "extract/heading.h"
#include "extract/lexicon.h"
#include "extract/mention.h"
#include "extract/narrative.h"
#include "extract/telling.h"
#include "model/date.h"
#include "model/numeral.h"
#include "model/unit.h"
#include "normalize/quantity.h"
#include "validate/criterion.h"
#include "validate/reach.h"

enum { TEXT_ROOM = 16384, FILE_ROOM = 1 << 20, MOST_PASSAGES = 64 };

/* What the cases are run with. */
struct bench {
    struct mention_patterns *patterns;
    struct narrative_patterns *narrative;
    struct lexicon *lexicon;
    struct matcher *matcher;
    struct doc doc; /* emptied for every case */
};

/* One text of a case, NUL-terminated. */
struct text {
    char bytes[TEXT_ROOM];
    size_t len;
};

static struct bench bench;

static void add(struct text *text, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int len = vsnprintf(text->bytes + text->len, TEXT_ROOM - text->len, format, args);
    va_end(args);
    assert_true(len >= 0 && text->len + (size_t)len < TEXT_ROOM);
    text->len += (size_t)len;
}

static void add_str(struct text *text, struct str s) {
    add(text, "%.*s", STR_ARGS(s));
}

/* ---- how a mention is written in an expectation */

static const char *const kind_names[] = {"number", "amount", "rate",  "score", "count",
                                         "area",   "length", "other", "date",  "grade"};
static const char *const comparators[] = {"", "= ", ">= ", "> ", "<= ", "< "};

static void add_mention(struct text *out, const struct mention *m) {
    add(out, "%s %s%s%s", kind_names[m->kind], comparators[m->comparator],
        m->approximate ? "about " : "", m->malformed ? "malformed " : "");
    add_str(out, m->number.len ? m->number : str_of(m->kind == MENTION_DATE ? "-" : "unreadable"));
    if (m->upper.len > 0)
        add(out, " to %.*s", STR_ARGS(m->upper));
    if (m->unit.len > 0)
        add(out, " %.*s", STR_ARGS(m->unit));
}

static struct passage *passage_of(struct str input) {
    struct passage *passage = arena_alloc(&bench.doc.arena, sizeof *passage);
    assert_non_null(passage);
    passage->text = str_copy(&bench.doc.arena, input);
    passage->at = (struct place){1, PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE};
    return passage;
}

static void scan(struct str input) {
    struct err err;
    struct passage *passage = passage_of(input);
    assert_true(mention_scan(&bench.doc, bench.patterns, passage, 0, (uint32_t)input.len, &err));
}

/* ---- kinds of cases */

/* A sentence: the mentions in it, one a line. */
static void run_sentences(struct str input, struct text *out) {
    scan(input);
    for (size_t i = 0; i < bench.doc.reading.mentions.count; i++) {
        add_mention(out, &bench.doc.reading.mentions.items[i]);
        add(out, "\n");
    }
    if (out->len == 0)
        add(out, "none\n");
}

/* A sentence: the text of each mention as it stands. */
static void run_raw(struct str input, struct text *out) {
    scan(input);
    for (size_t i = 0; i < bench.doc.reading.mentions.count; i++)
        add(out, "%.*s\n", STR_ARGS(bench.doc.reading.mentions.items[i].raw));
}

/* A sentence: what it calls each figure. */
static void run_labels(struct str input, struct text *out) {
    scan(input);
    for (size_t i = 0; i < bench.doc.reading.mentions.count; i++) {
        const struct mention *m = &bench.doc.reading.mentions.items[i];
        if (m->kind != MENTION_DATE)
            add(out, "%.*s = %.*s%.*s\n", STR_ARGS(m->label), STR_ARGS(m->number),
                STR_ARGS(m->unit));
    }
}

/* A sentence: the ordinal of each mention's clause. */
static void run_clauses(struct str input, struct text *out) {
    scan(input);
    for (size_t i = 0; i < bench.doc.reading.mentions.count; i++) {
        const struct mention *m = &bench.doc.reading.mentions.items[i];
        add(out, "%u %.*s\n", m->clause, STR_ARGS(m->raw));
    }
}

/* The text of a table cell: its one figure, or none. */
static void run_cells(struct str input, struct text *out) {
    struct mention m;
    if (mention_cell(&bench.doc, bench.patterns, passage_of(input), &m))
        add_mention(out, &m);
    else
        add(out, "none");
    add(out, "\n");
}

/* A figure with its unit: the value as printed, its decimals, the amount in 元. */
static void run_values(struct str input, struct text *out) {
    struct quantity q;
    scan(input);
    for (size_t i = 0; i < bench.doc.reading.mentions.count; i++) {
        assert_true(quantity_of(&bench.doc, &bench.doc.reading.mentions.items[i], &q));
        if (!q.is_quantity)
            continue;
        add(out, "%.*s", STR_ARGS(q.value.text));
        if (!q.readable)
            add(out, " unreadable");
        else
            add(out, " decimals %u", q.decimals);
        if (q.has_yuan) {
            struct decimal yuan = decimal_trim(&q.yuan);
            add(out, " yuan %.*s", STR_ARGS(decimal_text(&bench.doc.arena, &yuan)));
        }
        add(out, "\n");
    }
}

/* A unit: its kind, power of ten and base unit. */
static void run_units(struct str input, struct text *out) {
    struct unit unit;
    if (!unit_find(input, &unit))
        add(out, "none\n");
    else
        add(out, "%s %d %.*s%s\n", kind_names[unit.kind], unit.power, STR_ARGS(unit.base),
            unit.bare ? "bare" : "");
}

/* A date that is the whole text: ISO 8601. */
static void run_dates(struct str input, struct text *out) {
    struct date date;
    if (input.len == 0 || date_read(input, 0, &date) != input.len)
        add(out, "none\n");
    else if (date.year == 0)
        add(out, "--%02d-%02d\n", date.month, date.day);
    else
        add(out, "%.*s\n", STR_ARGS(date_text(&bench.doc.arena, &date)));
}

/* A Chinese numeral and what follows it: the value, and the rest. */
static void run_numerals(struct str input, struct text *out) {
    struct str plain;
    size_t len;
    if (!numeral_read(&bench.doc.arena, input, 0, &plain, &len))
        add(out, "none\n");
    else
        add(out, "%.*s|%.*s\n", STR_ARGS(plain), STR_ARGS(str_slice(input, len, input.len)));
}

/* Paragraphs, one a line: passages of a report, with their mentions. */
static uint32_t run_passages(struct str input, const struct passage **passages) {
    uint32_t count = 0;
    for (size_t at = 0; at < input.len; count++) {
        size_t end = str_find(input, "\n", at);
        struct str line = str_slice(input, at, end);
        struct err err;
        assert_true(count < MOST_PASSAGES);
        passages[count] = passage_of(line);
        assert_true(
            mention_scan(&bench.doc, bench.patterns, passages[count], 0, (uint32_t)line.len, &err));
        at += line.len + 1;
    }
    return count;
}

static void read_narrative(struct str input) {
    const struct passage *passages[MOST_PASSAGES];
    struct err err;
    uint32_t count = run_passages(input, passages);
    assert_true(narrative_run(&bench.doc, bench.narrative, passages, count, 0, 0,
                              (uint32_t)bench.doc.reading.mentions.count, &err));
}

static void add_member(struct text *out, const char *before, uint32_t index) {
    const struct mention *m = &bench.doc.reading.mentions.items[index];
    add(out, "%s%.*s", before, STR_ARGS(m->number));
    if (m->kind != MENTION_GRADE)
        add_str(out, m->unit);
}

static void add_bands(struct text *out, const struct statement *s) {
    for (uint32_t i = 0; i < s->band_count; i++) {
        const struct band *band = &s->bands[i];
        add(out, " %.*s%c%.*s,%.*s%c", STR_ARGS(band->grade), band->low_inclusive ? '[' : '(',
            STR_ARGS(band->low), STR_ARGS(band->high), band->high_inclusive ? ']' : ')');
    }
}

static void add_statement(struct text *out, const struct statement *s) {
    static const char *const names[] = {"breakdown", "rate",  "change", "balance", "score",
                                        "grade",     "group", "bands",  "items",   "indicators"};
    static const char *const first[] = {" = ", " = ", " of ", " = ",    " ",
                                        "",    " : ", "",     " with ", ""};
    static const char *const rest[] = {" + ", " / ", " by ", " - ", "", "", "", "", "", ""};
    add(out, "%s", names[s->kind]);
    if (s->figure != STATEMENT_NO_MENTION)
        add_member(out, " ", s->figure);
    for (uint32_t i = 0; i < s->member_count; i++) {
        bool plus = s->kind == STATEMENT_BALANCE && !(s->minus >> i & 1);
        add_member(out, i == 0 ? first[s->kind] : plus ? " + " : rest[s->kind], s->members[i]);
    }
    add_bands(out, s);
    for (uint32_t i = 0; i < s->name_count; i++)
        add(out, "%s%.*s", i == 0 ? ": " : "|", STR_ARGS(s->names[i]));
    if (s->spare > 0)
        add(out, " +%u", s->spare);
    if (s->level > 0)
        add(out, " level %u", s->level);
    add(out, "%s%s%s\n", s->closed ? " closed" : "", s->decrease ? " decrease" : "",
        s->doubtful ? " doubtful" : "");
}

/* Paragraphs: what their sentences state, in reading order. */
static void run_statements(struct str input, struct text *out) {
    read_narrative(input);
    for (size_t i = 0; i < bench.doc.reading.statements.count; i++)
        add_statement(out, &bench.doc.reading.statements.items[i]);
    if (out->len == 0)
        add(out, "none\n");
}

/* Paragraphs: the scores and grades that are claimed for the report. */
static void run_claims(struct str input, struct text *out) {
    read_narrative(input);
    for (size_t i = 0; i < bench.doc.reading.claims.count; i++) {
        const struct claim *claim = &bench.doc.reading.claims.items[i];
        add(out, "%s %.*s\n", claim->is_grade ? "grade" : "score", STR_ARGS(claim->value));
    }
    if (out->len == 0)
        add(out, "none\n");
}

/* Paragraphs of a department's report: which figures tell quantities of it; "likely" where the words
 * allow another one, "derived" a rate with its own figures. */
static void run_tellings(struct str input, struct text *out) {
    static const char *const measures[] = {"none",    "original", "adjusted", "planned",
                                           "arrived", "income",   "spent",    "rate"};
    struct config config = {.lexicon = bench.lexicon};
    struct part part = {.kind = PART_DEPARTMENT};
    struct err err;
    assert_true(VEC_PUSH(&bench.doc.arena, &bench.doc.reading.parts, part));
    read_narrative(input);
    assert_true(telling_scan(&bench.doc, &config, &err));
    for (size_t i = 0; i < bench.doc.reading.tellings.count; i++) {
        const struct telling *telling = &bench.doc.reading.tellings.items[i];
        add(out, "%s", measures[telling->measure]);
        add_member(out, telling->certain || telling->subject.len ? " " : " likely ",
                   telling->mention);
        add(out, "%s%.*s%s\n", telling->subject.len ? " of " : "", STR_ARGS(telling->subject),
            telling->derived ? " derived" : "");
    }
    if (out->len == 0)
        add(out, "none\n");
}

/* Paragraphs: their section numbers: level, value, mark. A line "numbering|text" has one of Word's. */
static void run_headings(struct str input, struct text *out) {
    for (size_t at = 0; at < input.len;) {
        struct str line = str_slice(input, at, str_find(input, "\n", at));
        size_t bar = str_find(line, "|", 0);
        struct passage *passage =
            passage_of(str_slice(line, bar == SIZE_MAX ? 0 : bar + 1, line.len));
        struct err err;
        if (bar != SIZE_MAX)
            passage->numbering = str_slice(line, 0, bar);
        assert_true(heading_scan(&bench.doc, passage, 0, &err));
        at += line.len + 1;
    }
    for (size_t i = 0; i < bench.doc.reading.headings.count; i++) {
        const struct heading *heading = &bench.doc.reading.headings.items[i];
        add(out, "%u %u %.*s%s\n", heading->level, heading->number, STR_ARGS(heading->mark),
            heading->automatic ? " automatic" : "");
    }
    if (out->len == 0)
        add(out, "none\n");
}

static void add_decimal(struct text *out, const struct decimal *value) {
    struct decimal plain = decimal_trim(value);
    add_str(out, decimal_text(&bench.doc.arena, &plain));
}

static void add_range(struct text *out, const struct clause *clause) {
    const struct interval *range = &clause->range;
    if (!clause->has_range)
        return;
    add(out, " for %.*s%c", STR_ARGS(range->subject), range->low_in ? '[' : '(');
    if (range->has_low)
        add_decimal(out, &range->low);
    add(out, ",");
    if (range->has_high)
        add_decimal(out, &range->high);
    add(out, "%c%s%s", range->high_in ? ']' : ')', range->percent ? "%" : "",
        clause->pure || clause->kind == CLAUSE_STEP ? "" : " and more");
}

static void add_clause(struct text *out, const struct clause *clause) {
    if (clause->kind == CLAUSE_RATE) {
        add(out, "weight x %.*s\n", STR_ARGS(clause->range.subject));
        return;
    }
    add(out, "%s", clause->kind == CLAUSE_STEP ? "less " : "");
    add_decimal(out, &clause->amount);
    add(out, "%s", clause->share ? "%" : "");
    if (clause->kind == CLAUSE_STEP && clause->counted)
        add(out, " each");
    if (clause->kind == CLAUSE_STEP && !clause->counted) {
        add(out, " per ");
        add_decimal(out, &clause->unit);
        add(out, "%s%s", clause->downward ? " down" : "", clause->upward ? " up" : "");
    }
    add_range(out, clause);
    add(out, "\n");
}

/* A scoring rule: its kind, its clauses, and a range in which nothing can lie. */
static void run_criteria(struct str input, struct text *out) {
    static const char *const names[] = {"no rule", "unparsed", "tiers",
                                        "points",  "steps",    "proportional"};
    struct criterion criterion;
    criterion_parse(&bench.doc.arena, input, &criterion);
    add(out, "%s\n", names[criterion.kind]);
    if (criterion.impossible.len > 0)
        add(out, "impossible %.*s\n", STR_ARGS(criterion.impossible));
    if (criterion.kind == CRITERION_UNPARSED)
        return;
    for (uint32_t i = 0; i < criterion.count; i++)
        add_clause(out, &criterion.clauses[i]);
}

/* "weight: rule", then scores, one a line: whether the rule can give each. */
static void run_reach(struct str input, struct text *out) {
    static const char *const words[] = {"unknown", "yes", "no"};
    struct criterion criterion;
    struct decimal weight, score;
    size_t colon = str_find(input, ": ", 0), end = str_find(input, "\n", 0);
    assert_true(colon != SIZE_MAX && end != SIZE_MAX && colon < end);
    assert_true(decimal_parse(str_slice(input, 0, colon), &weight));
    criterion_parse(&bench.doc.arena, str_slice(input, colon + 2, end), &criterion);
    for (size_t at = end + 1; at < input.len; at = end + 1) {
        end = str_find(input, "\n", at);
        end = end == SIZE_MAX ? input.len : end;
        assert_true(decimal_parse(str_slice(input, at, end), &score));
        add_decimal(out, &score);
        add(out, " %s\n", words[reach_score(&criterion, &weight, &score)]);
    }
}

/* "小计 | ③ | ① + ②": name, symbol and formula of a head, "-" for none. */
static void run_heads(struct str input, struct text *out) {
    struct head_parts parts = head_formula_split(str_squeeze(&bench.doc.arena, input));
    struct head_formula formula = {.count = 0};
    bool whole = head_formula_read(parts.formula, &formula);
    add_str(out, parts.name.len ? parts.name : str_of("-"));
    add(out, " | %.*s |", STR_ARGS(parts.symbol.len ? parts.symbol : str_of("-")));
    for (uint32_t i = 0; whole && i < formula.count; i++) {
        const char *sign = formula.ratio && i == 1 ? " /" : formula.terms[i].minus ? " -" : " +";
        add(out, "%s %.*s", i == 0 ? "" : sign, STR_ARGS(formula.terms[i].text));
    }
    add(out, "%s%s\n", whole ? "" : " -", whole && formula.percent ? " %" : "");
}

static const struct kind {
    const char *name;
    void (*run)(struct str input, struct text *out); /* writes lines that end in a line feed */
} kinds[] = {
    {"sentences", run_sentences},   {"raw", run_raw},       {"labels", run_labels},
    {"clauses", run_clauses},       {"cells", run_cells},   {"values", run_values},
    {"units", run_units},           {"dates", run_dates},   {"numerals", run_numerals},
    {"statements", run_statements}, {"claims", run_claims}, {"headings", run_headings},
    {"criteria", run_criteria},     {"reach", run_reach},   {"heads", run_heads},
    {"tellings", run_tellings},
};

/* ---- reading files of cases */

struct spec {
    const char *name; /* "numbers.spec:12 ≥95%" */
    struct str input, expected;
    const struct kind *kind;
};

/* All that was read. */
struct book {
    struct arena arena;
    VEC(struct CMUnitTest) tests; /* their initial state is a struct spec */
    bool broken;                  /* a file is no specification: said on standard error */
};

/* Where a file's reading stands. */
struct cursor {
    const char *name;
    struct str rest;
    size_t line; /* 1-based, of the line that next_line gave */
};

static bool next_line(struct cursor *c, struct str *line) {
    if (c->rest.len == 0)
        return false;
    size_t end = str_find(c->rest, "\n", 0), len = end == SIZE_MAX ? c->rest.len : end;
    *line = str_slice(c->rest, 0, len);
    c->rest = str_slice(c->rest, len + 1, c->rest.len);
    c->line++;
    return true;
}

static void complain(struct book *book, const struct cursor *c, const char *words) {
    fprintf(stderr, "%s:%zu: %s\n", c->name, c->line, words);
    book->broken = true;
}

static void add_unescaped(struct text *text, struct str line) {
    for (size_t i = 0; i < line.len; i++) {
        struct str rest = str_slice(line, i, line.len);
        if (str_starts(rest, "\\t") || str_starts(rest, "\\n")) {
            add(text, rest.ptr[1] == 't' ? "\t" : "\n");
            i++;
        } else if (str_starts(rest, "\\u") && rest.len >= 6) {
            char hex[5] = {rest.ptr[2], rest.ptr[3], rest.ptr[4], rest.ptr[5], 0}, bytes[5] = {0};
            utf8_encode((uint32_t)strtoul(hex, NULL, 16), bytes);
            add(text, "%s", bytes);
            i += 5;
        } else {
            add(text, "%c", line.ptr[i]);
        }
    }
}

static const struct kind *find_kind(struct str name) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (str_is(name, kinds[i].name))
            return &kinds[i];
    }
    return NULL;
}

static void test_case(void **state) {
    static struct text got;
    const struct spec *spec = *state;
    got.len = 0;
    bench.doc = (struct doc){.matcher = bench.matcher};
    arena_init(&bench.doc.arena, LIMIT_ARENA_BYTES);
    spec->kind->run(spec->input, &got);
    arena_clear(&bench.doc.arena);
    if (!str_eq((struct str){got.bytes, got.len}, spec->expected))
        fail_msg("%s\n  expected:\n%.*s  got:\n%.*s", spec->name, STR_ARGS(spec->expected),
                 (int)got.len, got.bytes);
}

/* The case whose first line is `line`. */
static void read_case(struct book *book, struct cursor *c, const struct kind *kind,
                      struct str line) {
    static struct text input, expected;
    struct spec *spec = arena_alloc(&book->arena, sizeof *spec);
    struct str name = str_printf(&book->arena, "%s:%zu %.*s", c->name, c->line, STR_ARGS(line));
    bool closed = false;
    input.len = expected.len = 0;
    add_unescaped(&input, line);
    while (next_line(c, &line) && !(closed = str_is(line, "."))) {
        add(&input, "\n");
        add_unescaped(&input, line);
    }
    if (!closed || !spec) {
        complain(book, c, "a case without its line with a single point");
        return;
    }
    while (next_line(c, &line) && line.len > 0)
        add(&expected, "%.*s\n", STR_ARGS(line));
    *spec = (struct spec){
        .name = name.ptr,
        .input = str_copy(&book->arena, (struct str){input.bytes, input.len}),
        .expected = str_copy(&book->arena, (struct str){expected.bytes, expected.len}),
        .kind = kind,
    };
    struct CMUnitTest test = {spec->name, test_case, NULL, NULL, spec};
    VEC_PUSH(&book->arena, &book->tests, test);
}

static void read_file(struct book *book, const char *name, struct str whole) {
    struct cursor c = {name, whole, 0};
    const struct kind *kind = NULL;
    for (struct str line; !book->broken && next_line(&c, &line);) {
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        bool names_kind = str_starts(line, "! ");
        if (names_kind)
            kind = find_kind(str_slice(line, 2, line.len));
        if (!kind)
            complain(book, &c, "no known kind of case");
        else if (!names_kind)
            read_case(book, &c, kind, line);
    }
}

static bool load_file(struct book *book, const char *folder, const char *name) {
    struct str path = str_printf(&book->arena, "%s/%s", folder, name);
    FILE *file = fopen(path.ptr, "rb");
    if (!file)
        return false;
    char *bytes = arena_alloc(&book->arena, FILE_ROOM);
    size_t len = bytes ? fread(bytes, 1, FILE_ROOM, file) : 0;
    fclose(file);
    struct str whole = {bytes, len};
    if (len == 0 || len == FILE_ROOM || utf8_check(whole) != len)
        return false;
    read_file(book, name, whole);
    return true;
}

static int is_spec(const struct dirent *entry) {
    return str_ends(str_of(entry->d_name), ".spec");
}

static void load_folder(struct book *book, const char *folder) {
    struct dirent **entries;
    int count = scandir(folder, &entries, is_spec, alphasort);
    book->broken = count <= 0;
    for (int i = 0; i < count; i++) {
        if (!load_file(book, folder, entries[i]->d_name)) {
            fprintf(stderr, "%s/%s cannot be read\n", folder, entries[i]->d_name);
            book->broken = true;
        }
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

int main(int argc, char **argv) {
    struct book book = {0};
    struct err err;
    arena_init(&book.arena, LIMIT_ARENA_BYTES);
    load_folder(&book, argc > 1 ? argv[1] : "tests/spec");
    bench.patterns = mention_patterns_new(&err);
    bench.narrative = narrative_patterns_new(&err);
    bench.lexicon = lexicon_new(&err);
    bench.matcher = matcher_new();
    int failed = book.broken || book.arena.exhausted || !bench.patterns || !bench.narrative ||
                 !bench.lexicon || !bench.matcher;
    if (!failed)
        failed = _cmocka_run_group_tests("spec", book.tests.items, book.tests.count, NULL, NULL);
    mention_patterns_free(bench.patterns);
    narrative_patterns_free(bench.narrative);
    lexicon_free(bench.lexicon);
    matcher_free(bench.matcher);
    arena_clear(&book.arena);
    return failed != 0;
}
