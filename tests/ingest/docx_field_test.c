#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "ingest/docx_field.h"

/* A story in shorthand: { begin, | separate, } end, ( and ) a story within it, any other character
 * text. Gives the text that shows. */
struct telling {
    struct arena arena;
    struct docx_fields fields;
    size_t bases[8], depth;
    char text[400];
    size_t len;
};

static void mark(struct telling *t, const char *type) {
    assert_true(docx_fields_char(&t->fields, str_of(type)));
}

static void say(struct telling *t, char c) {
    bool in_code = docx_fields_in_code(&t->fields);
    if (in_code) {
        docx_fields_mark(&t->fields, t->text + t->len);
        t->len += FIELD_MARK;
    }
    t->text[t->len++] = c;
    if (in_code)
        t->text[t->len++] = '\3';
}

static void tell(struct telling *t, char c) {
    switch (c) {
    case '{':
        mark(t, "begin");
        break;
    case '|':
        mark(t, "separate");
        break;
    case '}':
        mark(t, "end");
        break;
    case '(':
        t->bases[t->depth++] = t->fields.base;
        t->fields.base = t->fields.stack.count;
        break;
    case ')':
        t->fields.stack.count = t->fields.base;
        t->fields.base = t->bases[--t->depth];
        break;
    default:
        say(t, c);
    }
}

static void expect(const char *story, const char *shown) {
    struct telling t = {0};
    arena_init(&t.arena, 1 << 20);
    t.fields.arena = &t.arena;
    for (; *story; story++)
        tell(&t, *story);
    struct str text = {t.text, t.len};
    docx_fields_scrub(&t.fields, &text);
    assert_true(str_is(text, shown));
    arena_clear(&t.arena);
}

static void test_result_shows_and_code_does_not(void **state) {
    (void)state;
    expect("a", "a");
    expect("a{b|c}d", "acd");
    expect("{b}d", "d");
    expect("{|c}", "c");
    expect("{b|c}{d|e}", "ce");
}

static void test_fields_within_fields(void **state) {
    (void)state;
    expect("{a{b|c}d|e}f", "ef");
    expect("{a|b{c|d}e}f", "bdef");
    expect("{a{b{c|d}e|f}g|h}", "h");
    expect("{a|{b|{c|d}}}", "d");
}

static void test_begin_without_end_is_no_field(void **state) {
    (void)state;
    expect("{a", "a");
    expect("{a{b|c}d", "acd");
    expect("{a|b", "ab");
    expect("{{{a}", "");
    expect("{b{a}", "b");
}

static void test_strays_mean_nothing(void **state) {
    (void)state;
    expect("}a|b}", "ab");
    expect("{a|b|c}", "bc");
}

static void test_stories_keep_to_themselves(void **state) {
    (void)state;
    expect("{a(b}c)d|e}", "bce");
    expect("{a(b{c|d)e|f}", "bcdf");
    expect("(})a{b|c}", "ac");
}

static void test_unknown_types_are_ignored(void **state) {
    (void)state;
    struct telling t = {0};
    arena_init(&t.arena, 1 << 20);
    t.fields.arena = &t.arena;
    mark(&t, "");
    mark(&t, "Begin");
    assert_false(docx_fields_in_code(&t.fields));
    arena_clear(&t.arena);
}

static void test_no_memory(void **state) {
    (void)state;
    struct telling t = {0};
    arena_init(&t.arena, 0);
    t.fields.arena = &t.arena;
    assert_false(docx_fields_char(&t.fields, str_of("begin")));
    assert_true(t.arena.exhausted);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_result_shows_and_code_does_not),
        cmocka_unit_test(test_fields_within_fields),
        cmocka_unit_test(test_begin_without_end_is_no_field),
        cmocka_unit_test(test_strays_mean_nothing),
        cmocka_unit_test(test_stories_keep_to_themselves),
        cmocka_unit_test(test_unknown_types_are_ignored),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
