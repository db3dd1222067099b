#include "tools/console.h"

#include <errno.h>

#include "tests/tools/folder.h"
#include "tools/progress.h"

static void expect_error(const char *path, struct err err, enum language language,
                         const char *expected) {
    FILE *file = NULL;
    char words[FOLDER_WORDS];
    int kept = words_start(&file);
    console_error(path, &err, language);
    words_end(file, kept, words);
    assert_string_equal(words, expected);
}

static void test_errors(void **state) {
    (void)state;
    struct err err = {.code = ERR_ZIP_CORRUPT, .words = "entry a"};
    expect_error("a.docx", err, LANGUAGE_CHINESE, "heji: a.docx: 文件已损坏（entry a）\n");
    expect_error("a.docx", err, LANGUAGE_ENGLISH, "heji: a.docx: the file is damaged (entry a)\n");
    expect_error(NULL, err, LANGUAGE_ENGLISH, "heji: the file is damaged (entry a)\n");
    err.words[0] = '\0';
    expect_error("a.docx", err, LANGUAGE_CHINESE, "heji: a.docx: 文件已损坏\n");
}

/* A name of a file may hold what a terminal obeys, and so may words from within a document. */
static void test_errors_are_safe_for_a_terminal(void **state) {
    (void)state;
    struct err err = {.code = ERR_ZIP_CORRUPT, .words = "entry \33[2J"};
    expect_error("a\33]0;x\7\n.docx", err, LANGUAGE_ENGLISH,
                 "heji: a\\x1B]0;x\\x07 .docx: the file is damaged (entry \\x1B[2J)\n");
    err.words[0] = '\0';
    expect_error("\xFF.txt", err, LANGUAGE_ENGLISH, "heji: \\xFF.txt: the file is damaged\n");
}

static void test_wrong_usage(void **state) {
    (void)state;
    FILE *file = NULL;
    char words[FOLDER_WORDS];
    int kept = words_start(&file);
    int first = console_usage("没有这个选项", "--x\33", LANGUAGE_CHINESE);
    int second = console_usage("no path", NULL, LANGUAGE_ENGLISH);
    words_end(file, kept, words);
    assert_int_equal(first, EXIT_USAGE);
    assert_int_equal(second, EXIT_USAGE);
    assert_string_equal(words, "heji: 没有这个选项：--x\\x1B\n用法见 heji --help\n"
                               "heji: no path\nSee heji --help\n");
}

/* The status is the run's own unless its results are lost. */
static void test_results_that_cannot_be_written(void **state) {
    (void)state;
    FILE *file = NULL;
    char words[FOLDER_WORDS];
    int kept = words_start(&file);
    int written = console_finish(EXIT_FINDINGS, 0, LANGUAGE_ENGLISH);
    int lost = console_finish(EXIT_CLEAN, ENOSPC, LANGUAGE_ENGLISH);
    words_end(file, kept, words);
    assert_int_equal(written, EXIT_FINDINGS);
    assert_int_equal(lost, EXIT_FAILED);
    assert_non_null(strstr(words, strerror(ENOSPC)));
}

static void test_a_file_is_a_screen_without_colour(void **state) {
    (void)state;
    FILE *file = tmpfile();
    assert_non_null(file);
    struct screen screen = console_screen(fileno(file), LANGUAGE_ENGLISH);
    assert_int_equal(screen.width, 80);
    assert_false(screen.colour);
    assert_int_equal(screen.language, LANGUAGE_ENGLISH);
    fclose(file);
}

/* ---- progress */

enum { LATE = -1000 }; /* seconds: the bar was drawn long ago */

static void draw(struct progress *progress, size_t done, char *words) {
    FILE *file = NULL;
    int kept = words_start(&file);
    progress->drawn.tv_sec += LATE;
    progress_show(progress, done);
    words_end(file, kept, words);
}

static size_t count(const char *text, const char *piece) {
    size_t found = 0;
    for (; (text = strstr(text, piece)); text += strlen(piece))
        found++;
    return found;
}

static void test_bar(void **state) {
    (void)state;
    char words[FOLDER_WORDS];
    struct progress progress;
    progress_start(&progress, 8, LANGUAGE_CHINESE);
    progress.wanted = true; /* as on a terminal */
    static const struct {
        size_t done, full;
        const char *words;
    } cases[] = {{0, 0, " 0/8 (0%)"}, {1, 3, " 1/8 (12%)"}, {4, 12, "4/8"}, {8, 24, " 8/8 (100%)"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        draw(&progress, cases[i].done, words);
        assert_int_equal(count(words, "█"), cases[i].full);
        assert_int_equal(count(words, "░"), 24 - cases[i].full);
        assert_non_null(strstr(words, cases[i].words));
        assert_non_null(strstr(words, "核对中"));
        assert_null(strchr(words, '\n'));
    }
}

static void test_bar_is_drawn_now_and_then_and_taken_away(void **state) {
    (void)state;
    char words[FOLDER_WORDS];
    FILE *file = NULL;
    struct progress progress;
    progress_start(&progress, 1000, LANGUAGE_ENGLISH);
    progress.wanted = true;
    int kept = words_start(&file);
    progress_hide(&progress); /* not there yet */
    progress_show(&progress, 1);
    progress_show(&progress, 2); /* too soon after the start */
    words_end(file, kept, words);
    assert_string_equal(words, "");
    draw(&progress, 500, words);
    assert_non_null(strstr(words, "checking"));
    assert_true(progress.visible);
    kept = words_start(&file);
    progress_hide(&progress);
    progress_hide(&progress);
    words_end(file, kept, words);
    assert_string_equal(words, "\r\33[K");
}

static void test_no_bar_where_nobody_sees_it(void **state) {
    (void)state;
    char words[FOLDER_WORDS];
    FILE *file = NULL;
    struct progress progress;
    int kept = words_start(&file);
    progress_start(&progress, 1000, LANGUAGE_CHINESE);
    words_end(file, kept, words);
    assert_false(progress.wanted); /* a file is no terminal */
    draw(&progress, 500, words);
    assert_string_equal(words, "");
    assert_false(progress.visible);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_errors_are_safe_for_a_terminal),
        cmocka_unit_test(test_wrong_usage),
        cmocka_unit_test(test_results_that_cannot_be_written),
        cmocka_unit_test(test_a_file_is_a_screen_without_colour),
        cmocka_unit_test(test_bar),
        cmocka_unit_test(test_bar_is_drawn_now_and_then_and_taken_away),
        cmocka_unit_test(test_no_bar_where_nobody_sees_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
