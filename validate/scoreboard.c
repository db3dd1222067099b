#include "validate/scoreboard.h"

/* Sum rows of one table that are held against it: each is tried over all
 * indicators, so that their number bounds the work. A table has one total and
 * perhaps a dozen subtotals. */
enum { MOST_SUMS = 64 };

/* Tables with three 分值 columns give the upper levels theirs (level > 0);
 * only the deepest is paired with the score. */
static const struct cell *value_cell(const struct doc *doc, const struct section *section,
                                     uint32_t row, enum column_role role) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct column *column = &section->columns[i];
        if (column->role == role && (role != COLUMN_WEIGHT || column->level == 0))
            return reading_value(&doc->document, section, row, i);
    }
    return NULL;
}

/* The figure of a sum row as an operand. */
static struct operand claim_of(struct doc *doc, const struct section *section, uint32_t row,
                               enum column_role role) {
    const struct table *table = &doc->document.tables.items[section->table];
    const struct cell *cell = value_cell(doc, section, row, role);
    struct operand operand = {.at = section->rows[row - section->first].at};
    if (!cell || cell->row != row)
        return operand;
    operand.at = cell->passage.at;
    operand.raw = cell->passage.text;
    uint32_t mention =
        reading_mention_of(&doc->reading, table->id, (uint32_t)(cell - table->cells));
    if (mention == STATEMENT_NO_MENTION || !doc->record.quantities.items[mention].readable)
        return operand;
    const struct quantity *quantity = &doc->record.quantities.items[mention];
    operand.known = quantity->value.number;
    operand.value = quantity->value.decimal;
    operand.text = quantity->value.text;
    operand.id = str_numbered(&doc->arena, 'q', mention);
    return operand;
}

/* Indicators are cited as i3, not as the figure in the cell: the record shows
 * them that way. */
static struct operand operand_of(struct doc *doc, uint32_t index, const struct value *value,
                                 const struct place *at) {
    const struct indicator *indicator = &doc->record.indicators.items[index];
    return (struct operand){
        .known = value->number,
        .value = value->decimal,
        .text = value->text,
        .raw = value->text,
        .label = indicator->name,
        .id = str_numbered(&doc->arena, 'i', index),
        .at = *at,
    };
}

/* Not known for a row that shares the cell above: the cell counts once, with
 * its first row. */
struct operand scoreboard_weight(struct doc *doc, uint32_t index) {
    const struct indicator *indicator = &doc->record.indicators.items[index];
    return operand_of(doc, index, &indicator->weight, &indicator->weight_at);
}

/* Not known where the cell holds words or nothing; the sum is then unverifiable
 * rather than short. */
struct operand scoreboard_score(struct doc *doc, uint32_t index) {
    const struct indicator *indicator = &doc->record.indicators.items[index];
    return operand_of(doc, index, &indicator->score, &indicator->score_at);
}

/* Adds the weights, or the scores, of the indicators [first, end) and of the
 * fund row. False when one that should be there is missing. */
static bool add_up(const struct doc *doc, uint32_t first, uint32_t end, uint32_t fund, bool scores,
                   struct decimal *sum) {
    *sum = decimal_of(0);
    for (uint32_t i = first; i <= end; i++) {
        uint32_t index = i < end ? i : fund;
        if (index == UINT32_MAX)
            break;
        const struct indicator *indicator = &doc->record.indicators.items[index];
        const struct value *value = scores ? &indicator->score : &indicator->weight;
        bool shared = scores ? indicator->shares_score : indicator->shares_weight;
        if (!value->number && !shared)
            return false;
        if (value->number && !decimal_add(sum, &value->decimal, sum))
            return false;
    }
    return true;
}

/* Exactly: weights and scores are their author's own figures, never rounded
 * ones (contract, Precision). */
static bool fits(const struct doc *doc, const struct operand *claim, uint32_t first, uint32_t end,
                 uint32_t fund, bool scores) {
    struct decimal sum;
    return claim->known && add_up(doc, first, end, fund, scores, &sum) &&
           decimal_cmp(&sum, &claim->value) == 0;
}

