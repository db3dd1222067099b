#include "extract/telling.h"

#include "base/utf8.h"
#include "extract/lexicon.h"
#include "extract/word.h"

/* A name is told by the words right before its figure, and by what stands
 * before them in the paragraph: 全年预算数 behind the name of a project is
 * the project's. Whatever could be of something else is left out. */

enum {
    WINDOW_BYTES = 480,  /* before a name, in which something else may be spoken of */
    HEADING_BYTES = 120, /* of a heading that tells what its paragraphs are of */
    SUBJECT_BYTES = 18,  /* a name of fewer Han characters than six is many things' */
    PROSE_BYTES = 60,    /* a shorter cell is a target or a name */
    MOST_TURNS = 6,      /* words taken off a label */
    MOST_LEVELS = 3,     /* wholes of wholes */
    MOST_BACK = 16,      /* figures before one in its sentence */
};

/* What a passage has spoken of up to byte `at`. */
struct context {
    const struct passage *passage;
    size_t at;
    bool foreign, within;
};

struct scan {
    struct doc *doc;
    const struct lexicon *lexicon;
    struct err *err;
    uint32_t *wholes; /* one a mention: index + 1 of the whole that it is a part of, or 0 */
    bool *projects;   /* one a table: it names a project */
    bool *rated;      /* one a mention: a rate that its sentence gives the figures of */
    size_t heading;   /* the headings before it have been passed */
    struct context context;
    const struct passage *dated; /* the passage that `year` is of */
    struct str year;             /* last told in it; empty for the report's own */
};

static bool push(struct scan *scan, struct telling telling) {
    return VEC_PUSH(&scan->doc->arena, &scan->doc->reading.tellings, telling) ||
           arena_check(&scan->doc->arena, scan->err);
}

/* ---- names */

/* The quantity that the whole name is of; MEASURE_NONE when it is none. */
static enum measure measure_named(const struct scan *scan, struct str name) {
    static const struct {
        enum word_list list;
        enum measure measure;
    } lists[] = {
        {WORDS_TOLD_ORIGINAL, MEASURE_ORIGINAL}, {WORDS_TOLD_ADJUSTED, MEASURE_ADJUSTED},
        {WORDS_TOLD_PLANNED, MEASURE_PLANNED},   {WORDS_TOLD_ARRIVED, MEASURE_ARRIVED},
        {WORDS_TOLD_INCOME, MEASURE_INCOME},     {WORDS_TOLD_SPENT, MEASURE_SPENT},
        {WORDS_TOLD_RATES, MEASURE_RATE},
    };
    size_t i = sizeof lists / sizeof *lists;
    if (lexicon_may_tell(scan->lexicon, name)) {
        for (i = 0; i < sizeof lists / sizeof *lists; i++) {
            if (lexicon_is(scan->lexicon, lists[i].list, name))
                break;
        }
    }
    return i < sizeof lists / sizeof *lists ? lists[i].measure : MEASURE_NONE;
}

/* What the last word of its kind says: 支出预算 is a budget, 预算执行数 is
 * spending. */
static enum measure last_word(struct str label) {
    static const struct {
        struct str word;
        enum measure measure;
    } words[] = {
        {STR("预算"), MEASURE_PLANNED}, {STR("安排"), MEASURE_PLANNED},
        {STR("下达"), MEASURE_PLANNED}, {STR("批复"), MEASURE_PLANNED},
        {STR("计划"), MEASURE_PLANNED}, {STR("到位"), MEASURE_ARRIVED},
        {STR("收入"), MEASURE_INCOME},  {STR("支出"), MEASURE_SPENT},
        {STR("执行"), MEASURE_SPENT},   {STR("支付"), MEASURE_SPENT},
        {STR("使用"), MEASURE_SPENT},   {STR("拨付"), MEASURE_SPENT},
    };
    for (size_t at = label.len; at > 0;) {
        at = utf8_before(label, at);
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            if (word_starts(str_slice(label, at, label.len), words[i].word))
                return words[i].measure;
        }
    }
    return MEASURE_NONE;
}

static enum measure measure_worded(struct str label) {
    enum measure measure = last_word(label);
    if (measure != MEASURE_PLANNED)
        return measure;
    if (str_has(label, "年初"))
        return MEASURE_ORIGINAL;
    return str_has(label, "调整") || str_has(label, "全年") ? MEASURE_ADJUSTED : measure;
}

