#include "tests/read.h"

static void test_l1_national_form(void **state) {
    (void)state;
    static const char source[] =
        "项目支出绩效自评表\n"
        "（2023年度）\n"
        "| 项目名称 | < | 河岸护坡维修项目 | < | < | < | < | < | < |\n"
        "| 主管部门 | < | 青泷县水利局 | < | < | 实施单位 | < | "
        "青泷县河道管理所 | < |\n"
        "| 项目资金（万元） | < |  | 年初预算数 | 全年预算数（A） | "
        "全年执行数（B） | 分值 | "
        "执行率（B/A） | 得分 |\n"
        "| ^ | < | 年度资金总额 | 300.00 | 320.50 | 312.48 | 10 | 97.50% | 9.75 |\n"
        "| ^ | < | 其中：当年财政拨款 | 200.00 | 220.50 | 212.48 | — | 96.36% | — |\n"
        "| ^ | < | 上年结转资金 | 100.00 | 100.00 | 100.00 | — | 100.00% | — |\n"
        "| ^ | < | 其他资金 | 0.00 | 0.00 | 0.00 | — | — | — |\n"
        "| 年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | < |\n"
        "| ^ | 修好全部护坡。 | < | < | < | 已全部修好。 | < | < | < |\n"
        "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | < | 实际完成值 | "
        "分值 | 得分 | "
        "偏差原因分析及改进措施 |\n"
        "| 产出指标（50分） | 数量指标 | 护坡长度 | ≥18.6公里 | < | "
        "18.9公里 | 30 | 30 |  |\n"
        "| ^ | 质量指标 | 验收合格率 | ≥95% | < | 97.2% | 20 | 19 |  |\n"
        "| 效益指标（30分） | 社会效益指标 | 受益农户数 | ≥2300户 | < | "
        "2316户 | 30 | 30 |  |\n"
        "| 满意度指标（10分） | 服务对象满意度指标 | 受益群众满意度 | "
        "≥90% | < | 93.4% | 10 | 10 | "
        " |\n"
        "| 总分 | < | < | < | < | < | 100 | 98.75 |  |\n";
    expect_sections(source, "fund 2-7 1 万元: amount budget2 budget1 spent weight rate score\n"
                            "target 7-9 1 万元: other target actual\n"
                            "score 9-15 1 万元: level1 level2 level3 target actual weight score "
                            "remark\n");
    expect_rows(source, "header\n"
                        "total 年度资金总额\n"
                        "part 其中:当年财政拨款\n"
                        "item 上年结转资金\n"
                        "item 其他资金\n"
                        "header\n"
                        "item 修好全部护坡。\n"
                        "header\n"
                        "item 护坡长度\n"
                        "item 验收合格率\n"
                        "item 受益农户数\n"
                        "item 受益群众满意度\n"
                        "total 总分\n");
    expect_indicators(source, "年度资金总额 10 9.75 fund\n"
                              "产出指标/数量指标/护坡长度 30 30\n"
                              "产出指标/质量指标/验收合格率 20 19\n"
                              "效益指标/社会效益指标/受益农户数 30 30\n"
                              "满意度指标/服务对象满意度指标/受益群众满意度 "
                              "10 10\n");
    expect_findings(source, "");
}

/* 分值 before the values, 其中 rows without scores, fillers */
static void test_l2_weight_before_values(void **state) {
    (void)state;
    static const char source[] =
        "| 资金投入情况（万元） |  | 全年预算数（A） | 全年执行数（B） | "
        "分值 | 执行率（B/A） | "
        "得分 |\n"
        "| ^ | 年度资金总额 | 50 | 48 | 10 | 96% | 9.6 |\n"
        "| ^ | 其中：中央财政资金 | 30 | 30 |  | 100% |  |\n"
        "| ^ | 地方资金 | 20 | 18 |  | 90% |  |\n"
        "| 一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | "
        "全年实际值 | 得分 |\n"
        "| 产出指标（50分） | 数量指标 | 种植面积 | 30 | ≥600亩 | 612亩 | 30 |\n"
        "| ^ | 质量指标 | 苗木成活率 | 20 | ≥90% | 88% | 19.5 |\n"
        "| ^ | …… | …… | …… | …… | …… | …… |\n"
        "| 效益指标（40分） | 社会效益 | 带动脱贫户 | 40 | ≥55户 | 57户 | 40 "
        "|\n"
        "| 总分 | < | < | 100 |  |  | 99.1 |\n";
    expect_sections(source, "fund 0-4 1 万元: label budget1 spent weight rate score\n"
                            "score 4-10 1 万元: level1 level2 level3 weight target actual "
                            "score\n");
    expect_rows(source, "header\n"
                        "total 年度资金总额\n"
                        "part 其中:中央财政资金\n"
                        "item 地方资金\n"
                        "header\n"
                        "item 种植面积\n"
                        "item 苗木成活率\n"
                        "filler\n"
                        "item 带动脱贫户\n"
                        "total 总分\n");
    expect_indicators(source, "年度资金总额 10 9.6 fund\n"
                              "产出指标/数量指标/种植面积 30 30\n"
                              "产出指标/质量指标/苗木成活率 20 19.5\n"
                              "效益指标/社会效益/带动脱贫户 40 40\n");
    expect_findings(source, "");
}

