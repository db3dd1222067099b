#include "validate/local_run.h"

#include "validate/claims.h"
#include "validate/grid.h"
#include "validate/measure.h"
#include "validate/profiles.h"
#include "validate/scoreboard.h"

/* One figure that a selection of a rule takes. */
struct hit {
    uint32_t scope;         /* index of the part, table or row in which it stands */
    uint32_t term;          /* index into rule->terms; rule->count for the claim */
    uint32_t index, column; /* of the quantity, indicator or claim; of a COLUMN its section's row,
                             * with the index of the column */
    uint32_t section;       /* of a COLUMN */
};

/* What the rules of one document share. */
struct local {
    struct doc *doc;
    const struct config *config;
    struct str *labels;   /* one a quantity, squeezed */
    uint32_t *row_base;   /* one a section: rows of the sections before it */
    uint32_t rows;        /* of all sections */
    uint32_t *mentions;   /* one a claim */
    VEC(struct hit) hits; /* of the rule, in the order of its terms */
    struct hit *sorted;   /* the same by scope */
};

/* ---- selecting */

/* `*` at either end stands for any text; an empty pattern for all. */
static bool matches(struct str pattern, struct str text) {
    bool open = str_starts(pattern, "*"), more = pattern.len > 1 && str_ends(pattern, "*");
    struct str core = str_slice(pattern, open, pattern.len - more);
    if (core.len > text.len)
        return false;
    if (!open && !more)
        return pattern.len == 0 || str_eq(pattern, text);
    for (size_t at = 0; at + core.len <= text.len; at++) {
        bool placed = (open || at == 0) && (more || at + core.len == text.len);
        if (placed && memcmp(text.ptr + at, core.ptr, core.len) == 0)
            return true;
    }
    return core.len == 0;
}

static bool fits_table(const struct local_term *term, const struct section *section) {
    return term->table == LOCAL_ANY || term->table == (int)section->kind;
}

static bool add_hit(struct local *local, const struct hit *hit) {
    return VEC_PUSH(&local->doc->arena, &local->hits, *hit);
}

/* The scope of something in that part, table and row of all; UINT32_MAX where it
 * stands in no table and the rule wants one. */
static uint32_t scope_of(const struct local_rule *rule, uint32_t part, int32_t table,
                         uint32_t row) {
    if (rule->scope == LOCAL_PART)
        return part;
    return rule->scope == LOCAL_TABLE ? (uint32_t)table : row;
}

/* Figures of prose and tables. Their rows are not looked up: a rule that works by row
 * selects columns. */
static bool select_figures(struct local *local, const struct local_rule *rule,
                           const struct local_term *term, uint32_t number) {
    const struct doc *doc = local->doc;
    for (uint32_t i = 0; i < doc->record.quantities.count; i++) {
        const struct quantity *quantity = &doc->record.quantities.items[i];
        struct hit hit = {.term = number, .index = i};
        hit.scope = scope_of(rule, quantity->part, quantity->at.table, UINT32_MAX);
        if (!quantity->is_quantity || hit.scope == UINT32_MAX ||
            (term->which != LOCAL_ANY && term->which != (int)quantity->kind) ||
            (term->unit.len > 0 && !str_eq(term->unit, quantity->unit)) ||
            !matches(term->label, local->labels[i]))
            continue;
        if (!add_hit(local, &hit))
            return false;
    }
    return true;
}

/* The figures of the columns of that role in one section. */
static bool select_section(struct local *local, const struct local_rule *rule,
                           const struct local_term *term, uint32_t number, uint32_t index) {
    const struct section *section = &local->doc->reading.sections.items[index];
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        const struct row *facts = &section->rows[row - section->first];
        if (facts->role == ROW_HEADER || !matches(term->label, facts->label))
            continue;
        for (uint32_t c = 0; c < section->column_count; c++) {
            const struct column *column = &section->columns[c];
            struct hit hit = {.term = number, .index = row, .column = c, .section = index};
            hit.scope = scope_of(rule, section->part, (int32_t)section->table,
                                 local->row_base[index] + row - section->first);
            if ((int)column->role != term->which || !matches(term->name, column->name) ||
                grid_quantity(local->doc, section, row, c) == GRID_NONE)
                continue;
            if (!add_hit(local, &hit))
                return false;
        }
    }
    return true;
}

