/* Scores that are points times a rate: 得分系数 of an indicator, 执行率 of a
 * block of funds. */
#ifndef HEJI_VALIDATE_PRODUCT_H
#define HEJI_VALIDATE_PRODUCT_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* score.coefficient: an indicator's score against its weight times the 得分系数
 * in its row, as the form of 重庆 states it (得分系数(%)×指标权重=指标得分).
 *
 * score.rule: the score of the execution rate against its weight times that
 * rate, at most 100 %: the one that is printed, else spending over budget, which
 * the score may have been worked out from. Provinces also score the rate in
 * steps: a whole or half number of points that differs is unverifiable
 * ("own_rule") unless the document says 执行率×分值 somewhere.
 *
 * False only when memory is out. */
bool product_run(struct doc *doc, const struct config *config, struct err *err);

#endif
