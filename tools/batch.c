#define _GNU_SOURCE /* POLLIN and the like */
#include "tools/batch.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/limits.h"
#include "ingest/ingest.h"
#include "tools/channel.h"
#include "tools/worker.h"

enum { SLOTS_PER_WORKER = 4 };

/* A worker that is to end has so long for it; most need less than one step. */
enum { GRACE_MS = 2000, STEP_NS = 200000 };

/* The longest that is waited at once, and so the most that a wait counts. */
enum { TICK_MS = 250 };

struct slot {
    struct result result;
    bool ready;
};

/* A worker as its parent sees it. */
struct hand {
    pid_t pid; /* 0: none runs */
    int socket;
    bool busy;
    size_t index;         /* of the file that it reads */
    int64_t deadline;     /* of that, on the clock of the run */
    struct result result; /* `got` bytes of which have come, and then of its text */
    char *text;           /* owned; not result.text, which is whatever came over the socket */
    size_t got;
};

struct run {
    const struct batch *batch;
    struct hand *hands; /* batch->jobs of them */
    struct pollfd *polls;
    struct slot *slots; /* result i waits in slot i modulo slot_count */
    size_t slot_count;
    size_t next;      /* first file that no worker has taken */
    size_t delivered; /* files handed over */
    bool stopped;     /* deliver wants no more */
    int64_t waited;   /* milliseconds spent waiting for workers: the clock of the run. It stands
                       * while results are taken slowly, or the whole run is stopped (Ctrl-Z) */
};

static uint32_t seconds(const struct batch *batch) {
    return batch->seconds > 0 ? batch->seconds : LIMIT_DOCUMENT_SECONDS;
}

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* ---- results */

static void settle(struct run *run, size_t index, struct result result) {
    run->slots[index % run->slot_count] = (struct slot){result, true};
}

static void refuse(struct run *run, size_t index, const struct err *err) {
    settle(run, index, worker_refuse(run->batch, &run->batch->files->items[index], err));
}

/* Hands over what is complete, in the order of the files. */
static void deliver_ready(struct run *run) {
    while (!run->stopped && run->delivered < run->next) {
        struct slot *slot = &run->slots[run->delivered % run->slot_count];
        if (!slot->ready)
            return;
        run->stopped = !run->batch->deliver(run->batch->context, run->delivered++, &slot->result);
        free(slot->result.text);
        *slot = (struct slot){0};
    }
}

/* ---- workers */

/* Ends the worker and returns how it ended, as waitpid tells it. Its channel is
 * closed, which ends it; what its document made of it may not care, and is
 * killed. */
static int bury(struct hand *hand) {
    const struct timespec step = {0, STEP_NS};
    int64_t end = now() + GRACE_MS;
    int status = 0;
    pid_t gone;
    close(hand->socket);
    while ((gone = waitpid(hand->pid, &status, WNOHANG)) == 0 || (gone < 0 && errno == EINTR)) {
        if (now() >= end)
            kill(hand->pid, SIGKILL);
        nanosleep(&step, NULL);
    }
    free(hand->text);
    *hand = (struct hand){0};
    return status;
}

/* The sockets of the others are closed in a new worker: while one were open
 * there, its owner would not see that the parent is gone. So is `file`, which
 * comes over the channel. */
static bool hire(struct run *run, struct hand *hand, int file) {
    int others[LIMIT_JOBS + 1] = {file};
    size_t count = 1;
    for (uint32_t i = 0; i < run->batch->jobs; i++) {
        if (run->hands[i].pid > 0)
            others[count++] = run->hands[i].socket;
    }
    hand->pid = worker_start(run->batch, &hand->socket, others, count);
    if (hand->pid < 0)
        hand->pid = 0;
    return hand->pid > 0;
}

/* The worker's document gets no result of its own. */
static void lose(struct run *run, struct hand *hand, enum err_code code) {
    struct err err;
    size_t index = hand->index;
    if (code == ERR_TIME)
        kill(hand->pid, SIGKILL);
    int status = bury(hand);
    if (code == ERR_TIME)
        err_set(&err, code, 0, "more than %u seconds", seconds(run->batch));
    else if (WIFSIGNALED(status))
        err_set(&err, code, 0, "signal %d", WTERMSIG(status));
    else
        err_set(&err, code, 0, "status %d", WEXITSTATUS(status));
    refuse(run, index, &err);
}

/* The file to read, or -1 with the reason. */
static int open_input(const struct input *input, struct err *err) {
    if (input->code != ERR_NONE) {
        err_set(err, input->code, input->cause, "%s",
                input->cause ? strerror(input->cause) : "a folder without files");
        return -1;
    }
    int file = input->is_stdin ? dup(STDIN_FILENO) : ingest_open(input->path);
    if (file < 0)
        err_set(err, ERR_IO, errno, "%s", strerror(errno));
    return file;
}

/* A worker that has nothing to do has nothing to say: one that does would be
 * taken to speak of the next document. */
static void dismiss_if_odd(struct hand *hand) {
    char byte;
    if (hand->pid > 0 && channel_take(hand->socket, &byte, 1) >= 0)
        bury(hand);
}

/* Gives the worker a file; a new one takes the place of one that died idle. */
static bool hand_over(struct run *run, struct hand *hand, int file) {
    struct job job;
    memset(&job, 0, sizeof job);
    job.index = run->next;
    dismiss_if_odd(hand);
    for (int attempt = 0; attempt < 2; attempt++) {
        if (hand->pid == 0 && !hire(run, hand, file))
            return false;
        if (channel_send(hand->socket, &job, sizeof job, file))
            return true;
        bury(hand);
    }
    errno = EPIPE;
    return false;
}

