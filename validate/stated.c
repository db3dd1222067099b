#include "validate/stated.h"

#include "validate/direction.h"
#include "validate/judge.h"
#include "validate/pair.h"
#include "validate/paired.h"
#include "validate/relation.h"

/* A stated rate that misses by more than a quarter is held against the wrong
 * figures. */
enum { FAR_SHARE = 4 };

struct stated {
    struct err *err;
    const struct paired *paired; /* made when the first rate is met */
    bool *rated;                 /* one a mention: its sentence gives its figures */
};

/* Whose figures a department's own rate divides is its own choice: some leave
 * out what came late. */
static bool is_department_execution(const struct doc *doc, uint32_t part, struct str name) {
    return str_ends(name, "执行率") && doc->reading.parts.items[part].kind != PART_PROJECT;
}

static bool check(struct doc *doc, const struct config *config, struct stated *stated,
                  uint32_t index, struct str name) {
    uint32_t part = doc->record.quantities.items[index].part;
    struct operand *operands = arena_array(&doc->arena, 2, sizeof *operands);
    if (!stated->paired)
        stated->paired = paired_new(doc);
    if (!operands || !stated->paired)
        return arena_check(&doc->arena, stated->err);
    if (!paired_find(stated->paired, part, name, &operands[0], &operands[1]) &&
        !paired_find_told(stated->paired, part, name, &operands[0], &operands[1]))
        return true;
    struct relation relation = {
        .rule = "rate.ratio",
        .kind = RELATION_RATIO,
        .part = part,
        .label = name,
        .claim = relation_quantity(doc, index),
        .operands = operands,
        .count = 2,
        .doubtful = true,
    };
    if (relation.claim.unit.len == 0)
        relation.fail_reason = REASON_UNIT_UNKNOWN;
    else if (is_department_execution(doc, part, name) || judge_fails_far(&relation, FAR_SHARE))
        relation.fail_reason = REASON_DOUBTFUL_TIE;
    return relation_evaluate(doc, config, &relation, NULL, stated->err);
}

static bool check_indicators(struct doc *doc, const struct config *config, struct stated *stated) {
    struct pair_reader reader = {0};
    for (uint32_t i = 0; i < doc->reading.sections.count; i++) {
        struct pair pair;
        if (!pair_open(doc, &reader, i))
            continue;
        for (uint32_t row = reader.section->first + reader.section->header_rows;
             row < reader.section->end; row++) {
            if (!pair_read(doc, &reader, row, &pair))
                continue;
            struct str name = direction_bare(pair.name);
            if (pair.actual.content == SIDE_FIGURE && paired_is_name(name) &&
                !check(doc, config, stated, pair.actual.quantity, name))
                return false;
        }
    }
    return true;
}

/* 到位率 and 执行率 of a sentence may be anything's; the other rates are a
 * unit's only. */
static bool check_prose(struct doc *doc, const struct config *config, struct stated *stated) {
    for (uint32_t i = 0; i < doc->record.quantities.count; i++) {
        const struct quantity *quantity = &doc->record.quantities.items[i];
        if (!quantity->is_quantity || quantity->kind != QUANTITY_RATE || stated->rated[i] ||
            quantity->at.table != PLACE_NONE)
            continue;
        struct str name = quantity->mention->label;
        if (!str_ends(name, "利用率") && !str_ends(name, "控制率"))
            continue;
        if (paired_is_name(name) && !check(doc, config, stated, i, name))
            return false;
    }
    return true;
}

static bool note_rated(struct doc *doc, struct stated *stated) {
    stated->rated =
        arena_array(&doc->arena, doc->record.quantities.count + 1, sizeof *stated->rated);
    for (size_t i = 0; stated->rated && i < doc->reading.statements.count; i++) {
        const struct statement *statement = &doc->reading.statements.items[i];
        if (statement->kind == STATEMENT_RATE && statement->figure < doc->record.quantities.count)
            stated->rated[statement->figure] = true;
    }
    return arena_check(&doc->arena, stated->err);
}

bool stated_run(struct doc *doc, const struct config *config, struct err *err) {
    struct stated stated = {.err = err};
    return note_rated(doc, &stated) && check_indicators(doc, config, &stated) &&
           check_prose(doc, config, &stated) && arena_check(&doc->arena, err);
}
