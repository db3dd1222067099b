"""What must hold between the figures of a report, and what a broken one reads like.

This is the kit's own arithmetic, after the contract's rules of precision and independent of heji:
`test(view)` gives None when the relation holds, else the finding that must (or may) follow.
"""
from decimal import Decimal

from figure import plain, rounded

MUST, MAY = "must", "may"
DROPPED = "dropped"  # what a view gives for a figure whose row is gone
ANY = "any"  # a finding of the rule, whatever figures it shows


class Finding:
    def __init__(self, relation, claimed, computed, need):
        self.rule, self.where, self.need = relation.rule, relation.where, need
        self.line = relation.claim.line
        if computed == ANY:
            claimed = computed = None
        self.claimed = plain(claimed) if isinstance(claimed, Decimal) else claimed
        self.computed = plain(computed) if isinstance(computed, Decimal) else computed

    def json(self):
        return {"rule": self.rule, "need": self.need, "claimed": self.claimed,
                "computed": self.computed, "where": self.where}


class Relation:
    """`needs` are further slots that must be printed for anyone to see that it is broken."""

    def __init__(self, rule, where, claim, operands, need=MUST, needs=()):
        self.rule, self.where, self.claim, self.operands, self.need = rule, where, claim, operands, need
        self.needs = [n for n in needs if n]

    @property
    def figures(self):
        return [self.claim] + list(self.operands)

    def values(self, view):
        """Of the claim and the operands; None when one is missing."""
        values = [view(f) for f in self.figures]
        return None if any(v in (None, DROPPED) for v in values) else values

    def broken(self, claimed, computed, sure=True):
        return Finding(self, claimed, computed, self.need if sure else MAY)


class Sum(Relation):
    """The claim is the sum of the operands; `minus` are subtracted. Scores and weights are exact.
    A list that is not `closed` may stop short: then three parts within 0.5 % are taken for all."""

    def __init__(self, rule, where, claim, operands, minus=(), exact=False, need=MUST, closed=True,
                 others=()):
        super().__init__(rule, where, claim, list(operands) + list(minus), need)
        self.others = list(others)  # places that tell the same whole: one that holds is enough
        self.minus, self.exact, self.closed = list(minus), exact, closed

    def test(self, view):
        finding = self.hold(view, view(self.claim))
        if finding is not None and any(self.hold(view, view(other)) is None for other in self.others):
            finding.need = MAY
        return finding

    def hold(self, view, claimed):
        values = [(f, view(f)) for f in self.operands]
        if claimed in (None, DROPPED) or any(v is None for _, v in values):
            return None
        values = [(f, v) for f, v in values if v != DROPPED]
        total = sum((v * f.scale * (-1 if f in self.minus else 1) for f, v in values), Decimal(0))
        gap = abs(total - claimed * self.claim.scale)
        if gap == 0:
            return None
        bound = Decimal(0) if self.exact else sum(f.quantum for f in self.figures) / 2
        if gap < bound or (gap == bound and bound):
            return None
        whole = claimed * self.claim.scale
        told = len(values)
        complete = self.closed or total > whole or (told >= 3 and gap * 200 <= whole)
        complete = complete and (told > 1 or total > whole)
        clear = gap >= 2 * bound + (0 if self.exact else self.claim.shown(claimed) * self.claim.scale)
        return self.broken(claimed, total / self.claim.scale, complete and clear)


class Ratio(Relation):
    """The claim is operand 0 over operand 1, in per cent, rounded as it is printed. Where nothing says
    which of several denominators is meant, `others` must miss it, too."""

    def __init__(self, rule, where, claim, over, under, others=(), need=MUST):
        super().__init__(rule, where, claim, [over, under], need)
        self.others = list(others)

    def test(self, view):
        finding = self.hold(view, self.operands[1])
        if finding is not None and any(self.hold(view, other) is None for other in self.others):
            finding.need = MAY
        return finding

    def hold(self, view, denominator):
        claimed, over, under = view(self.claim), view(self.operands[0]), view(denominator)
        if any(v in (None, DROPPED) for v in (claimed, over, under)) or not under:
            return None
        over_by, under_by = self.operands[0].scale, denominator.scale
        quotient = over * over_by * 100 / (under * under_by)
        last = self.claim.shown(claimed)
        blur = abs(quotient) * (self.operands[0].quantum / max(abs(over * over_by), Decimal(1))
                                + denominator.quantum / abs(under * under_by)) / 2
        gap = abs(quotient - claimed)
        if gap <= last / 2 + blur:
            return None
        # 562 may be 562.4: as printed, an operand tells less than was meant
        coarse = abs(quotient) * (self.operands[0].shown(over) / over + denominator.shown(under) / under) / 2 \
            if over else 0
        return self.broken(claimed, rounded(quotient, self.claim.style.decimals), gap > 2 * last + 2 * coarse)


class Equal(Relation):
    """One fact told in two places."""

    def __init__(self, rule, where, claim, other, need=MUST):
        super().__init__(rule, where, claim, [other], need)

    def test(self, view):
        values, other = self.values(view), self.operands[0]
        if values is None:
            return None
        a, b = values
        gap = abs(a * self.claim.scale - b * other.scale)
        alike = self.claim.unit == other.unit and self.claim.style.decimals == other.style.decimals
        bound = Decimal(0) if alike else max(self.claim.quantum, other.quantum) / 2
        if gap <= bound:
            return None
        coarse = self.claim.shown(a) * self.claim.scale + other.shown(b) * other.scale
        # scores are nobody's roundings; 357 may be 356.97
        return self.broken(a, b * other.scale / self.claim.scale, self.rule == "score.claims" or gap > coarse)


class AtMost(Relation):
    """A score within its weight."""

    def test(self, view):
        score, weight = self.values(view) or (0, 0)
        if 0 <= score <= weight:
            return None
        return self.broken(score, weight if score > weight else Decimal(0))


class Band(Relation):
    """The grade that the bands give for the score; `bands` from the best, (lowest score, words)."""

    def __init__(self, where, grade, score, bands, need=MUST):
        super().__init__("grade.band", where, grade, [score], need)
        self.bands = bands

    def test(self, view):
        grade, score = self.values(view) or (None, None)
        if grade is None:
            return None
        want = next(words for low, words in self.bands if score >= low)
        return None if grade == want else self.broken(grade, want)


class Given(Relation):
    """A value that a function of the operands gives or allows: fn(claimed, *operands) is None when all
    is well, else (computed, sure). Beyond `most` another rule speaks first."""

    def __init__(self, rule, where, claim, operands, fn, need=MUST, most=None, needs=()):
        super().__init__(rule, where, claim, operands, need, needs)
        self.fn, self.most = fn, most

    def test(self, view):
        values = self.values(view)
        if values is None:
            return None
        verdict = self.fn(*values)
        if verdict is not None and self.most is not None and values[0] > view(self.most):
            verdict = (verdict[0], False)
        return None if verdict is None else self.broken(values[0], verdict[0], verdict[1])
