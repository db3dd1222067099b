#include "normalize/lines.h"

#include "model/decimal.h"

/* The next piece from `*at` on, behind which it moves; empty at the end. */
static struct str next_piece(struct str text, const char *stops, size_t *at) {
    while (*at < text.len && strchr(stops, text.ptr[*at]))
        ++*at;
    size_t start = *at;
    while (*at < text.len && !strchr(stops, text.ptr[*at]))
        ++*at;
    return str_slice(text, start, *at);
}

uint32_t lines_count(struct str text) {
    struct decimal value;
    struct str piece;
    uint32_t count = 0;
    for (size_t at = 0; (piece = next_piece(text, " \t\r\n", &at)).len > 0; count++) {
        if (!decimal_parse(piece, &value))
            return 0;
    }
    return count;
}

static bool is_broken(struct str text) {
    return str_has(str_trim(text), "\n");
}

uint32_t lines_within(struct str weight, struct str score) {
    uint32_t weights = lines_count(weight), scores = lines_count(score);
    if (weights == scores || (scores == 1 && is_broken(weight)))
        return weights;
    return weights == 1 && is_broken(score) ? scores : 1;
}

struct str lines_piece(struct str text, uint32_t count, uint32_t index) {
    static const char *const stops[] = {"\r\n", " \t\r\n"};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        struct str piece, wanted = {0};
        uint32_t found = 0;
        for (size_t at = 0; (piece = next_piece(text, stops[i], &at)).len > 0; found++) {
            if (found == index)
                wanted = piece;
        }
        if (found == count)
            return str_trim(wanted);
    }
    return (struct str){0};
}
