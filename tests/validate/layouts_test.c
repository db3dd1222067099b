#include "tests/read.h"

/* Reports as they come from a text export: cells parted by TAB, merged ones lost. */

static void expect_text(const char *text, const char *rule, const char *checks,
                        const char *findings) {
    struct read *r = read_text(text);
    read_show_checks(r, rule);
    assert_string_equal(r->text, checks);
    r->len = 0;
    r->text[0] = '\0';
    read_show_findings(r);
    assert_string_equal(r->text, findings);
    read_end(r);
}

static void expect_clean(const char *text) {
    struct read *r = read_text(text);
    read_show_findings(r);
    assert_string_equal(r->text, "");
    assert_true(r->doc.verdict.checks.count > 0);
    read_end(r);
}

/* ---- funds */

#define FUND_HEAD                                              \
    "资金\t全年预算数（A）\t全年执行数（B）\t" \
    "执行率（B/A×100%）\n"

/* 省级, 市级 and 县级 are parts of 地方资金, not of the whole */
static void test_sources_in_two_depths(void **state) {
    (void)state;
    expect_text("资金投入情况（万元）\n" FUND_HEAD "年度资金总额\t1500\t1432.5\t"
                "95.50%\n"
                "其中：中央财政资金\t900\t880\t97.78%\n"
                "地方资金\t500\t460.5\t92.10%\n"
                "其中：省级\t300\t290.5\t96.83%\n"
                "市级\t100\t90\t90.00%\n"
                "县级\t100\t80\t80.00%\n"
                "其他资金\t100\t92\t92.00%\n",
                "amount",
                "amount.breakdown pass 1500 1500 @1,1\n"
                "amount.breakdown pass 1432.5 1432.5 @1,2\n",
                "");
}

/* 300 + 100 + 90 is not 500: where the inner list ends cannot be told */
static void test_sources_in_two_depths_that_do_not_add(void **state) {
    (void)state;
    expect_text(FUND_HEAD "年度资金总额\t1500\t1432.5\t95.50%\n"
                          "其中：中央财政资金\t900\t880\t97.78%\n"
                          "地方资金\t500\t460.5\t92.10%\n"
                          "其中：省级\t300\t290.5\t96.83%\n"
                          "市级\t100\t90\t90.00%\n"
                          "县级\t90\t80\t88.89%\n"
                          "其他资金\t100\t92\t92.00%\n",
                "amount.breakdown",
                "amount.breakdown unverifiable 1500 nested_list @1,1\n"
                "amount.breakdown pass 1432.5 1432.5 @1,2\n",
                "");
}

static void test_sources_that_exceed_the_whole(void **state) {
    (void)state;
    expect_text(FUND_HEAD "年度资金总额\t1500\t1432.5\t95.50%\n"
                          "其中：中央财政资金\t900\t880\t97.78%\n"
                          "地方资金\t500\t460.5\t92.10%\n"
                          "其他资金\t200\t92\t46.00%\n",
                "amount.breakdown",
                "amount.breakdown fail 1500 1600 @1,1\n"
                "amount.breakdown pass 1432.5 1432.5 @1,2\n",
                "error amount.breakdown 年度资金总额/全年预算数(A) 1500 1600 @1,1\n");
}

/* rate and balance are of what arrived, not of what was planned */
static void test_funds_that_arrived(void **state) {
    (void)state;
    expect_clean("单位：万元\n"
                 "资金来源\t预算安排\t实际到位\t实际支出\t结余\t执行率\n"
                 "中央资金\t500\t500\t480\t20\t96%\n"
                 "省级资金\t200\t180\t180\t0\t100%\n"
                 "县级资金\t100\t60\t50\t10\t83.33%\n"
                 "合计\t800\t740\t710\t30\t95.95%\n");
}

static void test_a_rate_of_neither(void **state) {
    (void)state;
    expect_text("单位：万元\n"
                "资金来源\t预算安排\t实际到位\t实际支出\t执行率\n"
                "中央资金\t500\t500\t480\t96%\n"
                "省级资金\t200\t180\t170\t88%\n",
                "rate",
                "rate.ratio pass 96 96 @1,4\n"
                "rate.ratio fail 88 85 @2,4\n",
                "error rate.ratio 省级资金 88 85 @2,4\n");
}

