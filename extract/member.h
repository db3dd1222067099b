/* Which figures can be whole and part of each other, by their roles and by what
 * they count. */
#ifndef HEJI_EXTRACT_MEMBER_H
#define HEJI_EXTRACT_MEMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "extract/prose.h"

/* Groups of roles that exclude each other as parts of one whole. */
enum role_group {
    GROUP_NONE,
    GROUP_BUDGET,
    GROUP_ARRIVED,
    GROUP_INCOME,
    GROUP_SPENT,
    GROUP_BALANCE
};

/* The group of a role; ROLE_CHANGE has none. */
enum role_group member_group(enum role role);

/* Whether the figure can be a part of a sum at all: no change, no unit price,
 * nothing of another year or of several years. */
bool member_is_part(const struct figure *figure);

/* Whether the figure only stands beside the one that its clause is about: 较上年
 * 9 万元减少 1 万元, 占总投资 9 万元的 75%. It is divided by nobody. */
bool member_is_aside(const struct figure *figure);

/* Whether the words before the figure contain `noun`. */
bool member_is_named(const struct figure *figure, struct str noun);

/* Whether counts can be whole and part by the things they count: 10 个标段
 * has 9 个实施标段 as a part, 14 个乡镇 has not. True for figures that
 * are no counts. */
bool member_counts_alike(const struct prose *prose, uint32_t whole, uint32_t part);

/* Whether a count is of the things that the part names: 项目 15 个 for
 * 产业项目 9 个, not 32 个村. False for figures that are no counts. */
bool member_shares_name(const struct prose *prose, uint32_t whole, uint32_t part);

/* Whether the figure counts what does not add up with its neighbours: levels of
 * a tree (一级指标), traits that one person can share (党员, 学历). */
bool member_overlaps(const struct figure *figure);

/* Whether the part is of another kind than the whole: posts (编制) are
 * divided into posts, not into the people on them. */
bool member_is_other(const struct figure *whole, const struct figure *part);

#endif
