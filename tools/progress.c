#include "tools/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BAR_COLUMNS = 24, GLYPH_BYTES = 3, PAUSE_MS = 100 };

void progress_start(struct progress *progress, size_t total, enum language language) {
    const char *term = getenv("TERM");
    bool capable = isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0;
    *progress =
        (struct progress){.wanted = capable && total > 1, .total = total, .language = language};
    clock_gettime(CLOCK_MONOTONIC, &progress->drawn);
}

/* Drawing costs more than checking a small document. */
static bool is_due(struct progress *progress) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long passed = (long)(now.tv_sec - progress->drawn.tv_sec) * 1000 +
                  (now.tv_nsec - progress->drawn.tv_nsec) / 1000000;
    if (passed < PAUSE_MS)
        return false;
    progress->drawn = now;
    return true;
}

void progress_show(struct progress *progress, size_t done) {
    if (!progress->wanted || !is_due(progress))
        return;
    static const char full[] = "████████████"
                               "████████████";
    static const char empty[] = "░░░░░░░░░░░░"
                                "░░░░░░░░░░░░";
    int filled = (int)(done * BAR_COLUMNS / progress->total);
    const char *words = progress->language == LANGUAGE_ENGLISH ? "checking" : "核对中";
    fprintf(stderr, "\r\033[K%s %.*s%.*s %zu/%zu (%zu%%)", words, filled * GLYPH_BYTES, full,
            (BAR_COLUMNS - filled) * GLYPH_BYTES, empty, done, progress->total,
            done * 100 / progress->total);
    fflush(stderr);
    progress->visible = true;
}

void progress_hide(struct progress *progress) {
    if (!progress->visible)
        return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
    progress->visible = false;
}
