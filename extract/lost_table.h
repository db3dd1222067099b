/* Tables of a text whose rows have lost what parted their cells. */
#ifndef HEJI_EXTRACT_LOST_TABLE_H
#define HEJI_EXTRACT_LOST_TABLE_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Warns ("table_unreadable") of each place where a head row stands among the paragraphs of a text:
 * three or more names of columns with nothing but blanks or commas between them, in one line or one
 * a line. Which figure belongs to which column is not guessed at. False when the arena is
 * exhausted. */
bool lost_table_scan(struct doc *doc, const struct config *config, struct err *err);

#endif
