"""The forms of the field, L1 to L11: header rows as they are printed, figures from funds and tree."""
from decimal import Decimal

import funds
import prose
import tree
import words
from figure import Style
from relation import MAY, Band, Sum

WEIGHT = ("分值", "分值", "权重", "指标分值", "满分", "标准分值", "权重（分）", "分值（分）")
SCORE = ("得分", "得分", "自评得分", "自评分", "评价得分", "实际得分", "指标得分", "自评得分（分）")
TARGET = ("年度指标值", "年度指标值", "指标值", "全年指标值", "年初目标值", "目标值", "绩效目标值", "年度目标值")
ACTUAL = ("实际完成值", "实际完成值", "全年实际值", "完成值", "全年完成值", "实际完成指标值", "实际完成情况")
REMARK = ("偏差原因分析及改进措施", "未完成原因及拟采取的改进措施", "未完成原因分析", "备注", "扣分原因", "偏差原因及改进措施")
CRITERIA = ("评分标准", "评价标准", "评分细则", "评分规则", "评分依据", "计分标准")
TOTAL = ("总分", "总 分", "合计", "合 计", "总计", "总　分", "合计得分")


class Head:
    """Who reports on what in which year."""

    def __init__(self, draft):
        rng = draft.rng
        self.place, self.year = rng.choice(words.PLACES), rng.randint(2018, 2025)
        self.office = self.place + rng.choice(words.OFFICES)
        self.bureau = self.place + rng.choice(words.BUREAUS)
        self.project = rng.choice(words.PROJECTS) + draft.pick("项目", "资金", "专项资金", "经费")
        self.short = self.place[0]


def spread(columns):
    """Header cells of (key, name, span): a name and < for what it spans."""
    return [c for _, name, span in columns for c in [name] + ["<"] * (span - 1)]


def item_cells(columns, item, first, second):
    cells = []
    for key, _, span in columns:
        text = {"l1": first, "l2": second, "l3": item.name, "weight": item.weight, "score": item.score,
                "target": item.target, "actual": item.actual, "criteria": item.criterion, "content": item.content,
                "remark": item.remark, "empty": "", "number": getattr(item, "number", "")}[key]
        cells += [text] + ["<"] * (span - 1)
    return cells


def score_rows(draft, columns, groups, repeat=False, merged=True, subtotals=False):
    """Header, items and groups: a level's cell merged over its rows, or blank below; 小计 under each group."""
    draft.row(*spread(columns))
    below = "^" if merged else ""
    count = sum(len(g.all_items()) for g in groups)
    turn, number = (draft.rng.randrange(2, count - 1) if repeat and count > 4 else -1), 0
    for group in groups:
        first = group.name
        for inner in group.groups:
            second = inner.name
            for item in inner.items:
                number += 1
                item.number = number
                if number == turn:
                    draft.row(*spread(columns))
                    first, second = group.name, inner.name
                draft.row(*item_cells(columns, item, first, second))
                first, second = below, below
        if subtotals:
            subtotal_row(draft, columns, group)


def subtotal_row(draft, columns, group):
    """小计 under the rows of a group."""
    weight = draft.figure(group.full, Style(2, trim=True))
    score = draft.figure(sum(i.points for i in group.all_items()), Style(2, trim=True))
    draft.relate(Sum("weight.section|weight.total", group.name, weight, [i.weight for i in group.all_items()], exact=True,
                     need=MAY))
    draft.relate(Sum("score.subtotal", group.name, score, [i.score for i in group.all_items()], exact=True))
    total_row(draft, columns, weight, score, "小计")


def total_row(draft, columns, weight, score, label=None, filler=""):
    """总分 over the columns before the first figure."""
    cells = []
    first = next(i for i, (key, _, _) in enumerate(columns) if key in ("weight", "score"))
    merge = draft.chance(0.7)
    for i, (key, _, span) in enumerate(columns):
        if i == 0:
            cells += [label or draft.pick(*TOTAL)] + ["<" if merge else ""] * (span - 1)
        elif i < first and merge and key not in ("weight", "score"):
            cells += ["<"] * span
        else:
            cells += [weight if key == "weight" else score if key == "score" else filler] + ["<"] * (span - 1)
    draft.row(*cells)


