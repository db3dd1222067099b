#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/unit.h"

#define S(literal) ((struct str)STR(literal))

static void expect(struct str text, size_t len, enum mention_kind kind, int power) {
    struct unit unit;
    assert_int_equal(unit_read(text, 0, &unit), len);
    assert_int_equal(unit.kind, kind);
    assert_int_equal(unit.power, power);
}

static void test_the_longest_unit_wins(void **state) {
    (void)state;
    expect(S("人次数"), strlen("人次"), MENTION_COUNT, 0);
    expect(S("个百分点"), strlen("个百分点"), MENTION_RATE, 0);
    expect(S("个工作日"), strlen("个工作日"), MENTION_OTHER, 0);
    expect(S("千克"), strlen("千克"), MENTION_OTHER, 0);
    expect(S("平方米"), strlen("平方米"), MENTION_AREA, 0);
    expect(S("百万元"), strlen("百万元"), MENTION_AMOUNT, 6);
}

static void test_units_that_begin_other_words(void **state) {
    static const char *const texts[] = {
        "支出",   "处理", "家庭", "条例", "元月", /* 元月: January */
        "分之一", "部门", "期间", "名称", "所以", "张家", "年度"};
    struct unit unit;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(unit_read(str_of(texts[i]), 0, &unit), 0);
}

static void test_latin_units_end_with_the_word(void **state) {
    (void)state;
    struct unit unit;
    expect(S("km，"), 2, MENTION_LENGTH, 3);
    expect(S("m2"), 2, MENTION_AREA, 0);
    assert_int_equal(unit_read(S("month"), 0, &unit), 0);
    assert_int_equal(unit_read(S("kmh"), 0, &unit), 0);
}

static void test_bare_magnitudes(void **state) {
    (void)state;
    struct unit unit;
    assert_true(unit_find(S("万"), &unit) && unit.bare);
    assert_true(unit_find(S("亿"), &unit) && unit.bare && unit.power == 8);
    assert_false(unit_find(S("千"), &unit));
    assert_true(unit_find(S("万元"), &unit) && !unit.bare);
}

static void test_compounds(void **state) {
    (void)state;
    expect(S("元/人/月，"), strlen("元/人/月"), MENTION_OTHER, 0);
    expect(S("次/10万公顷"), strlen("次/10万公顷"), MENTION_OTHER, 0);
    expect(S("元/"), strlen("元"), MENTION_AMOUNT, 0);
    expect(S("元、天然气"), strlen("元、天"), MENTION_OTHER, 0);
    expect(S("元、路费"), strlen("元"), MENTION_AMOUNT, 0);
}

static void test_the_end_of_the_text(void **state) {
    (void)state;
    struct unit unit;
    int power;
    assert_int_equal(unit_read(S(""), 0, &unit), 0);
    assert_int_equal(unit_read(S("5"), 1, &unit), 0);
    assert_int_equal(unit_magnitude(S("5"), 1, &power), 0);
    assert_false(unit_find((struct str){0}, &unit));
    assert_false(unit_find(S("万元整"), &unit));
    assert_false(unit_find(S("\xE5\x85"), &unit));
}

static void test_magnitudes(void **state) {
    (void)state;
    int power = 0;
    assert_int_equal(unit_magnitude(S("千万人"), 0, &power), strlen("千万"));
    assert_int_equal(power, 7);
    assert_int_equal(unit_magnitude(S("人"), 0, &power), 0);
}

/* The table is searched by halves, so that a noun out of order would not be
 * found. */
static void test_every_noun_is_found(void **state) {
    (void)state;
    static const char *const nouns[] = {
        "%",        "KM",       "Km",     "M2",     "cm",       "kW",       "kg",       "km",
        "km2",      "km²",      "m",      "m2",     "m3",       "mm",       "m²",       "m³",
        "‰",        "‱",        "℃",      "㎡",     "个",       "个千分点", "个工作日", "个月",
        "个百分点", "亩",       "亩次",   "人",     "人份",     "人次",     "件",       "件次",
        "份",       "位",       "例",     "個",     "個百分點", "倍",       "元",       "兆瓦",
        "克",       "公斤",     "公里",   "公頃",   "公顷",     "册",       "分",       "分米",
        "分钟",     "千伏",     "千克",   "千分点", "千瓦",     "千瓦时",   "千米",     "升",
        "厘米",     "口",       "只",     "台",     "台套",     "台次",     "名",       "吨",
        "噸",       "圆",       "场",     "场次",   "块",       "場",       "处",       "大类",
        "大项",     "天",       "头",     "头只",   "头次",     "套",       "学时",     "宗",
        "家",       "家次",     "小时",   "尾",     "工作日",   "幅",       "幢",       "平方",
        "平方公里", "平方千米", "平方米", "平米",   "年",       "座",       "延米",     "张",
        "张床位",   "張",       "戶",     "户",     "户次",     "所",       "批",       "批次",
        "支",       "斤",       "方",     "日元",   "期",       "本",       "条",       "枚",
        "架",       "架次",     "标段",   "栋",     "株",       "根",       "條",       "棵",
        "次",       "欧元",     "毫米",   "港元",   "港币",     "点",       "班次",     "瓶",
        "畝",       "百分比",   "百分点", "盏",     "眼",       "种",       "秒",       "立方",
        "立方米",   "笔",       "箱",     "篇",     "米",       "类",       "级",       "组",
        "美元",     "羽",       "臺",     "艘",     "英镑",     "處",       "袋",       "课时",
        "起",       "輛",       "车次",   "辆",     "辆次",     "部",       "间",       "項",
        "项",       "﹪",       "％"};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        struct unit unit;
        assert_true(unit_find(str_of(nouns[i]), &unit));
        assert_false(unit.bare);
    }
    assert_int_equal(unit_read(S("a"), 0, &(struct unit){0}), 0);  /* before all but one */
    assert_int_equal(unit_read(S("￥"), 0, &(struct unit){0}), 0); /* behind all */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_longest_unit_wins),
        cmocka_unit_test(test_units_that_begin_other_words),
        cmocka_unit_test(test_latin_units_end_with_the_word),
        cmocka_unit_test(test_bare_magnitudes),
        cmocka_unit_test(test_compounds),
        cmocka_unit_test(test_the_end_of_the_text),
        cmocka_unit_test(test_magnitudes),
        cmocka_unit_test(test_every_noun_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
