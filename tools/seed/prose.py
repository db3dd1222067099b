"""Sentences of the field: claims of score and grade, money, rates, counts, breakdowns, and what surrounds them."""
from decimal import Decimal

import funds
import words
from figure import Style, plain, rounded
from relation import MAY, MUST, Band, Equal, Given, Ratio, Sum

NATIONAL = ((Decimal(90), "优"), (Decimal(80), "良"), (Decimal(60), "中"), (Decimal(-1), "差"))
LONG = ((Decimal(90), "优秀"), (Decimal(80), "良好"), (Decimal(60), "一般"), (Decimal(-1), "较差"))
LOCAL = ((Decimal(85), "优秀"), (Decimal(75), "良好"), (Decimal(60), "一般"), (Decimal(-1), "较差"))


def grade_of(score, bands):
    return next(words for low, words in bands if score >= low)


def grade_words(draft, score, bands=None):
    """The grade of a score as exchangeable words, with the plants of another grade."""
    bands = bands or draft.pick(NATIONAL, NATIONAL, LONG)
    grade = draft.words(grade_of(score.value, bands))
    return grade, bands


def score_figure(draft, low=62, high=99.5):
    value = Decimal(str(draft.rng.choice([draft.rng.uniform(88, high), draft.rng.uniform(low, high)])))
    return draft.figure(rounded(value, draft.pick(0, 1, 2, 2)), Style(2, trim=True))


def law(draft, head):
    text = draft.pick(*words.LAWS).format(place=head.place, short=head.short, year=head.year, n=draft.rng.randint(2, 98))
    return draft.pick("根据", "按照", "依据") + text + draft.pick("的要求", "有关规定", "")


def bands_line(draft, bands):
    high, good, fair = (plain(low) for low, _ in bands[:3])
    a, b, c, d = (w for _, w in bands)
    draft.line(draft.pick(
        f"评价结果分为四个等级：得分≥{high}分为{a}；{good}≤得分<{high}分为{b}；{fair}≤得分<{good}分为{c}；得分<{fair}分为{d}。",
        f"自评结果分为四个等次：{high}分（含）以上为{a}，{good}分（含）-{high}分为{b}，{fair}分（含）-{good}分为{c}，{fair}分以下为{d}。",
        f"评分等级：{high}分（含）-100分为“{a}”，{good}分（含）-{high}分为“{b}”，{fair}分（含）-{good}分为“{c}”，{fair}分以下为“{d}”。",
        f"{a}（≥{high}） {b}（≥{good}，<{high}） {c}（≥{fair}，<{good}） {d}（<{fair}）"))


SCORE_LINES = (
    "综合各项指标得分，评价总得分{s}分，评价等级为{g}。",
    "按照{k}支出绩效评价指标体系对照打分得出结果为{s}分，等级为{g}。",
    "{y}年度{k}绩效自评得分{s}分，自评等级为“{g}”。",
    "经综合评分，{k}自评得分为{s}分，自评结论为“{g}”。",
    "综合考核自评得分{s}分，等级为{g}。",
    "根据评分标准，本{k}最终得分{s}分，评价等次为{g}。",
    "经评价小组打分，总体得分为{s}分，评级为“{g}”。",
    "对照指标体系逐项打分，综合得分{s}分，绩效等级为{g}。",
    "{u}{y}年度{k}绩效自评总得分为{s}分，评定等级为“{g}”。",
    "自评结果：{k}绩效自评得分{s}分（满分100分），等级为{g}。",
    "绩效自评综合得分：{s}分，评价等次：{g}。",
    "通过自评，{k}综合评分为{s}分，评价结果为{g}。",
)
SCORE_ONLY = (
    "{y}年度{k}绩效自评得分{s}分。", "{k}综合评分为{s}分。", "{u}{k}绩效自评得分{s}分。", "经自评，{k}总得分为{s}分。",
    "对照评分表逐项打分，自评得分{s}分。", "（满分100分，实得{s}分）",
)


def claim_text(draft, head, score, grade, project):
    kind = draft.pick("项目", "项目支出") if project else draft.pick("部门整体", "部门整体支出")
    form = draft.pick(*(SCORE_LINES if grade is not None else SCORE_ONLY))
    return form.format(s=score, g=grade, k=kind, y=head.year, u=head.office)


