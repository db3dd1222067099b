#include "extract/bound.h"

#include "base/utf8.h"
#include "extract/word.h"
#include "model/glyph.h"

#define NONE \
    { NULL, 0 }

struct word {
    struct str text;
    /* Han characters that make another word of it: before a word that stands
     * before its figure, behind one that stands behind; may be empty */
    struct str not_beside;
    enum comparator comparator;
    bool approximate;
};

/* Longer words before those that end like them. */
static const struct word before_words[] = {
    {STR("大于等于"), NONE, COMPARE_GE, false},
    {STR("大于或等于"), NONE, COMPARE_GE, false},
    {STR("小于等于"), NONE, COMPARE_LE, false},
    {STR("小于或等于"), NONE, COMPARE_LE, false},
    {STR("不低于"), NONE, COMPARE_GE, false},
    {STR("不少于"), NONE, COMPARE_GE, false},
    {STR("不小于"), NONE, COMPARE_GE, false},
    {STR("不高于"), NONE, COMPARE_LE, false},
    {STR("不大于"), NONE, COMPARE_LE, false},
    {STR("不多于"), NONE, COMPARE_LE, false},
    {STR("不超过"), NONE, COMPARE_LE, false},
    {STR("未超过"), NONE, COMPARE_LE, false},
    {STR("不得超过"), NONE, COMPARE_LE, false},
    {STR("不得低于"), NONE, COMPARE_GE, false},
    {STR("不低於"), NONE, COMPARE_GE, false},
    {STR("不超過"), NONE, COMPARE_LE, false},
    {STR("低于"), NONE, COMPARE_LT, false},
    {STR("少于"), NONE, COMPARE_LT, false},
    {STR("小于"), NONE, COMPARE_LT, false},
    {STR("高于"), NONE, COMPARE_GT, false},
    {STR("大于"), NONE, COMPARE_GT, false},
    {STR("多于"), NONE, COMPARE_GT, false},
    {STR("超过"), NONE, COMPARE_GT, false},
    {STR("等于"), NONE, COMPARE_EQ, false},
    {STR("不足"), NONE, COMPARE_LT, false},
    {STR("不到"), NONE, COMPARE_LT, false},
    {STR("至少"), NONE, COMPARE_GE, false},
    {STR("最多"), NONE, COMPARE_LE, false},
    {STR("至多"), NONE, COMPARE_LE, false},
    {STR("突破"), NONE, COMPARE_GT, false},
    {STR("≥"), NONE, COMPARE_GE, false},
    {STR("≧"), NONE, COMPARE_GE, false},
    {STR("⩾"), NONE, COMPARE_GE, false},
    {STR(">="), NONE, COMPARE_GE, false},
    {STR("＞="), NONE, COMPARE_GE, false},
    {STR("＞＝"), NONE, COMPARE_GE, false},
    {STR("≤"), NONE, COMPARE_LE, false},
    {STR("≦"), NONE, COMPARE_LE, false},
    {STR("⩽"), NONE, COMPARE_LE, false},
    {STR("<="), NONE, COMPARE_LE, false},
    {STR("＜="), NONE, COMPARE_LE, false},
    {STR("＜＝"), NONE, COMPARE_LE, false},
    {STR(">"), NONE, COMPARE_GT, false},
    {STR("＞"), NONE, COMPARE_GT, false},
    {STR("<"), NONE, COMPARE_LT, false},
    {STR("＜"), NONE, COMPARE_LT, false},
    {STR("="), NONE, COMPARE_EQ, false},
    {STR("＝"), NONE, COMPARE_EQ, false},
    {STR("大约"), NONE, COMPARE_NONE, true},
    {STR("约为"), STR("节合契制"), COMPARE_NONE, true},
    {STR("约"), STR("节合契条签预违履制"), COMPARE_NONE, true},
    {STR("约占"), NONE, COMPARE_NONE, true},
    {STR("将近"), NONE, COMPARE_NONE, true},
    {STR("接近"), NONE, COMPARE_NONE, true},
    {STR("近"), STR("最附邻靠临远"), COMPARE_NONE, true},
    {STR("逾"), NONE, COMPARE_GT, false},
    {STR("超"), NONE, COMPARE_GT, false},
};

