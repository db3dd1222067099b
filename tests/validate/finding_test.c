#include "tests/validate/build.h"

#include "base/limits.h"
#include "validate/finding.h"

static struct finding make(const char *rule, const char *label, const char *claimed,
                           const char *computed) {
    return (struct finding){.rule = catalogue_find(str_of(rule)),
                            .label = str_of(label),
                            .claimed = str_of(claimed),
                            .computed = str_of(computed),
                            .difference = str_of("6"),
                            .at = build_at(1)};
}

static void test_message(void **state) {
    struct build *b = *state;
    struct finding finding = make("score.total", "总分", "97", "91");
    assert_str(finding_message(&b->doc.arena, &finding, LANGUAGE_CHINESE),
               "总分：写明总分 97，各指标得分合计 91，不一致，相差 6");
    assert_str(finding_message(&b->doc.arena, &finding, LANGUAGE_ENGLISH),
               "总分: the table claims 97, the item scores add to 91; they differ by 6");
}

static void test_placeholders_in_the_document_stay_as_they_are(void **state) {
    struct build *b = *state;
    struct finding finding = make("score.total", "{claimed}%s%n{label}", "{difference}", "91");
    assert_str(finding_message(&b->doc.arena, &finding, LANGUAGE_CHINESE),
               "{claimed}%s%n{label}：写明总分 {difference}，各指标得分合计 "
               "91，"
               "不一致，相差 6");
}

static void test_message_without_label(void **state) {
    struct build *b = *state;
    struct finding finding = make("score.missing", "", "", "");
    assert_str(finding_message(&b->doc.arena, &finding, LANGUAGE_CHINESE),
               "此处：有分值，得分栏没有可识别的数字");
    assert_str(finding_message(&b->doc.arena, &finding, LANGUAGE_ENGLISH),
               "this figure: it has a weight but no readable score");
}

static void add(struct build *b, const char *label, struct place at) {
    struct finding finding = make("score.total", label, "97", "91");
    finding.at = at;
    finding_add(&b->doc, &b->config, &finding);
}

static void test_reading_order_of_text(void **state) {
    struct build *b = *state;
    add(b, "c", build_at(30));
    add(b, "a", build_at(2));
    add(b, "b1", build_at(7));
    add(b, "b2", build_at(7));
    assert_true(finding_sort(&b->doc, &b->err));
    const struct finding *findings = b->doc.verdict.findings.items;
    assert_str(findings[0].label, "a");
    assert_str(findings[1].label, "b1");
    assert_str(findings[2].label, "b2");
    assert_str(findings[3].label, "c");
}

/* A table that follows n paragraphs stands before paragraph n. */
static void test_reading_order_of_word(void **state) {
    struct build *b = *state;
    add(b, "e", (struct place){-1, 3, -1, -1, -1});
    add(b, "d", (struct place){-1, 3, 1, 0, 0});
    add(b, "c", (struct place){-1, 3, 0, 2, 1});
    add(b, "b", (struct place){-1, 3, 0, 2, 0});
    add(b, "a", (struct place){-1, 2, -1, -1, -1});
    assert_true(finding_sort(&b->doc, &b->err));
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(b->doc.verdict.findings.items[i].label.ptr[0], 'a' + (int)i);
}

static const char *print_of(struct build *b, size_t index) {
    return b->doc.verdict.findings.items[index].fingerprint;
}

static void test_fingerprints(void **state) {
    struct build *b = *state;
    add(b, "总分", build_at(1));
    add(b, "总分", build_at(2));
    add(b, "小计", build_at(3));
    assert_true(finding_seal(&b->doc, &b->err));
    assert_int_equal(strlen(print_of(b, 0)), 32);
    assert_string_not_equal(print_of(b, 0), print_of(b, 1));
    assert_string_not_equal(print_of(b, 0), print_of(b, 2));
    /* the place does not matter, the unit does */
    char before[33];
    memcpy(before, print_of(b, 0), sizeof before);
    b->doc.verdict.findings.items[0].at = build_at(99);
    assert_true(finding_seal(&b->doc, &b->err));
    assert_string_equal(print_of(b, 0), before);
    b->doc.reading.parts.items[0].unit = str_of("乙县水利局");
    assert_true(finding_seal(&b->doc, &b->err));
    assert_string_not_equal(print_of(b, 0), before);
}

/* The value itself is a promise: it must not change from one release to the next. */
static void test_fingerprint_is_known(void **state) {
    struct build *b = *state;
    add(b, "总分", build_at(1));
    assert_true(finding_seal(&b->doc, &b->err));
    assert_string_equal(print_of(b, 0), "eb16911b9bcfeee3b9a5a28c1ffef354");
}

static void test_evidence_is_limited(void **state) {
    struct build *b = *state;
    struct operand operands[LIMIT_EVIDENCE + 10];
    for (size_t i = 0; i < sizeof operands / sizeof *operands; i++)
        operands[i] = build_operand("1");
    operands[0].raw = (struct str){0};
    struct relation relation = {
        .claim = build_operand("97"), .operands = operands, .count = LIMIT_EVIDENCE + 10};
    struct finding finding = make("score.total", "总分", "97", "91");
    finding_cite(&b->doc, &finding, &relation);
    assert_int_equal(finding.evidence_count, LIMIT_EVIDENCE);
    relation.count = 3;
    finding.evidence_count = 0;
    finding_cite(&b->doc, &finding, &relation);
    assert_int_equal(finding.evidence_count, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_message),
        BUILD_TEST(test_placeholders_in_the_document_stay_as_they_are),
        BUILD_TEST(test_message_without_label),
        BUILD_TEST(test_reading_order_of_text),
        BUILD_TEST(test_reading_order_of_word),
        BUILD_TEST(test_fingerprints),
        BUILD_TEST(test_fingerprint_is_known),
        BUILD_TEST(test_evidence_is_limited),
    };
    return cmocka_run_group_tests_name("finding", tests, NULL, NULL);
}