def score_claim(draft, head, total, project=False, bands=False):
    """The table's total told again in a sentence, mostly with its grade."""
    if draft.chance(0.15):
        return
    again = draft.figure(total.value, total.style)
    draft.relate(Equal("score.claims", "自评得分", again, total))
    if draft.chance(0.2):
        draft.line(claim_text(draft, head, again, None, project))
        return
    scheme = LOCAL if bands else None
    grade, scheme = grade_words(draft, again, scheme)
    if bands or draft.chance(0.2):
        bands_line(draft, scheme)
    draft.relate(Band("评价等级", grade, again, scheme))
    draft.line(claim_text(draft, head, again, grade, project))
    if draft.chance(0.2):
        before = rounded(total.value - Decimal(str(draft.rng.uniform(0.5, 5))), 1)
        draft.line(draft.pick(f"上一年度自评得分{before}分。", f"上年自评得分为{before}分。", f"{head.year - 1}年自评得分{before}分。"))


def claim_again(draft, head, score, grade, bands):
    again = draft.figure(score.value, score.style)
    draft.relate(Equal("score.claims", "综合得分", again, score))
    word = draft.words(grade.text)
    draft.relate(Band("评价等次", word, again, bands))
    draft.line(claim_text(draft, head, again, word, False))


def date_line(draft, head):
    draft.line(draft.pick("填报日期：{}", "报告日期：{}", "{}").format(
        f"{head.year + 1}年{draft.rng.randint(1, 6)}月{draft.rng.randint(1, 28)}日"))


def money_unit(draft, exact):
    """万元 mostly, 亿元 for much, 元 for little; the style with it."""
    if exact >= 3 * 10 ** 8 and draft.chance(0.4):
        return "亿元", Style(draft.pick(2, 3))
    if exact < 10 ** 6 and draft.chance(0.3):
        return "元", Style(2, trim=draft.chance(0.5), group=draft.chance(0.3))
    return "万元", funds.money_style(draft) if draft.chance(0.3) else Style(2, trim=draft.chance(0.4))


def whole_in_words(draft, label, whole, parts):
    """A whole of the table told again in a sentence with its parts, all equal to the table's."""
    told = draft.figure(whole.exact, whole.style, whole.unit)
    draft.relate(Equal("amount.claims", label, told, whole, MAY))
    parts = [(n, f) for n, f in parts if f is not None]
    if len(parts) < 2:
        draft.line(f"{label}为{told}万元。")
        return
    inner = [draft.figure(f.exact, f.style, f.unit) for _, f in parts]
    for a, (_, b) in zip(inner, parts):
        draft.relate(Equal("amount.claims", label, a, b, MAY))
    draft.relate(Sum("amount.breakdown", label, told, inner, closed=False))
    listed = "，".join(f"{n}{f}万元" for (n, _), f in zip(parts, inner))
    draft.line(f"{label}为{told}万元，其中{listed}。")


CLOSED = ("，其中：{l}。", "，其中{l}。", "，具体为：{l}。", "，分别为{l}。", "，包括：{l}。", "。其中：{l}。", "（其中{l}）。", "，具体包括{l}。",
          "，即{l}。", "，主要用于：{l}。")
WHOLES = ("{t}{w}", "{t}为{w}", "全年{t}{w}", "{y}年{t}{w}", "{t}共计{w}", "{t}合计{w}", "共安排{t}{w}", "{t}总额{w}")


def breakdown(draft, what, exact, stated=None, whole=None, stock=words.WORKS, year=None):
    """A whole and its parts, complete, each rounded on its own; `whole` when it has been printed for it."""
    exact = funds.cents(exact)
    if whole is not None or stated is not None:
        unit, style = (whole or stated).unit, (whole or stated).style
    else:
        unit, style = money_unit(draft, exact)
    count = draft.rng.randint(2, 5)
    if whole is None:
        whole = draft.figure(exact, style, unit)
    if stated is not None:
        draft.relate(Equal("amount.claims", what, whole, stated, MAY))
    parts = [draft.figure(p, style, unit) for p in funds.parts_of(draft, exact, count)]
    names = draft.rng.sample(stock, count)
    form = draft.pick(*CLOSED)
    joint = draft.pick("，", "、", "；") if "即" not in form else "、"
    link = draft.pick("", "", "支出", "经费") if stock is words.WORKS else ""
    listed = joint.join(f"{n}{link}{p}{unit}" for n, p in zip(names, parts))
    if draft.chance(0.15) and stated is None:  # the parts first
        form = "共计"
        close = draft.pick("。共计安排资金{w}。", "，合计{w}。", "，共计{w}。", "；共计支出{w}。", "。以上共计{w}。")
        draft.line(f"{what}安排{listed}" + close.format(w=f"{whole}{unit}"))
    else:
        head = draft.pick(*WHOLES).format(t=what, w=f"{whole}{unit}", y=year or 2023)
        draft.line(head + form.format(l=listed))
    draft.relate(Sum("amount.breakdown", what, whole, parts, closed=is_closed(form)))
    return whole


