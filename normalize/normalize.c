#include "normalize/normalize.h"

#include "normalize/indicator.h"
#include "normalize/panel.h"
#include "normalize/quantity.h"

/* One quantity a mention, at the same index: every later stage goes from one to
 * the other without a search. Scores of indicators are no quantities of the
 * record; they stand in `indicators`. */
bool normalize_run(struct doc *doc, const struct config *config, struct err *err) {
    (void)config;
    VEC_RESERVE(&doc->arena, &doc->record.quantities, doc->reading.mentions.count);
    for (size_t i = 0; i < doc->reading.mentions.count; i++) {
        const struct mention *mention = &doc->reading.mentions.items[i];
        struct quantity quantity;
        if (!quantity_of(doc, mention, &quantity))
            return arena_check(&doc->arena, err);
        quantity.part = mention->part;
        quantity.is_quantity = quantity.is_quantity && !mention->scored;
        if (!VEC_PUSH(&doc->arena, &doc->record.quantities, quantity))
            return arena_check(&doc->arena, err);
    }
    return indicator_collect(doc, err) && panel_collect(doc, err);
}
