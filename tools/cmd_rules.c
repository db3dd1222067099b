#include "tools/cmd_rules.h"

#include <unistd.h>

#include "base/utf8.h"
#include "tools/console.h"
#include "tools/help.h"
#include "tools/options.h"
#include "tools/pipeline.h"
#include "validate/catalogue.h"
#include "validate/profiles.h"

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

/* The rules that come with the user's profile; none without one. */
static const struct local_rules *own_rules(const struct profiles *profiles) {
    static const struct local_rules none;
    const struct profile *chosen = profiles_chosen(profiles);
    return chosen ? profile_rules(chosen) : &none;
}

static const struct rule *find_rule(const struct profiles *profiles, struct str id) {
    const struct local_rules *own = own_rules(profiles);
    for (uint32_t i = 0; i < own->count; i++) {
        if (str_is(id, own->items[i].rule.id))
            return &own->items[i].rule;
    }
    return catalogue_find(id);
}

/* The bands of the profile that the user asks about, and where it comes from. */
static void put_profile(struct screen *screen, const struct profile *profile) {
    uint32_t count;
    const struct band *bands = profile_bands(profile, &count);
    screen_put(screen, "\n");
    screen_text(screen, profile_name(profile));
    screen_put(screen, "  ");
    screen_text(screen, profile_source(profile, screen->language));
    screen_put(screen, "\n");
    for (uint32_t i = 0; i < count; i++) {
        const struct band *band = &bands[i];
        screen_format(screen, "  %.*s  ", STR_ARGS(band->grade));
        screen_format(screen, band->low.len ? "[%.*s, " : "(…%.*s, ", STR_ARGS(band->low));
        screen_format(screen, "%.*s)\n", STR_ARGS(band->high.len ? band->high : str_of("…")));
    }
}

/* All rules, or those named; false when there is none of a name, which is then told. */
static bool put_rules(struct screen *screen, const struct profiles *profiles,
                      const struct options *options) {
    size_t count;
    const struct rule *rules = catalogue_rules(&count);
    const struct local_rules *own = own_rules(profiles);
    for (int i = 0; i < options->path_count; i++) {
        const struct rule *rule = find_rule(profiles, str_of(options->paths[i]));
        if (!rule) {
            const char *words = screen_word(screen, "没有这条规则", "no such rule");
            console_usage(words, options->paths[i], options->language);
            return false;
        }
        screen_put(screen, i > 0 ? "\n" : "");
        explain_rule(screen, rule);
    }
    for (size_t i = 0; i < count && options->path_count == 0; i++)
        list_rule(screen, &rules[i]);
    for (uint32_t i = 0; i < own->count && options->path_count == 0; i++)
        list_rule(screen, &own->items[i].rule);
    if (options->path_count == 0 && profiles_chosen(profiles))
        put_profile(screen, profiles_chosen(profiles));
    return true;
}

int cmd_rules(int argc, char **argv) {
    struct options options;
    if (!options_parse(&options, argc, argv, false))
        return EXIT_USAGE;
    if (options.help)
        return help_print(options.language);
    struct screen screen = console_screen(STDOUT_FILENO, options.language);
    struct err err = {0};
    struct profiles *profiles = pipeline_profiles(options.profile, &err);
    if (!profiles) {
        console_error(options.profile, &err, options.language);
        return options.profile ? EXIT_USAGE : EXIT_FAILED;
    }
    bool found = put_rules(&screen, profiles, &options);
    profiles_free(profiles);
    if (!found) {
        screen_clear(&screen);
        return EXIT_USAGE;
    }
    int cause = console_write(screen.ptr, screen.len);
    screen_clear(&screen);
    return console_finish(EXIT_CLEAN, cause, options.language);
}
