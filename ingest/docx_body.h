/* The stories of a Word document as they stream by: body, text boxes, notes. */
#ifndef HEJI_INGEST_DOCX_BODY_H
#define HEJI_INGEST_DOCX_BODY_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "ingest/docx_numbering.h"
#include "ingest/docx_package.h"
#include "ingest/docx_styles.h"
#include "model/doc.h"

struct docx_body;

/* What the stories are read with; all borrowed, and all outlive the body. */
struct docx_context {
    struct doc *doc;
    struct docx_package *package;
    const struct docx_styles *styles;
    struct docx_numbering *numbering;
};

/* A reader in the document's arena; NULL when it is exhausted. */
struct docx_body *docx_body_new(const struct docx_context *context);

/* Reads the main part into doc->document, text boxes included. ERR_NOT_WORD
 * when its root is none of a Word document. */
bool docx_body_read(struct docx_body *body, struct err *err);

/* Reads a part of footnotes or endnotes into doc->document.notes, after the
 * body. */
bool docx_body_read_notes(struct docx_body *body, enum document_part part, struct err *err);

/* Settles what is known only at the end: which text was a field's code. Call it
 * last. */
void docx_body_finish(struct docx_body *body);

#endif