/* Takes words that change nothing off the front of `*label` until it is the
 * name of a quantity; MEASURE_NONE when it never is, and the bare rest in
 * `*label`. */
static enum measure strip_to_name(const struct scan *scan, struct str *label) {
    for (int turn = 0; turn < MOST_TURNS; turn++) {
        enum measure measure = measure_named(scan, *label);
        size_t len = lexicon_prefix(scan->lexicon, WORDS_TOLD_SCOPES, *label);
        if (len == 0)
            len = lexicon_prefix(scan->lexicon, WORDS_TOLD_FILLERS, *label);
        if (measure != MEASURE_NONE)
            return measure;
        if (len == 0 || len == label->len ||
            lexicon_is(scan->lexicon, WORDS_TOLD_COMPONENTS, *label))
            break;
        *label = str_slice(*label, len, label->len);
    }
    return MEASURE_NONE;
}

/* 整体支出规模 and 支出合计 may count what 全年执行数 leaves out. */
static bool is_loose(struct str name) {
    return str_has(name, "规模") || str_has(name, "整体") || str_has(name, "合计") ||
           str_has(name, "总");
}

/* The thing itself: 基本支出 of 基本支出预算数, 三公经费 of
 * 三公经费支出. */
static struct str subject_of(struct str label) {
    static const char *const ends[] = {"年初预算数",   "年初预算", "全年预算数", "全年预算",
                                       "调整后预算数", "预算数",   "预算",       "安排资金",
                                       "安排",         "执行数",   "支出数"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t len = strlen(ends[i]);
        if (label.len > len && str_ends(label, ends[i])) {
            label.len -= len;
            break;
        }
    }
    struct str rest = str_slice(label, 0, label.len > 6 ? label.len - 6 : 0);
    bool spent = str_ends(label, "支出") && (str_ends(rest, "费") || str_ends(rest, "资金"));
    return spent ? rest : label;
}

/* 1、局机关, 其中:基本支出 without what stands before the name. */
static struct str row_name(struct str label) {
    static const char *const fronts[] = {"#", "其中", ":", "、", ".", ")", "(", ";"};
    bool again = true;
    while (again && label.len > 0) {
        again = label.ptr[0] >= '0' && label.ptr[0] <= '9';
        if (again)
            label = str_slice(label, 1, label.len);
        for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++) {
            if (!str_starts(label, fronts[i]))
                continue;
            label = str_slice(label, strlen(fronts[i]), label.len);
            again = true;
        }
    }
    return label;
}

/* ---- tables and forms */

static uint32_t mention_at(const struct scan *scan, const struct section *section, uint32_t row,
                           uint32_t column) {
    const struct table *table = &scan->doc->document.tables.items[section->table];
    const struct cell *cell = reading_value(&scan->doc->document, section, row, column);
    if (!cell || cell->row != row)
        return STATEMENT_NO_MENTION;
    return reading_mention_of(&scan->doc->reading, table->id, (uint32_t)(cell - table->cells));
}

/* What a column's figures measure, those of its own name before those of its
 * role. */
static enum measure column_measure(const struct scan *scan, const struct column *column) {
    struct str leaf = lexicon_bare(reading_leaf(column->name));
    enum measure measure = measure_named(scan, leaf);
    if (column->role == COLUMN_RATE)
        return MEASURE_RATE;
    if (measure != MEASURE_NONE && measure != MEASURE_RATE)
        return measure;
    if (column->role == COLUMN_SPENT)
        return MEASURE_SPENT;
    if (column->role == COLUMN_BUDGET)
        return column->level == 2 ? MEASURE_ORIGINAL : MEASURE_PLANNED;
    return MEASURE_NONE;
}

/* The measure and subject of column `index` in the total row of a breakdown:
 * 基本支出 under 支出合计 is spending. */
static enum measure component_measure(const struct scan *scan, const struct section *section,
                                      uint32_t index, struct str *subject) {
    const struct column *column = &section->columns[index];
    *subject = lexicon_bare(reading_leaf(column->name));
    for (int level = 0; level < MOST_LEVELS && column->parent >= 0; level++)
        column = &section->columns[column->parent];
    return column == &section->columns[index] ? MEASURE_NONE : column_measure(scan, column);
}

