#include "validate/targets.h"

#include "tests/read.h"
#include "validate/direction.h"

/* A table of two rows without scoring rules: the row under test, and one that is
 * always in order. Columns: group, group, name, target, actual, weight,
 * score. */
#define SCORED(row)                                                   \
    "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 " \
    "| 实际完成值 | 分值 | 得分 |\n"                         \
    "| 产出 | 数量指标 | " row " |\n"                                 \
    "| 效益 | 社会效益 | 知晓程度 | 明显提高 "          \
    "| 明显提高 | 90 | 90 |\n"

/* The same under another second level. */
#define GROUPED(group, row)                                           \
    "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 " \
    "| 实际完成值 | 分值 | 得分 |\n"                         \
    "| 产出 | " group " | " row " |\n"                                \
    "| 效益 | 社会效益 | 知晓程度 | 明显提高 "          \
    "| 明显提高 | 90 | 90 |\n"

/* A form of targets without scores. */
#define UNSCORED(row)                               \
    "| 一级指标 | 二级指标 | 三级指标 " \
    "| 年度指标值 | 实际完成值 |\n"       \
    "| 产出指标 | 数量指标 | " row " |\n"           \
    "| 产出指标 | 质量指标 | 验收合格率 | ≥95% | 97% |\n"

/* A table with a scoring rule in the row under test. */
#define RULED(row)                                                    \
    "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 " \
    "| 分值 | 评分标准 | 实际完成值 | 得分 |\n"          \
    "| 过程 | 组织 | " row " |\n"                                     \
    "| 过程 | 组织 | 人员培训及时性 | 及时 "             \
    "| 45 | 得分=人员培训及时性×分值 | 及时 | 45 |\n"   \
    "| 过程 | 组织 | 资料完整率 | 完整 "                   \
    "| 45 | 得分=资料完整率×分值 | 完整 | 45 |\n"

/* One row, and what is found and checked: "" for nothing. */
struct row_case {
    const char *source;
    const char *findings, *checks;
};

/* `rule` NULL: the checks are of no interest. */
static void expect_cases(const struct row_case *cases, size_t count, const char *rule) {
    for (size_t i = 0; i < count; i++) {
        expect_findings(cases[i].source, cases[i].findings);
        if (rule)
            expect_checks(cases[i].source, rule, cases[i].checks);
    }
}

#define EXPECT_CASES(cases, rule) expect_cases(cases, sizeof(cases) / sizeof *(cases), rule)

/* ---- value.echo */

static void test_an_actual_that_repeats_the_inequality(void **state) {
    (void)state;
    static const struct row_case cases[] = {
        {SCORED("受训满意度 | ≥95% | ≥95% | 10 | 10"), "info value.echo 受训满意度   @1,4\n",
         "score.target unverifiable 10 approximate_figure @1,6\n"},
        {SCORED("项目造价 | ≤22.5万元 | ≤22.5万元 | 10 | 10"), "info value.echo 项目造价   @1,4\n",
         "score.target unverifiable 10 approximate_figure @1,6\n"},
        {SCORED("案件查处率 | 不低于95% | 不低于95% | 10 | 10"),
         "info value.echo 案件查处率   @1,4\n",
         "score.target unverifiable 10 approximate_figure @1,6\n"},
        {SCORED("案件查处率 | 不低于95% | ≥95.0% | 10 | 10"), "info value.echo 案件查处率   @1,4\n",
         "score.target unverifiable 10 approximate_figure @1,6\n"},
        {SCORED("受损面积 | ＜30亩 | <30亩 | 10 | 9"), "info value.echo 受损面积   @1,4\n", ""},
        {UNSCORED("受益人数 | ≥1000人 | ≥1000人"), "info value.echo 受益人数   @1,4\n", ""},
        {UNSCORED("受益人数 | ≥1000人 | ≥1000"), "info value.echo 受益人数   @1,4\n", ""},
    };
    EXPECT_CASES(cases, "score.target");
}

