#include "tests/validate/build.h"
#include "validate/validate.h"

#include "base/limits.h"

static enum outcome evaluate(struct build *b, const struct relation *relation) {
    enum outcome outcome;
    assert_true(relation_evaluate(&b->doc, &b->config, relation, &outcome, &b->err));
    return outcome;
}

static void test_pass_makes_a_check_only(void **state) {
    struct build *b = *state;
    struct relation relation =
        build_relation(b, RELATION_SUM, "8426.58", FIGURES("3913.19", "4513.39"));
    assert_int_equal(evaluate(b, &relation), OUTCOME_PASS);
    assert_string_equal(build_check(b)->rule->id, "amount.breakdown");
    assert_str(build_check(b)->claimed, "8426.58");
    assert_str(build_check(b)->computed, "8426.58");
    assert_str(build_check(b)->formula, "3913.19 + 4513.39 = 8426.58");
    assert_str(build_check(b)->reason, "");
    assert_int_equal(b->doc.verdict.findings.count, 0);
    assert_int_equal(b->doc.verdict.coverage.relations, 1);
    assert_int_equal(b->doc.verdict.coverage.verified, 1);
}

static void test_rounding_makes_no_finding(void **state) {
    struct build *b = *state;
    struct relation relation = build_relation(b, RELATION_SUM, "107.4", FIGURES("95.12", "12.29"));
    assert_int_equal(evaluate(b, &relation), OUTCOME_ROUNDING);
    assert_str(build_check(b)->computed, "107.41");
    assert_str(build_check(b)->formula, "95.12 + 12.29 = 107.41 ≈ 107.4");
    assert_int_equal(b->doc.verdict.findings.count, 0);
}

static void test_fail_makes_a_finding(void **state) {
    struct build *b = *state;
    struct relation relation =
        build_relation(b, RELATION_SUM, "4513.39", FIGURES("4000.29", "300", "213.00"));
    assert_int_equal(evaluate(b, &relation), OUTCOME_FAIL);
    const struct finding *finding = build_finding(b);
    assert_int_equal(finding->severity, SEVERITY_ERROR);
    assert_str(finding->label, "支出合计");
    assert_str(finding->claimed, "4513.39");
    assert_str(finding->computed, "4513.29");
    assert_str(finding->difference, "0.10");
    assert_str(finding->tolerance, "0.020");
    assert_str(finding->formula, "4000.29 + 300 + 213.00 = 4513.29 ≠ 4513.39");
    assert_str(finding->diagnosis, "两数只有一位数字不同，可能是笔误");
    assert_str(finding->message, "支出合计：写明 4513.39，按所列数据计算为 "
                                 "4513.29，不一致，"
                                 "相差 0.10");
    assert_int_equal(finding->evidence_count, 4);
    assert_str(finding->evidence[0].role, "claimed");
    assert_str(finding->evidence[3].text, "213.00");
    assert_int_equal(finding->at.line, 1);
}

static void test_near_miss_is_a_warning(void **state) {
    struct build *b = *state;
    struct relation relation =
        build_relation(b, RELATION_SUM, "89.97", FIGURES("30", "30", "29.99"));
    assert_int_equal(evaluate(b, &relation), OUTCOME_FAIL);
    assert_int_equal(build_finding(b)->severity, SEVERITY_WARNING);
}

static void test_doubt_and_ceiling_lower_the_severity(void **state) {
    struct build *b = *state;
    struct relation relation = build_relation(b, RELATION_SUM, "100", FIGURES("30", "30"));
    relation.doubtful = true;
    evaluate(b, &relation);
    assert_int_equal(build_finding(b)->severity, SEVERITY_WARNING);
    relation.claim.at.line = 2;
    relation.has_ceiling = true;
    relation.ceiling = SEVERITY_INFO;
    evaluate(b, &relation);
    assert_int_equal(build_finding(b)->severity, SEVERITY_INFO);
}

static void test_unverifiable_is_counted_by_reason(void **state) {
    struct build *b = *state;
    static const char *const reasons[] = {REASON_UNREADABLE_ROW, REASON_APPROXIMATE_FIGURE,
                                          REASON_UNREADABLE_ROW, REASON_NO_WEIGHT};
    for (int i = 0; i < 4; i++) {
        struct relation relation = build_relation(b, RELATION_SUM, "100", FIGURES("30"));
        relation.claim.at.line = i + 1;
        relation.reason = reasons[i];
        assert_int_equal(evaluate(b, &relation), OUTCOME_UNVERIFIABLE);
        assert_str(build_check(b)->reason, reasons[i]);
        assert_str(build_check(b)->computed, "");
        assert_str(build_check(b)->formula, "");
    }
    const struct coverage *coverage = &b->doc.verdict.coverage;
    assert_int_equal(coverage->relations, 4);
    assert_int_equal(coverage->verified, 0);
    assert_int_equal(coverage->reason_count, 3);
    assert_str(coverage->unverifiable[0].reason, "approximate_figure");
    assert_str(coverage->unverifiable[1].reason, "no_weight");
    assert_str(coverage->unverifiable[2].reason, "unreadable_row");
    assert_int_equal(coverage->unverifiable[2].count, 2);
    assert_int_equal(b->doc.verdict.findings.count, 0);
}

