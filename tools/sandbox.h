/* The door to libseccomp and Landlock: what a process that reads untrusted documents gives up.
 *
 *   rlimits       address space LIMIT_WORKER_BYTES, no core, no file written, few descriptors
 *   no_new_privs  nothing it starts could gain rights
 *   Landlock      no file or folder can be opened or made (Linux 5.13)
 *   seccomp       system calls on its memory and on descriptors that it has; all else is EPERM
 *
 * It keeps the descriptors that are open, and receives further ones over a socket. */
#ifndef HEJI_TOOLS_SANDBOX_H
#define HEJI_TOOLS_SANDBOX_H

#include <stdbool.h>

/* Enters the sandbox, for good. Layers that the kernel does not have are left
 * out; true when at least the system calls are filtered. What needs files later,
 * as character encodings do, must be open before. */
bool sandbox_enter(void);

#endif
