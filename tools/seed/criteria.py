"""Scoring rules as they stand in 评分标准 columns, and the scores they give."""
from decimal import Decimal

from figure import Style, plain, rounded
from relation import ANY, MAY, MUST, Given


def attach(draft, item):
    """Gives the item a rule and the score that follows from it."""
    makers = {"r": (tiers, tiers, steps, proportion), "s": (tiers, tiers, steps), "t": (tiers, steps, proportion),
              "q": (proportion_of_target, shortage), "c": (steps, over_steps, tiers), "m": (points, points, fractions),
              "l": (grades, grades, vague), "v": (vague,)}[item.kind]
    if item.kind == "c":
        makers = (over_steps, over_none) if item.less else (tiers, steps)
    draft.pick(*makers)(draft, item)


def settle(draft, item, text, points, fn=None, need=MUST, empties=()):
    """Puts the rule into the row; `fn(score, value)` says what is wrong with a score. `empties` are texts
    of the same rule that contradict themselves: (kind, text)."""
    item.criterion = draft.words(text)
    item.points, item.met = points, points == item.full
    if points == item.full:
        item.remark = ""
    item.rule = None if fn is None else (fn, need)
    for kind, other in empties:
        draft.offer("rule.tiers", kind, item.criterion, other, item.name, ["score.rule"])


def relate(draft, item):
    """Once the score is printed."""
    if item.criterion:  # a rule written for another weight, and what it then gives
        other = Given("rule.tiers", item.name, item.weight, [], lambda w: None if w == item.full else (ANY, False),
                      MAY, needs=[item.criterion])
        draft.relate(other)
        draft.relate(Given("score.rule", item.name, item.score, [item.weight],
                           lambda s, w: None if w == item.full else (ANY, False), MAY, needs=[item.criterion]))
    if getattr(item, "allowed", None):  # whatever was done
        draft.relate(Given("score.rule", item.name, item.score, [],
                           lambda s: None if s in item.allowed else (None, True), MUST, item.weight, [item.criterion]))
        return
    if getattr(item, "rule", None):
        fn, need = item.rule
        operands = [item.value] if item.goal is not None else []
        draft.relate(Given("score.rule", item.name, item.score, operands, fn, need, item.weight,
                           [item.criterion]))


def share_text(points, full, form):
    """得5分, or 得分值的80%."""
    if points == full and form == "share":
        return "得满分"
    return f"得{plain(points)}分" if form == "points" else f"得分值的{plain(points / full * 100)}%"


def tiers(draft, item):
    full, top = item.full, item.goal
    width = draft.pick(5, 10)
    middle = rounded(full * draft.pick(Decimal("0.8"), Decimal("0.6"), Decimal("0.5")), 1)
    bottom = top - width
    low_ends = [top, bottom]
    gives = [full, middle, Decimal(0)]
    if draft.chance(0.4) and bottom > 20:
        low_ends.append(bottom - width)
        gives = [full, middle, rounded(middle / 2, 1), Decimal(0)]
    value = rounded(item.done, item.value.style.decimals)
    index = next((i for i, low in enumerate(low_ends) if value >= low), len(low_ends))
    verb = draft.pick("得", "计")
    subject = draft.pick("", "", item.name if not item.name.startswith("“") else "", "比率", "完成率")
    def signs(a, b):
        return (f"{subject}≥{a}%，{verb}{{}}分", f"{b}%≤{subject}<{a}%，{verb}{{}}分", f"{subject}<{a}%，不得分")

    forms = (signs, signs) if subject else ()
    forms += (
        lambda a, b: (f"{a}%（含）以上{verb}{{}}分", f"{b}%（含）-{a}%，{verb}{{}}分", f"低于{a}%不得分"),
        lambda a, b: (f"{subject}{a}%（含）以上{verb}{{}}分", f"{b}%（含）-{a}%{verb}{{}}分", f"{a}%以下不得分"),
        lambda a, b: (f"{subject}达到{a}%（含）以上的，{verb}{{}}分", f"{b}%（含）至{a}%的，{verb}{{}}分",
                      f"低于{a}%的，不得分"),
    )
    form = draft.pick(*forms)

    def text(ends, awards, cut=None):
        out = [form(plain(ends[0]), 0)[0].format(plain(awards[0]))]
        for i in range(1, len(ends)):
            high, low = ends[i - 1], ends[i]
            if cut == i:
                high, low = low, high
            out.append(form(plain(high), plain(low))[1].format(plain(awards[i])))
        out.append(form(plain(ends[-1]), 0)[2])
        return "；".join(out) + "。"

    def wrong(score, actual):
        want = gives[next((i for i, low in enumerate(low_ends) if actual >= low), len(low_ends))]
        return None if score == want else (want, True)
    more = [full + 1] + gives[1:]
    empties = [("points beyond the weight", text(low_ends, more))]
    if form is signs:  # 92%-87% is but another order, 92%≤x<87% is empty
        empties.append(("empty range", text(low_ends, gives, cut=1)))
    settle(draft, item, text(low_ends, gives), gives[index], wrong, empties=empties)
    item.allowed = gives


