#include "normalize/indicator.h"

#include <string.h>

#include "normalize/lines.h"

/* The groups that are open at a row, carried down from the rows above. */
struct carry {
    struct str
        label[INDICATOR_LEVELS]; /* squeezed, with the figure: what repeats after a page break */
    uint32_t group[INDICATOR_LEVELS]; /* index + 1 into record.groups */
    struct str name;                  /* of the deepest level */
    uint32_t weighted;                /* group of the last row that holds a weight, 0 for none */
};

/* Columns of a section by what they are for. UINT32_MAX where there is none. */
struct shape {
    uint32_t level[INDICATOR_LEVELS + 1], level_count;
    uint32_t weight, score, target, actual, criteria, remark;
    uint32_t original; /* the target of the year's beginning, beside an adjusted one */
};

/* Whether a head of criteria is over rules of scoring, not over explanations. */
static bool has_rule(struct str head) {
    return str_has(head, "标准") || str_has(head, "规则") || str_has(head, "细则") ||
           str_has(head, "评分") || str_has(head, "扣分");
}

/* The first column of a role wins: 自评得分 stands before 复核得分 and
 * the columns that reviewers added. */
static struct shape shape_of(const struct section *section) {
    struct shape shape;
    memset(&shape, 0xFF, sizeof shape);
    shape.level_count = 0;
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct column *column = &section->columns[i];
        uint32_t *slot = NULL;
        switch (column->role) {
        case COLUMN_LEVEL:
            if (shape.level_count <= INDICATOR_LEVELS)
                shape.level[shape.level_count++] = i;
            break;
        case COLUMN_WEIGHT:
            slot = column->level == 0 ? &shape.weight : NULL;
            break;
        case COLUMN_SCORE:
            slot = &shape.score;
            break;
        case COLUMN_TARGET:
            slot = &shape.target;
            /* 调整指标值 replaces the 年初指标值 that stands before it */
            if (*slot != UINT32_MAX && section->columns[*slot].level > column->level) {
                shape.original = *slot;
                *slot = i;
            }
            break;
        case COLUMN_ACTUAL:
            slot = &shape.actual;
            break;
        case COLUMN_CRITERIA:
            slot = &shape.criteria;
            /* 指标内容 says what is scored, 评价标准 how: the rule is wanted */
            if (has_rule(column->name))
                shape.criteria = i;
            break;
        case COLUMN_REMARK:
            slot = &shape.remark;
            break;
        default:
            break;
        }
        if (slot && *slot == UINT32_MAX)
            *slot = i;
    }
    return shape;
}

/* Forms leave columns out: a table without 评分标准 has no criteria, and
 * that is no error. */
static const struct cell *cell_in(const struct doc *doc, const struct section *section,
                                  uint32_t row, uint32_t column) {
    return column == UINT32_MAX ? NULL : reading_value(&doc->document, section, row, column);
}

/* Texts stay as they are printed, inner line breaks included: rules are read
 * from them later. */
static struct str text_in(const struct doc *doc, const struct section *section, uint32_t row,
                          uint32_t column) {
    const struct cell *cell = cell_in(doc, section, row, column);
    return cell ? str_trim(cell->passage.text) : (struct str){0};
}

/* A cell with no figure, several, or a malformed one has no value: 13,04.9 is
 * never repaired silently. */
static struct value value_of(const struct doc *doc, const struct section *section,
                             const struct cell *cell) {
    const struct table *table = &doc->document.tables.items[section->table];
    if (!cell)
        return (struct value){0};
    uint32_t mention =
        reading_mention_of(&doc->reading, table->id, (uint32_t)(cell - table->cells));
    if (mention == STATEMENT_NO_MENTION || !doc->record.quantities.items[mention].readable)
        return (struct value){0};
    return doc->record.quantities.items[mention].value;
}

/* Labels are squeezed before they come here: full-width digits are plain
 * already. */
static bool is_digit(char c) {
    return (c >= '0' && c <= '9') || c == '.';
}

/* The last number of `text`, which may be followed by 分 only. */
static struct str last_number(struct str text) {
    if (str_ends(text, "分"))
        text.len -= strlen("分");
    size_t start = text.len;
    while (start > 0 && is_digit(text.ptr[start - 1]))
        start--;
    return str_slice(text, start, text.len);
}

