#include "validate/catalogue.h"

#define METHOD_ZH "《项目支出绩效评价管理办法》（财预〔2020〕10号）"
#define METHOD_EN "Measures for performance evaluation of project spending, 财预〔2020〕10号"
#define ARITHMETIC_ZH "算术关系：合计等于各项之和"
#define ARITHMETIC_EN "arithmetic: a total is the sum of what it covers"
#define CLAIM_ZH "{label}：写明 {claimed}，按所列数据计算为 {computed}，不一致，相差 {difference}"
#define CLAIM_EN \
    "{label}: stated {claimed}, the figures give {computed}; they differ by {difference}"

static const struct rule rules[] = {
    {"score.total", SEVERITY_ERROR, "各指标得分之和与总分不一致",
     "item scores do not add to the total that the table claims",
     "{label}：表中写明总分 {claimed}，各指标得分合计 {computed}，不一致，相差 {difference}",
     "{label}: the table claims {claimed}, the item scores add to {computed}; they differ by "
     "{difference}",
     "总分栏写 97，各三级指标得分相加为 91。",
     "The total row says 97; the scores of the items add to 91.", METHOD_ZH "；" ARITHMETIC_ZH,
     METHOD_EN "; " ARITHMETIC_EN},
    {"score.subtotal", SEVERITY_ERROR, "各指标得分之和与小计或分组得分不一致",
     "item scores do not add to a subtotal or to the score claimed for their group",
     "{label}：写明得分 {claimed}，所含指标得分合计 {computed}，不一致，相差 {difference}",
     "{label}: claimed {claimed}, its items add to {computed}; they differ by {difference}",
     "“产出”小计写 38，所含指标得分相加为 36。",
     "The subtotal of the outputs says 38; their scores add to 36.", METHOD_ZH "；" ARITHMETIC_ZH,
     METHOD_EN "; " ARITHMETIC_EN},
    {"score.over_weight", SEVERITY_ERROR, "得分超过分值，或小于零",
     "a score is above its weight, or below zero",
     "{label}：得分 {claimed} 与分值不一致，应在 0 与分值之间，界限为 {computed}",
     "{label}: the score {claimed} does not fit its weight; the bound is {computed}",
     "某指标分值 8，得分 9（加分项除外）。",
     "An indicator of weight 8 is scored 9 (bonus rows excepted).",
     METHOD_ZH "：指标得分在分值以内", METHOD_EN ": a score lies within its weight"},
    {"score.missing", SEVERITY_WARNING, "有分值的指标没有可识别的得分",
     "an indicator with a weight has no readable score", "{label}：有分值，得分栏没有可识别的数字",
     "{label}: it has a weight but no readable score", "某指标分值 5，得分栏为空或写有一句话。",
     "An indicator of weight 5 whose score cell is blank or holds a sentence.", METHOD_ZH,
     METHOD_EN},
    {"score.claims", SEVERITY_ERROR, "同一报告各处写明的得分不一致",
     "scores claimed in different places of one report differ",
     "{label}：一处写明 {claimed}，另一处写明 {computed}，不一致，相差 {difference}",
     "{label}: one place says {claimed}, another {computed}; they differ by {difference}",
     "正文写评价总得分 95 分，附表总分为 96 分。",
     "The text claims a total score of 95, the total row of the annexed table says 96.",
     "同一事实前后一致", "one fact is stated one way"},
    {"weight.total", SEVERITY_ERROR, "各指标分值之和与总分值（或 100）不一致",
     "weights do not add to the claimed total, or to 100",
     "{label}：总分值 {claimed}，各指标分值合计 {computed}，不一致，相差 {difference}",
     "{label}: the total weight is {claimed}, the weights add to {computed}; they differ by "
     "{difference}",
     "总分值写 100，各指标分值相加为 110。",
     "The total weight says 100; the weights of the indicators add to 110.",
     METHOD_ZH "：指标权重合计 100", METHOD_EN ": the weights add to 100"},
    {"weight.section", SEVERITY_ERROR, "一组指标的分值之和与该组标明的分值不一致",
     "weights of a group do not add to the figure in its label",
     "{label}：标明 {claimed} 分，所含指标分值合计 {computed}，不一致，相差 {difference}",
     "{label}: labelled {claimed}, its weights add to {computed}; they differ by {difference}",
     "“过程（40分）”所含指标分值相加为 38。",
     "The weights under a group labelled 过程（40分） add to 38.", METHOD_ZH "；" ARITHMETIC_ZH,
     METHOD_EN "; " ARITHMETIC_EN},
    {"grade.band", SEVERITY_ERROR, "评价等级与得分不相符", "the grade does not fit the score",
     "{label}：写明等级 {claimed}，按得分应为 {computed}，不一致",
     "{label}: the stated grade is {claimed}, the score gives {computed}; they do not agree",
     "得分 84.47，等级写“优”；90（含）以上为优。",
     "A score of 84.47 with the grade 优, which begins at 90.",
     "文中写明的等级标准；没有时按" METHOD_ZH
     "：90（含）—100 优，80（含）—90 良，60（含）—80 中，60 以下差",
     "the bands printed in the document; without them " METHOD_EN
     ": 优 90-100, 良 80-90, 中 60-80, 差 below 60"},
    {"amount.total", SEVERITY_ERROR, "合计行与所含各行之和不一致",
     "a total or summary row differs from the rows it covers", CLAIM_ZH, CLAIM_EN,
     "“固定资产合计”一列汇总行写 3394.34，各单位相加为 2734.55。",
     "A summary row says 3394.34; the rows of the units add to 2734.55.", ARITHMETIC_ZH,
     ARITHMETIC_EN},
    {"amount.cross", SEVERITY_ERROR, "一行的合计与各组成栏之和不一致",
     "a row's total differs from its component columns", CLAIM_ZH, CLAIM_EN,
     "某行基本支出 120，人员支出 95 与公用支出 20 相加为 115。",
     "A row's total is 120; its components 95 and 20 add to 115.", ARITHMETIC_ZH, ARITHMETIC_EN},
    {"amount.breakdown", SEVERITY_ERROR, "总额与所列各项之和不一致",
     "a whole differs from its listed parts", CLAIM_ZH, CLAIM_EN,
     "“支出 100 万元，分别为基本支出 60 万元、项目支出 30 万元”相加为 90。",
     "A whole of 100 whose two parts are stated as 60 and 30.", ARITHMETIC_ZH, ARITHMETIC_EN},
    {"amount.balance", SEVERITY_ERROR, "预算（收入）、支出与结余不相符",
     "budget or income, spending and balance do not fit", CLAIM_ZH, CLAIM_EN,
     "预算 100 万元，支出 92 万元，结余写 10 万元。",
     "A budget of 100, spending of 92 and a stated balance of 10.",
     "算术关系：结余等于预算（收入）减支出",
     "arithmetic: the balance is budget or income less spending"},
    {"amount.notation", SEVERITY_WARNING, "数字书写不规范，分隔符错位",
     "a malformed number: misplaced separators",
     "{label}：“{claimed}”的分隔符与规范写法不一致，数值不能确定",
     "{label}: the separators of \"{claimed}\" are misplaced, so that its value is uncertain",
     "“13,04.9万元”。", "An amount written 13,04.9.",
     "GB/T 15835—2011《出版物上数字用法》5.1.1：多位数三位分节",
     "GB/T 15835-2011, 5.1.1: digits are grouped by three"},
    {"rate.ratio", SEVERITY_ERROR, "比率与其分子、分母不相符",
     "a rate differs from its own numerator over denominator",
     "{label}：写明 {claimed}，按所列数据计算为 {computed}，不一致，相差 {difference}",
     "{label}: stated {claimed}, the figures give {computed}; they differ by {difference}",
     "预算 200 万元，支出 150 万元，执行率写 85%。",
     "A budget of 200, spending of 150, and a stated rate of 85 %.",
     "财预〔2013〕53号《预算绩效评价共性指标体系框架》：预算执行率等指标的计算公式",
     "财预〔2013〕53号, common indicators: the formulas of the rates"},
    {"count.breakdown", SEVERITY_ERROR, "总数与所列各项数量之和不一致",
     "a count differs from its listed parts", CLAIM_ZH, CLAIM_EN,
     "“项目 15 个，其中续建 9 个、新建 7 个”相加为 16。",
     "Fifteen projects, of which nine and seven are listed: sixteen.", ARITHMETIC_ZH,
     ARITHMETIC_EN},
    {"text.numbering", SEVERITY_INFO, "标题编号重复或跳号",
     "a section number is repeated or skipped",
     "{label}：编号 {claimed} 与前后顺序不一致，应为 {computed}",
     "{label}: the number {claimed} does not follow; {computed} was due",
     "“二、”之下“（二）”出现两次。", "The mark （二） stands twice under one heading.",
     "GB/T 9704—2012《党政机关公文格式》7.3.3：结构层次序数",
     "GB/T 9704-2012, 7.3.3: section numbers"},
};

const struct rule *catalogue_rules(size_t *count) {
    *count = sizeof rules / sizeof *rules;
    return rules;
}

const struct rule *catalogue_find(struct str id) {
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (str_is(id, rules[i].id))
            return &rules[i];
    }
    return NULL;
}