def steps(draft, item):
    full, top = item.full, item.goal
    each = Decimal(draft.pick("0.5", "0.2", "0.1", "1"))
    value = rounded(item.done, item.value.style.decimals)
    goal = plain(top)
    text = draft.pick(
        f"达到{goal}%得满分，每降低1个百分点扣{each}分，扣完为止。",
        f"≥{goal}%得{plain(full)}分，每低1个百分点扣{each}分，扣完为止。",
        f"{item.name}≥{goal}%，计{plain(full)}分；每低于{goal}%一个百分点扣{each}分，扣完为止。",
        f"比率≥{goal}%，得满分；比率<{goal}%，每减少1%，扣{each}分，扣完为止。")
    gap = max(Decimal(0), top - value)
    whole = gap == gap.to_integral_value()

    def wrong(score, actual):
        lost = max(Decimal(0), top - actual) * each
        want = max(Decimal(0), full - lost)
        if score == want:
            return None
        if lost and lost != lost.to_integral_value() * 1 and abs(score - want) <= each:
            return (want, False)
        return (want, True)
    points = max(Decimal(0), full - each * gap)
    if not whole:  # who counts begun points and who does not is left open: make it even
        item.done = top - gap.to_integral_value()
        fix_value(draft, item)
        points = max(Decimal(0), full - each * gap.to_integral_value())
    settle(draft, item, text, points, wrong)


def over_steps(draft, item):
    each = Decimal(draft.pick("0.5", "0.1", "0.2"))
    goal = plain(item.goal)
    text = draft.pick(
        f"≤{goal}%，计{plain(item.full)}分；每超过一个百分点扣{each}分，扣完为止。",
        f"比率≤{goal}%，得满分；比率>{goal}%，每增加1个百分点扣{each}分，扣完为止。",
        f"{item.name}不高于{goal}%，得{plain(item.full)}分；每高出1个百分点扣{each}分，扣完为止。")

    def wrong(score, actual):
        want = max(Decimal(0), item.full - max(Decimal(0), actual - item.goal) * each)
        return None if score == want else (want, actual <= item.goal)
    settle(draft, item, text, item.full, wrong)


def over_none(draft, item):
    goal = plain(item.goal)
    text = draft.pick(f"比率≤{goal}%，得满分；比率>{goal}%，不得分。",
                      f"≤{goal}%得{plain(item.full)}分，超过{goal}%不得分。")

    def wrong(score, actual):
        want = item.full if actual <= item.goal else Decimal(0)
        return None if score == want else (want, True)
    settle(draft, item, text, item.full, wrong)


def fix_value(draft, item):
    """The printed actual value after a change of what was done."""
    item.value.value = rounded(item.done, item.value.style.decimals)
    item.value.text = item.value.style.text(item.value.value)


def proportion(draft, item):
    value = rounded(item.done, item.value.style.decimals)
    def text_for(name):
        return form.format(n=name, w=plain(item.full))
    form = draft.pick("得分={n}×分值。", "得分={n}×{w}分。", "按照{n}计分。", "得分=分值×{n}。")
    text = text_for(item.name)
    item.subject = text_for

    def wrong(score, actual):
        want = item.full * min(actual, Decimal(100)) / 100
        return None if abs(score - want) <= Decimal("0.05") else (rounded(want, 2), abs(score - want) > Decimal("0.5"))
    settle(draft, item, text, rounded(item.full * min(value, Decimal(100)) / 100, 2), wrong)


def proportion_of_target(draft, item):
    share = min(Decimal(1), item.done / item.goal)
    text = draft.pick("按完成比例计算得分，满分为止。", "完成目标值得满分，未完成的按完成比例计分。",
                      "实际完成值达到指标值的得满分，未达到的按实际完成值与指标值的比例计分。", "按实际完成率计分，超额不加分。")
    settle(draft, item, text, rounded(item.full * share, draft.pick(1, 2)), None)

    def wrong(score, actual):
        want = item.full * min(Decimal(1), actual / item.goal)
        return None if abs(score - want) <= Decimal("0.06") else (rounded(want, 2), abs(score - want) > Decimal("0.5"))
    item.rule = (wrong, MAY)


