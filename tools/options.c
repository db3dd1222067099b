#include "tools/options.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "tools/console.h"

static const char *const formats[] = {"text", "json", "jsonl", NULL};
static const char *const languages[] = {"zh", "en", NULL};
static const char *const severities[] = {"info", "warning", "error", "never", NULL};

/* Index of `word` in a list that ends with NULL, or -1. */
static int find(const char *const *words, const char *word) {
    for (int i = 0; words[i]; i++) {
        if (strcmp(words[i], word) == 0)
            return i;
    }
    return -1;
}

/* Says what is wrong and returns false, so that a mistake is one line. */
static bool wrong(const struct options *options, const char *chinese, const char *english,
                  const char *argument) {
    bool is_english = options->language == LANGUAGE_ENGLISH;
    console_usage(is_english ? english : chinese, argument, options->language);
    return false;
}

/* The system may know more processors than threads are useful, or none. */
static uint32_t processors(void) {
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > (long)LIMIT_JOBS ? LIMIT_JOBS : (uint32_t)count;
}

/* Digits only: strtoul would take a sign and leading blanks. */
static bool set_jobs(struct options *options, const char *value) {
    char *end;
    unsigned long jobs = strtoul(value, &end, 10);
    if (value[0] < '0' || value[0] > '9' || *end || jobs < 1 || jobs > LIMIT_JOBS)
        return wrong(options, "--jobs 须为 1 到 256 的整数",
                     "--jobs takes a number "
                     "from 1 to 256",
                     value);
    options->jobs = (uint32_t)jobs;
    return true;
}

/* One option with its value; `name` is without the dashes. */
static bool set(struct options *options, const char *name, const char *value) {
    if (strcmp(name, "jobs") == 0)
        return set_jobs(options, value);
    if (strcmp(name, "profile") == 0) {
        options->profile = value;
        return true;
    }
    int choice;
    if (strcmp(name, "format") == 0) {
        choice = find(formats, value);
        options->format = choice < 0 ? FORMAT_TEXT : (enum format)choice;
    } else if (strcmp(name, "lang") == 0) {
        choice = find(languages, value);
        options->language = choice == 1 ? LANGUAGE_ENGLISH : LANGUAGE_CHINESE;
    } else {
        choice = find(severities, value);
        options->fail_on = choice < 0 ? SEVERITY_ERROR : (uint32_t)choice;
    }
    return choice >= 0 || wrong(options, "选项的值无效", "not a value of that option", value);
}

/* The option's name in `known`, and its value where it is joined by '='; NULL
 * when unknown. */
static const char *split(const char *argument, const char *const *known, const char **value) {
    const char *equals = strchr(argument, '=');
    size_t len = equals ? (size_t)(equals - argument) : strlen(argument);
    *value = equals ? equals + 1 : NULL;
    for (; *known; known++) {
        if (strlen(*known) == len - 2 && strncmp(argument, "--", 2) == 0 &&
            strncmp(*known, argument + 2, len - 2) == 0)
            return *known;
    }
    return NULL;
}

bool options_parse(struct options *options, int argc, char **argv, bool checking) {
    static const char *const names[] = {"format", "jobs", "fail-on", "lang", "profile", NULL};
    bool only_paths = false;
    *options = (struct options){.jobs = processors(), .fail_on = SEVERITY_ERROR, .paths = argv};
    for (int i = 0; i < argc; i++) {
        const char *argument = argv[i], *value;
        if (only_paths || argument[0] != '-' || strcmp(argument, "-") == 0) {
            argv[options->path_count++] = argv[i];
            continue;
        }
        if (strcmp(argument, "--") == 0) {
            only_paths = true;
            continue;
        }
        if (strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0) {
            options->help = true;
            continue;
        }
        if (strcmp(argument, "--no-sandbox") == 0) {
            options->no_sandbox = true;
            continue;
        }
        if (!checking && strcmp(argument, "--places") == 0) {
            options->places = true;
            continue;
        }
        const char *name = split(argument, checking ? names : names + 3, &value);
        if (!name)
            return wrong(options, "没有这个选项（若是文件名，请放在 -- 之后）",
                         "no such option (a file name goes behind --)", argument);
        if (!value && ++i < argc)
            value = argv[i];
        if (!value)
            return wrong(options, "选项缺少值", "the option needs a value", argument);
        if (!set(options, name, value))
            return false;
    }
    return true;
}
