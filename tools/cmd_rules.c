#include "tools/cmd_rules.h"

#include <unistd.h>

#include "base/utf8.h"
#include "tools/console.h"
#include "tools/help.h"
#include "tools/options.h"
#include "validate/catalogue.h"

enum { ID_COLUMNS = 18, SEVERITY_COLUMNS = 9, FIELD_COLUMNS = 6 };

static void put_severity(struct screen *screen, enum severity severity) {
    static const char *const words[] = {"info", "warning", "error"};
    static const enum style styles[] = {STYLE_CYAN, STYLE_YELLOW, STYLE_RED};
    screen_style(screen, styles[severity]);
    screen_put(screen, words[severity]);
    screen_style(screen, STYLE_PLAIN);
}

/* Chinese first, English under it: rules are named in both wherever they are cited. */
static void list_rule(struct screen *screen, const struct rule *rule) {
    static const size_t lengths[] = {4, 7, 5};
    size_t column = ID_COLUMNS + SEVERITY_COLUMNS;
    screen_put(screen, rule->id);
    screen_pad(screen, ID_COLUMNS - utf8_width(str_of(rule->id)));
    put_severity(screen, rule->severity);
    screen_pad(screen, SEVERITY_COLUMNS - lengths[rule->severity]);
    screen_wrap(screen, column, str_of(rule->chinese));
    screen_put(screen, "\n");
    screen_pad(screen, column);
    screen_style(screen, STYLE_DIM);
    screen_wrap(screen, column, str_of(rule->english));
    screen_style(screen, STYLE_PLAIN);
    screen_put(screen, "\n");
}

/* A field behind its name; a rule need not have an example. */
static void put_field(struct screen *screen, const char *name, const char *text) {
    if (!text || !*text)
        return;
    size_t width = utf8_width(str_of(name)), column = FIELD_COLUMNS;
    column = width + 2 > column ? width + 2 : column;
    screen_style(screen, STYLE_DIM);
    screen_put(screen, name);
    screen_style(screen, STYLE_PLAIN);
    screen_pad(screen, column - width);
    screen_wrap(screen, column, str_of(text));
    screen_put(screen, "\n");
}

/* One rule in full. */
static void explain_rule(struct screen *screen, const struct rule *rule) {
    bool english = screen->language == LANGUAGE_ENGLISH;
    screen_style(screen, STYLE_BOLD);
    screen_put(screen, rule->id);
    screen_style(screen, STYLE_PLAIN);
    screen_put(screen, "  ");
    put_severity(screen, rule->severity);
    screen_put(screen, "\n");
    screen_wrap(screen, 0, str_of(rule->chinese));
    screen_put(screen, "\n");
    screen_wrap(screen, 0, str_of(rule->english));
    screen_put(screen, "\n\n");
    put_field(screen, screen_word(screen, "例子", "Example"),
              english ? rule->example_en : rule->example_zh);
    put_field(screen, screen_word(screen, "依据", "Source"),
              english ? rule->source_en : rule->source_zh);
}

int cmd_rules(int argc, char **argv) {
    struct options options;
    if (!options_parse(&options, argc, argv, false))
        return EXIT_USAGE;
    if (options.help)
        return help_print(options.language);
    struct screen screen = console_screen(STDOUT_FILENO, options.language);
    size_t count;
    const struct rule *rules = catalogue_rules(&count);
    for (int i = 0; i < options.path_count; i++) {
        const struct rule *rule = catalogue_find(str_of(options.paths[i]));
        if (!rule) {
            screen_clear(&screen);
            return console_usage(screen_word(&screen, "没有这条规则", "no such rule"),
                                 options.paths[i], options.language);
        }
        screen_put(&screen, i > 0 ? "\n" : "");
        explain_rule(&screen, rule);
    }
    for (size_t i = 0; i < count && options.path_count == 0; i++)
        list_rule(&screen, &rules[i]);
    int cause = console_write(screen.ptr, screen.len);
    screen_clear(&screen);
    return console_finish(EXIT_CLEAN, cause, options.language);
}
