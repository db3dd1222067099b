"""The forms of the field, L2 to L4, L7, L8 and L12 to L18: what provinces made of the standard form."""
from decimal import Decimal

import funds
import prose
import tree
import words
from figure import Style
from forms import (ACTUAL, CRITERIA, REMARK, SCORE, TARGET, TOTAL, WEIGHT, fund_rate_score, item_cells, score_rows,
                   spread, total_row)
from relation import ANY, MAY, MUST, AtMost, Equal, Given, Ratio, Sum


def pad(cells, width):
    """The last cell spread over what is left of the width."""
    return list(cells) + ["<"] * (width - len(cells))


def fund_rows(draft, total, lines, columns, lead, dash="-"):
    """The rows of a fund block; `columns` name what stands where."""
    for line in [total] + lines:
        cells = []
        for column in columns:
            value = {"name": line.name, "first": line.first, "budget": line.budget, "spent": line.spent,
                     "rate": line.rate or dash, "empty": "", "less": "<"}.get(column, dash)
            if line is total and column in total.extra:
                value = total.extra[column]
            cells.append(value)
        draft.row(*lead, *cells)


def form_l2(draft, head):
    """L2: 绩效目标自评表 of 衔接资金: the weight stands before the values."""
    total, lines = funds.block(draft, draft.pick(["其中：本年财政拨款", "其他资金"], ["其中：中央财政资金", "省级财政资金", "其他资金"]))
    execution = fund_rate_score(draft, total)
    groups = tree.make(draft, tree.NATIONAL)
    tree.labels(draft, groups, ("({}分)", "（{}分）"))
    weight, score = tree.totals(draft, groups, [execution])
    draft.line(f"# 绩效目标自评表")
    draft.line(f"（{head.year}年度）")
    draft.row(*pad(["项目名称", "<", head.project], 8))
    draft.row("主管部门", "<", head.office, "<", "<", "实施单位", head.bureau, "<")
    draft.row("资金情况<br>（万元）", "<", "", "全年预算数（A）", "全年执行数（B）", "分值", "执行率（B/A）", "得分")
    total.extra = {"weight": execution.weight, "score": execution.score}
    fund_rows(draft, total, lines, ("name", "budget", "spent", "weight", "rate", "score"), ("^", "<"), draft.pick("", "-"))
    draft.row("年度总体目标", "<", "年初设定目标", "<", "<", "年度总体目标完成情况综述", "<", "<")
    draft.row("^", "<", f"实施{head.project}，按期完成建设任务。", "<", "<", "任务已完成。", "<", "<")
    columns = [("l1", "一级指标", 1), ("l2", "二级指标", 1), ("l3", "三级指标", 1), ("weight", "分值", 1), ("target", "年度指标值", 1),
               ("actual", "全年实际值", 1), ("score", "得分", 1), ("remark", "未完成原因及拟采取的改进措施", 1)]
    score_rows(draft, columns, groups)
    if draft.chance(0.4):
        draft.row("……", *[""] * 7)
    total_row(draft, columns, weight, score, "总分")
    prose.score_claim(draft, head, score, project=True)


def form_l3(draft, head):
    """L3: 中央转移支付 区域（项目）绩效自评表, without scores."""
    names = draft.pick(["其中：中央补助", "地方资金", "其他资金"], ["其中：中央财政资金", "省级财政资金", "市级财政资金", "县级财政资金", "其他资金"])
    total, lines = funds.block(draft, names, rate=Style(2, trim=draft.chance(0.5), after="%"))
    total.extra = {}
    draft.line(f"# {draft.pick('中央对地方转移支付', head.place + '转移支付')}区域（项目）绩效目标自评表")
    draft.line(f"（{head.year}年度）")
    draft.row("转移支付（项目）名称", "<", head.project, "<", "<", "<")
    draft.row("地方主管部门", "<", head.office, "<", "资金使用单位", head.bureau)
    draft.row("资金投入情况（万元）", "<", "", "全年预算数（A）", "全年执行数（B）", "预算执行率（B/A×100%）")
    fund_rows(draft, total, lines, ("name", "budget", "spent", "rate"), ("^", "<"), "")
    draft.row("资金管理情况", "<", "", "情况说明", "<", "存在问题和改进措施")
    for name in ("分配科学性", "下达及时性", "拨付合规性"):
        draft.row("^", "<", name, draft.pick("符合管理办法要求", "收到指标后30日内下达", "按规定拨付"), "<", "无")
    columns = [("l1", "一级指标", 1), ("l2", "二级指标", 1), ("l3", "三级指标", 1), ("target", "指标值", 1),
               ("actual", "全年实际完成值", 1), ("remark", "未完成原因和改进措施", 1)]
    score_rows(draft, columns, tree.make(draft, tree.NATIONAL))
    draft.line("说明：无")