static bool tell_cell(struct scan *scan, const struct section *section, uint32_t row,
                      uint32_t column) {
    const struct row *facts = &section->rows[row - section->first];
    const struct mention *mentions = scan->doc->reading.mentions.items;
    bool total = facts->role == ROW_TOTAL;
    struct telling telling = {
        .part = section->part,
        .mention = mention_at(scan, section, row, column),
        .measure = column_measure(scan, &section->columns[column]),
        .certain = total && section->kind == TABLE_FUND,
        .derived = section->columns[column].role == COLUMN_RATE,
        .table = section->kind == TABLE_ITEM ? PLACE_NONE : (int32_t)section->table,
    };
    if (telling.mention == STATEMENT_NO_MENTION)
        return true;
    if (!total)
        telling.subject = subject_of(row_name(facts->label));
    if (total && telling.measure == MEASURE_NONE)
        telling.measure = component_measure(scan, section, column, &telling.subject);
    bool money = mentions[telling.mention].kind == MENTION_AMOUNT;
    bool rate = mentions[telling.mention].kind == MENTION_RATE && telling.subject.len == 0;
    if (telling.measure == MEASURE_NONE || (!total && telling.subject.len == 0) ||
        !(telling.measure == MEASURE_RATE ? rate : money))
        return true;
    return push(scan, telling);
}

/* A form of one project within the report of a department: its total is not the
 * department's. */
static bool is_of_project(const struct scan *scan, uint32_t table, uint32_t part) {
    return scan->projects[table] && scan->doc->reading.parts.items[part].kind == PART_DEPARTMENT;
}

static bool note_projects(struct scan *scan) {
    const struct reading *reading = &scan->doc->reading;
    scan->projects = arena_array(&scan->doc->arena, scan->doc->document.tables.count + 1,
                                 sizeof *scan->projects);
    for (size_t i = 0; scan->projects && i < reading->fields.count; i++)
        scan->projects[reading->fields.items[i].table] |=
            lexicon_is(scan->lexicon, WORDS_PROJECT_FIELDS, reading->fields.items[i].label);
    return scan->projects != NULL;
}

static bool tell_section(struct scan *scan, const struct section *section) {
    bool whole = section->kind == TABLE_FUND || section->kind == TABLE_BREAKDOWN;
    bool items = section->kind == TABLE_ITEM &&
                 scan->doc->reading.parts.items[section->part].kind == PART_PROJECT;
    if ((!whole && !items) || is_of_project(scan, section->table, section->part))
        return true;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        const struct row *facts = &section->rows[row - section->first];
        bool total = facts->role == ROW_TOTAL;
        bool part =
            section->kind == TABLE_FUND && (facts->role == ROW_ITEM || facts->role == ROW_PART);
        if ((!total && !part) || facts->aligned)
            continue;
        for (uint32_t column = 0; column < section->column_count; column++) {
            if (!tell_cell(scan, section, row, column))
                return false;
        }
    }
    return true;
}

/* 实际支出 | 1304.9 of a form, not what stands under 其中. */
static bool tell_fields(struct scan *scan) {
    const struct reading *reading = &scan->doc->reading;
    for (size_t i = 0; i < reading->fields.count; i++) {
        const struct field *field = &reading->fields.items[i];
        uint32_t index = reading_mention_of(reading, field->table, field->value_cell);
        struct telling telling = {
            .part = field->part,
            .mention = index,
            .measure = measure_named(scan, lexicon_bare(field->label)),
            .certain = true,
            .table = PLACE_NONE,
        };
        if (field->is_part || index == STATEMENT_NO_MENTION ||
            is_of_project(scan, field->table, field->part) ||
            reading->mentions.items[index].kind != MENTION_AMOUNT)
            continue;
        if (telling.measure == MEASURE_NONE && field->role == COLUMN_SPENT)
            telling.measure = MEASURE_SPENT;
        if (telling.measure != MEASURE_NONE && telling.measure != MEASURE_RATE &&
            !push(scan, telling))
            return false;
    }
    return true;
}

/* ---- prose */

/* Reads on to byte `end` of the text: what it speaks of besides the report. A
 * clause that says 其中 ends at its stop; a project once named is spoken of to
 * the end of the paragraph. */
