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

/* Whether `word` is on the list. */
bool lexicon_is(const struct lexicon *lexicon, enum word_list list, struct str word);

/* Whether `word` ends with a word of the list. */
bool lexicon_ends(const struct lexicon *lexicon, enum word_list list, struct str word);

/* Whether `word` begins with a word of the list. */
bool lexicon_starts(const struct lexicon *lexicon, enum word_list list, struct str word);

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