static void test_l5_department_page(void **state) {
    (void)state;
    static const char source[] =
        "| 机构名称 | 收入合计 | 其中： | < | 支出合计 | 其中： | < | < | < | "
        "当年结余 |\n"
        "| ^ | ^ | 上年结转 | 公共财政拨款 | ^ | 基本支出 | 其中： | < | "
        "项目支出 | ^ |\n"
        "| ^ | ^ | ^ | ^ | ^ | ^ | 人员支出 | 公用支出 | ^ | ^ |\n"
        "| 青泷县水利局汇总 | 300.5 | 20.5 | 280 | 290 | 190 | 140 | 50 | 100 | 10.5 |\n"
        "| 1、局机关 | 200.5 | 10.5 | 190 | 195 | 125 | 95 | 30 | 70 | 5.5 |\n"
        "| 2、河道所 | 100 | 10 | 90 | 95 | 65 | 45 | 20 | 30 | 5 |\n"
        "| 绩效自评综合得分 | 95 | < | < | < | < | < | < | < | < |\n"
        "| 评价等次 | 优秀 | < | < | < | < | < | < | < | < |\n";
    expect_sections(source, "breakdown 0-8 3: label total amount<1 amount<1 total amount<4 "
                            "amount<5 amount<5 amount<4 balance\n");
    expect_rows(source, "header\n"
                        "header\n"
                        "header\n"
                        "total 青泷县水利局汇总\n"
                        "item#3 1、局机关\n"
                        "item#3 2、河道所\n"
                        "field 绩效自评综合得分\n"
                        "field 评价等次\n");
    expect_fields(source, "绩效自评综合得分 = 95\n"
                          "评价等次 = 优秀\n");
    expect_claims(source, "绩效自评综合得分 95\n"
                          "评价等次 优秀\n");
    expect_findings(source, "");
}

/* the header repeated after a page break, a group that goes on, 15 over three scores */
static void test_l6_score_sheet(void **state) {
    (void)state;
    static const char source[] =
        "| 一级指标 | 二级指标 | 三级指标 | 评分标准 | 分值 | 自评得分 | "
        "扣分原因和其他说明 |\n"
        "| 投入（15分） | 目标设定 | 绩效目标合理性 | 合理得5分，"
        "不合理扣2分 | 15 | 15 |  |\n"
        "| 过程（45分） | 预算执行 | 完成率 | 满分5分 | 15 | 4 |  |\n"
        "| ^ | ^ | 控制率 | 不超过得5分 | ^ | 5 |  |\n"
        "| ^ | ^ | 结转率 | 不超过得5分 | ^ | 5 |  |\n"
        "| 一级指标 | 二级指标 | 三级指标 | 评分标准 | 分值 | 自评得分 | "
        "扣分原因和其他说明 |\n"
        "| 过程（45分） | 资产管理 | 固定资产利用率 | 满分30分 | 30 | 28 | "
        "有2台闲置 |\n"
        "| 效果（40分） | 社会效益 | 受益户数 | 满分40分 | 40 | 39 |  |\n"
        "| 总 分 | < | < | < | 100 | 96 |  |\n";
    expect_sections(source, "score 0-9 1: level1 level2 level3 criteria weight score remark\n");
    expect_rows(source, "header\n"
                        "item 绩效目标合理性\n"
                        "item 完成率\n"
                        "item 控制率\n"
                        "item 结转率\n"
                        "header 三级指标\n"
                        "item 固定资产利用率\n"
                        "item 受益户数\n"
                        "total 总分\n");
    expect_indicators(source, "投入/目标设定/绩效目标合理性 15 15\n"
                              "过程/预算执行/完成率 15 4\n"
                              "过程/预算执行/控制率 - 5 same-weight\n"
                              "过程/预算执行/结转率 - 5 same-weight\n"
                              "过程/资产管理/固定资产利用率 30 28\n"
                              "效果/社会效益/受益户数 40 39\n");
    expect_findings(source, "");
}

