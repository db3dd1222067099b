#include "tests/ingest/word.h"

#include "ingest/docx_styles.h"

#define STYLE(id, content) \
    "<w:style w:type=\"paragraph\" w:styleId=\"" id "\">" content "</w:style>"
#define BASED(id) "<w:basedOn w:val=\"" id "\"/>"
#define OUTLINE(level) "<w:pPr><w:outlineLvl w:val=\"" level "\"/></w:pPr>"
#define HIDE "<w:rPr><w:vanish/></w:rPr>"
#define SHOW "<w:rPr><w:vanish w:val=\"false\"/></w:rPr>"

/* The styles of a package whose styles part has this content. */
struct opened {
    struct arena arena;
    struct docx_styles styles;
    bool read;
    struct err err;
};

static struct opened *open_styles(const char *content, size_t budget) {
    struct opened *opened = calloc(1, sizeof *opened);
    struct package bytes = {0};
    struct docx_package package;
    struct word word = {.body = PT(""), .styles = content};
    assert_non_null(opened);
    arena_init(&opened->arena, LIMIT_ARENA_BYTES);
    assert_true(
        docx_package_open(&package, &opened->arena, word_package(&bytes, &word), &opened->err));
    opened->arena.budget = budget;
    docx_styles_init(&opened->styles, &opened->arena);
    opened->read = docx_styles_read(&opened->styles, &package,
                                    docx_package_related(&package, "styles"), &opened->err);
    docx_package_close(&package);
    package_free(&bytes);
    return opened;
}

static void close_styles(struct opened *opened) {
    arena_clear(&opened->arena);
    free(opened);
}

/* The style `id`, which must be there. */
static const struct docx_style *style_of(const struct opened *opened, const char *id) {
    const struct docx_style *style = docx_styles_find(&opened->styles, str_of(id));
    assert_non_null(style);
    return style;
}

static void test_no_styles(void **state) {
    (void)state;
    struct arena arena;
    struct docx_styles styles;
    arena_init(&arena, 1 << 16);
    docx_styles_init(&styles, &arena);
    assert_null(docx_styles_find(&styles, str_of("a")));
    assert_null(docx_styles_paragraph(&styles, str_of("a")));
    assert_null(docx_styles_paragraph(&styles, (struct str){0}));
    assert_false(styles.vanish);
}

static void test_own_properties(void **state) {
    (void)state;
    struct opened *opened = open_styles(
        STYLE("a", "") STYLE("b", OUTLINE("3") HIDE) STYLE(
            "c", "<w:pPr><w:numPr><w:ilvl w:val=\"2\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>"),
        LIMIT_ARENA_BYTES);
    const struct docx_style *a = style_of(opened, "a"), *b = style_of(opened, "b"),
                            *c = style_of(opened, "c");
    assert_true(opened->read);
    assert_int_equal(a->vanish, STYLE_UNSET);
    assert_int_equal(a->outline, STYLE_UNSET);
    assert_int_equal(a->num_id, STYLE_UNSET);
    assert_int_equal(b->vanish, 1);
    assert_int_equal(b->outline, 3);
    assert_int_equal(c->num_id, 7);
    assert_int_equal(c->num_level, 2);
    assert_true(str_is(c->num_source, "c"));
    assert_null(docx_styles_find(&opened->styles, str_of("d")));
    close_styles(opened);
}

static void test_inheritance(void **state) {
    (void)state;
    struct opened *opened = open_styles(
        STYLE("leaf", BASED("middle") SHOW) STYLE("middle", BASED("root") OUTLINE("1"))
            STYLE("root", OUTLINE("5") HIDE) STYLE("orphan", BASED("nobody") OUTLINE("2")),
        LIMIT_ARENA_BYTES);
    assert_int_equal(style_of(opened, "leaf")->vanish, 0);
    assert_int_equal(style_of(opened, "leaf")->outline, 1);
    assert_int_equal(style_of(opened, "middle")->vanish, 1);
    assert_int_equal(style_of(opened, "middle")->outline, 1);
    assert_int_equal(style_of(opened, "orphan")->outline, 2);
    close_styles(opened);
}

static void test_number_comes_from_one_style(void **state) {
    (void)state;
    struct opened *opened = open_styles(
        STYLE("leaf", BASED("middle") "<w:pPr><w:numPr><w:ilvl w:val=\"4\"/></w:numPr></w:pPr>")
            STYLE("middle", BASED("root"))
                STYLE("root", "<w:pPr><w:numPr><w:numId w:val=\"9\"/></w:numPr></w:pPr>"),
        LIMIT_ARENA_BYTES);
    const struct docx_style *leaf = style_of(opened, "leaf");
    assert_int_equal(leaf->num_id, 9);
    assert_int_equal(leaf->num_level, STYLE_UNSET); /* a level without a list means nothing */
    assert_true(str_is(leaf->num_source, "root"));
    close_styles(opened);
}

static void test_cycles_end(void **state) {
    (void)state;
    struct opened *opened =
        open_styles(STYLE("a", BASED("b")) STYLE("b", BASED("c") OUTLINE("1"))
                        STYLE("c", BASED("a") HIDE) STYLE("self", BASED("self")),
                    LIMIT_ARENA_BYTES);
    assert_int_equal(style_of(opened, "a")->outline, 1);
    assert_int_equal(style_of(opened, "a")->vanish, 1);
    assert_int_equal(style_of(opened, "c")->outline, 1);
    assert_int_equal(style_of(opened, "self")->outline, STYLE_UNSET);
    close_styles(opened);
}