/* 过程（2023）is a year and no weight of 2023 points. */
static bool is_year(struct str number) {
    return number.len == 4 && str_starts(number, "20") && !str_has(number, ".");
}

/* 产出（50分）, 过程 (26), 管理（满分15分，实得14分）: the
 * figure in the brackets is a weight only when nothing but 满分 or 分值
 * stands before it. 产出（完成3项）keeps its label. */
void indicator_group_label(struct str text, struct str *label, struct str *weight,
                           struct str *score) {
    size_t open = str_rfind(text, "(", text.len);
    *label = text;
    *weight = *score = (struct str){0};
    if (open == SIZE_MAX || open == 0)
        return;
    struct str inside = str_slice(text, open + 1, text.len);
    if (str_ends(inside, ")"))
        inside.len--;
    size_t got = str_find(inside, "得", 0);
    struct str first = str_slice(inside, 0, got == SIZE_MAX ? inside.len : got);
    while (got != SIZE_MAX && first.len > 0 && !is_digit(first.ptr[first.len - 1]) &&
           !str_ends(first, "分"))
        first.len--;
    struct str number = last_number(first);
    size_t tail = number.len + (str_ends(first, "分") ? strlen("分") : 0);
    struct str rest = str_slice(first, 0, first.len - tail);
    bool plain = rest.len == 0 || str_is(rest, "满分") || str_is(rest, "分值") ||
                 str_is(rest, "权重") || str_is(rest, "共") || str_is(rest, "分值:");
    if (got != SIZE_MAX)
        *score = last_number(inside);
    if (plain && !is_year(number))
        *weight = number;
    if (weight->len > 0 || score->len > 0)
        *label = str_slice(text, 0, open);
}

/* A bracket without a figure leaves the group without a weight, which is then
 * not checked. */
static struct value plain_value(struct str text) {
    struct value value = {.text = text};
    value.number = text.len > 0 && decimal_parse(text, &value.decimal);
    return value.number ? value : (struct value){0};
}

/* The weight that a column of the level's own gives the group, as in tables
 * with several 分值 columns. */
static struct value level_weight(const struct doc *doc, const struct section *section, uint32_t row,
                                 uint32_t level_column) {
    uint32_t next = level_column + 1;
    if (next >= section->column_count || section->columns[next].role != COLUMN_WEIGHT ||
        section->columns[next].level == 0)
        return (struct value){0};
    return value_of(doc, section, reading_value(&doc->document, section, row, next));
}

/* Opens the group of a label at a level, unless the label repeats the one that
 * is open. */
static bool open_group(struct doc *doc, uint32_t index, uint32_t row, const struct shape *shape,
                       uint32_t level, struct carry *carry) {
    const struct section *section = &doc->reading.sections.items[index];
    const struct cell *cell = reading_value(&doc->document, section, row, shape->level[level]);
    struct str text = cell ? str_squeeze(&doc->arena, cell->passage.text) : (struct str){0};
    struct str weight, score;
    struct group group = {.part = section->part, .section = index, .level = level + 1};
    if (text.len == 0 || str_eq(text, carry->label[level]))
        return true;
    indicator_group_label(text, &group.label, &weight, &score);
    group.weight = plain_value(weight);
    group.score = plain_value(score);
    if (!group.weight.number && !str_ends(text, ")")) {
        struct str number = last_number(text);
        group.weight =
            number.len < text.len && !is_year(number) ? plain_value(number) : (struct value){0};
        group.bare = group.weight.number && !str_ends(text, "分");
    }
    if (!group.weight.number)
        group.weight = level_weight(doc, section, row, shape->level[level]);
    group.at = cell->passage.at;
    carry->label[level] = text;
    for (uint32_t deeper = level + 1; deeper < INDICATOR_LEVELS; deeper++) {
        carry->label[deeper] = (struct str){0};
        carry->group[deeper] = 0;
    }
    carry->group[level] = (uint32_t)doc->record.groups.count + 1;
    return VEC_PUSH(&doc->arena, &doc->record.groups, group);
}

