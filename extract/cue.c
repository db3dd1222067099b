#include "extract/cue.h"

#include <stdlib.h>

#include "base/utf8.h"

/* clang-format off */
/* Cue words and breaks, the longer word before the shorter: 分别为 closes a
 * list, 分别 does not. 得分为 is no 分为, 公共 no 共. */
static const char TOKEN[] =
    "\\G(?:( 主要(?:是|为|用于|包括|包含|有) | 其中(?!之一) | 包括 | 包含 |"
    " (?<=[（(])含 | (?<![得评总积])分为 |"
    "  (?:具体|明细|情况|分配)?如下 |"
    " 资金来源(?:为|是|于|包括)?(?=[：:]) |"
    " 按[一-龥]{2,8}分类?(?=[：:]) )"
    "|( 分别(?:为|是) | 具体(?:为|是) |"
    " (?<=[，,；;：:（(。])即(?![将可使便时刻日]) |"
    "  (?:资金|支出|收入|经费|费用)?构成(?:情况)?(?:为|是|如下)? |"
    "  由(?=[^。；;\\n]{1,160}?(?:构成|组成)) )"
    "|( 分别 )"
    "|( 中(?=[，,：:]) )"
    "|( 共计 | 合计 | 合計 | 总计 | 總計 | 共計 | 总共 | 小计 |"
    "  (?<![公一])共(?![同享建青产產和管]) )"
    "|( 另外 | 此外 | 同时 | 另有 )"
    "|( (?<![一二三四五六七八九十])([一二三四五六七八九十]{1,3})是 |"
    " [①-⑳] |"
    "  [（(](\\d{1,2})[）)] | (?<![\\d.])(\\d{1,2})[、．.](?!\\d) )"
    "|( [、，,；;：:。！？!?（(）)\\n] ))";

/* Those of the last group that begin nothing else. */
static const char BREAKS[] = "、，,；;：:。！？!?）)\n";

/* The characters that all of them begin with. */
static const char STARTERS[] = "主其包按含分具明情如即资支收经费构由中共"
                               "合总總小另此同"
"一二三四五六七八九十"
                               "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
"0123456789、，,；;：:。！？!?（(）)\n";

/* A typed mark at a passage's start. 2.5 万元 and 1.1 are none. */
static const char ITEM[] =
    "\\G\\s*(?: ([一二三四五六七八九十]{1,3})[、．.，]"
    "| [（(]\\s*([一二三四五六七八九十]{1,3})\\s*[）)]"
    "| (\\d{1,2})(?:[.．、](?!\\d)|[)）])"
    "| [（(]\\s*(\\d{1,2})\\s*[）)]"
    "| ([①-⑳]) )";

/* What may stand between a break and 合计 without making it a name of
 * something else. */
static const char TOTAL_PREFIX[] =
    "^\\s*(?: 以上 | 上述 | [两二三四五六七八九十\\d]+[项者] | 各项 |"
    " 全部 | 资金 | 费用 )*\\s*$";

/* The last role word counts: 预算执行数 is spending, 支出预算数 a
 * budget. */
static const char ROLE[] =
    "(?s)^(?: .*(增加|减少|減少|追加|核减|调增|调减|压减|压缩|节约|"
    "超支)[^，,]{0,6}\\z"
    "| .*(增长|增長|下降|上升|提高|降低|[增涨升降减]幅)[^，,]{0,4}\\z"
    "| .*(?: (应执行 | 应支出 | 预算 | 預算 | 安排 | 下达 | 下達 | 批复 |"
    " 计划 | 計劃 | 概算 | 可用资金 |"
    "         控制数 | 目标 | 任务 )"
    "      | (到位 | 拨款 | 撥款 | 拨入 | 收到)"
    "      | (收入)"
    "      | ((?<!未)(?<!应)(?<!安排)(?<!预算)(?<!计划)支出 |"
    " (?<!未)(?<!应)(?: (?<!转移)支付 | 执行 | 執行 |"
    "          使用 | 拨付 | 撥付 | 列支 | 开支 | 兑付 | 发放 | 花费 |"
    " 完成 | 竣工 ) | (?<!收入)决算 | 实际 )"
    "      | (结余 | 結餘 | 结转 | 結轉 | 剩余 | 结存 |"
    "          未(?: 支出 | 执行 | 使用 | 拨付 | 支付 | 完成 )) ) )";

/* Words that name nothing: a figure with these alone before it is its whole's,
 * not a part. */
