#include "extract/lexicon.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/data.h"
#include "base/json.h"
#include "extract/head_formula.h"
#include "base/points.h"
#include "base/utf8.h"
#include "extract/word.h"

struct head {
    struct str name;
    enum column_role role;
    uint32_t level;
};

struct word {
    struct str text;
};

struct lexicon {
    struct json *root; /* owned; all slices point into it */
    struct arena arena;
    VEC(struct head) heads; /* sorted by name */
    VEC(struct head) ends;  /* endings of heads, in the order of the data */
    VEC(struct word) words[WORDS_LISTS];
    struct points guards;  /* what the words of the guarding lists begin with, and stops */
    struct points tellers; /* what the names of quantities begin with */
    struct points nevers;  /* what the words that no such name has begin with */
};

static const struct {
    const char *name;
    enum column_role role;
} roles[] = {
    {"level", COLUMN_LEVEL},     {"label", COLUMN_LABEL},     {"weight", COLUMN_WEIGHT},
    {"score", COLUMN_SCORE},     {"second", COLUMN_SECOND},   {"coefficient", COLUMN_COEFFICIENT},
    {"target", COLUMN_TARGET},   {"actual", COLUMN_ACTUAL},   {"criteria", COLUMN_CRITERIA},
    {"remark", COLUMN_REMARK},   {"budget", COLUMN_BUDGET},   {"spent", COLUMN_SPENT},
    {"rate", COLUMN_RATE},       {"total", COLUMN_TOTAL},     {"amount", COLUMN_AMOUNT},
    {"balance", COLUMN_BALANCE}, {"ordinal", COLUMN_ORDINAL},
};

static const char *const list_names[WORDS_LISTS] = {
    [WORDS_COMPONENT_HEADS] = "component_heads",
    [WORDS_TOTALS] = "totals",
    [WORDS_TOTAL_ENDS] = "total_ends",
    [WORDS_SUBTOTALS] = "subtotals",
    [WORDS_SUBTOTAL_ENDS] = "subtotal_ends",
    [WORDS_PART_MARKS] = "part_marks",
    [WORDS_FILLERS] = "fillers",
    [WORDS_SCORE_CLAIMS] = "score_claims",
    [WORDS_GRADE_CLAIMS] = "grade_claims",
    [WORDS_GRADES] = "grades",
    [WORDS_UNIT_FIELDS] = "unit_fields",
    [WORDS_PROJECT_FIELDS] = "project_fields",
    [WORDS_DATE_FIELDS] = "date_fields",
    [WORDS_DEPARTMENT_WORDS] = "department_words",
    [WORDS_PROJECT_WORDS] = "project_words",
    [WORDS_DEPARTMENT_HEADINGS] = "department_headings",
    [WORDS_PROJECT_HEADINGS] = "project_headings",
    [WORDS_TARGET_WORDS] = "target_words",
    [WORDS_IDENTIFIER_WORDS] = "identifier_words",
    [WORDS_COUNT_WORDS] = "count_words",
    [WORDS_WHOLE_WORDS] = "whole_words",
    [WORDS_REPORT_TITLES] = "report_titles",
    [WORDS_ANNEX_TITLES] = "annex_titles",
    [WORDS_TOLD_ORIGINAL] = "told_original",
    [WORDS_TOLD_ADJUSTED] = "told_adjusted",
    [WORDS_TOLD_PLANNED] = "told_planned",
    [WORDS_TOLD_ARRIVED] = "told_arrived",
    [WORDS_TOLD_INCOME] = "told_income",
    [WORDS_TOLD_SPENT] = "told_spent",
    [WORDS_TOLD_RATES] = "told_rates",
    [WORDS_TOLD_BARE] = "told_bare",
    [WORDS_TOLD_COMPONENTS] = "told_components",
    [WORDS_TOLD_SCOPES] = "told_scopes",
    [WORDS_TOLD_FILLERS] = "told_fillers",
    [WORDS_TOLD_NEVER] = "told_never",
    [WORDS_TOLD_FOREIGN] = "told_foreign",
    [WORDS_TOLD_WITHIN] = "told_within",
    [WORDS_TOLD_GENERIC] = "told_generic",
    [WORDS_BLANK_NOUNS] = "blank_nouns",
    [WORDS_BLANK_UNITS] = "blank_units",
    [WORDS_BLANK_REQUESTS] = "blank_requests",
    [WORDS_BLANK_ERRORS] = "blank_errors",
};