static bool select_columns(struct local *local, const struct local_rule *rule,
                           const struct local_term *term, uint32_t number) {
    for (uint32_t i = 0; i < local->doc->reading.sections.count; i++) {
        if (fits_table(term, &local->doc->reading.sections.items[i]) &&
            !select_section(local, rule, term, number, i))
            return false;
    }
    return true;
}

/* A cell that spans several rows counts once, with its first row. */
static bool select_indicators(struct local *local, const struct local_rule *rule,
                              const struct local_term *term, uint32_t number) {
    const struct doc *doc = local->doc;
    for (uint32_t i = 0; i < doc->record.indicators.count; i++) {
        const struct indicator *indicator = &doc->record.indicators.items[i];
        const struct section *section = &doc->reading.sections.items[indicator->section];
        struct hit hit = {.term = number, .index = i};
        hit.scope = scope_of(rule, indicator->part, (int32_t)section->table,
                             local->row_base[indicator->section] + indicator->row - section->first);
        bool shared = term->which == 0 ? indicator->shares_weight : indicator->shares_score;
        if (shared || !fits_table(term, section) || !matches(term->label, indicator->name) ||
            !matches(term->level1, indicator->level1) || !matches(term->level2, indicator->level2))
            continue;
        if (!add_hit(local, &hit))
            return false;
    }
    return true;
}

/* The score that each part states first; a table has claims of its own. */
static bool select_claims(struct local *local, const struct local_rule *rule, uint32_t number) {
    const struct doc *doc = local->doc;
    for (uint32_t i = 0; i < doc->reading.claims.count; i++) {
        const struct claim *claim = &doc->reading.claims.items[i];
        struct hit hit = {.term = number, .index = i};
        hit.scope = scope_of(rule, claim->part, claim->passage->at.table, UINT32_MAX);
        if (claim->is_grade || hit.scope == UINT32_MAX)
            continue;
        if (!add_hit(local, &hit))
            return false;
    }
    return true;
}

static bool select_term(struct local *local, const struct local_rule *rule,
                        const struct local_term *term, uint32_t number) {
    switch (term->source) {
    case LOCAL_CONSTANT:
        return true;
    case LOCAL_FIGURE:
        return select_figures(local, rule, term, number);
    case LOCAL_COLUMN:
        return select_columns(local, rule, term, number);
    case LOCAL_INDICATOR:
        return select_indicators(local, rule, term, number);
    case LOCAL_CLAIM:
        break;
    }
    return select_claims(local, rule, number);
}

/* ---- what stands in one scope */

/* Sorts the hits by scope in two passes; within a scope they keep their order. Those of
 * scope i are [starts[i], starts[i + 1]). NULL when memory is out. */
static uint32_t *sort_hits(struct local *local, uint32_t scopes) {
    struct arena *arena = &local->doc->arena;
    uint32_t *starts = arena_array(arena, (size_t)scopes + 2, sizeof *starts);
    local->sorted = arena_array(arena, local->hits.count + 1, sizeof *local->sorted);
    if (!starts || !local->sorted)
        return NULL;
    for (size_t i = 0; i < local->hits.count; i++)
        starts[local->hits.items[i].scope + 2]++;
    for (uint32_t i = 2; i < scopes + 2; i++)
        starts[i] += starts[i - 1];
    for (size_t i = 0; i < local->hits.count; i++)
        local->sorted[starts[local->hits.items[i].scope + 1]++] = local->hits.items[i];
    return starts;
}