static void test_dashes_beside_the_points_of_the_funds(void **state) {
    (void)state;
    expect_clean("项目支出绩效自评表\n"
                 "项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t"
                 "分值\t执行率\t得分\n"
                 "年度资金总额\t320.00\t300.00\t285.60\t10\t95.20%\t9.52\n"
                 "其中：当年财政拨款\t300.00\t280.00\t265.60\t-\t94.86%\t-\n"
                 "上年结转资金\t20.00\t20.00\t20.00\t-\t100.00%\t-\n"
                 "其他资金\t0.00\t0.00\t0.00\t-\t0.00%\t-\n"
                 "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t"
                 "分值\t得分\n"
                 "产出指标\t数量指标\t养护里程\t≥120公里\t125公里\t50\t50\n"
                 "效益指标\t社会效益指标\t受益村数\t≥30个\t32个\t30\t28.5\n"
                 "满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t93%\t10\t"
                 "10\n"
                 "总分\t100\t98.02\n");
}

/* ---- lists of amounts */

static void test_bare_subtotals(void **state) {
    (void)state;
    expect_text("单位：万元\n"
                "序号\t项目名称\t金额\t备注\n"
                "1\t石桥镇饮水\t120\t\n"
                "2\t白塔乡饮水\t80\t\n"
                "\t\t200\t\n"
                "3\t云岭镇道路\t150\t\n"
                "4\t柳湾乡道路\t50\t\n"
                "\t\t200\t\n"
                "合计\t\t400\t\n",
                "amount",
                "amount.total pass 200 200 @3,2\n"
                "amount.total pass 200 200 @6,2\n"
                "amount.total pass 400 400 @7,2\n",
                "");
}

/* a row without a name may be a subtotal or an item: neither reading gives 410 */
static void test_a_bare_row_leaves_the_total_open(void **state) {
    (void)state;
    expect_text("单位：万元\n"
                "序号\t项目名称\t金额\t备注\n"
                "1\t石桥镇饮水\t120\t\n"
                "2\t白塔乡饮水\t80\t\n"
                "\t\t200\t\n"
                "合计\t\t410\t\n",
                "amount", "amount.total unverifiable 410 doubtful_tie @4,2\n", "");
}

static void test_groups_numbered_in_their_own_column(void **state) {
    (void)state;
    expect_text("单位：万元\n"
                "序号\t项目名称\t投资额\t备注\n"
                "一\t产业项目\t500\t\n"
                "1\t茶园\t300\t\n"
                "2\t菌棚\t200\t\n"
                "二\t基础设施\t300\t\n"
                "1\t道路\t180\t\n"
                "2\t饮水\t120\t\n"
                "三\t管理费\t20\t\n"
                "\t合计\t820\t\n",
                "amount", "amount.total pass 820 820 @8,2\n", "");
}

static void test_totals_over_some_columns_only(void **state) {
    (void)state;
    expect_clean("单位：万元\n"
                 "序号\t乡镇\t建设内容\t面积（亩）\t补助标准（元/亩）\t"
                 "金额\n"
                 "1\t石桥镇\t高标准农田\t1200\t1500\t180\n"
                 "2\t白塔乡\t高标准农田\t800\t1500\t120\n"
                 "\t小计\t\t2000\t\t300\n"
                 "3\t云岭镇\t灌溉渠\t500\t1000\t50\n"
                 "4\t柳湾乡\t灌溉渠\t500\t1000\t50\n"
                 "\t小计\t\t1000\t\t100\n"
                 "\t合计\t\t\t\t400\n");
}

static void test_subtotals_over_their_rows(void **state) {
    (void)state;
    expect_clean("单位：万元\n"
                 "序号\t乡镇\t合计\t中央资金\t省级资金\n"
                 "\t全县合计\t900\t600\t300\n"
                 "一\t东片小计\t500\t350\t150\n"
                 "1\t石桥镇\t300\t200\t100\n"
                 "2\t白塔乡\t200\t150\t50\n"
                 "二\t西片小计\t400\t250\t150\n"
                 "3\t云岭镇\t250\t150\t100\n"
                 "4\t柳湾乡\t150\t100\t50\n");
}

static void test_yuan_beside_wan_yuan(void **state) {
    (void)state;
    expect_clean("项目\t预算（万元）\t支出（元）\t执行率\n"
                 "道路\t100\t900000.00\t90%\n"
                 "桥梁\t80\t600000.00\t75%\n"
                 "合计\t180\t1500000.00\t83.33%\n");
}

