/* A progress bar on standard error for long runs; nothing at all where that is
 * no terminal. */
#ifndef HEJI_TOOLS_PROGRESS_H
#define HEJI_TOOLS_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "model/doc.h"

struct progress {
    bool wanted;  /* standard error is a terminal and there are several documents */
    bool visible; /* the bar stands in the terminal's last line */
    size_t total;
    enum language language;
    struct timespec drawn; /* when it was drawn last */
};

/* Prepares a bar for `total` documents; nothing is drawn yet. */
void progress_start(struct progress *progress, size_t total, enum language language);

/* Shows that `done` documents are finished; at most ten times a second. */
void progress_show(struct progress *progress, size_t done);

/* Takes the bar off the terminal, before other lines are written and at the
 * end. */
void progress_hide(struct progress *progress);

#endif