static void test_l7_three_weights(void **state) {
    (void)state;
    static const char source[] =
        "| 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 具体指标 |"
        " 评价标准 | 自评得分 |\n"
        "| 投入 | 40 | 目标 | 40 | 目标合理 | 15 | 明确 | 缺一项扣3分 | 15 |\n"
        "| ^ | ^ | ^ | ^ | 人员控制 | 25 | 不超过100% | 超1个百分点扣0.5分 | 24 |\n"
        "| 产出 | 60 | 职责 | 60 | 任务完成 | 60 | 完成 | 按比例 | 57 |\n"
        "| 总 分 | 100 |  | 100 |  | 100 |  |  | 96 |\n";
    expect_sections(
        source,
        "score 0-5 1: level1 weight1 level2 weight2 level3 weight criteria criteria score\n");
    expect_rows(source, "header\n"
                        "item 目标合理\n"
                        "item 人员控制\n"
                        "item 任务完成\n"
                        "total 总分\n");
    expect_findings(source, "");
}

/* blank rows of a template within, weight and score far apart */
static void test_l9_activities(void **state) {
    (void)state;
    static const char source[] =
        "| 一级指标 | 二级指标 | 三级指标 | 分值 | 指标内容 | 评价标准 | "
        "得分 |\n"
        "| 设置（15） | 合理性 | 目标合理 | 15 | 目标符合规划 | 符合得15分 |"
        " 15 |\n"
        "| 产出（45） | 产出一 | 数量完成率 | 45 | 计划修渠6公里 | "
        "完成率×45 | 44 |\n"
        "| ^ | 产出二 |  |  |  |  |  |\n"
        "| ^ | ^ |  |  |  |  |  |\n"
        "| 效果（40） | 社会效益 | 受益户数 | 40 | 500户 | 每少10户扣1分 | 38 |\n"
        "| 合计 | < | < | 100 |  |  | 97 |\n";
    expect_sections(source, "score 0-7 1: level1 level2 level3 weight criteria criteria score\n");
    expect_rows(source, "header\n"
                        "item 目标合理\n"
                        "item 数量完成率\n"
                        "item 产出二\n"
                        "filler\n"
                        "item 受益户数\n"
                        "total 合计\n");
    expect_indicators(source, "设置/合理性/目标合理 15 15\n"
                              "产出/产出一/数量完成率 45 44\n"
                              "效果/社会效益/受益户数 40 38\n");
    expect_findings(source, "");
}

static void test_l11_heads_over_heads_and_a_bare_total(void **state) {
    (void)state;
    static const char source[] =
        "| 一级指标 | 二级指标 | 三级指标 | 绩效评价情况 | < | < |\n"
        "| ^ | ^ | ^ | 分值 | 评价描述 | 评价得分 |\n"
        "| 部门管理 | 资金投入 | 预算完成率 | 30 | 预算完成率98.5% | 30 |\n"
        "| ^ | 财务管理 | 制度健全 | 30 | 制度齐全 | 28 |\n"
        "| 部门效益 | 社会效益 | 受益户数 | 40 | 受益5000户 | 38 |\n"
        "|  |  |  | 100 |  | 96 |\n";
    expect_sections(source, "score 0-6 2: level1 level2 level3 weight criteria score\n");
    expect_rows(source, "header\n"
                        "header\n"
                        "item 预算完成率\n"
                        "item 制度健全\n"
                        "item 受益户数\n"
                        "total\n");
    expect_indicators(source, "部门管理/资金投入/预算完成率 30 30\n"
                              "部门管理/财务管理/制度健全 30 28\n"
                              "部门效益/社会效益/受益户数 40 38\n");
    expect_checks(source, "score",
                  "score.over_weight pass 30 30 @2,5\n"
                  "score.over_weight pass 28 28 @3,5\n"
                  "score.over_weight pass 38 38 @4,5\n"
                  "score.total pass 96 96 @5,5\n");
    expect_findings(source, "");
}