static void test_identical_relation_is_recorded_once(void **state) {
    struct build *b = *state;
    struct relation relation = build_relation(b, RELATION_SUM, "100", FIGURES("30", "30"));
    evaluate(b, &relation);
    assert_int_equal(evaluate(b, &relation), OUTCOME_FAIL);
    assert_int_equal(b->doc.verdict.checks.count, 1);
    assert_int_equal(b->doc.verdict.findings.count, 1);
    relation.claim.at.line = 9;
    evaluate(b, &relation);
    assert_int_equal(b->doc.verdict.checks.count, 2);
    relation.operands[1] = build_operand("31");
    evaluate(b, &relation);
    assert_int_equal(b->doc.verdict.checks.count, 3);
}

static void test_figures_are_counted_once(void **state) {
    struct build *b = *state;
    uint32_t whole = build_figure(b, MENTION_AMOUNT, "100", "万元");
    uint32_t part = build_figure(b, MENTION_AMOUNT, "60", "万元");
    uint32_t other = build_figure(b, MENTION_AMOUNT, "40", "万元");
    struct operand operands[] = {relation_quantity(&b->doc, part),
                                 relation_quantity(&b->doc, other)};
    struct relation relation = {.rule = "amount.breakdown",
                                .claim = relation_quantity(&b->doc, whole),
                                .operands = operands,
                                .count = 2};
    evaluate(b, &relation);
    assert_int_equal(b->doc.verdict.coverage.checked, 3);
    assert_int_equal(build_check(b)->operand_count, 2);
    assert_str(build_check(b)->operands[1], "q2");
    relation.rule = "amount.total";
    evaluate(b, &relation);
    assert_int_equal(b->doc.verdict.coverage.checked, 3);
}

static void test_figures_of_unverifiable_relations_do_not_count(void **state) {
    struct build *b = *state;
    uint32_t whole = build_figure(b, MENTION_AMOUNT, "100", "万元");
    struct operand missing = {.known = false};
    struct relation relation = {.rule = "amount.breakdown",
                                .claim = relation_quantity(&b->doc, whole),
                                .operands = &missing,
                                .count = 1};
    assert_int_equal(evaluate(b, &relation), OUTCOME_UNVERIFIABLE);
    assert_int_equal(b->doc.verdict.coverage.checked, 0);
}

/* An indicator's operand is the figure of its cell: both ids count as one. */
static void test_indicator_and_quantity_are_one_figure(void **state) {
    struct build *b = *state;
    static struct cell cells[1] = {{.rowspan = 1, .colspan = 1}};
    static uint32_t offsets[1] = {0}, mentions[1] = {1};
    struct table table = {.rows = 1, .cols = 1, .cells = cells, .cell_count = 1};
    assert_true(table_index(&table, &b->doc.arena, &b->err));
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.document.tables, table));
    uint32_t score = build_figure(b, MENTION_NUMBER, "9", "");
    b->doc.reading.cell_mentions = mentions;
    b->doc.reading.table_offsets = offsets;
    struct operand weight = build_operand("8");
    struct relation relation = {.rule = "score.over_weight",
                                .kind = RELATION_AT_MOST,
                                .claim = relation_quantity(&b->doc, score),
                                .operands = &weight,
                                .count = 1};
    evaluate(b, &relation);
    assert_int_equal(b->doc.verdict.coverage.checked, 1);
    relation.claim.id = str_of("i0");
    relation.claim.at = (struct place){1, PLACE_NONE, 0, 0, 0};
    evaluate(b, &relation);
    assert_int_equal(b->doc.verdict.checks.count, 2);
    assert_int_equal(b->doc.verdict.coverage.checked, 1);
}

static const char *reason_of(struct build *b, uint32_t index) {
    struct operand operand = relation_quantity(&b->doc, index);
    assert_int_equal(operand.known, operand.reason == NULL);
    return operand.reason ? operand.reason : "";
}

