#include "extract/telling.h"

#include "base/utf8.h"
#include "extract/lexicon.h"
#include "extract/told.h"
#include "extract/word.h"

/* A name is told by the words right before its figure, and by what stands
 * before them in the paragraph: 全年预算数 behind the name of a project is
 * the project's. Whatever could be of something else is left out. */

enum {
    HEADING_BYTES = 120, /* of a heading that tells what its paragraphs are of */
    SUBJECT_BYTES = 18,  /* a name of fewer Han characters than six is many things' */
    PROSE_BYTES = 60,    /* a shorter cell is a target or a name */
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
    uint32_t *told;   /* one a mention: index + 1 of its telling, or 0 */
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
    enum measure measure = told_measure(scan->lexicon, leaf);
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
        telling.subject = told_subject(told_row(facts->label));
    if (telling.measure == MEASURE_SPENT)
        telling.certain &= str_has(section->columns[column].name, "执行");
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
            .measure = told_measure(scan->lexicon, lexicon_bare(field->label)),
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
            bool stop = str_starts(rest, "。") || str_starts(rest, "；");
            stop |= str_starts(rest, "\n");
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
        measure = told_worded(mentions[index].label);
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
    enum measure own = told_worded(label);
    bool listed = scan->wholes[index] > 0;
    if (own == MEASURE_PLANNED || own == MEASURE_ORIGINAL || own == MEASURE_ADJUSTED)
        return own;
    enum measure given = listed ? inherited(scan, index) : MEASURE_NONE;
    if (listed)
        return given != MEASURE_NONE ? given : own;
    return follows_amount(scan, index) ? MEASURE_NONE : own;
}

/* 基本支出 3913.19 万元, with the measure that its list gives it. */
static bool tell_part(struct scan *scan, uint32_t index, struct str name) {
    const struct mention *mention = &scan->doc->reading.mentions.items[index];
    struct str subject = told_subject(name);
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
    struct str unit = scan->doc->reading.parts.items[mention->part].unit;
    if (unit.len > 0 && word_starts(name, unit))
        name = str_slice(name, unit.len, name.len);
    telling.measure = told_strip(scan->lexicon, &name);
    if (telling.measure == MEASURE_NONE)
        return rate || tell_part(scan, index, name);
    telling.certain = !told_is_loose(scan->lexicon, telling.measure, name);
    telling.derived = rate && scan->rated[index];
    if (rate != (telling.measure == MEASURE_RATE) || is_foreign(scan, mention))
        return true;
    return push(scan, telling);
}

/* What is spent of the whole's budget is the whole's, whatever it is called: the
 * numerator of a rate whose denominator is told, or what leaves a balance of
 * it, within one paragraph. */
static bool tell_spending(struct scan *scan, const struct statement *statement) {
    const struct mention *mentions = scan->doc->reading.mentions.items;
    const struct telling *budget = NULL;
    bool balance = statement->kind == STATEMENT_BALANCE;
    uint32_t spent = statement->members[balance ? 1 : 0];
    uint32_t end = balance ? 1 : statement->member_count;
    for (uint32_t i = balance ? 0 : 1; i < end && !budget; i++) {
        uint32_t told = scan->told[statement->members[i]];
        budget = told > 0 ? &scan->doc->reading.tellings.items[told - 1] : NULL;
        if (budget && (budget->subject.len > 0 ||
                       mentions[spent].passage != mentions[statement->members[i]].passage))
            budget = NULL;
    }
    if (!budget || scan->told[spent] > 0 || told_worded(mentions[spent].label) != MEASURE_SPENT)
        return true;
    struct telling telling = *budget;
    telling.mention = spent;
    telling.measure = MEASURE_SPENT;
    telling.certain = false;
    return push(scan, telling);
}

static bool tell_rates(struct scan *scan) {
    struct reading *reading = &scan->doc->reading;
    size_t prose = reading->tellings.count;
    scan->told = arena_array(&scan->doc->arena, reading->mentions.count + 1, sizeof *scan->told);
    if (!scan->told)
        return arena_check(&scan->doc->arena, scan->err);
    for (uint32_t i = 0; i < prose; i++)
        scan->told[reading->tellings.items[i].mention] = i + 1;
    for (size_t i = 0; i < reading->statements.count; i++) {
        const struct statement *statement = &reading->statements.items[i];
        bool spends = statement->kind == STATEMENT_RATE || statement->kind == STATEMENT_BALANCE;
        if (spends && !statement->doubtful && !statement->share && statement->member_count > 1 &&
            !tell_spending(scan, statement))
            return false;
    }
    return true;
}

/* Which mentions are parts of a list, and which rates have their figures beside
 * them. */
static bool note_statements(struct scan *scan) {
    struct reading *reading = &scan->doc->reading;
    scan->wholes =
        arena_array(&scan->doc->arena, reading->mentions.count + 1, sizeof *scan->wholes);
    scan->rated = arena_array(&scan->doc->arena, reading->mentions.count + 1, sizeof *scan->rated);
    if (!scan->wholes || !scan->rated || !note_projects(scan)) {
        arena_check(&scan->doc->arena, scan->err);
        return false;
    }
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
    return tell_rates(&scan) && arena_check(&doc->arena, err);
}