/* Finds the worker something to do. False when it has to do something and
 * cannot be started. */
static bool employ(struct run *run, struct hand *hand) {
    while (!run->stopped && run->next < run->batch->files->count &&
           run->next - run->delivered < run->slot_count) {
        struct err err;
        int file = open_input(&run->batch->files->items[run->next], &err);
        if (file < 0) {
            refuse(run, run->next++, &err);
            continue;
        }
        bool given = hand_over(run, hand, file);
        close(file);
        if (!given)
            return false;
        hand->busy = true;
        hand->got = 0;
        hand->index = run->next++;
        hand->deadline = run->waited + (int64_t)seconds(run->batch) * 1000;
        return true;
    }
    return true;
}

/* Any byte may come for a bool, but only two of them may be looked at. */
static bool is_flag(const bool *flag) {
    unsigned char byte;
    memcpy(&byte, flag, sizeof byte);
    return byte <= 1;
}

/* A worker may be worked upon by its document: nothing it says is taken on
 * trust. */
static bool accept_head(struct hand *hand) {
    struct result *result = &hand->result;
    result->error.words[sizeof result->error.words - 1] = '\0';
    if (result->len > LIMIT_RESULT_BYTES || (unsigned)result->status > SOURCE_FAILED ||
        (unsigned)result->error.code > ERR_USAGE || !is_flag(&result->lost) ||
        !is_flag(&result->exposed))
        return false;
    hand->text = malloc(result->len + 1);
    return hand->text != NULL;
}

/* Takes what has come from a worker. */
static void listen_to(struct run *run, struct hand *hand) {
    size_t head = sizeof hand->result;
    bool in_head = hand->got < head;
    char *to = in_head ? (char *)&hand->result + hand->got : hand->text + hand->got - head;
    size_t room = in_head ? head - hand->got : hand->result.len - (hand->got - head);
    ssize_t count = channel_take(hand->socket, to, room);
    if (count > 0)
        hand->got += (size_t)count;
    if (count == 0 || (in_head && hand->got == head && !accept_head(hand))) {
        lose(run, hand, ERR_WORKER);
        return;
    }
    if (hand->got < head || hand->got - head < hand->result.len)
        return;
    hand->result.text = hand->text;
    settle(run, hand->index, hand->result);
    hand->text = NULL;
    hand->busy = false;
}

/* Polls for at most a tick. One that took longer, because the whole run was
 * stopped meanwhile, counts as one tick. */
static bool poll_workers(struct run *run, nfds_t count, int64_t most) {
    int64_t start = now();
    if (most < 0 || most > TICK_MS)
        most = most < 0 ? 0 : TICK_MS;
    bool done = poll(run->polls, count, (int)most) >= 0;
    int64_t took = now() - start;
    run->waited += took < TICK_MS ? took : TICK_MS;
    return done;
}

/* Waits until a worker has something to say, or too long. A byte now and then
 * does not lengthen its time. */
static void wait_for_workers(struct run *run) {
    int64_t first = INT64_MAX;
    nfds_t count = 0; /* only of the busy: poll refuses more than may be open (RLIMIT_NOFILE) */
    for (uint32_t i = 0; i < run->batch->jobs; i++) {
        const struct hand *hand = &run->hands[i];
        if (!hand->busy)
            continue;
        run->polls[count++] = (struct pollfd){hand->socket, POLLIN, 0};
        first = hand->deadline < first ? hand->deadline : first;
    }
    if (count == 0 || !poll_workers(run, count, first - run->waited))
        return;
    const struct pollfd *polled = run->polls;
    for (uint32_t i = 0; i < run->batch->jobs; i++) {
        struct hand *hand = &run->hands[i];
        if (hand->busy && (polled++)->revents != 0)
            listen_to(run, hand);
        if (hand->busy && run->waited >= hand->deadline)
            lose(run, hand, ERR_TIME);
    }
}

/* Whether some worker can be had: where the system allows fewer than asked for,
 * the run goes on with those. */
static bool employ_all(struct run *run) {
    bool busy = false, short_of = false;
    for (uint32_t i = 0; i < run->batch->jobs; i++) {
        if (!run->hands[i].busy)
            short_of |= !employ(run, &run->hands[i]);
        busy |= run->hands[i].busy;
    }
    return busy || !short_of;
}

static bool work_through(struct run *run, struct err *err) {
    while (!run->stopped && run->delivered < run->batch->files->count) {
        if (!employ_all(run))
            return err_set(err, ERR_MEMORY, errno, "no worker process: %s", strerror(errno));
        wait_for_workers(run);
        deliver_ready(run);
    }
    return true;
}

bool batch_run(const struct batch *batch, struct err *err) {
    struct run run = {.batch = batch, .slot_count = (size_t)batch->jobs * SLOTS_PER_WORKER};
    run.hands = calloc(batch->jobs, sizeof *run.hands);
    run.polls = calloc(batch->jobs, sizeof *run.polls);
    run.slots = calloc(run.slot_count, sizeof *run.slots);
    bool done = run.hands && run.polls && run.slots;
    if (done)
        done = work_through(&run, err);
    else
        err_set(err, ERR_MEMORY, 0, "%u workers", batch->jobs);
    for (uint32_t i = 0; run.hands && i < batch->jobs; i++) {
        if (run.hands[i].busy) /* with what nobody wants any more */
            kill(run.hands[i].pid, SIGKILL);
        if (run.hands[i].pid > 0)
            bury(&run.hands[i]);
    }
    for (size_t i = 0; run.slots && i < run.slot_count; i++)
        free(run.slots[i].result.text);
    free(run.hands);
    free(run.polls);
    free(run.slots);
    return done;
}
