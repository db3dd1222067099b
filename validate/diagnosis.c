#include "validate/diagnosis.h"

#include <string.h>

/* Slips of the point are sought up to so many places: 亿元 beside 元. */
enum { SLIP_PLACES = 8 };

/* In shorter figures one changed digit, or a slip of one of many operands, tells
 * nothing. */
enum { DIGIT_LENGTH = 6, SLIP_DIGITS = 3 };

/* Of a longer sum too many operands explain a difference by chance. */
enum { OPERANDS_MOST = 64 };

/* What is looked at. */
struct cause {
    struct arena *arena;
    const struct relation *relation;
    const struct judgement *judgement;
    bool english;
};

/* A reader looks for 其他收入, not for 12.29; only an unnamed figure stands
 * for itself. */
static struct str name_of(const struct operand *operand) {
    return operand->label.len ? operand->label : operand->text;
}

/* ---- how two figures differ */

enum change {
    CHANGE_NONE,
    CHANGE_LEFT_OUT, /* the second is zero */
    CHANGE_TWICE,
    CHANGE_SIGN,
    CHANGE_SLIP,     /* of the decimal point or unit */
    CHANGE_EXCHANGE, /* of digits */
};

/* Whether the point of `a` moved by `places` gives `b`. */
static bool is_shifted(const struct decimal *a, const struct decimal *b, int places) {
    struct decimal moved;
    return decimal_shift(a, places, &moved) && decimal_cmp(&moved, b) == 0;
}

/* The places by which the point moved, up or down; 0 when it is something else. */
static int slip_of(const struct decimal *a, const struct decimal *b) {
    if (decimal_is_zero(a) || decimal_is_zero(b))
        return 0;
    for (int places = 1; places <= SLIP_PLACES; places++) {
        if (is_shifted(a, b, places) || is_shifted(a, b, -places))
            return places;
    }
    return 0;
}

/* How many bytes of two texts of one length differ, and the first and last of them. */
static size_t count_changes(struct str a, struct str b, size_t *first, size_t *last) {
    size_t changes = 0;
    for (size_t i = 0; i < a.len; i++) {
        if (a.ptr[i] == b.ptr[i])
            continue;
        if (changes++ == 0)
            *first = i;
        *last = i;
    }
    return changes;
}

/* Two digits in each other's place, so that the difference is a multiple of 9;
 * `*close` when they are neighbours. Apart, only in a long figure. */
static bool is_exchanged(struct str a, struct str b, bool *close) {
    size_t first = 0, last = 0;
    if (a.len != b.len || a.len < 3 || count_changes(a, b, &first, &last) != 2)
        return false;
    *close = last == first + 1 || (last == first + 2 && a.ptr[first + 1] == '.');
    return (*close || a.len >= DIGIT_LENGTH) && a.ptr[first] == b.ptr[last] &&
           a.ptr[last] == b.ptr[first];
}

static uint32_t count_digits(struct str text) {
    uint32_t digits = 0;
    for (size_t i = 0; i < text.len; i++)
        digits += text.ptr[i] >= '0' && text.ptr[i] <= '9';
    return digits;
}

/* ---- the claim */

/* 元 copied where 万元 was meant, or a point moved. */
static struct str slipped_claim(const struct cause *cause) {
    int places = slip_of(&cause->judgement->exact, &cause->relation->claim.value);
    if (places == 0)
        return (struct str){0};
    if (cause->english)
        return str_printf(cause->arena, "off by a factor of 10^%d: perhaps the unit or the point",
                          places);
    return str_printf(cause->arena, "相差 10 的 %d 次方倍，可能单位有误", places);
}

/* 增加 told as a figure below zero. */
static struct str wrong_sign(const struct cause *cause) {
    struct decimal sum;
    if (cause->relation->kind != RELATION_SUM || decimal_is_zero(&cause->judgement->exact) ||
        !decimal_add(&cause->judgement->exact, &cause->relation->claim.value, &sum) ||
        !decimal_is_zero(&sum))
        return (struct str){0};
    return str_of(cause->english ? "the two figures differ in their sign only"
                                 : "两数只有正负号不同");
}

/* Typing errors: two keys in the wrong order, or one wrong key. */
static struct str exchanged_claim(const struct cause *cause) {
    struct str computed = decimal_text(cause->arena, &cause->judgement->computed);
    bool close = false;
    if (!is_exchanged(cause->relation->claim.text, computed, &close))
        return (struct str){0};
    if (close)
        return str_of(cause->english ? "two neighbouring digits may have been exchanged"
                                     : "相邻两位数字可能颠倒");
    const char *apart = "两位数字可能颠倒";
    return str_of(cause->english ? "two digits may have been exchanged" : apart);
}