def fund_rate_score(draft, total, full=10):
    """The score of execution: the rate's share of 10, or full marks."""
    budget, spent = total.budget, total.spent
    item = tree.Item("预算执行率", "f", Decimal(full))
    share = min(Decimal(1), total.exact[2] / total.exact[1])
    item.points = (share * full).quantize(Decimal(draft.pick("0.01", "0.01", "0.1")))
    item.weight = draft.figure(item.full, Style(0))
    item.score = draft.figure(item.points, Style(2, trim=True))
    item.total = (budget, spent)
    return item


def form_l1(draft, head):
    """L1: the national 项目支出绩效自评表."""
    names = ["其中：当年财政拨款", "上年结转资金", "其他资金"]
    if draft.chance(0.4):
        names = ["其中：本年财政拨款", "其他资金"]
    total, lines = funds.block(draft, names)
    execution = fund_rate_score(draft, total)
    groups = tree.make(draft, draft.pick(tree.NATIONAL, tree.NATIONAL, tree.COST))
    if draft.chance(0.5):
        tree.labels(draft, groups)
    weight, score = tree.totals(draft, groups, [execution])
    draft.line(draft.pick("附件1", "附件2", "附表"))
    draft.line("# 项目支出绩效自评表")
    draft.line(f"（{head.year}年度）")
    draft.row("项目名称", "<", head.project, *["<"] * 6)
    draft.row("主管部门", "<", head.office, "<", "<", "实施单位", "<", head.bureau, "<")
    draft.row(draft.pick("项目资金（万元）", "项目资金<br>（万元）"), "<", "", "年初预算数", draft.pick("全年预算数（A）", "全年预算数"),
              draft.pick("全年执行数（B）", "全年执行数"), "分值", draft.pick("执行率（B/A）", "执行率"), "得分")
    draft.row("^", "<", draft.pick("年度资金总额", "年度资金总额："), total.first, total.budget, total.spent, execution.weight,
              total.rate, execution.score)
    dash = draft.pick("—", "-", "——", "")
    for line in lines:
        draft.row("^", "<", line.name, line.first, line.budget, line.spent, dash, line.rate or dash, dash)
    draft.row("年度总体目标", "预期目标", "<", "<", "<", "实际完成情况", "<", "<", "<")
    draft.row("^", f"完成{head.project}年度任务，改善服务条件。", "<", "<", "<", "年度任务基本完成，资金使用规范。", "<", "<", "<")
    columns = [("l1", "一级指标", 1), ("l2", "二级指标", 1), ("l3", "三级指标", 1), ("target", draft.pick(*TARGET), 2),
               ("actual", draft.pick(*ACTUAL), 1), ("weight", draft.pick(*WEIGHT), 1), ("score", draft.pick(*SCORE), 1),
               ("remark", draft.pick(*REMARK), 1)]
    score_rows(draft, columns, groups, repeat=draft.chance(0.15))
    total_row(draft, columns, weight, score)
    prose.score_claim(draft, head, score, project=True)
    if draft.chance(0.5):
        prose.date_line(draft, head)


