/* Tables within a story: from w:tbl, w:tr and w:tc to struct docx_table
 * (ISO/IEC 29500-1 17.4). */
#ifndef HEJI_INGEST_DOCX_GRID_H
#define HEJI_INGEST_DOCX_GRID_H

#include <stdbool.h>

#include "ingest/docx_story.h"
#include "ingest/xml.h"

/* Begins and ends a table. ERR_TABLE_LIMIT beyond LIMIT_TABLE_DEPTH and the
 * limits of the grid. */
enum xml_step docx_grid_start(struct docx_story *story);
bool docx_grid_end(struct docx_story *story); /* see docx_grid_start */

/* Begins and ends a row of the innermost table. */
void docx_grid_start_row(struct docx_story *story);
bool docx_grid_end_row(struct docx_story *story); /* see docx_grid_start_row */

/* Begins and ends a cell, which is a flow of its own. */
enum xml_step docx_grid_start_cell(struct docx_story *story);
bool docx_grid_end_cell(struct docx_story *story); /* see docx_grid_start_cell */

/* Reads a child of w:tblGrid, w:trPr, w:tcPr. */
enum xml_step docx_grid_set_column(struct docx_story *story, struct xml *xml,
                                   const struct xml_element *element);
enum xml_step docx_grid_set_row(struct docx_story *story, struct xml *xml,
                                const struct xml_element *element); /* w:trPr */
enum xml_step docx_grid_set_cell(struct docx_story *story, struct xml *xml,
                                 const struct xml_element *element); /* w:tcPr */

/* Whether the row, the cell that is being read is a tracked deletion. */
bool docx_grid_is_row_deleted(const struct docx_story *story);
bool docx_grid_is_cell_deleted(const struct docx_story *story); /* see above */

#endif
