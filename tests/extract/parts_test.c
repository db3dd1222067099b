#include "tests/read.h"

static void test_a_cover_and_its_form(void **state) {
    (void)state;
    static const char source[] = "附件2\n"
                                 "项目支出绩效自评报告\n"
                                 "（2023年度）\n"
                                 "项目名称：河岸护坡维修\n"
                                 "项目单位：青泷县水利局\n"
                                 "2024年3月12日\n"
                                 "一、项目概况\n"
                                 "本项目位于青泷县城南。\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 60 | 58 |\n"
                                 "| 效益 | 受益户数 | 40 | 38 |\n"
                                 "| 合计 | < | 100 | 96 |\n";
    expect_parts(source, "project 0-9 2023 | 青泷县水利局 | 河岸护坡维修 | "
                         "2024-03-12 | "
                         "项目支出绩效自评报告\n");
}

static void test_two_reports_in_one_file(void **state) {
    (void)state;
    static const char source[] = "青泷县水利局2023年度部门整体支出绩效自评报"
                                 "告\n"
                                 "一、部门概况\n"
                                 "绩效自评得分95分。\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 60 | 58 |\n"
                                 "| 效益 | 受益户数 | 40 | 37 |\n"
                                 "| 合计 | < | 100 | 95 |\n"
                                 "2023年度护坡项目支出绩效自评报告\n"
                                 "一、项目概况\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 护坡长度 | 60 | 50 |\n"
                                 "| 效益 | 受益户数 | 40 | 38 |\n"
                                 "| 合计 | < | 100 | 88 |\n";
    expect_parts(source, "department 0-4 2023 | 青泷县水利局 |  |  | "
                         "青泷县水利局2023年度部门整体支出绩效自评报告\n"
                         "project 4-7 2023 |  |  |  | "
                         "2023年度护坡项目支出绩效自评报告\n");
    expect_claims(source, "0 绩效自评得分 95\n"
                          "0 合计 95\n"
                          "1 合计 88\n");
}

static void test_annexes_go_to_the_report_of_their_kind(void **state) {
    (void)state;
    static const char source[] = "青泷县水利局2023年度部门整体支出绩效自评报"
                                 "告\n"
                                 "一、部门概况\n"
                                 "甲。\n"
                                 "乙。\n"
                                 "丙。\n"
                                 "丁。\n"
                                 "戊。\n"
                                 "己。\n"
                                 "庚。\n"
                                 "辛。\n"
                                 "壬。\n"
                                 "癸。\n"
                                 "子。\n"
                                 "2023年度护坡项目支出绩效自评报告\n"
                                 "一、项目概况\n"
                                 "甲。\n"
                                 "乙。\n"
                                 "附件1\n"
                                 "部门整体支出绩效评价评分表\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 60 | 58 |\n"
                                 "| 效益 | 受益户数 | 40 | 37 |\n"
                                 "| 合计 | < | 100 | 95 |\n"
                                 "附件2\n"
                                 "项目支出绩效评价评分表\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 护坡长度 | 60 | 50 |\n"
                                 "| 效益 | 受益户数 | 40 | 38 |\n"
                                 "| 合计 | < | 100 | 88 |\n";
    expect_parts(source, "department 0-13 2023 | 青泷县水利局 |  |  | "
                         "青泷县水利局2023年度部门整体支出绩效自评报告\n"
                         "project 13-23 2023 |  |  |  | "
                         "2023年度护坡项目支出绩效自评报告\n");
    expect_sections(source, "score 0-4 1: level1 level2 weight score\n"
                            "score 0-4 1: level1 level2 weight score\n");
    expect_claims(source, "0 合计 95\n"
                          "1 合计 88\n");
}

