#include "validate/scale.h"

/* The first bands of each part: a report that prints them twice prints the same
 * ones, and a quotation of the national ones follows its own. */
const struct statement **scale_printed(struct doc *doc) {
    size_t parts = doc->reading.parts.count;
    const struct statement **printed = arena_array(&doc->arena, parts + 1, sizeof *printed);
    for (size_t i = 0; printed && i < doc->reading.statements.count; i++) {
        const struct statement *statement = &doc->reading.statements.items[i];
        if (statement->kind != STATEMENT_BANDS || statement->band_count == 0)
            continue;
        if (!printed[statement->part])
            printed[statement->part] = statement;
        if (!printed[parts])
            printed[parts] = statement;
    }
    return printed;
}

/* Whether bands that another part prints may be those of this one: a file that
 * holds the reports of two units holds two scales. */
static bool may_share(const struct doc *doc, const struct statement *bands, uint32_t part) {
    const struct part *parts = doc->reading.parts.items;
    if (part >= doc->reading.parts.count || bands->part >= doc->reading.parts.count)
        return true;
    struct str own = parts[part].unit, other = parts[bands->part].unit;
    return own.len == 0 || other.len == 0 || str_eq(own, other);
}

/* The document knows its own bands best, then its other parts, then the
 * profile. */
struct scale scale_of(const struct doc *doc, const struct config *config,
                      const struct statement **printed, uint32_t part) {
    const struct statement *any = printed[doc->reading.parts.count];
    if (any && !may_share(doc, any, part))
        any = NULL;
    struct choice choice = profiles_choice(doc, part);
    if (!choice.profile && config->profiles) /* it claims nothing, but a table of it grades */
        choice = (struct choice){profiles_national(config->profiles), true};
    struct scale scale = {.statement = printed[part] ? printed[part] : any,
                          .profile = choice.profile};
    if (scale.statement) {
        scale.bands = scale.statement->bands;
        scale.count = scale.statement->band_count;
    } else if (scale.profile) {
        scale.bands = profile_bands(scale.profile, &scale.count);
        scale.also = choice.certain ? NULL : profiles_national(config->profiles);
    }
    return scale;
}

/* A bound that cannot be read keeps everything out: better no band than a wrong
 * one. */
static bool is_inside(const struct band *band, const struct decimal *score) {
    struct decimal bound;
    if (band->low.len > 0) {
        int order = decimal_parse(band->low, &bound) ? decimal_cmp(score, &bound) : -1;
        if (order < 0 || (order == 0 && !band->low_inclusive))
            return false;
    }
    if (band->high.len > 0) {
        int order = decimal_parse(band->high, &bound) ? decimal_cmp(score, &bound) : 1;
        if (order > 0 || (order == 0 && !band->high_inclusive))
            return false;
    }
    return true;
}

bool scale_stands_for(const struct scale *scale, struct str word, const struct band *band) {
    if (!scale->statement)
        return profile_allows(scale->profile, word, band->grade);
    return str_eq(word, band->grade) ||
           (scale->profile && profile_same(scale->profile, word, band->grade));
}

/* 合格 is a band in Hunan and none in 财预〔2020〕10号: a word that the
 * bands in force do not have proves nothing. */
bool scale_knows(const struct scale *scale, struct str word) {
    for (uint32_t i = 0; i < scale->count; i++) {
        if (scale_stands_for(scale, word, &scale->bands[i]))
            return true;
    }
    return false;
}

const struct band *scale_band(const struct scale *scale, const struct decimal *score) {
    for (uint32_t i = 0; i < scale->count; i++) {
        if (is_inside(&scale->bands[i], score))
            return &scale->bands[i];
    }
    return NULL;
}

/* The national bands behind a profile that is only likely. */
static struct scale alternative(const struct scale *scale) {
    struct scale other = {.profile = scale->also};
    if (other.profile)
        other.bands = profile_bands(other.profile, &other.count);
    return other;
}

/* Bands may touch: where the text does not say to which of them a bound belongs,
 * both hold it. */
bool scale_fits(const struct scale *scale, struct str word, const struct decimal *score) {
    for (uint32_t i = 0; i < scale->count; i++) {
        const struct band *band = &scale->bands[i];
        if (is_inside(band, score) && scale_stands_for(scale, word, band))
            return true;
    }
    struct scale other = alternative(scale);
    return other.profile && scale_fits(&other, word, score);
}

/* Whether the bound, where there is one, is no further from the score than the
 * margin. */
static bool is_near(struct str text, const struct decimal *score, const struct decimal *margin) {
    struct decimal bound, away;
    if (!decimal_parse(text, &bound) || !decimal_sub(&bound, score, &away))
        return false;
    away = decimal_abs(&away);
    return decimal_cmp(&away, margin) <= 0;
}

bool scale_is_close(const struct scale *scale, struct str word, const struct decimal *score) {
    const struct decimal *margin = profile_margin(scale->profile);
    for (uint32_t i = 0; i < scale->count; i++) {
        const struct band *band = &scale->bands[i];
        if (scale_stands_for(scale, word, band) &&
            (is_near(band->low, score, margin) || is_near(band->high, score, margin)))
            return true;
    }
    struct scale other = alternative(scale);
    return other.profile && scale_is_close(&other, word, score);
}

bool scale_exceeds(const struct scale *scale, const struct decimal *score) {
    struct decimal full = scale->profile ? *profile_full(scale->profile) : decimal_of(100);
    return score->negative || decimal_cmp(score, &full) > 0;
}