static const char BARE[] =
    "^(?: \\s | 截[至止].{0,8} | 到.{0,8}底 | 全年 | 本年度?(?!预算|安排) |"
    " 当年(?!预算|安排) | 年度 |"
    " 实际 | 目前 | 现 | 已 |"
    "  经 | 共 | 累计 | 总 | 均 | 全部 | 完成 | 形成 | 年初 | 年中 |"
    " 年底 | 调整 | 后 | 资金 |"
    "  经费 | 预算 | 财政 | 安排 | 下达 | 批复 | 计划 | 到位 | 支出 |"
    " 支付 | 执行 | 使用 | 拨付 | 投入 |"
    "  投资 | 决算 | 结余 | 剩余 | 数 | 额 | 总额 | 金额 | 为 | 了 | 达 |"
    " 是 | : | ： )+$";

/* 标准 counts only as the last word: 标准化厂房 is a building. */
static const char UNIT_PRICE[] =
    "每 | [人户亩年月日]均 | 平均 | 单价 | (?:标准|最高|最低|上限|"
    "限额)[为是:：]?\\z";

/* Last year's balance is money of this year: 上年结转 is no figure of
 * another year. */
static const char PRIOR[] =
    "(?:上年|去年|上一年|上年度|同期|往年|历年)(?!.{0,4}(?:结转|结余|"
    "結轉)) | ^\\s*[比较]";

/* The name must end where the figure begins. 完成预算的 is a rate without
 * the word 率. */
static const char RATE[] =
    "((?:[一-龥“”\"]{0,24}?)(?:"
    " ((?:执行|執行|支出|支付|使用|用款|拨付|支出实现|支出完成|"
    "预算完成)(?:率|进度(?:比率|率)?)|(?:支出|支付|执行)比率)"
    "|((?:到位)率)"
    "|((?:结余|结转|结转结余)率)"
    "|((?:完成|建成|竣工|开工)率)"
    "|(完成了?(?:年初|调整后?|全年|年度|当年|支出)?(?:预算|預算|"
    "计划)(?:安排|投资)?数?的)"
    "|([一-龥]{2})率 ))"
    "\\s*[”\"]?(?:[（(][^）)]{0,20}[）)])?\\s*(?:分别)?(?:为|达到?|是|约|仅|"
    "高达|只有|实现|完成|:|：)*\\s*\\z";

/* 占总投资的 75%: the base must be named. */
static const char SHARE[] =
    "(占(?:全部|本年|当年|年度)?([一-龥]{2,12}?)(?:的?(?:比例|比重|比率))?)"
    "(?:的|为|是|:|：)+\\s*\\z";

static const char BALANCE[] =
    "(?:结余|結餘|结转|結轉|剩余|结存)(?:资金|金额|数|额|总额)?(?:为|"
    "是|:|：)?\\s*\\z";

static const char DECREASE[] =
    "减少|減少|下降|降低|核减|调减|压减|压缩|缩减|节约";

/* Words before a score that make it a claim; 得 alone needs the help of
 * STRONG. */
static const char SCORE[] =
    "(?:总得分 | 总分值? | 总评分 | 总体得分 | 综合得分 | 综合评分 |"
    " 综合评价得分 | 最终得分 | 最后得分 |"
    "   自评总分 | 自评得分 | 自评分 | 评价得分 | 评定得分 |"
    " 评价总分 | 绩效得分 | 考核得分 | 得分 |"
    "   实得 | 评分 | 打分 | 得 )"
    "(?:情况|结果|结论|合计|值|数)*(?:得出)?(?:结果|"
    "总分)?(?:[（(][^（）()]{0,16}[）)])?\\s*"
    "(?:最终|最后)?(?:为|是|达到?|:|：|得|共|计)*\\s*[“\"]?\\z";

/* Names of sections and single things near the cue word: their scores are
 * shares. */
static const char PARTIAL[] =
    "(?:指标(?!体系) | 决策 | 过程 | 产出 | 效益 | 效果 | 满意度 |"
    " 管理(?![局处站所办段委]|中心|服务|大队|总队|学校) |"
    " 投入 | 履职 | 执行率? |"
    "   该项(?!目) | 此项(?!目) | 本项(?!目) | 每项 | 各项 | 单项 | 部分 |"
    " 方面 | 企业(?!局|服务|发展) | 每个 | 平均 | 村 )"
    "[^，,。；;：:]{0,9}\\z";