static void test_forms_one_after_another(void **state) {
    (void)state;
    static const char source[] = "项目支出绩效自评表\n"
                                 "（2023年度）\n"
                                 "| 项目名称 | 修渠 | 主管部门 | 青泷县水利局 |\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 60 | 58 |\n"
                                 "| 效益 | 受益户数 | 40 | 37 |\n"
                                 "| 总分 | < | 100 | 95 |\n"
                                 "项目支出绩效自评表\n"
                                 "（2023年度）\n"
                                 "| 项目名称 | 修闸 | 主管部门 | 青泷县水利局 |\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修闸数量 | 60 | 60 |\n"
                                 "| 效益 | 受益户数 | 40 | 37 |\n"
                                 "| 总分 | < | 100 | 97 |\n"
                                 "项目支出绩效自评表\n"
                                 "（2023年度）\n"
                                 "| 项目名称 | 修堤 | 主管部门 | 青泷县水利局 |\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修堤长度 | 60 | 50 |\n"
                                 "| 效益 | 受益户数 | 40 | 37 |\n"
                                 "| 总分 | < | 100 | 87 |\n";
    expect_parts(source, "project 0-3 2023 | 青泷县水利局 | 修渠 |  | "
                         "项目支出绩效自评表\n"
                         "project 3-6 2023 | 青泷县水利局 | 修闸 |  | "
                         "项目支出绩效自评表\n"
                         "project 6-9 2023 | 青泷县水利局 | 修堤 |  | "
                         "项目支出绩效自评表\n");
}

static void test_the_form_behind_its_report(void **state) {
    (void)state;
    static const char source[] = "护坡项目2023年度绩效自评报告\n"
                                 "一、项目概况\n"
                                 "甲。\n"
                                 "乙。\n"
                                 "丙。\n"
                                 "丁。\n"
                                 "戊。\n"
                                 "己。\n"
                                 "庚。\n"
                                 "辛。\n"
                                 "壬。\n"
                                 "癸。\n"
                                 "子。\n"
                                 "丑。\n"
                                 "附件\n"
                                 "项目支出绩效自评表\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 护坡长度 | 60 | 50 |\n"
                                 "| 效益 | 受益户数 | 40 | 38 |\n"
                                 "| 合计 | < | 100 | 88 |\n";
    expect_parts(source, "project 0-17 2023 |  |  |  | 护坡项目2023年度绩效自评报告\n");
}

/* a form that names its project is no annex of a department's scores */
static void test_a_project_s_form_behind_a_department(void **state) {
    (void)state;
#define DEPARTMENT                                         \
    "青泷县水利局2023年度部门整体支出绩效自评报告\n"       \
    "一、部门概况\n甲。\n乙。\n丙。\n丁。\n戊。\n己。\n庚。\n" \
    "辛。\n壬。\n癸。\n子。\n绩效自评得分90分。\n"
#define FORM                                   \
    "| 一级指标 | 二级指标 | 分值 | 得分 |\n" \
    "| 产出 | 护坡长度 | 100 | 88 |\n"        \
    "| 合计 | < | 100 | 88 |\n"
    expect_claims(DEPARTMENT "绩效目标自评表\n| 项目名称 | 护坡维修 | < | < |\n" FORM,
                  "0 绩效自评得分 90\n"
                  "1 合计 88\n");
    expect_claims(DEPARTMENT "绩效自评表\n| 部门名称 | 青泷县水利局 | < | < |\n" FORM,
                  "绩效自评得分 90\n"
                  "合计 88\n");
}

static void test_a_title_in_two_lines(void **state) {
    (void)state;
    static const char source[] = "青泷县水利局2023年度\n"
                                 "部门整体支出绩效自评报告\n"
                                 "一、部门概况\n";
    expect_parts(source, "department 0-3 2023 | 青泷县水利局 |  |  | "
                         "青泷县水利局2023年度部门整体支出绩效自评报告\n");
}

static void test_a_title_in_the_first_row(void **state) {
    (void)state;
    static const char source[] = "| 项目支出绩效自评表 | < | < | < |\n"
                                 "| （2022年度） | < | < | < |\n"
                                 "| 项目名称 | 修渠 | 实施单位 | "
                                 "青泷县河道管理所 |\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 60 | 58 |\n"
                                 "| 效益 | 受益户数 | 40 | 37 |\n"
                                 "| 总分 | < | 100 | 95 |\n";
    expect_parts(source, "project 0-1 2022 | 青泷县河道管理所 | 修渠 |  | "
                         "项目支出绩效自评表\n");
    expect_sections(source, "score 3-7 1: level1 level2 weight score\n");
}

static void test_no_title_at_all(void **state) {
    (void)state;
    static const char source[] = "2022年，全县修渠3公里。2022年底完工。\n"
                                 "2021年开工。\n";
    expect_parts(source, "other 0-2 2022 |  |  |  | \n");
}