def form_l4(draft, head):
    """L4: the older regional form: block scores and indicator scores share one column without a head."""
    unit, style = "万元", Style(2)
    budget = funds.amount(draft, 100, 4000)
    spent = funds.share_of(draft, budget)
    a, b = draft.figure(budget, style, unit), draft.figure(spent, style, unit)
    rate = draft.figure(spent / budget * 100, Style(2, after="%"))
    draft.relate(Ratio("rate.ratio", "预算执行率", rate, b, a))
    shape = (("产出指标", 35, (("数量指标", "q"), ("质量指标", "r"), ("时效指标", "rt"))), ("效益指标", 15, (("社会效益指标", "l"),)),
             ("满意度指标", 10, (("服务对象满意度", "s"),)))
    groups = tree.make(draft, shape)
    blocks = [tree.Item("预算执行情况", "f", Decimal(20)), tree.Item("年度目标", "f", Decimal(20))]
    blocks[0].points = (spent / budget * 20).quantize(Decimal("0.1"))
    blocks[1].points = Decimal(draft.pick("20", "20", "19", "18.5"))
    for block in blocks:
        block.score = draft.figure(block.points, Style(2, trim=True))
        block.weight = draft.figure(20, Style(0))
        draft.relate(AtMost("score.over_weight", block.name, block.score, [block.weight]))
    items = [i for g in groups for i in g.all_items()]
    whole = draft.figure(60, Style(0))
    draft.relate(Given("score.over_weight|score.subtotal", "年度绩效指标", whole, [i.score for i in items],
                       lambda most, *scores: (ANY, False) if sum(scores) > most else None, MAY))
    score = draft.figure(sum(i.points for i in items) + sum(i.points for i in blocks), Style(2, trim=True))
    draft.relate(Sum("score.total", "自评得分", score, [i.score for i in items + blocks], exact=True))
    draft.line(f"# {head.place}区域绩效目标自评表")
    draft.line(f"（{head.year}年度）")
    draft.row("专项名称", head.project, "<", "<", "自评得分", "<", score)
    draft.row("主管部门", head.office, "<", "<", "<", "<", "<")
    draft.row(f"预算执行情况（{blocks[0].weight}分）", "预算数（万元）", a, "执行数（万元）", b, rate, blocks[0].score)
    draft.row(f"年度目标（{blocks[1].weight}分）", "预期目标", "<", "<", "实际完成情况", "<", "")
    draft.row("^", "完成年度建设任务。", "<", "<", "基本完成。", "<", blocks[1].score)
    draft.row(f"年度绩效指标（{whole}分）", "一级指标", "二级指标", "三级指标", "指标值", "全年实际值", "")
    for group in groups:
        first = f"{group.name}（{group.full}分）"
        for inner in group.groups:
            second = inner.name
            for item in inner.items:
                draft.row("^", first, second, item.name, item.target, item.actual, item.score)
                first, second = "^", "^"


