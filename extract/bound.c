#include "extract/bound.h"

#include "base/utf8.h"
#include "model/glyph.h"

struct word {
    const char *text;
    const char *not_beside; /* characters that make another word of it: before a word that stands
                             * before its figure, behind one that stands behind; may be NULL */
    enum comparator comparator;
    bool approximate;
};

/* Longer words before those that end like them. */
static const struct word before_words[] = {
    {"大于等于", NULL, COMPARE_GE, false},
    {"大于或等于", NULL, COMPARE_GE, false},
    {"小于等于", NULL, COMPARE_LE, false},
    {"小于或等于", NULL, COMPARE_LE, false},
    {"不低于", NULL, COMPARE_GE, false},
    {"不少于", NULL, COMPARE_GE, false},
    {"不小于", NULL, COMPARE_GE, false},
    {"不高于", NULL, COMPARE_LE, false},
    {"不大于", NULL, COMPARE_LE, false},
    {"不多于", NULL, COMPARE_LE, false},
    {"不超过", NULL, COMPARE_LE, false},
    {"未超过", NULL, COMPARE_LE, false},
    {"不得超过", NULL, COMPARE_LE, false},
    {"不得低于", NULL, COMPARE_GE, false},
    {"不低於", NULL, COMPARE_GE, false},
    {"不超過", NULL, COMPARE_LE, false},
    {"低于", NULL, COMPARE_LT, false},
    {"少于", NULL, COMPARE_LT, false},
    {"小于", NULL, COMPARE_LT, false},
    {"高于", NULL, COMPARE_GT, false},
    {"大于", NULL, COMPARE_GT, false},
    {"多于", NULL, COMPARE_GT, false},
    {"超过", NULL, COMPARE_GT, false},
    {"等于", NULL, COMPARE_EQ, false},
    {"不足", NULL, COMPARE_LT, false},
    {"不到", NULL, COMPARE_LT, false},
    {"至少", NULL, COMPARE_GE, false},
    {"最多", NULL, COMPARE_LE, false},
    {"至多", NULL, COMPARE_LE, false},
    {"突破", NULL, COMPARE_GT, false},
    {"≥", NULL, COMPARE_GE, false},
    {"≧", NULL, COMPARE_GE, false},
    {"⩾", NULL, COMPARE_GE, false},
    {">=", NULL, COMPARE_GE, false},
    {"＞=", NULL, COMPARE_GE, false},
    {"＞＝", NULL, COMPARE_GE, false},
    {"≤", NULL, COMPARE_LE, false},
    {"≦", NULL, COMPARE_LE, false},
    {"⩽", NULL, COMPARE_LE, false},
    {"<=", NULL, COMPARE_LE, false},
    {"＜=", NULL, COMPARE_LE, false},
    {"＜＝", NULL, COMPARE_LE, false},
    {">", NULL, COMPARE_GT, false},
    {"＞", NULL, COMPARE_GT, false},
    {"<", NULL, COMPARE_LT, false},
    {"＜", NULL, COMPARE_LT, false},
    {"=", NULL, COMPARE_EQ, false},
    {"＝", NULL, COMPARE_EQ, false},
    {"大约", NULL, COMPARE_NONE, true},
    {"约为", "节合契制", COMPARE_NONE, true},
    {"约", "节合契条签预违履制", COMPARE_NONE, true},
    {"约占", NULL, COMPARE_NONE, true},
    {"将近", NULL, COMPARE_NONE, true},
    {"接近", NULL, COMPARE_NONE, true},
    {"近", "最附邻靠临远", COMPARE_NONE, true},
    {"逾", NULL, COMPARE_GT, false},
    {"超", NULL, COMPARE_GT, false},
};

