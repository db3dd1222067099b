#include "tests/read.h"

#include "extract/facts.h"
#include "extract/title.h"

/* The title that ends in the last block of the source, as "kind block-last_block year text". */
static void expect_title(const char *source, const char *expected) {
    static const char *const kinds[] = {"none", "report", "form", "annex"};
    struct read *r = read_begin(LIMIT_ARENA_BYTES);
    struct facts facts;
    read_build(&r->doc, source);
    assert_true(facts_take(&r->doc, &read_config, &facts, &r->err));
    uint32_t last = (uint32_t)r->doc.document.blocks.count - 1;
    struct title title = title_at(&r->doc, &read_config, &facts, last);
    read_put(r, "%s", kinds[title.kind]);
    if (title.kind != TITLE_NONE)
        read_put(r, " %u-%u %.*s %.*s", title.block, title.last_block, STR_ARGS(title.year),
                 STR_ARGS(title.text));
    assert_string_equal(r->text, expected);
    read_end(r);
}

static void test_titles(void **state) {
    (void)state;
    expect_title("青泷县水利局2023年度部门整体支出绩效自评报告",
                 "report 0-0 2023 "
                 "青泷县水利局2023年度部门整体支出绩效自评报告");
    expect_title("项目支出绩效自评表（2022年度）", "form 0-0 2022 "
                                                   "项目支出绩效自评表");
    expect_title("部门整体支出绩效评价指标体系", "annex 0-0  "
                                                 "部门整体支出绩效评价指标体系");
    expect_title("2023年度项目绩效目标申报表", "form 0-0 2023 "
                                               "2023年度项目绩效目标申报表");
}

static void test_what_is_no_title(void **state) {
    (void)state;
    expect_title("现将绩效自评报告报送你局，请审阅。", "none");
    expect_title("一、项目绩效自评报告", "none");
    expect_title("《项目支出绩效自评报告》", "none");
    expect_title("工作报告", "none");
    expect_title("护坡项目工作自评报告", "none");
    expect_title("| 产出 | 数量 |", "none");
}

static void test_lines_above_a_title(void **state) {
    (void)state;
    expect_title("附件2\n项目支出绩效自评表", "form 0-1  项目支出绩效自评表");
    expect_title("青泷县水利局2023年度\n部门整体支出绩效自评报告",
                 "report 0-1 2023 "
                 "青泷县水利局2023年度部门整体支出绩效自评报告");
    expect_title("报送单位：青泷县水利局\n部门整体支出绩效自评报告",
                 "report 1-1  部门整体支出绩效自评报告");
}

static void test_titles_of_tables(void **state) {
    (void)state;
    expect_title("| 项目支出绩效自评表 | < | < |\n| （2021年度） | < | < |\n| "
                 "产出 | 数量 | 3 |",
                 "form 0-0 2021 项目支出绩效自评表");
    expect_title("| 附件1 | < | < |\n| 项目支出绩效自评表 | < | < |",
                 "form 0-0  项目支出绩效自评表");
}

static void test_years(void **state) {
    (void)state;
    assert_true(str_is(title_year(str_of("2023年度绩效自评报告")), "2023"));
    assert_true(str_is(title_year(str_of("2021至2023年绩效")), "2023"));
    assert_true(str_is(title_year(str_of("1999年")), ""));
    assert_true(str_is(title_year(str_of("〔2020年〕10号")), ""));
    assert_true(str_is(title_year(str_of("年")), ""));
    assert_true(str_is(title_year(str_of("20年")), ""));
    assert_true(str_is(title_year(str_of("")), ""));
}

static void test_units(void **state) {
    static const char *const cases[][2] = {
        {"青泷县水利局2023年度部门整体支出绩效自评报告", "青泷县水利局"},
        {"关于青泷县水利局部门整体支出绩效自评报告", "青泷县水利局"},
        {"东关镇人民政府整体支出绩效自评报告", "东关镇人民政府"},
        {"护坡2023年度项目绩效自评报告", ""},
        {"2023年度绩效自评报告", ""},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(str_is(title_unit(str_of(cases[i][0])), cases[i][1]));
}

static void test_kinds_of_parts(void **state) {
    const struct config *config = &read_config;
    (void)state;
    assert_int_equal(title_part_kind(config, str_of("部门整体支出自评")), PART_DEPARTMENT);
    assert_int_equal(title_part_kind(config, str_of("护坡项目自评报告")), PART_PROJECT);
    assert_int_equal(title_part_kind(config, str_of("项目绩效目标申报表")), PART_TARGET);
    assert_int_equal(title_part_kind(config, str_of("绩效自评报告")), PART_OTHER);
}

/* The second line of a title has its words; a line of its own above it is left alone. */
static void test_lines_that_do_not_join(void **state) {
    (void)state;
    expect_title("各乡镇人民政府，"
                 "县直各单位\n2023年度部门整体支出绩效自评报告",
                 "report 1-1 2023 2023年度部门整体支出绩效自评报告");
    expect_title("2023年度项目支出绩效自评表\n部门整体支出绩效自评报告",
                 "report 1-1  部门整体支出绩效自评报告");
    expect_title("附件：3\n护坡项目\n绩效自评报告", "report 0-2  "
                                                    "护坡项目绩效自评报告");
}

static void test_longest_title(void **state) {
    (void)state;
    expect_title("青泷县水利局关于东关镇西关镇南关镇北关镇四个乡镇小型"
                 "水库除"
                 "险加固和渠道清淤以及山洪灾害"
                 "防治非工程措施运行维护等十二个项目2023年度支出绩效自评"
                 "报告和"
                 "问题整改情况的评价报告",
                 "none");
}

static void test_year_in_brackets(void **state) {
    (void)state;
    expect_title("护坡项目支出绩效自评表（2022年）", "form 0-0 2022 "
                                                     "护坡项目支出绩效自评表");
    expect_title("2021年护坡项目绩效自评表（2022年填）", "form 0-0 2021 "
                                                         "2021年护坡项目绩效自评表");
    expect_title("护坡项目支出绩效自评表（盖章）", "form 0-0  "
                                                   "护坡项目支出绩效自评表");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_what_is_no_title),
        cmocka_unit_test(test_lines_above_a_title),
        cmocka_unit_test(test_titles_of_tables),
        cmocka_unit_test(test_years),
        cmocka_unit_test(test_units),
        cmocka_unit_test(test_kinds_of_parts),
        cmocka_unit_test(test_lines_that_do_not_join),
        cmocka_unit_test(test_longest_title),
        cmocka_unit_test(test_year_in_brackets),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
