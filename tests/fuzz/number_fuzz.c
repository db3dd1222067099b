/* libFuzzer: any bytes as a number in a cell and in a sentence, as a Chinese numeral and as a plain
 * decimal. What is read must be plain, and the same when it is read again. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/limits.h"
#include "extract/number.h"
#include "model/decimal.h"
#include "model/numeral.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Plain text is a decimal, or has more digits than one carries. */
static void check_plain(struct arena *arena, struct str plain) {
    struct decimal value;
    if (!decimal_parse(plain, &value))
        return;
    struct decimal again;
    struct str text = decimal_text(arena, &value);
    if (text.ptr && (!decimal_parse(text, &again) || decimal_cmp(&value, &again) != 0))
        abort();
}

static void check_number(struct arena *arena, struct str text, size_t at, enum number_place place) {
    struct number number;
    if (!number_read(arena, text, at, place, &number))
        return;
    if (number.start > at || number.end <= at || number.end > text.len)
        abort();
    check_plain(arena, number.plain);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct str text = {(const char *)data, size}, plain;
    struct arena arena;
    arena_init(&arena, LIMIT_ARENA_BYTES);
    check_plain(&arena, text);
    for (size_t at = 0, len = 0; at<size; at += len> 0 ? len : 1) {
        check_number(&arena, text, at, NUMBER_IN_PROSE);
        check_number(&arena, text, at, NUMBER_IN_CELL);
        len = numeral_span(text, at);
        if (len > size - at)
            abort();
        size_t read = 0;
        if (numeral_read(&arena, text, at, &plain, &read)) {
            if (read == 0 || read > size - at)
                abort();
            check_plain(&arena, plain);
        }
    }
    arena_clear(&arena);
    return 0;
}
