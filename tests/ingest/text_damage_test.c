/* A small report in each encoding, damaged and cut byte by byte, and read with any memory: it is
 * read or refused, and what is read can be shown to anyone. */
#include "show.h"

#include "base/utf8.h"

#define REPORT                                                     \
    "## 云溪县交通局\f绩效自评\n"                        \
    "一级指标\t分值\t\"得\n分\"\n"                         \
    "产出\t50\t$\\leq 48$\n"                                     \
    "\n"                                                           \
    "\t效益\n\t30\n\n\t满意\n\t10\n"                           \
    "| 甲 | 1 |\n|---|---|\n| 乙 | 2 |\n"                        \
    "项目　预算　执行\n甲　1.0　2.0\n乙　3.0　4.0\n" \
    "共计12，其中，\n县级3万元。\n"

/* 云溪县交通局自评 100 分 in GB18030. */
#define GB                                                             \
    "\xD4\xC6\xCF\xAA\xCF\xD8\xBD\xBB\xCD\xA8\xBE\xD6\xD7\xD4\xC6\xC0" \
    "\t100\t\xB7\xD6\n\xD7\xDC\xB7\xD6\t90\t\xB7\xD6\n"

static void check_passage(const struct passage *passage) {
    assert_int_equal(utf8_check(passage->text), passage->text.len);
    assert_int_equal(utf8_check(passage->raw), passage->raw.len);
    assert_null(memchr(passage->text.ptr ? passage->text.ptr : "x", 0, passage->text.len));
    assert_true(passage->at.line >= 1);
    for (uint32_t i = 0; i < passage->mark_count; i++) {
        assert_true(passage->marks[i].offset < passage->text.len);
        assert_true(i == 0 || passage->marks[i].offset > passage->marks[i - 1].offset);
    }
}

/* Grids without holes, cells in order, every passage well-formed. */
static void check_document(const struct document *document) {
    for (size_t i = 0; i < document->paragraphs.count; i++)
        check_passage(&document->paragraphs.items[i]);
    for (size_t i = 0; i < document->tables.count; i++) {
        const struct table *table = &document->tables.items[i];
        for (uint32_t c = 0; c < table->cell_count; c++) {
            const struct cell *cell = &table->cells[c];
            assert_true(cell->row < table->rows && cell->col + cell->colspan <= table->cols);
            assert_ptr_equal(table_cell_at(table, cell->row, cell->col), cell);
            check_passage(&cell->passage);
        }
    }
}

static enum err_code read_checked(struct str bytes, size_t budget) {
    struct doc *doc = calloc(1, sizeof *doc);
    struct err err = {0};
    assert_non_null(doc);
    arena_init(&doc->arena, budget);
    if (text_read(doc, bytes, &err)) {
        err.code = ERR_NONE; /* UTF-8 may have been tried in vain before GB18030 */
        check_document(&doc->document);
    } else {
        assert_int_not_equal(err.code, ERR_NONE);
        assert_true(err.words[0] != '\0');
    }
    arena_clear(&doc->arena);
    free(doc);
    return err.code;
}

static void damage(const char *text, size_t len) {
    static const char put[] = {'\0', '\t', '\n', '|', '"', '$', '\\', '\x80', '\xE5', '\xFF'};
    char *copy = malloc(len);
    assert_non_null(copy);
    for (size_t at = 0; at < len; at++) {
        for (size_t i = 0; i < sizeof put; i++) {
            memcpy(copy, text, len);
            copy[at] = put[i];
            read_checked((struct str){copy, len}, LIMIT_ARENA_BYTES);
        }
    }
    free(copy);
}

static void test_damaged_bytes(void **state) {
    (void)state;
    damage(REPORT, sizeof REPORT - 1);
    damage(GB, sizeof GB - 1);
}

static void test_cut_text(void **state) {
    (void)state;
    for (size_t len = 0; len < sizeof REPORT; len++)
        read_checked((struct str){REPORT, len}, LIMIT_ARENA_BYTES);
    for (size_t len = 0; len < sizeof GB; len++)
        read_checked((struct str){GB, len}, LIMIT_ARENA_BYTES);
}

/* Lines in another order meet the layouts in states that no author had in mind. */
static void test_lines_in_any_order(void **state) {
    (void)state;
    struct str all = str_of(REPORT);
    char *copy = malloc(all.len);
    assert_non_null(copy);
    for (size_t cut = 0; cut < all.len; cut++) {
        if (all.ptr[cut] != '\n')
            continue;
        memcpy(copy, all.ptr + cut + 1, all.len - cut - 1);
        memcpy(copy + all.len - cut - 1, all.ptr, cut + 1);
        assert_int_equal(read_checked((struct str){copy, all.len}, LIMIT_ARENA_BYTES), ERR_NONE);
    }
    free(copy);
}

/* Every allocation of the document fails once; the reason is always the memory. */
static void test_any_budget(void **state) {
    (void)state;
    struct str rows = {0};
    char *text = malloc(60000);
    size_t failed = 0, read = 0;
    assert_non_null(text);
    rows.ptr = text;
    for (size_t i = 0; i < 600; i++)
        rows.len +=
            (size_t)sprintf(text + rows.len, "指标%zu\t%zu\t第%zu项\n\n说明。\n\n", i, i, i);
    for (size_t budget = 0; budget < 2 << 20; budget += 37 << 10) {
        enum err_code code = read_checked(rows, budget);
        assert_true(code == ERR_NONE || code == ERR_MEMORY);
        failed += code == ERR_MEMORY;
        read += code == ERR_NONE;
    }
    assert_true(failed > 2 && read > 2);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_damaged_bytes),
        cmocka_unit_test(test_cut_text),
        cmocka_unit_test(test_lines_in_any_order),
        cmocka_unit_test(test_any_budget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
