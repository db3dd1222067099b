/* libFuzzer: any well-formed text as a scoring rule. What is understood must be of use: whole in
 * number, with figures that can be compared. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "validate/criterion.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct str text = {(const char *)data, size};
    struct criterion criterion;
    struct arena arena;
    if (utf8_check(text) != size)
        return -1;
    arena_init(&arena, LIMIT_ARENA_BYTES);
    criterion_is_rule(text);
    criterion_parse(&arena, text, &criterion);
    if (criterion.count > CRITERION_CLAUSES)
        abort();
    for (uint32_t i = 0; i < criterion.count; i++) {
        const struct interval *range = &criterion.clauses[i].range;
        if (criterion.clauses[i].has_range && !interval_is_empty(range) && range->has_low &&
            range->has_high && decimal_cmp(&range->low, &range->high) > 0)
            abort();
    }
    arena_clear(&arena);
    return 0;
}
