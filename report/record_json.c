#include "report/record_json.h"

/* The fields stand in the order of the schema. A program that reads records may rely on names and
 * types only, but people read them too, and two records compare well line by line. */

#include <stdio.h>
#include <stdlib.h>

#include "model/decimal.h"
#include "validate/catalogue.h"
#include "validate/profiles.h"

enum { ID_BYTES = 16, KEY_BYTES = 64 };

/* "t3" and the like. */
static void put_id(struct json_writer *w, const char *key, char letter, uint32_t index) {
    char id[ID_BYTES];
    size_t at = sizeof id;
    do {
        id[--at] = (char)('0' + index % 10);
        index /= 10;
    } while (index > 0);
    id[--at] = letter;
    json_string(w, key, (struct str){id + at, sizeof id - at});
}

/* Null where the reports of the file are not known: extract did not come to its end. */
static void put_part(const struct doc *doc, uint32_t part, struct json_writer *w) {
    if (part < doc->reading.parts.count)
        put_id(w, "part", 'p', part);
    else
        json_null(w, "part");
}

/* Only what applies: a line or a paragraph, and the cell within a table. */
static void put_place(struct json_writer *w, const char *key, const struct place *place) {
    if (place->line == PLACE_NONE && place->paragraph == PLACE_NONE && place->table == PLACE_NONE) {
        json_null(w, key);
        return;
    }
    json_begin_object(w, key);
    if (place->line != PLACE_NONE)
        json_integer(w, "line", place->line);
    if (place->paragraph != PLACE_NONE)
        json_integer(w, "paragraph", place->paragraph);
    if (place->table != PLACE_NONE)
        put_id(w, "table", 't', (uint32_t)place->table);
    if (place->row != PLACE_NONE)
        json_integer(w, "row", place->row);
    if (place->col != PLACE_NONE)
        json_integer(w, "col", place->col);
    json_end_object(w);
}

static void put_source(const struct source *source, struct json_writer *w) {
    static const char *const status[] = {"ok", "partial", "failed"};
    json_begin_object(w, "source");
    json_string(w, "path", source->path);
    json_string_or_null(w, "sha256", str_of(source->sha256));
    json_integer(w, "bytes", (int64_t)source->bytes);
    json_string_or_null(w, "format", str_of(source->format));
    json_string_or_null(w, "encoding", source->encoding);
    json_string(w, "status", str_of(status[source->status]));
    if (source->error.code == ERR_NONE) {
        json_null(w, "error");
    } else {
        json_begin_object(w, "error");
        json_string(w, "code", str_of(err_code_name(source->error.code)));
        json_string(w, "message", str_of(source->error.words));
        json_end_object(w);
    }
    json_begin_array(w, "warnings");
    for (size_t i = 0; i < source->warnings.count; i++) {
        const struct warning *warning = &source->warnings.items[i];
        json_begin_object(w, NULL);
        json_string(w, "code", warning->code);
        json_string(w, "message", warning->message);
        put_place(w, "at", &warning->at);
        json_end_object(w);
    }
    json_end_array(w);
    json_end_object(w);
}

/* extract leaves nothing but digits in a year. */
static void put_year(struct json_writer *w, struct str year) {
    int64_t number = 0;
    for (size_t i = 0; i < year.len; i++)
        number = number * 10 + (year.ptr[i] - '0');
    if (year.len > 0)
        json_integer(w, "year", number);
    else
        json_null(w, "year");
}