/* One reading of what a sum row covers. */
struct range {
    uint32_t first, end, fund;
};

/* An empty range adds to 0 and would fit every blank total. */
static bool fits_range(const struct doc *doc, const struct sum_row *sum, const struct range *range,
                       bool scores) {
    return range->first < range->end && fits(doc, scores ? &sum->score : &sum->weight, range->first,
                                             range->end, range->fund, scores);
}

/* Chooses among the readings the one whose weights and scores add to the row's,
 * else whose weights do, else whose scores do, else the first one, which is
 * then not certain. */
static void choose(const struct doc *doc, struct sum_row *sum, const struct range *ranges,
                   uint32_t count) {
    uint32_t chosen = 0;
    for (uint32_t pass = 0; pass < 3 && !sum->certain; pass++) {
        for (uint32_t i = 0; i < count && !sum->certain; i++) {
            sum->certain = (pass == 2 || fits_range(doc, sum, &ranges[i], false)) &&
                           (pass == 1 || fits_range(doc, sum, &ranges[i], true));
            chosen = sum->certain ? i : chosen;
        }
    }
    sum->first = ranges[chosen].first;
    sum->end = ranges[chosen].end;
    sum->with_fund = ranges[chosen].fund != UINT32_MAX;
}

/* Where a sum row stands among the indicators of its board. */
struct standing {
    uint32_t since, here, until; /* those between it and the sum rows before and behind it */
    bool last;                   /* it is the last total */
    bool leads;                  /* the subtotals of this table stand over their rows */
    bool trails;                 /* they stand under them */
};

/* Chooses which indicators of the board a sum row covers. */
static void cover(const struct doc *doc, const struct scoreboard *board,
                  const struct standing *standing, struct sum_row *sum) {
    struct range all = {board->first, standing->last ? board->end : standing->here, board->fund};
    struct range bare = {all.first, all.end, UINT32_MAX};
    struct range above = {standing->since, standing->here, UINT32_MAX};
    struct range below = {standing->here, standing->until, UINT32_MAX};
    struct range totals[] = {all, bare, above, below};
    struct range subtotals[] = {above, below, bare, all};
    if (standing->leads) {
        subtotals[0] = below;
        subtotals[1] = above;
    }
    if (standing->trails) /* that the next group happens to add to it says nothing */
        subtotals[1] = above;
    choose(doc, sum, sum->subtotal ? subtotals : totals, 4);
    /* a total that stands last covers the whole table, whatever its figures
     * say */
    if (!sum->subtotal && standing->last)
        sum->certain = true;
}

/* By bisection: a table of 10,000 indicators with 64 sums must not be walked 64
 * times. */