static void test_an_empty_document(void **state) {
    (void)state;
    static const char source[] = "\n";
    expect_parts(source, "other 0-0  |  |  |  | \n");
}

static void test_the_unit_of_a_signature(void **state) {
    (void)state;
    static const char source[] = "2023年度部门整体支出绩效自评报告\n"
                                 "一、部门概况\n"
                                 "甲。\n"
                                 "青泷县水利局\n"
                                 "2024年3月5日\n";
    expect_parts(source, "department 0-5 2023 | 青泷县水利局 |  | 2024-03-05 | "
                         "2023年度部门整体支出绩效自评报告\n");
}

static void test_a_line_of_three_fields(void **state) {
    (void)state;
    static const char source[] = "护坡项目绩效自评报告\n"
                                 "项目单位：青泷县水利局\n"
                                 "报告日期：2024年3月\n"
                                 "年度：2023年度\n";
    expect_parts(source, "project 0-4 2023 | 青泷县水利局 |  | 2024-03 | "
                         "护坡项目绩效自评报告\n");
}

static void test_a_target_form(void **state) {
    (void)state;
    static const char source[] = "2023年度项目支出绩效目标申报表\n"
                                 "| 项目名称 | 修渠 | < | < |\n"
                                 "| 一级指标 | 二级指标 | 三级指标 | 指标值 |\n"
                                 "| 产出指标 | 数量指标 | 修渠长度 | ≥5公里 |\n"
                                 "| 效益指标 | 社会效益 | 受益户数 | ≥50户 |\n";
    expect_parts(source, "target 0-2 2023 |  | 修渠 |  | "
                         "2023年度项目支出绩效目标申报表\n");
    expect_findings(source, "");
}

static void test_a_unit_that_names_its_place(void **state) {
    (void)state;
    static const char source[] = "某项目绩效自评报告\n"
                                 "项目单位：云岭省青泷市沙河县水利局\n";
    expect_parts(source, "project 0-2  | 云岭省青泷市沙河县水利局 |  |  | "
                         "某项目绩效自评报告\n");
}

static void test_headings_are_no_titles(void **state) {
    (void)state;
    static const char source[] = "护坡项目绩效自评报告\n"
                                 "一、绩效自评情况\n"
                                 "（二）项目绩效自评报告\n"
                                 "根据《项目支出绩效自评报告》\n";
    expect_parts(source, "project 0-4  |  |  |  | 护坡项目绩效自评报告\n");
}

/* Where one line holds several fields, each value ends before the next field. */
static void test_fields_side_by_side(void **state) {
    (void)state;
    expect_parts("项目支出绩效自评报告\n"
                 "项目单位：青泷县水利局  评价年度：2022年度\n"
                 "项目名称：河岸护坡维修\xe3\x80\x80负责人：某某\n"
                 "本年度各项工作均按计划完成。\n",
                 "project 0-4 2022 | 青泷县水利局 | 河岸护坡维修 |  | 项目支出绩效自评报告\n");
    expect_parts("项目支出绩效自评报告\n"
                 "项目名称：河岸  护坡维修\n"
                 "本年度各项工作均按计划完成。\n",
                 "project 0-3  |  | 河岸  护坡维修 |  | 项目支出绩效自评报告\n");
}

/* A line between two fields carries on the value of the first. */
static void test_a_value_of_two_lines(void **state) {
    (void)state;
    expect_parts("项目支出绩效自评报告\n"
                 "项目名称：青泷县城南片区河岸\n护坡维修\n项目单位：青泷县水利局\n"
                 "本年度各项工作均按计划完成。\n",
                 "project 0-5  | 青泷县水利局 | 青泷县城南片区河岸护坡维修 |  | "
                 "项目支出绩效自评报告\n");
    expect_parts("项目支出绩效自评报告\n"
                 "项目名称：青泷县城南片区河岸\n护坡维修\n本年度各项工作均按计划完成。\n",
                 "project 0-4  |  | 青泷县城南片区河岸 |  | 项目支出绩效自评报告\n");
}