/* A word of the data that the program does not know is a mistake of ours: it
 * must not pass as COLUMN_OTHER in silence. */
static bool role_of(struct str name, enum column_role *role, struct err *err) {
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (str_is(name, roles[i].name)) {
            *role = roles[i].role;
            return true;
        }
    }
    return err_set(err, ERR_USAGE, 0, "lexicon: no column role \"%.*s\"", STR_ARGS(name));
}

/* One role has several levels: 全年预算数 before 年初预算数 as the
 * denominator, where a table has both. */
static bool read_columns(struct lexicon *lexicon, struct err *err) {
    const struct json *group = json_first(json_get(lexicon->root, "columns"));
    for (; group; group = json_next(group)) {
        struct head head = {.level = 0};
        struct str level = json_text(json_get(group, "level"));
        if (!role_of(json_text(json_get(group, "role")), &head.role, err))
            return false;
        if (level.len == 1)
            head.level = (uint32_t)(level.ptr[0] - '0');
        for (const struct json *name = json_first(json_get(group, "names")); name;
             name = json_next(name)) {
            head.name = json_text(name);
            if (!VEC_PUSH(&lexicon->arena, &lexicon->heads, head))
                return arena_check(&lexicon->arena, err);
        }
        for (const struct json *end = json_first(json_get(group, "ends")); end;
             end = json_next(end)) {
            head.name = json_text(end);
            if (!VEC_PUSH(&lexicon->arena, &lexicon->ends, head))
                return arena_check(&lexicon->arena, err);
        }
    }
    return true;
}

/* Texts are searched for these words where one can begin, not everywhere. */
static void note_start(struct lexicon *lexicon, enum word_list list, struct str word) {
    size_t size;
    utf8_decode(word, 0, &size);
    if (list == WORDS_TOLD_FOREIGN || list == WORDS_TOLD_WITHIN || list == WORDS_TOLD_GENERIC)
        points_add(&lexicon->guards, str_slice(word, 0, size));
    if (list == WORDS_TOLD_NEVER)
        points_add(&lexicon->nevers, str_slice(word, 0, size));
    if (list >= WORDS_TOLD_ORIGINAL && list <= WORDS_TOLD_RATES)
        points_add(&lexicon->tellers, str_slice(word, 0, size));
}

/* An empty list would match nothing and nobody would notice: a missing name is
 * an error. */
static bool read_lists(struct lexicon *lexicon, struct err *err) {
    for (size_t i = 0; i < WORDS_LISTS; i++) {
        const struct json *word = json_first(json_get(lexicon->root, list_names[i]));
        if (!word)
            return err_set(err, ERR_USAGE, 0, "lexicon: no list \"%s\"", list_names[i]);
        for (; word; word = json_next(word)) {
            struct str text = json_text(word);
            if (!VEC_PUSH(&lexicon->arena, &lexicon->words[i], (struct word){text}))
                return arena_check(&lexicon->arena, err);
            note_start(lexicon, (enum word_list)i, text);
        }
    }
    return true;
}

static int by_name(const void *a, const void *b) {
    return str_cmp(((const struct head *)a)->name, ((const struct head *)b)->name);
}

struct lexicon *lexicon_new(struct err *err) {
    struct lexicon *lexicon = calloc(1, sizeof *lexicon);
    if (!lexicon) {
        err_set(err, ERR_MEMORY, 0, "lexicon");
        return NULL;
    }
    arena_init(&lexicon->arena, 1 << 20);
    points_add(&lexicon->guards, str_of("。；\n"));
    lexicon->root = json_parse(data_find("extract/lexicon.json"), err);
    if (!lexicon->root || !read_columns(lexicon, err) || !read_lists(lexicon, err)) {
        lexicon_free(lexicon);
        return NULL;
    }
    qsort(lexicon->heads.items, lexicon->heads.count, sizeof *lexicon->heads.items, by_name);
    return lexicon;
}

void lexicon_free(struct lexicon *lexicon) {
    if (!lexicon)
        return;
    json_free(lexicon->root);
    arena_clear(&lexicon->arena);
    free(lexicon);
}

