#include "extract/lost_table.h"

#include "tests/read.h"

/* The lines with a warning, in one string. */
static void expect(const char *text, const char *lines) {
    struct read *r = read_text(text);
    char shown[256] = "";
    size_t len = 0;
    for (size_t i = 0; i < r->doc.source.warnings.count; i++) {
        const struct warning *warning = &r->doc.source.warnings.items[i];
        if (str_is(warning->code, "table_unreadable"))
            len += (size_t)snprintf(shown + len, sizeof shown - len, "%d ", warning->at.line);
    }
    assert_string_equal(shown, lines);
    read_end(r);
}

static void test_heads_without_separators(void **state) {
    (void)state;
    expect("绩效自评表\n\n一级指标二级指标三级指标分值得分\n产出数量渠道长度2019.5\n", "3 ");
    expect("一级指标 二级指标 三级指标 分值 得分\n\n产出 数量 渠道长度 20 19.5\n", "1 ");
    expect("三级指标，分值，得分\n渠道长度，20，19.5\n", "1 ");
    expect("三级指标年度指标值实际完成值分值自评得分\n", "1 ");
}

static void test_a_head_a_line(void **state) {
    (void)state;
    expect("评分表\n\n三级指标\n分值\n得分\n渠道长度\n20\n19\n", "3 ");
    expect("三级指标\n分值\n\n本项目自评得分95分。\n\n得分\n", "");
}

static void test_tables_that_can_be_read(void **state) {
    (void)state;
    expect("三级指标\t分值\t得分\n数量\t60\t58\n质量\t40\t37\n", "");
    expect("| 三级指标 | 分值 | 得分 |\n|---|---|---|\n| 数量 | 60 | 58 |\n", "");
    expect("三级指标      分值      得分\n数量          60        58\n质量          40        37\n",
           "");
}

static void test_other_text(void **state) {
    (void)state;
    expect("指标的分值和得分见附表。\n", "");
    expect("分值\n", "");
    expect("分值得分\n", "");
    expect("本年得分95分，分值100分。\n\n分值得分\n", "");
    expect("产出指标、效益指标、满意度指标\n", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heads_without_separators),
        cmocka_unit_test(test_a_head_a_line),
        cmocka_unit_test(test_tables_that_can_be_read),
        cmocka_unit_test(test_other_text),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