static void read_on(const struct scan *scan, struct str text, size_t end, struct context *context) {
    const struct lexicon *lexicon = scan->lexicon;
    struct str seen = str_slice(text, 0, end);
    while ((context->at = lexicon_next_guard(lexicon, seen, context->at)) < seen.len) {
        struct str rest = str_slice(text, context->at, text.len);
        size_t size, generic = lexicon_prefix(lexicon, WORDS_TOLD_GENERIC, rest);
        utf8_decode(text, context->at, &size);
        if (generic == 0) {
            bool stop = str_starts(rest, "。") || str_starts(rest, "；") || str_starts(rest, "\n");
            context->foreign |= lexicon_prefix(lexicon, WORDS_TOLD_FOREIGN, rest) > 0;
            context->within |= lexicon_prefix(lexicon, WORDS_TOLD_WITHIN, rest) > 0;
            context->within &= !stop;
        }
        context->at += generic > 0 ? generic : size;
    }
}

/* The heading that the paragraph of a passage stands under; empty for a cell
 * and without one. Mentions come in reading order. */
static struct str heading_of(struct scan *scan, const struct passage *passage) {
    const struct document *document = &scan->doc->document;
    const struct heading *headings = scan->doc->reading.headings.items;
    if (passage->at.table != PLACE_NONE || document->paragraphs.count == 0)
        return (struct str){0};
    uint32_t index = (uint32_t)(passage - document->paragraphs.items);
    while (scan->heading < scan->doc->reading.headings.count &&
           (headings[scan->heading].paragraph == UINT32_MAX ||
            headings[scan->heading].paragraph <= index))
        scan->heading++;
    for (size_t i = scan->heading; i > 0 && i + 8 > scan->heading; i--) {
        const struct heading *heading = &headings[i - 1];
        if (heading->paragraph == UINT32_MAX || heading->passage == passage)
            continue;
        struct str text = heading->passage->text;
        return text.len <= HEADING_BYTES ? text : str_slice(text, 0, HEADING_BYTES);
    }
    return (struct str){0};
}

/* Whether the heading speaks of something within the department. */
static bool is_foreign_heading(struct scan *scan, const struct passage *passage) {
    struct context context = {0};
    struct str text = heading_of(scan, passage);
    read_on(scan, text, text.len, &context);
    return context.foreign;
}

/* Whether what stands around the name may be of something within the report.
 * Mentions come in reading order, so that each paragraph is read once. */
static bool is_foreign(struct scan *scan, const struct mention *mention) {
    struct str text = mention->passage->text;
    const char *label = mention->label.ptr;
    bool inside = label >= text.ptr && label < text.ptr + text.len;
    if (scan->context.passage != mention->passage) {
        scan->context = (struct context){.passage = mention->passage};
        scan->context.foreign = is_foreign_heading(scan, mention->passage);
    }
    read_on(scan, text, inside ? (size_t)(label - text.ptr) : mention->start, &scan->context);
    bool project = scan->doc->reading.parts.items[mention->part].kind == PART_PROJECT;
    return scan->context.within || (scan->context.foreign && !project);
}

/* What the list is of that the figure is a part of, by the words of its whole
 * or of that whole's. */
static enum measure inherited(const struct scan *scan, uint32_t index) {
    const struct mention *mentions = scan->doc->reading.mentions.items;
    enum measure measure = MEASURE_NONE;
    for (int level = 0; level < MOST_LEVELS && scan->wholes[index] > 0; level++) {
        index = scan->wholes[index] - 1;
        measure = measure_worded(mentions[index].label);
        if (measure != MEASURE_NONE)
            break;
    }
    return measure;
}

/* Whether an amount stands before the figure in its sentence: 支出 behind it
 * may be a part of it. */
static bool follows_amount(const struct scan *scan, uint32_t index) {
    const struct mention *mentions = scan->doc->reading.mentions.items;
    const struct mention *mention = &mentions[index];
    for (uint32_t i = index, low = index > MOST_BACK ? index - MOST_BACK : 0;
         i > low && mentions[i - 1].passage == mention->passage; i--) {
        const struct mention *before = &mentions[i - 1];
        struct str between = str_slice(mention->passage->text, before->end, mention->start);
        if (str_has(between, "。") || str_has(between, "\n"))
            return false;
        if (before->kind == MENTION_AMOUNT || (low > 0 && i == low + 1))
            return true;
    }
    return false;
}

/* A part of the whole or a named thing: its list says whether it is planned or
 * spent, if it stands in one. */
static enum measure part_measure(const struct scan *scan, uint32_t index, struct str label) {
    enum measure own = measure_worded(label);
    bool listed = scan->wholes[index] > 0;
    if (own == MEASURE_PLANNED || own == MEASURE_ORIGINAL || own == MEASURE_ADJUSTED)
        return own;
    if (listed)
        return inherited(scan, index);
    return follows_amount(scan, index) ? MEASURE_NONE : own;
}

