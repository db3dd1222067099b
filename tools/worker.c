#define _GNU_SOURCE /* syscall, SOCK_CLOEXEC */
#include "tools/worker.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/pattern.h"
#include "ingest/charset.h"
#include "tools/channel.h"
#include "tools/pipeline.h"
#include "tools/sandbox.h"

/* ---- one document */

/* The summary and the exit status need counts only; the document itself is freed. */
static void count_verdict(const struct verdict *verdict, struct result *result) {
    for (size_t i = 0; i < verdict->findings.count; i++)
        result->findings[verdict->findings.items[i].severity]++;
    for (size_t i = 0; i < verdict->checks.count; i++)
        result->outcomes[verdict->checks.items[i].outcome]++;
    result->relations = verdict->coverage.relations;
}

/* The text, and what is told of the document besides. All bytes of the result
 * are set: they cross to another process. */
static void conclude(const struct batch *batch, struct doc *doc, struct result *result) {
    memset(result, 0, sizeof *result);
    batch->render(batch->context, doc, result);
    result->status = doc->source.status;
    memcpy(&result->error, &doc->source.error, sizeof result->error);
    count_verdict(&doc->verdict, result);
}

/* A match given up at its limits stays noted in the matcher: say so, and start
 * afresh. */
static void note_limits(struct matcher **matcher, struct doc *doc) {
    struct matcher *fresh = matcher_has_failed(*matcher) ? matcher_new() : NULL;
    if (!fresh)
        return;
    doc_warn(doc, "pattern_limit", NULL, "some text was too intricate to be searched in full");
    matcher_free(*matcher);
    *matcher = fresh;
}

/* From the file to its text; all of the document's memory is freed before the next. */
static struct result check_one(const struct batch *batch, const struct input *input, int file,
                               struct matcher **matcher) {
    struct result result;
    struct doc doc = {.matcher = *matcher};
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    if (batch->reads_only)
        pipeline_read(&doc, batch->config, input, &file);
    else
        pipeline_run(&doc, batch->config, input, &file);
    note_limits(matcher, &doc);
    conclude(batch, &doc, &result);
    arena_clear(&doc.arena);
    return result;
}

struct result worker_refuse(const struct batch *batch, const struct input *input,
                            const struct err *err) {
    struct result result;
    struct doc doc = {.source.path = str_of(input->path)};
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    pipeline_fail(&doc, err);
    conclude(batch, &doc, &result);
    arena_clear(&doc.arena);
    return result;
}

/* ---- the process */

/* Until the parent closes its end, or is gone. */
static void serve(const struct batch *batch, int socket, bool exposed) {
    struct matcher *matcher = matcher_new();
    struct job job;
    int file;
    while (matcher && channel_receive(socket, &job, sizeof job, &file)) {
        struct result result = check_one(batch, &batch->files->items[job.index], file, &matcher);
        char *text = result.text;
        result.text = NULL;
        result.exposed = exposed;
        close(file);
        bool sent = channel_send(socket, &result, sizeof result, -1) &&
                    (result.len == 0 || channel_send(socket, text, result.len, -1));
        free(text);
        if (!sent)
            break;
    }
    matcher_free(matcher);
}

/* Standard input and output are the parent's: nothing may be read from the one
 * or put between the results in the other. Without /dev/null, as in a bare
 * chroot, both are closed, which serves as well. */
static void leave_streams(void) {
    if (!freopen("/dev/null", "r", stdin))
        stdin = NULL;
    if (!freopen("/dev/null", "w", stdout))
        stdout = NULL;
}

/* Whatever else the program was started with, a file of the shell's say, is not
 * the documents' business. */
static void close_others(int socket) {
#ifdef SYS_close_range
    if (socket > STDERR_FILENO + 1)
        (void)syscall(SYS_close_range, STDERR_FILENO + 1, socket - 1, 0);
    (void)syscall(SYS_close_range, socket + 1, ~0u, 0);
#else
    (void)socket;
#endif
}

/* exit, not _exit: what checks for leaks or counts lines does so then. */
static void run(const struct batch *batch, int socket) {
    struct charsets charsets = charsets_open();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    leave_streams();
    if (batch->isolate)
        close_others(socket);
    serve(batch, socket, batch->isolate && !sandbox_enter());
    charsets_close(&charsets);
    close(socket);
    exit(EXIT_SUCCESS);
}

pid_t worker_start(const struct batch *batch, int *socket, const int *others, size_t count) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return -1;
    fflush(NULL); /* else both would write what waits */
    pid_t pid = fork();
    if (pid == 0) {
        for (size_t i = 0; i < count; i++)
            close(others[i]);
        close(ends[0]);
        run(batch, ends[1]);
    }
    close(ends[1]);
    if (pid < 0)
        close(ends[0]);
    *socket = ends[0];
    return pid;
}