static void put_parts(const struct doc *doc, struct json_writer *w) {
    const struct reading *reading = &doc->reading;
    static const char *const kinds[] = {"department", "project", "target", "other"};
    json_begin_array(w, "parts");
    for (uint32_t i = 0; i < reading->parts.count; i++) {
        const struct part *part = &reading->parts.items[i];
        json_begin_object(w, NULL);
        put_id(w, "id", 'p', i);
        json_string(w, "kind", str_of(kinds[part->kind]));
        json_string_or_null(w, "title", part->title);
        json_string_or_null(w, "unit", part->unit);
        json_string_or_null(w, "project", part->project);
        put_year(w, part->year);
        json_string_or_null(w, "date", part->date);
        json_begin_object(w, "region");
        json_null(w, "code");
        json_string_or_null(w, "province", part->province);
        json_string_or_null(w, "city", part->city);
        json_string_or_null(w, "county", part->county);
        json_end_object(w);
        json_begin_object(w, "claimed");
        json_string_or_null(w, "score", reading_first_claim(reading, i, false));
        json_string_or_null(w, "grade", reading_first_claim(reading, i, true));
        json_end_object(w);
        struct str profile = profiles_name(doc, i);
        if (profile.len > 0)
            json_string(w, "profile", profile);
        put_place(w, "at", &part->at);
        json_end_object(w);
    }
    json_end_array(w);
}

/* ---- tables: one entry a physical table, from its sections, which stand in
 * reading order */

/* The sections of one table: [first, end) of reading.sections, and the one that
 * says what the table is: the longest that is something. */
struct table_sections {
    size_t first, end;
    const struct section *main; /* NULL when the table has no section */
};

static struct table_sections sections_of(const struct reading *reading, uint32_t table,
                                         size_t from) {
    struct table_sections found = {from, from, NULL};
    while (found.first < reading->sections.count &&
           reading->sections.items[found.first].table < table)
        found.first++;
    for (found.end = found.first; found.end < reading->sections.count; found.end++) {
        const struct section *section = &reading->sections.items[found.end];
        if (section->table != table)
            break;
        bool longer = !found.main || found.main->kind == TABLE_OTHER ||
                      section->end - section->first > found.main->end - found.main->first;
        if (!found.main || (section->kind != TABLE_OTHER && longer))
            found.main = section;
    }
    return found;
}

/* Where a table changes its header, each column also says which rows it heads. */
static void put_columns(const struct reading *reading, const struct table_sections *sections,
                        struct json_writer *w) {
    static const char *const roles[] = {
        "other",       "level",  "label",  "weight",   "score",   "second_score",
        "coefficient", "target", "actual", "criteria", "remark",  "budget",
        "spent",       "rate",   "total",  "amount",   "balance", "ordinal"};
    bool several = sections->end - sections->first > 1;
    json_begin_array(w, "columns");
    for (size_t i = sections->first; i < sections->end; i++) {
        const struct section *section = &reading->sections.items[i];
        for (uint32_t c = 0; c < section->column_count; c++) {
            const struct column *column = &section->columns[c];
            char level[KEY_BYTES];
            bool numbered = column->role == COLUMN_LEVEL && column->level > 0;
            snprintf(level, sizeof level, "level%u", column->level);
            json_begin_object(w, NULL);
            json_integer(w, "col", column->col);
            json_string(w, "role", str_of(numbered ? level : roles[column->role]));
            json_string_or_null(w, "name", column->name);
            json_string_or_null(w, "unit", column->unit);
            if (several) {
                json_begin_array(w, "rows");
                json_integer(w, NULL, section->first);
                json_integer(w, NULL, (int64_t)section->end - 1);
                json_end_array(w);
            }
            json_end_object(w);
        }
    }
    json_end_array(w);
}

static void put_table(const struct doc *doc, const struct table *table, uint32_t part,
                      const struct table_sections *sections, struct json_writer *w) {
    static const char *const kinds[] = {"other", "score", "fund", "breakdown", "item", "target"};
    const struct section *section = sections->main;
    json_begin_object(w, NULL);
    put_id(w, "id", 't', table->id);
    put_part(doc, section ? section->part : part, w);
    json_string(w, "kind", str_of(kinds[section ? section->kind : TABLE_OTHER]));
    json_string_or_null(w, "caption", section ? section->caption : (struct str){0});
    json_string_or_null(w, "unit", section ? section->unit : (struct str){0});
    json_integer(w, "rows", table->rows);
    json_integer(w, "cols", table->cols);
    json_integer(w, "header_rows",
                 section ? doc->reading.sections.items[sections->first].header_rows : 0);
    put_columns(&doc->reading, sections, w);
    put_place(w, "at", &table->at);
    json_end_object(w);
}

