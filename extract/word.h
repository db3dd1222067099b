/* Tables of words and how a text begins or ends with one. */
#ifndef HEJI_EXTRACT_WORD_H
#define HEJI_EXTRACT_WORD_H

#include <stdbool.h>
#include <string.h>

#include "base/str.h"

/* Whether `text` begins with `word`. Inline, as tables are walked for every
 * figure. */
static inline bool word_starts(struct str text, struct str word) {
    /* the last byte first: Han characters share their first one with a sixth of
     * all others */
    return text.len >= word.len && text.ptr[word.len - 1] == word.ptr[word.len - 1] &&
           memcmp(text.ptr, word.ptr, word.len) == 0;
}

/* Whether `text` ends with `word`. */
static inline bool word_ends(struct str text, struct str word) {
    return text.len >= word.len && text.ptr[text.len - 1] == word.ptr[word.len - 1] &&
           memcmp(text.ptr + text.len - word.len, word.ptr, word.len) == 0;
}

/* Whether a character of `set`, which holds Han characters only (three bytes
 * each) and may be empty, begins at byte `at` of `text`. */
static inline bool word_has_han(struct str set, struct str text, size_t at) {
    for (size_t i = 0; i < set.len && text.len - at >= 3; i += 3) {
        if (memcmp(set.ptr + i, text.ptr + at, 3) == 0)
            return true;
    }
    return false;
}

#endif
