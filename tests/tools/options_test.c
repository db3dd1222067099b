#include "tools/options.h"

#include "base/limits.h"
#include "tests/tools/folder.h"

enum { MOST = 16 };

/* A command line cut at blanks, and what was read of it. */
struct line {
    char text[256];
    char *argv[MOST];
    int argc;
    struct options options;
    char words[FOLDER_WORDS]; /* on standard error */
};

static bool parse(struct line *line, const char *text, bool checking) {
    FILE *file = NULL;
    char *rest = line->text;
    line->argc = 0;
    strcpy(line->text, text);
    for (char *word; (word = strtok_r(rest, " ", &rest));)
        line->argv[line->argc++] = word;
    int kept = words_start(&file);
    bool ok = options_parse(&line->options, line->argc, line->argv, checking);
    words_end(file, kept, line->words);
    return ok;
}

static struct options read_line(const char *text) {
    struct line line;
    assert_true(parse(&line, text, true));
    assert_string_equal(line.words, "");
    return line.options;
}

/* A mistake is one message, which shows the argument, and a hint. */
static void expect_wrong(const char *text, bool checking, const char *words) {
    struct line line;
    assert_false(parse(&line, text, checking));
    assert_non_null(strstr(line.words, words));
    assert_non_null(strstr(line.words, "heji --help"));
}

static void test_defaults(void **state) {
    (void)state;
    struct options options = read_line("a.txt");
    assert_int_equal(options.format, FORMAT_TEXT);
    assert_int_equal(options.language, LANGUAGE_CHINESE);
    assert_int_equal(options.fail_on, SEVERITY_ERROR);
    assert_in_range(options.jobs, 1, LIMIT_JOBS);
    assert_int_equal(options.path_count, 1);
    assert_false(options.help);
}

static void test_values_behind_a_blank_or_a_sign(void **state) {
    (void)state;
    static const char *const lines[] = {"--format jsonl --lang en --jobs 3 --fail-on info",
                                        "--format=jsonl --lang=en --jobs=3 --fail-on=info"};
    for (size_t i = 0; i < 2; i++) {
        struct options options = read_line(lines[i]);
        assert_int_equal(options.format, FORMAT_JSONL);
        assert_int_equal(options.language, LANGUAGE_ENGLISH);
        assert_int_equal(options.jobs, 3);
        assert_int_equal(options.fail_on, SEVERITY_INFO);
        assert_int_equal(options.path_count, 0);
    }
    assert_int_equal(read_line("--format json").format, FORMAT_JSON);
    assert_int_equal(read_line("--fail-on never").fail_on, FAIL_ON_NEVER);
}

static void test_the_last_of_two_counts(void **state) {
    (void)state;
    struct options options = read_line("--jobs 2 --lang en --jobs=5 --lang zh");
    assert_int_equal(options.jobs, 5);
    assert_int_equal(options.language, LANGUAGE_CHINESE);
}

static void test_paths_come_first_in_order(void **state) {
    (void)state;
    struct line line;
    assert_true(parse(&line, "b --jobs 2 - a -- --format -x", true));
    assert_int_equal(line.options.path_count, 5);
    static const char *const paths[] = {"b", "-", "a", "--format", "-x"};
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(line.options.paths[i], paths[i]);
}

static void test_help_is_noted_wherever_it_stands(void **state) {
    (void)state;
    assert_true(read_line("a --help").help);
    assert_true(read_line("-h --lang en").help);
    assert_false(read_line("-- -h").help);
}

static void test_limits_of_jobs(void **state) {
    (void)state;
    assert_int_equal(read_line("--jobs 1").jobs, 1);
    assert_int_equal(read_line("--jobs 256").jobs, LIMIT_JOBS);
    static const char *const wrong[] = {"0", "257", "-1", "+2", "2x", "99999999999999999999", "二"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        char line[64];
        sprintf(line, "--jobs=%s", wrong[i]);
        expect_wrong(line, true, wrong[i]);
    }
    expect_wrong("--jobs=", true, "1 到 256");
}

static void test_unknown_options_and_values(void **state) {
    (void)state;
    expect_wrong("--form=json", true, "--form=json");
    expect_wrong("--formats json", true, "没有这个选项");
    expect_wrong("-j 2", true, "-j");
}

static void test_words_are_matched_whole(void **state) {
    (void)state;
    expect_wrong("--format js", true, "选项的值无效");
    expect_wrong("--format JSON", true, "JSON");
    expect_wrong("--fail-on=", true, "选项的值无效");
    expect_wrong("a --lang", true, "选项缺少值");
}

/* The language of the message is the one that was asked for before. */
static void test_mistakes_in_english(void **state) {
    (void)state;
    expect_wrong("--lang en --nonsense", true, "no such option");
    expect_wrong("--lang en --jobs none", true, "from 1 to 256");
    expect_wrong("--lang en --format", true, "needs a value");
}

static void test_other_subcommands_know_the_language_only(void **state) {
    (void)state;
    struct line line;
    assert_true(parse(&line, "--lang en a", false));
    assert_int_equal(line.options.language, LANGUAGE_ENGLISH);
    expect_wrong("--format json", false, "--format");
    expect_wrong("--jobs 2", false, "--jobs");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_values_behind_a_blank_or_a_sign),
        cmocka_unit_test(test_the_last_of_two_counts),
        cmocka_unit_test(test_paths_come_first_in_order),
        cmocka_unit_test(test_help_is_noted_wherever_it_stands),
        cmocka_unit_test(test_limits_of_jobs),
        cmocka_unit_test(test_unknown_options_and_values),
        cmocka_unit_test(test_words_are_matched_whole),
        cmocka_unit_test(test_mistakes_in_english),
        cmocka_unit_test(test_other_subcommands_know_the_language_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
