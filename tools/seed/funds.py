"""Money: budgets, spending, sources and balances, exact to the cent and printed in a unit of the day."""
from decimal import Decimal

from figure import Style
from relation import MAY, Equal, Ratio, Sum

CENT = Decimal("0.01")


def cents(value):
    return Decimal(value).quantize(CENT)


def amount(draft, low=30, high=4000, round_share=0.3):
    """In 元; some budgets are round."""
    if draft.chance(round_share):
        return Decimal(draft.rng.randint(int(low), int(high))) * 10000
    return cents(Decimal(str(draft.rng.uniform(low, high))) * 10000)


def parts_of(draft, whole, count):
    """Positive parts in 元 that add to the whole exactly."""
    cuts = sorted(draft.rng.uniform(0.05, 0.95) for _ in range(count - 1))
    shares = [b - a for a, b in zip([0] + cuts, cuts + [1])]
    shares = [max(s, 0.02) for s in shares]
    total = sum(shares)
    out = [cents(whole * Decimal(str(s / total))) for s in shares[:-1]]
    return out + [whole - sum(out)]


def share_of(draft, whole, low=0.72, high=0.999, full=0.25):
    """What was spent of it."""
    if draft.chance(full):
        return whole
    return cents(whole * Decimal(str(draft.rng.uniform(low, high))))


def money_style(draft, wan=True):
    """Two decimals mostly; some drop zeros, some group thousands, some print six."""
    kind = draft.rng.random()
    if not wan:
        return Style(2, group=draft.chance(0.6))
    if kind < 0.5:
        return Style(2)
    if kind < 0.75:
        return Style(2, trim=True)
    if kind < 0.85:
        return Style(2, group=True)
    return Style(4, trim=True) if kind < 0.95 else Style(6)


class Line:
    """A row of a fund block: budget at the start, budget, spent, rate."""

    def __init__(self, draft, name, amounts, style, unit, rate):
        first, budget, spent = amounts
        self.name = name
        self.exact = amounts
        self.first = draft.figure(first, style, unit)
        self.budget = draft.figure(budget, style, unit)
        self.spent = draft.figure(spent, style, unit)
        self.rate = None
        if budget > 0:
            self.rate = draft.figure(spent / budget * 100, rate)
            draft.relate(Ratio("rate.ratio", name, self.rate, self.spent, self.budget, [self.first]))


def block(draft, names, unit="万元", rate=None, first_equal=0.5):
    """The total line and its source lines, with the sums down each column."""
    style = money_style(draft, unit != "元")
    rate = rate or Style(draft.pick(2, 2, 1, 0), trim=draft.chance(0.3), after=draft.pick("%", "%", ""))
    first = amount(draft)
    budget = first if draft.chance(first_equal) else cents(first * Decimal(str(draft.rng.uniform(0.85, 1.3))))
    lines = []
    firsts, budgets = parts_of(draft, first, len(names)), parts_of(draft, budget, len(names))
    if first == budget:
        budgets = firsts
    for name, a, b in zip(names, firsts, budgets):
        lines.append(Line(draft, name, (a, b, share_of(draft, b)), style, unit, rate))
    total = Line(draft, "年度资金总额", (first, budget, sum(l.exact[2] for l in lines)), style, unit, rate)
    for column in ("first", "budget", "spent"):
        draft.relate(Sum("amount.breakdown", "年度资金总额", getattr(total, column),
                         [getattr(l, column) for l in lines], closed="其他" in names[-1]))
    return total, lines


class Books:
    """The money of a department for a year: what every sentence about the whole draws from."""

    def __init__(self, draft, style=None, unit="万元"):
        budget = amount(draft, 100, 20000)
        spent = share_of(draft, budget, 0.8, 0.999, 0.1)
        basic = cents(spent * Decimal(str(draft.rng.uniform(0.2, 0.7))))
        first = budget if draft.chance(0.2) else cents(budget * Decimal(str(draft.rng.uniform(0.7, 0.97))))
        self.draft, self.unit, self.style = draft, unit, style or Style(2, trim=draft.chance(0.4))
        self.exact = {"first": first, "budget": budget, "spent": spent, "left": budget - spent, "basic": basic,
                      "project": spent - basic}
        self.told = {}

    def tell(self, name):
        """Prints the figure once more; whoever holds the places against each other may find them different."""
        figure = self.draft.figure(self.exact[name], self.style, self.unit)
        for before in self.told.get(name, []):
            self.draft.relate(Equal("amount.claims|amount.unit", name, figure, before, MAY))
        self.told.setdefault(name, []).append(figure)
        return figure
