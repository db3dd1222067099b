#include "tools/pipeline.h"

#include <errno.h>

#include "base/limits.h"
#include "tests/budget.h"
#include "tests/tools/folder.h"

static const char report[] = "云溪县水利局2023年度部门整体支出绩效自评报告\n\n"
                             "全年支出100万元，其中：工程支出60万元，设备支出50万元。\n\n"
                             "本次自评得分为95分，等级为优。\n\n"
                             "指标\t分值\t得分\n数量\t60\t58\n质量\t40\t37\n总分\t100\t96\n";

struct walk {
    struct config config;
    struct matcher *matcher;
    struct doc doc;
};

static void walk_open(struct walk *walk) {
    struct err err = {0};
    *walk = (struct walk){.matcher = matcher_new()};
    assert_non_null(walk->matcher);
    assert_true(pipeline_open(&walk->config, LANGUAGE_CHINESE, &err));
    walk->config.profiles = pipeline_profiles(NULL, &err);
    assert_non_null(walk->config.profiles);
}

static const int standard_input = STDIN_FILENO;

/* Everything, with `left` bytes for it; freed by walk_end. */
static void walk_run(struct walk *walk, const struct input *input, size_t left) {
    walk->doc = (struct doc){.matcher = walk->matcher};
    budget_init(&walk->doc.arena, left);
    pipeline_run(&walk->doc, &walk->config, input, input->is_stdin ? &standard_input : NULL);
}

static void walk_end(struct walk *walk) {
    arena_clear(&walk->doc.arena);
}

static void walk_close(struct walk *walk) {
    matcher_free(walk->matcher);
    pipeline_close(&walk->config);
}

static void test_each_stage_adds_its_layer(void **state) {
    (void)state;
    struct folder folder;
    struct walk walk;
    folder_open(&folder);
    folder_write(&folder, "a.txt", report);
    struct input input = {.path = folder_at(&folder, "a.txt")};
    walk_open(&walk);
    walk_run(&walk, &input, LIMIT_ARENA_BYTES);
    assert_int_equal(walk.doc.source.status, SOURCE_OK);
    assert_int_equal(walk.doc.source.error.code, ERR_NONE);
    assert_int_equal(walk.doc.source.bytes, strlen(report));
    assert_true(str_is(walk.doc.source.path, folder.at));
    assert_int_equal(walk.doc.document.tables.count, 1);
    assert_int_equal(walk.doc.reading.parts.count, 1);
    assert_int_equal(walk.doc.record.indicators.count, 2);
    assert_true(walk.doc.verdict.findings.count >= 2); /* breakdown, total */
    walk_end(&walk);
    walk_close(&walk);
    folder_close(&folder);
}

static void test_reading_stops_after_the_first_stage(void **state) {
    (void)state;
    struct folder folder;
    struct walk walk;
    folder_open(&folder);
    folder_write(&folder, "a.txt", report);
    struct input input = {.path = folder_at(&folder, "a.txt")};
    walk_open(&walk);
    walk.doc = (struct doc){.matcher = walk.matcher};
    arena_init(&walk.doc.arena, LIMIT_ARENA_BYTES);
    assert_true(pipeline_read(&walk.doc, &walk.config, &input, NULL));
    assert_int_equal(walk.doc.document.tables.count, 1);
    assert_int_equal(walk.doc.reading.parts.count, 0);
    assert_int_equal(walk.doc.verdict.checks.count, 0);
    walk_end(&walk);
    walk_close(&walk);
    folder_close(&folder);
}

static void expect_failure(struct walk *walk, struct input input, enum err_code code,
                           const char *words) {
    walk_run(walk, &input, LIMIT_ARENA_BYTES);
    assert_int_equal(walk->doc.source.status, SOURCE_FAILED);
    assert_int_equal(walk->doc.source.error.code, code);
    assert_string_equal(walk->doc.source.error.words, words);
    assert_int_equal(walk->doc.document.blocks.count, 0);
    assert_int_equal(walk->doc.verdict.checks.count, 0);
    walk_end(walk);
}

static void test_what_cannot_be_read_says_why(void **state) {
    (void)state;
    struct folder folder;
    struct walk walk;
    folder_open(&folder);
    walk_open(&walk);
    char *none = folder_at(&folder, "none.txt");
    expect_failure(&walk, (struct input){.path = none}, ERR_IO, strerror(ENOENT));
    expect_failure(&walk, (struct input){.path = folder.path}, ERR_NOT_REGULAR, "a folder");
    walk_close(&walk);
    folder_close(&folder);
}