def form_l7(draft, head):
    """L7: 湖南 附件3-2: a weight column for each level."""
    shape = (("投入", 20, (("项目立项", "m"), ("资金落实", "mc"))), ("过程", 25, (("业务管理", "m"), ("财务管理", "m"))),
             ("产出", 25, (("项目产出", "r"),)), ("效果", 30, (("项目效益", "lrs"),)))
    groups = tree.make(draft, shape, criteria_share=0.7)
    weight, score = tree.totals(draft, groups)
    tops = [draft.figure(g.full, Style(0)) for g in groups]
    seconds = [[draft.figure(i.full, Style(0)) for i in g.groups] for g in groups]
    top_total, second_total = (draft.figure(100, Style(0)) for _ in range(2))
    draft.relate(Sum("weight.total", "总分", top_total, tops, exact=True))
    draft.relate(Sum("weight.total", "总分", second_total, [s for row in seconds for s in row], exact=True))
    for group, top, inner in zip(groups, tops, seconds):
        draft.relate(Sum("weight.section", group.name, top, inner, exact=True, need=MAY))
        draft.relate(Sum("weight.section", group.name, top, [i.weight for i in group.all_items()], exact=True, need=MAY))
        for part, own in zip(group.groups, inner):
            draft.relate(Sum("weight.section", part.name, own, [i.weight for i in part.items], exact=True, need=MAY))
    draft.line("附件3-2")
    draft.line(f"# {head.year}年度项目支出绩效评价评分表")
    draft.line(f"项目名称：{head.project}")
    name = draft.pick("分值", "权重")
    draft.row("一级指标", name, "二级指标", name, "三级指标", name, "具体指标", "评价标准", draft.pick("自评得分", "得分"))
    for group, top, inner in zip(groups, tops, seconds):
        first = [group.name, top]
        for part, own in zip(group.groups, inner):
            second = [part.name, own]
            for item in part.items:
                draft.row(*first, *second, item.name, item.weight, item.content, item.criterion, item.score)
                first, second = ["^", "^"], ["^", "^"]
    draft.row("总分", top_total, "", second_total, "", weight, "", "", score)
    prose.score_claim(draft, head, score, project=True)


def form_l8(draft, head):
    """L8: 湖南 projects: planned, arrived, spent and left side by side; vouchers in 元 below."""
    names = ("中央财政", "省财政", "市财政", "县财政", "其他")
    present = sorted(draft.rng.sample(range(5), draft.rng.randint(1, 3)))
    style = Style(4, trim=True)
    rows = {}
    for i in present:
        used = Decimal(draft.rng.randint(800, 40000)) * 100
        arrived = used if draft.chance(0.6) else used + Decimal(draft.rng.randint(1, 400)) * 100
        planned = arrived if draft.chance(0.5) else arrived + Decimal(draft.rng.randint(1, 900)) * 100
        rows[i] = (planned, arrived, used, arrived - used)
    totals, columns = [], []
    for c in range(4):
        totals.append(draft.figure(sum(r[c] for r in rows.values()), style, "万元"))
        inner = {i: draft.figure(r[c], style, "万元") for i, r in rows.items() if r[c]}
        columns.append(inner)
        draft.relate(Sum("amount.breakdown", "计划安排资金", totals[-1], list(inner.values()), closed=False))
    spent = sum(r[2] for r in rows.values())
    for i in present:
        if i in columns[3]:
            draft.relate(Sum("amount.balance", names[i], columns[3][i], [columns[1][i]], minus=[columns[2][i]], need=MAY))
    draft.relate(Sum("amount.balance", "结余", totals[3], [totals[1]], minus=[totals[2]]))
    draft.line("附件2-2")
    draft.line(f"# {head.place}{head.year}年度项目支出绩效自评报告")
    draft.line(f"项目名称：{head.project}")
    draft.row("一、项目基本情况", *["<"] * 7)
    draft.row("项目负责人", draft.pick(*words.PEOPLE), "联系电话", f"0000-{draft.rng.randint(2000000, 8999999)}", "项目起止时间",
              f"{head.year}年1月起至{head.year}年12月止", "<", "<")
    cells = []
    for name, figure in zip(("计划安排资金<br>（万元）", "实际到位资金<br>（万元）", "实际支出<br>（万元）", "结余<br>（万元）"), totals):
        cells += [name, figure]
    draft.row(*cells)
    for i, name in enumerate(names):
        cells = []
        for inner in columns:
            cells += [("其中：" if i == 0 else "") + name, inner.get(i, "")]
        draft.row(*cells)
    draft.row("二、项目支出明细情况", *["<"] * 7)
    draft.row("支出内容", "<", "实际支出数", "<", "会计凭证号", "<", "备注", "<")
    yuan = Style(2, trim=draft.chance(0.5), group=draft.chance(0.5))
    count = draft.rng.randint(3, 8)
    lines = [draft.figure(p, yuan, "元") for p in funds.parts_of(draft, spent, count)]
    for name, line in zip(draft.rng.sample(words.SPENDING, count), lines):
        voucher = f"{head.year}.{draft.rng.randint(1, 12)}.{draft.rng.randint(1, 99)}#"
        draft.row(name, "<", line, "<", voucher, "<", "", "<")
    whole = draft.figure(spent, yuan, "元")
    draft.relate(Sum("amount.total", "支出合计", whole, lines))
    draft.relate(Equal("amount.claims", "实际支出", whole, totals[2], MAY))
    draft.row("支出合计", "<", whole, "<", "", "<", "", "<")
    prose.score_claim(draft, head, prose.score_figure(draft), project=True)


