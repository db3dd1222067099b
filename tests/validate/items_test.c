#include "validate/items.h"

#include "tests/read.h"

/* A table of five scored indicators: two first levels, three second ones. */
#define BOARD                                                            \
    "| 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 |\n" \
    "| 产出 | 数量指标 | 渠道长度 | 20 | 20 |\n"               \
    "| ^ | ^ | 水闸座数 | 20 | 20 |\n"                               \
    "| ^ | 质量指标 | 验收合格率 | 20 | 20 |\n"                 \
    "| 效益 | 社会效益 | 受益人口 | 20 | 20 |\n"               \
    "| ^ | ^ | 知晓程度 | 20 | 20 |\n"

#define SUM "| 合计 | < | < | 100 | 100 |\n"

struct items_case {
    const char *source, *findings, *checks;
};

static void expect_cases(const struct items_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        expect_findings(cases[i].source, cases[i].findings);
        expect_checks(cases[i].source, "count.items", cases[i].checks);
    }
}

#define EXPECT_CASES(cases) expect_cases(cases, sizeof(cases) / sizeof *(cases))

static void test_lists_that_differ_from_their_count(void **state) {
    static const struct items_case cases[] = {
        {"项目涉及4个村（柳湾村、石桥村、梅坪村）。", "warning count.items 4个村 4 3 @0\n",
         "count.items fail 4 3 @0\n"},
        {"采取五项措施：一是加强领导；二是明确责任；三是严格考核；四是加大投入。",
         "warning count.items 五项措施 5 4 @0\n", "count.items fail 5 4 @0\n"},
        {"存在以下3个问题：\n1.资金不足。\n2.人员不足。\n二、建议\n",
         "warning count.items 3个问题 3 2 @0\n", "count.items fail 3 2 @0\n"},
        {"实施项目3个，分别为道路硬化、桥梁维修。", "warning count.items 实施项目 3 2 @0\n",
         "count.items fail 3 2 @0\n"},
        {"柳湾村、石桥村、梅坪村等2个村完成改造。", "warning count.items 2个村完成改造 2 3 @0\n",
         "count.items fail 2 3 @0\n"},
    };
    (void)state;
    EXPECT_CASES(cases);
}

static void test_lists_that_agree(void **state) {
    static const struct items_case cases[] = {
        {"项目涉及3个村（柳湾村、石桥村、梅坪村）。", "", "count.items pass 3 3 @0\n"},
        {"采取3种措施：一是加强领导；二是明确责任；三是严格考核。", "",
         "count.items pass 3 3 @0\n"},
        /* the last name may be two, and a name told twice is one */
        {"新建4处水闸（东闸、西闸、南闸和北闸）。", "", "count.items pass 4 4 @0\n"},
        {"项目涉及2个村（柳湾村、石桥村、柳湾村）。", "", "count.items pass 2 2 @0\n"},
        /* two counts share the names */
        {"内设办公室、财务股、登记中心等2个股室和1个二级机构。", "", "count.items pass 2 2 @0\n"},
    };
    (void)state;
    EXPECT_CASES(cases);
}

static void test_lists_that_prove_nothing(void **state) {
    static const struct items_case cases[] = {
        {"项目涉及4个村（柳湾村、石桥村等）。", "",
         "count.items unverifiable 4 list_incomplete @0\n"},
        {"全县实施项目12个（柳湾村、石桥村）。", "",
         "count.items unverifiable 12 doubtful_tie @0\n"},
        {"主要抓了三个方面：一是加强领导。二是明确责任。此外，开展了培训。", "",
         "count.items unverifiable 3 list_incomplete @0\n"},
        /* the list may go on behind the table */
        {"存在以下3个问题：\n1.资金不足。\n2.人员不足。\n| 甲 | 乙 |\n| 丙 | 丁 |\n3.进度慢。\n",
         "", "count.items unverifiable 3 list_incomplete @0\n"},
        {"全年实施项目5个，主要做法：一是加强领导。二是明确责任。", "", ""},
    };
    (void)state;
    EXPECT_CASES(cases);
}

static void test_counts_of_indicators(void **state) {
    static const struct items_case cases[] = {
        {"共设置一级指标2个、二级指标3个、三级指标5个。\n" BOARD, "",
         "count.items pass 2 2 @0\ncount.items pass 3 3 @0\ncount.items pass 5 5 @0\n"},
        {"共设置一级指标2个、二级指标4个、三级指标6个。\n" BOARD,
         "warning count.items 二级指标 4 3 @0\nwarning count.items 三级指标 6 5 @0\n",
         "count.items pass 2 2 @0\ncount.items fail 4 3 @0\ncount.items fail 6 5 @0\n"},
        /* without a level the count may be of any */
        {"对制定的三项绩效指标进行打分。\n" BOARD, "", "count.items pass 3 3 @0\n"},
        {"对制定的七项绩效指标进行打分。\n" BOARD, "warning count.items 绩效指标 7 5 @0\n",
         "count.items fail 7 5 @0\n"},
        /* no table, another part of it: nothing to hold the count against */
        {"共设置三级指标5个。", "", ""},
        {"其中3项产出指标完成较好。\n" BOARD, "", ""},
        /* two tables of one report: the count is of one of them */
        {"共设置三级指标6个。\n" BOARD SUM "\n评分表二\n" BOARD SUM, "",
         "count.items unverifiable 6 several_tables @0\n"},
    };
    (void)state;
    EXPECT_CASES(cases);
}

static void test_memory_runs_out(void **state) {
    (void)state;
    for (size_t budget = 1 << 10; budget < 1 << 20; budget += budget / 2) {
        struct read *r = read_begin(LIMIT_ARENA_BYTES);
        read_build(&r->doc, "共设置三级指标6个，涉及2个村（柳湾村、石桥村）。\n" BOARD);
        assert_true(extract_run(&r->doc, &read_config, &r->err));
        assert_true(normalize_run(&r->doc, &read_config, &r->err));
        r->doc.arena.budget = budget;
        bool done = items_run(&r->doc, &read_config, &r->err);
        assert_true(done || r->err.code == ERR_MEMORY);
        read_end(r);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists_that_differ_from_their_count),
        cmocka_unit_test(test_lists_that_agree),
        cmocka_unit_test(test_lists_that_prove_nothing),
        cmocka_unit_test(test_counts_of_indicators),
        cmocka_unit_test(test_memory_runs_out),
    };
    return cmocka_run_group_tests_name("items", tests, read_open, read_close);
}
