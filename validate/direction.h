/* What the name of an indicator tells about its figures: whether it is a rate,
 * and which way is better. 财预〔2013〕53号 has 控制率, 变动率,
 * 调整率 and 结转结余率 for rates of which less is better. */
#ifndef HEJI_VALIDATE_DIRECTION_H
#define HEJI_VALIDATE_DIRECTION_H

#include <stdbool.h>

#include "base/str.h"
#include "model/mention.h"

enum direction {
    DIRECTION_UNKNOWN,
    DIRECTION_UP,   /* the actual is to reach the target: ≥ */
    DIRECTION_DOWN, /* the actual is not to exceed it: ≤ */
};

/* The name without the mark before it and the bracket behind it:
 * 指标1:资金执行率(%) gives 资金执行率. `name` is squeezed; the
 * result is a slice of it. */
struct str direction_bare(struct str name);

/* Whether the squeezed name is that of a rate, a part of a whole in per cent:
 * it ends in 率 and is no frequency, efficiency, exchange rate, price or
 * figure per head. */
bool direction_is_rate(struct str name);

/* Whether less of what the squeezed name says is better, or may be: 控制率,
 * 投诉数, 单位成本. */
bool direction_is_reverse(struct str name);

/* Whether the squeezed name is plainly of something of which more is better: a
 * rate or a degree of satisfaction, or a number of things under a group of
 * quantities (`group` 数量指标). `kind` is that of its target. */
bool direction_is_forward(struct str name, struct str group, enum mention_kind kind);

/* The comparator that the words of a column such as 指标性质 stand for:
 * ≥, 大于等于, 正向 ... `nature` is squeezed. COMPARE_NONE when they
 * stand for none. */
enum comparator direction_comparator(struct str nature);

#endif
