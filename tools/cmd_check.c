#include "tools/cmd_check.h"

#include <stdio.h>
#include <unistd.h>

#include "report/record_json.h"
#include "report/terminal.h"
#include "tools/batch.h"
#include "tools/console.h"
#include "tools/files.h"
#include "tools/help.h"
#include "tools/options.h"
#include "tools/pipeline.h"
#include "tools/progress.h"

/* One run of the command: read by `render` in the workers, changed by `deliver`
 * only. */
struct check_run {
    const struct options *options;
    const struct files *files;
    struct screen screen; /* settings of standard output; holds no text */
    bool shares_terminal; /* results go where the progress bar stands */
    struct progress progress;
    struct totals totals;
    bool exposed;    /* some document was read without the sandbox that was wanted */
    size_t printed;  /* results that put something on standard output */
    int write_cause; /* errno of a failed write, or 0 */
};

/* In the worker: making the text is part of the work that threads share. */
static void render(void *context, struct doc *doc, struct result *result) {
    const struct check_run *run = context;
    if (run->options->format == FORMAT_TEXT) {
        struct screen screen = run->screen;
        if (doc->source.status != SOURCE_FAILED)
            terminal_document(&screen, doc);
        result->lost = screen.failed;
        result->text = screen.ptr;
        result->len = screen.len;
    } else {
        struct json_writer w = {.pretty = run->options->format == FORMAT_JSON};
        record_json(doc, &w);
        if (run->options->format == FORMAT_JSONL)
            json_raw(&w, "\n");
        result->lost = w.failed;
        result->text = w.ptr;
        result->len = w.len;
    }
}

/* A document read in part counts as failed: what it lacks was not checked. */
static void add_to_totals(struct totals *totals, const struct result *result) {
    totals->documents++;
    totals->failed += result->status != SOURCE_OK || result->lost;
    totals->relations += result->relations;
    for (int i = 0; i < 3; i++)
        totals->findings[i] += result->findings[i];
    for (int i = 0; i < 4; i++)
        totals->outcomes[i] += result->outcomes[i];
}

/* In the order of the files, like the results, whichever worker was first. */
static void report_failure(const struct check_run *run, size_t index, const struct result *result) {
    struct err lost = {.code = ERR_MEMORY, .words = "the result"};
    const struct err *err = result->lost ? &lost : &result->error;
    if (err->code != ERR_NONE)
        console_error(run->files->items[index].path, err, run->options->language);
}

/* What stands between two results, and before the first. */
static const char *separator(const struct check_run *run) {
    if (run->options->format == FORMAT_JSON)
        return run->printed == 0 ? "[\n" : ",\n";
    return run->options->format == FORMAT_TEXT && run->printed > 0 ? "\n" : "";
}

/* In the main thread, the only one that writes. */
static bool deliver(void *context, size_t index, const struct result *result) {
    struct check_run *run = context;
    bool has_text = result->len > 0 && !result->lost;
    add_to_totals(&run->totals, result);
    run->exposed |= result->exposed;
    if (run->shares_terminal || result->status != SOURCE_OK || result->lost)
        progress_hide(&run->progress);
    report_failure(run, index, result);
    if (has_text) {
        fputs(separator(run), stdout);
        run->write_cause = console_write(result->text, result->len);
        run->printed++;
    }
    progress_show(&run->progress, index + 1);
    return run->write_cause == 0;
}

/* What stands behind the last result: the bracket of an array, or the summary. */
static void close_output(struct check_run *run) {
    progress_hide(&run->progress);
    if (run->write_cause != 0)
        return;
    if (run->options->format == FORMAT_JSON)
        fputs(run->printed == 0 ? "[]\n" : "\n]\n", stdout);
    if (run->options->format != FORMAT_TEXT || run->totals.documents < 2)
        return;
    struct screen screen = run->screen;
    if (run->printed > 0)
        screen_put(&screen, "\n");
    terminal_totals(&screen, &run->totals);
    run->write_cause = console_write(screen.ptr, screen.len);
    screen_clear(&screen);
}

/* 3 before 1: a document that was not checked may hold worse than what was found. */
static int status_of(const struct check_run *run) {
    if (run->totals.failed > 0)
        return EXIT_FAILED;
    for (uint32_t i = run->options->fail_on; i <= SEVERITY_ERROR; i++) {
        if (run->totals.findings[i] > 0)
            return EXIT_FINDINGS;
    }
    return EXIT_CLEAN;
}

static int check_files(const struct options *options, const struct files *files) {
    struct config config;
    struct err err = {0};
    struct check_run run = {.options = options,
                            .files = files,
                            .screen = console_screen(STDOUT_FILENO, options->language),
                            .shares_terminal = isatty(STDOUT_FILENO)};
    if (!pipeline_open(&config, options->language, &err)) {
        console_error(NULL, &err, options->language);
        return EXIT_FAILED;
    }
    if (!(config.profiles = pipeline_profiles(options->profile, &err))) {
        pipeline_close(&config);
        console_error(options->profile, &err, options->language);
        return options->profile ? EXIT_USAGE : EXIT_FAILED;
    }
    uint32_t jobs = files->count < options->jobs ? (uint32_t)files->count : options->jobs;
    struct batch batch = {.config = &config,
                          .files = files,
                          .jobs = jobs,
                          .isolate = !options->no_sandbox,
                          .render = render,
                          .deliver = deliver,
                          .context = &run};
    progress_start(&run.progress, files->count, options->language);
    bool ok = batch_run(&batch, &err);
    close_output(&run);
    console_isolation(options->no_sandbox, run.exposed, options->language);
    pipeline_close(&config);
    if (!ok)
        console_error(NULL, &err, options->language);
    return console_finish(ok ? status_of(&run) : EXIT_FAILED, run.write_cause, options->language);
}

int cmd_check(int argc, char **argv) {
    struct options options;
    struct files files = {0};
    struct err err = {0};
    if (!options_parse(&options, argc, argv, true))
        return EXIT_USAGE;
    if (options.help)
        return help_print(options.language);
    if (options.path_count == 0)
        return console_usage(options.language == LANGUAGE_ENGLISH ? "check needs a file or folder"
                                                                  : "check "
                                                                    "需要文件或文件夹",
                             NULL, options.language);
    int status = EXIT_FAILED;
    bool ok = true;
    for (int i = 0; ok && i < options.path_count; i++)
        ok = files_add(&files, options.paths[i], &err);
    if (ok)
        status = check_files(&options, &files);
    else
        console_error(NULL, &err, options.language);
    files_clear(&files);
    return status;
}
