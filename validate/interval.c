#include "validate/interval.h"

#include "validate/wording.h"

/* How a word bounds the figure behind it. */
enum bound { BOUND_NONE, BOUND_GE, BOUND_GT, BOUND_LE, BOUND_LT, BOUND_EQ };

/* Longer words first: 不低于 ends in 低于. */
static const struct bound_word {
    const char *word;
    enum bound bound;
    /* clang-format off */
} before_words[] = {
    {"≥", BOUND_GE}, {">", BOUND_GT}, {"≤", BOUND_LE}, {"<", BOUND_LT}, {"=", BOUND_EQ},
    {"不低于", BOUND_GE}, {"不少于", BOUND_GE}, {"不小于", BOUND_GE},
    {"不高于", BOUND_LE}, {"不超过", BOUND_LE}, {"不大于", BOUND_LE},
    {"不多于", BOUND_LE}, {"未超过", BOUND_LE}, {"未达到", BOUND_LT},
    {"达不到", BOUND_LT}, {"不足", BOUND_LT}, {"低于", BOUND_LT}, {"小于", BOUND_LT},
    {"少于", BOUND_LT}, {"高于", BOUND_GT}, {"大于", BOUND_GT}, {"超过", BOUND_GT},
    {"超出", BOUND_GT}, {"多于", BOUND_GT}, {"等于", BOUND_EQ}, {"达到", BOUND_GE},
    {"达", BOUND_GE}, {"为", BOUND_EQ}
};
/* clang-format on */

static const struct bound_word after_words[] = {
    {"及以上", BOUND_GE}, {"及以下", BOUND_LE}, {"以上", BOUND_GE},
    {"以下", BOUND_LE},   {"以内", BOUND_LE},
};

static const char *const openings[] = {"若", "如", "当", "对", NULL};
/* clang-format off */
static const char *const tails[] = {
    "之间的", "之间", "的部分", "部分", "的", "时", NULL
};
/* clang-format on */
static const char *const includes[] = {"(含)", "(包含)", "(含本数)", NULL};
static const char *const excludes[] = {"(不含)", "(不包含)", NULL};
static const char *const links[] = {"-", "至", "到", NULL};

/* One end as printed: 80%(含). */
struct end {
    struct decimal value;
    bool percent, included, excluded;
};

static bool take_end(struct str *text, struct end *end) {
    *end = (struct end){0};
    bool minus = wording_take(text, "-");
    if (!wording_number(text, &end->value))
        return false;
    end->value.negative = minus && !decimal_is_zero(&end->value);
    end->included = wording_take_any(text, includes);
    end->excluded = wording_take_any(text, excludes);
    end->percent = wording_take(text, "%");
    end->included |= wording_take_any(text, includes);
    end->excluded |= wording_take_any(text, excludes);
    return true;
}

static enum bound drop_bound(struct str *text) {
    for (size_t i = 0; i < sizeof before_words / sizeof *before_words; i++) {
        if (wording_drop(text, before_words[i].word))
            return before_words[i].bound;
    }
    return BOUND_NONE;
}

static enum bound take_sign(struct str *text) {
    static const size_t signs = 4;
    for (size_t i = 0; i < signs; i++) {
        if (wording_take(text, before_words[i].word))
            return before_words[i].bound;
    }
    return BOUND_NONE;
}

static void set_low(struct interval *out, const struct end *end, bool in) {
    out->has_low = true;
    out->low = end->value;
    out->low_in = in;
}

static void set_high(struct interval *out, const struct end *end, bool in) {
    out->has_high = true;
    out->high = end->value;
    out->high_in = in;
}

/* One end; 含 counts the figure itself in, whatever the word says. */
static void set_bound(struct interval *out, const struct end *end, enum bound bound) {
    bool in = !end->excluded && (end->included || (bound != BOUND_GT && bound != BOUND_LT));
    if (bound == BOUND_GE || bound == BOUND_GT || bound == BOUND_EQ)
        set_low(out, end, in);
    if (bound == BOUND_LE || bound == BOUND_LT || bound == BOUND_EQ)
        set_high(out, end, in);
}