static struct operand constant_of(const struct local_term *term) {
    return (struct operand){.value = term->constant,
                            .known = true,
                            .minus = term->minus,
                            .power = measure_power(term->unit),
                            .text = term->text,
                            .unit = term->unit,
                            .at = {PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE}};
}

/* A hit as an operand. */
static struct operand operand_of(struct local *local, const struct local_term *term,
                                 const struct hit *hit) {
    struct doc *doc = local->doc;
    struct operand operand;
    if (term->source == LOCAL_FIGURE)
        operand = relation_quantity(doc, hit->index);
    else if (term->source == LOCAL_COLUMN)
        operand =
            grid_operand(doc, &doc->reading.sections.items[hit->section], hit->index, hit->column);
    else if (term->source == LOCAL_INDICATOR)
        operand = term->which == 0 ? scoreboard_weight(doc, hit->index)
                                   : scoreboard_score(doc, hit->index);
    else
        operand = claims_operand(doc, &doc->reading.claims.items[hit->index],
                                 local->mentions[hit->index]);
    operand.minus = term->minus;
    return operand;
}

/* Whether both are one figure told twice. */
static bool is_same(const struct operand *a, const struct operand *b) {
    return a->known && b->known && a->power == b->power && str_eq(a->unit, b->unit) &&
           decimal_cmp(&a->value, &b->value) == 0;
}

/* The claim is one figure, however often it is told; a report states its score in
 * several places, which score.claims compares. False where there is none. */
static bool find_claim(struct local *local, const struct local_rule *rule, const struct hit *hits,
                       uint32_t count, struct relation *relation) {
    bool found = rule->claim.source == LOCAL_CONSTANT;
    if (found)
        relation->claim = constant_of(&rule->claim);
    for (uint32_t i = 0; i < count; i++) {
        if (hits[i].term != rule->count)
            continue;
        struct operand operand = operand_of(local, &rule->claim, &hits[i]);
        if (!found)
            relation->claim = operand;
        else if (rule->claim.source != LOCAL_CLAIM && !is_same(&relation->claim, &operand))
            relation->reason = REASON_DOUBTFUL_TIE;
        found = true;
    }
    return found;
}

/* The operands in the order of the terms; a term that selects nothing leaves one that
 * is not known. Returns how many figures of the document they are. */
static uint32_t find_operands(struct local *local, const struct local_rule *rule,
                              const struct hit *hits, uint32_t count, struct relation *relation) {
    uint32_t at = 0, figures = 0;
    for (uint32_t term = 0; term < rule->count; term++) {
        const struct local_term *from = &rule->terms[term];
        uint32_t before = relation->count;
        if (from->source == LOCAL_CONSTANT)
            relation->operands[relation->count++] = constant_of(from);
        for (; at < count && hits[at].term == term; at++, figures++)
            relation->operands[relation->count++] = operand_of(local, from, &hits[at]);
        if (relation->count == before)
            relation->operands[relation->count++] = (struct operand){.minus = from->minus};
        if (rule->kind == RELATION_RATIO && term == 0 && relation->count > 1)
            relation->reason = REASON_DOUBTFUL_TIE;
    }
    return figures;
}

/* A rule of constants alone, or one that has nothing to hold, says nothing of the
 * document. */
static bool check_scope(struct local *local, const struct local_rule *rule, const struct hit *hits,
                        uint32_t count, struct err *err) {
    struct doc *doc = local->doc;
    struct relation relation = {
        .rule = rule->rule.id, .own = &rule->rule, .kind = rule->kind, .exact = rule->exact};
    relation.operands =
        arena_array(&doc->arena, (size_t)count + rule->count, sizeof(struct operand));
    if (!relation.operands)
        return arena_check(&doc->arena, err);
    bool claimed = find_claim(local, rule, hits, count, &relation);
    uint32_t figures = find_operands(local, rule, hits, count, &relation);
    if (!claimed || (figures == 0 && rule->claim.source == LOCAL_CONSTANT))
        return true;
    for (uint32_t i = 0; i < relation.count && rule->claim.source == LOCAL_CONSTANT; i++) {
        if (relation.operands[i].id.len > 0)
            relation.claim.at = relation.operands[i].at;
    }
    const char *line =
        local->config->language == LANGUAGE_ENGLISH ? rule->rule.english : rule->rule.chinese;
    relation.label = relation.claim.label.len > 0 ? relation.claim.label : str_of(line);
    return relation_evaluate(doc, local->config, &relation, NULL, err);
}

