"""Typed errors: one figure, word or row of a clean draft exchanged, and what must be found for it."""
from decimal import Decimal

from facts import misgrouped
from figure import SCALE, Figure, Words, rounded
from relation import MUST, Band, Equal, Given, Ratio


class Plant:
    def __init__(self, rule, kind, changes, drop, gold):
        self.rule, self.kind, self.changes, self.drop, self.gold = rule, kind, changes, drop, gold


def nudge(draft, figure):
    """One unit in a decimal that shows."""
    step = Decimal(1).scaleb(-draft.rng.randint(0, min(2, figure.style.decimals)))
    return figure.value + step * draft.pick(-3, -2, -1, 1, 2, 3)


def digit(draft, figure):
    """One digit another."""
    text = str(figure.value)
    places = [i for i, c in enumerate(text) if c.isdigit()]
    at = draft.rng.choice(places)
    other = draft.rng.choice([d for d in "0123456789" if d != text[at]])
    return Decimal(text[:at] + other + text[at + 1:])


def transpose(draft, figure):
    """Two neighbours exchanged."""
    text = str(figure.value)
    places = [i for i in range(len(text) - 1)
              if text[i].isdigit() and text[i + 1].isdigit() and text[i] != text[i + 1]]
    if not places:
        return None
    at = draft.rng.choice(places)
    return Decimal(text[:at] + text[at + 1] + text[at] + text[at + 2:])


def slip(draft, figure):
    """The point one place off."""
    return figure.value * draft.pick(Decimal(10), Decimal("0.1"))


KINDS = {"nudged": nudge, "digit": digit, "transposed": transpose, "slipped": slip}


def printed(figure, value):
    """As the report would print it: None when it would look wrong by itself."""
    value = rounded(value, figure.style.decimals)
    if value == figure.value or value < 0 or (figure.value and value == 0):
        return None
    text = figure.style.text(value)
    return None if text == figure.text else (figure, text, value)


def exchange(draft, relation):
    """A change of one figure of the relation."""
    slot = relation.claim if draft.chance(0.4) else draft.rng.choice(relation.figures)
    if isinstance(slot, Words):
        grades = [w for _, w in relation.bands if w != slot.value]
        return "another grade", [(slot, *[draft.rng.choice(grades)] * 2)], ()
    kind = draft.rng.choice(["nudged", "nudged", "digit", "transposed", "slipped"])
    if relation.rule.startswith(("score", "weight")) and kind == "slipped":
        kind = "nudged"
    if kind == "slipped" and not draft.chance(0.4):
        kind = "digit"
    value = KINDS[kind](draft, slot)
    change = None if value is None else printed(slot, value)
    if change is None or too_odd(relation, slot, change[2]):
        return None
    side = "claim" if slot is relation.claim else "operand"
    return f"{side} {kind}", [change], ()


def too_odd(relation, slot, value):
    """A score or rate that no one would write."""
    if relation.rule in ("score.total", "score.claims", "weight.total", "grade.band"):
        return not 40 <= value <= 120 if slot is relation.claim else value > 60 and relation.rule != "grade.band"
    if isinstance(relation, Ratio):
        return slot is relation.claim and not 5 <= value <= 200
    return False


def dropped(draft, relation):
    """The row of one operand left out."""
    if len(relation.operands) < 3 or relation.rule not in ("score.total", "amount.total"):
        return None
    row = draft.rng.choice(relation.operands).line
    text = draft.lines[row]
    if not text.startswith("|") or row == relation.claim.line:
        return None
    left = [f for f in relation.operands if f.line != row]
    if len(left) < 2:
        return None
    below = draft.lines[row + 1] if row + 1 < len(draft.lines) else ""
    cells, next_cells = text.split("|"), below.split("|")
    if any(b.strip() == "^" and a.strip() != "^" for a, b in zip(cells, next_cells)):
        return None  # the cells below hang on this row
    return "row dropped", [], (row,)


def candidates(draft):
    """The rules that something can be planted for."""
    rules = {r.rule for r in draft.relations if r.need == MUST} | {o.rule for o in draft.offers}
    return sorted(rules | ({"amount.notation"} if grouped(draft) else set()))


def grouped(draft):
    """Amounts in which a separator can go wrong."""
    return [s for s in draft.slots if isinstance(s, Figure) and s.unit in SCALE and s.line is not None
            and s.value >= 1000 and not s.style.after]


def notation(draft):
    """A separator where none belongs; the value is the same."""
    slot = draft.rng.choice(grouped(draft))
    text = misgrouped(draft, slot.text)
    gold = [{"rule": "amount.notation", "need": MUST, "claimed": None, "computed": None, "where": text, "line": text}]
    # whoever reads 13,04.9 as it stands, or not at all, may find more
    gold += [dict(gold[0], rule=rule, need="may") for rule in ("rate.ratio", "amount.claims", "amount.unit")]
    return Plant("amount.notation", "misplaced separator", [(slot, text, slot.value)], (), gold)


def make(draft, rule, tries=40):
    """A plant for the rule whose gold holds a finding of it that must be made, or None."""
    if rule == "amount.notation":
        return notation(draft)
    relations = [r for r in draft.relations if r.rule == rule and r.need == MUST]
    offers = [o for o in draft.offers if o.rule == rule]
    for _ in range(tries):
        if offers and (not relations or draft.chance(0.5)):
            offer = draft.rng.choice(offers)
            gold = draft.gold(offer.changes, offer.drop, offer.gold)
            return Plant(rule, offer.kind, offer.changes, offer.drop, gold)
        relation = draft.rng.choice(relations)
        way = dropped(draft, relation) if draft.chance(0.1) else exchange(draft, relation)
        if way is None:
            continue
        kind, changes, drop = way
        gold = draft.gold(changes, drop)
        if gold and kind.endswith("slipped"):  # a power of ten off shows wherever the figure is told again
            gold += [dict(gold[0], rule="amount.unit|amount.claims", need="may", claimed=None, computed=None)] * 2
        if any(g["rule"] == rule and g["need"] == MUST for g in gold):
            return Plant(rule, kind, changes, drop, gold)
    return None
