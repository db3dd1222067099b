/* date.order: dates that no calendar has, terms that end before they begin,
 * reports signed before the year they are about. */
#ifndef HEJI_VALIDATE_DATES_H
#define HEJI_VALIDATE_DATES_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds both ends of every term (2022年5月至2023年4月; 开工 … 竣工 of one
 * sentence; the two fields of a form) against each other, and the date of each
 * part against the year in its title. Years in titles that are quoted (《…》)
 * do not count. False only when memory is out. */
bool dates_run(struct doc *doc, const struct config *config, struct err *err);

#endif
