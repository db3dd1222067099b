#include "validate/pair.h"

#include "tests/read.h"

#define SCORED_HEAD "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |\n"

/* What a side holds: "-" for nothing, the figure with its unit, or its words in quotes. */
static void put_side(struct read *r, const struct side *side) {
    if (side->content == SIDE_BLANK)
        read_put(r, " -");
    else if (side->content == SIDE_WORDS)
        read_put(r, " '%.*s'", STR_ARGS(side->text));
    else
        read_put(r, " %.*s%.*s", STR_ARGS(pair_quantity(&r->doc, side)->value.text),
                 STR_ARGS(pair_quantity(&r->doc, side)->unit));
}

/* "受训满意度 GE 95% 97% i0": name, comparator, target, actual, indicator; one line a row. */
static void show_pairs(struct read *r) {
    static const char *const comparators[] = {"?", "EQ", "GE", "GT", "LE", "LT"};
    struct pair_reader reader = {0};
    for (uint32_t i = 0; i < r->doc.reading.sections.count; i++) {
        const struct section *section = &r->doc.reading.sections.items[i];
        if (!pair_open(&r->doc, &reader, i)) {
            read_put(r, "closed\n");
            continue;
        }
        for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
            struct pair pair;
            if (!pair_read(&r->doc, &reader, row, &pair)) {
                read_put(r, "none\n");
                continue;
            }
            read_put(r, "%.*s %s", STR_ARGS(pair.name), comparators[pair.comparator]);
            put_side(r, &pair.target);
            put_side(r, &pair.actual);
            if (pair.indicator != PAIR_NONE)
                read_put(r, " i%u", pair.indicator);
            read_put(r, "\n");
        }
    }
}

static void test_scored_rows(void **state) {
    (void)state;
    read_expect(SCORED_HEAD "| 产出 | 质量 | 受训满意度 | ≥95% | 97% | 10 | 10 |\n"
                            "| ^ | 数量 | 渠道长度 | 5公里 | 4.5公里 | 40 | 38 |\n"
                            "| 效益 | 社会 | 知晓程度 | 明显提高 | 达到 | 50 | 50 |\n"
                            "| 总分 | < | < |  |  | 100 | 98 |\n",
                show_pairs,
                "受训满意度 GE 95% 97% i0\n渠道长度 ? 5公里 4.5公里 i1\n"
                "知晓程度 ? '明显提高' '达到' i2\nnone\n");
}

static void test_rows_without_scores(void **state) {
    (void)state;
    read_expect("| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 |\n"
                "| 产出指标 | 数量指标 | 培训场次 | ≥12场 | 13场 |\n"
                "| ^ | 质量指标 | 合格率 | ＜5% | — |\n",
                show_pairs, "培训场次 GE 12场 13场\n合格率 LT 5% -\n");
}

/* A dash, a slash and dots say nothing; 无 is a word. */
static void test_blanks_and_words(void **state) {
    (void)state;
    read_expect(SCORED_HEAD "| 产出 | 质量 | 甲项完成情况 | / | …… | 10 | 10 |\n"
                            "| ^ | 数量 | 乙项完成情况 | 无 | ** | 40 | 38 |\n"
                            "| ^ | 数量 | 丙项完成情况 | 26户97人 | A级 | 50 | 50 |\n",
                show_pairs,
                "甲项完成情况 ? - - i0\n乙项完成情况 ? '无' - i1\n"
                "丙项完成情况 ? '26户97人' 'A级' i2\n");
}

/* A figure that cannot be read is no figure to compare. */
static void test_malformed_figures_are_words(void **state) {
    (void)state;
    read_expect(SCORED_HEAD "| 产出 | 质量 | 补助金额 | 13,04.9万元 | 1304.9万元 | 10 | 10 |\n"
                            "| 效益 | 社会 | 知晓程度 | 提高 | 提高 | 90 | 90 |\n",
                show_pairs,
                "补助金额 ? '13,04.9万元' 1304.9万元 i0\n知晓程度 ? '提高' '提高' i1\n");
}

static void test_cells_of_several_rows_belong_to_none(void **state) {
    (void)state;
    read_expect(SCORED_HEAD "| 产出 | 质量 | 合格率 | ≥95% | 97% | 10 | 10 |\n"
                            "| ^ | 数量 | 优良率 | ^ | 96% | 40 | 38 |\n"
                            "| ^ | 数量 | 及格率 | ≥90% | 96% | 50 | 50 |\n",
                show_pairs, "none\nnone\n及格率 GE 90% 96% i2\n");
}