def coefficient(draft, item):
    """得分系数: the share of the weight that the score is."""
    share = (item.points / item.full * 100).quantize(Decimal("0.01"))
    item.coefficient = draft.figure(share, Style(2, trim=True))

    def wrong(score, weight, part):
        want = weight * part / 100
        return None if abs(score - want) <= Decimal("0.011") else (want, abs(score - want) > Decimal("0.1"))
    draft.relate(Given("score.coefficient", item.name, item.score, [item.weight, item.coefficient], wrong))


def form_l12(draft, head):
    """L12: 重庆: coefficient times weight; the total in the head."""
    total, _ = funds.block(draft, ["其中：财政拨款"], rate=Style(2))
    execution = fund_rate_score(draft, total)
    groups = tree.make(draft, (("产出指标", 50, (("数量指标", "q"), ("质量指标", "r"), ("时效指标", "rt"))),
                               ("效益指标", 30, (("社会效益指标", "l"),)), ("满意度指标", 10, (("满意度指标", "s"),))))
    items = [i for g in groups for i in g.all_items()]
    for item in items:
        coefficient(draft, item)
    score = draft.figure(sum(i.points for i in items) + execution.points, Style(2, trim=True))
    draft.relate(Sum("score.total", "自评总分", score, [i.score for i in items] + [execution.score], exact=True))
    draft.line(f"# {head.year}年度项目绩效自评表")
    draft.row("项目名称", head.project, "<", "<", "<", "<", "<", "自评总分（分）", "<", score)
    draft.row("主管部门", head.office, "<", "<", "<", "项目实施单位", "<", head.bureau, "<", "<")
    draft.row("项目资金（万元）", "", "<", "年初预算数", "全年（调整）预算数", "全年执行数", "执行率（%）", "执行率权重", "<", "执行率得分（分）")
    draft.row("^", "年度总金额", "<", total.first, total.budget, total.spent, total.rate, execution.weight, "<", execution.score)
    draft.row("指标名称", "计量单位", "指标性质", "年初指标值", "调整指标值", "全年完成值", "得分系数（%）", "指标权重（分）", "指标得分（分）", "是否核心指标")
    for item in items:
        draft.row(item.name, "", "", item.target, item.target, item.actual, item.coefficient, item.weight, item.score,
                  draft.pick("是", "否"))
    draft.line("说明：自评总分＝执行率得分＋各指标得分。")