/* The part in which the hit stands. */
static uint32_t part_of(const struct local *local, const struct local_rule *rule,
                        const struct hit *hit) {
    const struct local_term *term =
        hit->term < rule->count ? &rule->terms[hit->term] : &rule->claim;
    const struct doc *doc = local->doc;
    if (term->source == LOCAL_FIGURE)
        return doc->record.quantities.items[hit->index].part;
    if (term->source == LOCAL_COLUMN)
        return doc->reading.sections.items[hit->section].part;
    if (term->source == LOCAL_INDICATOR)
        return doc->record.indicators.items[hit->index].part;
    return doc->reading.claims.items[hit->index].part;
}

/* ---- running */

static bool run_rule(struct local *local, const struct local_rule *rule, struct err *err) {
    struct doc *doc = local->doc;
    const uint32_t scopes[] = {[LOCAL_PART] = (uint32_t)doc->reading.parts.count,
                               [LOCAL_TABLE] = (uint32_t)doc->document.tables.count,
                               [LOCAL_ROW] = local->rows};
    uint32_t count = scopes[rule->scope];
    bool ok = true;
    local->hits.count = 0;
    for (uint32_t i = 0; ok && i < rule->count; i++)
        ok = select_term(local, rule, &rule->terms[i], i);
    ok = ok && select_term(local, rule, &rule->claim, rule->count);
    uint32_t *starts = ok ? sort_hits(local, count) : NULL;
    for (uint32_t i = 0; starts && i < count; i++) {
        const struct hit *hits = &local->sorted[starts[i]];
        uint32_t found = starts[i + 1] - starts[i];
        if (found == 0)
            continue;
        const struct part *part = &doc->reading.parts.items[part_of(local, rule, hits)];
        if ((rule->part == LOCAL_ANY || rule->part == (int)part->kind) &&
            !check_scope(local, rule, hits, found, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}

static bool prepare(struct local *local) {
    struct doc *doc = local->doc;
    size_t quantities = doc->record.quantities.count, sections = doc->reading.sections.count;
    local->labels = arena_array(&doc->arena, quantities + 1, sizeof *local->labels);
    local->row_base = arena_array(&doc->arena, sections + 1, sizeof *local->row_base);
    local->mentions = claims_mentions(doc);
    if (!local->labels || !local->row_base || !local->mentions)
        return false;
    for (size_t i = 0; i < quantities; i++) {
        const struct mention *mention = doc->record.quantities.items[i].mention;
        local->labels[i] = str_squeeze(&doc->arena, mention->label);
    }
    for (size_t i = 0; i < sections; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        local->row_base[i] = local->rows;
        local->rows += section->end - section->first;
    }
    return true;
}

bool local_run(struct doc *doc, const struct config *config, struct err *err) {
    const struct profile *chosen = config->profiles ? profiles_chosen(config->profiles) : NULL;
    const struct local_rules *rules = chosen ? profile_rules(chosen) : NULL;
    struct local local = {.doc = doc, .config = config};
    if (!rules || rules->count == 0)
        return true;
    if (!prepare(&local))
        return arena_check(&doc->arena, err);
    for (uint32_t i = 0; i < rules->count; i++) {
        if (!run_rule(&local, &rules->items[i], err))
            return false;
    }
    return true;
}