/* 基本支出 3913.19 万元, with the measure that its list gives it. */
static bool tell_part(struct scan *scan, uint32_t index, struct str name) {
    const struct mention *mention = &scan->doc->reading.mentions.items[index];
    struct str subject = subject_of(name);
    bool common = lexicon_is(scan->lexicon, WORDS_TOLD_COMPONENTS, subject);
    struct telling telling = {.part = mention->part,
                              .mention = index,
                              .subject = subject,
                              .year = scan->year,
                              .measure = part_measure(scan, index, name),
                              .table = PLACE_NONE};
    if (telling.measure == MEASURE_NONE || (!common && subject.len < SUBJECT_BYTES) ||
        lexicon_never_tells(scan->lexicon, name) ||
        (common && scan->wholes[index] == 0 && is_foreign(scan, mention)))
        return true;
    return push(scan, telling);
}

static bool tell_prose(struct scan *scan, uint32_t index) {
    const struct mention *mention = &scan->doc->reading.mentions.items[index];
    bool rate = mention->kind == MENTION_RATE;
    struct str name = str_squeeze(&scan->doc->arena, mention->label);
    struct telling telling = {
        .part = mention->part, .mention = index, .year = scan->year, .table = PLACE_NONE};
    telling.measure = strip_to_name(scan, &name);
    if (telling.measure == MEASURE_NONE)
        return rate || tell_part(scan, index, name);
    telling.certain = !is_loose(name);
    telling.derived = rate && scan->rated[index];
    if (rate != (telling.measure == MEASURE_RATE) || is_foreign(scan, mention))
        return true;
    return push(scan, telling);
}

/* Which mentions are parts of a list, and which rates have their figures beside
 * them. */
static bool note_statements(struct scan *scan) {
    struct reading *reading = &scan->doc->reading;
    scan->wholes =
        arena_array(&scan->doc->arena, reading->mentions.count + 1, sizeof *scan->wholes);
    scan->rated = arena_array(&scan->doc->arena, reading->mentions.count + 1, sizeof *scan->rated);
    if (!scan->wholes || !scan->rated || !note_projects(scan))
        return arena_check(&scan->doc->arena, scan->err);
    for (size_t i = 0; i < reading->statements.count; i++) {
        const struct statement *statement = &reading->statements.items[i];
        if (statement->kind == STATEMENT_RATE || statement->kind == STATEMENT_CHANGE)
            scan->rated[statement->figure] = true;
        for (uint32_t m = 0; statement->kind == STATEMENT_BREAKDOWN && m < statement->member_count;
             m++)
            scan->wholes[statement->members[m]] = statement->figure + 1;
    }
    return true;
}

/* The year that the figures behind this mention are of: the last one that their
 * passage tells, if it is not the report's. */
static void note_year(struct scan *scan, const struct mention *mention) {
    struct str own = scan->doc->reading.parts.items[mention->part].year;
    if (scan->dated != mention->passage)
        scan->year = (struct str){0};
    scan->dated = mention->passage;
    if (mention->kind != MENTION_DATE || mention->number.len < 4)
        return;
    struct str year = str_slice(mention->number, 0, 4);
    scan->year = str_eq(year, own) ? (struct str){0} : year;
}

/* A figure of a sentence, not the one figure of a cell. */
static bool is_prose(const struct mention *mention) {
    return (mention->kind == MENTION_AMOUNT || mention->kind == MENTION_RATE) &&
           !mention->malformed && mention->label.len > 0 &&
           (mention->passage->at.table == PLACE_NONE || mention->passage->text.len >= PROSE_BYTES);
}

bool telling_scan(struct doc *doc, const struct config *config, struct err *err) {
    struct scan scan = {.doc = doc, .lexicon = config->lexicon, .err = err};
    if (!note_statements(&scan))
        return false;
    for (size_t i = 0; i < doc->reading.sections.count; i++) {
        if (!tell_section(&scan, &doc->reading.sections.items[i]))
            return false;
    }
    if (!tell_fields(&scan))
        return false;
    for (uint32_t i = 0; i < doc->reading.mentions.count; i++) {
        note_year(&scan, &doc->reading.mentions.items[i]);
        if (is_prose(&doc->reading.mentions.items[i]) && !tell_prose(&scan, i))
            return false;
    }
    return arena_check(&doc->arena, err);
}
