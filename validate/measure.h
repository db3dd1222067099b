/* Units as relations need them: powers of ten, and which units can be added. */
#ifndef HEJI_VALIDATE_MEASURE_H
#define HEJI_VALIDATE_MEASURE_H

#include <stdbool.h>

#include "base/str.h"

/* The power of ten that the unit has over its base unit: "万元" 4, "亿" 8,
 * "公里" 3, "%" -2, "‰" -3, "‱" -4; 0 for an unknown unit and for
 * none. */
int measure_power(struct str unit);

/* Whether figures of both units can be added once their powers are equal: money
 * with money, 亩 with 万亩. An empty unit and a bare 万 or 亿 fit all. */
bool measure_fits(struct str a, struct str b);

#endif
