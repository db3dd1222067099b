#include "validate/profile.h"

#include <stdlib.h>

#include "base/json_at.h"
#include "base/limits.h"
#include "base/utf8.h"

enum { BANDS_MAX = 16, CAPS_MAX = 16, DOCUMENTS_MAX = 32, NAME_MAX_BYTES = 40 };

struct profile {
    struct json *root; /* owned: all slices point into it */
    struct arena arena;
    const struct profile *base; /* gives what is missing; NULL for the first */
    const struct json *words, *regions;
    struct str name, source_zh, source_en, from, to;
    struct decimal full, margin;
    struct band bands[BANDS_MAX];
    uint32_t count;
    struct cap caps[CAPS_MAX];
    uint32_t cap_count;
    struct citation documents[DOCUMENTS_MAX];
    uint32_t document_count;
    struct local_rules rules;
    enum severity severity;
};

/* ---- reading */

/* Figures are text in the data: as JSON numbers they would pass through a binary
 * float. `*out` stays as it was where there is none. */
static bool read_decimal(const struct json_at *object, const char *key, bool needed,
                         struct decimal *out, struct err *err) {
    struct json_at at = json_at_key(object, key);
    struct str text;
    if (!json_at_text(object, key, needed, &text, err))
        return false;
    return text.len == 0 || decimal_parse(text, out) ||
           json_at_wrong(&at, err, "a plain decimal is expected, as \"89.5\"");
}

static bool read_band(struct profile *profile, const struct json_at *at, struct err *err) {
    static const char *const keys[] = {"grade", "low", "high", NULL};
    struct band band = {.low_inclusive = true};
    struct decimal low = decimal_of(0), high = decimal_of(INT32_MAX);
    if (!json_at_object(at, keys, err) || !json_at_text(at, "grade", true, &band.grade, err) ||
        !json_at_text(at, "low", false, &band.low, err) ||
        !json_at_text(at, "high", false, &band.high, err) ||
        !read_decimal(at, "low", false, &low, err) || !read_decimal(at, "high", false, &high, err))
        return false;
    if (profile->count == BANDS_MAX)
        return json_at_wrong(at, err, "too many bands");
    if (decimal_cmp(&low, &high) >= 0)
        return json_at_wrong(at, err, "low must be below high");
    profile->bands[profile->count++] = band;
    return true;
}

static bool read_cap(struct profile *profile, const struct json_at *at, struct err *err) {
    static const char *const keys[] = {"from", "below", "most", NULL};
    struct cap cap = {.from = decimal_of(0)};
    if (!json_at_object(at, keys, err) || !read_decimal(at, "from", false, &cap.from, err) ||
        !read_decimal(at, "below", true, &cap.below, err) ||
        !read_decimal(at, "most", true, &cap.most, err))
        return false;
    if (profile->cap_count == CAPS_MAX)
        return json_at_wrong(at, err, "too many caps");
    if (decimal_cmp(&cap.from, &cap.below) >= 0)
        return json_at_wrong(at, err, "from must be below below");
    profile->caps[profile->cap_count++] = cap;
    return true;
}

static bool read_document(struct profile *profile, const struct json_at *at, struct err *err) {
    size_t from = 0;
    struct citation *document = &profile->documents[profile->document_count];
    if (profile->document_count == DOCUMENTS_MAX)
        return json_at_wrong(at, err, "too many documents");
    if (!citation_next(json_text(at->value), &from, document))
        return json_at_wrong(at, err, "a document number is expected, as 财预〔2020〕10号");
    profile->document_count++;
    return true;
}

/* Every item of the list at `key` of the object; a missing list has none. */
static bool read_list(struct profile *profile, const struct json_at *object, const char *key,
                      bool (*read)(struct profile *, const struct json_at *, struct err *),
                      struct err *err) {
    struct json_at list = json_at_key(object, key), item = {0};
    size_t index = 0;
    if (list.value && !json_is_array(list.value))
        return json_at_wrong(&list, err, "a list [ ] is expected");
    while (json_at_next(&list, &item, &index)) {
        if (!read(profile, &item, err))
            return false;
    }
    return true;
}

/* Of `regions` and of the meanings of a word: nothing but texts. */
static bool check_texts(const struct json_at *list, struct err *err) {
    struct json_at item = {0};
    size_t index = 0;
    if (!json_is_array(list->value))
        return !list->value || json_at_wrong(list, err, "a list [ ] is expected");
    while (json_at_next(list, &item, &index)) {
        if (json_text(item.value).len == 0)
            return json_at_wrong(&item, err, "a text is expected");
    }
    return true;
}

