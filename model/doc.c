#include "model/doc.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/limits.h"

/* Words are cut at a fixed length: part of them may come from the document, and
 * a warning is no place for its text. What cannot be kept is counted. */
void doc_warn(struct doc *doc, const char *code, const struct place *at, const char *format, ...) {
    static const struct place nowhere = {PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE,
                                         PLACE_NONE};
    char words[240];
    va_list args;
    if (doc->source.warnings.count >= LIMIT_WARNINGS) {
        doc->source.warnings_dropped++;
        return;
    }
    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    struct warning warning = {str_of(code), str_copy(&doc->arena, str_of(words)),
                              at ? *at : nowhere};
    if (!VEC_PUSH(&doc->arena, &doc->source.warnings, warning))
        doc->source.warnings_dropped++;
}
