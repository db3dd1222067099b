#include "validate/outline.h"

#include "validate/claims.h"
#include "validate/judge.h"

enum { LEVELS = 8, NONE = -1 };

/* A heading in the tree of its report; those without points take part as well,
 * for what they leave out. */
struct node {
    const struct heading *heading;
    uint32_t part;
    int32_t parent;        /* index, or NONE */
    int32_t first, next;   /* child and sibling, or NONE */
    struct operand weight; /* not known where the heading has none */
    struct operand score;
};

struct outline {
    struct doc *doc;
    const struct config *config;
    struct node *nodes;
    uint32_t count;
    uint32_t *holding; /* by part: relations between headings that hold */
    size_t claim;      /* claims before it are of parts that are done */
};

static struct operand operand_of(const struct heading *heading, struct str text) {
    struct operand operand = {
        .text = text,
        .raw = text,
        .label = heading->name,
        .at = heading->passage->at,
    };
    operand.known = text.len > 0 && decimal_parse(text, &operand.value);
    return operand;
}

static bool has_points(const struct node *node) {
    return node->weight.known || node->score.known;
}

/* The part of each paragraph, by its block. */
static uint32_t *paragraph_parts(struct doc *doc) {
    const struct document *document = &doc->document;
    uint32_t *parts = arena_array(&doc->arena, document->paragraphs.count + 1, sizeof *parts);
    for (size_t i = 0; parts && i < document->blocks.count; i++) {
        const struct block *block = &document->blocks.items[i];
        if (block->kind == BLOCK_PARAGRAPH)
            parts[block->index] = doc->reading.block_parts[i];
    }
    return parts;
}

/* Hangs node `index` below the last one of a smaller level; `last` is the
 * latest node of each level. */
static void hang(struct outline *outline, uint32_t index, int32_t last[LEVELS]) {
    struct node *nodes = outline->nodes, *node = &nodes[index];
    uint32_t level = node->heading->level < LEVELS ? node->heading->level : LEVELS - 1;
    node->parent = node->first = node->next = NONE;
    for (uint32_t i = 0; i < level; i++) {
        if (last[i] != NONE && nodes[last[i]].part == node->part)
            node->parent = last[i];
    }
    last[level] = (int32_t)index;
    for (uint32_t i = level + 1; i < LEVELS; i++)
        last[i] = NONE;
}

/* Siblings in order: they are linked from the end. */
static void link_siblings(struct outline *outline) {
    for (uint32_t i = outline->count; i-- > 0;) {
        struct node *node = &outline->nodes[i];
        if (node->parent == NONE)
            continue;
        node->next = outline->nodes[node->parent].first;
        outline->nodes[node->parent].first = (int32_t)i;
    }
}

/* Makes the tree; without any points there is none. */
static bool grow(struct outline *outline) {
    struct doc *doc = outline->doc;
    int32_t last[LEVELS];
    bool any = false;
    for (size_t i = 0; i < doc->reading.headings.count; i++)
        any |= doc->reading.headings.items[i].name.len > 0;
    if (!any)
        return true;
    const uint32_t *parts = paragraph_parts(doc);
    outline->nodes = arena_array(&doc->arena, doc->reading.headings.count, sizeof *outline->nodes);
    outline->holding =
        arena_array(&doc->arena, doc->reading.parts.count + 1, sizeof *outline->holding);
    if (!parts || !outline->nodes || !outline->holding)
        return false;
    for (uint32_t i = 0; i < LEVELS; i++)
        last[i] = NONE;
    for (size_t i = 0; i < doc->reading.headings.count; i++) {
        const struct heading *heading = &doc->reading.headings.items[i];
        if (heading->paragraph == UINT32_MAX)
            continue;
        outline->nodes[outline->count] = (struct node){
            .heading = heading,
            .part = parts[heading->paragraph],
            .weight = operand_of(heading, heading->weight),
            .score = operand_of(heading, heading->score),
        };
        hang(outline, outline->count++, last);
    }
    link_siblings(outline);
    return true;
}