def is_closed(form):
    """Whether a word before the list says that it is complete."""
    return form == "共计" or any(word + end in form for word in ("具体为", "分别为", "即", "构成") for end in ("{l}", "：{l}"))


WHOLE_LINES = (
    "{y}年，{u}年初共安排预算资金{a}，调整预算数{b}，截至12月底，共完成支付{c}，预算执行率{r}。",
    "{y}年全年预算数{b}，全年执行数{c}，预算执行率{r}。",
    "{y}年{u}预算资金{b}，实际支出{c}，预算执行率为{r}。",
    "本年度预算调整后为{b}，全年支出{c}，执行率达到{r}。",
    "年初预算{a}，年中调整后预算{b}，全年共支出{c}，预算执行率{r}。",
    "全年预算{b}，决算支出{c}，预算完成率{r}。",
    "{u}{y}年年初预算{a}，调整后预算数{b}，全年实际支出{c}，预算执行率{r}。",
    "截至{y}年12月31日，{u}全年预算{b}，累计支出{c}，预算执行率为{r}。",
    "{y}年部门预算批复{a}，调整后{b}，决算数{c}，预算执行率{r}。",
    "全年预算数{b}，执行数{c}，执行率为{r}。",
)
PROJECT_LINES = (
    "{p}专项资金共计{b}，支出{c}，总执行率为{r}。",
    "{p}项目预算安排{b}，实际完成支出{c}，支出进度为{r}。",
    "{p}：到位资金{b}，实际支出{c}，资金使用率{r}。",
    "{y}年下达{p}资金{b}，已支出{c}，支出率{r}。",
    "{p}项目总预算{b}，执行{c}，执行率{r}。",
    "{p}资金总额{b}，截至年底累计支付{c}，资金支付率{r}。",
    "一是{p}项目。全年安排资金{b}，支付{c}，预算执行率{r}。",
)


def percent(draft, share):
    return draft.figure(share * 100, Style(draft.pick(2, 2, 1, 0), trim=draft.chance(0.3)))


def spending(draft, head, books):
    """Budget, spending and rate of the whole."""
    text = draft.pick(*WHOLE_LINES)
    a, b, c = books.tell("first") if "{a}" in text else None, books.tell("budget"), books.tell("spent")
    r = percent(draft, books.exact["spent"] / books.exact["budget"])
    draft.relate(Ratio("rate.ratio", "执行率", r, c, b, [a] if a else []))
    unit = draft.pick("", "", " ") + books.unit
    draft.line(text.format(y=head.year, u=draft.pick("我局", head.office, "本单位"), a=f"{a}{unit}", b=f"{b}{unit}",
                           c=f"{c}{unit}", r=f"{r}{draft.pick('%', '%', '％')}"))


def project_spending(draft, head, name):
    """The same of one project; its money is its own."""
    budget = funds.amount(draft, 20, 900)
    spent = funds.share_of(draft, budget, 0.6, 0.999, 0.1)
    unit, style = money_unit(draft, budget)
    b, c = draft.figure(budget, style, unit), draft.figure(spent, style, unit)
    r = percent(draft, spent / budget)
    draft.relate(Ratio("rate.ratio", name, r, c, b))
    draft.line(draft.pick(*PROJECT_LINES).format(y=head.year, p=name, b=f"{b}{unit}", c=f"{c}{unit}", r=f"{r}%"))


BALANCE_LINES = ("{y}年收入{i}，支出{o}，年末结余{l}。", "全年到位资金{i}，实际支出{o}，结余{l}。",
                 "当年收入{i}，当年支出{o}，当年结余{l}。", "{y}年预算{i}，支出{o}，结余资金{l}。",
                 "本年收入合计{i}，本年支出合计{o}，年末结转和结余{l}。", "可用资金{i}，已使用{o}，剩余{l}。")