static void put_tables(const struct doc *doc, struct json_writer *w) {
    const struct document *document = &doc->document;
    uint32_t part = 0;
    size_t block = 0, section = 0;
    json_begin_array(w, "tables");
    for (uint32_t i = 0; i < document->tables.count; i++) {
        const struct table *table = &document->tables.items[i];
        /* top-level tables stand in `blocks` in the same order; nested ones
         * keep the part */
        while (table->parent < 0 && doc->reading.block_parts && block < document->blocks.count) {
            const struct block *b = &document->blocks.items[block];
            if (b->kind == BLOCK_TABLE && b->index == i)
                part = doc->reading.block_parts[block];
            if (b->kind == BLOCK_TABLE && b->index >= i)
                break;
            block++;
        }
        struct table_sections sections = sections_of(&doc->reading, i, section);
        section = sections.end;
        put_table(doc, table, part, &sections, w);
    }
    json_end_array(w);
}

/* ---- values */

/* A weight that is null may stand in a row above: one cell over several scores. */
static void put_indicators(const struct doc *doc, struct json_writer *w) {
    json_begin_array(w, "indicators");
    for (uint32_t i = 0; i < doc->record.indicators.count; i++) {
        const struct indicator *indicator = &doc->record.indicators.items[i];
        json_begin_object(w, NULL);
        put_id(w, "id", 'i', i);
        put_part(doc, indicator->part, w);
        put_id(w, "table", 't', doc->reading.sections.items[indicator->section].table);
        json_integer(w, "row", indicator->row);
        json_string_or_null(w, "level1", indicator->level1);
        json_string_or_null(w, "level2", indicator->level2);
        json_string_or_null(w, "level3", indicator->level3);
        json_string_or_null(w, "name", indicator->name);
        json_string_or_null(w, "target", indicator->target);
        json_string_or_null(w, "actual", indicator->actual);
        json_string_or_null(w, "criteria", indicator->criteria);
        json_string_or_null(w, "remark", indicator->remark);
        json_string_or_null(w, "weight", indicator->weight.text);
        json_string_or_null(w, "score", indicator->score.text);
        put_place(w, "at", &indicator->at);
        json_end_object(w);
    }
    json_end_array(w);
}

static void put_quantity(struct doc *doc, uint32_t index, struct json_writer *w) {
    static const char *const kinds[] = {"amount", "rate",   "score", "count",
                                        "area",   "length", "other"};
    static const char *const comparators[] = {"", "=", "≥", ">", "≤", "<"};
    const struct quantity *quantity = &doc->record.quantities.items[index];
    const struct mention *mention = quantity->mention;
    json_begin_object(w, NULL);
    put_id(w, "id", 'q', index);
    put_part(doc, quantity->part, w);
    json_string(w, "kind", str_of(kinds[quantity->kind]));
    json_string_or_null(w, "label", mention->label);
    json_string_or_null(w, "raw", mention->raw);
    json_string_or_null(w, "value", quantity->value.text);
    if (mention->malformed && mention->number.len > 0)
        json_boolean(w, "malformed", true);
    if (quantity->upper.text.len > 0)
        json_string(w, "upper", quantity->upper.text);
    json_string_or_null(w, "unit", quantity->unit);
    json_integer(w, "decimals", quantity->decimals);
    json_string_or_null(w, "comparator", str_of(comparators[mention->comparator]));
    json_boolean(w, "approximate", mention->approximate);
    if (quantity->has_yuan)
        json_string_or_null(w, "yuan", decimal_text(&doc->arena, &quantity->yuan));
    else
        json_null(w, "yuan");
    put_place(w, "at", &quantity->at);
    json_end_object(w);
}

/* Ids are indices of mentions, so that they stay when dates and grades are left out. */
static void put_quantities(struct doc *doc, struct json_writer *w) {
    json_begin_array(w, "quantities");
    for (uint32_t i = 0; i < doc->record.quantities.count; i++) {
        if (doc->record.quantities.items[i].is_quantity)
            put_quantity(doc, i, w);
    }
    json_end_array(w);
}

