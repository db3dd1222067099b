#include "normalize/panel.h"

#include "normalize/indicator.h"

/* A walk down the rows of one table. */
struct walk {
    const struct table *table;
    uint32_t first, end; /* its sections: indices into reading.sections */
    uint32_t at;         /* the first of them that does not end above the row */
};

/* 预期目标 | 实际完成情况 are heads as well, but of no points. */
static bool has_points(const struct section *section) {
    return section->kind == TABLE_SCORE || section->kind == TABLE_FUND;
}

/* The section with points that holds the row, or NULL; rows ascend. */
static const struct section *section_at(const struct doc *doc, struct walk *walk, uint32_t row) {
    const struct section *sections = doc->reading.sections.items;
    while (walk->at < walk->end &&
           (sections[walk->at].end <= row || !has_points(&sections[walk->at])))
        walk->at++;
    bool inside = walk->at < walk->end && row >= sections[walk->at].first;
    return inside ? &sections[walk->at] : NULL;
}

/* Whether the first column of the section names its rows: 产出（50分） is a
 * group of indicators, no panel. */
static bool names_rows(const struct section *section) {
    return section->column_count > 0 && section->columns[0].col == 0 &&
           section->columns[0].role == COLUMN_LEVEL;
}

/* Reads the label of a panel in the first cell of a row, which stands in the
 * head of `section`, or outside all of them (NULL). */
static bool read_label(struct doc *doc, const struct cell *cell, const struct section *section,
                       struct panel *panel) {
    struct str figure, score;
    if (section && names_rows(section))
        return false;
    struct str text = str_squeeze(&doc->arena, cell->passage.text);
    indicator_group_label(text, &panel->label, &figure, &score);
    panel->weight = (struct value){.text = figure};
    panel->weight.number = figure.len > 0 && decimal_parse(figure, &panel->weight.decimal);
    panel->certain = str_ends(text, "分)");
    panel->section = section ? (uint32_t)(section - doc->reading.sections.items) : UINT32_MAX;
    panel->at = cell->passage.at;
    /* 评分表（100分） is the form itself */
    struct decimal hundred = decimal_of(100);
    return panel->weight.number && decimal_cmp(&panel->weight.decimal, &hundred) < 0;
}

/* The grid column in which the table's indicators have their scores, or
 * UINT32_MAX. */
static uint32_t score_column(const struct doc *doc, const struct walk *walk) {
    for (uint32_t i = walk->first; i < walk->end; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        for (uint32_t j = 0; section->kind == TABLE_SCORE && j < section->column_count; j++) {
            if (section->columns[j].role == COLUMN_SCORE)
                return section->columns[j].col;
        }
    }
    return UINT32_MAX;
}

/* The rows of a panel outside all sections end where the next text of the first
 * column begins, or the next section. */
static uint32_t rows_end(const struct doc *doc, const struct walk *walk, uint32_t row) {
    uint32_t end =
        walk->at < walk->end ? doc->reading.sections.items[walk->at].first : walk->table->rows;
    for (row++; row < end; row++) {
        const struct cell *cell = table_cell_at(walk->table, row, 0);
        if (cell && cell->row == row && str_trim(cell->passage.text).len > 0)
            break;
    }
    return row;
}

/* The one bare figure that the rows rows[0] to rows[1] (exclusive) hold in the
 * grid column. */
static void take_score(const struct doc *doc, const struct table *table, const uint32_t rows[2],
                       uint32_t col, struct panel *panel) {
    uint32_t found = 0;
    for (uint32_t row = rows[0]; row < rows[1]; row++) {
        const struct cell *cell = table_cell_at(table, row, col);
        if (!cell || cell->row != row || cell->col != col)
            continue;
        uint32_t mention =
            reading_mention_of(&doc->reading, table->id, (uint32_t)(cell - table->cells));
        if (mention == STATEMENT_NO_MENTION)
            continue;
        const struct quantity *quantity = &doc->record.quantities.items[mention];
        if (!quantity->readable || quantity->unit.len > 0)
            continue;
        found++;
        panel->score = quantity->value;
        panel->score_at = cell->passage.at;
    }
    if (found != 1)
        panel->score = (struct value){0};
}