static void test_negative_and_blank(void **state) {
    (void)state;
    expect_clean("单位：万元\n"
                 "项目\t预算数\t支出数\t结余\n"
                 "道路\t100\t120\t-20\n"
                 "桥梁\t80\t60\t20\n"
                 "合计\t180\t180\t0\n"
                 "\n\n\n"
                 "单位：万元\n"
                 "项目\t预算数\t支出数\n"
                 "道路\t100\t90\n"
                 "桥梁\t80\t60\n"
                 "合计\t\t\n");
}

/* income and spending side by side: each has its own items and its own total */
static void test_income_beside_spending(void **state) {
    (void)state;
    expect_clean("单位：万元\n"
                 "收入\t\t支出\t\n"
                 "项目\t决算数\t项目\t决算数\n"
                 "一、财政拨款收入\t1200\t一、一般公共服务支出\t300\n"
                 "二、事业收入\t50\t二、农林水支出\t930\n"
                 "三、其他收入\t10\t三、住房保障支出\t40\n"
                 "本年收入合计\t1260\t本年支出合计\t1270\n"
                 "年初结转和结余\t40\t年末结转和结余\t30\n"
                 "总计\t1300\t总计\t1300\n");
}

/* ---- scores */

/* 一, （一） and 1 are three printings of the same 100 points */
static void test_levels_of_scores_by_their_marks(void **state) {
    (void)state;
    expect_text("序号\t指标名称\t权重\t得分\n"
                "一\t投入\t20\t19\n"
                "（一）\t目标设定\t10\t10\n"
                "1\t绩效目标合理性\t5\t5\n"
                "2\t绩效指标明确性\t5\t5\n"
                "（二）\t预算配置\t10\t9\n"
                "1\t在职人员控制率\t5\t4\n"
                "2\t三公经费变动率\t5\t5\n"
                "二\t过程\t80\t76\n"
                "（一）\t预算执行\t50\t48\n"
                "1\t预算完成率\t50\t48\n"
                "（二）\t预算管理\t30\t28\n"
                "1\t管理制度健全性\t30\t28\n"
                "\t合计\t100\t95\n",
                "score.total", "score.total pass 95 95 @13,3\n", "");
}

static void test_levels_of_scores_that_contradict(void **state) {
    (void)state;
    expect_text("序号\t指标名称\t权重\t得分\n"
                "一\t投入\t20\t19\n"
                "1\t目标合理性\t10\t9\n"
                "2\t预算编制\t10\t10\n"
                "二\t产出\t80\t76\n"
                "1\t修渠长度\t50\t48\n"
                "2\t验收合格率\t30\t28\n"
                "\t合计\t100\t96\n",
                "score.total", "score.total fail 96 95 @7,3\n",
                "error score.total 合计 96 95 @7,3\n");
}

/* nothing says how many points a weight of 0.2 allows */
static void test_weights_as_fractions(void **state) {
    (void)state;
    expect_text("一级指标\t二级指标\t三级指标\t权重\t得分\n"
                "决策\t立项\t立项规范性\t0.1\t10\n"
                "过程\t资金\t资金使用率\t0.2\t19.6\n"
                "产出\t数量\t植树亩数\t0.7\t67\n"
                "合计\t\t\t1\t96.6\n",
                "score",
                "score.over_weight unverifiable 10 other_scale @1,4\n"
                "score.over_weight unverifiable 19.6 other_scale @2,4\n"
                "score.over_weight unverifiable 67 other_scale @3,4\n"
                "score.total pass 96.6 96.6 @4,4\n",
                "");
}

static void test_weights_in_percent(void **state) {
    (void)state;
    expect_clean("一级指标\t二级指标\t三级指标\t权重\t目标值\t完成值\t得分\n"
                 "决策\t立项\t立项规范性\t10%\t规范\t规范\t10\n"
                 "过程\t资金\t资金使用率\t20%\t100%\t98%\t19.6\n"
                 "产出\t数量\t植树亩数\t70%\t500亩\t510亩\t67\n"
                 "合计\t\t\t100%\t\t\t96.6\n");
}

