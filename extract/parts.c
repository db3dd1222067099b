#include "extract/parts.h"

#include "base/utf8.h"
#include "extract/lexicon.h"
#include "extract/title.h"
#include "model/date.h"

enum { SUBSTANCE = 12 }; /* paragraphs after which a title cannot belong to the cover any more */

/* What has been seen of a part while its blocks go by. */
struct progress {
    const struct facts *facts;
    uint32_t paragraphs;
    bool has_scores; /* a table of scores with its total has been seen */
};

/* A file holds several reports (two covers and two score tables in one DOCX):
 * each claim must be held against the table of its own. */
static bool push_part(struct doc *doc, struct part part, struct err *err) {
    return VEC_PUSH(&doc->arena, &doc->reading.parts, part) || arena_check(&doc->arena, err);
}

/* A part begins at its title, be it a paragraph or the caption in a table. */
static struct place place_of_block(const struct doc *doc, uint32_t block) {
    const struct block *b = &doc->document.blocks.items[block];
    return b->kind == BLOCK_PARAGRAPH ? doc->document.paragraphs.items[b->index].at
                                      : doc->document.tables.items[b->index].at;
}

/* Whether a table holds a section of scores with a total row. */
static bool has_score_total(const struct doc *doc, const struct facts *facts, uint32_t table) {
    for (uint32_t i = facts->first_section[table]; i < facts->first_section[table + 1]; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        if (section->kind != TABLE_SCORE)
            continue;
        for (uint32_t row = 0; row < section->end - section->first; row++) {
            if (section->rows[row].role == ROW_TOTAL)
                return true;
        }
    }
    return false;
}

/* The last part of that kind, or UINT32_MAX. */
static uint32_t part_of_kind(const struct doc *doc, enum part_kind kind) {
    for (size_t i = doc->reading.parts.count; i-- > 0;) {
        if (doc->reading.parts.items[i].kind == kind)
            return (uint32_t)i;
    }
    return UINT32_MAX;
}

/* Whether the title opens another report than the current part. */
static bool opens_part(const struct part *part, const struct progress *progress,
                       const struct title *title, enum part_kind kind) {
    if (title->kind == TITLE_ANNEX)
        return false;
    /* a cover, a table of contents and the first page repeat the title within a
     * few lines: no new report begins there */
    if (!progress->has_scores && progress->paragraphs < SUBSTANCE)
        return false;
    bool same_kind = kind == PART_OTHER || part->kind == PART_OTHER || kind == part->kind;
    /* the form of the same report stands behind its text */
    if (title->kind == TITLE_FORM && same_kind && !progress->has_scores)
        return false;
    /* the title again on the first page behind a cover and a table of
     * contents */
    if (!progress->has_scores && str_eq(part->title, title->text))
        return false;
    return true;
}

/* Assigns blocks [from, to) to a part and takes note of what they hold. */
static void assign(struct doc *doc, uint32_t from, uint32_t to, uint32_t part,
                   struct progress *progress) {
    for (uint32_t i = from; i < to; i++) {
        const struct block *block = &doc->document.blocks.items[i];
        doc->reading.block_parts[i] = part;
        if (block->kind == BLOCK_TABLE)
            progress->has_scores |= has_score_total(doc, progress->facts, block->index);
        else
            progress->paragraphs += !str_blank(doc->document.paragraphs.items[block->index].text);
    }
}

/* The first title wins: the one on the cover is complete, the one over the form
 * is often cut. */
static void name_part(struct part *part, const struct title *title, enum part_kind kind) {
    part->title = title->text;
    part->year = title->year;
    part->kind = kind;
}

/* Blocks between a form's title and its table, and fields at its top. */
enum { FORM_LEAD = 6, FORM_FIELDS = 4 };

/* Whether the form under the title names a project at its top: 绩效目标自评表
 * alone does not say what it is about. `*field` is the first field that may
 * belong to it; titles and fields are in reading order. */
static bool names_project(const struct doc *doc, const struct config *config, uint32_t block,
                          size_t *field) {
    const struct reading *reading = &doc->reading;
    const struct block *blocks = doc->document.blocks.items;
    uint32_t end = block + FORM_LEAD;
    while (block < doc->document.blocks.count && block < end && blocks[block].kind != BLOCK_TABLE)
        block++;
    if (block == doc->document.blocks.count || block == end)
        return false;
    uint32_t table = blocks[block].index;
    while (*field < reading->fields.count && reading->fields.items[*field].table < table)
        ++*field;
    for (size_t i = *field; i < reading->fields.count && i < *field + FORM_FIELDS; i++) {
        if (reading->fields.items[i].table == table &&
            lexicon_is(config->lexicon, WORDS_PROJECT_FIELDS, reading->fields.items[i].label))
            return true;
    }
    return false;
}

