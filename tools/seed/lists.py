"""The forms of the field, L19 to L25: bonus rows, ordinals, summaries, lists, headings with scores, targets, villages."""
from decimal import Decimal

import funds
import prose
import tree
import words
from figure import Style
from forms import item_cells, score_rows, total_row
from provinces import fund_rows
from relation import MAY, AtMost, Band, Equal, Given, Ratio, Sum

NUMBERS = "一二三四五六七八九十"


def form_l19(draft, head):
    """L19: 安徽: rows that give extra points, a second opinion beside the first."""
    groups = tree.make(draft, tree.INDEX)
    items = [i for g in groups for i in g.all_items()]
    bonus = tree.Item("工作创新加分", "f", Decimal(0))
    bonus.points = Decimal(draft.pick("1", "2", "3", "0.5"))
    bonus.weight, bonus.score = draft.figure(0, Style(0)), draft.figure(bonus.points, Style(2, trim=True))
    weight, score = tree.totals(draft, groups, [bonus])
    draft.line(f"# {head.place}{head.year}年度绩效评价指标评分表")
    draft.row("序号", "一级指标", "二级指标", "三级指标", "指标说明", "指标分值", "县级评分", "市级评分")
    number = 0
    for group in groups:
        first = group.name
        for inner in group.groups:
            second = inner.name
            for item in inner.items:
                number += 1
                draft.row(number, first, second, item.name, item.content, item.weight, item.score, "")
                first, second = "^", "^"
    draft.row(number + 1, "加分项", "创新", bonus.name, "获得省级以上表彰的加分，最多加3分。", draft.pick("", "—"), bonus.score, "")
    draft.relations = [r for r in draft.relations if bonus.weight not in r.figures or r.rule != "weight.total"]
    draft.relate(Sum("weight.total", "合计", weight, [i.weight for i in items], exact=True))
    draft.row("合计", "<", "<", "<", "", weight, score, "")


def form_l20(draft, head):
    """L20: 雅安: ordinals of rows and columns among the figures."""
    style = Style(6) if draft.chance(0.5) else Style(2)
    names = ["年度资金总额（万元）：", "其中：中央财政资金（万元）", "地方财政资金（万元）", "其他资金（万元）"]
    rows = []
    for _ in names[1:]:
        a = funds.amount(draft, 20, 600) if draft.chance(0.8) or not rows else None
        b = funds.share_of(draft, a, 0.9, 1, 0.6) if a is not None else None
        rows.append((a, b, funds.share_of(draft, b) if b is not None else None))
    rows.insert(0, tuple(sum(r[c] for r in rows if r[c] is not None) for c in range(3)))
    figures = []
    for name, (a, b, c) in zip(names, rows):
        if a is None:
            figures.append([""] * 7)
            continue
        fa, fc, fd, fe = (draft.figure(v, style, "万元") for v in (a, a, b, c))
        arrived, used = (draft.figure(v / a * 100, Style(2, after="%")) for v in (b, c))
        draft.relate(Ratio("rate.ratio", name, arrived, fd, fc))
        draft.relate(Ratio("rate.ratio", name, used, fe, fc))
        draft.relate(Equal("amount.claims", name, fa, fc, MAY))
        figures.append([fa, "", fc, fd, arrived, fe, used])
    for c in (0, 2, 3, 5):
        parts = [f[c] for f in figures[1:] if f[c] != ""]
        draft.relate(Sum("amount.breakdown", "年度资金总额", figures[0][c], parts))
    draft.line(f"# {head.project}绩效自评表")
    draft.line(f"年度：{head.year}年")
    draft.row("资金投入情况（万元）", "行次", "全年预算数（A）", "统筹整合资金数（B）", "扣除统筹整合资金后预算金额（C）", "全年到位资金（D）",
              "预算到位（D/C×100%）", "全年执行资金（E）", "预算执行（E/C×100%）")
    draft.row("列次", *range(8))
    for i, (name, row) in enumerate(zip(names, figures)):
        draft.row(name, i + 1, *row)
    prose.project_spending(draft, head, "其他" + draft.pick(*words.PROJECTS))


