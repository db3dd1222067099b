/* The two streams of the program: results on standard output, words about the
 * run on standard error. File names are made safe on the way. */
#ifndef HEJI_TOOLS_CONSOLE_H
#define HEJI_TOOLS_CONSOLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "model/doc.h"
#include "report/screen.h"

/* Exit statuses. */
enum { EXIT_CLEAN = 0, EXIT_FINDINGS = 1, EXIT_USAGE = 2, EXIT_FAILED = 3 };

/* An empty screen for `descriptor` (1 or 2): as wide as its terminal, 80
 * columns when it is none, and in colour on a terminal unless NO_COLOR is set
 * or TERM is "dumb". */
struct screen console_screen(int descriptor, enum language language);

/* Writes bytes to standard output and flushes them. 0, or the errno of what
 * failed. */
int console_write(const char *bytes, size_t len);

/* Flushes standard output once more. When that fails, or an earlier write
 * failed (`cause`, its errno; else 0), says so on standard error and returns
 * EXIT_FAILED; else returns `status`. */
int console_finish(int status, int cause, enum language language);

/* "heji: path: 原因（detail）" on standard error, one line. `path` may be
 * NULL. */
void console_error(const char *path, const struct err *err, enum language language);

/* Says on standard error that documents were read without a sandbox: by wish
 * (`unwanted`), or because the system has none (`exposed`); else nothing. */
void console_isolation(bool unwanted, bool exposed, enum language language);

/* "heji: words" and a hint at the help on standard error; returns EXIT_USAGE.
 * `argument` (may be NULL) is what was wrong, shown behind the words. */
int console_usage(const char *words, const char *argument, enum language language);

#endif
