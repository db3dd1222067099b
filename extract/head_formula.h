/* Formulas in the heads of tables, and the symbols they are written with.
 *
 *   支出实现率(%)⑤=④/③     小计(C=A+B)     执行率(B/A×100%)     3=1+2
 *
 *   head     = name [symbol] ["=" formula] | name "(" [symbol "="] formula ")"
 *   formula  = ratio [factor] | sum
 *   ratio    = term ("/" | "÷") (term | "(" sum ")")
 *   sum      = term {("+" | "-") term}
 *   factor   = ("×" | "*" | "x") "100" ["%"]
 *   term     = symbol | name of a column, of two characters at least
 *   symbol   = "①".."⑳" | letter | number below 100; each bare or in brackets
 *
 * A formula is read whole or not at all. */
#ifndef HEJI_EXTRACT_HEAD_FORMULA_H
#define HEJI_EXTRACT_HEAD_FORMULA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* A head taken apart; all are slices of it, empty where it has none. */
struct head_parts {
    struct str name;    /* without symbol and formula, units kept */
    struct str symbol;  /* ⑤, without brackets */
    struct str formula; /* ④/③: what head_formula_read reads */
};

/* Takes apart a squeezed head, or a row's label. */
struct head_parts head_formula_split(struct str head);

enum { HEAD_FORMULA_TERMS = 24 }; /* more than any form has columns to add */

/* One operand as the formula writes it, without brackets. */
struct head_term {
    struct str text;
    bool minus;
};

/* A formula that was read: a sum of its terms, or term 0 over the sum of the
 * others. */
struct head_formula {
    bool ratio;
    bool percent; /* it says × 100 % itself */
    uint32_t count;
    struct head_term terms[HEAD_FORMULA_TERMS];
};

/* Reads a squeezed formula; false when it is none, or not in whole. */
bool head_formula_read(struct str text, struct head_formula *formula);

/* Whether the whole text is one symbol, bare or in brackets; `symbol` receives
 * it without them. */
bool head_formula_symbol(struct str text, struct str *symbol);

#endif