/* 附件2 项目支出绩效自评表 belongs to the report before it, unless
 * that has its scores already: then it opens the next one. */
static bool split(struct doc *doc, const struct config *config, struct facts *facts,
                  struct err *err) {
    uint32_t count = (uint32_t)doc->document.blocks.count, current = 0, done = 0;
    size_t field = 0;
    struct progress progress = {.facts = facts};
    struct part first = {.kind = PART_OTHER, .end = count};
    if (count > 0)
        first.at = place_of_block(doc, 0);
    else
        first.at = (struct place){1, PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE};
    if (!push_part(doc, first, err))
        return false;
    for (uint32_t i = 0; i < count; i++) {
        struct title title = title_at(doc, config, facts, i);
        struct part *part = &doc->reading.parts.items[current];
        if (title.kind == TITLE_NONE)
            continue;
        enum part_kind kind = title_part_kind(config, title.text);
        if (title.kind == TITLE_FORM && kind == PART_OTHER &&
            names_project(doc, config, title.last_block, &field))
            kind = PART_PROJECT;
        uint32_t start = title.block > done ? title.block : done;
        assign(doc, done, start, current, &progress);
        done = start;
        if (title.kind == TITLE_ANNEX) {
            uint32_t owner = kind == PART_OTHER ? UINT32_MAX : part_of_kind(doc, kind);
            current = owner == UINT32_MAX ? current : owner;
            part = &doc->reading.parts.items[current];
            if (part->title.len == 0)
                name_part(part, &title, kind);
        } else if (opens_part(part, &progress, &title, kind)) {
            current = (uint32_t)doc->reading.parts.count;
            struct part next = {.kind = kind,
                                .first = start,
                                .end = count,
                                .title = title.text,
                                .year = title.year,
                                .at = place_of_block(doc, start)};
            progress = (struct progress){.facts = facts};
            if (!push_part(doc, next, err))
                return false;
        } else if (part->title.len == 0) {
            name_part(part, &title, kind);
        } else if (part->year.len == 0) {
            part->year = title.year;
        }
    }
    assign(doc, done, count, current, &progress);
    for (size_t i = 0; i + 1 < doc->reading.parts.count; i++)
        doc->reading.parts.items[i].end = doc->reading.parts.items[i + 1].first;
    return true;
}

/* The value up to the next field of the line: 某局
 * 评价年度：2022年度. */
static struct str first_of_line(struct str value) {
    size_t gap = str_find(value, "  ", 0), wide = str_find(value, "\u3000", 0);
    size_t at = gap < wide ? gap : wide;
    if (at == SIZE_MAX)
        return value;
    struct str rest = str_slice(value, at, value.len);
    return str_has(rest, "：") || str_has(rest, ":") ? str_slice(value, 0, at) : value;
}

/* The value behind the colon of a line such as 项目单位：某县教育局;
 * empty when it is no such line. */
static struct str line_field(struct doc *doc, struct str text, struct str *label) {
    size_t colon = str_find(text, "：", 0), size = strlen("：");
    if (colon == SIZE_MAX) {
        colon = str_find(text, ":", 0);
        size = 1;
    }
    if (colon == SIZE_MAX || colon > 90)
        return (struct str){0};
    *label = lexicon_bare(str_squeeze(&doc->arena, str_slice(text, 0, colon)));
    struct str value = first_of_line(str_trim(str_slice(text, colon + size, text.len)));
    return value.len <= 240 ? value : (struct str){0};
}

/* "2021-07-22" from a squeezed text that is 2021年7月22日 and nothing else;
 * empty when it is not. The day of a report has a month at least. */
static struct str iso_date(struct doc *doc, struct str text) {
    struct date date;
    bool whole = text.len > 0 && date_read(text, 0, &date) == text.len;
    if (!whole || date.year < 2000 || date.month == 0)
        return (struct str){0};
    return date_text(&doc->arena, &date);
}

/* `unit_rank` is that of the field that has named the unit so far; smaller is
 * better. */
static void take_field(struct doc *doc, const struct config *config, struct part *part,
                       size_t *unit_rank, const struct field *field) {
    size_t rank = lexicon_rank(config->lexicon, WORDS_UNIT_FIELDS, field->label);
    if (field->value.len == 0 || field->value.len > 240)
        return;
    if (rank < *unit_rank && !str_has(field->value, "\n")) {
        *unit_rank = rank;
        part->unit = field->value;
    }
    if (part->project.len == 0 && lexicon_is(config->lexicon, WORDS_PROJECT_FIELDS, field->label))
        part->project = field->value;
    if (part->date.len == 0 && lexicon_is(config->lexicon, WORDS_DATE_FIELDS, field->label))
        part->date = iso_date(doc, str_squeeze(&doc->arena, field->value));
}

