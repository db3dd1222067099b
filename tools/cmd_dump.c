#define _GNU_SOURCE /* open_memstream */
#include "tools/cmd_dump.h"

#include <stdio.h>
#include <string.h>

#include "report/dump_json.h"
#include "tools/batch.h"
#include "tools/console.h"
#include "tools/help.h"
#include "tools/options.h"

struct dump_run {
    const char *path;
    enum language language;
    int status, write_cause;
    bool exposed;
};

/* In the worker; a document that could not be read has no text. */
static void render(void *context, struct doc *doc, struct result *result) {
    (void)context;
    if (doc->source.status == SOURCE_FAILED)
        return;
    FILE *out = open_memstream(&result->text, &result->len);
    bool done = out && dump_json(&doc->document, out);
    result->lost = (out && fclose(out) != 0) || !done;
}

static bool deliver(void *context, size_t index, const struct result *result) {
    struct dump_run *run = context;
    struct err lost = {.code = ERR_MEMORY, .words = "the result"};
    (void)index;
    run->exposed = result->exposed;
    if (result->status == SOURCE_FAILED || result->lost) {
        console_error(run->path, result->lost ? &lost : &result->error, run->language);
        run->status = EXIT_FAILED;
    } else {
        run->write_cause = console_write(result->text, result->len);
    }
    return true;
}

/* The first stage needs no patterns. */
static int dump(char *path, const struct options *options) {
    struct config config = {.language = options->language, .places = options->places};
    struct input input = {.path = path, .is_stdin = strcmp(path, "-") == 0};
    struct files files = {.items = &input, .count = 1};
    struct dump_run run = {.path = path, .language = options->language, .status = EXIT_CLEAN};
    struct batch batch = {.config = &config,
                          .files = &files,
                          .jobs = 1,
                          .isolate = !options->no_sandbox,
                          .reads_only = true,
                          .render = render,
                          .deliver = deliver,
                          .context = &run};
    struct err err = {0};
    bool ok = batch_run(&batch, &err);
    console_isolation(options->no_sandbox, run.exposed, options->language);
    if (!ok)
        console_error(NULL, &err, options->language);
    return console_finish(ok ? run.status : EXIT_FAILED, run.write_cause, options->language);
}

int cmd_dump(int argc, char **argv) {
    struct options options;
    if (!options_parse(&options, argc, argv, false))
        return EXIT_USAGE;
    if (options.help)
        return help_print(options.language);
    if (options.path_count != 1)
        return console_usage(options.language == LANGUAGE_ENGLISH ? "dump takes one file"
                                                                  : "dump 需要一个文件",
                             NULL, options.language);
    return dump(options.paths[0], &options);
}
