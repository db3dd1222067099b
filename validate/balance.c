#include "validate/balance.h"

#include "validate/judge.h"
#include "validate/relation.h"

/* Words of balances that carry former years with them. */
static bool is_carried(struct str label) {
    static const char *const words[] = {"累计", "年末", "结转", "滚存", "历年"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_has(label, words[i]))
            return true;
    }
    return false;
}

/* An excess over this year's difference may have come from former years. */
static bool make_relation(struct doc *doc, const struct statement *statement,
                          struct relation *relation) {
    struct judgement judgement;
    *relation = (struct relation){
        .rule = "amount.balance",
        .kind = RELATION_SUM,
        .part = statement->part,
        .label = statement->label,
        .claim = relation_quantity(doc, statement->figure),
        .operands =
            arena_array(&doc->arena, statement->member_count + 1, sizeof *relation->operands),
        .count = statement->member_count,
        .doubtful = statement->doubtful,
    };
    if (!relation->operands)
        return false;
    if (relation->label.len == 0)
        relation->label = relation->claim.label;
    for (uint32_t i = 0; i < relation->count; i++) {
        relation->operands[i] = relation_quantity(doc, statement->members[i]);
        relation->operands[i].minus = statement->minus >> i & 1;
    }
    judge_relation(relation, &judgement);
    if (judgement.has_figures && !judgement.difference.negative && is_carried(relation->label))
        relation->fail_reason = REASON_DOUBTFUL_TIE;
    return true;
}

/* Fewer than two members leave nothing to subtract: 结余 12 万元 alone is a
 * statement, no relation. */
bool balance_run(struct doc *doc, const struct config *config, struct err *err) {
    for (size_t i = 0; i < doc->reading.statements.count; i++) {
        const struct statement *statement = &doc->reading.statements.items[i];
        struct relation relation;
        if (statement->kind != STATEMENT_BALANCE || statement->member_count < 2 ||
            statement->figure >= doc->record.quantities.count)
            continue;
        if (!make_relation(doc, statement, &relation))
            return arena_check(&doc->arena, err);
        if (!relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return true;
}