static void test_default_paragraph_style(void **state) {
    (void)state;
    struct opened *opened = open_styles(
        "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"char\"/>"
        "<w:style w:type=\"table\" w:default=\"true\" w:styleId=\"table\"/>"
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"body\"/>" STYLE("a", ""),
        LIMIT_ARENA_BYTES);
    assert_ptr_equal(docx_styles_paragraph(&opened->styles, (struct str){0}),
                     style_of(opened, "body"));
    assert_ptr_equal(docx_styles_paragraph(&opened->styles, str_of("unknown")),
                     style_of(opened, "body"));
    assert_ptr_equal(docx_styles_paragraph(&opened->styles, str_of("a")), style_of(opened, "a"));
    close_styles(opened);
}

static void test_last_of_two_counts(void **state) {
    (void)state;
    struct opened *opened =
        open_styles(STYLE("a", OUTLINE("1")) STYLE("a", OUTLINE("2")), LIMIT_ARENA_BYTES);
    assert_int_equal(style_of(opened, "a")->outline, 2);
    close_styles(opened);
}

static void test_properties_of_parts_of_tables_are_not_the_style(void **state) {
    (void)state;
    struct opened *opened =
        open_styles(STYLE("a", "<w:tblStylePr w:type=\"firstRow\">" HIDE OUTLINE(
                                   "1") "</w:tblStylePr>"
                                        "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
                                        "<w:rPr><w:rPrChange>" HIDE "</w:rPrChange></w:rPr>"),
                    LIMIT_ARENA_BYTES);
    assert_int_equal(style_of(opened, "a")->vanish, STYLE_UNSET);
    assert_int_equal(style_of(opened, "a")->outline, STYLE_UNSET);
    close_styles(opened);
}

static void test_many_styles_in_one_chain(void **state) {
    (void)state;
    enum { COUNT = 8000 };
    char *content = malloc(COUNT * 120);
    size_t len = 0;
    assert_non_null(content);
    for (int i = 0; i < COUNT; i++)
        len += (size_t)sprintf(content + len,
                               "<w:style w:styleId=\"s%d\"><w:basedOn w:val=\"s%d\"/></w:style>", i,
                               i + 1);
    sprintf(content + len, STYLE("s8000", OUTLINE("1")));
    struct opened *opened = open_styles(content, LIMIT_ARENA_BYTES);
    assert_int_equal(style_of(opened, "s7999")->outline, 1);
    assert_int_equal(style_of(opened, "s0")->outline, STYLE_UNSET); /* too far away */
    close_styles(opened);
    free(content);
}

static void test_damage_leaves_what_was_read(void **state) {
    (void)state;
    struct opened *opened =
        open_styles(STYLE("a", OUTLINE("1")) "<w:style></w:wrong>", LIMIT_ARENA_BYTES);
    assert_false(opened->read);
    assert_int_equal(opened->err.code, ERR_XML_MALFORMED);
    assert_int_equal(style_of(opened, "a")->outline, 1);
    close_styles(opened);
}

static void test_no_memory(void **state) {
    (void)state;
    enum { COUNT = 2000 };
    char *content = malloc(COUNT * 60);
    size_t len = 0;
    assert_non_null(content);
    for (int i = 0; i < COUNT; i++)
        len += (size_t)sprintf(content + len, "<w:style w:styleId=\"s%d\"/>", i);
    for (size_t budget = 1 << 17; budget < 1u << 19; budget += 1 << 15) {
        struct opened *opened = open_styles(content, budget);
        if (!opened->read)
            assert_int_equal(opened->err.code, ERR_MEMORY);
        close_styles(opened);
    }
    free(content);
}

/* As Word and WPS write the part: formatting around what is read. */
static void test_formatting_between(void **state) {
    (void)state;
    struct opened *opened = open_styles(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"21\"/></w:rPr></w:rPrDefault>"
        "</w:docDefaults><w:latentStyles w:count=\"2\"><w:lsdException w:name=\"Light Grid\"/>"
        "<w:lsdException w:name=\"Dark List\"/></w:latentStyles>" STYLE(
            "a", "<w:name w:val=\"a\"/>" BASED(
                     "b") "<w:pPr><w:jc w:val=\"both\"/></w:pPr>"
                          "<w:rPr><w:kern w:val=\"2\"/><w:sz w:val=\"21\"/></w:rPr>")
            STYLE("b", "<w:pPr><w:spacing w:line=\"360\"/><w:outlineLvl w:val=\"2\"/></w:pPr>"
                       "<w:rPr><w:sz w:val=\"28\"/><w:vanish/></w:rPr>"),
        LIMIT_ARENA_BYTES);
    assert_true(opened->read);
    assert_false(opened->styles.vanish);
    assert_int_equal(style_of(opened, "a")->outline, 2);
    assert_int_equal(style_of(opened, "a")->vanish, 1);
    assert_int_equal(style_of(opened, "b")->vanish, 1);
    close_styles(opened);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_styles),
        cmocka_unit_test(test_own_properties),
        cmocka_unit_test(test_inheritance),
        cmocka_unit_test(test_number_comes_from_one_style),
        cmocka_unit_test(test_cycles_end),
        cmocka_unit_test(test_default_paragraph_style),
        cmocka_unit_test(test_last_of_two_counts),
        cmocka_unit_test(test_properties_of_parts_of_tables_are_not_the_style),
        cmocka_unit_test(test_many_styles_in_one_chain),
        cmocka_unit_test(test_damage_leaves_what_was_read),
        cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_formatting_between),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
