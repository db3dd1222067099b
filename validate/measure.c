#include "validate/measure.h"

#include "model/unit.h"

/* Rates are counted in per cent by model/unit.h; a relation divides plain
 * figures. */
enum { PERCENT_POWER = -2 };

/* Nearly every figure has one of these; the table of all units is long. */
static const struct common {
    struct str name;
    int power;
} commons[] = {{STR("万元"), 4}, {STR("%"), PERCENT_POWER}, {STR("元"), 0}, {STR("分"), 0}};

/* 8.4亿元 and 84000万元 are one amount; only the power of ten between them
 * is needed, the base stays a word. */
int measure_power(struct str unit) {
    struct unit found;
    for (size_t i = 0; i < sizeof commons / sizeof *commons; i++) {
        if (str_eq(unit, commons[i].name))
            return commons[i].power;
    }
    if (unit.len == 0 || !unit_find(unit, &found))
        return 0;
    return found.kind == MENTION_RATE ? found.power + PERCENT_POWER : found.power;
}

/* 亩 and 公顷 differ by a factor that is no power of ten, 个 and 户 are
 * different things: such sums are unverifiable, not wrong. */
bool measure_fits(struct str a, struct str b) {
    struct unit x, y;
    if (a.len == 0 || b.len == 0 || str_eq(a, b))
        return true;
    if (!unit_find(a, &x) || !unit_find(b, &y))
        return false;
    /* a compound has no base: it fits its own words only */
    return x.bare || y.bare || (x.base.len > 0 && str_eq(x.base, y.base));
}