static void test_an_actual_of_its_own_is_no_echo(void **state) {
    (void)state;
    static const struct row_case cases[] = {
        {UNSCORED("项目造价 | ≤22.5万元 | 22.5万元"), "", ""},
        {UNSCORED("受训满意度 | ≥95% | 95%"), "", ""},
        {UNSCORED("受训满意度 | ≥95% | ≥96%"), "", ""},
        {UNSCORED("受训满意度 | ≥95% | ≤95%"), "", ""},
        {UNSCORED("巡查覆盖率 | =100% | =100%"), "", ""},
        {UNSCORED("巡查覆盖率 | 100% | 100%"), "", ""},
        {UNSCORED("受益人数 | ≥1000人 | ≥1000户"), "", ""},
        {UNSCORED("受训满意度 | 95% | ≥95%"), "", ""},
        {UNSCORED("受训满意度 | 较高 | ≥95%"), "", ""},
    };
    EXPECT_CASES(cases, NULL);
}

/* ---- rate.unit */

static void test_a_rate_stated_in_money_or_counts(void **state) {
    (void)state;
    static const struct row_case cases[] = {
        {UNSCORED("资金执行率 | ≤22.5万元 | 22.5万元"), "warning rate.unit 资金执行率 22.5  @1,4\n",
         ""},
        {UNSCORED("指标1：资金执行率 | ≤22.5万元 | 22.5万元"),
         "warning rate.unit 指标1:资金执行率 22.5  @1,4\n", ""},
        {UNSCORED("灭火设备配备率 | 100% | 1000件"),
         "warning rate.unit 灭火设备配备率 1000  @1,4\n", ""},
        {UNSCORED("资金到位率（%） | 100% | 500万元"),
         "warning rate.unit 资金到位率(%) 500  @1,4\n", ""},
        {UNSCORED("受训人员满意度 | ≥95% | 41个"), "warning rate.unit 受训人员满意度 41  @1,4\n",
         ""},
        {UNSCORED("培训覆盖率 | ≥30户 | 30户"), "warning rate.unit 培训覆盖率 30  @1,4\n", ""},
        {UNSCORED("培训覆盖率 | ≥30户 | 100%"), "warning rate.unit 培训覆盖率 30  @1,3\n", ""},
        {UNSCORED("补植完成率 | 120亩 |"), "warning rate.unit 补植完成率 120  @1,3\n", ""},
        {UNSCORED("群众满意度 | ≥90% | 47个"), "warning rate.unit 群众满意度 47  @1,4\n", ""},
        {UNSCORED("群众满意度 | ≥90分 | 93分"), "", ""},
        {UNSCORED("渠道修复率 | 100% | 12公里"), "warning rate.unit 渠道修复率 12  @1,4\n", ""},
        {UNSCORED("设备巡检率 | 100% | 12次"), "warning rate.unit 设备巡检率 12  @1,4\n", ""},
        {SCORED("资金执行率 | ≤22.5万元 | 22.5万元 | 10 | 10"),
         "warning rate.unit 资金执行率 22.5  @1,4\n", "score.target pass 10 10 @1,6\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_findings(cases[i].source, cases[i].findings);
}

static void test_rates_that_are_in_order_or_unknown(void **state) {
    (void)state;
    static const struct row_case cases[] = {
        {UNSCORED("验收通过率 | ≥95% | 97%"), "", ""},
        {UNSCORED("验收通过率 | 95 | 97"), "", ""},
        {UNSCORED("验收通过率 | 100% | 0.97"), "", ""},
        {UNSCORED("死亡降幅率 | ≤0.9‰ | 0.5‰"), "", ""},
        {UNSCORED("增产率 | 5个百分点 | 5.2个百分点"), "", ""},
        {UNSCORED("事故发生率 | 0起 | 0起"), "", ""},
        {UNSCORED("资金执行率 | ≤22.5万元 | 达成预期目标"), "", ""},
        {UNSCORED("资金执行率 | 达成预期目标 | 22.5万元"), "", ""},
        {UNSCORED("巡查频率 | 12次 | 12次"), "", ""},
        {UNSCORED("信息更新率 | ≥12次 | 15次"), "", ""},
        {UNSCORED("办事效率 | ≤3件 | 2件"), "", ""},
        {UNSCORED("单位成本率 | ≤300元 | 280元"), "", ""},
        {UNSCORED("门诊人次率 | ≥300人次 | 320人次"), "", ""},
        {UNSCORED("每千人床位拥有率 | ≥6张 | 7张"), "", ""},
        {UNSCORED("亩均增产率 | ≥50公斤/亩 | 60公斤/亩"), "", ""},
        {UNSCORED("修渠长度 | 12公里 | 12公里"), "", ""},
        {UNSCORED("补助发放率 | 100% | 26户97人"), "", ""},
        {UNSCORED("补植完成率 |  |"), "", ""},
    };
    EXPECT_CASES(cases, NULL);
}

/* ---- score.target */

static void test_full_marks_for_a_missed_target(void **state) {
    (void)state;
    static const struct row_case cases[] = {
        {SCORED("受训满意度 | ≥95% | 90% | 10 | 10"), "warning score.target 受训满意度 10  @1,6\n",
         "score.target fail 10  @1,6\n"},
        {SCORED("修渠长度 | 不少于5公里 | 4800米 | 10 | 10"),
         "warning score.target 修渠长度 10  @1,6\n", "score.target fail 10  @1,6\n"},
        {SCORED("项目造价 | ≤22.5万元 | 231000元 | 10 | 10"),
         "warning score.target 项目造价 10  @1,6\n", "score.target fail 10  @1,6\n"},
        {SCORED("办结天数 | ≤5天 | 7天 | 10 | 10"), "warning score.target 办结天数 10  @1,6\n",
         "score.target fail 10  @1,6\n"},
        {SCORED("巡查覆盖率 | =100% | 92% | 10 | 10"), "warning score.target 巡查覆盖率 10  @1,6\n",
         "score.target fail 10  @1,6\n"},
        {SCORED("事故起数 | =0起 | 2起 | 10 | 10"), "warning score.target 事故起数 10  @1,6\n",
         "score.target fail 10  @1,6\n"},
        {SCORED("验收合格率 | 100% | 85% | 10 | 10"), "warning score.target 验收合格率 10  @1,6\n",
         "score.target fail 10  @1,6\n"},
        {SCORED("开设班数 | 12项 | 9项 | 10 | 10"), "warning score.target 开设班数 10  @1,6\n",
         "score.target fail 10  @1,6\n"},
    };
    EXPECT_CASES(cases, "score.target");
}

static void test_full_marks_for_a_target_that_was_met(void **state) {
    (void)state;
    static const struct row_case cases[] = {
        {SCORED("受训满意度 | ≥95% | 95% | 10 | 10"), "", "score.target pass 10 10 @1,6\n"},
        {SCORED("修渠长度 | ≥5公里 | 5200米 | 10 | 10"), "", "score.target pass 10 10 @1,6\n"},
        {SCORED("项目造价 | ≤22.5万元 | 225000元 | 10 | 10"), "", "score.target pass 10 10 @1,6\n"},
        {SCORED("事故起数 | =0起 | 0起 | 10 | 10"), "", "score.target pass 10 10 @1,6\n"},
        {SCORED("巡查覆盖率 | =100% | 105% | 10 | 10"), "", "score.target pass 10 10 @1,6\n"},
        {SCORED("三公经费变动率 | ≤0% | 0% | 10 | 10"), "", "score.target pass 10 10 @1,6\n"},
        {SCORED("投诉数 | 3件 | 3件 | 10 | 10"), "", "score.target pass 10 10 @1,6\n"},
        {SCORED("受益人数 | ≥1000人 | 1100 | 10 | 10"), "", "score.target pass 10 10 @1,6\n"},
        {SCORED("设备差错率 | ≤5% | 0 | 10 | 10"), "", "score.target pass 10 10 @1,6\n"},
    };
    EXPECT_CASES(cases, "score.target");
}

/* 18.62 公里 printed as 18.6 */
static void test_an_actual_rounded_from_its_target(void **state) {
    (void)state;
    static const struct row_case cases[] = {
        {SCORED("修渠长度 | ≥18.62公里 | 18.6公里 | 10 | 10"), "",
         "score.target rounding 10  @1,6\n"},
        {SCORED("修渠长度 | ≥18.66公里 | 18.6公里 | 10 | 10"),
         "warning score.target 修渠长度 10  @1,6\n", "score.target fail 10  @1,6\n"},
    };
    EXPECT_CASES(cases, "score.target");
}

/* what less of is better, or what only a name would tell */
static void test_targets_without_a_direction(void **state) {
    (void)state;
    static const struct row_case cases[] = {
        {SCORED("公用经费控制率 | 100% | 92% | 10 | 10"), "",
         "score.target unverifiable 10 direction_unknown @1,6\n"},
        {SCORED("公用经费控制率 | =100% | 92% | 10 | 10"), "",
         "score.target unverifiable 10 direction_unknown @1,6\n"},
        {SCORED("投诉数量 | 5件 | 2件 | 10 | 10"), "",
         "score.target unverifiable 10 direction_unknown @1,6\n"},
        {GROUPED("成本指标", "项目造价 | 400万元 | 180万元 | 10 | 10"), "",
         "score.target unverifiable 10 direction_unknown @1,6\n"},
        {GROUPED("时效指标", "办结时限 | 30天 | 25天 | 10 | 10"), "",
         "score.target unverifiable 10 direction_unknown @1,6\n"},
        {GROUPED("社会效益", "带动就业 | 30人 | 25人 | 10 | 10"), "",
         "score.target unverifiable 10 direction_unknown @1,6\n"},
        {SCORED("验收合格率 | 290% | 95% | 10 | 10"), "",
         "score.target unverifiable 10 direction_unknown @1,6\n"},
        /* 10 x 99 / 100 is 10 in a column of whole points */
        {SCORED("验收合格率 | 100% | 99% | 10 | 10"), "",
         "score.target unverifiable 10 direction_unknown @1,6\n"},
    };
    EXPECT_CASES(cases, "score.target");
}

static void test_figures_that_cannot_be_compared(void **state) {
    (void)state;
    static const struct row_case cases[] = {
        {SCORED("受益人数 | ≥1000人 | 约980人 | 10 | 10"), "",
         "score.target unverifiable 10 approximate_figure @1,6\n"},
        {SCORED("受益人数 | ≥1000人 | ≥900人 | 10 | 10"), "",
         "score.target unverifiable 10 approximate_figure @1,6\n"},
        {SCORED("受训满意度 | 90%-95% | 85% | 10 | 10"), "",
         "score.target unverifiable 10 range_figure @1,6\n"},
        {SCORED("受益人数 | ≥1000人 | 900户 | 10 | 10"), "",
         "score.target unverifiable 10 unit_mismatch @1,6\n"},
        {SCORED("受益人数 | ≥1000人 | 900 | 10 | 10"), "",
         "score.target unverifiable 10 unit_unknown @1,6\n"},
        {SCORED("设备差错率 | ≤5% | 0.06 | 10 | 10"), "",
         "score.target unverifiable 10 unit_unknown @1,6\n"},
        {SCORED("项目产值 | ≥5万元 | 45000 | 10 | 10"), "",
         "score.target unverifiable 10 unit_unknown @1,6\n"},
    };
    EXPECT_CASES(cases, "score.target");
}

static void test_rows_that_claim_nothing_about_their_target(void **state) {
    (void)state;
    static const struct row_case cases[] = {
        {SCORED("受训满意度 | ≥95% | 90% | 10 | 9"), "", ""},
        {SCORED("受训满意度 | 较高 | 90% | 10 | 10"), "", ""},
        {SCORED("受训满意度 | ≥95% | 达成预期目标 | 10 | 10"), "", ""},
        {SCORED("受训满意度 | ≥95% | —— | 10 | 10"), "", ""},
        {SCORED("受训满意度 | ≥95% |  | 10 | 10"), "", ""},
        {SCORED("受训满意度（加分项） | ≥95% | 90% | 10 | 10"), "", ""},
        {SCORED("三公经费变动率 | ≤0% | -5% | 10 | 10"), "", ""},
        {SCORED("渠道修复 | ≥12公里 | 90% | 10 | 10"), "", ""},
        {SCORED("受训满意度 | ≥95% | 90% | 0 | 0"), "", ""},
        {UNSCORED("受训满意度 | ≥95% | 90%"), "", ""},
    };
    EXPECT_CASES(cases, "score.target");
}

/* a rule that draws its own lines may give full marks below the target; one in
 * proportion may not */
static void test_scoring_rules_of_the_row(void **state) {
    (void)state;
    static const struct row_case cases[] = {
        {RULED("发放率 | ≥100% | 10 | 发放率达到90%以上得满分 | 95% | 10"), "",
         "score.target unverifiable 10 own_rule @1,7\n"},
        {RULED("发放率 | ≥100% | 10 | 95%得10分，其余不得分 | 95% | 10"), "",
         "score.target unverifiable 10 own_rule @1,7\n"},
        {RULED("发放率 | ≥100% | 10 | 得分=发放率×分值 | 95% | 10"),
         "warning score.target 发放率 10  @1,7\n", "score.target fail 10  @1,7\n"},
        {RULED("发放率 | ≥100% | 10 | 每低1个百分点扣0.5分 | 95% | 10"),
         "warning score.target 发放率 10  @1,7\n", "score.target fail 10  @1,7\n"},
        {RULED("发放率 | ≥100% | 10 | 发放率达到90%以上得满分 | 100% | 10"), "",
         "score.target pass 10 10 @1,7\n"},
    };
    EXPECT_CASES(cases, "score.target");
}

static void test_a_comparator_in_a_column_of_its_own(void **state) {
    (void)state;
    static const char down[] =
        "| 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 完成值 | 权重 | 得分 |\n"
        "| 产出 | 成本指标 | 项目造价 | ≤ | 400万元 | 180万元 | 10 | 10 |\n"
        "| 产出 | 成本指标 | 设备造价 | ≤ | 200万元 | 230万元 | 20 | 20 |\n"
        "| 效益 | 社会效益 | 带动就业 | ≥ | 30人 | 25人 | 30 | 30 |\n"
        "| 效益 | 社会效益 | 知晓程度 | 定性 | 明显提高 | 明显提高 | 40 | 40 |\n";
    expect_findings(down, "warning score.target 设备造价 20  @2,7\n"
                          "warning score.target 带动就业 30  @3,7\n");
    expect_checks(down, "score.target",
                  "score.target pass 10 10 @1,7\n"
                  "score.target fail 20  @2,7\n"
                  "score.target fail 30  @3,7\n");
}

/* of a first and an adjusted target the adjusted one counts, where the row has it */
static void test_an_adjusted_target(void **state) {
    (void)state;
    expect_checks("| 一级指标 | 二级指标 | 三级指标 | 年初指标值 | 调整指标值 | 全年完成值 | "
                  "分值 | 得分 |\n"
                  "| 产出 | 数量指标 | 修渠长度 | ≥12公里 | ≥9公里 | 10公里 | 40 | 40 |\n"
                  "| 产出 | 数量指标 | 修闸数量 | ≥12座 | / | 10座 | 10 | 10 |\n"
                  "| 效益 | 社会效益 | 知晓率 | ≥90% | ≥95% | 92% | 50 | 50 |\n",
                  "score.target",
                  "score.target pass 40 40 @1,7\n"
                  "score.target fail 10  @2,7\n"
                  "score.target fail 50  @3,7\n");
}

/* the same word twice: which one counts is not known */
static void test_two_columns_of_targets(void **state) {
    (void)state;
    expect_checks("| 一级指标 | 三级指标 | 目标值 | 指标值 | 全年完成值 | 分值 | 得分 |\n"
                  "| 产出 | 修渠长度 | ≥12公里 | ≥9公里 | 10公里 | 50 | 50 |\n"
                  "| 效益 | 知晓率 | ≥90% | ≥90% | 92% | 50 | 50 |\n",
                  "score.target", "");
    expect_findings("| 一级指标 | 二级指标 | 三级指标 | 年初指标值 | 调整指标值 | 全年完成值 | "
                    "分值 | 得分 |\n"
                    "| 产出 | 数量指标 | 修渠长度 | ≥12公里 | ≥9公里 | 10公里 | 50 | 50 |\n"
                    "| 效益 | 社会效益 | 知晓率 | ≥90% | ≥90% | 92% | 50 | 50 |\n",
                    "");
}

/* a target that spans two rows is neither's own */
static void test_merged_cells(void **state) {
    (void)state;
    expect_findings("| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |\n"
                    "| 产出 | 数量指标 | 修渠长度 | ≥12公里 | 8公里 | 50 | 50 |\n"
                    "| ^ | ^ | 修路长度 | ^ | 4公里 | 50 | 50 |\n",
                    "");
}

/* the reader is told what the national method would give */
static void test_the_diagnosis_of_a_missed_target(void **state) {
    (void)state;
    struct read *r = read_source(SCORED("受训满意度 | ≥95% | 90% | 10 | 10"));
    assert_int_equal(r->doc.verdict.findings.count, 1);
    const struct finding *finding = &r->doc.verdict.findings.items[0];
    assert_true(str_is(finding->formula, "90% < 95%"));
    assert_true(str_has(finding->diagnosis, "9.47 分"));
    assert_true(str_has(finding->message, "不一致"));
    assert_int_equal(finding->evidence_count, 3);
    read_end(r);
    r = read_source(SCORED("办结天数 | ≤5天 | 7天 | 10 | 10"));
    finding = &r->doc.verdict.findings.items[0];
    assert_true(str_is(finding->formula, "7天 > 5天"));
    assert_int_equal(finding->diagnosis.len, 0);
    read_end(r);
}

/* the arena takes nothing more from the system: its last chunk fills up */
/* A page that lost its lines: names, targets and actuals in one. */
#define GLUED(rows) "一级指标二级指标三级指标年初目标值实际完成值未完成原因产出指标数量指标" rows

static void test_a_table_in_one_line(void **state) {
    static const struct row_case cases[] = {
        {GLUED("设备配备率100%1000件达成预期指标巡护维护率100%100%达成预期指标"),
         "warning rate.unit 设备配备率 1000  @0\n", NULL},
        /* nothing done, a name of no rate, a target that is no rate, and prose */
        {GLUED("事故发生率1%0起"), "", NULL},
        {GLUED("设备数量100%1000件"), "", NULL},
        {GLUED("设备配备率5件10件"), "", NULL},
        {"设备配备率100%1000件达成预期指标", "", NULL},
    };
    (void)state;
    EXPECT_CASES(cases, NULL);
}

static void test_memory_runs_out(void **state) {
    struct read *r = read_source(SCORED("受训满意度 | ≥95% | 90% | 10 | 10"));
    bool fine = true;
    (void)state;
    r->doc.arena.budget = r->doc.arena.total;
    for (int i = 0; fine && i < 100000; i++)
        fine = targets_run(&r->doc, &read_config, &r->err);
    assert_false(fine);
    assert_int_equal(r->err.code, ERR_MEMORY);
    read_end(r);
}

/* ---- names */

static void test_names_of_rates(void **state) {
    static const char *const rates[] = {"资金执行率", "指标1:资金执行率", "到位率(%)", "满意率"};
    static const char *const others[] = {"巡查频率", "办事效率", "汇率",      "修渠长度",
                                         "率先示范", "",         "人均增长率"};
    (void)state;
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++)
        assert_true(direction_is_rate(str_of(rates[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(direction_is_rate(str_of(others[i])));
}

static void test_names_of_which_less_is_better(void **state) {
    static const char *const words[] = {"在职人员控制率", "三公经费变动率", "预算调整率",
                                        "结转结余率",     "投诉数量",       "重大事故起数",
                                        "单位成本",       "能耗下降率"};
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_true(direction_is_reverse(str_of(words[i])));
    assert_false(direction_is_reverse(str_of("预算执行率")));
    assert_false(direction_is_reverse(str_of("修渠长度")));
}

static void test_words_for_a_direction(void **state) {
    (void)state;
    assert_int_equal(direction_comparator(str_of("≥")), COMPARE_GE);
    assert_int_equal(direction_comparator(str_of("正向")), COMPARE_GE);
    assert_int_equal(direction_comparator(str_of("反向指标")), COMPARE_LE);
    assert_int_equal(direction_comparator(str_of("<")), COMPARE_LT);
    assert_int_equal(direction_comparator(str_of("=")), COMPARE_EQ);
    assert_int_equal(direction_comparator(str_of("定性")), COMPARE_NONE);
    assert_int_equal(direction_comparator(str_of("")), COMPARE_NONE);
}

static void test_names_without_marks(void **state) {
    static const char *const names[][2] = {{"指标1:资金执行率", "资金执行率"},
                                           {"到位率(%)", "到位率"},
                                           {"指标2:到位率(%)", "到位率"},
                                           {"(一)", "(一)"},
                                           {"指标1:", "指标1:"},
                                           {"", ""}};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_true(str_is(direction_bare(str_of(names[i][0])), names[i][1]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_actual_that_repeats_the_inequality),
        cmocka_unit_test(test_an_actual_of_its_own_is_no_echo),
        cmocka_unit_test(test_a_rate_stated_in_money_or_counts),
        cmocka_unit_test(test_rates_that_are_in_order_or_unknown),
        cmocka_unit_test(test_full_marks_for_a_missed_target),
        cmocka_unit_test(test_full_marks_for_a_target_that_was_met),
        cmocka_unit_test(test_an_actual_rounded_from_its_target),
        cmocka_unit_test(test_targets_without_a_direction),
        cmocka_unit_test(test_figures_that_cannot_be_compared),
        cmocka_unit_test(test_rows_that_claim_nothing_about_their_target),
        cmocka_unit_test(test_scoring_rules_of_the_row),
        cmocka_unit_test(test_a_comparator_in_a_column_of_its_own),
        cmocka_unit_test(test_an_adjusted_target),
        cmocka_unit_test(test_two_columns_of_targets),
        cmocka_unit_test(test_merged_cells),
        cmocka_unit_test(test_the_diagnosis_of_a_missed_target),
        cmocka_unit_test(test_a_table_in_one_line),
        cmocka_unit_test(test_memory_runs_out),
        cmocka_unit_test(test_names_of_rates),
        cmocka_unit_test(test_names_of_which_less_is_better),
        cmocka_unit_test(test_words_for_a_direction),
        cmocka_unit_test(test_names_without_marks),
    };
    return cmocka_run_group_tests_name("targets", tests, read_open, read_close);
}