def form_l5(draft, head):
    """L5: 湖南 departments: cover, income and expense tables with the total first."""
    draft.line(draft.pick("附件2-1", "附件1", "附件2"))
    draft.line(f"{head.place}{head.year}年度部门整体支出")
    draft.line("# 绩效自评报告")
    draft.line(f"部门（单位）名称：{head.office}")
    draft.line(f"预算编码：{draft.rng.randint(100, 999)}00")
    draft.line("评价方式：部门（单位）绩效自评")
    draft.line(f"报告日期：{head.year + 1}年{draft.rng.randint(3, 8)}月{draft.rng.randint(1, 28)}日")
    draft.line("%page")
    units = ["1、局机关"] + [f"{i + 2}、{n}" for i, n in enumerate(draft.rng.sample(words.BUREAUS, draft.rng.randint(2, 5)))]
    draft.row("一、部门（单位）基本概况", *["<"] * 7)
    draft.row("联系人", draft.pick(*words.PEOPLE), "<", "联络电话", "<", f"0000-{draft.rng.randint(2000000, 8999999)}", "<", "<")
    posts = draft.rng.randint(40, 300)
    draft.row("人员编制", posts, "<", "实有人数", "<", posts - draft.rng.randint(0, 9), "<", "<")
    draft.row("职能职责概述", "；".join(f"{i + 1}、{d}" for i, d in enumerate(words.DUTIES)) + "。", *["<"] * 6)
    draft.row("二、部门（单位）收支情况", *["<"] * 7)
    style = Style(2, trim=draft.chance(0.6))
    income = income_rows(draft, units, style)
    basic, project, out = expense_rows(draft, units, style, income)
    if draft.chance(0.6):
        draft.row("机构名称", "三公经费合计", "其中：", *["<"] * 5)
        draft.row("^", "^", "公务接待费", "公务用车运维费", "<", "公务用车购置费", "<", "因公出国费")
        matrix(draft, units[:draft.rng.randint(1, len(units))], style, (1, 1, 2, 2, 1), ("w", "p", "p", "0", "0"), 5, 40)
    if draft.chance(0.5):
        draft.row("机构名称", "固定资产合计", "其中：", *["<"] * 5)
        draft.row("^", "^", "在用固定资产", "<", "<", "出租固定资产", "<", "<")
        matrix(draft, units, style, (1, 3, 3), ("w", "p", "0"), 100, 5000)
    score = prose.score_figure(draft)
    grade, bands = prose.grade_words(draft, score)
    draft.row("三、部门（单位）整体支出绩效自评情况", *["<"] * 7)
    draft.row("绩效自评综合得分", "<", score, "<", "评价等次", "<", grade, "<")
    draft.relate(Band("评价等次", grade, score, bands))
    draft.line(draft.pick("五、评价报告综述（文字部分）", "四、评价报告综述"))
    draft.line("一、部门（单位）概况")
    draft.line(f"{head.office}系财政全额拨款单位，{head.year}年核定编制{posts}人。")
    draft.line("二、部门（单位）整体支出管理及使用情况")
    prose.whole_in_words(draft, f"{head.year}年部门整体支出规模", out, [("基本支出", basic), ("项目支出", project)])
    prose.breakdown(draft, "项目支出", project.exact, stated=project)
    draft.line("三、部门（单位）整体支出绩效情况")
    prose.claim_again(draft, head, score, grade, bands)


def income_rows(draft, units, style):
    draft.row("年度收入情况（万元）", *["<"] * 7)
    draft.row("机构名称", "收入合计", "其中：", *["<"] * 5)
    draft.row("^", "^", "上年结转", "公共财政拨款", "政府基金拨款", "纳入专户管理的非税收入拨款", "<", "其他收入")
    return matrix(draft, units, style, (1, 1, 1, 1, 2, 1), ("w", "0p", "p", "0", "0", "0p"), 100, 3000)


def matrix(draft, units, style, spans, kinds, low, high):
    """A table by unit: the 汇总 row first, its components across; w whole, p part, 0 mostly nothing."""
    count, rows = len(kinds) - 1, []
    for _ in units:
        present = [i for i, k in enumerate(kinds[1:]) if "p" in k and ("0" not in k or draft.chance(0.4))] or [1]
        whole = funds.amount(draft, low, high, 0)
        shares = dict(zip(present, funds.parts_of(draft, whole, len(present))))
        rows.append([whole] + [shares.get(i) for i in range(count)])
    sums = [sum((r[c] or 0) for r in rows) for c in range(count + 1)]
    head = [draft.figure(s, style, "万元") if s else None for s in sums]
    label = draft.pick("局机关及二级机构汇总", "部门汇总", "合计")
    matrix_row(draft, label, head, spans, False)
    below = []
    for unit, row in zip(units, rows):
        cells = [draft.figure(v, style, "万元") if v is not None else None for v in row]
        matrix_row(draft, unit, cells, spans, False)
        below.append(cells)
    for c, figure in enumerate(head):
        if figure and len(units) > 1:
            draft.relate(Sum("amount.total", f"{label}", figure, [r[c] for r in below if r[c]]))
    for name, cells in zip([label] + list(units), [head] + below):
        parts = [c for c in cells[1:] if c]
        if len(parts) > 1:
            draft.relate(Sum("amount.cross", name, cells[0], parts))
        elif parts:
            draft.relate(Sum("amount.cross", name, cells[0], parts))
    return head, below


def matrix_row(draft, label, cells, spans, _):
    out = [label]
    for cell, span in zip(cells, spans):
        out += [cell or ""] + ["<"] * (span - 1)
    draft.row(*out)