/* Points on top of the scale may exceed their weight: 加分项 of 2 points, 3
 * given for two awards. */
static bool has_bonus(struct str text) {
    return str_has(text, "加分") || str_has(text, "附加");
}

/* And 扣分项 takes points off the scale. */
static bool is_penalty(struct str name) {
    return str_has(name, "扣分项") || str_has(name, "减分项");
}

/* The row's name: its deepest level, or the one carried down. */
static struct str name_of(struct doc *doc, const struct section *section, uint32_t row,
                          const struct shape *shape, struct carry *carry) {
    struct str label, weight, score;
    struct str text = section->rows[row - section->first].label;
    if (shape->level_count > 0) {
        uint32_t top = shape->level[0], deepest = shape->level[shape->level_count - 1];
        const struct cell *cell = cell_in(doc, section, row, deepest);
        text = cell ? str_squeeze(&doc->arena, cell->passage.text) : (struct str){0};
        /* 预算执行率（10分）over all levels is a name; one merged down is not */
        cell = cell_in(doc, section, row, top);
        if (text.len == 0 && cell && cell->row == row)
            text = str_squeeze(&doc->arena, cell->passage.text);
        if (text.len == 0)
            text = carry->name;
    }
    indicator_group_label(text, &label, &weight, &score);
    carry->name = text;
    return label;
}

/* Nothing, or the sign that there is nothing. */
static bool is_dash(struct str text) {
    static const char *const signs[] = {"", "/", "-", "—", "——", "--"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (str_is(text, signs[i]))
            return true;
    }
    return false;
}

/* 加分 may stand in the name, the level, the rule or the remark, as the form
 * happens to have room. */
static void take_texts(struct doc *doc, const struct section *section, uint32_t row,
                       const struct shape *shape, struct indicator *indicator) {
    indicator->target = text_in(doc, section, row, shape->target);
    if (is_dash(indicator->target) && shape->original != UINT32_MAX)
        indicator->target = text_in(doc, section, row, shape->original);
    indicator->actual = text_in(doc, section, row, shape->actual);
    indicator->criteria = text_in(doc, section, row, shape->criteria);
    indicator->remark = text_in(doc, section, row, shape->remark);
    indicator->bonus = has_bonus(indicator->name) || has_bonus(indicator->criteria) ||
                       has_bonus(indicator->level1) || has_bonus(indicator->remark) ||
                       is_penalty(indicator->name) || is_penalty(indicator->level1);
}

/* A merged cell belongs to its first row: repeated for each row that it spans,
 * 15 points would be 45. */
static void take_values(struct doc *doc, const struct section *section, uint32_t row,
                        const struct shape *shape, struct indicator *indicator) {
    const struct cell *weight = cell_in(doc, section, row, shape->weight);
    const struct cell *score = cell_in(doc, section, row, shape->score);
    indicator->at = section->rows[row - section->first].at;
    indicator->weight_at = weight ? weight->passage.at : indicator->at;
    indicator->score_at = score ? score->passage.at : indicator->at;
    indicator->shares_score = score && score->row < row;
    indicator->shares_weight = weight && weight->row < row;
    if (!indicator->shares_weight)
        indicator->weight = value_of(doc, section, weight);
    if (!indicator->shares_score)
        indicator->score = value_of(doc, section, score);
}

/* ---- rows that only sum the rows below them */

/* 其中 rows of a score table carry points of their own; sums, fillers and
 * captions do not. */
static bool is_scored(const struct section *section, uint32_t row) {
    enum row_role role = section->rows[row - section->first].role;
    return role == ROW_ITEM || role == ROW_PART;
}

/* Whether the row below is an item with a deeper mark: （一） under 一. */
static bool heads_deeper(const struct section *section, uint32_t row) {
    const struct row *facts = &section->rows[row - section->first];
    return facts->depth > 0 && row + 1 < section->end && is_scored(section, row + 1) &&
           facts[1].depth > facts->depth;
}

/* Whether the weights one step below the row, 10 + 10 under （一）, add to its
 * own 20. */