def form_l21(draft, head):
    """L21: 儋州: one row for each section, each with its own grade."""
    groups = tree.make(draft, draft.pick(tree.INDEX, tree.HUNAN))
    weights = [draft.figure(g.full, Style(2)) for g in groups]
    points = [sum(i.points for i in g.all_items()) for g in groups]
    scores = [draft.figure(p, Style(2)) for p in points]
    weight, score = draft.figure(100, Style(2)), draft.figure(sum(points), Style(2))
    draft.relate(Sum("weight.total", "合计", weight, weights, exact=True))
    draft.relate(Sum("score.total", "合计", score, scores, exact=True))
    for group, s, w in zip(groups, scores, weights):
        draft.relate(AtMost("score.over_weight", group.name, s, [w]))
    draft.line(f"# {head.office}{head.year}年度部门整体支出绩效评价报告")
    draft.line("绩效评价结果")
    draft.row("指标", "权重", "得分", "绩效等级")
    for group, w, s, p in zip(groups, weights, scores, points):
        grade = draft.words(prose.grade_of(p / group.full * 100, prose.NATIONAL))
        draft.relate(Given("grade.band", group.name, grade, [s, w], section_grade, MAY))
        draft.row(group.name, w, s, grade)
    grade = draft.words(prose.grade_of(score.value, prose.NATIONAL))
    draft.relate(Band("合计", grade, score, prose.NATIONAL))
    draft.row(draft.pick("合计", "总计", ""), weight, score, grade)
    prose.bands_line(draft, prose.NATIONAL)
    prose.breakdown(draft, "年度支出", funds.amount(draft, 500, 6000), year=head.year)


def section_grade(grade, score, weight):
    want = prose.grade_of(score / weight * 100, prose.NATIONAL) if weight else grade
    return None if want == grade else (want, False)


def form_l22(draft, head):
    """L22: an allocation list with subtotals, 合计 and columns that do not add."""
    style, unit = Style(2, trim=draft.chance(0.3), group=draft.chance(0.2)), draft.pick("万元", "元")
    grouped = draft.chance(0.4)
    draft.line(f"# {head.year}年{head.project}资金分配表")
    draft.line(draft.pick(f"单位：{unit}", f"金额单位：{unit}"))
    both = draft.chance(0.6)
    draft.row("序号", "名称", "计划金额" if both else "金额", *(["已拨付金额"] if both else []), "备注")
    places = draft.rng.sample([p + o for p in ("东岸", "西岭", "南塘", "北渡", "青石", "白沙", "云台", "长垣") for o in ("镇", "乡")],
                              draft.rng.randint(4, 10))
    low, high = (0.5, 80) if unit == "元" else (5, 400)
    rows, sums, number = [], [], 0
    cut = len(places) // 2 if grouped else len(places)
    for block in (places[:cut], places[cut:]):
        inner = []
        for place in block:
            number += 1
            planned = funds.amount(draft, low, high)
            cells = [draft.figure(planned, style, unit)]
            if both:
                cells.append(draft.figure(funds.share_of(draft, planned, full=0.6), style, unit))
            draft.row(number, place, *cells, draft.pick("", "", "已验收", "2023年12月拨付"))
            inner.append(cells)
        rows += inner
        if grouped and inner:
            sub = [draft.figure(sum(r[c].exact for r in inner), style, unit) for c in range(len(inner[0]))]
            for c, figure in enumerate(sub):
                draft.relate(Sum("amount.total", "小计", figure, [r[c] for r in inner]))
            draft.row("小计", "<", *sub, "")
            sums.append(sub)
    total = [draft.figure(sum(r[c].exact for r in rows), style, unit) for c in range(len(rows[0]))]
    for c, figure in enumerate(total):
        draft.relate(Sum("amount.total", "合计", figure, [r[c] for r in rows], need="may" if grouped else "must"))
        if grouped:
            draft.relate(Sum("amount.total", "合计", figure, [s[c] for s in sums]))
    draft.row(draft.pick("合计", "全县合计", "总计"), "<", *total, "")


