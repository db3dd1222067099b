#include "validate/unit.h"

/* Units that are a power of ten over another; before the prefixes, because 百分比 begins with one.
 */
static const struct named {
    const char *name;
    int power;
    const char *base;
} named[] = {
    {"%", -2, ""},       {"％", -2, ""},      {"百分比", -2, ""},    {"百分点", -2, ""},
    {"‰", -3, ""},       {"千分点", -3, ""},  {"万分点", -4, ""},    {"百分之", -2, ""},
    {"千分之", -3, ""},  {"万分之", -4, ""},  {"公里", 3, "米"},     {"千米", 3, "米"},
    {"km", 3, "米"},     {"KM", 3, "米"},     {"m", 0, "米"},        {"㎡", 0, "平方米"},
    {"m2", 0, "平方米"}, {"m²", 0, "平方米"}, {"平米", 0, "平方米"},
};

static const struct prefix {
    const char *word;
    int power;
} prefixes[] = {{"十", 1}, {"百", 2}, {"千", 3}, {"万", 4}, {"亿", 8}};

static const struct prefix *prefix_of(struct str unit) {
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (str_starts(unit, prefixes[i].word))
            return &prefixes[i];
    }
    return NULL;
}

static bool find_named(struct str unit, int *power, struct str *base) {
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (str_is(unit, named[i].name)) {
            *power += named[i].power;
            *base = str_of(named[i].base);
            return true;
        }
    }
    return false;
}

int unit_power(struct str unit, struct str *base) {
    int power = 0;
    if (str_starts(unit, "个百分") || str_starts(unit, "个千分") || str_starts(unit, "个万分"))
        unit = str_slice(unit, strlen("个"), unit.len);
    while (!find_named(unit, &power, base)) {
        const struct prefix *prefix = prefix_of(unit);
        *base = unit;
        if (!prefix || power > 12)
            break;
        power += prefix->power;
        unit = str_slice(unit, strlen(prefix->word), unit.len);
    }
    return power;
}

bool unit_fits(struct str a, struct str b) {
    struct str base_a, base_b;
    unit_power(a, &base_a);
    unit_power(b, &base_b);
    return base_a.len == 0 || base_b.len == 0 || str_eq(base_a, base_b);
}
