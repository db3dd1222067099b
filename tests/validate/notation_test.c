#include "tests/validate/build.h"

#include "validate/notation.h"

static void run(struct build *b) {
    assert_true(notation_run(&b->doc, &b->config, &b->err));
}

/* A malformed figure that reads as `number` without its separators. */
static struct mention *malformed(struct build *b, enum mention_kind kind, const char *raw,
                                 const char *number) {
    uint32_t index = build_figure(b, kind, raw, "");
    struct mention *mention = &b->doc.reading.mentions.items[index];
    mention->malformed = true;
    mention->number = str_of(number);
    return mention;
}

static void test_money(void **state) {
    struct build *b = *state;
    malformed(b, MENTION_AMOUNT, "13,04.9万元", "1304.9")->label = str_of("项目投资金额");
    run(b);
    const struct finding *finding = build_finding(b);
    assert_string_equal(finding->rule->id, "amount.notation");
    assert_int_equal(finding->severity, SEVERITY_WARNING);
    assert_str(finding->claimed, "13,04.9");
    assert_str(finding->computed, "");
    assert_str(finding->label, "项目投资金额");
    assert_str(finding->diagnosis, "去掉分隔符可读作 1304.9");
    assert_str(finding->evidence[0].text, "13,04.9万元");
    assert_int_equal(b->doc.verdict.checks.count, 0);
}

static void test_full_width_and_comparator(void **state) {
    struct build *b = *state;
    malformed(b, MENTION_AMOUNT, "约１３，０４．９ 万元", "");
    run(b);
    assert_str(build_finding(b)->claimed, "13,04.9");
    assert_str(build_finding(b)->diagnosis, "");
}

static void test_plain_figures(void **state) {
    struct build *b = *state;
    malformed(b, MENTION_NUMBER, "7,00.0,77", "7000.77");
    run(b);
    assert_str(build_finding(b)->claimed, "7,00.0,77");
    b->config.language = LANGUAGE_ENGLISH;
    malformed(b, MENTION_NUMBER, "13,04.9", "1304.9");
    run(b);
    assert_str(build_finding(b)->diagnosis, "without the separators it would read 1304.9");
}

static void test_what_may_be_a_list(void **state) {
    struct build *b = *state;
    malformed(b, MENTION_NUMBER, "1,2,3", "123");
    malformed(b, MENTION_NUMBER, "12,3456", "123456");
    malformed(b, MENTION_SCORE, "13,04.9分", "1304.9");
    malformed(b, MENTION_NUMBER, "2020.8.1", "");
    malformed(b, MENTION_AMOUNT, "1.14856.17万元", "");
    malformed(b, MENTION_AMOUNT, "20202185000万元", "20202185000");
    run(b);
    assert_int_equal(b->doc.verdict.findings.count, 0);
}

static void test_well_formed(void **state) {
    struct build *b = *state;
    build_figure(b, MENTION_AMOUNT, "1304.9", "万元");
    run(b);
    assert_int_equal(b->doc.verdict.findings.count, 0);
}

/* In a table the cell before names the figure. */
static void test_label_of_a_cell(void **state) {
    struct build *b = *state;
    static struct cell cells[2] = {{.rowspan = 1, .colspan = 1},
                                   {.col = 1, .rowspan = 1, .colspan = 1}};
    struct table table = {.rows = 1, .cols = 2, .cells = cells, .cell_count = 2};
    cells[0].passage.text = str_of("投资 金额");
    assert_true(table_index(&table, &b->doc.arena, &b->err));
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.document.tables, table));
    struct mention *mention = malformed(b, MENTION_NUMBER, "12,3456", "123456");
    ((struct passage *)mention->passage)->at = (struct place){3, PLACE_NONE, 0, 0, 1};
    run(b);
    assert_str(build_finding(b)->label, "投资金额");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_money),         BUILD_TEST(test_full_width_and_comparator),
        BUILD_TEST(test_plain_figures), BUILD_TEST(test_what_may_be_a_list),
        BUILD_TEST(test_well_formed),   BUILD_TEST(test_label_of_a_cell),
    };
    return cmocka_run_group_tests_name("notation", tests, NULL, NULL);
}