static void test_a_page_number_within_a_table(void **state) {
    (void)state;
    expect_text("项目支出绩效自评表\n"
                "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t"
                "分值\t得分\n"
                "产出指标（50分）\t数量指标\t巡查次数\t12次\t12次\t20\t20\n"
                "\t质量指标\t达标率\t95%\t96%\t15\t15\n"
                "- 3 -\n"
                "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t"
                "分值\t得分\n"
                "产出指标（50分）\t时效指标\t按时完成\t12月底\t12月底\t15\t14\n"
                "效益指标（30分）\t社会效益\t投诉下降\t10%\t12%\t30\t30\n"
                "- 4 -\n"
                "满意度指标（20分）\t满意度\t群众满意度\t90%\t92%\t20\t20\n"
                "总分\t\t\t\t\t100\t99\n",
                "score.total", "score.total pass 99 99 @7,6\n", "");
}

/* 18 for the funds and 20 for the aims stand outside the list of indicators */
static void test_a_form_that_scores_other_blocks_too(void **state) {
    (void)state;
    expect_text("区域绩效目标自评表\n"
                "专项名称\t农业资源保护资金\t自评得分\t92\n"
                "项目资金（万元）\t全年预算数\t全年执行数\t执行率\t得分\n"
                "年度资金总额\t600\t540\t90%\t18\n"
                "一级指标\t二级指标\t三级指标\t年度指标值\t全年完成值\t"
                "得分\n"
                "产出指标\t数量指标\t保护面积\t2万亩\t2.1万亩\t20\n"
                "\t质量指标\t合格率\t90%\t92%\t14\n"
                "效益指标\t社会效益\t受益人数\t1万人\t1.2万人\t20\n",
                "score.total", "score.total unverifiable 92 doubtful_tie @0,3\n", "");
}

static void test_a_form_that_scores_indicators_only(void **state) {
    (void)state;
    expect_text("项目绩效自评表\n"
                "项目名称\t农业资源保护\t自评得分\t92\n"
                "一级指标\t二级指标\t三级指标\t分值\t得分\n"
                "产出指标\t数量指标\t保护面积\t60\t58\n"
                "效益指标\t社会效益\t受益人数\t40\t36\n",
                "score.total", "score.total fail 92 94 @0,3\n",
                "warning score.total 自评得分 92 94 @0,3\n");
}

static void test_a_second_opinion_and_a_bonus(void **state) {
    (void)state;
    expect_clean("序号\t一级指标\t二级指标\t指标说明\t指标分值\t县级评分\t"
                 "市级评分\n"
                 "1\t投入\t资金到位\t到位率\t20\t20\t19\n"
                 "2\t过程\t制度建设\t健全\t30\t29\t28\n"
                 "3\t产出\t完成数量\t完成\t50\t48\t45\n"
                 "4\t加分项\t获省级通报表扬\t每次加2分，最高加5分\t\t2\t\n"
                 "\t合计\t\t\t100\t99\t92\n");
}

static void test_two_forms_in_one_file(void **state) {
    (void)state;
    expect_clean("附件1\n项目支出绩效自评表\n项目名称\t河道保洁\n"
                 "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t"
                 "分值\t得分\n"
                 "产出指标\t数量指标\t保洁河道\t5条\t5条\t60\t60\n"
                 "效益指标\t社会效益\t投诉数\t≤3件\t1件\t40\t39\n"
                 "总分\t100\t99\n"
                 "附件2\n项目支出绩效自评表\n项目名称\t水库加固\n"
                 "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t"
                 "分值\t得分\n"
                 "产出指标\t数量指标\t加固水库\t2座\t2座\t60\t57\n"
                 "效益指标\t社会效益\t保护人口\t1万人\t1万人\t40\t38.5\n"
                 "总分\t100\t95.5\n");
}

/* ---- prose */

static void test_changes_told_from_the_former_year(void **state) {
    (void)state;
    static const char *const texts[] = {
        "2023年支出532万元，较上年的500万元增加32万元，增长6.4%。\n",
        "对比2022年支出500万元，增加32万元，增长6.4%。\n",
        "与2022年500万元相比，增加32万元，增长6.4%。\n",
        "上年支出500万元，本年增加32万元，增长6.4%。\n",
        "2023年支出532万元，2022年支出500万元，同比增加32万元，增长6.4%。\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct read *r = read_text(texts[i]);
        read_show_findings(r);
        assert_string_equal(r->text, "");
        read_end(r);
    }
}

