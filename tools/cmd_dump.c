#include "tools/cmd_dump.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "report/dump_json.h"
#include "tools/console.h"
#include "tools/help.h"
#include "tools/options.h"
#include "tools/pipeline.h"

/* No worker, no patterns: the first stage needs neither. */
static int dump(char *path, enum language language) {
    struct config config = {.language = language}; /* the first stage needs no more */
    struct input input = {.path = path, .is_stdin = strcmp(path, "-") == 0};
    struct doc doc = {0};
    int status = EXIT_CLEAN, cause = 0;
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    if (!pipeline_read(&doc, &config, &input)) {
        console_error(path, &doc.source.error, language);
        status = EXIT_FAILED;
    } else {
        errno = 0;
        if (!dump_json(&doc.document, stdout))
            cause = errno ? errno : EIO;
    }
    arena_clear(&doc.arena);
    return console_finish(status, cause, language);
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
    return dump(options.paths[0], options.language);
}
