/* Parts told one by one: 项目 3 个。一是 ... 2 个。二是 ... 1 个; or
 * as paragraphs under a colon. */
#ifndef HEJI_EXTRACT_ENUMERATION_H
#define HEJI_EXTRACT_ENUMERATION_H

#include <stdbool.h>

#include "base/err.h"
#include "extract/prose.h"

/* Appends the breakdowns whose parts are the items of an enumeration. False
 * only when memory is out. */
bool enumeration_scan(struct prose *prose, struct err *err);

#endif
