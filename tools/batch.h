/* Many documents through the pipeline by several threads, results in the order of the input.
 *
 *   inputs ──next──> worker 0 ─┐
 *                    worker 1 ─┼─> slots (a ring) ──in order──> deliver
 *                    worker 2 ─┘
 */
#ifndef HEJI_TOOLS_BATCH_H
#define HEJI_TOOLS_BATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "model/doc.h"
#include "tools/files.h"

/* What is left of a document once its memory is freed. */
struct result {
    char *text; /* what `render` made; owned by the batch, valid during `deliver` */
    size_t len; /* bytes */
    bool lost;  /* no memory to render it */
    enum source_status status;
    struct err error;                /* of the source */
    uint32_t findings[3];            /* by enum severity */
    uint32_t relations, outcomes[4]; /* checks by enum outcome */
};

struct batch {
    const struct config *config;
    const struct files *files;
    uint32_t jobs; /* threads, 1..LIMIT_JOBS */

    /* Turns a document into text, malloc'ed into result->text and ->len, in the worker's thread; it
     * may use doc->arena. NULL text with `lost` set when memory is out. */
    void (*render)(void *context, struct doc *doc, struct result *result);

    /* Takes result `index` in the caller's thread, in the order of the files; false ends the run.
     */
    bool (*deliver)(void *context, size_t index, const struct result *result);
    void *context; /* for both; render must not change it */
};

/* Runs the batch to its end or until deliver says no. False only when it cannot start: no memory or
 * no thread. */
bool batch_run(const struct batch *batch, struct err *err);

#endif
