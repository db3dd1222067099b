/* Runs: text, what stands for text, and the properties that hide it (ISO/IEC
 * 29500-1 17.3.2 and 17.3.3). */
#ifndef HEJI_INGEST_DOCX_RUN_H
#define HEJI_INGEST_DOCX_RUN_H

#include <stdbool.h>

#include "base/str.h"
#include "ingest/docx_story.h"
#include "ingest/xml.h"

/* Begins a run without properties. */
void docx_run_start(struct docx_story *story);

/* Reads a child of w:rPr. */
enum xml_step docx_run_set(struct docx_story *story, struct xml *xml,
                           const struct xml_element *element);

/* Settles whether the run is hidden: at the end of w:rPr. */
void docx_run_settle(struct docx_story *story);

/* Reads a child of w:r that has no content of its own: a tab, a break, a
 * symbol, a field character, a reference to a note. False when it is
 * another. */
bool docx_run_sign(struct docx_story *story, struct xml *xml, const struct xml_element *element,
                   enum xml_step *step);

/* Begins the text of an element, hidden if the run is; `math` text never is,
 * and keeps its white space. */
void docx_run_start_text(struct docx_story *story, const struct xml_element *element, bool math);

/* Takes a piece of that text. ERR_XML_LIMIT beyond LIMIT_PASSAGE_BYTES. */
bool docx_run_text(struct docx_story *story, struct str piece);

/* Ends the text: white space and symbols are put right. ERR_MEMORY without
 * memory for its tracked insertion. */
bool docx_run_end_text(struct docx_story *story);

/* Takes a piece of deleted text; the end of a deletion keeps it as a revision of
 * the passage. */
bool docx_run_deleted_text(struct docx_story *story, struct str piece);
bool docx_run_end_deleted(struct docx_story *story); /* see docx_run_deleted_text */

#endif
