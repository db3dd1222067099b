#include "validate/catalogue.h"

#define METHOD_ZH "《项目支出绩效评价管理办法》（财预〔2020〕10号）"
#define METHOD_EN "Measures for performance evaluation of project spending, 财预〔2020〕10号"
#define ARITHMETIC_ZH "算术关系：合计等于各项之和"
#define ARITHMETIC_EN "arithmetic: a total is the sum of what it covers"
#define CLAIM_ZH                                                          \
    "{label}：写明 {claimed}，按所列数据计算为 {computed}，" \
    "不一致，相差 {difference}"
#define CLAIM_EN                                                              \
    "{label}: stated {claimed}, the figures give {computed}; they differ by " \
    "{difference}"

static const struct rule rules[] = {
    {.id = "score.total",
     .severity = SEVERITY_ERROR,
     .chinese = "各指标得分之和与总分不一致",
     .english = "item scores do not add to the total that the table claims",
     .message_zh = "{label}：写明总分 {claimed}，各指标得分合计 "
                   "{computed}，不一致，相差 {difference}",
     .message_en = "{label}: the table claims {claimed}, the item scores add to {computed}; "
                   "they differ by {difference}",
     .example_zh = "总分栏写 97，各三级指标得分相加为 91。",
     .example_en = "The total row says 97; the scores of the items add to 91.",
     .source_zh = METHOD_ZH "；" ARITHMETIC_ZH,
     .source_en = METHOD_EN "; " ARITHMETIC_EN},
    {.id = "score.subtotal",
     .severity = SEVERITY_ERROR,
     .chinese = "各指标得分之和与小计或分组得分不一致",
     .english = "item scores do not add to a subtotal or to the score claimed for their "
                "group",
     .message_zh = "{label}：写明得分 {claimed}，所含指标得分合计 "
                   "{computed}，不一致，相差 {difference}",
     .message_en = "{label}: claimed {claimed}, its items add to {computed}; they differ by "
                   "{difference}",
     .example_zh = "“产出”小计写 38，所含指标得分相加为 36。",
     .example_en = "The subtotal of the outputs says 38; their scores add to 36.",
     .source_zh = METHOD_ZH "；" ARITHMETIC_ZH,
     .source_en = METHOD_EN "; " ARITHMETIC_EN},
    {.id = "score.over_weight",
     .severity = SEVERITY_ERROR,
     .chinese = "得分超过分值，或小于零",
     .english = "a score is above its weight, or below zero",
     .message_zh = "{label}：得分 {claimed} 与分值不一致，应在 0 "
                   "与分值之间，界限为 {computed}",
     .message_en = "{label}: the score {claimed} does not fit its weight; the bound is "
                   "{computed}",
     .example_zh = "某指标分值 8，得分 9（加分项除外）。",
     .example_en = "An indicator of weight 8 is scored 9 (bonus rows excepted).",
     .source_zh = METHOD_ZH "：指标得分在分值以内",
     .source_en = METHOD_EN ": a score lies within its weight"},
    {.id = "score.missing",
     .severity = SEVERITY_WARNING,
     .chinese = "有分值的指标没有可识别的得分",
     .english = "an indicator with a weight has no readable score",
     .message_zh = "{label}：有分值，得分栏没有可识别的数字",
     .message_en = "{label}: it has a weight but no readable score",
     .example_zh = "某指标分值 5，得分栏为空或写有一句话。",
     .example_en = "An indicator of weight 5 whose score cell is blank or holds a sentence.",
     .source_zh = METHOD_ZH,
     .source_en = METHOD_EN},
    {.id = "score.claims",
     .severity = SEVERITY_ERROR,
     .chinese = "同一报告各处写明的得分不一致",
     .english = "scores claimed in different places of one report differ",
     .message_zh = "{label}：一处写明 {claimed}，另一处写明 {computed}，"
                   "不一致，相差 {difference}",
     .message_en = "{label}: one place says {claimed}, another {computed}; they differ by "
                   "{difference}",
     .example_zh = "正文写评价总得分 95 分，附表总分为 96 分。",
     .example_en = "The text claims a total score of 95, the total row of the annexed table "
                   "says 96.",
     .source_zh = "同一事实前后一致",
     .source_en = "one fact is stated one way"},
    {.id = "score.rule",
     .severity = SEVERITY_WARNING,
     .chinese = "得分与本行评分标准不符",
     .english = "a score that the row's own scoring rule does not give, or cannot give",
     .message_zh = "{label}：得分 {claimed} 与本行评分标准不一致，"
                   "按标准应为（或至多为） {computed}",
     .message_en = "{label}: the score {claimed} does not follow from the row's scoring rule, "
                   "which gives, or gives at most, {computed}",
     .example_zh = "分值 8，标准为“≥95%得8分；85%-95%得5分；"
                   "低于85%不得分”，"
                   "得分写 7。",
     .example_en = "A row of weight 8 whose tiers give 8, 5 or 0 is scored 7.",
     .source_zh = METHOD_ZH "：按评分标准计分",
     .source_en = METHOD_EN ": scores follow the scoring standard"},
    {.id = "score.target",
     .severity = SEVERITY_WARNING,
     .chinese = "实际完成值未达到指标值，得分仍为满分",
     .english = "full marks although the reported actual misses the target",
     .message_zh = "{label}：得分 {claimed} 为满分，"
                   "与实际完成值未达到指标值的情况不一致",
     .message_en = "{label}: full marks ({claimed}), but the reported actual misses the target",
     .example_zh = "指标值“≥95%”，实际完成值 90%，分值 10，得分 10。",
     .example_en = "A target of ≥95%, an actual of 90%, and 10 points of 10.",
     .source_zh = METHOD_ZH "：定量指标未完成指标值的，"
                            "按完成值与指标值的比例计分",
     .source_en = METHOD_EN ": a quantitative target that was not met earns points in proportion"},
    {.id = "score.cap",
     .severity = SEVERITY_WARNING,
     .chinese = "总分超过预算执行率对应的得分上限",
     .english = "a total above the cap that its execution rate sets",
     .message_zh = "{label}：总分 {claimed} 与预算执行率对应的得分上限 "
                   "{computed} 不一致，超出 {difference}",
     .message_en = "{label}: the total {claimed} does not agree with the cap of {computed} for "
                   "its execution rate; it is {difference} above",
     .example_zh = "填报说明写“预算执行率低于60%的，总分不得超过69分”，"
                   "执行率 55.2%，总分 92。",
     .example_en = "The notes bound the total to 69 below an execution rate of 60 %; the rate is "
                   "55.2 %, the total 92.",
     .source_zh = "文中写明的得分上限；没有时按所选或所引的规定",
     .source_en = "the cap that the document prints; without it that of the profile chosen or "
                  "cited"},
    {.id = "score.coefficient",
     .severity = SEVERITY_ERROR,
     .chinese = "得分与得分系数乘以权重不一致",
     .english = "a score is not its weight times the coefficient in its row",
     .message_zh = "{label}：得分 {claimed}，按得分系数×权重计算为 {computed}，"
                   "不一致，相差 {difference}",
     .message_en = "{label}: the score is {claimed}, coefficient × weight gives {computed}; they "
                   "differ by {difference}",
     .example_zh = "得分系数 88%，指标权重 10 分，指标得分写 9.8 分。",
     .example_en = "A coefficient of 88 % and a weight of 10, scored 9.8.",
     .source_zh = "表式：得分系数（%）×指标权重（分）=指标得分（分）",
     .source_en = "the form itself: coefficient (%) × weight = score"},
    {.id = "weight.total",
     .severity = SEVERITY_ERROR,
     .chinese = "各指标分值之和与总分值（或 100）不一致",
     .english = "weights do not add to the claimed total, or to 100",
     .message_zh = "{label}：总分值 {claimed}，各指标分值合计 {computed}，"
                   "不一致，相差 {difference}",
     .message_en = "{label}: the total weight is {claimed}, the weights add to {computed}; "
                   "they differ by {difference}",
     .example_zh = "总分值写 100，各指标分值相加为 110。",
     .example_en = "The total weight says 100; the weights of the indicators add to 110.",
     .source_zh = METHOD_ZH "：指标权重合计 100",
     .source_en = METHOD_EN ": the weights add to 100"},
    {.id = "weight.section",
     .severity = SEVERITY_ERROR,
     .chinese = "一组指标的分值之和与该组标明的分值不一致",
     .english = "weights of a group do not add to the figure in its label",
     .message_zh = "{label}：标明 {claimed} 分，所含指标分值合计 {computed}，"
                   "不一致，相差 {difference}",
     .message_en = "{label}: labelled {claimed}, its weights add to {computed}; they differ "
                   "by {difference}",
     .example_zh = "“过程（40分）”所含指标分值相加为 38。",
     .example_en = "The weights under a group labelled 过程（40分） add to 38.",
     .source_zh = METHOD_ZH "；" ARITHMETIC_ZH,
     .source_en = METHOD_EN "; " ARITHMETIC_EN},
    {.id = "grade.band",
     .severity = SEVERITY_ERROR,
     .chinese = "评价等级与得分不相符",
     .english = "the grade does not fit the score",
     .message_zh = "{label}：写明等级 {claimed}，按得分应为 {computed}，"
                   "不一致",
     .message_en = "{label}: the stated grade is {claimed}, the score gives {computed}; "
                   "they do not agree",
     .example_zh = "得分 84.47，等级写“优”；90（含）以上为优。",
     .example_en = "A score of 84.47 with the grade 优, which begins at 90.",
     .source_zh = "文中写明的等级标准；没有时按" METHOD_ZH "："
                  "90（含）—100 优，80（含）—90 良，"
                  "60（含）—80 中，60 以下差",
     .source_en = "the bands printed in the document; without them " METHOD_EN
                  ": 优 90-100, 良 80-90, 中 60-80, 差 below 60"},
    {.id = "amount.total",
     .severity = SEVERITY_ERROR,
     .chinese = "合计行与所含各行之和不一致",
     .english = "a total or summary row differs from the rows it covers",
     .message_zh = CLAIM_ZH,
     .message_en = CLAIM_EN,
     .example_zh = "“固定资产合计”一列汇总行写 3394.34，各单位相加为 "
                   "2734.55。",
     .example_en = "A summary row says 3394.34; the rows of the units add to 2734.55.",
     .source_zh = ARITHMETIC_ZH,
     .source_en = ARITHMETIC_EN},
    {.id = "amount.cross",
     .severity = SEVERITY_ERROR,
     .chinese = "一行的合计与各组成栏之和不一致",
     .english = "a row's total differs from its component columns",
     .message_zh = CLAIM_ZH,
     .message_en = CLAIM_EN,
     .example_zh = "某行基本支出 120，人员支出 95 与公用支出 20 相加为 "
                   "115。",
     .example_en = "A row's total is 120; its components 95 and 20 add to 115.",
     .source_zh = ARITHMETIC_ZH,
     .source_en = ARITHMETIC_EN},
    {.id = "amount.breakdown",
     .severity = SEVERITY_ERROR,
     .chinese = "总额与所列各项之和不一致",
     .english = "a whole differs from its listed parts",
     .message_zh = CLAIM_ZH,
     .message_en = CLAIM_EN,
     .example_zh = "“支出 100 万元，分别为基本支出 60 万元、项目支出 "
                   "30 万元”相加为 90。",
     .example_en = "A whole of 100 whose two parts are stated as 60 and 30.",
     .source_zh = ARITHMETIC_ZH,
     .source_en = ARITHMETIC_EN},
    {.id = "amount.claims",
     .severity = SEVERITY_WARNING,
     .chinese = "同一报告中同一数额前后不一致",
     .english = "one quantity is stated with different values in one report",
     .message_zh = "{label}：一处写明 {claimed}，另一处写明 {computed}，"
                   "不一致，相差 {difference}",
     .message_en = "{label}: one place says {claimed}, another {computed}; they differ by "
                   "{difference}",
     .example_zh = "正文写全年预算数 320.50 万元，资金表写 302.50 万元。",
     .example_en = "The text says a budget of 320.50, the table of funds 302.50.",
     .source_zh = "同一事实前后一致",
     .source_en = "one fact is stated one way"},
    {.id = "amount.balance",
     .severity = SEVERITY_ERROR,
     .chinese = "预算（收入）、支出与结余不相符",
     .english = "budget or income, spending and balance do not fit",
     .message_zh = CLAIM_ZH,
     .message_en = CLAIM_EN,
     .example_zh = "预算 100 万元，支出 92 万元，结余写 10 万元。",
     .example_en = "A budget of 100, spending of 92 and a stated balance of 10.",
     .source_zh = "算术关系：结余等于预算（收入）减支出",
     .source_en = "arithmetic: the balance is budget or income less spending"},
    {.id = "amount.notation",
     .severity = SEVERITY_WARNING,
     .chinese = "数字书写不规范，分隔符错位",
     .english = "a malformed number: misplaced separators",
     .message_zh = "{label}：“{claimed}”的分隔符与规范写法不一致，"
                   "数值不能确定",
     .message_en = "{label}: the separators of \"{claimed}\" are misplaced, so that its "
                   "value is uncertain",
     .example_zh = "“13,04.9万元”。",
     .example_en = "An amount written 13,04.9.",
     .source_zh = "GB/T 15835—2011《出版物上数字用法》5.1.1："
                  "多位数三位分节",
     .source_en = "GB/T 15835-2011, 5.1.1: digits are grouped by three"},
    {.id = "amount.unit",
     .severity = SEVERITY_WARNING,
     .chinese = "同一数额的数字相同而数量级不同，单位可能有误",
     .english = "one quantity has the same digits elsewhere and is a power of ten off",
     .message_zh = "{label}：一处写明 {claimed}，另一处按同一单位为 "
                   "{computed}，数字相同而数量级不一致",
     .message_en = "{label}: one place says {claimed}, another, in the same unit, {computed}; the "
                   "digits agree, the power of ten does not",
     .example_zh = "正文写支出 312.48 万元，表头单位为万元的表中写 "
                   "3124800.00。",
     .example_en = "The text says 312.48 in 万元, a table in 万元 says 3124800.00.",
     .source_zh = "同一事实前后一致",
     .source_en = "one fact is stated one way"},
    {.id = "rate.ratio",
     .severity = SEVERITY_ERROR,
     .chinese = "比率与其分子、分母不相符",
     .english = "a rate differs from its own numerator over denominator",
     .message_zh = CLAIM_ZH,
     .message_en = CLAIM_EN,
     .example_zh = "预算 200 万元，支出 150 万元，执行率写 85%。",
     .example_en = "A budget of 200, spending of 150, and a stated rate of 85 %.",
     .source_zh = "财预〔2013〕53号《预算绩效评价共性指标体系框架》："
                  "预算执行率等指标的计算公式",
     .source_en = "财预〔2013〕53号, common indicators: the formulas of the rates"},
    {.id = "rate.unit",
     .severity = SEVERITY_WARNING,
     .chinese = "比率指标以金额或数量填写，"
                "或实际完成值与指标值不是同一类数值",
     .english = "a rate stated in money or counts, or another kind than its target",
     .message_zh = "{label}：写明 {claimed}，是金额或数量，"
                   "与比率指标应填的百分比不一致",
     .message_en = "{label}: stated {claimed}, an amount or a count, where a rate is due",
     .example_zh = "“资金执行率”的指标值写“≤22.5万元”，"
                   "实际完成值写“22.5万元”。",
     .example_en = "The target of a rate of execution is ≤22.5万元, its actual 22.5万元.",
     .source_zh = "财预〔2013〕53号《预算绩效评价共性指标体系框架》："
                  "各项比率为百分比",
     .source_en = "财预〔2013〕53号, common indicators: rates are percentages"},
    {.id = "count.breakdown",
     .severity = SEVERITY_ERROR,
     .chinese = "总数与所列各项数量之和不一致",
     .english = "a count differs from its listed parts",
     .message_zh = CLAIM_ZH,
     .message_en = CLAIM_EN,
     .example_zh = "“项目 15 个，其中续建 9 个、新建 7 个”相加为 16。",
     .example_en = "Fifteen projects, of which nine and seven are listed: sixteen.",
     .source_zh = ARITHMETIC_ZH,
     .source_en = ARITHMETIC_EN},
    {.id = "count.items",
     .severity = SEVERITY_WARNING,
     .chinese = "写明的数量与所列的个数不一致",
     .english = "a claimed number of things differs from the things listed",
     .message_zh = "{label}：写明 {claimed}，所列为 {computed}，"
                   "不一致，相差 {difference}",
     .message_en = "{label}: stated {claimed}, listed {computed}; they differ by {difference}",
     .example_zh = "“采取5项措施：一是……二是……三是……四是……”；"
                   "“设置三级指标18个”，表中为 16 个。",
     .example_en = "Five measures are announced, four are told; 18 indicators are claimed, the "
                   "table has 16.",
     .source_zh = "同一事实前后一致",
     .source_en = "one fact is stated one way"},
    {.id = "rule.tiers",
     .severity = SEVERITY_WARNING,
     .chinese = "评分标准自相矛盾：空区间，或各评分点与分值不符",
     .english = "a scoring rule that contradicts itself: an empty range, or points that do not "
                "fit the weight",
     .message_zh = "{label}：评分标准自相矛盾，前后不一致",
     .message_en = "{label}: the scoring rule contradicts itself",
     .example_zh = "“30%≤比率<10%，每增加1%扣0.1分”；分值 4，评分点为 "
                   "1 分和 2 分。",
     .example_en = "A range 30 % <= rate < 10 %; points of 1 and 2 under a weight of 4.",
     .source_zh = METHOD_ZH "：评分标准与分值对应",
     .source_en = METHOD_EN ": the standard fits the weight"},
    {.id = "rule.subject",
     .severity = SEVERITY_WARNING,
     .chinese = "评分标准所计的是另一项指标",
     .english = "a scoring rule that scores another indicator",
     .message_zh = "{label}：评分标准所计的是另一项指标，与本项指标不一致",
     .message_en = "{label}: its scoring rule scores another indicator",
     .example_zh = "“制度建设完备性”"
                   "的评分标准写“得分=人员培训及时性×分值”，"
                   "而“人员培训及时性”是同表的另一项指标。",
     .example_en = "The rule of one indicator reads 得分=人员培训及时性×分值, "
                   "and 人员培训及时性 "
                   "is another indicator of the table.",
     .source_zh = METHOD_ZH "：每项指标有自己的评分标准",
     .source_en = METHOD_EN ": each indicator has a scoring rule of its own"},
    {.id = "value.echo",
     .severity = SEVERITY_INFO,
     .chinese = "实际完成值只重复了指标值的不等式，没有实际数据",
     .english = "an actual value that only repeats the target's inequality",
     .message_zh = "{label}：实际完成值只重复了指标值，"
                   "没有写明实际达到的数值",
     .message_en = "{label}: the actual value only repeats the target's inequality",
     .example_zh = "指标值“≥95%”，实际完成值也写“≥95%”。",
     .example_en = "A target of ≥95% with ≥95% as its actual value.",
     .source_zh = METHOD_ZH "：实际完成值应是可核实的数据",
     .source_en = METHOD_EN ": an actual value is a figure that can be verified"},
    {.id = "date.order",
     .severity = SEVERITY_WARNING,
     .chinese = "日期不存在，或先后颠倒",
     .english = "a date that cannot be, or dates out of order",
     .message_zh = "{label}：日期 {claimed} 与日历或先后顺序不一致",
     .message_en = "{label}: the date {claimed} does not agree with the calendar or with the "
                   "date it must follow",
     .example_zh = "“实施期 2022年5月至2021年12月”；"
                   "“2023年2月30日”；2022年度自评报告落款为 2021 年。",
     .example_en = "A term from May 2022 to December 2021; 30 February; a report on 2022 "
                   "signed in 2021.",
     .source_zh = "GB/T 7408.1—2023《日期和时间》；先后关系",
     .source_en = "GB/T 7408.1-2023, dates and times; what ends has begun before"},
    {.id = "text.numbering",
     .severity = SEVERITY_INFO,
     .chinese = "标题编号重复或跳号",
     .english = "a section number is repeated or skipped",
     .message_zh = "{label}：编号 {claimed} 与前后顺序不一致，应为 {computed}",
     .message_en = "{label}: the number {claimed} does not follow; {computed} was due",
     .example_zh = "“二、”之下“（二）”出现两次。",
     .example_en = "The mark （二） stands twice under one heading.",
     .source_zh = "GB/T 9704—2012《党政机关公文格式》7.3.3：结构层次序数",
     .source_en = "GB/T 9704-2012, 7.3.3: section numbers"},
    {.id = "text.placeholder",
     .severity = SEVERITY_INFO,
     .chinese = "模板文字没有填写",
     .english = "template text that nobody filled in",
     .message_zh = "{label}：“{claimed}”是没有填写的模板文字，"
                   "与正式报告不一致",
     .message_en = "{label}: \"{claimed}\" is template text that nobody filled in",
     .example_zh = "“XX县财政局”“20XX年”“____万元”"
                   "“（此处填写……）”“#REF!”。",
     .example_en = "A unit named XX县财政局, a year 20XX, an amount ____万元, #REF!.",
     .source_zh = METHOD_ZH "：自评内容应当完整、真实",
     .source_en = METHOD_EN ": a self-evaluation is complete and true"},
    {.id = "text.revision",
     .severity = SEVERITY_INFO,
     .chinese = "未接受的修订改动了数字",
     .english = "a tracked change that nobody accepted alters a number",
     .message_zh = "{label}：修订后为“{claimed}”，"
                   "修订前为“{computed}”，二者不一致",
     .message_en = "{label}: \"{claimed}\" with the tracked change, \"{computed}\" before it",
     .example_zh = "得分由 93 修订为 96，修订尚未接受。",
     .example_en = "A score of 93 was changed to 96 and the change is still tracked.",
     .source_zh = "ISO/IEC 29500-1:2016 17.13.5：修订",
     .source_en = "ISO/IEC 29500-1:2016, 17.13.5: annotations and revisions"},
    {.id = "text.hidden",
     .severity = SEVERITY_WARNING,
     .chinese = "隐藏文字中有数字",
     .english = "a number in hidden text",
     .message_zh = "{label}：隐藏文字中有数字 {claimed}，与读者所见不一致",
     .message_en = "{label}: hidden text holds the number {claimed}, which a reader does not see",
     .example_zh = "表格中一行设为隐藏，行中写有 12.50 万元。",
     .example_en = "A hidden row of a table holds 12.50 万元.",
     .source_zh = "ISO/IEC 29500-1:2016 17.3.2.41：隐藏文字",
     .source_en = "ISO/IEC 29500-1:2016, 17.3.2.41: hidden text"},
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
