#include "tools/batch.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/pattern.h"
#include "tools/pipeline.h"

enum { SLOTS_PER_WORKER = 4 };

struct slot {
    struct result result;
    bool ready;
};

struct run {
    const struct batch *batch;
    pthread_mutex_t lock; /* guards what follows */
    pthread_cond_t room;  /* a slot became free, or the run ends */
    pthread_cond_t done;  /* a slot became ready */
    struct slot *slots;   /* owned: result i waits in slot i modulo slot_count */
    size_t slot_count;
    size_t next;      /* first file that no worker has taken */
    size_t delivered; /* files handed over */
    bool ended;
};

struct worker {
    struct run *run;
    pthread_t thread;
    struct matcher *matcher; /* owned */
};

/* The summary and the exit status need counts only; the document itself is freed. */
static void count_verdict(const struct verdict *verdict, struct result *result) {
    for (size_t i = 0; i < verdict->findings.count; i++)
        result->findings[verdict->findings.items[i].severity]++;
    for (size_t i = 0; i < verdict->checks.count; i++)
        result->outcomes[verdict->checks.items[i].outcome]++;
    result->relations = verdict->coverage.relations;
}

/* A match given up at its limits stays noted in the matcher: say so, and start
 * afresh. */
static void note_limits(struct worker *worker, struct doc *doc) {
    struct matcher *fresh = matcher_has_failed(worker->matcher) ? matcher_new() : NULL;
    if (!fresh)
        return;
    doc_warn(doc, "pattern_limit", NULL, "some text was too intricate to be searched in full");
    matcher_free(worker->matcher);
    worker->matcher = fresh;
}

/* From the file to its text; all of the document's memory is freed before the next. */
static struct result check_one(struct worker *worker, const struct input *input) {
    const struct batch *batch = worker->run->batch;
    struct result result = {0};
    struct doc doc = {.matcher = worker->matcher};
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    pipeline_run(&doc, batch->config, input);
    note_limits(worker, &doc);
    batch->render(batch->context, &doc, &result);
    result.status = doc.source.status;
    result.error = doc.source.error;
    count_verdict(&doc.verdict, &result);
    arena_clear(&doc.arena);
    return result;
}

/* The next file for a worker, once a slot for its result is free; false when
 * there is none. */
static bool take(struct run *run, size_t *index) {
    pthread_mutex_lock(&run->lock);
    while (!run->ended && run->next < run->batch->files->count &&
           run->next - run->delivered >= run->slot_count)
        pthread_cond_wait(&run->room, &run->lock);
    bool taken = !run->ended && run->next < run->batch->files->count;
    if (taken)
        *index = run->next++;
    pthread_mutex_unlock(&run->lock);
    return taken;
}

/* A worker: takes files until there are none. */
static void *work(void *argument) {
    struct worker *worker = argument;
    struct run *run = worker->run;
    for (size_t index; take(run, &index);) {
        struct result result = check_one(worker, &run->batch->files->items[index]);
        pthread_mutex_lock(&run->lock);
        run->slots[index % run->slot_count] = (struct slot){result, true};
        pthread_cond_signal(&run->done);
        pthread_mutex_unlock(&run->lock);
    }
    return NULL;
}

/* Result `index`, waited for; its text is the caller's to free. */
static struct result fetch(struct run *run, size_t index) {
    struct slot *slot = &run->slots[index % run->slot_count];
    pthread_mutex_lock(&run->lock);
    while (!slot->ready)
        pthread_cond_wait(&run->done, &run->lock);
    struct result result = slot->result;
    *slot = (struct slot){0};
    run->delivered = index + 1;
    pthread_cond_broadcast(&run->room);
    pthread_mutex_unlock(&run->lock);
    return result;
}

/* Lets the workers finish what they have and take no more. */
static void end(struct run *run) {
    pthread_mutex_lock(&run->lock);
    run->ended = true;
    pthread_cond_broadcast(&run->room);
    pthread_mutex_unlock(&run->lock);
}

static void deliver_all(struct run *run) {
    const struct batch *batch = run->batch;
    bool go = true;
    for (size_t i = 0; go && i < batch->files->count; i++) {
        struct result result = fetch(run, i);
        go = batch->deliver(batch->context, i, &result);
        free(result.text);
    }
}

/* Starts up to batch->jobs workers and returns how many run: fewer where the
 * system allows no more. */
static uint32_t start(struct run *run, struct worker *workers) {
    uint32_t count = 0;
    for (; count < run->batch->jobs; count++) {
        struct worker *worker = &workers[count];
        *worker = (struct worker){.run = run, .matcher = matcher_new()};
        if (!worker->matcher)
            break;
        if (pthread_create(&worker->thread, NULL, work, worker) != 0) {
            matcher_free(worker->matcher);
            break;
        }
    }
    return count;
}

/* One job needs no thread, and a process without threads allocates without locks. */
static bool run_alone(const struct batch *batch, struct err *err) {
    struct run run = {.batch = batch};
    struct worker worker = {.run = &run, .matcher = matcher_new()};
    bool go = true;
    if (!worker.matcher)
        return err_set(err, ERR_MEMORY, 0, "no memory for a matcher");
    for (size_t i = 0; go && i < batch->files->count; i++) {
        struct result result = check_one(&worker, &batch->files->items[i]);
        go = batch->deliver(batch->context, i, &result);
        free(result.text);
    }
    matcher_free(worker.matcher);
    return true;
}

bool batch_run(const struct batch *batch, struct err *err) {
    if (batch->jobs == 1)
        return run_alone(batch, err);
    struct run run = {.batch = batch, .slot_count = (size_t)batch->jobs * SLOTS_PER_WORKER};
    struct worker *workers = calloc(batch->jobs, sizeof *workers);
    run.slots = calloc(run.slot_count, sizeof *run.slots);
    if (!workers || !run.slots) {
        free(workers);
        free(run.slots);
        return err_set(err, ERR_MEMORY, 0, "%u workers", batch->jobs);
    }
    pthread_mutex_init(&run.lock, NULL);
    pthread_cond_init(&run.room, NULL);
    pthread_cond_init(&run.done, NULL);
    uint32_t started = start(&run, workers);
    if (started > 0)
        deliver_all(&run);
    end(&run);
    for (uint32_t i = 0; i < started; i++) {
        pthread_join(workers[i].thread, NULL);
        matcher_free(workers[i].matcher);
    }
    for (size_t i = 0; i < run.slot_count; i++)
        free(run.slots[i].result.text);
    pthread_cond_destroy(&run.done);
    pthread_cond_destroy(&run.room);
    pthread_mutex_destroy(&run.lock);
    free(run.slots);
    free(workers);
    return started > 0 || err_set(err, ERR_MEMORY, errno, "no thread can be started");
}