static void test_l12_coefficients(void **state) {
    (void)state;
    static const char source[] = "| 自评总分（分） | 97.5 | < | < | < | < | < |\n"
                                 "| 指标名称 | 计量单位 | 年初指标值 | "
                                 "全年完成值 | 得分系数（%） "
                                 "| 指标权重（分） | 指标得分（分） |\n"
                                 "| 修渠长度 | 公里 | ≥5 | 5.2 | 100 | 50 | 50 |\n"
                                 "| 合格率 | % | ≥95 | 92 | 95 | 50 | 47.5 |\n";
    expect_sections(source, "score 1-4 1: level3 remark target2 actual coefficient weight score\n");
    expect_indicators(source, "修渠长度 50 50\n"
                              "合格率 50 47.5\n");
    expect_claims(source, "自评总分 97.5\n");
    expect_checks(source, "score.total", "score.total pass 97.5 97.5 @0,1\n");
    expect_findings(source, "");
}

static void test_l13_split_indicators(void **state) {
    (void)state;
    static const char source[] =
        "| 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 |"
        " 完成值 | 权重 | 得分 | "
        "未完成原因分析 |\n"
        "| 产出指标 | 数量指标 | 修渠长度 | ≥ | 5 | 公里 | 5.2 | 50 | 50 | / |\n"
        "| 效益指标 | 社会效益指标 | 受益户数 | ≥ | 500 | 户 | 480 | 40 | 38.4 |"
        " 搬迁 |\n"
        "| 合计 | < | < | < | < | < | < | 90 | 88.4 |  |\n";
    expect_sections(
        source,
        "score 0-4 1: level1 level2 level3 remark target remark actual weight score remark\n");
    expect_rows(source, "header\n"
                        "item 修渠长度\n"
                        "item 受益户数\n"
                        "total 合计\n");
    expect_indicators(source, "产出指标/数量指标/修渠长度 50 50\n"
                              "效益指标/社会效益指标/受益户数 40 38.4\n");
    expect_findings(source, "");
}

static void test_l15_second_opinion(void **state) {
    (void)state;
    static const char source[] = "| 自评总分 | 95 | < | < | < |\n"
                                 "| 评价内容 | 分值 | 自评分 | 复核分 | "
                                 "评价标准及依据 |\n"
                                 "| 立项依据充分 | 20 | 20 |  | 充分得20分 |\n"
                                 "| 资金到位及时 | 30 | 28 |  | 晚1个月扣1分 |\n"
                                 "| 受益户数 | 50 | 47 |  | 每少10户扣1分 |\n";
    expect_sections(source, "score 1-5 1: level1 weight score second criteria\n");
    expect_rows(source, "header\n"
                        "item 立项依据充分\n"
                        "item 资金到位及时\n"
                        "item 受益户数\n");
    expect_indicators(source, "立项依据充分 20 20\n"
                              "资金到位及时 30 28\n"
                              "受益户数 50 47\n");
    expect_claims(source, "自评总分 95\n");
    expect_checks(source, "score.total", "score.total pass 95 95 @0,1\n");
    expect_findings(source, "");
}

static void test_l17_reference_points(void **state) {
    (void)state;
    static const char source[] = "| 自评得分 | 93 | < | < | < | < |\n"
                                 "| 一级指标 | 二级指标 | 参考分值 | "
                                 "指标值（A） | "
                                 "全年实际值（B） | 得分 |\n"
                                 "| 决策（10分） | 立项规范 | 10 | 规范 | 规范 | 10 "
                                 "|\n"
                                 "| 管理（25分） | 制度执行 | 25 | 严格 | 严格 | 24 "
                                 "|\n"
                                 "| 产出（65分） | 修渠长度 | 65 | 5公里 | 4.9公里 |"
                                 " 59 |\n";
    expect_sections(source, "score 1-5 1: level1 level2 weight target actual score\n");
    expect_indicators(source, "决策/立项规范 10 10\n"
                              "管理/制度执行 25 24\n"
                              "产出/修渠长度 65 59\n");
    expect_claims(source, "自评得分 93\n");
    expect_checks(source, "score.total", "score.total pass 93 93 @0,1\n");
    expect_findings(source, "");
}

