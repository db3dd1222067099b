#!/usr/bin/env python3
"""Writes the corpora of the benchmark: invented reports, the same bytes every time.

Usage: gen.py OUT KIND     KIND is one of
    small   200 DOCX of a report's usual size, a fifth plain, the rest as Word and WPS write them
    large   10 DOCX with a table of 2,000 rows
    scale   a DOCX each of 500, 1000, 2000, 4000 and 8000 rows
    text    200 texts, UTF-8 and GB18030 in turn
One report in ten claims a wrong total. The XML is made by tests/golden/make_docx.py.
"""
import os
import random
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "golden"))
import make_docx  # noqa: E402
import make_text  # noqa: E402
import source  # noqa: E402

PLACES = ("青棠县", "枫渡县", "鹿汀县", "柏岭县", "稻浦县", "梧川县", "石梁县", "砚溪县")
BUREAUS = ("交通运输局", "水务局", "农业农村局", "文化旅游广电局", "卫生健康局", "应急管理局")
GROUPS = (("投入", "资金到位情况"), ("过程", "制度执行情况"), ("产出", "任务完成数量"), ("效益", "服务对象满意度"))
CRITERIA = "{}{}达到{}%以上的得满分；每低1个百分点扣{}分，扣完为止；{}{}不到位的不得分。"
WORDS = ("项目立项 绩效目标 资金拨付 预算执行 工程进度 验收资料 招标采购 合同管理 档案整理 信息公开 日常巡查 "
         "设备更新 隐患整改 人员培训 宣传发动 公共服务 管网改造 道路养护 水质监测 校舍加固 图书配送 林木抚育 "
         "防汛演练 药品供应 岗位补贴 渠道清淤 文物修缮 街区保洁 桥梁检测 农技推广").split()
VERBS = "推进 落实 完善 规范 加强 核查 保障 开展 跟踪 优化 统筹 细化".split()
PROSE = ("{n}年度安排预算资金{a}万元，全年执行{b}万元，预算执行率{r}%。其中：基本支出{c}万元，项目支出{d}万元。",
         "全年完成建设任务{k}项，一是新建类{k1}项，二是维修类{k2}项，各项工作均按计划推进。",
         "根据《预算绩效管理办法》（岚财绩〔{n}〕{k}号）的要求，对照年初批复的绩效目标逐项开展自评，"
         "收集整理资金拨付、工程进度和验收资料，确保自评结果真实、客观。")


def sentence(rng):
    """A sentence of the trade that says nothing in particular."""
    return "，".join(rng.choice(VERBS) + rng.choice(WORDS) for _ in range(rng.randrange(3, 9))) + "。"


def money(cents):
    return f"{cents // 100}.{cents % 100:02d}"


def prose(rng):
    spent = rng.randrange(200000, 900000)
    budget = spent + rng.randrange(0, 20000)
    basic = rng.randrange(spent // 4, spent // 2)
    rate = (spent * 100000 // budget + 5) // 10
    k1, k2 = rng.randrange(2, 40), rng.randrange(2, 40)
    for text in PROSE:
        yield sentence(rng) + text.format(n=rng.randrange(2019, 2025), a=money(budget), b=money(spent), r=money(rate),
                          c=money(basic), d=money(spent - basic), k=k1 + k2, k1=k1, k2=k2) + sentence(rng)


def funds(rng):
    a, b = rng.randrange(10000, 90000), rng.randrange(10000, 90000)
    c, d = a - rng.randrange(0, 5000), b - rng.randrange(0, 5000)
    rows = [["资金来源", "全年预算数（万元）", "全年执行数（万元）", "执行率"]]
    for name, x, y in (("年度资金总额", a + b, c + d), ("其中：财政拨款", a, c), ("其他资金", b, d)):
        rows.append([name, money(x), money(y), money((y * 100000 // x + 5) // 10) + "%"])
    return source.Table(rows)


def scores(rng, count, wrong):
    rows = [["一级指标", "二级指标", "三级指标", "评分标准", "分值", "自评得分", "备注"]]
    weights = total = 0
    for i in range(count):
        group, name = GROUPS[i * 4 // count]
        first = i == 0 or GROUPS[(i - 1) * 4 // count][0] != group
        weight = rng.randrange(1, 9)
        score = weight * 10 - rng.choice((0, 0, 0, 5))
        weights, total = weights + weight, total + score
        rows.append([group if first else "^", f"{name}{i // 3 + 1}" if first or i % 3 == 0 else "^",
                     f"{rng.choice(WORDS)}{rng.choice(WORDS)}",
                     CRITERIA.format(rng.choice(WORDS), rng.choice(WORDS), rng.randrange(90, 100),
                                     rng.choice((0.5, 1, 2)), rng.choice(VERBS), rng.choice(WORDS)),
                     str(weight), f"{score // 10}.{score % 10}" if score % 10 else str(score // 10),
                     sentence(rng) if i % 4 == 0 else ""])
    total += 30 if wrong else 0
    rows.append(["合计", "<", "<", "", str(weights), f"{total // 10}.{total % 10}", ""])
    return source.Table(rows)


def blocks(rng, rows, tables=1):
    yield "h", 1, f"{rng.choice(PLACES)}{rng.choice(BUREAUS)}{rng.randrange(2019, 2025)}年度绩效自评报告"
    for i in range(rng.randrange(5, 12)):
        yield "num", 1, "资金使用情况"
        for text in prose(rng):
            yield "p", text
    yield "table", funds(rng)
    for _ in range(tables):
        yield "p", "附件：绩效评价指标评分表"
        yield "table", scores(rng, rows, rng.randrange(10) == 0)


def docx(path, rng, rows, style):
    body = make_docx.Body(style)
    for block in blocks(rng, rows):
        body.block(block)
    make_docx.write(path, make_docx.package(body, style))


def text(path, rng, rows, encoding):
    out = []
    for block in blocks(rng, rows):
        if block[0] == "table":
            make_text.tabs(block[1], out)
        else:
            out.append(block[-1])
    with open(path, "wb") as f:
        f.write("\n".join(out + [""]).encode(encoding))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    out, kind = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    rng = random.Random(kind)
    if kind == "small":
        for i in range(200):
            style = ("plain", "word", "wps", "word", "wps")[i % 5]
            docx(f"{out}/{i:03d}_{style}.docx", rng, rng.randrange(22, 46), style)
    elif kind == "large":
        for i in range(10):
            docx(f"{out}/{i:03d}.docx", rng, 2000, ("word", "wps")[i % 2])
    elif kind == "scale":
        for rows in (500, 1000, 2000, 4000, 8000):
            docx(f"{out}/{rows:04d}.docx", rng, rows, "word")
    elif kind == "text":
        for i in range(200):
            text(f"{out}/{i:03d}.txt", rng, rng.randrange(25, 80), ("utf-8", "gb18030")[i % 2])
    else:
        sys.exit(__doc__)


main()