def expense_rows(draft, units, style, income):
    """支出合计 = 基本支出 (人员 + 公用) + 项目支出, and what is left of the income."""
    draft.row("部门（单位）年度支出和结余情况（万元）", *["<"] * 7)
    draft.row("机构名称", "支出合计", "其中：", "<", "<", "<", "结余", "<")
    draft.row("^", "^", "基本支出", "其中：", "<", "项目支出", "当年结余", "累计结余")
    draft.row("^", "^", "^", "人员支出", "公用支出", "^", "^", "^")
    head, below = income
    rows = []
    for got in below:
        left = funds.cents(got[0].exact * Decimal("0.03")) if draft.chance(0.2) else Decimal(0)
        spent = got[0].exact - left
        project = funds.cents(spent * Decimal(str(draft.rng.uniform(0.1, 0.7)))) if draft.chance(0.6) or not rows else 0
        staff = funds.cents((spent - project) * Decimal(str(draft.rng.uniform(0.6, 0.9))))
        rows.append([spent, spent - project, staff, spent - project - staff, project, left])
    sums = [sum(r[c] for r in rows) for c in range(6)]
    figures = [[draft.figure(v, style, "万元") if v else None for v in row] for row in [sums] + rows]
    label = draft.pick("局机关及二级机构汇总", "部门汇总")
    for name, cells, got in zip([label] + list(units), figures, [head] + below):
        draft.row(name, *[c or "" for c in cells], "")
        whole, basic, staff, goods, project, left = cells
        if left:
            draft.relate(Sum("amount.balance", name, left, [got[0]], minus=[whole], need=MAY))
        draft.relate(Sum("amount.cross", name, whole, [c for c in (basic, project) if c]))
        draft.relate(Sum("amount.cross", name, basic, [staff, goods]))
    for c in range(6):
        if figures[0][c]:
            draft.relate(Sum("amount.total", label, figures[0][c], [r[c] for r in figures[1:] if r[c]]))
    return figures[0][1], figures[0][4], figures[0][0]


def cover(draft, head, title):
    draft.line(f"# {title}")
    draft.line(draft.pick(f"单位名称：{head.office}    评价年度：{head.year}年度", f"填报单位：{head.office}", f"（{head.year}年度）"))


def form_l6(draft, head):
    """L6: 湖南 附件3-1, rules of scoring beside weights and scores."""
    groups = tree.make(draft, tree.HUNAN, criteria_share=0.85)
    tree.labels(draft, groups)
    weight, score = tree.totals(draft, groups)
    draft.line("附件3-1")
    cover(draft, head, draft.pick("部门整体支出绩效评价评分表", "部门整体支出绩效评价指标评分表", f"{head.year}年度部门整体支出绩效评价打分表"))
    columns = [("l1", "一级指标", 1), ("l2", "二级指标", 1), ("l3", "三级指标", 1), ("criteria", draft.pick(*CRITERIA), 1),
               ("weight", draft.pick(*WEIGHT), 1), ("score", draft.pick(*SCORE), 1),
               ("remark", draft.pick("扣分原因和其他说明", "扣分原因", "备注"), 1)]
    for group in groups:  # no values in this form: the rule is applied to what the text tells
        for item in group.all_items():
            item.remark = item.remark or ""
    subtotals = draft.chance(0.3)
    score_rows(draft, columns, groups, repeat=not subtotals and draft.chance(0.6), subtotals=subtotals)
    total_row(draft, columns, weight, score, draft.pick("总 分", "总分", "合计"))
    if draft.chance(0.5):
        draft.line("备注：部门可根据实际情况对指标体系作适当细化。")
    prose.score_claim(draft, head, score)


def form_l9(draft, head):
    """L9: 河北 工作活动: weight and score far apart, blank rows of the template."""
    groups = tree.make(draft, tree.HEBEI, criteria_share=0.8)
    tree.labels(draft, groups, ("（{}）", "({})"))
    weight, score = tree.totals(draft, groups)
    draft.line(f"# {head.office}单位绩效自评工作总结")
    draft.line("一、项目概况")
    draft.line(prose.law(draft, head) + f"，我局于{head.year + 1}年2月，对{head.project}进行了自评。")
    draft.line("二、工作活动（项目）绩效自评情况")
    columns = [("l1", "一级指标", 1), ("l2", "二级指标", 1), ("l3", "三级指标", 1), ("weight", draft.pick("分值", "分值", "权重"), 1),
               ("content", "指标内容", 1), ("criteria", "评价标准", 1), ("score", draft.pick("得分", "自评得分"), 1)]
    score_rows(draft, columns, groups, merged=draft.chance(0.6), subtotals=draft.chance(0.25))
    total_row(draft, columns, weight, score, "合计")
    prose.score_claim(draft, head, score, project=True)


