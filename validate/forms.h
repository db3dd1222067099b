/* Amounts in the fields of a form: amount.breakdown and amount.balance. */
#ifndef HEJI_VALIDATE_FORMS_H
#define HEJI_VALIDATE_FORMS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds fields such as 计划安排资金 | 实际到位资金 | 实际支出 |
 * 结余 of one row against each other, and each against the 其中 fields
 * below it. False only when memory is out. */
bool forms_run(struct doc *doc, const struct config *config, struct err *err);

#endif
