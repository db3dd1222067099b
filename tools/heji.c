/* heji: the program. Each subcommand is a file of its own. */
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "tools/cmd_check.h"
#include "tools/cmd_dump.h"
#include "tools/cmd_rules.h"
#include "tools/cmd_schema.h"
#include "tools/console.h"
#include "tools/help.h"
#include "tools/options.h"

static const struct command {
    const char *name;
    int (*run)(int argc, char **argv);
} commands[] = {
    {"check", cmd_check},
    {"dump", cmd_dump},
    {"rules", cmd_rules},
    {"schema", cmd_schema},
};

static int print_version(void) {
    static const char version[] = "heji " HEJI_VERSION "\n";
    return console_finish(EXIT_CLEAN, console_write(version, strlen(version)), LANGUAGE_CHINESE);
}

/* Documents follow each other: memory that one gives back is kept for the next.
 * Without this the C library returns it to the system each time, and the page
 * faults cost a tenth of a run. */
static void keep_memory(void) {
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, 16 << 20);
    mallopt(M_MMAP_THRESHOLD, 4 << 20);
#endif
}

/* A file or socket that is opened where a standard stream is closed would be
 * taken for it. What stands there fails as before: it is open the wrong way
 * round. */
static void hold_streams(void) {
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
        if (fcntl(stream, F_GETFD) < 0)
            (void)open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

int main(int argc, char **argv) {
    keep_memory();
    hold_streams();
    /* a reader that goes away is a failed write, not the end of the process */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGCHLD, SIG_DFL); /* who started us may have left it ignored: workers are waited for */
    if (argc < 2)
        return console_usage("需要一个子命令：check、dump、rules 或 schema", NULL,
                             LANGUAGE_CHINESE);
    if (strcmp(argv[1], "--version") == 0)
        return print_version();
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (strcmp(argv[1], commands[i].name) == 0)
            return commands[i].run(argc - 2, argv + 2);
    }
    struct options options;
    if (argv[1][0] == '-' && !options_parse(&options, argc - 1, argv + 1, false))
        return EXIT_USAGE;
    if (argv[1][0] == '-' && options.help)
        return help_print(options.language);
    return console_usage("没有这个子命令", argv[1], LANGUAGE_CHINESE);
}
