#include "extract/operand.h"

#include "extract/breakdown.h"
#include "tests/extract/prose_bench.h"

static void test_operand(void **state) {
    struct bench *bench = *state;
    static const struct {
        const char *text; /* with one figure */
        bool fits;
    } cases[] = {
        {"支出9万元。", true},         /* money */
        {"实有9人。", true},           /* people */
        {"上年结转9万元。", true},     /* money of this year */
        {"支出约9万元。", false},      /* a hedge */
        {"支出9万元以上。", false},    /* a bound */
        {"支出8至9万元。", false},     /* a range */
        {"支出增加9万元。", false},    /* a change */
        {"上年支出9万元。", false},    /* another year's */
        {"每户补助9万元。", false},    /* of one household */
        {"补助标准9万元。", false},    /* of one case */
        {"拨款〔2020 9万元。", false}, /* a document number */
        {"支出13,04.9万元。", false},  /* malformed */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct prose *prose = bench_read(bench, cases[i].text);
        uint32_t last = (uint32_t)prose->figures.count - 1;
        assert_int_equal(operand_is(prose, last), cases[i].fits);
        assert_int_equal(operand_is_amount(prose, last),
                         cases[i].fits && operand_kind(prose, last) == MENTION_AMOUNT);
        bench_clear(bench);
    }
}

static void test_rate(void **state) {
    struct bench *bench = *state;
    static const struct {
        const char *text;
        bool fits;
    } cases[] = {
        {"执行率98%。", true},      /* a rate */
        {"提高2个百分点。", false}, /* a change of one */
        {"执行率98%以上。", false}, /* a bound */
        {"执行率约98%。", false},   /* a hedge */
        {"执行率90%-98%。", false}, /* a range */
        {"支出98万元。", false},    /* money */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(operand_is_rate(bench_read(bench, cases[i].text), 0), cases[i].fits);
        bench_clear(bench);
    }
}

static void test_lone_part(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "支出9万元，其中甲4万元、乙5万元。");
    assert_true(breakdown_scan(prose, &bench->err));
    assert_false(operand_is_lone_part(prose, 0));
    assert_true(operand_is_lone_part(prose, 2));
    bench_clear(bench);
    prose = bench_read(bench, "安排9万元，支出7万元，其中甲安排4万元，"
                              "支出3万元；"
                              "乙安排5万元，支出4万元。");
    assert_true(breakdown_scan(prose, &bench->err));
    assert_false(operand_is_lone_part(prose, 5)); /* 乙 has both of its figures */
    bench_clear(bench);
}

static void test_horizon(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "甲1万元，乙2万元。丙3万元。丁4万元，"
                                            "戊5万元。");
    assert_int_equal(operand_horizon(prose, 4, 0), 3);
    assert_int_equal(operand_horizon(prose, 4, 1), 2);
    assert_int_equal(operand_horizon(prose, 4, 2), 0);
    assert_int_equal(operand_horizon(prose, 0, 2), 0);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_operand),
        cmocka_unit_test(test_rate),
        cmocka_unit_test(test_lone_part),
        cmocka_unit_test(test_horizon),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
