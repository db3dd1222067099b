#include "tools/console.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { COLUMNS_DEFAULT = 80, COLUMNS_LEAST = 40, COLUMNS_MOST = 120 };

/* Lines longer than 120 columns are hard to read, whatever the terminal has. */
static size_t columns_of(int descriptor) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return COLUMNS_DEFAULT;
    if (size.ws_col < COLUMNS_LEAST)
        return COLUMNS_LEAST;
    return size.ws_col > COLUMNS_MOST ? COLUMNS_MOST : size.ws_col;
}

/* https://no-color.org: set and not empty means none. */
static bool wants_colour(int descriptor) {
    const char *none = getenv("NO_COLOR"), *term = getenv("TERM");
    return isatty(descriptor) && !(none && *none) && term && strcmp(term, "dumb") != 0;
}

struct screen console_screen(int descriptor, enum language language) {
    return (struct screen){
        .width = columns_of(descriptor), .colour = wants_colour(descriptor), .language = language};
}

int console_write(const char *bytes, size_t len) {
    errno = 0;
    bool ok = (len == 0 || fwrite(bytes, 1, len, stdout) == len) && fflush(stdout) == 0;
    return ok ? 0 : errno ? errno : EIO;
}

/* Writes a screen to standard error in one call, so that lines of other
 * programs do not mix in. */
static void say(struct screen *screen) {
    if (screen->len > 0)
        fwrite(screen->ptr, 1, screen->len, stderr);
    screen_clear(screen);
}

int console_finish(int status, int cause, enum language language) {
    /* what the library still holds may fail only now: a full disk */
    if (cause == 0)
        cause = console_write(NULL, 0);
    if (cause == 0 && !ferror(stdout))
        return status;
    struct screen screen = console_screen(STDERR_FILENO, language);
    screen_put(&screen, "heji: ");
    screen_format(&screen,
                  screen_word(&screen, "结果无法写出（%s）\n",
                              "the results cannot be written "
                              "(%s)\n"),
                  strerror(cause ? cause : EIO));
    say(&screen);
    return EXIT_FAILED;
}

void console_error(const char *path, const struct err *err, enum language language) {
    struct screen screen = console_screen(STDERR_FILENO, language);
    const char *chinese = err_code_chinese(err->code), *english = err_code_english(err->code);
    screen_put(&screen, "heji: ");
    if (path) {
        screen_text(&screen, str_of(path));
        screen_put(&screen, ": ");
    }
    screen_put(&screen, screen_word(&screen, chinese, english));
    if (err->words[0]) {
        screen_put(&screen, screen_word(&screen, "（", " ("));
        screen_text(&screen, str_of(err->words));
        screen_put(&screen, screen_word(&screen, "）", ")"));
    }
    screen_put(&screen, "\n");
    say(&screen);
}

void console_isolation(bool unwanted, bool exposed, enum language language) {
    struct screen screen = console_screen(STDERR_FILENO, language);
    if (!unwanted && !exposed)
        return;
    screen_put(&screen, "heji: ");
    if (unwanted)
        screen_put(&screen, screen_word(&screen, "未隔离读取文件（--no-sandbox）",
                                        "files are read without isolation (--no-sandbox)"));
    else
        screen_put(&screen, screen_word(&screen, "系统不支持隔离，文件未经隔离读取",
                                        "this system cannot isolate the reading of files"));
    screen_put(&screen, "\n");
    say(&screen);
}

int console_usage(const char *words, const char *argument, enum language language) {
    struct screen screen = console_screen(STDERR_FILENO, language);
    screen_put(&screen, "heji: ");
    screen_put(&screen, words);
    if (argument) {
        screen_put(&screen, screen_word(&screen, "：", ": "));
        screen_text(&screen, str_of(argument));
    }
    screen_put(&screen, screen_word(&screen, "\n用法见 heji --help\n", "\nSee heji --help\n"));
    say(&screen);
    return EXIT_USAGE;
}