static bool sums_weights(const struct doc *doc, const struct section *section, uint32_t row,
                         uint32_t weights) {
    const struct row *facts = &section->rows[row - section->first];
    struct value whole = value_of(doc, section, cell_in(doc, section, row, weights));
    struct decimal sum = decimal_of(0);
    uint32_t step = facts[1].depth;
    for (uint32_t i = 1; row + i < section->end && facts[i].depth > facts->depth; i++) {
        struct value part = value_of(doc, section, cell_in(doc, section, row + i, weights));
        if (facts[i].depth == step && part.number && !decimal_add(&sum, &part.decimal, &sum))
            return false;
    }
    return whole.number && decimal_cmp(&sum, &whole.decimal) == 0;
}

/* Whether the section prints the sums of its levels as rows among the
 * indicators, told by their marks only. One row that does not add up may be
 * just the error that is looked for, so half of them decide. */
static bool has_level_sums(const struct doc *doc, const struct section *section) {
    struct shape shape = shape_of(section);
    uint32_t heads = 0, sums = 0;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        if (!is_scored(section, row) || !heads_deeper(section, row))
            continue;
        heads++;
        sums += sums_weights(doc, section, row, shape.weight);
    }
    return sums > 0 && sums * 2 >= heads;
}

/* Whether a row of a table without weights was filled in, target and actual
 * value, and lacks only its score. */
static bool awaits_score(const struct doc *doc, const struct section *section, uint32_t row,
                         const struct shape *shape) {
    const struct cell *score = cell_in(doc, section, row, shape->score);
    return shape->weight == UINT32_MAX && score && score->row == row &&
           !is_dash(text_in(doc, section, row, shape->target)) &&
           !is_dash(text_in(doc, section, row, shape->actual));
}

/* The value of indicator `index` of `count` in a cell; the first has the only one,
 * which the others share. */
static bool split_value(struct str text, uint32_t count, uint32_t index, struct value *value) {
    bool single = lines_count(text) == 1;
    if (!single || index == 0)
        *value = plain_value(single ? str_trim(text) : lines_piece(text, count, index));
    return single && index > 0;
}

/* The indicators of a row that holds `count` of them, each with its piece of the
 * cells: texts that are not parted alike cannot be told apart. */
static bool push_each(struct doc *doc, const struct shape *shape, const struct indicator *row,
                      uint32_t count) {
    const struct section *section = &doc->reading.sections.items[row->section];
    struct str weight = text_in(doc, section, row->row, shape->weight);
    struct str score = text_in(doc, section, row->row, shape->score);
    struct str name = shape->level_count == 0
                          ? (struct str){0}
                          : text_in(doc, section, row->row, shape->level[shape->level_count - 1]);
    for (uint32_t i = 0; i < count; i++) {
        struct indicator each = *row;
        struct str own = str_squeeze(&doc->arena, lines_piece(name, count, i));
        struct str *levels[INDICATOR_LEVELS] = {&each.level1, &each.level2, &each.level3};
        if (own.len > 0 && shape->level_count <= INDICATOR_LEVELS)
            *levels[shape->level_count - 1] = own;
        if (own.len > 0)
            each.name = own;
        each.target = lines_piece(row->target, count, i);
        each.actual = lines_piece(row->actual, count, i);
        each.criteria = lines_piece(row->criteria, count, i);
        each.shares_weight = split_value(weight, count, i, &each.weight);
        each.shares_score = split_value(score, count, i, &each.score);
        if (!VEC_PUSH(&doc->arena, &doc->record.indicators, each))
            return false;
    }
    return true;
}

/* A row without any figure is template text that nobody filled in, and no
 * indicator. */