/* Words that name the report as a whole. */
static const char STRONG[] =
    "总得分|总体得分|总评分|综合|总分|整体|最终得分|最后得分|"
    "打分得出|打分结果|评价总|自评总|"
    "(?:我|本)(?:局|单位|部门|项目|中心|院|校|镇|乡)(?:自评|绩效|评价|得分)";

static const char SCORE_TAIL[] =
    "^\\s*(?:以上|及以上|以下|的?项目|的?指标|的?权重|的[为是])";

/* 相应, 效应 and the like promise nothing; a weight is one only right
 * before the figure. */
static const char PLAN[] =
    "力争|争取|确保|预计|拟|(?<![效适响相])应(?=[得达为在当]|不|控制) |"
    " 目标(?:得分|值) | 如果 |"
    " 若 | 凡 | 扣 | (?:满分|分值|权重)(?:为|是|:|：)?\\z";

/* Words before a grade that make it a claim. 各项目等级均为优 is none:
 * the whole may have another. */
static const char GRADE[] =
    "(?:等级|等次|评价|评级|档次|级别|结论|结果|评定|评|属于|定为)"
    "(?:评定|确定|认定|综合)?(?:为|是|为：|:|：|达到?)*\\s*"
    "[“\"‘']?\\s*\\z";

/* A grade of another year, or given by others: 去年评为优秀,
 * 被县财政局评为优秀. 较上年提高，评价等级为优 is this year's. */
static const char GRADE_OTHER[] =
    "(?:(?<![较比与同于])(?:去年|上年|上一年|往年|历年)(?!.{0,4}结[转余])"
    "(?!.*(?:今年|本年|当年|20\\d\\d年))"
    "|被[^，,。；;]{0,24}[局厅部委办府省市县区级][^，,。；;]{0,6}评"
    "|第三方|复核|复评|抽查|再评价)[^。；;]*\\z";

static const char GROUP[] = "得分(?:为|是|在)?\\s*\\z";

static const char MEMBER[] =
    "(?:自评|评价|绩效|项目|最终|综合)*得分(?:为|是|:|：)?\\s*\\z";

/* A number here is a bound of a score: 4个等级 and years are none. Words
 * that only begin like a grade (优化, 一般公共预算, 差异) are none
 * either. */
static const char BAND[] =
    "(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,2})?)(?![\\d.]*\\d)(?!\\s*[个级档项类年月号])"
    "|(优秀|优(?![化先质良势惠等于])|良好|良(?![种性])|中等|"
    "一般(?!公共|预算|性)|基本合格|不合格|"
    "  合格(?!率)|较差|差(?![异距额旅别])|(?:(?<![一-龥])|"
    "(?<=[为是分]))中(?![一-龥]))"
    "|(≥|≧|>=|\\\\geq?|大于(?:或)?等于|不低于|不少于)"
    "|(≤|≦|<=|\\\\leq?|小于(?:或)?等于)"
    "|(＞|>|大于|高于|超过)"
    "|(＜|<|小于|低于|不足|不满)"
    "|([-—–－~～至到])"
    "|(不含)|(含)|(及?以上)|(及?以下)";
/* clang-format on */

/* All but CUE_TOKEN and CUE_BAND are run on the few words before one figure,
 * never on a whole text: they may look back and ahead as they like. */
static const char *const REGEX[CUE_COUNT] = {
    [CUE_TOKEN] = TOKEN,
    [CUE_ITEM] = ITEM,
    [CUE_TOTAL_PREFIX] = TOTAL_PREFIX,
    [CUE_ROLE] = ROLE,
    [CUE_BARE] = BARE,
    [CUE_UNIT_PRICE] = UNIT_PRICE,
    [CUE_PRIOR] = PRIOR,
    [CUE_RATE] = RATE,
    [CUE_SHARE] = SHARE,
    [CUE_BALANCE] = BALANCE,
    [CUE_DECREASE] = DECREASE,
    [CUE_SCORE] = SCORE,
    [CUE_SCORE_TAIL] = SCORE_TAIL,
    [CUE_PARTIAL] = PARTIAL,
    [CUE_PLAN] = PLAN,
    [CUE_STRONG] = STRONG,
    [CUE_GRADE] = GRADE,
    [CUE_GRADE_OTHER] = GRADE_OTHER,
    [CUE_GROUP] = GROUP,
    [CUE_MEMBER] = MEMBER,
    [CUE_BAND] = BAND,
};