def balance(draft, head, books):
    """Income is what the budget became, so that what is left is one figure."""
    i, o, left = books.tell("budget"), books.tell("spent"), books.tell("left")
    form = draft.pick(*BALANCE_LINES)
    # what is left at the end of a year may hold what was left before
    draft.relate(Sum("amount.balance", "结余", left, [i], minus=[o], need=MAY if "年末" in form else MUST))
    u = books.unit
    draft.line(form.format(y=head.year, i=f"{i}{u}", o=f"{o}{u}", l=f"{left}{u}"))


CHANGE_LINES = ("{t}{w}，较上年{v}{d}，{g}{r}。", "{t}{w}，比上年{v}{d}，{f}{r}。", "{t}{w}，同比{v}{d}，{g}{r}。",
                "{t}为{w}，与上年相比{v}{d}，{g}{r}。")


def change(draft, head, books):
    name, what = draft.pick(("basic", "基本支出"), ("project", "项目支出"))
    now = books.exact[name]
    before = funds.cents(now / Decimal(str(draft.rng.uniform(0.75, 1.35))))
    rise = now > before
    w, d = books.tell(name), draft.figure(abs(now - before), books.style, books.unit)
    r = draft.figure(abs(now - before) / before * 100, Style(2))

    def wrong(claimed, total, gap):
        base = total - gap if rise else total + gap
        if base <= 0:
            return (None, False)
        want, blur = rounded(gap / base * 100, 2), 100 * d.quantum / d.scale / base
        gone = abs(want - claimed)
        return None if gone <= Decimal("0.01") + blur else (want, gone > Decimal("0.03") + 2 * blur)
    draft.relate(Given("rate.ratio", what, r, [w, d], wrong))
    u, words_of = books.unit, {"v": "增加", "g": "增长", "f": "增幅"} if rise else {"v": "减少", "g": "下降", "f": "降幅"}
    draft.line(draft.pick(*CHANGE_LINES).format(t=f"{head.year}年{what}", w=f"{w}{u}", d=f"{d}{u}", r=f"{r}%", **words_of))


def split_spending(draft, head, books):
    """支出 = 基本支出 + 项目支出."""
    told, basic, project = books.tell("spent"), books.tell("basic"), books.tell("project")
    u, form = books.unit, draft.pick("，其中基本支出{b}，项目支出{p}。", "，其中：基本支出{b}、项目支出{p}。", "，分别为基本支出{b}，项目支出{p}。",
                                     "（其中基本支出{b}，项目支出{p}）。")
    draft.relate(Sum("amount.breakdown", "支出", told, [basic, project], closed="分别为" in form))
    lead = draft.pick("{y}年部门整体支出规模为{w}", "{y}年全年支出{w}", "{y}年度支出合计{w}").format(y=head.year, w=f"{told}{u}")
    draft.line(lead + form.format(b=f"{basic}{u}", p=f"{project}{u}"))


COUNTS = (("低保对象", "户", ("城市低保", "农村低保")), ("培训学员", "人", ("线上培训", "线下培训")),
          ("采购项目", "个", ("货物类项目", "工程类项目", "服务类项目")), ("不动产登记", "宗", ("宅基地", "集体建设用地", "商品房")),
          ("在职人员", "人", ("公务员", "事业人员", "工勤人员")), ("帮扶对象", "户", ("脱贫户", "监测户", "低收入户")),
          ("病险水库", "座", ("小（1）型", "小（2）型")), ("养护道路", "条", ("县道", "乡道", "村道")),
          ("服务残疾人", "名", ("成人康复", "儿童康复")), ("开展活动", "场次", ("文艺演出", "展览展示", "群众讲座")),
          ("预算项目", "个", ("一般公共预算项目", "政府性基金项目", "存量资金项目")), ("检查企业", "家", ("规模以上企业", "小微企业", "个体工商户")))
COUNT_LINES = ("全年{t}{w}{c}，其中{l}。", "{t}共{w}{c}，其中：{l}。", "共有{t}{w}{c}，分别为{l}。", "{t}{w}{c}，包括{l}。",
               "截至年底，{t}{w}{c}，其中{l}。", "{t}共计{w}{c}（{l}）。", "全年完成{t}{w}{c}，具体为：{l}。")


