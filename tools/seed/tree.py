"""Indicators with weights, targets, actual values and the scores they deserve."""
from decimal import Decimal

import criteria
import words
from figure import Style, plain, rounded
from relation import AtMost, Given, Sum

# first levels with their weights, and the second levels under each: (name, kinds of indicator)
NATIONAL = (("产出指标", 50, (("数量指标", "q"), ("质量指标", "r"), ("时效指标", "rt"), ("成本指标", "v"))),
            ("效益指标", 30, (("经济效益指标", "lq"), ("社会效益指标", "lq"), ("生态效益指标", "l"), ("可持续影响指标", "l"))),
            ("满意度指标", 10, (("服务对象满意度指标", "s"),)))
COST = (("产出指标", 40, (("数量指标", "q"), ("质量指标", "r"), ("时效指标", "rt"))),
        ("成本指标", 20, (("经济成本指标", "v"), ("社会成本指标", "l"))),
        ("效益指标", 20, (("社会效益指标", "lq"), ("生态效益指标", "l"))),
        ("满意度指标", 10, (("服务对象满意度指标", "s"),)))
HUNAN = (("投入", 15, (("预算配置", "cm"),)), ("过程", 40, (("预算执行", "cm"), ("预算管理", "m"), ("资产管理", "mc"))),
         ("产出", 25, (("职责履行", "qr"),)), ("效果", 20, (("履职效益", "lrs"),)))
HEBEI = (("“工作活动”设置", 15, (("工作活动相关性", "m"), ("绩效目标、指标科学性", "m"))),
         ("“工作活动”管理", 25, (("财务管理规范性", "mc"), ("工作活动实施保障", "m"))),
         ("“工作活动”产出", 25, (("工作活动产出数量完成率", "r"), ("工作活动产出质量达标率", "r"))),
         ("“工作活动”效果", 35, (("经济效益", "l"), ("社会效益", "l"), ("受益群体满意度", "s"))))
JIANGSU = (("决策", 6, (("计划制定", "m"), ("目标设定", "m"), ("预算编制", "m"))),
           ("过程", 26, (("预算执行", "c"), ("预算管理", "m"), ("资产管理", "cm"))),
           ("履职", 30, (("业务工作", "qr"), ("服务保障", "rq"))), ("效益", 28, (("经济效益", "l"), ("社会效益", "l"))),
           ("满意度", 10, (("服务对象满意度", "s"),)))
NINGXIA = (("决策", 10, (("项目立项", "m"), ("绩效目标", "m"))), ("管理", 25, (("资金管理", "cm"), ("组织实施", "m"))),
           ("产出", 30, (("产出数量", "q"), ("产出质量", "r"), ("产出时效", "rt"))),
           ("效益", 35, (("社会效益", "l"), ("可持续影响", "l"), ("满意度", "s"))))
INDEX = (("决策", 20, (("项目立项", "m"), ("资金落实", "c"))), ("过程", 25, (("业务管理", "m"), ("财务管理", "mc"))),
         ("产出", 30, (("产出数量", "q"), ("产出质量", "r"), ("产出时效", "rt"))), ("效果", 25, (("项目效益", "lrs"),)))


class Item:
    """One scored row. Figures: weight, score; words or figures: target, actual, criterion."""

    def __init__(self, name, kind, weight):
        self.name, self.kind, self.full = name, kind, weight
        self.target = self.actual = self.criterion = self.remark = self.content = ""
        self.goal = self.done = None


class Group:
    def __init__(self, name, weight):
        self.name, self.full, self.groups, self.items = name, weight, [], []
        self.label = None

    def all_items(self):
        return self.items + [i for g in self.groups for i in g.all_items()]