struct narrative_patterns *narrative_patterns_new(struct err *err) {
    struct narrative_patterns *patterns = calloc(1, sizeof *patterns);
    if (!patterns) {
        err_set(err, ERR_MEMORY, 0, "no memory for the patterns of the prose");
        return NULL;
    }
    for (size_t i = 0; i < CUE_COUNT; i++)
        if (!(patterns->of[i] = pattern_compile(REGEX[i], err))) {
            narrative_patterns_free(patterns);
            return NULL;
        }
    points_add(&patterns->starts, str_of(STARTERS));
    points_add(&patterns->breaks, str_of(BREAKS));
    return patterns;
}

void narrative_patterns_free(struct narrative_patterns *patterns) {
    if (!patterns)
        return;
    for (size_t i = 0; i < CUE_COUNT; i++)
        pattern_free(patterns->of[i]);
    free(patterns);
}

bool cue_find(const struct doc *doc, const struct narrative_patterns *patterns, enum cue cue,
              struct str text, size_t from, struct match *match) {
    return pattern_find(patterns->of[cue], doc->matcher, text, from, match);
}

/* A break at byte `at`, which needs no expression: most tokens are such. A
 * bracket may open a mark. */
static bool is_break(const struct narrative_patterns *patterns, struct str text, size_t at,
                     size_t size, struct match *match) {
    if (points_next(&patterns->breaks, str_slice(text, at, at + size), 0) != 0)
        return false;
    for (size_t group = 0; group < MATCH_GROUPS; group++)
        match->start[group] = match->end[group] = SIZE_MAX;
    match->start[0] = match->start[TOKEN_GROUP_BREAK] = at;
    match->end[0] = match->end[TOKEN_GROUP_BREAK] = at + size;
    return true;
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/* A digit only begins a mark such as 1、 or 12.: three of four tries would be at
 * the digits of years and figures. */
static bool may_begin(struct str text, size_t at) {
    size_t end = at;
    while (end < text.len && end - at <= 2 && is_digit(text.ptr[end]))
        end++;
    if (end == at)
        return true;
    return end - at <= 2 && end < text.len &&
           (text.ptr[end] == '.' || (unsigned char)text.ptr[end] >= 0x80) &&
           (at == 0 || !is_digit(text.ptr[at - 1]));
}

bool cue_token(const struct doc *doc, const struct narrative_patterns *patterns, struct str text,
               size_t from, struct match *match) {
    size_t at = from, size;
    while ((at = points_next(&patterns->starts, text, at)) < text.len) {
        utf8_decode(text, at, &size);
        if (is_break(patterns, text, at, size, match) ||
            (may_begin(text, at) && cue_find(doc, patterns, CUE_TOKEN, text, at, match)))
            return true;
        at += size;
    }
    return false;
}

bool cue_has(const struct doc *doc, const struct narrative_patterns *patterns, enum cue cue,
             struct str text) {
    struct match match;
    return cue_find(doc, patterns, cue, text, 0, &match);
}

/* 一..九十九 in the form without 零: 十, 十二, 二十, 二十三. */
static uint32_t han_number(struct str mark) {
    static const char digits[] = "一二三四五六七八九";
    uint32_t tens = 0, ones = 0;
    for (size_t at = 0; at + 3 <= mark.len; at += 3) {
        struct str one = str_slice(mark, at, at + 3);
        if (str_is(one, "十")) {
            tens = ones ? ones : 1;
            ones = 0;
            continue;
        }
        size_t found;
        for (found = 0; found < 9; found++)
            if (memcmp(digits + 3 * found, one.ptr, 3) == 0)
                break;
        if (found == 9 || ones)
            return 0;
        ones = (uint32_t)found + 1;
    }
    return tens * 10 + ones;
}

uint32_t cue_number(struct str mark) {
    size_t size;
    if (!mark.len)
        return 0;
    uint32_t point = utf8_decode(mark, 0, &size);
    if (point >= 0x2460 && point <= 0x2473)
        return point - 0x2460 + 1;
    if (point >= 0x80)
        return mark.len % 3 == 0 ? han_number(mark) : 0;
    uint32_t value = 0;
    /* a mark longer than any list (1000) is a figure that looks like one */
    for (size_t i = 0; i < mark.len; i++) {
        if (mark.ptr[i] < '0' || mark.ptr[i] > '9' || value > 1000)
            return 0;
        value = value * 10 + (uint32_t)(mark.ptr[i] - '0');
    }
    return value;
}
