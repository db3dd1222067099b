"""Sentences about things, days and notation, with the errors only they can hold."""
import words
from figure import Style
from relation import MAY, MUST, Equal, Given

COUNT_WORDS = "零一二三四五六七八九十"
VILLAGES = ("柳湾村 石桥村 梅坪村 东岸村 西岭村 南塘村 北渡村 白沙村 云台村 长垣村").split()
STATIONS = ("水闸 东闸 西闸 北闸 南闸 上闸 下闸").split()[1:]
OFFICES = ("办公室 财务股 人事股 政策法规股 规划股 业务管理股 项目股 监督检查股 信息中心").split()
MEASURES = ("加强组织领导", "完善管理制度", "严格资金监管", "加快项目实施", "强化业务培训", "做好信息公开", "健全长效机制")
TROUBLES = ("部分项目进度偏慢", "绩效指标设置不够细化", "资金支付不够及时", "业务人员力量不足", "档案资料不够完整")


def told(draft, count, chinese):
    """The count as a word or as a figure, and what a wrong one reads like."""
    other = count + draft.pick(-1, 1, 1, 2)
    if other < 2:
        other = count + 1
    text = (lambda n: COUNT_WORDS[n] if n != 2 else "两") if chinese else str
    return draft.words(text(count)), text(other)


def listed(draft):
    """A number of things, and their names."""
    kind = draft.rng.randrange(6)
    count = draft.rng.randint(3, 5)
    if kind < 3:
        stock, counter, noun = draft.pick((VILLAGES, "个村", "村"), (OFFICES, "个股室", "股室"), (STATIONS, "处水闸", "闸"))
        names = draft.rng.sample([s for s in stock if noun in s] if noun != "股室" else stock[1:7], count)
        number, other = told(draft, count, False)
        form = draft.pick("项目涉及{n}{c}（{l}）。", "共涉及{n}{c}，分别为{l}。", "涉及{n}{c}：{l}。") if noun == "村" else \
            draft.pick("内设{n}{c}，分别为{l}。", "下设{n}{c}（{l}）。") if noun == "股室" else \
            draft.pick("新建改造{n}{c}（{l}）。", "改造{n}{c}，分别为{l}。")
        draft.line(form.format(n=number, c=counter, l="、".join(names)))
    elif kind < 5:
        names = draft.rng.sample(MEASURES, count)
        number, other = told(draft, count, True)
        form = draft.pick("采取{n}项措施：{l}。", "重点抓好{n}个方面的工作：{l}。", "主要采取以下{n}项措施：{l}。")
        draft.line(form.format(n=number, l="；".join(f"{COUNT_WORDS[i + 1]}是{m}" for i, m in enumerate(names))))
    else:
        names = draft.rng.sample(TROUBLES, min(count, 4))
        number, other = told(draft, len(names), draft.chance(0.5))
        draft.line(f"存在以下{number}个问题：")
        for i, name in enumerate(names):
            draft.line(f"{i + 1}.{name}。")
    draft.offer("count.items", "another number", number, other, "list", ["count.breakdown", "amount.claims"])


def term(draft, head):
    """A term from a month to a later one, or days that follow each other."""
    year, rng = head.year, draft.rng
    first, last = rng.randint(1, 6), rng.randint(7, 12)
    form = draft.pick("项目实施期限为{a}至{b}。", "项目于{a}开工建设，{b}竣工验收。", "项目起止时间：{a}至{b}。", "合同工期自{a}起至{b}止。",
                      "项目{a}启动，{b}全部完成。")
    a, b = draft.words(f"{year}年{first}月"), draft.words(f"{year}年{last}月")
    draft.line(form.format(a=a, b=b))
    draft.offer("date.order", "ends before it begins", b, f"{year - 1}年{last}月", "term")
    draft.offer("date.order", "begins after it ends", a, f"{year + 1}年{first}月", "term")


def day(draft, head):
    year, rng = head.year, draft.rng
    month, number = rng.randint(1, 12), rng.randint(1, 28)
    word = draft.words(f"{year}年{month}月{number}日")
    draft.line(draft.pick("{d}，县财政局批复了项目资金。", "项目资金于{d}全部下达。", "{d}召开了绩效评价工作会议。").format(d=word))
    draft.offer("date.order", "a day that no calendar has", word,
                draft.pick(f"{year}年13月{number}日", f"{year}年2月30日", f"{year}年{draft.pick(4, 6, 9, 11)}月31日", f"{year}年{month}月32日"),
                "day")


def told_twice(draft, head, books):
    """Budget or spending told again, later, perhaps in another unit by mistake."""
    key, name = draft.pick(("budget", "全年预算数"), ("spent", "全年支出"), ("spent", "全年执行数"), ("budget", "调整后预算数"))
    if key not in books.told:
        return
    before = list(books.told[key])
    again = books.tell(key)
    # which of several places is held against it is left open
    draft.relate(Equal("amount.claims|amount.unit", name, again, before[0], MUST if len(before) == 1 else MAY))
    unit = draft.words(again.unit)
    draft.line(draft.pick("{y}年{n}{a}{u}，资金使用规范。", "综上，{y}年{n}为{a}{u}。", "{y}年我局{n}{a}{u}，均按规定用途使用。").format(
        y=head.year, n=name, a=again, u=unit))
    draft.offer("amount.unit|amount.claims", "another unit", unit, draft.pick("元", "亿元"), name,
                ["amount.breakdown", "rate.ratio", "amount.balance"])


def hidden(draft):
    """A number nobody sees, in Word only."""
    word = draft.words("资金使用情况良好")
    draft.line(f"{word}，未发现违规问题。")
    if "style" in draft.way:
        draft.offer("text.hidden", "a hidden number", word, "资金使用情况良好{~，结余" + f"{draft.rng.randint(12, 900)}.5万元" + "~}", "hidden")


def misgrouped(draft, text):
    """13,04.9 for 1304.9, or None."""
    bare = text.replace(",", "")
    digits = bare.split(".")[0]
    if not digits.isdigit() or len(digits) < 4:
        return None
    cut = draft.rng.choice([c for c in range(1, len(digits)) if (len(digits) - c) % 3])
    return bare[:cut] + "," + bare[cut:]