/* 32 of 500 is 6.4 %: of this year's 532 the growth is 6.84 % */
static void test_a_change_of_this_year_contradicts(void **state) {
    (void)state;
    struct read *r = read_text("2023年支出532万元，同比增加32万元，增长6.1%。\n");
    read_show_findings(r);
    assert_non_null(strstr(r->text, "error rate.ratio"));
    read_end(r);
}

static void test_a_department_in_prose(void **state) {
    (void)state;
    expect_clean("云溪县民政局2023年度部门整体支出绩效自评报告\n"
                 "编制人数46人，实有在职人员44人，其中行政12人、事业32人，"
                 "另有退休人员21人。\n"
                 "全年收入合计3,256.80万元，其中：财政拨款收入3,106.80万元，"
                 "占95.39%；"
                 "其他收入150.00万元，占4.61%。\n"
                 "全年支出3256.8万元，"
                 "包括基本支出856.3万元（人员经费720.1万元、"
                 "公用经费136.2万元）和项目支出2400.5万元。\n"
                 "年初预算2800万元，调整后预算3256.8万元，"
                 "实际支出3190.5万元，"
                 "预算执行率97.96%，结余66.3万元。\n"
                 "发放低保金1,500万元，惠及6230户9874人，"
                 "其中城市低保1230户2104人，"
                 "农村低保5000户7770人。\n"
                 "共有党员56名，其中女党员12名，少数民族党员3名，"
                 "35岁以下党员20名。\n"
                 "自评得分94.5分，评价等级为“优”。\n");
}

/* a total over two columns that is one cell in text pushes its figures left;
 * a figure that belongs to the label does not */
static void test_pushed_totals(void **state) {
    (void)state;
    expect_text("单位：万元\n"
                "序号\t名称\t计划金额\t拨付金额\t备注\n"
                "1\t石桥镇\t120\t100\t\n"
                "2\t白塔乡\t80\t60\t\n"
                "总计\t200\t160\t\t\n",
                "amount",
                "amount.total pass 200 200 @3,1\n"
                "amount.total pass 160 160 @3,2\n",
                "");
    expect_text("单位：万元\n"
                "序号\t名称\t金额\t备注\n"
                "1\t石桥镇\t120\t\n"
                "2\t白塔乡\t80\t\n"
                "总计\t201\t\t\n",
                "amount", "amount.total rounding 201 200 @3,1\n", "");
    expect_text("单位：万元\n"
                "序号\t名称\t数量\t单价\t金额\n"
                "1\t课桌\t120\t\t60\n"
                "2\t书柜\t80\t\t40\n"
                "总计\t2\t\t\t100\n",
                "amount", "amount.total pass 100 100 @3,4\n", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sources_in_two_depths),
        cmocka_unit_test(test_sources_in_two_depths_that_do_not_add),
        cmocka_unit_test(test_sources_that_exceed_the_whole),
        cmocka_unit_test(test_funds_that_arrived),
        cmocka_unit_test(test_a_rate_of_neither),
        cmocka_unit_test(test_dashes_beside_the_points_of_the_funds),
        cmocka_unit_test(test_bare_subtotals),
        cmocka_unit_test(test_a_bare_row_leaves_the_total_open),
        cmocka_unit_test(test_groups_numbered_in_their_own_column),
        cmocka_unit_test(test_totals_over_some_columns_only),
        cmocka_unit_test(test_subtotals_over_their_rows),
        cmocka_unit_test(test_yuan_beside_wan_yuan),
        cmocka_unit_test(test_negative_and_blank),
        cmocka_unit_test(test_income_beside_spending),
        cmocka_unit_test(test_levels_of_scores_by_their_marks),
        cmocka_unit_test(test_levels_of_scores_that_contradict),
        cmocka_unit_test(test_weights_as_fractions),
        cmocka_unit_test(test_weights_in_percent),
        cmocka_unit_test(test_a_page_number_within_a_table),
        cmocka_unit_test(test_a_form_that_scores_other_blocks_too),
        cmocka_unit_test(test_a_form_that_scores_indicators_only),
        cmocka_unit_test(test_a_second_opinion_and_a_bonus),
        cmocka_unit_test(test_two_forms_in_one_file),
        cmocka_unit_test(test_changes_told_from_the_former_year),
        cmocka_unit_test(test_a_change_of_this_year_contradicts),
        cmocka_unit_test(test_a_department_in_prose),
        cmocka_unit_test(test_pushed_totals),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