def shortage(draft, item):
    each = Decimal(draft.pick("0.5", "1", "0.1"))
    unit = item.value.style.after
    whole = item.done == item.done.to_integral_value() and item.goal == item.goal.to_integral_value()
    if not whole or len(unit) > 1:
        return proportion_of_target(draft, item)
    text = draft.pick(f"达到{plain(item.goal)}{unit}得{plain(item.full)}分，每少1{unit}扣{each}分，扣完为止。",
                      f"完成{plain(item.goal)}{unit}得满分，少完成1{unit}扣{each}分，扣完为止。")
    points = max(Decimal(0), item.full - each * max(Decimal(0), item.goal - item.done))

    def wrong(score, actual):
        want = max(Decimal(0), item.full - each * max(Decimal(0), item.goal - actual))
        return None if score == want else (want, True)
    settle(draft, item, text, points, wrong, MAY)
    return None


def sums_of(shares):
    sums = {Decimal(0)}
    for share in shares:
        sums |= {s + share for s in sums}
    return sums


CLAIMS = ("有健全的管理制度", "制度执行有效", "内容合法合规", "论证充分", "程序规范", "资料齐全", "按时公开", "账实相符", "审批手续完整",
          "目标明确", "指标细化量化", "与部门职责相符", "专人负责")


def points(draft, item):
    """①…得1分；②…得2分: what is lost is one of the points."""
    full = item.full
    count = draft.pick(2, 2, 3)
    if full < 2:
        return vague(draft, item)
    unit = Decimal("0.5") if full < count else Decimal(1)
    shares = [unit] * count
    while sum(shares) < full:
        shares[draft.rng.randrange(count)] += unit if full - sum(shares) >= unit else full - sum(shares)
    claims = draft.rng.sample(CLAIMS, count)
    marks = draft.pick(("①", "②", "③"), ("", "", ""), ("（1）", "（2）", "（3）"))

    def text(awards):
        return "；".join(f"{m}{c}，得{plain(a)}分" for m, c, a in zip(marks, claims, awards)) + "。"
    lost = Decimal(0) if draft.chance(0.75) else draft.rng.choice(shares)
    more = [shares[0] + 1] + shares[1:]
    # points some of which add to the weight may be meant to exclude others
    clear = max(more) < full and (marks[0] or full not in sums_of(more))
    settle(draft, item, text(shares), full - lost, None,
           empties=(("points do not add to the weight", text(more)),) if clear else ())
    sums = sums_of(shares)
    whole = all(s == s.to_integral_value() for s in sums)
    item.rule = (lambda score: None if score in sums else
                 (None, whole and score != score.to_integral_value()), MAY)
    return None


def fractions(draft, item):
    count = draft.pick(2, 3, 4)
    claims = draft.rng.sample(CLAIMS, count)
    text = "评价要点：" + "；".join(f"{'①②③④'[i]}{c}" for i, c in enumerate(claims)) + \
        f"。以上评价要点各占1/{count}分值，按达成、部分达成、未达成三档分别确定。"
    settle(draft, item, text, item.points)


def grades(draft, item):
    full = item.full
    gives = [full, rounded(full * Decimal("0.8"), 1), rounded(full * Decimal("0.6"), 1), Decimal(0)]
    names = draft.pick(("效果显著", "效果较显著", "效果一般", "无效果"), ("显著", "较好", "一般", "不明显"),
                       ("明显提升", "有所提升", "提升不明显", "无提升"))
    text = "，".join(f"{n}得{plain(g)}分" for n, g in zip(names[:3], gives)) + f"，{names[3]}不得分。"
    index = draft.pick(0, 0, 0, 1, 1, 2)

    def wrong(score):
        return None if score in gives else (None, True)
    settle(draft, item, text, gives[index], wrong)
    item.actual = names[index]


def vague(draft, item):
    text = draft.pick("根据实际效果酌情打分。", "结合部门职责，按实际效果计分。", "达到预期目标得满分，否则视情况扣分。",
                      "按完成情况分档计分。", f"完成得{plain(item.full)}分，未完成酌情扣分。", "围绕年度重点任务，按完成程度计分。")
    settle(draft, item, text, item.points)
