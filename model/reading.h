/* What extract adds to the document: mentions, the roles of tables, rows and
 * columns, the reports within the file, and the statements of its prose. */
#ifndef HEJI_MODEL_READING_H
#define HEJI_MODEL_READING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/document.h"
#include "model/mention.h"
#include "model/place.h"
#include "model/statement.h"

enum table_kind {
    TABLE_OTHER,
    TABLE_SCORE,     /* weights and scores of indicators */
    TABLE_FUND,      /* budget, spending, rate */
    TABLE_BREAKDOWN, /* wholes with their components, by unit or by use */
    TABLE_ITEM,      /* a list of items with amounts */
    TABLE_TARGET,    /* indicators with targets and perhaps actuals, no scores */
};

enum column_role {
    COLUMN_OTHER,
    COLUMN_LEVEL,       /* 一级指标 ... : `level` says which */
    COLUMN_LABEL,       /* names of rows: 机构名称, 支出内容, 项目 */
    COLUMN_WEIGHT,      /* 分值, 权重 ... */
    COLUMN_SCORE,       /* 得分, 自评得分 ... */
    COLUMN_SECOND,      /* a second opinion on the score: 复核分 */
    COLUMN_COEFFICIENT, /* 得分系数 */
    COLUMN_TARGET,      /* 年度指标值 ...: `level` 2 for the original one of the year's
                         * beginning, which an adjusted one beside it replaces */
    COLUMN_ACTUAL,      /* 实际完成值 ... */
    COLUMN_CRITERIA, /* 评分标准, 指标内容 ...: its numbers are no figures of the report */
    COLUMN_REMARK,   /* 备注, 扣分原因 ... */
    COLUMN_BUDGET,   /* 年初预算数, 全年预算数 ...: `level` 1 for the preferred
                    * denominator (全年, 调整后), 2 for the original budget */
    COLUMN_SPENT,    /* 全年执行数 ... */
    COLUMN_RATE,     /* 执行率 ...; `level` 2 for rates of another kind: 结余率 */
    COLUMN_TOTAL,    /* a row's own total: 收入合计, 支出合计, 小计 */
    COLUMN_AMOUNT,   /* a component or plain figure: money, counts */
    COLUMN_BALANCE,  /* 结余 */
    COLUMN_ORDINAL,  /* 序号 */
};

/* What a head says that its column is computed from: the sum of its terms, or
 * term 0 over the sum of the others. */
struct formula {
    bool ratio;
    bool percent; /* it says × 100 % itself */
    uint32_t count;
    const struct formula_term {
        uint32_t column; /* index in section.columns */
        bool minus;      /* is subtracted */
    } * terms;
};

struct column {
    uint32_t col;          /* grid column */
    enum column_role role; /* */
    uint32_t level;        /* see the roles; 0 where it says nothing */
    struct str name;       /* header text, squeezed; upper levels first, joined by '/' */
    struct str unit;       /* from the header, or empty */
    int32_t parent; /* index in section.columns of the whole that this column is a component of, or
                       -1 */
    const struct formula *formula; /* 小计③=①+②: NULL for most columns */
};

enum row_role {
    ROW_OTHER,
    ROW_HEADER,   /* first or repeated */
    ROW_ITEM,     /* carries figures of its own */
    ROW_SUBTOTAL, /* sums rows of its group */
    ROW_TOTAL,    /* sums the section */
    ROW_PART,     /* 其中 ...: a part of the row above it that is no 其中 row */
    ROW_FILLER,   /* blank or …… */
    ROW_FIELD,    /* label and value pairs of a form: 绩效自评综合得分 | 95 */
    ROW_CAPTION,  /* one text over the whole width */
};

/* What one grid row is. */
struct row {
    enum row_role role;
    uint32_t depth;   /* by the mark of its label: 1 一、 2 （一） 3 1. 4 （1）
                     * 5 ①; 0 without a mark */
    bool aligned;     /* its figures do not stand under their heads: they were assigned by order */
    struct str label; /* squeezed text that names it; empty when it has none */
    struct place at;  /* of the cell that names it, else of its first cell */
};

/* A stretch of rows of one table under one header: a form may hold several. */
struct section {
    uint32_t table; /* index into document.tables */
    uint32_t part;  /* index into reading.parts */
    enum table_kind kind;
    uint32_t first, end;    /* grid rows [first, end), header included */
    uint32_t header_rows;   /* rows of the (first) header from `first` on */
    struct column *columns; /* those that have a header, by grid column */
    uint32_t column_count;
    struct row *rows; /* end - first of them */
    uint32_t *
        values; /* (end - first) x column_count: index + 1 of the cell that gives the row's value in
                       * the column, among the table's cells; 0 where there is none */
    int32_t continues; /* index of the section that this one carries on (the header repeated after a
                        * page break, or a table cut in two), or -1 */
    struct str unit;   /* of its amounts, from header or caption; empty when unknown */
    struct str caption; /* */
};

enum part_kind { PART_DEPARTMENT, PART_PROJECT, PART_TARGET, PART_OTHER };

