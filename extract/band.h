/* Grade bands that a report prints: 得分≥90 为优，80（含）-90
 * 为良，...; 优（≥90）良（≥80，<90）. */
#ifndef HEJI_EXTRACT_BAND_H
#define HEJI_EXTRACT_BAND_H

#include <stdbool.h>

#include "base/err.h"
#include "extract/prose.h"

/* Appends a statement BANDS for each scale of at least three grades that fall
 * from best to worst (or rise), best first. Its figure is STATEMENT_NO_MENTION.
 * False only when memory is out. */
bool band_scan(struct prose *prose, struct err *err);

#endif