static bool read_words(struct profile *profile, const struct json_at *root, struct err *err) {
    struct json_at words = json_at_key(root, "words");
    if (words.value && !json_is_object(words.value))
        return json_at_wrong(&words, err, "an object { } is expected");
    profile->words = words.value;
    const struct json *item = json_first(words.value);
    for (; item; item = json_next(item)) {
        struct json_at at = json_at_key(&words, json_key(item).ptr);
        if (!check_texts(&at, err))
            return false;
    }
    return true;
}

static bool read_applies(struct profile *profile, const struct json_at *root, struct err *err) {
    static const char *const keys[] = {"documents", "regions", "from", "to", NULL};
    struct json_at applies = json_at_key(root, "applies");
    if (!applies.value)
        return true;
    struct json_at regions = json_at_key(&applies, "regions");
    profile->regions = regions.value;
    return json_at_object(&applies, keys, err) && check_texts(&regions, err) &&
           json_at_text(&applies, "from", false, &profile->from, err) &&
           json_at_text(&applies, "to", false, &profile->to, err) &&
           read_list(profile, &applies, "documents", read_document, err);
}

static bool read_source(struct profile *profile, const struct json_at *root, struct err *err) {
    static const char *const keys[] = {"zh", "en", NULL};
    static const char *const bases[] = {"stated", "general_knowledge", NULL};
    struct json_at source = json_at_key(root, "source");
    int basis = 0;
    if (!json_at_choice(root, "basis", bases, &basis, err))
        return false;
    if (!source.value) {
        profile->source_zh = profile->source_en = profile->name;
        return true;
    }
    return json_at_object(&source, keys, err) &&
           json_at_text(&source, "zh", true, &profile->source_zh, err) &&
           json_at_text(&source, "en", true, &profile->source_en, err);
}

/* The name goes into records and messages. */
static bool read_name(struct profile *profile, const struct json_at *root, struct err *err) {
    struct json_at at = json_at_key(root, "name");
    if (!json_at_text(root, "name", true, &profile->name, err))
        return false;
    bool plain = profile->name.len <= NAME_MAX_BYTES;
    for (size_t i = 0; i < profile->name.len && plain; i++)
        plain = strchr("abcdefghijklmnopqrstuvwxyz0123456789_", profile->name.ptr[i]) != NULL;
    return plain || json_at_wrong(&at, err, "at most 40 of a-z, 0-9 and _");
}

/* The first profile has to say what all others may leave out. */
static bool read_figures(struct profile *profile, const struct json_at *root, struct err *err) {
    static const char *const severities[] = {"info", "warning", "error", NULL};
    const struct profile *base = profile->base;
    int severity = base ? (int)base->severity : SEVERITY_ERROR;
    if (base) {
        profile->full = base->full;
        profile->margin = base->margin;
    }
    if (!read_decimal(root, "full", !base, &profile->full, err) ||
        !read_decimal(root, "margin", !base, &profile->margin, err) ||
        !json_at_choice(root, "severity", severities, &severity, err))
        return false;
    profile->severity = (enum severity)severity;
    return true;
}

/* All or nothing: half a profile would judge some grades by the nation and
 * others by nothing. */
static bool read_profile(struct profile *profile, struct err *err) {
    static const char *const keys[] = {"name", "about",  "source",   "basis", "extends",
                                       "full", "margin", "severity", "bands", "words",
                                       "caps", "rules",  "applies",  NULL};
    struct json_at root = {.value = profile->root}, rules = json_at_key(&root, "rules");
    if (!json_at_object(&root, keys, err) || !read_name(profile, &root, err) ||
        !read_source(profile, &root, err) || !read_applies(profile, &root, err) ||
        !read_figures(profile, &root, err) || !read_words(profile, &root, err) ||
        !read_list(profile, &root, "bands", read_band, err) ||
        !read_list(profile, &root, "caps", read_cap, err))
        return false;
    if (!profile->base && profile->count == 0)
        return json_at_wrong(&root, err, "bands are missing");
    return local_parse(&profile->arena, &rules, &profile->rules, err);
}

struct profile *profile_parse(struct str text, const struct profile *base, struct err *err) {
    struct profile *profile = calloc(1, sizeof *profile);
    if (!profile) {
        err_set(err, ERR_MEMORY, 0, "no memory for a profile");
        return NULL;
    }
    arena_init(&profile->arena, LIMIT_PROFILE_ARENA);
    profile->base = base;
    if (utf8_check(text) < text.len)
        err_set(err, ERR_USAGE, 0, "not UTF-8, at byte %zu", utf8_check(text) + 1);
    else if ((profile->root = json_parse(text, err)) && read_profile(profile, err))
        return profile;
    profile_free(profile);
    return NULL;
}