static const struct word after_words[] = {
    {"及以上", NULL, COMPARE_GE, false},
    {"或以上", NULL, COMPARE_GE, false},
    {"以上", NULL, COMPARE_GE, false},
    {"及以下", NULL, COMPARE_LE, false},
    {"或以下", NULL, COMPARE_LE, false},
    {"以下", NULL, COMPARE_LE, false},
    {"以内", NULL, COMPARE_LE, false},
    {"之内", NULL, COMPARE_LE, false},
    {"左右", NULL, COMPARE_NONE, true},
    {"上下", NULL, COMPARE_NONE, true},
    {"多", "个的于项次种少数元媒样方功层年余", COMPARE_NONE, true},
    {"余", "额款数量下的元地", COMPARE_NONE, true},
    {"不等", NULL, COMPARE_NONE, true},
    {"≤", NULL, COMPARE_GE, false},
    {"≦", NULL, COMPARE_GE, false},
    {"<", "=", COMPARE_GT, false},
    {"＜", "=＝", COMPARE_GT, false},
    {"<=", NULL, COMPARE_GE, false},
    {"≥", NULL, COMPARE_LE, false},
    {"≧", NULL, COMPARE_LE, false},
    {">", "=", COMPARE_LT, false},
    {"＞", "=＝", COMPARE_LT, false},
    {">=", NULL, COMPARE_LE, false},
};

static bool has_character(const char *set, struct str text, size_t at) {
    size_t size;
    if (!set || at >= text.len)
        return false;
    utf8_decode(text, at, &size);
    struct str one = str_slice(text, at, at + size), all = str_of(set);
    for (size_t i = 0, step; i < all.len; i += step) {
        utf8_decode(all, i, &step);
        if (str_eq(one, str_slice(all, i, i + step)))
            return true;
    }
    return false;
}

static const struct word *find_before(struct str text, size_t from, size_t at) {
    struct str before = str_slice(text, from, at);
    for (size_t i = 0; i < sizeof before_words / sizeof *before_words; i++) {
        const struct word *word = &before_words[i];
        size_t len = strlen(word->text);
        if (!str_ends(before, word->text))
            continue;
        if (at - len > 0 && has_character(word->not_beside, text, utf8_before(text, at - len)))
            continue;
        return word;
    }
    return NULL;
}

size_t bound_before(struct str text, size_t from, size_t at, struct bound *bound) {
    for (int turn = 0; turn < 2; turn++) { /* 不低于约 is rare, but it is two words */
        size_t end = glyph_skip_back(text, at);
        const struct word *word = end > from ? find_before(text, from, end) : NULL;
        if (!word)
            return at;
        if (word->comparator != COMPARE_NONE)
            bound->comparator = word->comparator;
        bound->approximate |= word->approximate;
        at = end - strlen(word->text);
    }
    return at;
}

static const struct word *find_after(struct str text, size_t at) {
    struct str rest = str_slice(text, at, text.len);
    for (size_t i = 0; i < sizeof after_words / sizeof *after_words; i++) {
        const struct word *word = &after_words[i];
        if (str_starts(rest, word->text) &&
            !has_character(word->not_beside, text, at + strlen(word->text)))
            return word;
    }
    return NULL;
}

static size_t skip_inclusive(struct str text, size_t at) {
    size_t next = glyph_skip(text, at);
    static const char *const inclusive[] = {"（含）", "(含)"};
    struct str rest = str_slice(text, next, text.len);
    for (size_t i = 0; i < sizeof inclusive / sizeof *inclusive; i++) {
        if (str_starts(rest, inclusive[i]))
            return next + strlen(inclusive[i]);
    }
    return at;
}

size_t bound_after(struct str text, size_t at, struct bound *bound) {
    size_t end = skip_inclusive(text, at), next = glyph_skip(text, end);
    const struct word *word = next < text.len ? find_after(text, next) : NULL;
    if (!word)
        return end;
    size_t after = next + strlen(word->text);
    bool sign = !utf8_is_han(glyph_at(text, next));
    /* 75≤得分 bounds from the left; in 95%≥90% and =95≥ the sign is not this figure's */
    if (sign && (bound->comparator != COMPARE_NONE ||
                 !utf8_is_han(glyph_at(text, glyph_skip(text, after)))))
        return end;
    /* ≥90%以上 keeps the sign's own comparison */
    if (word->comparator != COMPARE_NONE && bound->comparator == COMPARE_NONE)
        bound->comparator = word->comparator;
    bound->approximate |= word->approximate;
    return skip_inclusive(text, after);
}

size_t bound_inside(struct str text, size_t at) {
    static const char *const hedges[] = {"多", "余", "来", "几"};
    for (size_t i = 0; i < sizeof hedges / sizeof *hedges; i++) {
        if (str_starts(str_slice(text, at, text.len), hedges[i]))
            return strlen(hedges[i]);
    }
    return 0;
}
