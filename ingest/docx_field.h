/* Complex fields (ISO/IEC 29500-1 17.16.18): begin, code, separate, result, end.
 *
 * Only the result shows. Text inside a code can only be told from text after a begin that never
 * ends once the end is seen, so it is kept with a mark around it,
 *
 *   02 hhhhhhhh text 03     hhhhhhhh: number of the field in hexadecimal
 *
 * which docx_fields_scrub resolves at the end; XML allows neither byte in a document. */
#ifndef HEJI_INGEST_DOCX_FIELD_H
#define HEJI_INGEST_DOCX_FIELD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum { FIELD_MARK = 9 }; /* bytes before marked text */

struct docx_field {
    uint32_t number;    /* counts the begins of the document */
    uint32_t code_from; /* position on the stack, from 1, of the innermost field at or below this
                         * one that is still in its code; 0 for none */
};

struct docx_fields {
    struct arena *arena;          /* borrowed */
    VEC(struct docx_field) stack; /* open fields */
    VEC(bool) ended;              /* by number: the end was found */
    size_t base;                  /* of the stack for the story that is being read */
    bool marked;                  /* text has been marked */
};

/* Takes note of a w:fldChar of this type; false when the arena is exhausted. */
bool docx_fields_char(struct docx_fields *fields, struct str type);

/* Whether text that comes now belongs to a field's code. */
bool docx_fields_in_code(const struct docx_fields *fields);

/* Writes the mark that goes before such text. */
void docx_fields_mark(struct docx_fields *fields, char mark[FIELD_MARK]);

/* Takes the marks out of `text`, in place, and with them the text that is
 * code. */
void docx_fields_scrub(const struct docx_fields *fields, struct str *text);

#endif