/* Each amount of memory ends the walk at another allocation: it is said which stage broke off, layers that
 * were finished stay, and a walk that is said to be whole has found everything. */
static void test_any_budget(void **state) {
    (void)state;
    struct folder folder;
    struct walk walk;
    uint32_t seen[3] = {0};
    folder_open(&folder);
    folder_write(&folder, "a.txt", report);
    struct input input = {.path = folder_at(&folder, "a.txt")};
    walk_open(&walk);
    walk_run(&walk, &input, LIMIT_ARENA_BYTES);
    size_t checks = walk.doc.verdict.checks.count, findings = walk.doc.verdict.findings.count;
    walk_end(&walk);
    for (size_t left = 0; left < 100u << 10; left += 80) {
        walk_run(&walk, &input, left);
        const struct source *source = &walk.doc.source;
        seen[source->status]++;
        if (source->status == SOURCE_OK) {
            assert_int_equal(walk.doc.verdict.checks.count, checks);
            assert_int_equal(walk.doc.verdict.findings.count, findings);
        } else {
            assert_int_equal(source->error.code, ERR_MEMORY);
        }
        if (source->status == SOURCE_PARTIAL) {
            assert_int_equal(walk.doc.document.tables.count, 1);
            assert_non_null(strchr(source->error.words, ':')); /* the stage's name */
        }
        walk_end(&walk);
    }
    assert_true(seen[SOURCE_OK] > 0 && seen[SOURCE_PARTIAL] > 0 && seen[SOURCE_FAILED] > 0);
    walk_close(&walk);
    folder_close(&folder);
}

/* ---- standard input */

static void read_stdin_from(struct walk *walk, const char *path) {
    static char name[] = "-";
    struct input input = {.path = name, .is_stdin = true};
    assert_non_null(freopen(path, "rb", stdin));
    walk_run(walk, &input, LIMIT_ARENA_BYTES);
}

static void test_standard_input(void **state) {
    (void)state;
    struct folder folder;
    struct walk walk;
    folder_open(&folder);
    walk_open(&walk);
    folder_write(&folder, "a.txt", report);
    read_stdin_from(&walk, folder_at(&folder, "a.txt"));
    assert_int_equal(walk.doc.source.status, SOURCE_OK);
    assert_true(str_is(walk.doc.source.path, "-"));
    assert_int_equal(walk.doc.record.indicators.count, 2);
    walk_end(&walk);
    read_stdin_from(&walk, "/dev/null");
    assert_int_equal(walk.doc.source.error.code, ERR_EMPTY);
    walk_end(&walk);
    read_stdin_from(&walk, "/tmp"); /* a folder cannot be read */
    assert_int_equal(walk.doc.source.error.code, ERR_IO);
    assert_int_equal(walk.doc.source.error.cause, EISDIR);
    walk_end(&walk);
    walk_close(&walk);
    folder_close(&folder);
}

/* The block that standard input is read into grows: nothing is lost where it does. */
static void test_long_standard_input(void **state) {
    (void)state;
    enum { LINES = 9000 };
    static const char line[] = "本年度各项工作均按计划完成。\n\n";
    struct folder folder;
    struct walk walk;
    char *text = malloc(LINES * sizeof line);
    assert_non_null(text);
    for (size_t i = 0; i < LINES; i++)
        memcpy(text + i * (sizeof line - 1), line, sizeof line);
    folder_open(&folder);
    walk_open(&walk);
    folder_write(&folder, "a.txt", text);
    read_stdin_from(&walk, folder_at(&folder, "a.txt"));
    assert_int_equal(walk.doc.source.bytes, strlen(text));
    assert_int_equal(walk.doc.document.paragraphs.count, LINES);
    walk_end(&walk);
    walk_close(&walk);
    folder_close(&folder);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_stage_adds_its_layer),
        cmocka_unit_test(test_reading_stops_after_the_first_stage),
        cmocka_unit_test(test_what_cannot_be_read_says_why),
        cmocka_unit_test(test_any_budget),
        cmocka_unit_test(test_standard_input),
        cmocka_unit_test(test_long_standard_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
