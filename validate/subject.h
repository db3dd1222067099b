/* rule.subject: a scoring rule that scores another indicator. */
#ifndef HEJI_VALIDATE_SUBJECT_H
#define HEJI_VALIDATE_SUBJECT_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Reads the formula 得分=X×分值 in the scoring rule of every indicator and
 * reports those whose X is, word for word, the name of another indicator of the
 * same table. Where one name holds the other, or the rule says what X is
 * (X=...), X may mean its own row. False only when memory is out. */
bool subject_run(struct doc *doc, const struct config *config, struct err *err);

/* X of the first 得分=X×分值, 得分=X×8分 or 得分=分值×X in a
 * squeezed rule, or of a rule that is 按照X计分 as a whole; empty when there is
 * none, or when X is more than a name. A slice of `rule`. */
struct str subject_of(struct str rule);

#endif