/* ---- judgement */

static void put_checks(const struct doc *doc, struct json_writer *w) {
    static const char *const outcomes[] = {"pass", "rounding", "fail", "unverifiable"};
    json_begin_array(w, "checks");
    for (size_t i = 0; i < doc->verdict.checks.count; i++) {
        const struct check *check = &doc->verdict.checks.items[i];
        json_begin_object(w, NULL);
        json_string(w, "rule", str_of(check->rule->id));
        put_part(doc, check->part, w);
        json_string(w, "outcome", str_of(outcomes[check->outcome]));
        json_string_or_null(w, "claimed", check->claimed);
        json_string_or_null(w, "computed", check->computed);
        json_string_or_null(w, "formula", check->formula);
        json_begin_array(w, "operands");
        for (uint32_t o = 0; o < check->operand_count; o++)
            json_string(w, NULL, check->operands[o]);
        json_end_array(w);
        json_string_or_null(w, "reason", check->reason);
        put_place(w, "at", &check->at);
        json_end_object(w);
    }
    json_end_array(w);
}

static void put_evidence(const struct finding *finding, struct json_writer *w) {
    json_begin_array(w, "evidence");
    for (uint32_t i = 0; i < finding->evidence_count; i++) {
        const struct evidence *evidence = &finding->evidence[i];
        json_begin_object(w, NULL);
        json_string(w, "role", evidence->role);
        json_string(w, "text", evidence->text);
        put_place(w, "at", &evidence->at);
        json_end_object(w);
    }
    json_end_array(w);
}

static void put_findings(const struct doc *doc, struct json_writer *w) {
    static const char *const severities[] = {"info", "warning", "error"};
    json_begin_array(w, "findings");
    for (size_t i = 0; i < doc->verdict.findings.count; i++) {
        const struct finding *finding = &doc->verdict.findings.items[i];
        json_begin_object(w, NULL);
        json_string(w, "rule", str_of(finding->rule->id));
        json_string(w, "severity", str_of(severities[finding->severity]));
        put_part(doc, finding->part, w);
        json_string(w, "message", finding->message);
        json_string_or_null(w, "claimed", finding->claimed);
        json_string_or_null(w, "computed", finding->computed);
        json_string_or_null(w, "difference", finding->difference);
        json_string_or_null(w, "tolerance", finding->tolerance);
        json_string_or_null(w, "formula", finding->formula);
        json_string_or_null(w, "diagnosis", finding->diagnosis);
        json_string_or_null(w, "impact", finding->impact);
        put_place(w, "at", &finding->at);
        put_evidence(finding, w);
        json_string(w, "fingerprint", str_of(finding->fingerprint));
        json_end_object(w);
    }
    json_end_array(w);
}

/* Reasons are few and come in alphabetical order, which makes the record reproducible. */
static void put_coverage(const struct coverage *coverage, struct json_writer *w) {
    json_begin_object(w, "coverage");
    json_integer(w, "numbers", coverage->numbers);
    json_integer(w, "checked", coverage->checked);
    json_integer(w, "relations", coverage->relations);
    json_integer(w, "verified", coverage->verified);
    json_begin_object(w, "unverifiable");
    for (uint32_t i = 0; i < coverage->reason_count; i++) {
        char key[KEY_BYTES];
        snprintf(key, sizeof key, "%.*s", STR_ARGS(coverage->unverifiable[i].reason));
        json_integer(w, key, coverage->unverifiable[i].count);
    }
    json_end_object(w);
    json_end_object(w);
}

void record_json(struct doc *doc, struct json_writer *w) {
    json_begin_object(w, NULL);
    json_string(w, "schema", (struct str)STR("heji-report/1"));
    put_source(&doc->source, w);
    put_parts(doc, w);
    put_tables(doc, w);
    put_indicators(doc, w);
    put_quantities(doc, w);
    put_checks(doc, w);
    put_findings(doc, w);
    put_coverage(&doc->verdict.coverage, w);
    json_end_object(w);
}
