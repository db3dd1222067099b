/* Units as relations need them: a power of ten over a base unit. */
#ifndef HEJI_VALIDATE_UNIT_H
#define HEJI_VALIDATE_UNIT_H

#include <stdbool.h>

#include "base/str.h"

/* The power of ten that the unit has over its base, which `*base` receives: "万元" is 4 over "元",
 * "亿" 8 over "", "%" -2 and "‰" -3 over "", "公里" 3 over "米". The multiples are 十,
 * 百, 千, 万 and 亿, alone or behind each other (百万). */
int unit_power(struct str unit, struct str *base);

/* Whether figures of both units can be added once their powers are equal. An empty unit or base
 * fits all. */
bool unit_fits(struct str a, struct str b);

#endif