/* The sum of the headings directly below node `index`; those without points
 * make it unverifiable. False when none has any. */
static bool relate(struct outline *outline, uint32_t index, bool scores,
                   struct relation *relation) {
    const struct node *nodes = outline->nodes, *node = &nodes[index];
    uint32_t count = 0, known = 0;
    for (int32_t child = node->first; child != NONE; child = nodes[child].next)
        count++;
    *relation = (struct relation){
        .rule = scores ? "score.subtotal" : "weight.section",
        .kind = RELATION_SUM,
        .part = node->part,
        .label = node->heading->name,
        .claim = scores ? node->score : node->weight,
        .exact = true,
        .operands = arena_array(&outline->doc->arena, count + 1, sizeof *relation->operands),
    };
    if (!relation->operands)
        return false;
    for (int32_t child = node->first; child != NONE; child = nodes[child].next) {
        struct operand operand = scores ? nodes[child].score : nodes[child].weight;
        known += operand.known;
        relation->operands[relation->count++] = operand;
    }
    return relation->claim.known && known > 0;
}

static bool holds(const struct relation *relation) {
    struct judgement judgement;
    judge_relation(relation, &judgement);
    return judgement.outcome == OUTCOME_PASS;
}

/* Counts what holds, so that the rest can be judged: a tree that adds up
 * elsewhere adds up here. */
static void survey(struct outline *outline) {
    struct relation relation;
    for (uint32_t i = 0; i < outline->count; i++) {
        for (uint32_t scores = 0; scores < 2; scores++) {
            if (outline->nodes[i].first != NONE && relate(outline, i, scores, &relation))
                outline->holding[outline->nodes[i].part] += holds(&relation);
        }
    }
}

/* Whether the headings below may be some of several: those only of which
 * something was deducted. One alone, or a shortfall that little else of the
 * tree speaks against. */
static bool may_lack(const struct relation *relation, uint32_t holding) {
    struct judgement judgement;
    judge_relation(relation, &judgement);
    return relation->count == 1 ||
           (holding < 2 && judgement.has_figures && !judgement.difference.negative);
}

/* A heading against those below it, its weights first: where these hold, the
 * headings are all there are; where they fail, what the score covers is not
 * certain. */
static bool check_below(struct outline *outline, uint32_t index, struct err *err) {
    const struct node *node = &outline->nodes[index];
    uint32_t holding = outline->holding[node->part];
    struct relation relation;
    enum outcome outcome = OUTCOME_PASS;
    bool whole = false;
    for (uint32_t scores = 0; scores < 2 && node->first != NONE; scores++) {
        if (!relate(outline, index, scores, &relation))
            continue;
        relation.doubtful = outcome == OUTCOME_FAIL;
        if (!whole && (holding == 0 || outcome == OUTCOME_UNVERIFIABLE))
            relation.fail_reason = REASON_DOUBTFUL_TIE;
        else if (!whole && may_lack(&relation, holding))
            relation.fail_reason = REASON_LIST_INCOMPLETE;
        if (!relation_evaluate(outline->doc, outline->config, &relation, &outcome, err))
            return false;
        whole = outcome == OUTCOME_PASS;
    }
    return true;
}

static bool check_weight(struct outline *outline, uint32_t index, struct err *err) {
    struct node *node = &outline->nodes[index];
    struct relation relation = {
        .rule = "score.over_weight",
        .kind = RELATION_AT_MOST,
        .part = node->part,
        .label = node->heading->name,
        .claim = node->score,
        .operands = &node->weight,
        .count = 1,
        .exact = true,
    };
    if (str_has(node->heading->name, "加分") || str_has(node->heading->name, "附加"))
        relation.fail_reason = REASON_BONUS_ROW;
    return !node->score.known || !node->weight.known ||
           relation_evaluate(outline->doc, outline->config, &relation, NULL, err);
}

