"""Printed figures: what stands in a report for an exact value, rounded on its own.

A Figure is a place in the text whose words can be exchanged; put into an f-string it leaves a token,
which Draft.render replaces by the text of the day (the clean one or a planted one).
"""
from decimal import ROUND_HALF_UP, Decimal

OPEN, CLOSE = "\ue000", "\ue001"
SCALE = {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10000), "亿元": Decimal(10) ** 8}


def rounded(value, decimals):
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def plain(value):
    """Without an exponent and without zeros at the end of the decimals."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(value, decimals):
    return f"{value:,.{decimals}f}"


class Style:
    """How one column or sentence prints its figures."""

    def __init__(self, decimals=2, trim=False, group=False, after="", before=""):
        self.decimals, self.trim, self.group = decimals, trim, group
        self.before, self.after = before, after

    def text(self, value):
        value = rounded(value, self.decimals)
        text = f"{value:,.{self.decimals}f}" if self.group else f"{value:.{self.decimals}f}"
        if self.trim and "." in text:
            text = text.rstrip("0").rstrip(".")
        return self.before + text + self.after


class Figure:
    """`exact` is what the unit knows, `value` what it prints; `scale` is one unit in 元 (or 1)."""

    def __init__(self, number, exact, style, unit=""):
        self.id, self.exact, self.style, self.unit = number, Decimal(exact), style, unit
        self.scale = SCALE.get(unit, Decimal(1))
        self.value = rounded(self.exact / self.scale if unit in SCALE else self.exact, style.decimals)
        self.text = style.text(self.value)
        self.line = None

    @property
    def quantum(self):
        """The last decimal that was rounded to, in 元."""
        return self.scale.scaleb(-self.style.decimals)

    def shown(self, value):
        """The last decimal that is printed for the value: 72 where 72.00 was meant."""
        decimals = -value.normalize().as_tuple().exponent if self.style.trim else self.style.decimals
        return Decimal(1).scaleb(-min(max(decimals, 0), self.style.decimals))

    def __str__(self):
        return f"{OPEN}{self.id}{CLOSE}"


class Words:
    """Words that can be exchanged: a grade, a heading, a rule."""

    def __init__(self, number, text):
        self.id, self.text, self.value, self.line = number, text, text, None

    def __str__(self):
        return f"{OPEN}{self.id}{CLOSE}"
