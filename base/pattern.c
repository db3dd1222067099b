#include "base/pattern.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* Backtracking steps of one match: a legitimate pattern here needs a few
 * thousand. */
enum { MATCH_LIMIT = 2000000, JIT_STACK_START = 32 << 10, JIT_STACK_MOST = 1 << 20 };

struct matcher {
    pcre2_match_data *data;       /* owned */
    pcre2_match_context *context; /* owned */
    pcre2_jit_stack *stack;       /* owned */
    bool failed;
};

/* pcre2_match takes a pointer to const, pcre2_code_free one to non-const: one
 * cast through an integer serves both without a warning. */
static pcre2_code *code_of(const struct pattern *pattern) {
    return (pcre2_code *)(uintptr_t)pattern;
}

/* The compiled code compares sixteen bytes at a time, the last of them beyond
 * the text and unused: valgrind takes them for read. */
static bool is_under_valgrind(void) {
    const char *preload = getenv("LD_PRELOAD");
    return preload && strstr(preload, "/vgpreload_");
}

struct pattern *pattern_compile(const char *regex, struct err *err) {
    int code;
    PCRE2_SIZE offset;
    /* UCP: \d and \s know full-width digits and U+3000. NO_UTF_CHECK: ingest
     * has checked all text once; a check at each match would be quadratic in
     * matches. */
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_EXTENDED | PCRE2_NO_UTF_CHECK;
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)regex, PCRE2_ZERO_TERMINATED, options, &code, &offset, NULL);
    if (!compiled) {
        PCRE2_UCHAR words[120];
        pcre2_get_error_message(code, words, sizeof words);
        err_set(err, ERR_USAGE, 0, "pattern, at byte %zu: %s", (size_t)offset, (char *)words);
        return NULL;
    }
    /* without JIT support pcre2_match interprets: slower, the same results */
    if (!is_under_valgrind())
        pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);
    return (struct pattern *)compiled;
}

void pattern_free(struct pattern *pattern) {
    pcre2_code_free(code_of(pattern));
}

struct matcher *matcher_new(void) {
    struct matcher *matcher = calloc(1, sizeof *matcher);
    if (!matcher)
        return NULL;
    matcher->data = pcre2_match_data_create(MATCH_GROUPS, NULL);
    matcher->context = pcre2_match_context_create(NULL);
    matcher->stack = pcre2_jit_stack_create(JIT_STACK_START, JIT_STACK_MOST, NULL);
    if (!matcher->data || !matcher->context || !matcher->stack) {
        matcher_free(matcher);
        return NULL;
    }
    /* A pattern that backtracks without end on hostile text must fail, not
     * hang: the limit counts steps, not time, so that each run ends alike. */
    pcre2_set_match_limit(matcher->context, MATCH_LIMIT);
    pcre2_jit_stack_assign(matcher->context, NULL, matcher->stack);
    return matcher;
}

void matcher_free(struct matcher *matcher) {
    if (!matcher)
        return;
    pcre2_match_data_free(matcher->data);
    pcre2_match_context_free(matcher->context);
    pcre2_jit_stack_free(matcher->stack);
    free(matcher);
}

bool pattern_find(const struct pattern *pattern, struct matcher *matcher, struct str subject,
                  size_t from, struct match *match) {
    if (from > subject.len)
        return false;
    PCRE2_SPTR text = (PCRE2_SPTR)(subject.ptr ? subject.ptr : "");
    int found = pcre2_match(code_of(pattern), text, subject.len, from, PCRE2_NO_UTF_CHECK,
                            matcher->data, matcher->context);
    if (found < 0) {
        matcher->failed |= found != PCRE2_ERROR_NOMATCH;
        return false;
    }
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(matcher->data);
    /* 0: more groups than MATCH_GROUPS, all kept ones are set */
    size_t groups = found == 0 ? MATCH_GROUPS : (size_t)found;
    for (size_t i = 0; i < MATCH_GROUPS; i++) {
        bool set = i < groups && offsets[2 * i] != PCRE2_UNSET;
        match->start[i] = set ? offsets[2 * i] : SIZE_MAX;
        match->end[i] = set ? offsets[2 * i + 1] : SIZE_MAX;
    }
    return true;
}

bool matcher_has_failed(const struct matcher *matcher) {
    return matcher->failed;
}

struct str match_group(struct str subject, const struct match *match, size_t group) {
    if (match->start[group] == SIZE_MAX)
        return (struct str){0};
    return str_slice(subject, match->start[group], match->end[group]);
}