static uint32_t indicators_before(const struct doc *doc, const struct scoreboard *board,
                                  uint32_t section, uint32_t row) {
    uint32_t low = board->first, high = board->end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct indicator *indicator = &doc->record.indicators.items[middle];
        if (indicator->section > section || (indicator->section == section && indicator->row > row))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* A table that the page cuts is one table: its total covers the rows on both
 * pages. */
static uint32_t last_section(const struct doc *doc, uint32_t section) {
    while (section + 1 < doc->reading.sections.count &&
           doc->reading.sections.items[section + 1].continues == (int32_t)section)
        section++;
    return section;
}

static bool is_sum(enum row_role role) {
    return role == ROW_TOTAL || role == ROW_SUBTOTAL;
}

/* Gathers the sum rows of the board's sections. */
static bool gather_sums(struct doc *doc, struct scoreboard *board, uint32_t last) {
    uint32_t count = 0, at = 0;
    for (uint32_t pass = 0; pass < 2; pass++) {
        for (uint32_t i = board->section; i <= last; i++) {
            const struct section *section = &doc->reading.sections.items[i];
            for (uint32_t row = section->first; row < section->end; row++) {
                const struct row *facts = &section->rows[row - section->first];
                if (!is_sum(facts->role) || (pass == 0 && count == MOST_SUMS))
                    continue;
                if (pass == 0) {
                    count++;
                    continue;
                }
                if (at == count)
                    break;
                board->sums[at++] = (struct sum_row){
                    .section = i,
                    .row = row,
                    .subtotal = facts->role == ROW_SUBTOTAL,
                    .label = facts->label.len > 0 ? facts->label : str_of("合计"),
                    .weight = claim_of(doc, section, row, COLUMN_WEIGHT),
                    .score = claim_of(doc, section, row, COLUMN_SCORE),
                };
            }
        }
        if (pass == 0)
            board->sums = arena_array(&doc->arena, count + 1, sizeof *board->sums);
        if (!board->sums)
            return false;
    }
    board->sum_count = count;
    return true;
}

/* Whether rows stand over the first sum row, a subtotal, and none under the last. */
static bool do_trail(const struct doc *doc, const struct scoreboard *board) {
    if (board->sum_count == 0 || !board->sums[0].subtotal)
        return false;
    const struct sum_row *first = &board->sums[0], *last = &board->sums[board->sum_count - 1];
    return indicators_before(doc, board, first->section, first->row) > board->first &&
           indicators_before(doc, board, last->section, last->row) == board->end;
}

/* Subtotals may stand over or under their rows; the first one decides for all,
 * because a table is filled in one way. */
static void cover_all(const struct doc *doc, struct scoreboard *board) {
    uint32_t totals = 0, seen = 0;
    struct standing standing = {.since = board->first};
    for (uint32_t i = 0; i < board->sum_count; i++)
        totals += !board->sums[i].subtotal;
    standing.trails = do_trail(doc, board);
    for (uint32_t i = 0; i < board->sum_count; i++) {
        struct sum_row *sum = &board->sums[i];
        standing.here = indicators_before(doc, board, sum->section, sum->row);
        standing.until = i + 1 < board->sum_count
                             ? indicators_before(doc, board, sum[1].section, sum[1].row)
                             : board->end;
        /* where the first subtotal stands over its rows, so do the others; where rows stand over
         * the first and none under the last, all stand under theirs */
        standing.leads |= i == 0 && sum->subtotal && standing.here == board->first;
        seen += !sum->subtotal;
        standing.last = !sum->subtotal && seen == totals;
        cover(doc, board, &standing, sum);
        standing.since = standing.here;
    }
}

/* The points of the execution rate stand in the fund block (10 of 100) and
 * count in the total of the table below it, at most once. */
static struct scoreboard *gather_boards(struct doc *doc, uint32_t *count) {
    const struct reading *reading = &doc->reading;
    struct scoreboard *boards =
        arena_array(&doc->arena, reading->sections.count + 1, sizeof *boards);
    uint32_t index = 0, fund = UINT32_MAX;
    *count = 0;
    for (uint32_t i = 0; boards && i < reading->sections.count; i++) {
        const struct section *section = &reading->sections.items[i];
        const struct indicator *indicators = doc->record.indicators.items;
        if (section->kind == TABLE_FUND && index < doc->record.indicators.count &&
            indicators[index].section == i && indicators[index].is_fund)
            fund = index++;
        if (section->kind != TABLE_SCORE || section->continues >= 0)
            continue;
        struct scoreboard *board = &boards[*count];
        uint32_t last = last_section(doc, i);
        *board = (struct scoreboard){.part = section->part, .section = i, .first = index};
        while (index < doc->record.indicators.count && indicators[index].section <= last)
            index++;
        board->end = index;
        /* the fund block of the same report, directly above */
        bool same = fund != UINT32_MAX && indicators[fund].part == section->part;
        board->fund = same ? fund : UINT32_MAX;
        fund = UINT32_MAX;
        if (board->first == board->end)
            continue;
        if (!gather_sums(doc, board, last))
            return NULL;
        cover_all(doc, board);
        ++*count;
    }
    return boards;
}

const struct scoreboard *scoreboard_all(struct doc *doc, uint32_t *count) {
    struct verdict *verdict = &doc->verdict;
    if (!verdict->boards)
        verdict->boards = gather_boards(doc, &verdict->board_count);
    *count = verdict->board_count;
    return verdict->boards;
}