def counts(draft):
    what, counter, kinds = draft.pick(*COUNTS)
    values = [draft.rng.randint(2, 30) if counter in "个座条" else draft.rng.randint(20, 6000) for _ in kinds]
    whole = draft.figure(sum(values), Style(0))
    parts = [draft.figure(v, Style(0)) for v in values]
    form = draft.pick(*COUNT_LINES)
    numbered = len(kinds) == 3 and draft.chance(0.25)
    draft.relate(Sum("count.breakdown", what, whole, parts, exact=True, closed=is_closed(form) and not numbered))
    if numbered:
        listed = "，".join(f"{'一二三'[i]}是{k}{p}{counter}" for i, (k, p) in enumerate(zip(kinds, parts)))
        draft.line(f"全年{what}{whole}{counter}，{listed}。")
        return
    listed = draft.pick("，", "、").join(f"{k}{p}{counter}" for k, p in zip(kinds, parts))
    draft.line(form.format(t=what, w=whole, c=counter, l=listed))


# ---- what must not be taken for more than it is

def open_breakdown(draft, head, books):
    """其中 with what is named only: the rest is not."""
    exact = books.exact["project"]
    named = [funds.cents(exact * Decimal(str(draft.rng.uniform(0.05, 0.3)))) for _ in range(draft.rng.randint(1, 2))]
    names = draft.rng.sample(words.WORKS, len(named))
    whole, parts = books.tell("project"), [draft.figure(v, books.style, books.unit) for v in named]
    listed = "，".join(f"{n}{p}{books.unit}" for n, p in zip(names, parts))
    draft.line(draft.pick("全年项目支出{w}，其中{l}。", "项目支出{w}，其中：{l}等。", "项目支出{w}，主要包括{l}等。").format(
        w=f"{whole}{books.unit}", l=listed))

    def excess(total, *inner):
        return (sum(inner), True) if sum(inner) > total else None
    draft.relate(Given("amount.breakdown", "项目支出", whole, parts, excess))


TRAPS = (
    "评价组共发放问卷约{n}份，收回{m}余份，满意度达95%以上。", "联系电话0000-{k}，邮政编码{p}。",
    "预算科目{c}，项目代码{k}。", "项目共分3个标段，合同工期18个月，质保期2年。",
    "{l}，专款专用。", "管护公园14处，包括云溪湾公园、东堤公园、北苑公园等。", "绿化、修剪、施肥费用占比分别为33.33%、33.33%、33.33%。",
    "每户补助标准为{n}元，按季度发放。", "较上年提高1.2个百分点。", "财政专户核算{m}余万元。",
    "活动覆盖{m}多个村（社区），惠及群众2万余人次。", "按照“1+3+N”工作思路，落实“三重一大”制度。",
    "安装P1.5LED显示屏25.29㎡，配备Φ160管材。", "补贴标准为1200元/人·月，人均增收860元左右。",
    "2.1期工程已于8.10台风前完工，凭证号为2023.8.1#。", "其中大部分用于民生支出。", "项目建设期为2-3年，防洪标准10年一遇。",
)


def trap(draft, head):
    rng = draft.rng
    draft.line(draft.pick(*TRAPS).format(n=rng.randint(100, 900), m=rng.randint(20, 90), k=rng.randint(2000000, 8999999),
                                         p=rng.randint(100000, 999999), c=rng.randint(2010101, 2299999), l=law(draft, head)))


FILLERS = (
    "为切实做好绩效自评工作，我局成立了以主要负责人为组长的评价工作小组，明确了职责分工。",
    "评价小组采取座谈、查阅资料、实地核查等方式开展评价，收集整理项目相关资料。",
    "项目资金实行专账管理，未发现截留、挤占、挪用等情况。", "各项指标总体完成较好，达到预期目标。",
    "绩效目标设定清晰准确，绩效指标总体上设定全面完整、科学合理。", "下一步将进一步完善内部控制制度，加快预算执行进度。",
    "一是部分项目资金到位较晚，影响支付进度。二是绩效指标设置不够细化。", "一是细化预算编制，减少年中追加。二是加快项目前期工作。",
)


def filler(draft):
    draft.line(draft.pick(*FILLERS))


def opening(draft, head):
    draft.line(f"# {head.office}{head.year}年度部门整体支出绩效自评报告")
    draft.line(law(draft, head) + "，现将有关情况报告如下。")
