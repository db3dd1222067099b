#include "validate/profile.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/data.h"
#include "base/json.h"

enum { BANDS_MAX = 16, NAME_MAX_BYTES = 80 };

struct profile {
    struct json *root; /* owned: all slices point into it */
    const struct json *words;
    struct str source_zh, source_en;
    struct decimal full, margin;
    struct band bands[BANDS_MAX];
    uint32_t count;
};

/* Figures are text in the data: as JSON numbers they would pass through a
 * binary float. */
static bool read_decimal(const struct json *object, const char *key, struct decimal *out) {
    return decimal_parse(json_text(json_get(object, key)), out);
}

/* A bound is absent or a number. */
static bool is_bound(struct str text) {
    struct decimal value;
    return text.len == 0 || decimal_parse(text, &value);
}

/* Data are ours, but a mistake in them must fail at the start, not in a
 * judgement. */
static bool read_bands(struct profile *profile) {
    const struct json *item = json_first(json_get(profile->root, "bands"));
    for (; item; item = json_next(item)) {
        struct band band = {
            .grade = json_text(json_get(item, "grade")),
            .low = json_text(json_get(item, "low")),
            .high = json_text(json_get(item, "high")),
            .low_inclusive = true,
        };
        if (profile->count == BANDS_MAX || band.grade.len == 0 || !is_bound(band.low) ||
            !is_bound(band.high))
            return false;
        profile->bands[profile->count++] = band;
    }
    return profile->count > 0;
}

/* All or nothing: half a profile would judge some grades by the nation and
 * others by nothing. */
static bool read_profile(struct profile *profile) {
    const struct json *source = json_get(profile->root, "source");
    profile->source_zh = json_text(json_get(source, "zh"));
    profile->source_en = json_text(json_get(source, "en"));
    profile->words = json_get(profile->root, "words");
    return read_decimal(profile->root, "full", &profile->full) &&
           read_decimal(profile->root, "margin", &profile->margin) && read_bands(profile);
}

/* The name comes from the command line: its length is cut before it becomes
 * part of a path into our own data. */
struct profile *profile_new(struct str name, struct err *err) {
    char path[NAME_MAX_BYTES + 32];
    snprintf(path, sizeof path, "validate/profiles/%.*s.json", STR_ARGS(str_slice(name, 0, 80)));
    struct str data = data_find(path);
    struct profile *profile = calloc(1, sizeof *profile);
    if (!profile) {
        err_set(err, ERR_MEMORY, 0, "no memory for a profile");
        return NULL;
    }
    if (data.len == 0) {
        err_set(err, ERR_USAGE, 0, "there is no profile %s", path);
    } else if ((profile->root = json_parse(data, err))) {
        if (read_profile(profile))
            return profile;
        err_set(err, ERR_USAGE, 0, "the data of %s are wrong", path);
    }
    profile_free(profile);
    return NULL;
}

/* NULL as with free: the error path of profile_new ends here too. */
void profile_free(struct profile *profile) {
    if (!profile)
        return;
    json_free(profile->root);
    free(profile);
}

/* 财预〔2020〕10号: 90(含)-100 优, 80(含)-90 良, 60(含)-80 中, below
 * 60 差. */
const struct band *profile_bands(const struct profile *profile, uint32_t *count) {
    *count = profile->count;
    return profile->bands;
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

/* The bands that `word` may stand for, or NULL. */
static const struct json *meanings(const struct profile *profile, struct str word) {
    const struct json *entry = json_first(profile->words);
    while (entry && !str_eq(json_key(entry), word))
        entry = json_next(entry);
    return entry;
}

/* Words of older or local forms (一般, 较差) are known with all the bands
 * that they may stand for. */
bool profile_knows(const struct profile *profile, struct str word) {
    return meanings(profile, word) != NULL;
}

/* 合格 is 中 in one province and 良 in another: the word contradicts only
 * when none of its meanings fits. */
bool profile_allows(const struct profile *profile, struct str word, struct str grade) {
    const struct json *item = json_first(meanings(profile, word));
    while (item && !str_eq(json_text(item), grade))
        item = json_next(item);
    return item != NULL;
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