def form_l23(draft, head):
    """L23: headings that carry scores, the tree by their depth."""
    groups = tree.make(draft, (("投入", 15, (("项目立项", "m"), ("资金落实", "m"))), ("过程", 25, (("业务管理", "m"), ("财务管理", "m"))),
                               ("产出", 35, (("产出数量", "q"), ("产出质量", "r"))), ("效果", 25, (("项目效益", "l"), ("满意度", "s")))))
    score = draft.figure(sum(i.points for g in groups for i in g.all_items()), Style(2, trim=True))
    form = draft.pick("（满分{w}分，实得{s}分）", "（{w}分，得{s}分）", "（分值{w}分，自评得分{s}分）")
    draft.line(f"# {head.project}绩效自评报告")
    draft.line("一、绩效评价指标分析")
    tops = []
    for number, group in enumerate(groups):
        parts, weights = [], []
        whole = draft.figure(sum(i.points for i in group.all_items()), Style(2, trim=True))
        weight = draft.figure(group.full, Style(0))
        draft.line(f"（{NUMBERS[number]}）{group.name}" + form.format(w=weight, s=whole))
        for i, inner in enumerate(group.groups):
            part = draft.figure(sum(x.points for x in inner.items), Style(2, trim=True))
            own = draft.figure(inner.full, Style(0))
            draft.line(f"{i + 1}. {inner.name}" + form.format(w=own, s=part))
            draft.line(f"{inner.items[0].name}方面，{draft.pick('按要求完成', '总体完成较好', '基本达到预期')}。")
            draft.relate(AtMost("score.over_weight", inner.name, part, [own]))
            parts.append(part)
            weights.append(own)
        draft.relate(Sum("score.subtotal", group.name, whole, parts, exact=True))
        draft.relate(Sum("weight.section", group.name, weight, weights, exact=True))
        draft.relate(AtMost("score.over_weight", group.name, whole, [weight]))
        tops.append(whole)
    draft.relate(Sum("score.total", "总分", score, tops, exact=True))
    draft.line("二、综合评价结论")
    grade, bands = prose.grade_words(draft, score)
    draft.relate(Band("评价等级", grade, score, bands))
    draft.line(prose.claim_text(draft, head, score, grade, True))


def form_l24(draft, head):
    """L24: a form that sets targets: nothing is scored."""
    style = Style(2, trim=True)
    names = ["市级资金", "省级资金", "中央资金", "县级资金"]
    present = sorted(draft.rng.sample(range(4), 2))
    columns = []
    for _ in range(2):
        whole = funds.amount(draft, 50, 900)
        parts = dict(zip(present, funds.parts_of(draft, whole, 2)))
        total = draft.figure(whole, style, "万元")
        inner = {i: draft.figure(v, style, "万元") for i, v in parts.items()}
        draft.relate(Sum("amount.total", "合计", total, list(inner.values())))
        columns.append((total, inner))
    draft.line("# 项目支出预算绩效目标申报表")
    draft.line(f"（{head.year}年度）")
    draft.row("项目名称", head.project, "<", "<", "<")
    draft.row("项目属性", "新增项目□　延续项目√", "<", "<", "<")
    draft.row("项目资金申请（万元）", "项 目", "<", "上年度安排资金", "本年度申请资金")
    draft.row("^", "合 计", "<", columns[0][0], columns[1][0])
    for i, name in enumerate(names):
        draft.row("^", name, "<", columns[0][1].get(i, ""), columns[1][1].get(i, ""))
    groups = tree.make(draft, tree.NATIONAL)
    draft.row("一级指标", "二级指标", "三级指标", "指标值", "备注")
    for group in groups:
        first = group.name
        for inner in group.groups:
            second = inner.name
            for item in inner.items:
                draft.row(first, second, item.name, item.target, "")
                first, second = "^", "^"


def form_l25(draft, head):
    """L25: a column for each village."""
    villages = draft.rng.sample(["东岸村", "西岭村", "南塘村", "北渡村", "青石村", "白沙村"], draft.rng.randint(2, 4))
    draft.line(f"# {head.year}年{head.project}绩效目标表")
    draft.row("一级指标", "二级指标", "三级指标", "指标解释", *villages)
    groups = tree.make(draft, tree.NATIONAL)
    for group in groups:
        first = group.name
        for inner in group.groups:
            second = inner.name
            for item in inner.items:
                draft.row(first, second, item.name, item.content, *[item.target] * len(villages))
                first, second = "^", "^"
    whole = funds.amount(draft, 100, 900)
    shares = [draft.figure(v, Style(2), "万元") for v in funds.parts_of(draft, whole, len(villages))]
    total = draft.figure(whole, Style(2), "万元")
    draft.relate(Sum("amount.breakdown", head.project, total, shares))
    draft.line(f"项目资金共计{total}万元，分别为" + "、".join(f"{v}{s}万元" for v, s in zip(villages, shares)) + "。")


FORMS = {"L19": form_l19, "L20": form_l20, "L21": form_l21, "L22": form_l22, "L23": form_l23, "L24": form_l24, "L25": form_l25}
