#include "validate/diagnosis.h"

/* Slips of the point are sought up to so many places: 亿元 beside 元. */
enum { SLIP_PLACES = 8 };

/* In shorter figures one changed digit tells nothing. */
enum { DIGIT_LENGTH = 6 };

/* A reader looks for 其他收入, not for 12.29; only an unnamed figure stands
 * for itself. */
static struct str name_of(const struct operand *operand) {
    return operand->label.len ? operand->label : operand->text;
}

/* The operand whose value is `size` in the claim's unit, if it is the only one;
 * else NULL. */
static const struct operand *find_equal(const struct relation *relation,
                                        const struct decimal *size) {
    const struct operand *found = NULL;
    for (uint32_t i = 0; i < relation->count; i++) {
        const struct operand *operand = &relation->operands[i];
        struct decimal value;
        if (!decimal_shift(&operand->value, operand->power - relation->claim.power, &value) ||
            decimal_cmp(&value, size) != 0)
            continue;
        if (found)
            return NULL;
        found = operand;
    }
    return found;
}

/* The commonest slip of all: a line was forgotten when the sum was made, or
 * taken twice. */
static struct str left_out_or_twice(struct arena *arena, const struct relation *relation,
                                    const struct judgement *judgement, bool english) {
    struct decimal size = decimal_abs(&judgement->difference);
    const struct operand *operand = NULL;
    if (relation->kind == RELATION_SUM && relation->count > 1)
        operand = find_equal(relation, &size);
    if (!operand)
        return (struct str){0};
    struct str name = name_of(operand);
    bool twice = judgement->difference.negative == operand->minus;
    if (english)
        return str_printf(arena, "the difference equals \"%.*s\": perhaps %s", STR_ARGS(name),
                          twice ? "counted twice" : "left out");
    const char *cause = twice ? "重复计入" : "漏计";
    return str_printf(arena, "差额等于“%.*s”，可能%s", STR_ARGS(name), cause);
}

/* 元 copied where 万元 was meant, or a point moved. */
static struct str slipped_point(struct arena *arena, const struct relation *relation,
                                const struct judgement *judgement, bool english) {
    if (decimal_is_zero(&judgement->exact))
        return (struct str){0};
    for (int places = 1; places <= SLIP_PLACES; places++) {
        struct decimal larger, smaller;
        bool up = decimal_shift(&judgement->exact, places, &larger) &&
                  decimal_cmp(&larger, &relation->claim.value) == 0;
        bool down = decimal_shift(&judgement->exact, -places, &smaller) &&
                    decimal_cmp(&smaller, &relation->claim.value) == 0;
        if ((up || down) && english)
            return str_printf(arena, "off by a factor of 10^%d: perhaps the unit or the point",
                              places);
        if (up || down)
            return str_printf(arena, "相差 10 的 %d 次方倍，可能单位有误", places);
    }
    return (struct str){0};
}

/* The first position at which both differ, and how many do; the lengths are
 * equal. */
static size_t count_changes(struct str a, struct str b, size_t *first) {
    size_t changes = 0;
    for (size_t i = 0; i < a.len; i++) {
        if (a.ptr[i] == b.ptr[i])
            continue;
        if (changes++ == 0)
            *first = i;
    }
    return changes;
}

/* Typing errors: one wrong key, or two keys in the wrong order. */
static struct str changed_digits(struct arena *arena, const struct relation *relation,
                                 const struct judgement *judgement, bool english) {
    struct str a = relation->claim.text, b = decimal_text(arena, &judgement->computed);
    size_t at = 0, changes = 0;
    if (a.len == b.len && a.len > 2)
        changes = count_changes(a, b, &at);
    if (changes == 1 && a.len >= DIGIT_LENGTH && a.ptr[at] != '-')
        return str_of(english ? "the two figures differ in one digit only"
                              : "两数只有一位数字不同，可能是笔误");
    if (changes == 2 && a.ptr[at] == b.ptr[at + 1] && a.ptr[at + 1] == b.ptr[at])
        return str_of(english ? "two neighbouring digits may have been exchanged"
                              : "相邻两位数字可能颠倒");
    return (struct str){0};
}

/* The commonest cause first: a row left out explains the difference in full,
 * while one changed digit of six is a weaker guess. Scores above their weight
 * have no cause in the figures. */
struct str diagnosis_find(struct arena *arena, const struct relation *relation,
                          const struct judgement *judgement, enum language language) {
    bool english = language == LANGUAGE_ENGLISH;
    struct str found = {0};
    if (judgement->outcome != OUTCOME_FAIL || !judgement->has_figures ||
        relation->kind == RELATION_AT_MOST || relation->kind == RELATION_NO_MORE ||
        relation->kind == RELATION_NO_LESS)
        return found;
    found = left_out_or_twice(arena, relation, judgement, english);
    if (found.len == 0)
        found = slipped_point(arena, relation, judgement, english);
    if (found.len == 0 && relation->kind != RELATION_EQUAL)
        found = changed_digits(arena, relation, judgement, english);
    return found;
}