/* Where the first figure begins, with the sign of one below zero. */
static size_t first_figure(struct str text) {
    size_t at = 0;
    while (at < text.len && (text.ptr[at] < '0' || text.ptr[at] > '9'))
        at++;
    return at > 0 && at < text.len && text.ptr[at - 1] == '-' ? at - 1 : at;
}

/* A≤X<B, or A>X≥B: the text behind its first end. */
static bool read_chain(struct str rest, const struct end *first, enum bound left,
                       struct interval *out) {
    struct end second;
    struct str subject = str_slice(rest, 0, first_figure(rest));
    rest = str_slice(rest, subject.len, rest.len);
    enum bound right = drop_bound(&subject);
    bool up = left == BOUND_LE || left == BOUND_LT;
    bool same =
        up ? right == BOUND_LE || right == BOUND_LT : right == BOUND_GE || right == BOUND_GT;
    if (!same || !take_end(&rest, &second))
        return false;
    wording_take_any(&rest, tails);
    if (rest.len > 0 || first->percent != second.percent)
        return false;
    out->subject = subject;
    out->percent = first->percent;
    out->chained = true;
    set_bound(out, first,
              up ? (left == BOUND_LE ? BOUND_GE : BOUND_GT)
                 : (left == BOUND_GE ? BOUND_LE : BOUND_LT));
    set_bound(out, &second, right);
    return true;
}

/* A-B, with what stands before it already taken for its subject. */
static bool read_span(struct str rest, const struct end *first, struct interval *out) {
    struct end second;
    if (!take_end(&rest, &second))
        return false;
    wording_take_any(&rest, tails);
    /* "80-90%" gives its sign once */
    bool percent = first->percent || second.percent;
    if (rest.len > 0 || (first->percent && !second.percent))
        return false;
    bool falls = decimal_cmp(&first->value, &second.value) > 0;
    const struct end *low = falls ? &second : first, *high = falls ? first : &second;
    /* where one end is said to be counted in, the other is not */
    set_low(out, low, !low->excluded && (low->included || !high->included));
    set_high(out, high, !high->excluded && (high->included || !low->included));
    out->percent = percent;
    return true;
}

bool interval_read(struct str condition, struct interval *out) {
    struct end first;
    *out = (struct interval){0};
    struct str subject = str_slice(condition, 0, first_figure(condition));
    struct str rest = str_slice(condition, subject.len, condition.len);
    wording_take_any(&subject, openings);
    if (str_has(subject, "每") || str_has(subject, ","))
        return false;
    if (!take_end(&rest, &first))
        return false;
    enum bound sign = subject.len == 0 ? take_sign(&rest) : BOUND_NONE;
    if (sign != BOUND_NONE)
        return read_chain(rest, &first, sign, out);
    enum bound bound = drop_bound(&subject);
    wording_drop(&subject, "在");
    out->subject = subject;
    if (wording_take_any(&rest, links))
        return (bound == BOUND_NONE || bound == BOUND_EQ) && read_span(rest, &first, out);
    for (size_t i = 0; i < sizeof after_words / sizeof *after_words; i++) {
        if (!wording_take(&rest, after_words[i].word))
            continue;
        /* 达90%以上 says one thing twice; 低于90%以上 nothing */
        if (bound != BOUND_NONE && bound != BOUND_GE && bound != BOUND_EQ)
            return false;
        bound = after_words[i].bound;
        break;
    }
    wording_take_any(&rest, tails);
    if (bound == BOUND_NONE && first.percent)
        bound = BOUND_EQ; /* 完成率100%的 */
    if (rest.len > 0 || bound == BOUND_NONE)
        return false;
    out->percent = first.percent;
    set_bound(out, &first, bound);
    return true;
}

bool interval_is_empty(const struct interval *interval) {
    if (!interval->has_low || !interval->has_high)
        return false;
    int order = decimal_cmp(&interval->low, &interval->high);
    return order > 0 || (order == 0 && !(interval->low_in && interval->high_in));
}

bool interval_holds(const struct interval *interval, const struct decimal *value) {
    int low = interval->has_low ? decimal_cmp(value, &interval->low) : 1;
    int high = interval->has_high ? decimal_cmp(value, &interval->high) : -1;
    return (low > 0 || (low == 0 && interval->low_in)) &&
           (high < 0 || (high == 0 && interval->high_in));
}