static const struct word after_words[] = {
    {STR("及以上"), NONE, COMPARE_GE, false},
    {STR("或以上"), NONE, COMPARE_GE, false},
    {STR("以上"), NONE, COMPARE_GE, false},
    {STR("及以下"), NONE, COMPARE_LE, false},
    {STR("或以下"), NONE, COMPARE_LE, false},
    {STR("以下"), NONE, COMPARE_LE, false},
    {STR("以内"), NONE, COMPARE_LE, false},
    {STR("之内"), NONE, COMPARE_LE, false},
    {STR("左右"), NONE, COMPARE_NONE, true},
    {STR("上下"), NONE, COMPARE_NONE, true},
    {STR("多"), STR("个的于项次种少数元媒样方功层年余"), COMPARE_NONE, true},
    {STR("余"), STR("额款数量下的元地"), COMPARE_NONE, true},
    {STR("不等"), NONE, COMPARE_NONE, true},
    {STR("≤"), NONE, COMPARE_GE, false},
    {STR("≦"), NONE, COMPARE_GE, false},
    {STR("<="), NONE, COMPARE_GE, false},
    {STR("<"), NONE, COMPARE_GT, false},
    {STR("＜"), NONE, COMPARE_GT, false},

    {STR("≥"), NONE, COMPARE_LE, false},
    {STR("≧"), NONE, COMPARE_LE, false},
    {STR(">="), NONE, COMPARE_LE, false},
    {STR(">"), NONE, COMPARE_LT, false},
    {STR("＞"), NONE, COMPARE_LT, false},
};

/* 邻近 3 个村 is next to three villages, not almost three; 超 behind 未
 * bounds from the other side and stands in the table as a longer word. */
static const struct word *find_before(struct str text, size_t from, size_t at) {
    struct str before = str_slice(text, from, at);
    for (size_t i = 0; i < sizeof before_words / sizeof *before_words; i++) {
        const struct word *word = &before_words[i];
        size_t len = word->text.len;
        if (word_ends(before, word->text) &&
            (at - len < 3 || !word_has_han(word->not_beside, text, at - len - 3)))
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
        at = end - word->text.len;
    }
    return at;
}

/* 2 万多个 hedges, 2 个多元化项目 does not: the character behind
 * decides. 余额 is a balance, 余亩 is a hedge. */
static const struct word *find_after(struct str text, size_t at) {
    struct str rest = str_slice(text, at, text.len);
    for (size_t i = 0; i < sizeof after_words / sizeof *after_words; i++) {
        const struct word *word = &after_words[i];
        if (word_starts(rest, word->text) &&
            !word_has_han(word->not_beside, text, at + word->text.len))
            return word;
    }
    return NULL;
}

/* （含） says what 以上 means in Chinese law anyway
 * (《民法典》第一千二百五十九条: 以上 includes the number), so
 * that it adds nothing but bytes. */
static size_t skip_inclusive(struct str text, size_t at) {
    size_t next = glyph_skip(text, at);
    static const struct str inclusive[] = {STR("（含）"), STR("(含)")};
    struct str rest = str_slice(text, next, text.len);
    for (size_t i = 0; i < sizeof inclusive / sizeof *inclusive; i++) {
        if (word_starts(rest, inclusive[i]))
            return next + inclusive[i].len;
    }
    return at;
}

size_t bound_after(struct str text, size_t at, struct bound *bound) {
    size_t end = skip_inclusive(text, at), next = glyph_skip(text, end);
    const struct word *word = next < text.len ? find_after(text, next) : NULL;
    if (!word)
        return end;
    size_t after = next + word->text.len;
    bool sign = !utf8_is_han(glyph_at(text, next));
    /* 75≤得分 bounds from the left; in 95%≥90% and =95≥ the sign is not
     * this figure's */
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
    static const struct str hedges[] = {STR("多"), STR("余"), STR("来"), STR("几")};
    struct str rest = str_slice(text, at, text.len);
    for (size_t i = 0; i < sizeof hedges / sizeof *hedges; i++) {
        if (word_starts(rest, hedges[i]))
            return hedges[i].len;
    }
    return 0;
}