/* A field's value that runs on into the next line: a line without a colon
 * between two fields. */
static struct str carried_value(struct doc *doc, uint32_t block, struct str value) {
    const struct document *document = &doc->document;
    struct str label;
    if (block + 2 >= document->blocks.count)
        return value;
    const struct block *next = &document->blocks.items[block + 1];
    const struct block *after = &document->blocks.items[block + 2];
    if (next->kind != BLOCK_PARAGRAPH || after->kind != BLOCK_PARAGRAPH)
        return value;
    struct str rest = str_trim(document->paragraphs.items[next->index].text);
    bool alone = rest.len > 0 && rest.len <= 90 && !str_has(rest, "：") && !str_has(rest, ":");
    if (!alone || line_field(doc, document->paragraphs.items[after->index].text, &label).len == 0)
        return value;
    return str_printf(&doc->arena, "%.*s%.*s", STR_ARGS(value), STR_ARGS(rest));
}

/* The year most often named in the part's prose, the first one among equals. */
struct year_count {
    uint32_t count[100]; /* of 2000..2099 */
    uint32_t first[100]; /* order of the first naming, 1-based */
    uint32_t named;
};

/* What is known of a part while its blocks go by. */
struct description {
    size_t unit_rank;
    struct year_count years;
    struct str before; /* the paragraph before this one */
};

/* Covers are justified, so that blanks may stand before 年 (2022 年度); a
 * document number (〔2020〕10号) has no 年 and does not count. */
static void count_years(struct year_count *years, struct str text) {
    for (size_t at = str_find(text, "年", 4); at != SIZE_MAX; at = str_find(text, "年", at + 3)) {
        struct str before = str_trim(str_slice(text, at > 8 ? at - 8 : 0, at));
        struct str year = title_year(str_slice(text, at - 4, at + 3));
        if (year.len == 0 && before.len >= 4 && before.ptr[before.len - 4] == '2' &&
            before.ptr[before.len - 3] == '0')
            year = str_slice(before, before.len - 4, before.len);
        if (year.len == 0 || year.ptr[2] < '0' || year.ptr[2] > '9' || year.ptr[3] < '0' ||
            year.ptr[3] > '9')
            continue;
        int index = (year.ptr[2] - '0') * 10 + (year.ptr[3] - '0');
        if (years->count[index]++ == 0)
            years->first[index] = ++years->named;
    }
}

/* Citations name old years (根据 2018 年 34 号文), plans new ones; the
 * year that the report is about is named most. */
static struct str common_year(struct doc *doc, const struct year_count *years) {
    int best = -1;
    for (int i = 0; i < 100; i++) {
        if (years->count[i] == 0)
            continue;
        if (best < 0 || years->count[i] > years->count[best] ||
            (years->count[i] == years->count[best] && years->first[i] < years->first[best]))
            best = i;
    }
    return best < 0 ? str_of(NULL) : str_printf(&doc->arena, "20%02d", best);
}

/* Titles of departments' and projects' reports can be the same; then
 * 一、部门概况 or 一、项目概况 tells. */
static void take_heading(const struct config *config, struct part *part, struct str text) {
    if (part->kind != PART_OTHER || text.len > 120)
        return;
    if (lexicon_within(config->lexicon, WORDS_PROJECT_HEADINGS, text) != SIZE_MAX)
        part->kind = PART_PROJECT;
    else if (lexicon_within(config->lexicon, WORDS_DEPARTMENT_HEADINGS, text) != SIZE_MAX)
        part->kind = PART_DEPARTMENT;
}

/* The line above the closing date signs the report. */
static void take_signature(struct doc *doc, struct part *part, struct str date,
                           struct str signature) {
    if (part->date.len == 0 && date.len > 0)
        part->date = date;
    struct str name = str_squeeze(&doc->arena, signature);
    if (part->unit.len == 0 && date.len > 0 && title_unit(name).len == name.len)
        part->unit = title_unit(name);
}

/* What a paragraph says about its part: a field, a heading, a year, the closing
 * signature. */