/* NULL as with free: the error path of profile_parse ends here too. */
void profile_free(struct profile *profile) {
    if (!profile)
        return;
    json_free(profile->root);
    arena_clear(&profile->arena);
    free(profile);
}

/* ---- what it says */

struct str profile_name(const struct profile *profile) {
    return profile->name;
}

/* 财预〔2020〕10号: 90(含)-100 优, 80(含)-90 良, 60(含)-80 中, below
 * 60 差. */
const struct band *profile_bands(const struct profile *profile, uint32_t *count) {
    while (profile->count == 0)
        profile = profile->base;
    *count = profile->count;
    return profile->bands;
}

bool profile_grades(const struct profile *profile) {
    return profile->count > 0 || profile->words;
}

/* The finding names the regulation that it rests on; without one a grade is
 * only somebody's opinion. */
struct str profile_source(const struct profile *profile, enum language language) {
    return language == LANGUAGE_ENGLISH ? profile->source_en : profile->source_zh;
}

/* Bands speak of 100 points; a score out of 60 is on another scale and is left
 * alone. */
const struct decimal *profile_full(const struct profile *profile) {
    return &profile->full;
}

/* A score at the edge of a band may have been rounded before it was graded:
 * 89.6 told as 90 and 优. */
const struct decimal *profile_margin(const struct profile *profile) {
    return &profile->margin;
}

enum severity profile_severity(const struct profile *profile) {
    return profile->severity;
}

const struct cap *profile_caps(const struct profile *profile, uint32_t *count) {
    *count = profile->cap_count;
    return profile->caps;
}

const struct local_rules *profile_rules(const struct profile *profile) {
    return &profile->rules;
}

/* The bands that `word` may stand for, or NULL: its own words come before those
 * that it inherits. */
static const struct json *meanings(const struct profile *profile, struct str word) {
    for (; profile; profile = profile->base) {
        const struct json *entry = json_first(profile->words);
        while (entry && !str_eq(json_key(entry), word))
            entry = json_next(entry);
        if (entry)
            return entry;
    }
    return NULL;
}

/* Words of older or local forms (一般, 较差) are known with all the bands
 * that they may stand for. */
bool profile_knows(const struct profile *profile, struct str word) {
    return meanings(profile, word) != NULL;
}

/* Whether the word's entry names the band, or a band that means the same. */
static bool means(const struct profile *profile, const struct json *entry, struct str grade) {
    const struct json *other = meanings(profile, grade);
    for (const struct json *item = json_first(entry); item; item = json_next(item)) {
        if (str_eq(json_text(item), grade))
            return true;
        const struct json *only = json_first(other);
        if (only && !json_next(only) && str_eq(json_text(only), json_text(item)))
            return true;
    }
    return false;
}

/* 合格 is 中 in one province and 良 in another: the word contradicts only
 * when none of its meanings fits. Bands may be called 优秀 where the words speak
 * of 优. */
bool profile_allows(const struct profile *profile, struct str word, struct str grade) {
    return str_eq(word, grade) || means(profile, meanings(profile, word), grade);
}

/* 优秀 and 优 are one grade, 良好 and 优 are not: the meanings must
 * agree, not only overlap. */
bool profile_same(const struct profile *profile, struct str a, struct str b) {
    const struct json *x = json_first(meanings(profile, a));
    const struct json *y = json_first(meanings(profile, b));
    if (str_eq(a, b))
        return true;
    return x && y && !json_next(x) && !json_next(y) && str_eq(json_text(x), json_text(y));
}

/* ---- when it applies */

bool profile_cited(const struct profile *profile, const struct citation *citation) {
    for (uint32_t i = 0; i < profile->document_count; i++) {
        if (citation_is(citation, &profile->documents[i]))
            return true;
    }
    return false;
}

size_t profile_region(const struct profile *profile, struct str name) {
    size_t longest = 0;
    for (const struct json *item = json_first(profile->regions); item; item = json_next(item)) {
        struct str region = json_text(item);
        if (region.len > longest && str_has(name, region.ptr))
            longest = region.len;
    }
    return longest;
}

bool profile_has_years(const struct profile *profile) {
    return profile->from.len > 0 || profile->to.len > 0;
}

/* Four digits each: text compares as the years do. */
bool profile_covers(const struct profile *profile, struct str year) {
    return (profile->from.len == 0 || str_cmp(year, profile->from) >= 0) &&
           (profile->to.len == 0 || str_cmp(year, profile->to) <= 0);
}
