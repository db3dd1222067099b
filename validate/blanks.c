#include "validate/blanks.h"

#include "base/utf8.h"
#include "validate/ledger.h"
#include "validate/relation.h"

enum { CONTEXT_BYTES = 30 }; /* of the words before a blank that name it for the reader */

/* The words before the blank on its line, and the blank. */
static struct str name_of(struct str text, const struct blank *blank) {
    size_t from = blank->start;
    while (from > 0) {
        size_t before = utf8_before(text, from), size;
        uint32_t point = utf8_decode(text, before, &size);
        if (blank->start - before > CONTEXT_BYTES || (!utf8_is_han(point) && point > ' '))
            break;
        from = before;
    }
    return str_trim(str_slice(text, from, blank->end));
}

static bool report(struct doc *doc, const struct config *config, const struct blank *blank,
                   struct err *err) {
    struct str text = blank->passage->text;
    struct notice notice = {
        .rule = "text.placeholder",
        .severity = SEVERITY_INFO,
        .part = blank->part,
        .label = str_squeeze(&doc->arena, name_of(text, blank)),
        .claimed = str_trim(str_slice(text, blank->start, blank->end)),
        .text = name_of(text, blank),
        .at = blank->passage->at,
    };
    if (notice.at.line != PLACE_NONE)
        notice.at.line = passage_line_at(blank->passage, blank->start);
    return relation_notice(doc, config, &notice, err);
}

/* A template has XX县 in every line: once tells it. */
bool blanks_run(struct doc *doc, const struct config *config, struct err *err) {
    struct tally told = {0};
    for (size_t i = 0; i < doc->reading.blanks.count; i++) {
        const struct blank *blank = &doc->reading.blanks.items[i];
        struct str raw = str_slice(blank->passage->text, blank->start, blank->end);
        uint32_t *times = tally_at(&doc->arena, &told, tally_hash(blank->part, raw));
        if (!times)
            return arena_check(&doc->arena, err);
        if ((*times)++ == 0 && !report(doc, config, blank, err))
            return false;
    }
    return true;
}
