#define _GNU_SOURCE /* syscall */
#include "tools/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/limits.h"

/* Sanitizers and valgrind reserve terabytes of addresses, compile code and look
 * at themselves through /proc: where they watch, the sandbox would end them. */
#if defined(__SANITIZE_ADDRESS__)
enum { IS_SANITIZED = 1 };
#elif defined(__has_feature)
enum { IS_SANITIZED = __has_feature(address_sanitizer) };
#else
enum { IS_SANITIZED = 0 };
#endif

static bool is_watched(void) {
    const char *preload = getenv("LD_PRELOAD");
    return IS_SANITIZED || (preload && strstr(preload, "/vgpreload_"));
}

/* Descriptors: those of the worker and the one document that it has. */
enum { DESCRIPTORS = 64 };

static void limit(int what, rlim_t most) {
    const struct rlimit bound = {most, most};
    (void)setrlimit(what, &bound); /* a lower hard limit stays: it is stricter */
}

static void set_limits(void) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    signal(SIGXFSZ, SIG_IGN); /* words on standard error, if that is a file, are lost only */
    limit(RLIMIT_NOFILE, DESCRIPTORS);
    limit(RLIMIT_AS, LIMIT_WORKER_BYTES);
}

/* A ruleset that handles all rights and grants none. Older kernels know fewer of
 * them: those of the first version are tried last. */
static void shut_files(void) {
    struct landlock_ruleset_attr rules = {
        .handled_access_fs = (LANDLOCK_ACCESS_FS_REFER << 1) - 1,
    };
    long ruleset = syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0);
    if (ruleset < 0) {
        rules.handled_access_fs = LANDLOCK_ACCESS_FS_REFER - 1;
        ruleset = syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0);
    }
    if (ruleset < 0)
        return;
    (void)syscall(SYS_landlock_restrict_self, (int)ruleset, 0);
    close((int)ruleset);
}

/* What reading, computing and answering takes. */
static const int allowed[] = {
    SCMP_SYS(read),          SCMP_SYS(readv),          SCMP_SYS(pread64),
    SCMP_SYS(write),         SCMP_SYS(writev),         SCMP_SYS(recvmsg),
    SCMP_SYS(recvfrom),      SCMP_SYS(sendmsg),        SCMP_SYS(sendto),
    SCMP_SYS(close),         SCMP_SYS(fstat),          SCMP_SYS(lseek),
    SCMP_SYS(munmap),        SCMP_SYS(mremap),         SCMP_SYS(brk),
    SCMP_SYS(madvise),       SCMP_SYS(futex),          SCMP_SYS(rt_sigreturn),
    SCMP_SYS(rt_sigaction),  SCMP_SYS(rt_sigprocmask), SCMP_SYS(restart_syscall),
    SCMP_SYS(getpid),        SCMP_SYS(gettid),         SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),   SCMP_SYS(sched_yield),
    SCMP_SYS(exit),          SCMP_SYS(exit_group),
};

/* Memory may be had, but none that could be run: patterns were compiled
 * before. */
static bool allow_memory(scmp_filter_ctx filter) {
    static const int maps[] = {SCMP_SYS(mmap), SCMP_SYS(mprotect)};
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++) {
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, maps[i], 1,
                             SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) != 0)
            return false;
    }
    return true;
}

/* glibc looks for a newer system call first and takes the older one on ENOSYS
 * or EPERM; both stand here. fstat is newfstatat on an empty path since glibc
 * 2.33, with no folder behind it. */
static bool allow_calls(scmp_filter_ctx filter) {
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0) != 0)
            return false;
    }
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1,
                            SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH)) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, /* abort */
                            SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid())) == 0;
}

static bool filter_calls(void) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    bool done = filter && allow_calls(filter) && allow_memory(filter) && seccomp_load(filter) == 0;
    if (filter)
        seccomp_release(filter);
    return done;
}

bool sandbox_enter(void) {
    if (is_watched())
        return true;
    set_limits();
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return false;
    shut_files();
    return filter_calls();
}
