"""Reports in prose: numbered sections of sentences."""
import facts
import forms
import funds
import prose
import provinces
import words
from relation import Band

SECTIONS = (("部门概况", ("机构人员", "预算安排")), ("资金使用情况", ("基本支出", "项目支出")), ("绩效目标完成情况", ("产出情况", "效益情况")))
NUMBERS = "一二三四五六七八九十"


class Outline:
    """Section numbers, typed or automatic."""

    def __init__(self, draft):
        self.draft, self.auto, self.first, self.second = draft, draft.chance(0.25), 0, 0

    def section(self, title):
        self.first, self.second = self.first + 1, 0
        self.draft.line(f"%num 1 {title}" if self.auto else f"{NUMBERS[self.first - 1]}、{title}")

    def sub(self, title):
        self.second += 1
        self.draft.line(f"%num 2 {title}" if self.auto else f"（{NUMBERS[self.second - 1]}）{title}")


def project_list(draft, books):
    """项目支出 and the projects that it was spent on."""
    prose.breakdown(draft, "项目支出", books.exact["project"], whole=books.tell("project"))


def several(draft, head):
    """Reports one after the other in one file: no claim of one is held against another."""
    makers = draft.rng.sample([forms.form_l1, forms.form_l9, provinces.form_l2, narrative, narrative], 2)
    for number, maker in enumerate(makers):
        if number:
            draft.line("%page")
        maker(draft, forms.Head(draft))


def narrative(draft, head):
    """One report in sentences."""
    prose.opening(draft, head)
    project = draft.chance(0.4)
    outline = Outline(draft)
    books, projects = funds.Books(draft), draft.rng.sample(words.PROJECTS, 4)
    makers = [lambda: prose.spending(draft, head, books), lambda: prose.balance(draft, head, books),
              lambda: prose.change(draft, head, books), lambda: prose.split_spending(draft, head, books),
              lambda: prose.project_spending(draft, head, projects[0]),
              lambda: prose.project_spending(draft, head, projects[1]),
              lambda: prose.breakdown(draft, projects[2] + draft.pick("资金", "专项资金", "支出"), funds.amount(draft, 40, 6000),
                                      year=head.year),
              lambda: project_list(draft, books), lambda: facts.listed(draft), lambda: facts.term(draft, head),
              lambda: facts.day(draft, head), lambda: facts.hidden(draft), lambda: prose.counts(draft),
              lambda: prose.open_breakdown(draft, head, books), lambda: prose.trap(draft, head),
              lambda: prose.trap(draft, head), lambda: prose.filler(draft), lambda: prose.filler(draft)]
    draft.rng.shuffle(makers)
    for title, subs in SECTIONS:
        outline.section(title)
        for sub in subs:
            outline.sub(sub)
            for _ in range(draft.rng.randint(1, 3)):
                if makers:
                    makers.pop()()
    outline.section("绩效自评结论")
    if draft.chance(0.7):
        facts.told_twice(draft, head, books)
    score = prose.score_figure(draft)
    bands = draft.pick(None, None, prose.LOCAL)
    grade, bands = prose.grade_words(draft, score, bands)
    if bands is prose.LOCAL or draft.chance(0.3):
        prose.bands_line(draft, bands)
    draft.relate(Band("评价等级", grade, score, bands))
    draft.line(prose.claim_text(draft, head, score, grade, project))
    outline.section("存在问题")
    prose.filler(draft)
    draft.line(head.office)
    prose.date_line(draft, head)
