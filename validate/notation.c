#include "validate/notation.h"

#include "validate/grid.h"
#include "validate/relation.h"

/* Fewer digits may be a list: "1,2,3". */
enum { DIGITS_MIN = 4 };

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* The number within the mention as it is written, without comparator and unit:
 * from its first digit to its last. */
static struct str figure_of(struct arena *arena, const struct mention *mention) {
    struct str text = str_squeeze(arena, mention->raw);
    size_t start = 0, end;
    while (start < text.len && !is_digit(text.ptr[start]))
        start++;
    end = start;
    for (size_t at = start; at < text.len; at++) {
        if (is_digit(text.ptr[at]))
            end = at + 1;
        else if (!strchr(",.'", text.ptr[at]))
            break;
    }
    return str_slice(text, start, end);
}

/* Separators apart: 1,2,3 has three digits and is a list, 13,04.9 has five and
 * is a figure. */
static size_t count_digits(struct str text) {
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += is_digit(text.ptr[i]);
    return count;
}

/* Points alone may be a list mark (1.14856.17) or a date, and glued figures
 * have no separator: only a comma shows that digits were meant to be grouped.
 * Without money around it a point or a cell of its own must tell it from a
 * list. */
static bool is_reported(const struct mention *mention, struct str figure) {
    if (!str_has(figure, ",") || count_digits(figure) < DIGITS_MIN)
        return false;
    return mention->kind == MENTION_AMOUNT ||
           (mention->kind == MENTION_NUMBER &&
            (str_has(figure, ".") || mention->passage->at.row != PLACE_NONE));
}

/* A guess for the reader only: no check ever uses it. */
static struct str explain(struct doc *doc, const struct config *config,
                          const struct mention *mention) {
    if (mention->number.len == 0)
        return (struct str){0};
    return str_printf(&doc->arena,
                      config->language == LANGUAGE_ENGLISH
                          ? "without the separators it would read %.*s"
                          : "去掉分隔符可读作 %.*s",
                      STR_ARGS(mention->number));
}

/* The reading without separators is shown as a guess only: 13,04.9 may be
 * 1304.9 or 13,049, and nothing computes with it. */
static bool report(struct doc *doc, const struct config *config, uint32_t index, struct str figure,
                   struct err *err) {
    const struct mention *mention = &doc->reading.mentions.items[index];
    const struct quantity *quantity = &doc->record.quantities.items[index];
    struct notice notice = {
        .rule = "amount.notation",
        .severity = SEVERITY_WARNING,
        .part = quantity->part,
        .label = mention->label.len > 0 ? mention->label : grid_before(doc, &mention->passage->at),
        .claimed = figure,
        .diagnosis = explain(doc, config, mention),
        .text = mention->raw,
        .at = quantity->at,
    };
    return relation_notice(doc, config, &notice, err);
}

/* Well-formed groups never come here: the mention is marked malformed by
 * extract only where the digits do not fall into threes. */
bool notation_run(struct doc *doc, const struct config *config, struct err *err) {
    for (uint32_t i = 0; i < doc->record.quantities.count; i++) {
        const struct mention *mention = &doc->reading.mentions.items[i];
        if (!mention->malformed)
            continue;
        struct str figure = figure_of(&doc->arena, mention);
        if (is_reported(mention, figure) && !report(doc, config, i, figure, err))
            return false;
    }
    return true;
}
