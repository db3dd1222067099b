#include "validate/award.h"

#include "validate/wording.h"

static const char *const nothing[] = {"不得分", "不计分", "不给分", "不予得分",
                                      "得零分", "计零分", NULL};
static const char *const whole[] = {"满分", "全分", "全部分值", "满分值", NULL};
/* clang-format off */
static const char *const floors[] = {
    "扣完为止", "扣完该项分值为止", "扣完本项分值为止",
    "扣完分值为止", "直至扣完", "直至扣完为止", "扣完该指标分值为止",
    "扣至0分为止", "扣完该项为止", "本项分值扣完为止",
    "该项分值扣完为止", NULL
};
/* clang-format on */
/* clang-format off */
static const char *const leads[] = {
    "该项产出", "该项", "本项", "此项", "该指标", "指标", "该", "本", "按",
    "产出", NULL
};
/* clang-format on */
/* clang-format off */
static const char *const weights[] = {
    "权重分", "权重", "标准分值", "标准分", "分值", "满分", NULL
};
/* clang-format on */
static const char *const ends[] = {"分", "的分", "的得分", "得分", NULL};

static void take_weight(struct str *text, bool *share) {
    while (wording_take_any(text, leads))
        continue;
    if (wording_take_any(text, weights))
        *share = true;
}

/* "3分", "满分", "分值的90%", "5%的权重分": all of `text`. */
static bool read_amount(struct str text, struct award *award) {
    bool share = false;
    struct str rest = text;
    while (wording_take_any(&rest, leads))
        continue;
    struct str full = rest;
    if (wording_take(&full, "分值的") || wording_take(&full, "权重的"))
        rest = full;
    if (wording_take_any(&rest, whole) && rest.len == 0) {
        award->amount = decimal_of(100);
        award->share = true;
        return true;
    }
    rest = text;
    take_weight(&rest, &share);
    if (share)
        wording_take(&rest, "的");
    if (!wording_number(&rest, &award->amount))
        return false;
    if (wording_take(&rest, "%")) {
        award->share = true;
        if (share) {
            wording_take_any(&rest, ends);
        } else {
            wording_take(&rest, "的");
            take_weight(&rest, &share);
        }
        return rest.len == 0;
    }
    return !share && str_is(rest, "分");
}

/* The last verb of `text`, whose object is all behind it. Reading from the end
 * finds it at once. */
static bool read_verb(struct str text, struct award *award) {
    size_t verb = SIZE_MAX, size = 0;
    static const struct {
        const char *word;
        bool takes;
    } verbs[] = {{"得", false}, {"计", false},  {"记", false},  {"给", false},
                 {"赋", false}, {"扣除", true}, {"扣减", true}, {"扣", true}};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        size_t at = str_rfind(text, verbs[i].word, text.len);
        if (at == SIZE_MAX || (verb != SIZE_MAX && at <= verb))
            continue;
        verb = at;
        size = strlen(verbs[i].word);
        award->kind = verbs[i].takes ? AWARD_TAKES : AWARD_GIVES;
    }
    if (verb == SIZE_MAX || !read_amount(str_slice(text, verb + size, text.len), award))
        return false;
    award->worded = true;
    award->before = str_slice(text, 0, verb);
    return true;
}

/* "(2分)" and "(得2分)" behind the condition. */
static bool read_bracket(struct str text, struct award *award) {
    size_t open = str_rfind(text, "(", text.len);
    if (open == SIZE_MAX || !str_ends(text, ")"))
        return false;
    struct str inner = str_slice(text, open + 1, text.len - 1);
    award->kind = AWARD_GIVES;
    if (!read_amount(inner, award) && !(read_verb(inner, award) && award->before.len == 0))
        return false;
    award->before = str_slice(text, 0, open);
    return true;
}

/* Most segments are conditions, and end in other characters than awards do. */
static bool may_end_award(struct str segment) {
    static const char *const last[] = {"分", ")", "%", "值", "重", "止", "完", NULL};
    return wording_drop_any(&segment, last);
}

struct award award_read(struct str segment) {
    struct award award = {.amount = decimal_of(0), .before = segment};
    if (!may_end_award(segment))
        return award;
    if (wording_drop_any(&segment, nothing)) {
        award.kind = AWARD_GIVES;
        award.worded = true;
        award.before = segment;
        return award;
    }
    struct str rest = segment;
    if (wording_drop_any(&rest, floors)) {
        if (rest.len == 0)
            award = (struct award){.kind = AWARD_FLOOR, .amount = decimal_of(0), .before = rest};
        return award;
    }
    if (read_bracket(segment, &award) || read_verb(segment, &award))
        return award;
    award = (struct award){.kind = AWARD_GIVES, .before = str_slice(segment, 0, 0)};
    /* a bare 90% is a figure, no award */
    if (!read_amount(segment, &award) || str_ends(segment, "%"))
        award = (struct award){.amount = decimal_of(0), .before = segment};
    return award;
}
