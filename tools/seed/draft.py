"""A report in the making: lines of source with figures in them, and what must hold between these."""
import re

from figure import CLOSE, OPEN, Figure, Style, Words
from relation import DROPPED

TOKEN = re.compile(f"{OPEN}(\\d+){CLOSE}")


class Offer:
    """A plant that only the maker of the sentence can write: other words, and the findings they bring."""

    def __init__(self, rule, kind, changes, gold, needs):
        self.rule, self.kind, self.changes, self.gold, self.drop = rule, kind, changes, gold, ()
        self.needs = needs


class Draft:
    def __init__(self, rng):
        self.rng, self.lines, self.slots, self.relations, self.offers = rng, [], [], [], []
        self.options = {"style": "plain", "layout": "tabs", "encoding": "utf-8"}

    # ---- what the makers call

    def figure(self, exact, style=None, unit=""):
        self.slots.append(Figure(len(self.slots), exact, style or Style(), unit))
        return self.slots[-1]

    def words(self, text):
        self.slots.append(Words(len(self.slots), text))
        return self.slots[-1]

    def line(self, text=""):
        self.lines.append(text)

    def row(self, *cells):
        self.lines.append("| " + " | ".join(str(c) for c in cells) + " |")

    def relate(self, relation):
        self.relations.append(relation)
        return relation

    def offer(self, rule, kind, slot, text, where, may=(), value=None, needs=()):
        """Other words for a slot, and the rule that must see them where `needs` are printed, too; rules of
        `may` may speak as well."""
        gold = [{"rule": name, "need": need, "claimed": None, "computed": None, "where": where}
                for name, need in [(rule, "must")] + [(m, "may") for m in may]]
        self.offers.append(Offer(rule, kind, [(slot, text, value)], gold, needs))

    def pick(self, *choices):
        return self.rng.choice(choices)

    def chance(self, share):
        return self.rng.random() < share

    # ---- what the planter calls

    def finish(self):
        """Every slot learns the line it first stands in; relations over figures not printed go."""
        for number, line in enumerate(self.lines):
            for match in TOKEN.finditer(line):
                slot = self.slots[int(match.group(1))]
                if slot.line is None:
                    slot.line = number
        self.relations = [r for r in self.relations if all(f.line is not None for f in r.figures + r.needs)]
        self.offers = [o for o in self.offers if all(s.line is not None for s, _, _ in o.changes)
                       and all(s.line is not None for s in o.needs)]

    def view(self, changes=(), drop=()):
        """Values by figure: DROPPED where its line is gone, None where it cannot be read."""
        new = {slot.id: value for slot, _, value in changes}

        def value(slot):
            if slot.line in drop:
                return DROPPED
            return new.get(slot.id, slot.value)
        return value

    def findings(self, changes=(), drop=()):
        view = self.view(changes, drop)
        found = (r.test(view) for r in self.relations)
        return [f for f in found if f is not None]

    def render(self, changes=(), drop=()):
        """The lines of the source as tests/golden/source.py reads them."""
        new = {slot.id: text for slot, text, _ in changes}

        def text(match):
            slot = self.slots[int(match.group(1))]
            return new.get(slot.id, slot.text)
        lines = [f"%{k} {v}" for k, v in self.options.items()]
        for number, line in enumerate(self.lines):
            if number not in drop:
                lines.append(self.resolve(line, text))
        return lines

    def gold(self, changes, drop=(), asked=()):
        """What must and what may be found, each with the line it stands in; `asked` by an offer."""
        new = {slot.id: text for slot, text, _ in changes}

        def text(match):
            slot = self.slots[int(match.group(1))]
            return new.get(slot.id, slot.text)
        rows = [(row, changes[0][0].line) for row in asked]
        rows += [(f.json(), f.line) for f in self.findings(changes, drop)]
        return [dict(row, line=self.resolve(self.lines[line], text)[:160]) for row, line in rows]

    @staticmethod
    def resolve(line, text):
        while TOKEN.search(line):
            line = TOKEN.sub(text, line)
        return line
