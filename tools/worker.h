/* A worker: a process that reads documents which its parent opened, and answers with their text.
 *
 *   parent ──struct job, open file──> worker ──struct result, text──> parent
 *
 * What a document does to the worker (crash, hang, memory) ends with it: the parent starts another
 * and goes on. */
#ifndef HEJI_TOOLS_WORKER_H
#define HEJI_TOOLS_WORKER_H

#include <stddef.h>
#include <sys/types.h>

#include "tools/batch.h"

/* What the parent asks for. */
struct job {
    size_t index; /* of the file in batch->files */
};

/* Starts a worker of `batch`. Its process id, or -1 with errno; `*socket`
 * receives the parent's end of the channel, which the parent closes to end it.
 * `others` are `count` descriptors that the worker must not keep open. */
pid_t worker_start(const struct batch *batch, int *socket, const int *others, size_t count);

/* The result of a document that no worker read: rendered by the caller, with
 * this reason. */
struct result worker_refuse(const struct batch *batch, const struct input *input,
                            const struct err *err);

#endif
