/* The words by which tables, rows and fields are known: data of
 * extract/lexicon.json. */
#ifndef HEJI_EXTRACT_LEXICON_H
#define HEJI_EXTRACT_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "model/reading.h"

struct lexicon; /* read-only, shared by all threads */

/* Lists of plain words. */
enum word_list {
    WORDS_COMPONENT_HEADS,     /* a header cell over components: 其中 */
    WORDS_TOTALS,              /* labels of total rows */
    WORDS_TOTAL_ENDS,          /* endings of labels of total rows */
    WORDS_SUBTOTALS,           /* labels of subtotal rows */
    WORDS_SUBTOTAL_ENDS,       /* endings of labels of subtotal rows */
    WORDS_PART_MARKS,          /* a row label begins so: it is a part of the row above */
    WORDS_FILLERS,             /* placeholders: …… - / */
    WORDS_SCORE_CLAIMS,        /* form fields that claim the report's score */
    WORDS_GRADE_CLAIMS,        /* form fields that claim the report's grade */
    WORDS_GRADES,              /* grades themselves */
    WORDS_UNIT_FIELDS,         /* form fields that name the reporting unit, best first */
    WORDS_PROJECT_FIELDS,      /* form fields that name the project */
    WORDS_DATE_FIELDS,         /* form fields that date the report */
    WORDS_DEPARTMENT_WORDS,    /* in a title: the report is about a department as a whole */
    WORDS_PROJECT_WORDS,       /* in a title: about a project */
    WORDS_DEPARTMENT_HEADINGS, /* in a first heading: about a department */
    WORDS_PROJECT_HEADINGS,    /* in a first heading: about a project */
    WORDS_TARGET_WORDS,        /* in a title: a form that sets targets, no self-evaluation */
    WORDS_IDENTIFIER_WORDS,    /* in a label: its number is no figure: 电话, 编码 */
    WORDS_COUNT_WORDS,         /* in a column's name: its figures are counts, not money */
    WORDS_WHOLE_WORDS,         /* in a column's name: its figures are whole and never rounded */
    WORDS_REPORT_TITLES,       /* endings of a title that opens a report */
    WORDS_ANNEX_TITLES,        /* endings of a title that opens an annex of a report */
    WORDS_TOLD_ORIGINAL,       /* names of the whole's figures: of its budget at first */
    WORDS_TOLD_ADJUSTED,       /* of its budget of the year, adjusted */
    WORDS_TOLD_PLANNED,        /* of its budget, whichever */
    WORDS_TOLD_ARRIVED,        /* of what arrived */
    WORDS_TOLD_INCOME,         /* of its income */
    WORDS_TOLD_SPENT,          /* of its spending */
    WORDS_TOLD_RATES,          /* of spending over budget */
    WORDS_TOLD_BARE,           /* words that are such a name only behind the unit's own */
    WORDS_TOLD_COMPONENTS,     /* of parts that every unit has once: 基本支出 */
    WORDS_TOLD_SCOPES,         /* before such a name: the reporting unit or project itself */
    WORDS_TOLD_FILLERS,        /* before such a name: words that change nothing */
    WORDS_TOLD_NEVER,          /* in a label: of another year, of one thing, a change */
    WORDS_TOLD_FOREIGN,        /* before a figure: it may be of something within a department */
    WORDS_TOLD_WITHIN,         /* before a figure: it may be of something within the report */
    WORDS_TOLD_GENERIC,        /* words that hold one of these two and mean nothing of the kind */
    WORDS_BLANK_NOUNS,         /* behind XX or ××: nobody has filled it in: XX县, ××万元 */
    WORDS_BLANK_UNITS,         /* behind ____ */
    WORDS_BLANK_REQUESTS,      /* a bracket that begins so asks for text: （此处填写 */
    WORDS_BLANK_ERRORS,        /* what a spreadsheet shows for a figure that it lost: #REF! */
    WORDS_LISTS,               /* how many lists there are */
};

/* Reads the lexicon built into the program; NULL with the reason when the data
 * is wrong or memory is out. The caller frees it with lexicon_free. */
struct lexicon *lexicon_new(struct err *err);

/* Frees it; NULL is fine. */
void lexicon_free(struct lexicon *lexicon);

/* The role of a column whose squeezed header text is `name` (brackets, units
 * and formula letters behind it are ignored), with its level; COLUMN_OTHER when
 * the lexicon has no such head. */
enum column_role lexicon_column(const struct lexicon *lexicon, struct str name, uint32_t *level);

/* Whether `name` is, letter by letter, a head that the lexicon lists. */
bool lexicon_is_head(const struct lexicon *lexicon, struct str name);

/* Whether `word` is on the list. */
bool lexicon_is(const struct lexicon *lexicon, enum word_list list, struct str word);

/* Whether `word` ends with a word of the list. */
bool lexicon_ends(const struct lexicon *lexicon, enum word_list list, struct str word);

/* Whether `word` begins with a word of the list. */
bool lexicon_starts(const struct lexicon *lexicon, enum word_list list, struct str word);

/* The bytes of the longest word of the list that `text` begins with; 0 when
 * there is none. */
size_t lexicon_prefix(const struct lexicon *lexicon, enum word_list list, struct str text);

/* Whether `name` begins as names of the lists told_original to told_rates do:
 * if not, it is on none of them. */
bool lexicon_may_tell(const struct lexicon *lexicon, struct str name);

/* Whether a word of told_never stands in `name`. */
bool lexicon_never_tells(const struct lexicon *lexicon, struct str name);

/* The first byte at or after `at` where a word of told_foreign, told_within or
 * told_generic can begin, or a 。, ； or line feed stands; text.len when there is
 * none. */
size_t lexicon_next_guard(const struct lexicon *lexicon, struct str text, size_t at);

/* The offset of the first word of the list that occurs in `text`, in the order
 * of the list; SIZE_MAX when none does. */
size_t lexicon_within(const struct lexicon *lexicon, enum word_list list, struct str text);

/* The rank of `word` on the list, 0 first; SIZE_MAX when it is not on it. */
size_t lexicon_rank(const struct lexicon *lexicon, enum word_list list, struct str word);

/* `name` without what stands behind a header's or label's proper name: a
 * trailing colon, and brackets that hold a unit, a letter or a formula:
 * 执行率(B/A), 得分(分), 实际支出(万元). */
struct str lexicon_bare(struct str name);

#endif