static void take_paragraph(struct doc *doc, const struct config *config, uint32_t block,
                           struct part *part, struct description *seen) {
    uint32_t index = doc->document.blocks.items[block].index;
    struct str text = str_trim(doc->document.paragraphs.items[index].text);
    struct field field = {0};
    if (text.len == 0)
        return;
    struct str date = {0};
    if (text.len <= 60)
        date = iso_date(doc, str_squeeze(&doc->arena, text));
    field.value = line_field(doc, text, &field.label);
    if (field.value.len > 0) {
        if (lexicon_is(config->lexicon, WORDS_PROJECT_FIELDS, field.label))
            field.value = carried_value(doc, block, field.value);
        take_field(doc, config, part, &seen->unit_rank, &field);
    }
    /* the day of the report says nothing about the year that it is about */
    if (date.len > 0)
        take_signature(doc, part, date, seen->before);
    else if (!lexicon_is(config->lexicon, WORDS_DATE_FIELDS, field.label))
        count_years(&seen->years, text);
    if (text.len <= 120)
        take_heading(config, part, str_squeeze(&doc->arena, text));
    seen->before = text;
}

/* Reads fields and paragraphs for what they say about each part. */
static bool describe(struct doc *doc, const struct config *config, struct err *err) {
    struct reading *reading = &doc->reading;
    struct description *seen = arena_array(&doc->arena, reading->parts.count, sizeof *seen);
    if (!seen)
        return arena_check(&doc->arena, err);
    for (size_t i = 0; i < reading->parts.count; i++)
        seen[i].unit_rank = SIZE_MAX;
    for (size_t i = 0; i < reading->fields.count; i++) {
        uint32_t part = reading->fields.items[i].part;
        take_field(doc, config, &reading->parts.items[part], &seen[part].unit_rank,
                   &reading->fields.items[i]);
    }
    for (uint32_t i = 0; i < doc->document.blocks.count; i++) {
        uint32_t part = reading->block_parts[i];
        if (doc->document.blocks.items[i].kind == BLOCK_PARAGRAPH)
            take_paragraph(doc, config, i, &reading->parts.items[part], &seen[part]);
    }
    for (size_t i = 0; i < reading->parts.count; i++) {
        struct part *part = &reading->parts.items[i];
        if (part->unit.len == 0)
            part->unit = title_unit(part->title);
        if (part->year.len == 0)
            part->year = common_year(doc, &seen[i].years);
        if (part->kind == PART_OTHER && part->project.len > 0)
            part->kind = PART_PROJECT;
    }
    return true;
}

/* 某省某市某县 at the head of the unit's name. */
static void locate(struct part *part) {
    struct str rest = str_slice(part->unit, 0, 45);
    size_t at = str_find(rest, "省", 0);
    if (at != SIZE_MAX && at >= 6 && at <= 9) {
        part->province = str_slice(rest, 0, at + 3);
        rest = str_slice(rest, at + 3, rest.len);
    }
    at = str_find(rest, "市", 0);
    if (at != SIZE_MAX && at >= 6 && at <= 12) {
        part->city = str_slice(rest, 0, at + 3);
        rest = str_slice(rest, at + 3, rest.len);
    }
    static const char *const ends[] = {"县", "区", "旗"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends && part->county.len == 0; i++) {
        at = str_find(rest, ends[i], 0);
        if (at != SIZE_MAX && at >= 3 && at <= 18)
            part->county = str_slice(rest, 0, at + 3);
    }
}

/* The part of each table's block, nested tables with their parents, for
 * sections and fields. */
static bool spread(struct doc *doc, struct err *err) {
    struct document *document = &doc->document;
    uint32_t *parts = arena_array(&doc->arena, document->tables.count + 1, sizeof *parts);
    if (!parts)
        return arena_check(&doc->arena, err);
    for (size_t i = 0; i < document->blocks.count; i++) {
        if (document->blocks.items[i].kind == BLOCK_TABLE)
            parts[document->blocks.items[i].index] = doc->reading.block_parts[i];
    }
    for (size_t i = 0; i < document->tables.count; i++) {
        if (document->tables.items[i].parent >= 0)
            parts[i] = parts[document->tables.items[i].parent];
    }
    for (size_t i = 0; i < doc->reading.sections.count; i++)
        doc->reading.sections.items[i].part = parts[doc->reading.sections.items[i].table];
    for (size_t i = 0; i < doc->reading.fields.count; i++)
        doc->reading.fields.items[i].part = parts[doc->reading.fields.items[i].table];
    return true;
}

bool parts_find(struct doc *doc, const struct config *config, struct facts *facts,
                struct err *err) {
    doc->reading.block_parts =
        arena_array(&doc->arena, doc->document.blocks.count + 1, sizeof *doc->reading.block_parts);
    if (!doc->reading.block_parts)
        return arena_check(&doc->arena, err);
    if (!split(doc, config, facts, err) || !spread(doc, err))
        return false;
    if (!describe(doc, config, err))
        return false;
    for (uint32_t i = 0; i < doc->reading.parts.count; i++)
        locate(&doc->reading.parts.items[i]);
    return arena_check(&doc->arena, err);
}
