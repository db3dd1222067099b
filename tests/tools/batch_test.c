#include "tools/batch.h"

#include <errno.h>

#include "tests/tools/folder.h"

enum { DOCUMENTS = 40 };

/* What a batch is told to do, and what it did. */
struct job {
    struct folder folder;
    struct config config;
    struct files files;
    size_t stop_after; /* deliver says no after so many; 0: never */
    bool no_text;      /* render finds no memory */
    size_t delivered;
    uint32_t statuses[3]; /* by enum source_status */
    uint32_t errors;
};

static void render(void *context, struct doc *doc, struct result *result) {
    const struct job *job = context;
    result->lost = job->no_text;
    if (result->lost)
        return;
    result->text = malloc(64 + doc->source.path.len);
    assert_non_null(result->text);
    result->len = (size_t)sprintf(result->text, "%zu paragraphs, %zu warnings",
                                  doc->document.paragraphs.count, doc->source.warnings.count);
}

/* Results come in the order of the files, whichever was ready first. */
static bool deliver(void *context, size_t index, const struct result *result) {
    struct job *job = context;
    assert_int_equal(index, job->delivered);
    assert_int_equal(result->lost, job->no_text);
    if (!result->lost)
        assert_int_equal(result->text[0] - '0',
                         result->status == SOURCE_FAILED ? 0 : index % 7 + 1);
    job->delivered++;
    job->statuses[result->status]++;
    job->errors += result->findings[SEVERITY_ERROR];
    return job->delivered != job->stop_after;
}

/* Document i has i % 7 + 1 paragraphs; every fourth holds a contradiction, every tenth is not
 * there. */
static void write_documents(struct job *job) {
    struct err err = {0};
    for (size_t i = 0; i < DOCUMENTS; i++) {
        char name[32], text[1024] = "";
        sprintf(name, "%02zu.txt", i);
        for (size_t line = 0; line < i % 7; line++)
            strcat(text, "本年度各项工作均按计划完成。\n\n");
        strcat(text, i % 4 == 0 ? "全年支出100万元，其中：工程支出60万元，设备支出50万元。\n"
                                : "全年支出100万元，其中：工程支出60万元，设备支出40万元。\n");
        if (i % 10 != 9)
            folder_write(&job->folder, name, text);
        assert_true(files_add(&job->files, folder_at(&job->folder, name), &err));
    }
}

static struct job *start(void) {
    struct err err = {0};
    struct job *job = calloc(1, sizeof *job);
    assert_non_null(job);
    folder_open(&job->folder);
    write_documents(job);
    assert_true(pipeline_open(&job->config, LANGUAGE_CHINESE, &err));
    return job;
}

static void run(struct job *job, uint32_t jobs) {
    struct err err = {0};
    struct batch batch = {.config = &job->config,
                          .files = &job->files,
                          .jobs = jobs,
                          .render = render,
                          .deliver = deliver,
                          .context = job};
    job->delivered = 0;
    job->errors = 0;
    memset(job->statuses, 0, sizeof job->statuses);
    assert_true(batch_run(&batch, &err));
    assert_int_equal(err.code, ERR_NONE);
}

static void end(struct job *job) {
    pipeline_close(&job->config);
    files_clear(&job->files);
    folder_close(&job->folder);
    free(job);
}

static void test_order_and_counts_for_any_number_of_workers(void **state) {
    (void)state;
    static const uint32_t workers[] = {1, 2, 3, 16, 64};
    struct job *job = start();
    for (size_t i = 0; i < sizeof workers / sizeof workers[0]; i++) {
        run(job, workers[i]);
        assert_int_equal(job->delivered, DOCUMENTS);
        assert_int_equal(job->statuses[SOURCE_OK], 36);
        assert_int_equal(job->statuses[SOURCE_FAILED], 4);
        assert_int_equal(job->errors, 10);
    }
    end(job);
}

/* What was made but not handed over is freed: the sanitizer would tell. */
static void test_deliver_ends_the_run(void **state) {
    (void)state;
    struct job *job = start();
    for (uint32_t jobs = 1; jobs <= 4; jobs++) {
        job->stop_after = 5;
        run(job, jobs);
        assert_int_equal(job->delivered, 5);
    }
    end(job);
}

static void test_results_without_text(void **state) {
    (void)state;
    struct job *job = start();
    job->no_text = true;
    for (uint32_t jobs = 1; jobs <= 2; jobs++) {
        run(job, jobs);
        assert_int_equal(job->delivered, DOCUMENTS);
        assert_int_equal(job->errors, 10); /* the verdict is known all the same */
    }
    end(job);
}

static void test_no_files(void **state) {
    (void)state;
    struct job *job = start();
    files_clear(&job->files);
    for (uint32_t jobs = 1; jobs <= 2; jobs++) {
        run(job, jobs);
        assert_int_equal(job->delivered, 0);
    }
    end(job);
}

/* ---- one document */

static bool take_error(void *context, size_t index, const struct result *result) {
    (void)index;
    *(struct err *)context = result->error;
    return true;
}

static void render_nothing(void *context, struct doc *doc, struct result *result) {
    (void)context;
    (void)doc;
    result->lost = true;
}

static void test_the_reason_of_a_failure_is_handed_on(void **state) {
    (void)state;
    char path[] = "some/folder";
    struct input input = {.path = path, .code = ERR_IO, .cause = EACCES};
    struct files files = {.items = &input, .count = 1};
    struct config config = {0};
    struct err seen = {0}, err = {0};
    struct batch batch = {.config = &config,
                          .files = &files,
                          .jobs = 1,
                          .render = render_nothing,
                          .deliver = take_error,
                          .context = &seen};
    assert_true(batch_run(&batch, &err));
    assert_int_equal(seen.code, ERR_IO);
    assert_int_equal(seen.cause, EACCES);
    assert_string_equal(seen.words, strerror(EACCES));
    input = (struct input){.path = path, .code = ERR_EMPTY};
    assert_true(batch_run(&batch, &err));
    assert_int_equal(seen.code, ERR_EMPTY);
    assert_string_equal(seen.words, "a folder without files");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_and_counts_for_any_number_of_workers),
        cmocka_unit_test(test_deliver_ends_the_run),
        cmocka_unit_test(test_results_without_text),
        cmocka_unit_test(test_no_files),
        cmocka_unit_test(test_the_reason_of_a_failure_is_handed_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
