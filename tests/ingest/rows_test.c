#include "show.h"

#include "ingest/rows.h"

/* A document with rows written as "甲|乙|/丙|丁", a bar a cell, a slash a row. */
struct made {
    struct shown shown;
    struct arena scratch;
    struct rows rows;
};

static void add_rows(struct rows *rows, const char *text) {
    struct str all = str_of(text);
    uint32_t line = 1;
    rows_add_row(rows, line);
    rows_add_cell(rows);
    for (size_t at = 0, start = 0; at <= all.len; at++) {
        bool end = at == all.len;
        if (!end && all.ptr[at] != '|' && all.ptr[at] != '/')
            continue;
        rows_add_piece(rows, str_slice(all, start, at), line);
        start = at + 1;
        if (end)
            break;
        if (all.ptr[at] == '/')
            rows_add_row(rows, ++line);
        rows_add_cell(rows);
    }
}

static struct made *make(const char *text) {
    struct made *m = calloc(1, sizeof *m);
    assert_non_null(m);
    arena_init(&m->scratch, LIMIT_ARENA_BYTES);
    arena_init(&m->shown.doc.arena, LIMIT_ARENA_BYTES);
    m->rows.arena = &m->scratch;
    add_rows(&m->rows, text);
    return m;
}

static void clear(struct made *m) {
    arena_clear(&m->scratch);
    arena_clear(&m->shown.doc.arena);
    free(m);
}

static void expect_grid(const char *text, const char *grid) {
    struct made *m = make(text);
    assert_true(rows_table(&m->rows, &m->shown.doc, &m->shown.err));
    show_table(&m->shown, &m->shown.doc.document.tables.items[0]);
    assert_string_equal(strchr(m->shown.text, '\n') + 1, grid);
    clear(m);
}

static void test_short_rows(void **state) {
    (void)state;
    expect_grid("标题/甲|乙|丙/合计|9", "1:标题*3\n2:甲|乙|丙\n3:合计|9*2\n");
}

static void test_header_by_counting(void **state) {
    (void)state;
    expect_grid("机构|合计|其中：|其他/||在用|出租|/局|9|5|4|0",
                "1:机构|合计|其中：*2|其他\n2:||在用|出租|\n3:局|9|5|4|0\n");
    expect_grid("甲|乙|丙|丁|戊/|子|丑||寅|卯|/局|1|2|3|4|5|6",
                "1:甲|乙*2|丙|丁*2|戊\n2:|子|丑||寅|卯|\n3:局|1|2|3|4|5|6\n");
}

static void test_header_over_three_rows(void **state) {
    (void)state;
    expect_grid("机构|其中：|其他/|基本|其中：|项目|/||人员|公用||/局|1|2|3|4|5",
                "1:机构|其中：*4|其他\n"
                "2:|基本|其中：*2|项目|\n"
                "3:||人员|公用||\n"
                "4:局|1|2|3|4|5\n");
}

static void test_header_shared_by_name(void **state) {
    (void)state;
    expect_grid("机构|其中：|结余/|基本|项目|当年结余|累计结余/局|1|2|3|4",
                "1:机构|其中：*2|结余*2\n"
                "2:|基本|项目|当年结余|累计结余\n"
                "3:局|1|2|3|4\n");
    expect_grid("机构|支出|其他/|基本支出|项目支出|结转|结余/局|1|2|3|4",
                "1:机构|支出*2|其他*2\n"
                "2:|基本支出|项目支出|结转|结余\n"
                "3:局|1|2|3|4\n");
}

static void test_uncertain_headers_only_reach_to_the_edge(void **state) {
    (void)state;
    /* no name tells where 甲 ends and 乙 begins */
    expect_grid("机构|甲|乙/|子|丑|寅|卯/局|1|2|3|4",
                "1:机构|甲|乙*3\n2:|子|丑|寅|卯\n3:局|1|2|3|4\n");
    /* a figure names nothing */
    expect_grid("机构|甲|3/|子|丑|寅|卯3/局|1|2|3|4",
                "1:机构|甲|3*3\n2:|子|丑|寅|卯3\n3:局|1|2|3|4\n");
    /* nothing blank below: no header */
    expect_grid("姓名|陈安/职责|养护|电话|1", "1:姓名|陈安*3\n"
                                              "2:职责|养护|电话|1\n");
}

static void test_cells_keep_pieces_and_lines(void **state) {
    (void)state;
    struct made *m = make("甲");
    rows_add_piece(&m->rows, str_of(" 乙 "), 2);
    rows_add_piece(&m->rows, str_of("  "), 3);
    rows_add_piece(&m->rows, str_of("$\\leq 5$"), 4);
    assert_true(rows_table(&m->rows, &m->shown.doc, &m->shown.err));
    const struct passage *p = &m->shown.doc.document.tables.items[0].cells[0].passage;
    assert_true(str_is(p->text, "甲\n乙\n≤ 5"));
    assert_true(str_is(p->raw, "甲\n乙\n$\\leq 5$"));
    assert_int_equal(passage_line_at(p, 0), 1);
    assert_int_equal(passage_line_at(p, 4), 2);
    assert_int_equal(passage_line_at(p, 8), 4);
    assert_int_equal(p->at.row, 0);
    assert_int_equal(p->at.col, 0);
    clear(m);
}

static void test_room(void **state) {
    (void)state;
    struct rows rows = {0};
    assert_true(rows_has_room(&rows, LIMIT_GRID_COLS));
    assert_false(rows_has_room(&rows, LIMIT_GRID_COLS + 1));
    rows.list.count = LIMIT_GRID_ROWS;
    assert_false(rows_has_room(&rows, 1));
    rows.list.count = LIMIT_CELLS / LIMIT_GRID_COLS;
    assert_true(rows_has_room(&rows, 2));
    assert_false(rows_has_room(&rows, LIMIT_GRID_COLS));
}

static void test_no_memory(void **state) {
    (void)state;
    struct made *m = make("甲|乙");
    m->shown.doc.arena.budget = 0;
    assert_false(rows_table(&m->rows, &m->shown.doc, &m->shown.err));
    assert_int_equal(m->shown.err.code, ERR_MEMORY);
    m->shown.doc.arena.budget = LIMIT_ARENA_BYTES;
    arena_clear(&m->scratch);
    m->scratch.budget = 0;
    m->rows = (struct rows){.arena = &m->scratch};
    add_rows(&m->rows, "甲|乙/丙");
    assert_false(rows_table(&m->rows, &m->shown.doc, &m->shown.err));
    assert_int_equal(m->shown.err.code, ERR_MEMORY);
    clear(m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short_rows),
        cmocka_unit_test(test_header_by_counting),
        cmocka_unit_test(test_header_over_three_rows),
        cmocka_unit_test(test_header_shared_by_name),
        cmocka_unit_test(test_uncertain_headers_only_reach_to_the_edge),
        cmocka_unit_test(test_cells_keep_pieces_and_lines),
        cmocka_unit_test(test_room),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