/* One report within the file. */
struct part {
    enum part_kind kind;
    uint32_t first, end; /* blocks [first, end) */
    struct str title, unit, project, province, city,
        county;      /* as the document gives them; may be empty */
    struct str year; /* "2020"; empty when unknown */
    struct str date; /* "2021-07-22", "2021-07"; empty when unknown */
    struct place at;
};

/* A score or grade that the document claims for a whole report. */
struct claim {
    uint32_t part;
    bool is_grade;
    bool in_table;    /* in a total row or form field; else in prose */
    struct str value; /* plain decimal text, or the word */
    struct str label; /* 绩效自评综合得分 */
    const struct passage *passage;
    uint32_t start, end; /* bytes in the passage */
    uint32_t order;      /* reading order, ascending */
};

/* A label and its value in a form, side by side:
 * 计划安排资金（万元）| 4198.25. */
struct field {
    uint32_t part, table;
    uint32_t label_cell,
        value_cell;        /* indices among the table's cells; the same one for 单位：某局 */
    struct str label;      /* squeezed, without a trailing bracket or colon */
    struct str value;      /* trimmed text of the value */
    enum column_role role; /* what a column of that name would be */
    bool is_part;          /* the label begins with 其中, or follows one that does */
    bool is_basis;         /* 按收入性质分: what follows breaks a whole down */
};

/* A section number that opens a paragraph or heading, as found; normalize gives
 * it a value. */
struct heading {
    uint32_t paragraph; /* index into document.paragraphs, or UINT32_MAX for one in a cell */
    const struct passage *passage;
    struct str mark;   /* "（二）", "三、", "2." as printed */
    uint32_t level;    /* style of the mark: 1 一、 2 （一） 3 1. 4 （1） 5 ① */
    uint32_t number;   /* its value, 1-based */
    bool automatic;    /* made by Word's numbering: cannot be wrong by itself */
    struct str name;   /* what the points are of: "项目决策"; empty where it has none */
    struct str weight; /* the points in its brackets, （满分15分，实得14分）: what can be
                        * reached */
    struct str score;  /* and what was; plain decimal text, either may be empty */
};

/* What a figure of money measures. */
enum measure {
    MEASURE_NONE,
    MEASURE_ORIGINAL, /* 年初预算数 */
    MEASURE_ADJUSTED, /* 全年预算数, 调整后预算数 */
    MEASURE_PLANNED,  /* 预算, 安排: whichever of the two */
    MEASURE_ARRIVED,  /* 到位 */
    MEASURE_INCOME,   /* 收入 */
    MEASURE_SPENT,    /* 支出, 执行 */
    MEASURE_RATE,     /* 预算执行率 */
};

/* A figure whose words tell what it is: tellings of one part that are alike in
 * measure, year and subject are of one quantity. */
struct telling {
    uint32_t part, mention; /* indices into reading.parts and reading.mentions */
    enum measure measure;
    struct str year;    /* "2022" where the text tells another year than the report's; else empty */
    struct str subject; /* 基本支出, 养护项目: squeezed; empty for the whole report */
    bool certain;  /* its words allow no other quantity; else it is the likeliest reading, and only
                   * figures that look alike may be told to be one */
    bool derived;  /* a rate that stands beside its own figures, which it is held against */
    int32_t table; /* of a row of funds: index into document.tables; else PLACE_NONE */
};

/* Template text that nobody filled in: XX县, 20XX年, ____万元,
 * （此处填写…）, #REF!. */
struct blank {
    uint32_t part;
    const struct passage *passage;
    uint32_t start, end; /* bytes in its text, end exclusive */
};

struct reading {
    VEC(struct mention) mentions;     /* in reading order */
    VEC(struct part) parts;           /* at least one; in order, covering all blocks */
    VEC(struct section) sections;     /* in reading order */
    VEC(struct statement) statements; /* in reading order */
    VEC(struct claim) claims;         /* in reading order */
    VEC(struct heading) headings;     /* in reading order */
    VEC(struct telling) tellings;     /* those of tables, of fields, then of prose */
    VEC(struct field) fields;         /* in reading order */
    VEC(struct blank) blanks;         /* in reading order */
    uint32_t *cell_mentions; /* one a cell: index into mentions + 1, or 0: see reading_mention_of */
    uint32_t *table_offsets; /* first index in cell_mentions of each table's cells */
    uint32_t *block_parts;   /* part of each block */
    uint32_t numbers;        /* numbers of the document that can be figures, for coverage */
};

/* The cell that gives `row` (a grid row of the section) its value in column
 * `column` (an index into section.columns); NULL when there is none. */
const struct cell *reading_value(const struct document *document, const struct section *section,
                                 uint32_t row, uint32_t column);

/* The lowest level of a column's joined name: 预算/其中/市级 gives
 * 市级; a slash within brackets, as in 执行率(B/A), parts no levels. */
struct str reading_leaf(struct str name);

/* The mention that is the one figure of a table's cell (index `cell` in its
 * table's cells), or STATEMENT_NO_MENTION when the cell holds none or several.
 * Only valid once extract has run. */
uint32_t reading_mention_of(const struct reading *reading, uint32_t table, uint32_t cell);

/* The score (or the grade, when `is_grade`) that report `part` states first in
 * reading order; empty when it states none. */
struct str reading_first_claim(const struct reading *reading, uint32_t part, bool is_grade);

#endif
