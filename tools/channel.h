/* The socket between the run and a worker: fixed-size heads, bytes behind them, an open file beside
 * them. */
#ifndef HEJI_TOOLS_CHANNEL_H
#define HEJI_TOOLS_CHANNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Sends `len` (> 0) bytes and, unless it is -1, the open descriptor `file`.
 * False when the other end is gone; no signal is raised. */
bool channel_send(int socket, const void *bytes, size_t len, int file);

/* Receives exactly `len` bytes, waiting for them, and the descriptor that came
 * with them, or -1. False at the end, and when it breaks off. */
bool channel_receive(int socket, void *bytes, size_t len, int *file);

/* What has come of up to `room` bytes, without waiting: 0 when the other end is
 * gone, -1 when nothing has come yet. */
ssize_t channel_take(int socket, void *bytes, size_t room);

#endif
