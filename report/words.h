/* Words for people in place of the codes that records carry. */
#ifndef HEJI_REPORT_WORDS_H
#define HEJI_REPORT_WORDS_H

#include "base/str.h"
#include "model/check.h"
#include "model/doc.h"
#include "model/reading.h"

/* 错误, 警告, 提示. */
const char *words_severity(enum severity severity, enum language language);

/* 部门整体, 项目, ...; empty for PART_OTHER. */
const char *words_part_kind(enum part_kind kind, enum language language);

/* Why a relation could not be checked, for a reason such as "missing_operand";
 * the word itself when validate does not know it. */
struct str words_reason(struct str word, enum language language);

/* What a warning of the source means, for a code such as "altchunk_skipped";
 * empty when it has no words here: show the warning's own message then. */
struct str words_warning(struct str code, enum language language);

#endif