/* 指标性质 tells the comparator where the target has none; the target's own comes first. */
static void test_the_nature_of_an_indicator(void **state) {
    (void)state;
    read_expect("| 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 完成值 | 权重 | 得分 |\n"
                "| 产出 | 数量 | 培训场次 | ≥ | 12场 | 13场 | 10 | 10 |\n"
                "| ^ | 成本 | 培训成本 | 反向 | 3万元 | 2万元 | 40 | 38 |\n"
                "| ^ | 质量 | 合格率 | ≤ | ≥90% | 96% | 25 | 25 |\n"
                "| ^ | 质量 | 及格率 | 定性 | 90% | 96% | 25 | 25 |\n",
                show_pairs,
                "培训场次 GE 12场 13场 i0\n培训成本 LE 3万元 2万元 i1\n"
                "合格率 GE 90% 96% i2\n及格率 ? 90% 96% i3\n");
}

/* Of a first and an adjusted target the adjusted one holds, where the row has it. */
static void test_adjusted_targets(void **state) {
    (void)state;
    read_expect("| 三级指标 | 年初指标值 | 调整指标值 | 全年完成值 | 分值 | 得分 |\n"
                "| 培训场次 | 12场 | 13场 | 14场 | 60 | 60 |\n"
                "| 培训人数 | 120人 | / | 130人 | 40 | 40 |\n",
                show_pairs, "培训场次 ? 13场 14场 i0\n培训人数 ? 120人 130人 i1\n");
}

/* One actual a village: none can be taken for the row's. */
static void test_several_columns_of_one_role(void **state) {
    (void)state;
    read_expect("| 三级指标 | 年度指标值 | 实际完成值 | 全年完成值 | 分值 | 得分 |\n"
                "| 培训场次 | 12场 | 13场 | 14场 | 60 | 60 |\n"
                "| 培训人数 | 120人 | 130人 | 130人 | 40 | 40 |\n",
                show_pairs, "closed\n");
}

static void test_tables_without_targets(void **state) {
    (void)state;
    read_expect("| 名称 | 金额（万元） |\n| 修渠 | 1.25 |\n| 修闸 | 3 |\n| 合计 | 4.25 |\n",
                show_pairs, "closed\n");
    read_expect("| 三级指标 | 分值 | 得分 |\n| 培训场次 | 60 | 60 |\n| 培训人数 | 40 | 40 |\n",
                show_pairs, "closed\n");
}

/* Indicators are looked up going on from the section before: none is taken for another's. */
static void test_sections_one_after_the_other(void **state) {
    (void)state;
    read_expect(SCORED_HEAD "| 产出 | 质量 | 合格率 | ≥95% | 97% | 60 | 60 |\n"
                            "| 效益 | 社会 | 知晓率 | ≥80% | 81% | 40 | 40 |\n"
                            "附件2 另一个项目自评表\n" SCORED_HEAD
                            "| 产出 | 质量 | 优良率 | ≥85% | 87% | 70 | 70 |\n"
                            "| 效益 | 社会 | 满意度 | ≥90% | 91% | 30 | 30 |\n",
                show_pairs,
                "合格率 GE 95% 97% i0\n知晓率 GE 80% 81% i1\n"
                "优良率 GE 85% 87% i2\n满意度 GE 90% 91% i3\n");
}

static void test_bounds(void **state) {
    (void)state;
    assert_false(pair_is_bound(COMPARE_NONE));
    assert_false(pair_is_bound(COMPARE_EQ));
    for (int comparator = COMPARE_GE; comparator <= COMPARE_LT; comparator++)
        assert_true(pair_is_bound((enum comparator)comparator));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scored_rows),
        cmocka_unit_test(test_rows_without_scores),
        cmocka_unit_test(test_blanks_and_words),
        cmocka_unit_test(test_malformed_figures_are_words),
        cmocka_unit_test(test_cells_of_several_rows_belong_to_none),
        cmocka_unit_test(test_the_nature_of_an_indicator),
        cmocka_unit_test(test_adjusted_targets),
        cmocka_unit_test(test_several_columns_of_one_role),
        cmocka_unit_test(test_tables_without_targets),
        cmocka_unit_test(test_sections_one_after_the_other),
        cmocka_unit_test(test_bounds),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
