/* Pairs of figures that a part states once, in the fields of a form, in its fund block or in a
 * table, and whose quotient is a rate that scoring rules name:
 *
 *   资金到位率      实际到位资金 / 计划安排资金
 *   预算执行率      执行数 / 预算数
 *   固定资产利用率  在用固定资产 / 固定资产合计 */
#ifndef HEJI_VALIDATE_PAIRED_H
#define HEJI_VALIDATE_PAIRED_H

#include <stdbool.h>
#include <stdint.h>

#include "model/doc.h"
#include "validate/relation.h"

struct paired; /* of all parts of one document */

/* Gathers the figures of the whole document, in the arena. NULL when memory is
 * out. */
struct paired *paired_new(struct doc *doc);

/* Numerator and denominator of the rate called `name` (squeezed) in `part`.
 * False when it is none of these rates, or when the part gives one of the
 * figures not at all or with several values. */
bool paired_find(const struct paired *paired, uint32_t part, struct str name, struct operand *top,
                 struct operand *bottom);

/* The same for rates of figures that sentences tell: 在职人员控制率,
 * 三公经费控制率, 公用经费控制率 (财预〔2013〕53号). */
bool paired_find_told(const struct paired *paired, uint32_t part, struct str name,
                      struct operand *top, struct operand *bottom);

/* Whether paired_find or paired_find_told know a rate of that squeezed name. */
bool paired_is_name(struct str name);

/* Their quotient in per cent, at six decimals. False when it cannot be had. */
bool paired_rate(const struct operand *top, const struct operand *bottom, struct decimal *rate);

#endif