static bool take_row(struct doc *doc, uint32_t index, uint32_t row, struct carry *carry) {
    const struct section *section = &doc->reading.sections.items[index];
    struct shape shape = shape_of(section);
    struct indicator indicator = {.part = section->part, .section = index, .row = row};
    uint32_t upper = shape.level_count > 0 ? shape.level_count - 1 : 0;
    for (uint32_t level = 0; level < upper && level < INDICATOR_LEVELS; level++) {
        if (!open_group(doc, index, row, &shape, level, carry))
            return false;
    }
    indicator.name = name_of(doc, section, row, &shape, carry);
    take_values(doc, section, row, &shape, &indicator);
    bool named = indicator.name.len > 0;
    uint32_t within = indicator.shares_weight || indicator.shares_score
                          ? 1
                          : lines_within(text_in(doc, section, row, shape.weight),
                                         text_in(doc, section, row, shape.score));
    bool figures = within > 1 || indicator.weight.number || indicator.score.number;
    if (!named || (!figures && !awaits_score(doc, section, row, &shape)))
        return true;
    memcpy(indicator.groups, carry->group, sizeof indicator.groups);
    struct str *levels[INDICATOR_LEVELS] = {&indicator.level1, &indicator.level2,
                                            &indicator.level3};
    for (uint32_t level = 0; level < upper && level < INDICATOR_LEVELS; level++) {
        if (carry->group[level])
            *levels[level] = doc->record.groups.items[carry->group[level] - 1].label;
    }
    if (upper < INDICATOR_LEVELS)
        *levels[upper] = indicator.name;
    take_texts(doc, section, row, &shape, &indicator);
    if (within > 1)
        return push_each(doc, &shape, &indicator, within);
    uint32_t group = upper > 0 ? carry->group[upper < INDICATOR_LEVELS ? upper - 1 : 2] : 0;
    if (indicator.weight.number)
        carry->weighted = group;
    else if (indicator.score.number && group > 0 && carry->weighted == group && !indicator.bonus &&
             !indicator.shares_weight)
        indicator.shares_weight = indicator.unsure_weight =
            true; /* 15 over 4, 5, 5, the merge lost */
    return VEC_PUSH(&doc->arena, &doc->record.indicators, indicator);
}

/* The row of a fund block that carries the points of the execution rate; the
 * 其中 rows only repeat them. */
static bool take_fund(struct doc *doc, uint32_t index) {
    const struct section *section = &doc->reading.sections.items[index];
    struct shape shape = shape_of(section);
    if (shape.weight == UINT32_MAX || shape.score == UINT32_MAX)
        return true;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        struct indicator indicator = {
            .part = section->part, .section = index, .row = row, .is_fund = true};
        take_values(doc, section, row, &shape, &indicator);
        if (!indicator.weight.number && !indicator.score.number)
            continue;
        indicator.name = section->rows[row - section->first].label;
        return VEC_PUSH(&doc->arena, &doc->record.indicators, indicator);
    }
    return true;
}

/* Whether anybody has scored anything in the section or those that it carries
 * on or that carry it on. */
static bool *scored_sections(struct doc *doc) {
    const struct reading *reading = &doc->reading;
    bool *scored = arena_array(&doc->arena, reading->sections.count + 1, sizeof *scored);
    for (uint32_t i = 0; scored && i < reading->sections.count; i++) {
        const struct section *section = &reading->sections.items[i];
        struct shape shape = shape_of(section);
        for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
            enum row_role role = section->rows[row - section->first].role;
            if (role == ROW_ITEM &&
                value_of(doc, section, cell_in(doc, section, row, shape.score)).number)
                scored[i] = true;
        }
    }
    for (size_t i = 1; scored && i < reading->sections.count; i++)
        scored[i] |= reading->sections.items[i].continues >= 0 && scored[i - 1];
    for (size_t i = reading->sections.count; scored && i-- > 1;)
        scored[i - 1] |= reading->sections.items[i].continues >= 0 && scored[i];
    return scored;
}

/* Sections that carry one another on share their open groups: 过程（40分）
 * goes on behind the page break. */
bool indicator_collect(struct doc *doc, struct err *err) {
    const bool *scored = scored_sections(doc);
    struct carry carry = {0};
    if (!scored)
        return arena_check(&doc->arena, err);
    for (uint32_t i = 0; i < doc->reading.sections.count; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        if (section->kind == TABLE_FUND && !take_fund(doc, i))
            return arena_check(&doc->arena, err);
        if (section->kind != TABLE_SCORE || !scored[i])
            continue;
        if (section->continues < 0)
            carry = (struct carry){0};
        bool sums = has_level_sums(doc, section);
        for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
            if (!is_scored(section, row) || (sums && heads_deeper(section, row)))
                continue;
            if (!take_row(doc, i, row, &carry))
                return arena_check(&doc->arena, err);
        }
    }
    return arena_check(&doc->arena, err);
}