static struct str changed_digit(const struct cause *cause) {
    struct str a = cause->relation->claim.text, b;
    size_t at = 0, last = 0;
    b = decimal_text(cause->arena, &cause->judgement->computed);
    if (a.len != b.len || a.len < DIGIT_LENGTH || count_changes(a, b, &at, &last) != 1 ||
        a.ptr[at] == '-')
        return (struct str){0};
    return str_of(cause->english ? "the two figures differ in one digit only"
                                 : "两数只有一位数字不同，可能是笔误");
}

/* ---- the operands of a sum */

/* What the operand would have to be for the sum to hold, in its own unit. */
static bool wanted_of(const struct cause *cause, const struct operand *operand,
                      struct decimal *wanted) {
    struct decimal change;
    int power = cause->relation->claim.power - operand->power;
    if (!decimal_shift(&cause->judgement->difference, power, &change))
        return false;
    return operand->minus ? decimal_sub(&operand->value, &change, wanted)
                          : decimal_add(&operand->value, &change, wanted);
}

/* How the operand was changed into what the sum wants of it. A sign is sought only
 * where signs are used at all. */
static enum change change_of(const struct cause *cause, const struct operand *operand,
                             bool has_signs) {
    struct decimal wanted, sum, twice;
    if (decimal_is_zero(&operand->value) || !wanted_of(cause, operand, &wanted) ||
        !decimal_add(&operand->value, &operand->value, &twice) ||
        !decimal_add(&operand->value, &wanted, &sum))
        return CHANGE_NONE;
    if (decimal_is_zero(&wanted))
        return CHANGE_LEFT_OUT;
    if (decimal_cmp(&wanted, &twice) == 0)
        return CHANGE_TWICE;
    if (decimal_is_zero(&sum))
        return has_signs ? CHANGE_SIGN : CHANGE_NONE;
    if (cause->relation->count > OPERANDS_MOST || count_digits(operand->text) < SLIP_DIGITS)
        return CHANGE_NONE;
    if (slip_of(&operand->value, &wanted) > 0)
        return CHANGE_SLIP;
    bool close = false;
    struct decimal trimmed = decimal_trim(&wanted);
    uint16_t scale = operand->value.scale;
    if (operand->power != cause->relation->claim.power || trimmed.scale > scale ||
        !decimal_round(&trimmed, scale, DECIMAL_HALF_UP, &wanted))
        return CHANGE_NONE;
    return is_exchanged(operand->text, decimal_text(cause->arena, &wanted), &close) && close
               ? CHANGE_EXCHANGE
               : CHANGE_NONE;
}

/* Whether the sum subtracts, or has figures below zero. */
static bool uses_signs(const struct relation *relation) {
    bool signs = relation->claim.value.negative;
    for (uint32_t i = 0; i < relation->count; i++)
        signs |= relation->operands[i].minus || relation->operands[i].value.negative;
    return signs;
}

/* In words. `change` is no CHANGE_NONE. */
static struct str tell_change(const struct cause *cause, enum change change,
                              const struct operand *operand) {
    static const char *const chinese[] = {
        [CHANGE_LEFT_OUT] = "差额等于“%.*s”，可能漏计",
        [CHANGE_TWICE] = "差额等于“%.*s”，可能重复计入",
        [CHANGE_SIGN] = "差额为“%.*s”的两倍，可能加减号有误",
        [CHANGE_SLIP] = "“%.*s”的单位或小数点可能有误，更正后相符",
        [CHANGE_EXCHANGE] = "“%.*s”的相邻两位数字可能颠倒，更正后相符",
    };
    static const char *const english[] = {
        [CHANGE_LEFT_OUT] = "the difference equals \"%.*s\": perhaps left out",
        [CHANGE_TWICE] = "the difference equals \"%.*s\": perhaps counted twice",
        [CHANGE_SIGN] = "the difference is twice \"%.*s\": perhaps the wrong sign",
        [CHANGE_SLIP] = "the unit or point of \"%.*s\" may have slipped; corrected, the sum holds",
        [CHANGE_EXCHANGE] = "digits of \"%.*s\" may have been exchanged; corrected, the sum holds",
    };
    struct str name = name_of(operand);
    return str_printf(cause->arena, (cause->english ? english : chinese)[change], STR_ARGS(name));
}

/* The one operand that explains the difference in each way. */
struct suspects {
    const struct operand *operands[CHANGE_EXCHANGE + 1];
    uint32_t count[CHANGE_EXCHANGE + 1];
};

