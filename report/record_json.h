/* The record of a document as JSON: "heji-report/1", described by
 * normalize/record.schema.json. */
#ifndef HEJI_REPORT_RECORD_JSON_H
#define HEJI_REPORT_RECORD_JSON_H

#include "base/json.h"
#include "model/doc.h"

/* Appends the record of `doc` as one JSON value. Layers that a failed or
 * partial document lacks come out as empty arrays. Figures in 元 are made in
 * doc->arena, hence not const; where it is exhausted they are null. Out of
 * memory only sets w->failed. */
void record_json(struct doc *doc, struct json_writer *w);

#endif
