/* The options of the subcommands. */
#ifndef HEJI_TOOLS_OPTIONS_H
#define HEJI_TOOLS_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "model/check.h"
#include "model/doc.h"

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_JSONL };

enum { FAIL_ON_NEVER = SEVERITY_ERROR + 1 };

struct options {
    enum format format;
    enum language language;
    uint32_t jobs;       /* worker processes, 1..LIMIT_JOBS */
    uint32_t fail_on;    /* lowest severity that makes the exit status 1, or FAIL_ON_NEVER */
    const char *profile; /* name or path; NULL for the document's own; inside argv */
    bool no_sandbox;     /* workers keep the rights of the user */
    bool places;         /* dump says where in the file each text stands */
    bool help;
    char **paths; /* what is no option, in order; inside argv */
    int path_count;
};

/* Reads the arguments behind a subcommand; argv is put in order, paths first.
 * Every subcommand knows --lang, --profile, --no-sandbox and --help; --format, --jobs and
 * --fail-on only where `checking`, --places only elsewhere. On a mistake it says so on standard
 * error and returns false. */
bool options_parse(struct options *options, int argc, char **argv, bool checking);

#endif