static void test_quantities_that_cannot_be_operands(void **state) {
    struct build *b = *state;
    uint32_t plain = build_figure(b, MENTION_AMOUNT, "9.63", "亿元");
    uint32_t about = build_figure(b, MENTION_AMOUNT, "200", "万元");
    uint32_t bound = build_figure(b, MENTION_RATE, "95", "%");
    uint32_t equal = build_figure(b, MENTION_RATE, "95", "%");
    uint32_t range = build_figure(b, MENTION_RATE, "80", "%");
    uint32_t malformed = build_figure(b, MENTION_AMOUNT, "13,04.9", "万元");
    uint32_t grade = build_figure(b, MENTION_GRADE, "优", "");
    build_mention(b, about)->approximate = true;
    build_mention(b, bound)->comparator = COMPARE_GE;
    build_mention(b, equal)->comparator = COMPARE_EQ;
    b->doc.record.quantities.items[range].upper.text = str_of("90");
    assert_string_equal(reason_of(b, plain), "");
    assert_string_equal(reason_of(b, about), "approximate_figure");
    assert_string_equal(reason_of(b, bound), "approximate_figure");
    assert_string_equal(reason_of(b, equal), "");
    assert_string_equal(reason_of(b, range), "range_figure");
    assert_string_equal(reason_of(b, malformed), "unreadable_number");
    assert_string_equal(reason_of(b, grade), "unreadable_number");
    assert_false(relation_quantity(&b->doc, STATEMENT_NO_MENTION).known);
    struct operand operand = relation_quantity(&b->doc, plain);
    assert_int_equal(operand.power, 8);
    assert_str(operand.id, "q0");
    assert_str(operand.raw, "9.63亿元");
}

static void test_notice(void **state) {
    struct build *b = *state;
    struct notice notice = {.rule = "score.missing",
                            .severity = SEVERITY_ERROR,
                            .label = str_of("检查整改"),
                            .text = str_of("已全部整改"),
                            .at = build_at(7)};
    assert_true(relation_notice(&b->doc, &b->config, &notice, &b->err));
    assert_int_equal(build_finding(b)->severity, SEVERITY_WARNING);
    assert_str(build_finding(b)->message, "检查整改：有分值，"
                                          "得分栏没有可识别的数字");
    assert_str(build_finding(b)->evidence[0].text, "已全部整改");
    assert_int_equal(b->doc.verdict.checks.count, 0);
}

static void test_findings_are_limited(void **state) {
    struct build *b = *state;
    struct notice notice = {
        .rule = "score.missing", .severity = SEVERITY_WARNING, .at = build_at(1)};
    for (uint32_t i = 0; i < LIMIT_FINDINGS + 3; i++)
        assert_true(relation_notice(&b->doc, &b->config, &notice, &b->err));
    assert_int_equal(b->doc.verdict.findings.count, LIMIT_FINDINGS);
    assert_true(validate_run(&b->doc, &b->config, &b->err));
    assert_int_equal(b->doc.source.warnings.count, 1);
    assert_str(b->doc.source.warnings.items[0].code, "findings_dropped");
    assert_true(str_starts(b->doc.source.warnings.items[0].message, "3 findings"));
}

static void test_memory_runs_out(void **state) {
    struct build *b = *state;
    struct relation relation = build_relation(b, RELATION_SUM, "100", FIGURES("30", "30"));
    b->doc.arena.budget = b->doc.arena.total;
    bool fine = true;
    for (int i = 0; fine && i < 1000; i++) {
        relation.claim.at.line = i;
        fine = relation_evaluate(&b->doc, &b->config, &relation, NULL, &b->err);
    }
    assert_false(fine);
    assert_int_equal(b->err.code, ERR_MEMORY);
}

static void test_many_relations_stay_linear(void **state) {
    struct build *b = *state;
    struct relation relation = build_relation(b, RELATION_SUM, "100", FIGURES("60", "40"));
    for (int i = 0; i < 50000; i++) {
        relation.claim.at.line = i;
        assert_int_equal(evaluate(b, &relation), OUTCOME_PASS);
    }
    assert_int_equal(b->doc.verdict.checks.count, 50000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_pass_makes_a_check_only),
        BUILD_TEST(test_rounding_makes_no_finding),
        BUILD_TEST(test_fail_makes_a_finding),
        BUILD_TEST(test_near_miss_is_a_warning),
        BUILD_TEST(test_doubt_and_ceiling_lower_the_severity),
        BUILD_TEST(test_unverifiable_is_counted_by_reason),
        BUILD_TEST(test_identical_relation_is_recorded_once),
        BUILD_TEST(test_figures_are_counted_once),
        BUILD_TEST(test_figures_of_unverifiable_relations_do_not_count),
        BUILD_TEST(test_indicator_and_quantity_are_one_figure),
        BUILD_TEST(test_quantities_that_cannot_be_operands),
        BUILD_TEST(test_notice),
        BUILD_TEST(test_findings_are_limited),
        BUILD_TEST(test_memory_runs_out),
        BUILD_TEST(test_many_relations_stay_linear),
    };
    return cmocka_run_group_tests_name("relation", tests, NULL, NULL);
}
