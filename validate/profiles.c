#include "validate/profiles.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/data.h"
#include "base/json.h"

enum { PROFILES_MAX = 128 };

struct profiles {
    struct profile *items[PROFILES_MAX]; /* owned; the national one first */
    uint32_t count;
    struct profile *own;    /* owned: of the user's file */
    struct profile *chosen; /* `own`, or one of the items; NULL when the user chose none */
};

static const char folder[] = "validate/profiles/";

/* The data are ours, but a mistake in them must fail at the start, not in a
 * judgement. */
static bool read_file(struct profiles *profiles, const struct data_file *file, struct err *err) {
    struct err wrong = {0};
    struct profile *base = profiles->count > 0 ? profiles->items[0] : NULL;
    if (profiles->count == PROFILES_MAX)
        return err_set(err, ERR_USAGE, 0, "more than %d profiles", PROFILES_MAX);
    struct profile *profile = profile_parse((struct str){file->content, file->size}, base, &wrong);
    if (!profile)
        return err_set(err, wrong.code, 0, "%s: %s", file->name, wrong.words);
    profiles->items[profiles->count++] = profile;
    return true;
}

/* The national profile first, because the others build on it. */
static bool read_all(struct profiles *profiles, struct err *err) {
    static const char national[] = "validate/profiles/national.json";
    for (int pass = 0; pass < 2; pass++) {
        for (const struct data_file *file = data_files; file->name; file++) {
            bool first = strcmp(file->name, national) == 0;
            if (str_starts(str_of(file->name), folder) && first == (pass == 0) &&
                !read_file(profiles, file, err))
                return false;
        }
    }
    return profiles->count > 0 || err_set(err, ERR_USAGE, 0, "there is no %s", national);
}

struct profiles *profiles_new(struct err *err) {
    struct profiles *profiles = calloc(1, sizeof *profiles);
    if (!profiles) {
        err_set(err, ERR_MEMORY, 0, "no memory for the profiles");
        return NULL;
    }
    if (read_all(profiles, err))
        return profiles;
    profiles_free(profiles);
    return NULL;
}

void profiles_free(struct profiles *profiles) {
    if (!profiles)
        return;
    for (uint32_t i = 0; i < profiles->count; i++)
        profile_free(profiles->items[i]);
    profile_free(profiles->own);
    free(profiles);
}

static struct profile *find(const struct profiles *profiles, struct str name) {
    for (uint32_t i = 0; i < profiles->count; i++) {
        if (str_eq(profile_name(profiles->items[i]), name))
            return profiles->items[i];
    }
    return NULL;
}

/* Who mistypes a name wants to see those that there are. */
static bool tell_names(const struct profiles *profiles, struct str name, struct err *err) {
    char names[160] = "";
    for (uint32_t i = 0; i < profiles->count; i++) {
        size_t len = strlen(names);
        snprintf(names + len, sizeof names - len, "%s%.*s", i ? ", " : "",
                 STR_ARGS(profile_name(profiles->items[i])));
    }
    return err_set(err, ERR_USAGE, 0, "no profile \"%.*s\"; there are %s",
                   STR_ARGS(str_slice(name, 0, 40)), names);
}

bool profiles_choose(struct profiles *profiles, struct str name, struct err *err) {
    profiles->chosen = find(profiles, name);
    return profiles->chosen || tell_names(profiles, name, err);
}

/* The field is read before the profile is, which has to know what it builds on. */
static const struct profile *base_of(const struct profiles *profiles, struct str text,
                                     struct err *err) {
    struct json *root = json_parse(text, err);
    if (!root)
        return NULL;
    struct str name = json_text(json_get(root, "extends"));
    const struct profile *base = name.len > 0 ? find(profiles, name) : profiles->items[0];
    if (!base) {
        struct err unknown;
        tell_names(profiles, name, &unknown);
        err_set(err, ERR_USAGE, 0, "extends: %s", unknown.words);
    }
    json_free(root);
    return base;
}

bool profiles_add(struct profiles *profiles, struct str text, struct err *err) {
    const struct profile *base = base_of(profiles, text, err);
    if (!base)
        return false;
    profile_free(profiles->own);
    profiles->own = profiles->chosen = profile_parse(text, base, err);
    return profiles->own != NULL;
}

const struct profile *profiles_chosen(const struct profiles *profiles) {
    return profiles->chosen;
}

const struct profile *profiles_national(const struct profiles *profiles) {
    return profiles->items[0];
}