/* The first score that the part claims; NULL when it claims none. Parts and
 * claims are both in reading order. */
static const struct claim *claim_of(struct outline *outline, uint32_t part) {
    const struct reading *reading = &outline->doc->reading;
    for (; outline->claim < reading->claims.count; outline->claim++) {
        const struct claim *claim = &reading->claims.items[outline->claim];
        if (claim->part == part && !claim->is_grade)
            return claim;
        if (claim->part > part)
            break;
    }
    return NULL;
}

/* The outermost headings with points, those of one parent from node `first` on,
 * against the report's total. Other sections may be scored in a table: only
 * weights of 100 say that these are all. */
static bool check_outermost(struct outline *outline, uint32_t first, struct err *err) {
    struct doc *doc = outline->doc;
    const struct node *nodes = outline->nodes;
    uint32_t part = nodes[first].part, count = 0, size = outline->count - first;
    const struct claim *claim = claim_of(outline, part);
    struct operand *scores = arena_array(&doc->arena, size, sizeof *scores);
    struct operand *weights = arena_array(&doc->arena, size, sizeof *weights);
    struct decimal sum = decimal_of(0), hundred = decimal_of(100);
    bool whole = true;
    if (!scores || !weights)
        return arena_check(&doc->arena, err);
    for (uint32_t i = first; i < outline->count && nodes[i].part == part; i++) {
        if (nodes[i].parent != nodes[first].parent || !has_points(&nodes[i]))
            continue;
        whole &= nodes[i].weight.known && decimal_add(&sum, &nodes[i].weight.value, &sum);
        scores[count] = nodes[i].score;
        weights[count++] = nodes[i].weight;
    }
    struct relation relation = {
        .rule = "weight.total",
        .kind = RELATION_SUM,
        .part = part,
        .label = str_of("分值合计"),
        .claim = {.known = true, .value = hundred, .text = str_of("100"), .at = weights[0].at},
        .operands = weights,
        .count = count,
        .exact = true,
        .fail_reason = REASON_NO_TOTAL,
    };
    if (count < 2 || (whole && !relation_evaluate(doc, outline->config, &relation, NULL, err)))
        return count < 2;
    if (!claim)
        return true;
    relation.rule = "score.total";
    relation.label = claim->label;
    relation.claim = claims_operand(doc, claim, STATEMENT_NO_MENTION);
    relation.operands = scores;
    relation.count = count;
    relation.fail_reason = whole && decimal_cmp(&sum, &hundred) == 0 ? NULL : REASON_DOUBTFUL_TIE;
    return relation_evaluate(doc, outline->config, &relation, NULL, err);
}

/* Whether a heading above the node carries points. */
static bool is_below_points(const struct outline *outline, uint32_t index) {
    int32_t parent = outline->nodes[index].parent;
    for (; parent != NONE; parent = outline->nodes[parent].parent) {
        if (has_points(&outline->nodes[parent]))
            return true;
    }
    return false;
}

/* Of each report only the first stretch of outermost headings is its total's. */
static bool check_totals(struct outline *outline, struct err *err) {
    uint32_t told = UINT32_MAX;
    for (uint32_t i = 0; i < outline->count; i++) {
        const struct node *node = &outline->nodes[i];
        if (node->part == told || !has_points(node) || is_below_points(outline, i))
            continue;
        told = node->part;
        if (!check_outermost(outline, i, err))
            return false;
    }
    return true;
}

bool outline_run(struct doc *doc, const struct config *config, struct err *err) {
    struct outline outline = {.doc = doc, .config = config};
    if (!grow(&outline))
        return arena_check(&doc->arena, err);
    survey(&outline);
    for (uint32_t i = 0; i < outline.count; i++) {
        if (!check_weight(&outline, i, err) || !check_below(&outline, i, err))
            return false;
    }
    return check_totals(&outline, err) && arena_check(&doc->arena, err);
}