def form_l13(draft, head):
    """L13: 四川: property, value and unit in columns of their own; 权重."""
    total, lines = funds.block(draft, ["其中：财政资金", "财政专户管理资金", "单位资金"], rate=Style(2, after="%"))
    execution = fund_rate_score(draft, total)
    groups = tree.make(draft, tree.NATIONAL)
    weight, score = tree.totals(draft, groups, [execution])
    draft.line(f"# {head.year}年部门预算项目支出绩效自评表")
    draft.line(f"项目名称：{head.project}    主管部门：{head.office}")
    draft.row("预算执行情况<br>（10分）", "", "年初预算", "<", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分", "原因")
    total.name = "总额"
    total.extra = {"weight": execution.weight, "score": execution.score, "remark": ""}
    slash = draft.pick("/", "-", "")
    fund_rows(draft, total, lines, ("name", "first", "less", "budget", "spent", "rate", "weight", "score", "remark"), ("^",), slash)
    draft.row("一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分", "未完成原因分析")
    for group in groups:
        first = group.name
        for inner in group.groups:
            second = inner.name
            for item in inner.items:
                if item.goal is not None:
                    sign, unit = item.goal_figure.style.before or "＝", item.goal_figure.style.after
                    item.goal_figure.style.before = item.goal_figure.style.after = item.value.style.after = ""
                    item.goal_figure.text = item.goal_figure.style.text(item.goal_figure.value)
                    item.value.text = item.value.style.text(item.value.value)
                    if sign not in "≥≤＝=":
                        sign = "≤" if item.less else "≥"
                else:
                    sign, unit = "定性", "/"
                draft.row(first, second, item.name, sign, item.target, unit, item.actual, item.weight, item.score, item.remark)
                first, second = "^", "^"
    draft.row("合计", *["<"] * 6, weight, score, "")
    prose.score_claim(draft, head, score, project=True)


def form_l14(draft, head):
    """L14: 福建: formulas of circled numbers in the header."""
    style, rate = Style(2, trim=draft.chance(0.6)), Style(2, trim=True)
    rows = []
    for name, share in (("① 项目支出", 0.4), ("② 基本支出", 1.0)):
        start = funds.amount(draft, 30, 900)
        added = funds.cents(start * Decimal(str(draft.rng.uniform(0, 0.6)))) if draft.chance(0.7) else Decimal(0)
        rows.append([name, start, added, start + added, funds.share_of(draft, start + added)])
    sums = ["财政资金小计"] + [sum(r[c] for r in rows) for c in range(1, 5)]
    other = ["2.单位其它收入"] + [Decimal(0)] * 4
    figures = []
    for row in [sums] + rows + [other, ["合 计"] + sums[1:]]:
        name, start, added, whole, spent = row
        f = [draft.figure(v, style, "万元") for v in (start, added, whole, spent, whole - spent)]
        draft.relate(Sum("amount.cross", name, f[2], f[:2]))
        draft.relate(Sum("amount.balance|amount.cross", name, f[4], [f[2]], minus=[f[3]], need=MUST))
        reach = draft.figure(spent / whole * 100 if whole else 0, rate)
        left = draft.figure((whole - spent) / whole * 100 if whole else 0, rate)
        draft.relate(Ratio("rate.ratio", name, reach, f[3], f[2]))
        draft.relate(Ratio("rate.ratio", name, left, f[4], f[2]))
        figures.append([name, f[0], f[1], f[2], f[3], reach, f[4], left])
    for c in (1, 2, 3, 4, 6):
        draft.relate(Sum("amount.total", "财政资金小计", figures[0][c], [figures[1][c], figures[2][c]]))
        draft.relate(Sum("amount.total", "合 计", figures[4][c], [figures[0][c], figures[3][c]]))
    draft.line("# 部门整体支出绩效自评表")
    draft.line(f"（{head.year}年度）")
    draft.row("部门名称", head.office, *["<"] * 6)
    draft.row("财政资金安排和使用情况（万元）", *["<"] * 7)
    draft.row("资金结构", "年初部门预算安排金额（含历年结余结转）①", "年中调整金额②", "小计③=①+②", "年度拨付金额④", "支出实现率（%）⑤=④/③",
              "本年度结余金额⑥=③-④", "资金结余率（%）⑦=⑥/③")
    for row in figures:
        draft.row(*row)
    groups = tree.make(draft, (("产出目标", 50, (("数量目标", "q"), ("质量目标", "r"), ("时效目标", "rt"))),
                               ("效益目标", 35, (("社会效益目标", "l"), ("生态效益目标", "l"))), ("满意度目标", 15, (("满意度", "s"),))),
                       criteria_share=0.7)
    weight, score = tree.totals(draft, groups)
    columns = [("l1", "一级指标", 1), ("l2", "二级指标", 1), ("l3", "三级指标", 1), ("target", "绩效目标值", 1), ("actual", "实际完成值", 1),
               ("criteria", "评分标准", 1), ("weight", "指标分值", 1), ("score", "自评得分", 1)]
    draft.line("%table")
    score_rows(draft, columns, groups)
    total_row(draft, columns, weight, score)
    prose.score_claim(draft, head, score)


def form_l15(draft, head):
    """L15: 湖北: sources across, the total in the head, a second opinion nobody gave."""
    style = Style(2)
    shares = [funds.amount(draft, 5, 900, 0.6) if draft.chance(0.6) else None for _ in range(4)]
    if sum(s is not None for s in shares) < 2:
        shares[0], shares[2] = funds.amount(draft, 50, 900), funds.amount(draft, 50, 900)
    whole = sum(s for s in shares if s is not None)
    spent = funds.share_of(draft, whole)
    parts = [draft.figure(s, style, "万元") if s is not None else None for s in shares]
    total, used = draft.figure(whole, style, "万元"), draft.figure(spent, style, "万元")
    rate = draft.figure(spent / whole * 100, Style(2, after="%"))
    # one row bears no one out: what falls short may have another source
    draft.relate(Sum("amount.cross", "合计", total, [p for p in parts if p], closed=False))
    draft.relate(Ratio("rate.ratio", "执行率", rate, used, total))
    groups = tree.make(draft, (("项目决策", 20, (("项目立项", "m"), ("资金落实", "m"))), ("项目管理", 25, (("业务管理", "m"), ("财务管理", "m"))),
                               ("项目绩效", 55, (("项目产出", "r"), ("项目效益", "ls")))), criteria_share=0.8)
    items = [i for g in groups for i in g.all_items()]
    score = draft.figure(sum(i.points for i in items), Style(2, trim=True))
    weights = draft.figure(100, Style(0))
    draft.relate(Sum("score.total", "自评总分", score, [i.score for i in items], exact=True))
    draft.relate(Sum("weight.total", "分值", weights, [i.weight for i in items], exact=True))
    draft.line(f"# {head.year}年度项目支出绩效自评表")
    draft.row("项目名称", head.project, "<", "<", "<", "自评总分", score)
    draft.row("中央", "省、地", "本级", "其他", "合计", "执行数", "执行率")
    draft.row(*[p or "" for p in parts], total, used, rate)
    draft.line("%table")
    draft.row("评价内容", "<", "<", "分值", "自评分", "复核分", "评价标准及依据")
    for group in groups:
        first = group.name
        for inner in group.groups:
            second = inner.name
            for item in inner.items:
                draft.row(first, second, item.name, item.weight, item.score, "", item.criterion)
                first, second = "^", "^"
    if draft.chance(0.6):
        again = draft.figure(score.value, score.style)
        draft.row("合计", "<", "<", weights, again, "", "")
        draft.relate(Sum("score.total", "合计", again, [i.score for i in items], exact=True))
        draft.relate(Equal("score.claims", "自评总分", score, again))
        for relation in draft.relations:  # the two are held against each other, and one against the rows
            if relation.claim is score and relation.rule == "score.total":
                relation.need = MAY


def form_l16(draft, head):
    """L16: 武汉: without scores."""
    names = draft.pick(["一般预算内拨款", "政府性基金"], ["财政拨款", "上级补助", "其他资金"], ["一般公共预算", "专项资金", "自有资金"])
    total, lines = funds.block(draft, names, rate=Style(2, trim=True, after="%"))
    total.extra, total.name = {}, draft.pick("合计", "合 计")
    draft.relations = [r for r in draft.relations if r.rule != "amount.breakdown"]
    for column in ("budget", "spent"):
        draft.relate(Sum("amount.total", "合计", getattr(total, column), [getattr(l, column) for l in lines]))
    draft.line(f"# {head.year}年度项目绩效自评表")
    draft.line(f"项目名称：{head.project}")
    draft.row("预算执行情况（万元）", "资金来源", "<", "预算数（A）", "执行数（B）", "执行率（B/A）")
    for line in lines + [total]:
        draft.row("^", line.name, "<", line.budget, line.spent, line.rate or "")
    columns = [("l1", "一级指标", 1), ("l2", "二级指标", 1), ("l3", "三级指标", 1), ("target", "年初目标值", 1), ("actual", "实际完成值", 1),
               ("remark", "未完成原因及改进措施", 1)]
    score_rows(draft, columns, tree.make(draft, tree.NATIONAL))
    prose.counts(draft)


def form_l17(draft, head):
    """L17: 宁夏: 参考分值; the total in the head."""
    groups = tree.make(draft, tree.NINGXIA, criteria_share=0.0)
    tree.labels(draft, groups)
    items = [i for g in groups for i in g.all_items()]
    score = draft.figure(sum(i.points for i in items), Style(2, trim=True))
    draft.relate(Sum("score.total", "自评得分", score, [i.score for i in items], exact=True))
    draft.line(f"# {head.year}年度项目支出绩效自评表")
    draft.row("项目名称", "<", head.project, "<", "<", "自评得分", score)
    draft.row("主管部门", "<", head.office, "<", "<", "实施单位", head.bureau)
    columns = [("l1", "一级指标", 1), ("l2", "二级指标", 1), ("l3", "三级指标", 1), ("weight", "参考分值", 1), ("target", "指标值（A）", 1),
               ("actual", "全年实际值（B）", 1), ("score", "得分", 1)]
    score_rows(draft, columns, groups)
    prose.score_claim(draft, head, score, project=True)


def form_l18(draft, head):
    """L18: 永州: income by nature and spending by nature side by side, two breakdowns of one total."""
    style = Style(2, trim=draft.chance(0.4))
    whole = funds.amount(draft, 300, 5000)
    left_names = ("一般公共预算", "政府性基金拨款", "纳入专户管理的非税收入拨款", "其他资金")
    right_names = ("基本支出", "项目支出")
    left = funds.parts_of(draft, whole, 4)
    right = funds.parts_of(draft, whole, 2)
    totals = [draft.figure(whole, style, "万元") for _ in range(2)]  # 年初预算数 and 全年预算数 alike
    l_parts = [draft.figure(v, style, "万元") for v in left]
    r_parts = [draft.figure(v, style, "万元") for v in right]
    for name, parts in (("按收入性质分", l_parts), ("按支出性质分", r_parts)):
        draft.relate(Sum("amount.breakdown|amount.total", name, totals[0], parts, closed=False, others=totals[1:]))
    draft.relate(Equal("amount.claims|amount.breakdown|amount.total", "年度资金总额", totals[0], totals[1], MAY))
    groups = tree.make(draft, tree.NATIONAL)
    execution = tree.Item("预算执行率", "f", Decimal(10))
    execution.points = Decimal(draft.pick("10", "9.8", "9.5"))
    execution.weight, execution.score = draft.figure(10, Style(0)), draft.figure(execution.points, Style(2, trim=True))
    weight, score = tree.totals(draft, groups, [execution])
    draft.line(f"# {head.year}年度部门整体支出绩效自评表")
    draft.row("部门名称", head.office, "<", "<", "<", "<", "<", "<")
    draft.row("年度预算申请（万元）", "", "<", "年初预算数", "全年预算数", "分值", "执行率", "得分")
    draft.row("^", "年度资金总额", "<", *totals, execution.weight, "", execution.score)
    draft.row("^", "按收入性质分：", "<", "<", "按支出性质分：", "<", "<", "<")
    for i, (name, figure) in enumerate(zip(left_names, l_parts)):
        right_cells = [("其中：" if i == 0 else "") + right_names[i], "<", r_parts[i], "<"] if i < 2 else ["", "<", "", "<"]
        draft.row("^", ("其中：" if i == 0 else "") + name, "<", figure, *right_cells)
    columns = [("l1", "一级指标", 1), ("l2", "二级指标", 1), ("l3", "三级指标", 1), ("target", "年度指标值", 1), ("actual", "实际完成值", 1),
               ("weight", "分值", 1), ("score", "得分", 1), ("remark", "偏差原因分析及改进措施", 1)]
    score_rows(draft, columns, groups)
    total_row(draft, columns, weight, score)


FORMS = {"L2": form_l2, "L3": form_l3, "L4": form_l4, "L7": form_l7, "L8": form_l8, "L12": form_l12, "L13": form_l13,
         "L14": form_l14, "L15": form_l15, "L16": form_l16, "L17": form_l17, "L18": form_l18}