/* ---- choosing */

/* What speaks for a profile: the document names it, the place, the year. */
enum { BY_YEAR = 1, BY_REGION = 2, BY_CITATION = 4 };

/* How strongly the report asks for each profile. */
struct votes {
    uint32_t rank[PROFILES_MAX];
    size_t region[PROFILES_MAX]; /* bytes of the name of the place: the longer the more local */
};

/* Marks the profiles whose documents the passage cites. */
static void count_citations(const struct profiles *profiles, struct str text, struct votes *votes) {
    struct citation citation;
    size_t at = 0;
    while (citation_next(text, &at, &citation)) {
        for (uint32_t i = 0; i < profiles->count; i++) {
            if (profile_cited(profiles->items[i], &citation))
                votes->rank[i] |= BY_CITATION;
        }
    }
}

/* Only paragraphs: rules are cited in prose, and tables are most of the text. */
static void read_citations(const struct doc *doc, const struct profiles *profiles,
                           const struct part *part, struct votes *votes) {
    const struct document *document = &doc->document;
    for (uint32_t i = part->first; i < part->end && i < document->blocks.count; i++) {
        const struct block *block = &document->blocks.items[i];
        if (block->kind == BLOCK_PARAGRAPH)
            count_citations(profiles, document->paragraphs.items[block->index].text, votes);
    }
}

/* The place and the year of the report. */
static void read_part(const struct profiles *profiles, const struct part *part,
                      struct votes *votes) {
    const struct str names[] = {part->unit, part->title, part->project};
    for (uint32_t i = 0; i < profiles->count; i++) {
        const struct profile *profile = profiles->items[i];
        bool dated = profile_has_years(profile) && part->year.len > 0;
        for (size_t name = 0; name < sizeof names / sizeof *names; name++) {
            size_t len = profile_region(profile, names[name]);
            votes->region[i] = len > votes->region[i] ? len : votes->region[i];
        }
        votes->rank[i] |= votes->region[i] > 0 ? BY_REGION : 0;
        votes->rank[i] |= dated && profile_covers(profile, part->year) ? BY_YEAR : 0;
        /* a rule of other years is none; without a year only its own name counts */
        if (profile_has_years(profile) && !(votes->rank[i] & (BY_YEAR | BY_CITATION)))
            votes->rank[i] = 0;
        if (dated && !(votes->rank[i] & BY_YEAR))
            votes->rank[i] = 0;
    }
}

static struct choice elect(const struct profiles *profiles, const struct votes *votes) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < profiles->count; i++) {
        bool local = votes->region[i] > votes->region[best];
        if (votes->rank[i] > votes->rank[best] || (votes->rank[i] == votes->rank[best] && local))
            best = i;
    }
    uint32_t rank = votes->rank[best];
    return (struct choice){profiles->items[best], (rank & BY_CITATION) || !(rank & BY_REGION)};
}

static struct choice choose(const struct doc *doc, const struct profiles *profiles,
                            const struct part *part) {
    struct votes votes = {0};
    if (profiles->chosen && profile_grades(profiles->chosen))
        return (struct choice){profiles->chosen, true};
    read_citations(doc, profiles, part, &votes);
    read_part(profiles, part, &votes);
    return elect(profiles, &votes);
}

bool profiles_run(struct doc *doc, const struct config *config, struct err *err) {
    const struct reading *reading = &doc->reading;
    struct choice *choices = arena_array(&doc->arena, reading->parts.count + 1, sizeof *choices);
    if (!choices)
        return arena_check(&doc->arena, err);
    for (size_t i = 0; config->profiles && i < reading->claims.count; i++) {
        uint32_t part = reading->claims.items[i].part;
        if (!choices[part].profile)
            choices[part] = choose(doc, config->profiles, &reading->parts.items[part]);
    }
    doc->verdict.choices = choices;
    return true;
}

struct choice profiles_choice(const struct doc *doc, uint32_t part) {
    if (!doc->verdict.choices || part >= doc->reading.parts.count)
        return (struct choice){0};
    return doc->verdict.choices[part];
}

/* The national rules need no mention: they hold for all. */
struct str profiles_name(const struct doc *doc, uint32_t part) {
    const struct profile *profile = profiles_choice(doc, part).profile;
    struct str name = profile ? profile_name(profile) : (struct str){0};
    return str_is(name, "national") ? (struct str){0} : name;
}
