#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/date.h"

#define S(literal) ((struct str)STR(literal))

static void expect(struct str text, size_t len, struct date want) {
    struct date date;
    assert_int_equal(date_read(text, 0, &date), len);
    assert_int_equal(date.year, want.year);
    assert_int_equal(date.month, want.month);
    assert_int_equal(date.day, want.day);
}

static void test_length(void **state) {
    (void)state;
    expect(S("2021年7月22日起"), strlen("2021年7月22日"), (struct date){2021, 7, 22});
    expect(S("2020年8.10台风"), strlen("2020年"), (struct date){2020, 0, 0});
    expect(S("2020年5 月起"), strlen("2020年5 月"), (struct date){2020, 5, 0});
    expect(S("2020 年度预算"), strlen("2020 年度"), (struct date){2020, 0, 0});
    expect(S("9月份完成"), strlen("9月份"), (struct date){0, 9, 0});
    expect(S("2021年7月3个"), strlen("2021年7月"), (struct date){2021, 7, 0});
}

static void test_spans(void **state) {
    (void)state;
    struct date date;
    expect(S("2020.1-2020.12"), strlen("2020.1"), (struct date){2020, 1, 0});
    assert_int_equal(date_read(S("2020.1-2020.12"), strlen("2020.1-"), &date), strlen("2020.12"));
    assert_int_equal(date.month, 12);
    assert_int_equal(date_read(S("2021.7万元"), 0, &date), 0);
}

static void test_the_end_of_the_text(void **state) {
    static const char *const texts[] = {"",  "2",  "2021",   "2021.", "2021-7", "2021/7/",
                                        "7", "十", "二〇二", "2021 ", "元"};
    struct date date;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(date_read(str_of(texts[i]), 0, &date), 0);
}

static void test_text(void **state) {
    struct arena arena;
    (void)state;
    arena_init(&arena, 1 << 20);
    assert_string_equal(date_text(&arena, &(struct date){2021, 7, 2}).ptr, "2021-07-02");
    assert_string_equal(date_text(&arena, &(struct date){2021, 7, 0}).ptr, "2021-07");
    assert_string_equal(date_text(&arena, &(struct date){2021, 0, 0}).ptr, "2021");
    assert_int_equal(date_text(&arena, &(struct date){0, 7, 2}).len, 0);
    arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_length),
        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_the_end_of_the_text),
        cmocka_unit_test(test_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
