/* Many documents through the pipeline by several processes, results in the order of the input.
 *
 *   files ──next, opened──> worker 0 ─┐
 *                           worker 1 ─┼─> slots (a ring) ──in order──> deliver
 *                           worker 2 ─┘
 *
 * A worker that dies or takes longer than LIMIT_DOCUMENT_SECONDS costs its document, which is
 * delivered as failed, and is replaced. */
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
    char *text;   /* what `render` made; owned by the batch, valid during `deliver` */
    size_t len;   /* bytes */
    bool lost;    /* no memory to render it */
    bool exposed; /* its worker was to enter the sandbox and could not */
    enum source_status status;
    struct err error;                /* of the source */
    uint32_t findings[3];            /* by enum severity */
    uint32_t relations, outcomes[4]; /* checks by enum outcome */
};

struct batch {
    const struct config *config;
    const struct files *files;
    uint32_t jobs;    /* processes, 1..LIMIT_JOBS */
    uint32_t seconds; /* for one document; 0: LIMIT_DOCUMENT_SECONDS */
    bool isolate;     /* workers enter the sandbox (tools/sandbox.h) */
    bool reads_only;  /* only the first stage: the document, no meaning */

    /* Turns a document into text, malloc'ed into result->text and ->len, in the worker; it may use
     * doc->arena. NULL text with `lost` set when memory is out. */
    void (*render)(void *context, struct doc *doc, struct result *result);

    /* Takes result `index` in the caller's process, in the order of the files; false ends the run.
     */
    bool (*deliver)(void *context, size_t index, const struct result *result);
    void *context; /* for both; what render changes of it stays in the worker */
};

/* Runs the batch to its end or until deliver says no. False only when it cannot
 * go on: no memory or no process. */
bool batch_run(const struct batch *batch, struct err *err);

#endif