struct str lexicon_bare(struct str name) {
    for (;;) {
        struct str before = name;
        if (str_ends(name, ":"))
            name.len--;
        if (str_ends(name, ")")) {
            size_t open = str_rfind(name, "(", name.len);
            if (open != SIZE_MAX && open > 0)
                name.len = open;
        }
        if (name.len == before.len)
            return name;
    }
}

/* Header words are matched whole, not by substring: 得分说明 is no 得分,
 * 执行率得分 no 执行率. */
static const struct head *find_head(const struct lexicon *lexicon, struct str name) {
    struct head key = {.name = name};
    return bsearch(&key, lexicon->heads.items, lexicon->heads.count, sizeof key, by_name);
}

enum column_role lexicon_column(const struct lexicon *lexicon, struct str name, uint32_t *level) {
    const struct head *head = find_head(lexicon, name);
    struct str bare = lexicon_bare(name);
    if (!head)
        head = find_head(lexicon, bare);
    struct str plain = head ? name : head_formula_split(name).name;
    if (plain.len < name.len) {
        bare = lexicon_bare(plain);
        head = find_head(lexicon, bare);
    }
    if (!head && str_ends(bare, "%")) { /* 权重% */
        bare.len--;
        head = find_head(lexicon, bare);
    }
    for (size_t i = 0; !head && i < lexicon->ends.count; i++) {
        struct str end = lexicon->ends.items[i].name;
        if (bare.len > end.len && str_ends(bare, end.ptr))
            head = &lexicon->ends.items[i];
    }
    *level = head ? head->level : 0;
    return head ? head->role : COLUMN_OTHER;
}

bool lexicon_is_head(const struct lexicon *lexicon, struct str name) {
    return find_head(lexicon, name) != NULL;
}

size_t lexicon_rank(const struct lexicon *lexicon, enum word_list list, struct str word) {
    for (size_t i = 0; i < lexicon->words[list].count; i++) {
        if (str_eq(lexicon->words[list].items[i].text, word))
            return i;
    }
    return SIZE_MAX;
}

bool lexicon_is(const struct lexicon *lexicon, enum word_list list, struct str word) {
    return lexicon_rank(lexicon, list, word) != SIZE_MAX;
}

bool lexicon_ends(const struct lexicon *lexicon, enum word_list list, struct str word) {
    for (size_t i = 0; i < lexicon->words[list].count; i++) {
        if (str_ends(word, lexicon->words[list].items[i].text.ptr))
            return true;
    }
    return false;
}

bool lexicon_starts(const struct lexicon *lexicon, enum word_list list, struct str word) {
    for (size_t i = 0; i < lexicon->words[list].count; i++) {
        if (str_starts(word, lexicon->words[list].items[i].text.ptr))
            return true;
    }
    return false;
}

size_t lexicon_prefix(const struct lexicon *lexicon, enum word_list list, struct str text) {
    size_t longest = 0;
    for (size_t i = 0; i < lexicon->words[list].count; i++) {
        struct str word = lexicon->words[list].items[i].text;
        if (word.len > longest && word_starts(text, word))
            longest = word.len;
    }
    return longest;
}

bool lexicon_may_tell(const struct lexicon *lexicon, struct str name) {
    size_t size = 0;
    if (name.len > 0)
        utf8_decode(name, 0, &size);
    return size > 0 && points_next(&lexicon->tellers, str_slice(name, 0, size), 0) == 0;
}

bool lexicon_never_tells(const struct lexicon *lexicon, struct str name) {
    for (size_t at = 0, size; (at = points_next(&lexicon->nevers, name, at)) < name.len;
         at += size) {
        utf8_decode(name, at, &size);
        if (lexicon_prefix(lexicon, WORDS_TOLD_NEVER, str_slice(name, at, name.len)) > 0)
            return true;
    }
    return false;
}

size_t lexicon_next_guard(const struct lexicon *lexicon, struct str text, size_t at) {
    return points_next(&lexicon->guards, text, at);
}

size_t lexicon_within(const struct lexicon *lexicon, enum word_list list, struct str text) {
    for (size_t i = 0; i < lexicon->words[list].count; i++) {
        size_t at = str_find(text, lexicon->words[list].items[i].text.ptr, 0);
        if (at != SIZE_MAX)
            return at;
    }
    return SIZE_MAX;
}