static bool adds_to_hundred(const struct doc *doc, size_t first) {
    struct decimal sum = decimal_of(0), hundred = decimal_of(100);
    for (size_t i = first; i < doc->record.panels.count; i++) {
        if (!decimal_add(&sum, &doc->record.panels.items[i].weight.decimal, &sum))
            return false;
    }
    return decimal_cmp(&sum, &hundred) == 0;
}

/* 表（2） is no panel of two points. */
static void drop_uncertain(struct doc *doc, size_t first) {
    size_t kept = first;
    for (size_t i = first; i < doc->record.panels.count; i++) {
        if (doc->record.panels.items[i].certain)
            doc->record.panels.items[kept++] = doc->record.panels.items[i];
    }
    doc->record.panels.count = kept;
}

/* The indicators of the panels from `first` on; `*next` counts those that stand
 * above. */
static void take_indicators(struct doc *doc, size_t first, uint32_t *next) {
    const struct indicator *indicators = doc->record.indicators.items;
    const struct section *sections = doc->reading.sections.items;
    for (size_t i = first; i < doc->record.panels.count; i++) {
        struct panel *panel = &doc->record.panels.items[i];
        uint32_t last = panel->section, count = (uint32_t)doc->record.indicators.count;
        if (last == UINT32_MAX)
            continue;
        while (last + 1 < doc->reading.sections.count &&
               sections[last + 1].continues == (int32_t)last)
            last++;
        while (*next < count && indicators[*next].section < panel->section)
            ++*next;
        panel->first = *next;
        while (*next < count && indicators[*next].section <= last)
            ++*next;
        panel->end = *next;
    }
}

static bool read_table(struct doc *doc, struct walk *walk, uint32_t *next) {
    uint32_t scores = score_column(doc, walk);
    size_t first = doc->record.panels.count;
    for (uint32_t row = 0; row < walk->table->rows; row++) {
        const struct section *section = section_at(doc, walk, row);
        const struct cell *cell = table_cell_at(walk->table, row, 0);
        struct panel panel = {.part = doc->reading.sections.items[walk->first].part,
                              .table = walk->table->id};
        if (section && row >= section->first + section->header_rows) {
            row = section->end - 1;
            continue;
        }
        if (!cell || cell->row != row || !read_label(doc, cell, section, &panel))
            continue;
        if (!section && scores != UINT32_MAX)
            take_score(doc, walk->table, (uint32_t[]){row, rows_end(doc, walk, row)}, scores,
                       &panel);
        if (!VEC_PUSH(&doc->arena, &doc->record.panels, panel))
            return false;
    }
    if (!adds_to_hundred(doc, first))
        drop_uncertain(doc, first);
    take_indicators(doc, first, next);
    return true;
}

/* Panels are of forms that are scored. */
static bool is_scored(const struct doc *doc, const struct walk *walk) {
    for (uint32_t i = walk->first; i < walk->end; i++) {
        if (doc->reading.sections.items[i].kind == TABLE_SCORE)
            return true;
    }
    return false;
}

bool panel_collect(struct doc *doc, struct err *err) {
    const struct reading *reading = &doc->reading;
    struct walk walk = {0};
    uint32_t next = 0;
    while (walk.first < reading->sections.count) {
        uint32_t table = reading->sections.items[walk.first].table;
        for (walk.end = walk.first; walk.end < reading->sections.count; walk.end++) {
            if (reading->sections.items[walk.end].table != table)
                break;
        }
        walk.table = &doc->document.tables.items[table];
        walk.at = walk.first;
        if (is_scored(doc, &walk) && !read_table(doc, &walk, &next))
            return arena_check(&doc->arena, err);
        walk.first = walk.end;
    }
    return true;
}