def split(rng, total, count):
    """Whole numbers that add to total, mostly even."""
    count = max(1, min(count, int(total)))
    shares = [total // count] * count
    for i in range(int(total - sum(shares))):
        shares[i] += 1
    for _ in range(count):
        a, b = rng.randrange(count), rng.randrange(count)
        if shares[a] > 2 and shares[b] < shares[a]:
            shares[a] -= 1
            shares[b] += 1
    rng.shuffle(shares)
    return shares


class Names:
    """Every name once a document."""

    def __init__(self, rng):
        self.rng, self.used = rng, set()

    def take(self, stock, key=lambda x: x):
        left = [x for x in stock if key(x) not in self.used]
        if not left:
            return None
        choice = self.rng.choice(left)
        self.used.add(key(choice))
        return choice


def make(draft, shape, rows=(2, 3), criteria_share=0.0, fractions=False):
    """A tree of groups after `shape`, every item with weight and deserved score."""
    names, groups = Names(draft.rng), []
    for name, weight, seconds in shape:
        group = Group(name, Decimal(weight))
        seconds = [s for s in seconds]
        while len(seconds) > 1 and (draft.chance(0.2) or weight < 2 * len(seconds)):
            seconds.pop(draft.rng.randrange(len(seconds)))
        for (second, kinds), share in zip(seconds, split(draft.rng, weight, len(seconds))):
            inner = Group(second, Decimal(share))
            count = min(draft.rng.randint(1, rows[1]), share)
            for part in split(draft.rng, share, count):
                item = make_item(draft, names, draft.rng.choice(kinds), Decimal(part))
                if draft.chance(criteria_share):
                    criteria.attach(draft, item)
                inner.items.append(item)
            group.groups.append(inner)
        groups.append(group)
    items = [i for g in groups for i in g.all_items()]
    for item in items:
        print_item(draft, item, fractions)
    offer_subjects(draft, items)
    return groups


def offer_subjects(draft, items):
    """得分=培训合格率×分值 in the row of another indicator."""
    for item in items:
        others = [i.name for i in items if i is not item and i.name.endswith("率") and len(i.name) > 4]
        if hasattr(item, "subject") and others:
            text = item.subject(draft.rng.choice(others))
            draft.offer("rule.subject", "another indicator", item.criterion, text, item.name,
                        ["score.rule", "score.target"])


def make_item(draft, names, kind, weight):
    rng, item = draft.rng, None
    if kind == "q":
        stock = names.take(words.QUANTITY, lambda x: x[0])
        if stock:
            item = Item(stock[0], kind, weight)
            measure(draft, item, stock)
    elif kind in "rts":
        name = names.take(words.SATISFIED if kind == "s" else words.RATE)
        if name:
            item = Item(name, kind, weight)
            rate(draft, item)
    elif kind == "v":
        stock = names.take(words.REVERSE, lambda x: x[0])
        if stock:
            item = Item(stock[0], kind, weight)
            reverse(draft, item, stock)
    elif kind == "c":
        stock = names.take(words.CONTROLLED, lambda x: x[0])
        if stock:
            item = Item(stock[0], kind, weight)
            controlled(draft, item, stock[1])
    elif kind == "m":
        name = names.take(words.MANAGED)
        if name:
            item = Item(name, kind, weight)
            managed(draft, item)
    if item is None:
        stock = names.take(words.QUALITY, lambda x: x[0]) or (f"重点工作{rng.randint(1, 99)}完成情况", "完成")
        item = Item(stock[0], "l", weight)
        quality(draft, item, stock[1])
    item.content = draft.pick(*words.CONTENT)
    return item


def measure(draft, item, stock):
    _, unit, size = stock
    decimals = 1 if size < 40 and unit in ("公里", "千米", "万亩", "万页") else 0
    item.goal = rounded(Decimal(str(size * draft.rng.uniform(0.6, 1.5))), decimals)
    miss = draft.chance(0.2)
    share = draft.rng.uniform(0.7, 0.97) if miss else draft.pick(1, 1, draft.rng.uniform(1, 1.15))
    item.done = rounded(item.goal * Decimal(str(share)), decimals)
    sign = draft.pick("≥", "≥", "≥", "", "", "=", "不少于", "大于等于")
    put_values(draft, item, sign, unit, decimals)
    deserve(draft, item, item.done >= item.goal, item.done / item.goal)


def rate(draft, item):
    item.goal = Decimal(draft.pick(85, 90, 92, 95, 95, 98, 98, 100))
    miss = draft.chance(0.18)
    low = draft.rng.uniform(0.75, 0.97) * float(item.goal)
    high = draft.rng.uniform(float(item.goal), 100)
    done = draft.pick(1, 1, 0) and item.goal or Decimal(str(high))
    decimals = draft.pick(0, 0, 1, 2)
    item.done = rounded(Decimal(str(low)) if miss else done, decimals)
    if not miss:
        item.done = max(item.done, item.goal)
    sign = draft.pick("≥", "≥", "≥", "=" if item.goal == 100 else "≥", "不低于", "" if item.goal == 100 else "≥")
    put_values(draft, item, sign, draft.pick("%", "%", "%", "%", "％"), decimals)
    other = draft.pick(f"{draft.rng.randint(3, 400)}.5万元", f"{draft.rng.randint(12, 90)}万元", f"{draft.rng.randint(3, 90)}个",
                       f"{draft.rng.randint(20, 300)}人")
    draft.offer("rate.unit", "money or counts for a rate", item.value, other, item.name, ["score.target", "score.rule"],
                needs=[item.goal_figure])
    deserve(draft, item, item.done >= item.goal, item.done / item.goal)


def reverse(draft, item, stock):
    _, unit, size = stock
    decimals = 1 if 0 < size < 100 else 0
    item.goal = rounded(Decimal(str(size * draft.rng.uniform(0.8, 1.3))), decimals if size > 9 else 0)
    miss = size > 0 and draft.chance(0.15)
    share = draft.rng.uniform(1.08, 1.3) if miss else draft.rng.uniform(0.7, 1)
    item.done = rounded(item.goal * Decimal(str(share)), decimals)
    if miss and item.done <= item.goal:
        item.done = item.goal + 1
    if not miss:
        item.done = min(item.done, item.goal)
    sign = draft.pick("≤", "≤", "≤", "不超过", "小于等于")
    put_values(draft, item, sign, unit, decimals)
    share = item.goal / item.done if item.done else Decimal(1)
    deserve(draft, item, item.done <= item.goal, share)


def controlled(draft, item, more):
    """Rates of the department's tree, over 100 where less is better."""
    if more:
        rate(draft, item)
        return
    change = item.name in ("预算调整率", "结转结余率")
    item.goal = Decimal(draft.pick(0, 5, 10) if change else 100)
    item.done = rounded(Decimal(str(draft.rng.uniform(0, float(item.goal)) if change
                                    else draft.rng.uniform(72, 100))), 2)
    put_values(draft, item, "≤", "%", 2)
    deserve(draft, item, True, Decimal(1))


def managed(draft, item):
    item.target = item.name[-3:-1] if len(item.name) > 4 else "规范"
    full = draft.chance(0.8)
    item.actual = draft.pick("达成预期目标", "达成预期指标", "已完成", item.target) if full else "部分达成预期目标"
    deserve(draft, item, full, Decimal(str(draft.rng.uniform(0.6, 0.95))))


def quality(draft, item, target):
    item.target = target
    full = draft.chance(0.75)
    item.actual = draft.pick(target, "达成预期指标", "达成预期目标") if full else draft.pick("部分达成预期指标", "基本达成目标")
    deserve(draft, item, full, Decimal(str(draft.rng.uniform(0.8, 0.97))))


LESS = ("≤", "不超过", "小于等于")


def put_values(draft, item, sign, unit, decimals):
    trim = draft.chance(0.7)
    item.goal_figure = draft.figure(item.goal, Style(max(0, -item.goal.normalize().as_tuple().exponent), trim=True, before=sign, after=unit))
    item.signed = sign != "" or unit in "%％"
    item.target, item.less = str(item.goal_figure), sign in LESS
    item.value = draft.figure(item.done, Style(decimals, trim=trim, after=unit))
    item.actual = str(item.value)


def deserve(draft, item, met, share):
    """The score before it is printed: full, or in proportion, on a half or a tenth."""
    item.met = met
    if met:
        item.points = item.full
        return
    step = Decimal(draft.pick("0.1", "0.5", "0.01", "1")) if item.full > 2 else Decimal("0.1")
    points = item.full * min(share, Decimal("0.97"))
    item.points = max(Decimal(0), (points / step).to_integral_value() * step)
    if item.points >= item.full:
        item.points = item.full - step
    item.remark = draft.pick(*words.REASONS)


def misses(item):
    """Full marks need the target reached."""
    def judge(score, weight, actual, goal):
        if score < weight:
            return None
        far = (actual - goal) if item.less else (goal - actual)
        # a target without a sign is a least one only among 数量指标; 10 may be 10.2 rounded
        sure = item.signed and far > item.value.shown(actual) / 2
        return None if far <= 0 else (None, sure)
    return judge


def print_item(draft, item, fractions):
    whole = item.full == item.full.to_integral_value()
    item.weight = draft.figure(item.full, Style(1 if fractions or not whole else 0))
    item.score = draft.figure(item.points, Style(2, trim=not fractions))
    draft.relate(AtMost("score.over_weight", item.name, item.score, [item.weight]))
    if item.full > 0 and item.kind != "f":
        text = draft.pick("", "", "完成较好", "按期完成", "—")
        draft.offer("score.missing", "no score" if text in ("", "—") else "words for a score", item.score, text, item.name)
    criteria.relate(draft, item)
    if item.goal is not None:
        draft.relate(Given("score.target", item.name, item.score, [item.weight, item.value, item.goal_figure], misses(item),
                           "may" if item.criterion else "must", item.weight))


def totals(draft, groups, extra=()):
    """Figures of the total row and what they must equal; `extra` are scored rows beside the tree."""
    items = [i for g in groups for i in g.all_items()] + list(extra)
    weight = draft.figure(sum(i.full for i in items), Style(2, trim=True))
    score = draft.figure(sum(i.points for i in items), Style(2, trim=True))
    draft.relate(Sum("weight.total", "总分", weight, [i.weight for i in items], exact=True))
    draft.relate(Sum("score.total", "总分", score, [i.score for i in items], exact=True))
    return weight, score


def labels(draft, groups, brackets=("（{}分）", "（{}）", "({}分)", "({})")):
    """Weights in the labels of the first level, as 过程（40分）."""
    form = draft.pick(*brackets)
    for group in groups:
        group.label = draft.figure(group.full, Style(0))
        group.name += form.format(group.label)
        draft.relate(Sum("weight.section", group.name, group.label, [i.weight for i in group.all_items()],
                         exact=True))