def form_l10(draft, head):
    """L10: 江苏 departments: fund block, nested labels, repeated header, 合计 and 绩效等级."""
    draft.line("附件1")
    draft.line(f"# 部门整体支出绩效自我评价表（{head.year}年度）")
    draft.row("单位名称", head.office, *["<"] * 6)
    draft.row("主要职能", "".join(f"{i + 1}.{d}。" for i, d in enumerate(words.DUTIES[:3])), *["<"] * 6)
    unit_in_cell = draft.chance(0.6)
    style = Style(2, after=draft.pick(" 万元", "万元")) if unit_in_cell else Style(2)
    draft.row(draft.pick("预算安排及支出情况", "预算安排及支出情况（万元）") if unit_in_cell else "预算安排及支出情况（万元）", "", "<", "全年预算数",
              "<", "实际支出数", "<", "<")
    count = draft.rng.randint(2, 4)
    basic = funds.amount(draft, 300, 3000)
    budget_parts = [funds.amount(draft, 10, 200, 0) for _ in range(count)]
    spent_parts = [funds.share_of(draft, b, full=0.7) for b in budget_parts]
    columns = []
    for parts in (budget_parts, spent_parts):
        total = draft.figure(basic + sum(parts), style, "万元")
        first = draft.figure(basic, style, "万元")
        project = draft.figure(sum(parts), style, "万元")
        inner = [draft.figure(p, style, "万元") for p in parts]
        draft.relate(Sum("amount.breakdown", "资金总额", total, [first, project]))
        draft.relate(Sum("amount.breakdown", "项目支出", project, inner, closed=False))
        columns.append([total, first, project] + inner)
    names = ["资金总额", "基本支出", "项目支出"]
    names += [("其中：" if i == 0 else "") + f"项目{i + 1} {n}" for i, n in enumerate(draft.rng.sample(words.SPENDING, count))]
    for name, a, b in zip(names, *columns):
        draft.row("^", name, "<", a, "<", b, "<", "<")
    groups = tree.make(draft, tree.JIANGSU, rows=(2, 2), criteria_share=0.8)
    tree.labels(draft, groups, ("（{}）", "({})", " （{}）"))
    for group in groups:
        tree.labels(draft, group.groups, ("（{}）",))
    weight, score = tree.totals(draft, groups)
    table = [("l1", "一级指标", 1), ("l2", "二级指标", 1), ("l3", "三级指标", 1), ("target", draft.pick("全年指标值", *TARGET), 1),
             ("weight", "分值", 1), ("criteria", "评价要点及评分规则", 1), ("actual", draft.pick(*ACTUAL), 1),
             ("score", draft.pick(*SCORE), 1)]
    score_rows(draft, table, groups, repeat=draft.chance(0.6))
    total_row(draft, table, weight, score, "合计")
    grade, bands = prose.grade_words(draft, score)
    draft.row(draft.pick("绩效等级", "评价等级"), grade, *["<"] * 6)
    draft.relate(Band("绩效等级", grade, score, bands))
    draft.row("主要成效", "决策依据充分，资金使用合规，年度任务完成。", *["<"] * 6)


def form_l11(draft, head):
    """L11: 石家庄 指标体系: two header rows, a bare total row."""
    prose.opening(draft, head)
    prose.spending(draft, head, funds.Books(draft))
    groups = tree.make(draft, tree.INDEX)
    weight, score = tree.totals(draft, groups)
    prose.score_claim(draft, head, score, bands=draft.chance(0.6))
    draft.line("附件")
    draft.line(f"# {head.year}年度整体预算支出绩效评价指标体系")
    draft.row("一级指标", "二级指标", "三级指标", "绩效评价情况", "<", "<")
    draft.row("^", "^", "^", draft.pick("分值", "权重"), "评价描述", "评价得分")
    columns = [("l1", "", 1), ("l2", "", 1), ("l3", "", 1), ("weight", "", 1), ("actual", "", 1), ("score", "", 1)]
    for group in groups:
        first = group.name
        for inner in group.groups:
            second = inner.name
            for item in inner.items:
                draft.row(*item_cells(columns, item, first, second))
                first, second = "^", "^"
    bare = draft.chance(0.6)
    draft.row("" if bare else "合计", "" if bare else "<", "" if bare else "<", weight, "", score)


FORMS = {"L1": form_l1, "L5": form_l5, "L6": form_l6, "L9": form_l9, "L10": form_l10, "L11": form_l11}
