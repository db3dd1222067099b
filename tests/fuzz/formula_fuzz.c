/* libFuzzer: any well-formed text as the head of a column with a symbol and a formula. The parts are
 * slices of the head, the terms of the formula. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "extract/head_formula.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_within(struct str part, struct str whole) {
    if (part.len > 0 && (part.ptr < whole.ptr || part.ptr + part.len > whole.ptr + whole.len))
        abort();
}

static void check_formula(struct str text) {
    struct head_formula formula;
    if (!head_formula_read(text, &formula))
        return;
    if (formula.count == 0 || formula.count > HEAD_FORMULA_TERMS)
        abort();
    for (uint32_t i = 0; i < formula.count; i++)
        check_within(formula.terms[i].text, text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct str head = {(const char *)data, size}, symbol;
    if (utf8_check(head) != size)
        return -1;
    struct head_parts parts = head_formula_split(head);
    check_within(parts.name, head);
    check_within(parts.symbol, head);
    check_within(parts.formula, head);
    check_formula(parts.formula);
    check_formula(head);
    if (head_formula_symbol(head, &symbol))
        check_within(symbol, head);
    return 0;
}
