#include "validate/reason.h"

/* clang-format off */
static const struct reason reasons[] = {
    {REASON_APPROXIMATE_FIGURE, "数值为约数或界限", "a figure is approximate or a bound"},
    {REASON_BONUS_ROW, "加分项不受分值限制", "a bonus row may exceed its weight"},
    {REASON_DIRECTION_UNKNOWN, "指标值没有写明以高为好还是以低为好",
     "the target does not say whether more or less is better"},
    {REASON_DOUBTFUL_TIE, "对应关系不确定", "the figures may not belong together"},
    {REASON_LIST_INCOMPLETE, "所列各项可能不全", "the list may be incomplete"},
    {REASON_MISSING_OPERAND, "缺少数值", "a figure is missing"},
    {REASON_NESTED_LIST, "所列各项可能互相包含", "parts may contain each other"},
    {REASON_NO_BANDS, "没有适用的等级标准", "no grade bands apply"},
    {REASON_NO_TOTAL, "表中没有合计行", "the table has no total row"},
    {REASON_NO_WEIGHT, "没有分值", "there is no weight"},
    {REASON_OTHER_SCALE, "满分不是 100 分", "the full score is not 100"},
    {REASON_OUT_OF_RANGE, "数值过大", "a figure is too large"},
    {REASON_OWN_RULE, "评分标准另有规定", "the row has a scoring rule of its own"},
    {REASON_RANGE_FIGURE, "数值为区间", "a figure is a range"},
    {REASON_SEVERAL_TABLES, "分属不同的表", "the figures stand in different tables"},
    {REASON_UNIT_MISMATCH, "单位不同", "the units differ"},
    {REASON_UNIT_UNKNOWN, "单位不明", "a unit is not given"},
    {REASON_UNKNOWN_GRADE, "等级名称无法对应", "the grade is not one of the bands"},
    {REASON_UNPARSED_RULE, "评分标准未能全部解析",
     "the scoring rule was not parsed whole"},
    {REASON_UNREADABLE_NUMBER, "数字无法识别", "a number cannot be read"},
    {REASON_UNREADABLE_ROW, "表格行无法识别", "a row of the table cannot be read"},
    {REASON_ZERO_DENOMINATOR, "分母不是正数", "the denominator is not positive"},
};
/* clang-format on */

const struct reason *reason_all(size_t *count) {
    *count = sizeof reasons / sizeof *reasons;
    return reasons;
}

const struct reason *reason_find(struct str word) {
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        if (str_is(word, reasons[i].word))
            return &reasons[i];
    }
    return NULL;
}