/* "填报日期：" with a date that can be, whole or without its day. */
static void expect_date(const char *written, const char *date) {
    char source[512], expected[512];
    snprintf(source, sizeof source, "项目支出绩效自评报告\n填报日期：%s\n项目概况\n", written);
    snprintf(expected, sizeof expected, " | %s | 项目支出绩效自评报告\n", date);
    struct read *r = read_source(source);
    read_show_parts(r);
    assert_non_null(strstr(r->text, expected));
    read_end(r);
}

static void test_dates(void **state) {
    (void)state;
    expect_date("2024年3月2日", "2024-03-02");
    expect_date("2024 年 12 月 31 日", "2024-12-31");
    expect_date("2024年3月", "2024-03");
    expect_date("2024年13月1日", "");
    expect_date("2024年0月1日", "");
    expect_date("2024年3月32日", "");
    expect_date("1999年3月2日", "");
    expect_date("2024年", "");
    expect_date("2024年3月2日前", "");
}

/* Signed in Chinese numerals, as official documents are (GB/T 9704), or with separators. */
static void test_dates_in_other_notations(void **state) {
    (void)state;
    expect_date("二〇二四年三月五日", "2024-03-05");
    expect_date("二〇二四年十一月", "2024-11");
    expect_date("2024.3.5", "2024-03-05");
    expect_date("2024-03-05", "2024-03-05");
    expect_date("2024/3/5", "2024-03-05");
    expect_date("2024.3", "");
    expect_parts("2023年度部门整体支出绩效自评报告\n甲。\n青泷县水利局\n二〇二四年三月五日\n",
                 "department 0-4 2023 | 青泷县水利局 |  | 2024-03-05 | "
                 "2023年度部门整体支出绩效自评报告\n");
}

/* The year that the report is about is named most; the first one among equals. */
static void test_the_year_named_most(void **state) {
    (void)state;
    expect_parts(
        "项目支出绩效自评报告\n根据2018年印发的办法，2022年预算100万元。2022年支出95万元。\n",
        "project 0-2 2022 |  |  |  | 项目支出绩效自评报告\n");
    expect_parts("项目支出绩效自评报告\n2021 年预算100万元，2022年预算90万元。\n",
                 "project 0-2 2021 |  |  |  | 项目支出绩效自评报告\n");
    expect_parts("项目支出绩效自评报告\n根据〔2020〕10号文开展，共205年历史，20xx年完成。\n",
                 "project 0-2  |  |  |  | 项目支出绩效自评报告\n");
}

/* The headings tell what a report is about whose title does not. */
static void test_headings_tell_the_kind(void **state) {
    (void)state;
    expect_parts("2023年度绩效自评报告\n一、部门概况\n甲。\n",
                 "department 0-3 2023 |  |  |  | 2023年度绩效自评报告\n");
    expect_parts("2023年度绩效自评报告\n一、项目概况\n二、部门概况\n甲。\n",
                 "project 0-4 2023 |  |  |  | 2023年度绩效自评报告\n");
    expect_parts("2023年度绩效自评报告\n一、基本情况\n甲。\n",
                 "other 0-3 2023 |  |  |  | 2023年度绩效自评报告\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_cover_and_its_form),
        cmocka_unit_test(test_two_reports_in_one_file),
        cmocka_unit_test(test_annexes_go_to_the_report_of_their_kind),
        cmocka_unit_test(test_forms_one_after_another),
        cmocka_unit_test(test_the_form_behind_its_report),
        cmocka_unit_test(test_a_project_s_form_behind_a_department),
        cmocka_unit_test(test_a_title_in_two_lines),
        cmocka_unit_test(test_a_title_in_the_first_row),
        cmocka_unit_test(test_no_title_at_all),
        cmocka_unit_test(test_an_empty_document),
        cmocka_unit_test(test_the_unit_of_a_signature),
        cmocka_unit_test(test_a_line_of_three_fields),
        cmocka_unit_test(test_a_target_form),
        cmocka_unit_test(test_a_unit_that_names_its_place),
        cmocka_unit_test(test_headings_are_no_titles),
        cmocka_unit_test(test_fields_side_by_side),
        cmocka_unit_test(test_a_value_of_two_lines),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_dates_in_other_notations),
        cmocka_unit_test(test_the_year_named_most),
        cmocka_unit_test(test_headings_tell_the_kind),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
