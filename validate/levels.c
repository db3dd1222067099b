#include "validate/levels.h"

#include "validate/grid.h"
#include "validate/judge.h"
#include "validate/scoreboard.h"

/* A section, and the columns that its sums stand in. */
struct sheet {
    struct doc *doc;
    const struct config *config;
    const struct section *section;
    uint32_t weight, score; /* indices into section->columns; GRID_NONE */
    bool goes_on;           /* another section carries this one on */
    uint32_t first, end;    /* its indicators [first, end) */
};

/* The column of that role; of several weights the deepest level's. */
static uint32_t column_of(const struct section *section, enum column_role role) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        if (section->columns[i].role == role && section->columns[i].level == 0)
            return i;
    }
    return GRID_NONE;
}

static const struct row *row_of(const struct sheet *sheet, uint32_t row) {
    return &sheet->section->rows[row - sheet->section->first];
}

/* The end of the rows below `row` that have a deeper mark, or none. */
static uint32_t end_below(const struct sheet *sheet, uint32_t row) {
    uint32_t end = row + 1;
    while (end < sheet->section->end) {
        const struct row *facts = row_of(sheet, end);
        bool scored = facts->role == ROW_ITEM || facts->role == ROW_PART;
        if (facts->role != ROW_HEADER && facts->role != ROW_FILLER && !scored)
            break;
        if (scored && facts->depth > 0 && facts->depth <= row_of(sheet, row)->depth)
            break;
        end++;
    }
    return end;
}

/* The first indicator from `from` on that stands in `row` or below it. */
static uint32_t indicator_from(const struct sheet *sheet, uint32_t from, uint32_t row) {
    while (from < sheet->end && sheet->doc->record.indicators.items[from].row < row)
        from++;
    return from;
}

/* One figure of the row against those of the indicators [first, end). */
static bool gather(const struct sheet *sheet, uint32_t row, uint32_t column,
                   const uint32_t range[2], struct relation *relation) {
    bool scores = column == sheet->score;
    struct doc *doc = sheet->doc;
    *relation = (struct relation){
        .rule = scores ? "score.subtotal" : "weight.section",
        .kind = RELATION_SUM,
        .part = sheet->section->part,
        .label = row_of(sheet, row)->label,
        .exact = true,
        .operands = arena_array(&doc->arena, range[1] - range[0] + 1, sizeof *relation->operands),
    };
    if (column != GRID_NONE)
        relation->claim = grid_operand(doc, sheet->section, row, column);
    relation->claim.unit = (struct str){0}; /* 20分 is 20, as indicators have it */
    relation->claim.power = 0;
    for (uint32_t i = range[0]; relation->operands && i < range[1]; i++) {
        const struct indicator *indicator = &doc->record.indicators.items[i];
        if (!(scores ? indicator->shares_score : indicator->shares_weight))
            relation->operands[relation->count++] =
                scores ? scoreboard_score(doc, i) : scoreboard_weight(doc, i);
    }
    return relation->operands != NULL;
}

/* Where the weights hold, the row covers just these indicators; else a score
 * that differs is a warning. */
static bool check_row(const struct sheet *sheet, uint32_t row, const uint32_t range[2],
                      uint32_t end, struct err *err) {
    struct relation weights, scores;
    struct judgement judgement;
    if (!gather(sheet, row, sheet->weight, range, &weights) ||
        !gather(sheet, row, sheet->score, range, &scores))
        return arena_check(&sheet->doc->arena, err);
    judge_relation(&weights, &judgement);
    scores.doubtful = judgement.outcome != OUTCOME_PASS;
    if (sheet->goes_on && end == sheet->section->end)
        weights.fail_reason = scores.fail_reason = REASON_LIST_INCOMPLETE;
    return (!weights.claim.known ||
            relation_evaluate(sheet->doc, sheet->config, &weights, NULL, err)) &&
           (!scores.claim.known ||
            relation_evaluate(sheet->doc, sheet->config, &scores, NULL, err));
}

/* Rows that are marked, scored, followed by deeper ones, and no indicators. */
static bool check_section(struct sheet *sheet, struct err *err) {
    const struct section *section = sheet->section;
    uint32_t at = sheet->first;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        const struct row *facts = row_of(sheet, row);
        at = indicator_from(sheet, at, row);
        bool own = at < sheet->end && sheet->doc->record.indicators.items[at].row == row;
        if (own || facts->role != ROW_ITEM || facts->depth == 0)
            continue;
        uint32_t end = end_below(sheet, row);
        uint32_t range[2] = {at, indicator_from(sheet, at, end)};
        if (range[0] < range[1] && !check_row(sheet, row, range, end, err))
            return false;
    }
    return true;
}

/* Marks have four depths: each row is looked at by at most four above it. */
bool levels_run(struct doc *doc, const struct config *config, struct err *err) {
    uint32_t index = 0, count = (uint32_t)doc->record.indicators.count;
    for (uint32_t i = 0; i < doc->reading.sections.count; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        struct sheet sheet = {.doc = doc, .config = config, .section = section, .first = index};
        while (index < count && doc->record.indicators.items[index].section == i)
            index++;
        sheet.end = index;
        sheet.weight = column_of(section, COLUMN_WEIGHT);
        sheet.score = column_of(section, COLUMN_SCORE);
        sheet.goes_on = i + 1 < doc->reading.sections.count && section[1].continues == (int32_t)i;
        if (section->kind == TABLE_SCORE && sheet.first < sheet.end && !check_section(&sheet, err))
            return false;
    }
    return true;
}