static void test_l18_two_breakdowns_side_by_side(void **state) {
    (void)state;
    static const char source[] = "| 部门名称 | 收入合计 | 其中：财政拨款 | "
                                 "其他资金 | 支出合计 | "
                                 "其中：基本支出 | 项目支出 |\n"
                                 "| 局机关 | 300 | 250 | 50 | 290 | 190 | 100 |\n"
                                 "| 河道所 | 100 | 90 | 10 | 95 | 65 | 30 |\n"
                                 "| 合计 | 400 | 340 | 60 | 385 | 255 | 130 |\n";
    expect_sections(source, "breakdown 0-4 1: label total amount<1 amount total amount<4 amount\n");
    expect_checks(source, "amount",
                  "amount.cross pass 300 300 @1,1\n"
                  "amount.cross pass 290 290 @1,4\n"
                  "amount.cross pass 100 100 @2,1\n"
                  "amount.cross pass 95 95 @2,4\n"
                  "amount.cross pass 400 400 @3,1\n"
                  "amount.total pass 400 400 @3,1\n"
                  "amount.total pass 340 340 @3,2\n"
                  "amount.total pass 60 60 @3,3\n"
                  "amount.cross pass 385 385 @3,4\n"
                  "amount.total pass 385 385 @3,4\n"
                  "amount.total pass 255 255 @3,5\n"
                  "amount.total pass 130 130 @3,6\n");
    expect_findings(source, "");
}

static void test_l21_a_summary_by_section(void **state) {
    (void)state;
    static const char source[] = "| 指标 | 权重 | 得分 | 绩效等级 |\n"
                                 "| 决策 | 20.00 | 19.00 | 优 |\n"
                                 "| 过程 | 20.00 | 18.04 | 优 |\n"
                                 "| 产出效益 | 60.00 | 57.00 | 优 |\n"
                                 "|  | 100.00 | 94.04 | 优 |\n";
    expect_sections(source, "score 0-5 1: level3 weight score other\n");
    expect_rows(source, "header\n"
                        "item 决策\n"
                        "item 过程\n"
                        "item 产出效益\n"
                        "total\n");
    expect_indicators(source, "决策 20.00 19.00\n"
                              "过程 20.00 18.04\n"
                              "产出效益 60.00 57.00\n");
    expect_findings(source, "");
}

static void test_l22_an_allocation_list(void **state) {
    (void)state;
    static const char source[] = "| 序号 | 乡镇 | 金额（万元） | 备注 |\n"
                                 "| 1 | 东关镇 | 12.50 | 修渠3处 |\n"
                                 "| 2 | 西关镇 | 8.25 |  |\n"
                                 "| 3 | 北山乡 | 6.00 |  |\n"
                                 "| 全县合计 | < | 26.75 |  |\n";
    expect_sections(source, "item 0-5 1 万元: ordinal label amount remark\n");
    expect_rows(source, "header\n"
                        "item 东关镇\n"
                        "item 西关镇\n"
                        "item 北山乡\n"
                        "total 全县合计\n");
    expect_checks(source, "amount", "amount.total pass 26.75 26.75 @4,2\n");
    expect_findings(source, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_l1_national_form),
        cmocka_unit_test(test_l2_weight_before_values),
        cmocka_unit_test(test_l5_department_page),
        cmocka_unit_test(test_l6_score_sheet),
        cmocka_unit_test(test_l7_three_weights),
        cmocka_unit_test(test_l9_activities),
        cmocka_unit_test(test_l11_heads_over_heads_and_a_bare_total),
        cmocka_unit_test(test_l12_coefficients),
        cmocka_unit_test(test_l13_split_indicators),
        cmocka_unit_test(test_l15_second_opinion),
        cmocka_unit_test(test_l17_reference_points),
        cmocka_unit_test(test_l18_two_breakdowns_side_by_side),
        cmocka_unit_test(test_l21_a_summary_by_section),
        cmocka_unit_test(test_l22_an_allocation_list),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