static void gather(const struct cause *cause, struct suspects *suspects) {
    const struct relation *relation = cause->relation;
    bool signs = uses_signs(relation);
    *suspects = (struct suspects){0};
    if (relation->kind != RELATION_SUM || relation->count < 2)
        return;
    for (uint32_t i = 0; i < relation->count; i++) {
        enum change change = change_of(cause, &relation->operands[i], signs);
        suspects->operands[change] = &relation->operands[i];
        suspects->count[change]++;
    }
}

/* Empty unless just one operand explains it so. */
static struct str suspect(const struct cause *cause, const struct suspects *suspects,
                          enum change change) {
    if (suspects->count[change] != 1)
        return (struct str){0};
    return tell_change(cause, change, suspects->operands[change]);
}

/* ---- rates */

/* Whether the rate holds with these two, which are not one figure: that would hold
 * whatever they are of. */
static bool holds(const struct cause *cause, const struct operand *top,
                  const struct operand *bottom) {
    struct relation relation = *cause->relation;
    struct operand operands[2] = {*top, *bottom};
    struct judgement judgement;
    relation.operands = operands;
    relation.count = 2;
    relation.reason = relation.fail_reason = NULL;
    if (!top->known || !bottom->known || decimal_is_zero(&top->value) ||
        decimal_cmp(&top->value, &bottom->value) == 0)
        return false;
    judge_relation(&relation, &judgement);
    return judgement.outcome == OUTCOME_PASS || judgement.outcome == OUTCOME_ROUNDING;
}

/* The one figure beside the two that makes the rate hold; NULL where none or several
 * do. */
static const struct operand *find_other(const struct cause *cause, bool as_numerator) {
    const struct relation *relation = cause->relation;
    const struct operand *found = NULL;
    for (uint32_t i = 0; i < relation->other_count; i++) {
        const struct operand *other = &relation->others[i];
        bool fits = as_numerator ? holds(cause, other, &relation->operands[1])
                                 : holds(cause, &relation->operands[0], other);
        if (!fits)
            continue;
        if (found && decimal_cmp(&found->value, &other->value) != 0)
            return NULL;
        found = other;
    }
    return found;
}

static struct str wrong_operand(const struct cause *cause) {
    const struct relation *relation = cause->relation;
    if (relation->kind != RELATION_RATIO || relation->count != 2)
        return (struct str){0};
    if (holds(cause, &relation->operands[1], &relation->operands[0]))
        return str_of(cause->english ? "numerator and denominator may have been exchanged"
                                     : "分子与分母可能颠倒");
    const struct operand *bottom = find_other(cause, false), *top = find_other(cause, true);
    const struct operand *other = bottom ? bottom : top;
    if (!other || (bottom && top))
        return (struct str){0};
    const char *format = bottom ? "以“%.*s”（%.*s）为分母时相符，可能用错分母"
                                : "以“%.*s”（%.*s）为分子时相符，可能用错分子";
    if (cause->english)
        format = bottom ? "it holds with \"%.*s\" (%.*s) as denominator: perhaps the wrong one"
                        : "it holds with \"%.*s\" (%.*s) as numerator: perhaps the wrong one";
    struct str name = name_of(other);
    return str_printf(cause->arena, format, STR_ARGS(name), STR_ARGS(other->text));
}

/* ---- */

/* The first that is not empty. */
static struct str first_of(const struct str *found, size_t count) {
    size_t at = 0;
    while (at + 1 < count && found[at].len == 0)
        at++;
    return found[at];
}

/* The commonest cause first: a row left out explains the difference in full,
 * while one changed digit of six is a weaker guess. */
struct str diagnosis_find(struct arena *arena, const struct relation *relation,
                          const struct judgement *judgement, enum language language) {
    struct cause cause = {arena, relation, judgement, language == LANGUAGE_ENGLISH};
    struct suspects suspects;
    bool is_sum = relation->kind == RELATION_SUM, is_rate = relation->kind == RELATION_RATIO;
    if (judgement->outcome != OUTCOME_FAIL || !judgement->has_figures ||
        !(is_sum || is_rate || relation->kind == RELATION_EQUAL))
        return (struct str){0};
    if (relation->kind == RELATION_EQUAL)
        return slipped_claim(&cause);
    gather(&cause, &suspects);
    const struct str found[] = {
        suspect(&cause, &suspects, CHANGE_LEFT_OUT),
        suspect(&cause, &suspects, CHANGE_TWICE),
        slipped_claim(&cause),
        wrong_sign(&cause),
        exchanged_claim(&cause),
        suspect(&cause, &suspects, CHANGE_SIGN),
        suspect(&cause, &suspects, CHANGE_SLIP),
        suspect(&cause, &suspects, CHANGE_EXCHANGE),
        wrong_operand(&cause),
        changed_digit(&cause),
    };
    return first_of(found, sizeof found / sizeof *found);
}
