#include "extract/head_formula.h"

#include <string.h>

#include "base/utf8.h"

enum {
    LONGEST_HEAD = 160, /* bytes of a head that is looked at */
    SHORTEST_NAME = 6,  /* bytes of a column's name as a term: 元/人 is a unit */
};

/* ---- symbols */

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte) {
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/* Length of the circled number at byte `at`, or 0. */
static size_t circled(struct str text, size_t at) {
    size_t size;
    if (at >= text.len)
        return 0;
    uint32_t point = utf8_decode(text, at, &size);
    return point >= 0x2460 && point <= 0x2473 ? size : 0;
}

static bool is_symbol(struct str text) {
    if (text.len == 0)
        return false;
    if (is_digit(text.ptr[0]))
        return text.len == 1 || (text.len == 2 && text.ptr[0] != '0' && is_digit(text.ptr[1]));
    return text.len == 1 ? is_letter(text.ptr[0]) : circled(text, 0) == text.len;
}

/* Whether a bracket opened by the first byte closes with the last one. */
static bool is_wrapped(struct str text) {
    size_t depth = 0;
    for (size_t i = 0; i < text.len; i++) {
        depth += text.ptr[i] == '(';
        depth -= text.ptr[i] == ')' && depth > 0;
        if (depth == 0)
            return i > 0 && i + 1 == text.len;
    }
    return false;
}

static struct str unwrap(struct str text) {
    while (is_wrapped(text))
        text = str_slice(text, 1, text.len - 1);
    return text;
}

bool head_formula_symbol(struct str text, struct str *symbol) {
    *symbol = unwrap(text);
    return is_symbol(*symbol);
}

/* ---- formulas */

/* Length of one of the spellings at byte `at`, or 0. */
static size_t spelled(struct str text, size_t at, const char *const *spellings, size_t count) {
    struct str rest = str_slice(text, at, text.len);
    for (size_t i = 0; i < count; i++) {
        if (str_starts(rest, spellings[i]))
            return strlen(spellings[i]);
    }
    return 0;
}

/* Forms print the sign in every width there is: ③-④, ③－④, ③—④. */
static size_t minus_at(struct str text, size_t at) {
    static const char *const signs[] = {"-", "—", "–", "−", "─"};
    return spelled(text, at, signs, sizeof signs / sizeof *signs);
}

static size_t plus_at(struct str text, size_t at) {
    static const char *const signs[] = {"+", "﹢"};
    return spelled(text, at, signs, sizeof signs / sizeof *signs);
}

static size_t over_at(struct str text, size_t at) {
    static const char *const signs[] = {"/", "÷", "∕", "⁄"};
    return spelled(text, at, signs, sizeof signs / sizeof *signs);
}

static bool is_operator(struct str text, size_t at) {
    static const char *const others[] = {"(", ")", "=", "*", "×", "%", "、", ",", "，", ":"};
    return minus_at(text, at) || plus_at(text, at) || over_at(text, at) ||
           spelled(text, at, others, sizeof others / sizeof *others);
}

struct reader {
    struct str text;
    size_t at;
    struct head_formula *formula;
};

/* What stands at the reader up to the next operator, or a symbol in
 * brackets. */
static bool read_term(struct reader *reader, bool minus) {
    struct head_formula *formula = reader->formula;
    bool bracket = reader->at < reader->text.len && reader->text.ptr[reader->at] == '(';
    size_t start = reader->at + bracket, end = start, size;
    for (; end < reader->text.len && !is_operator(reader->text, end); end += size)
        utf8_decode(reader->text, end, &size);
    struct str text = str_slice(reader->text, start, end);
    bool name = text.len >= SHORTEST_NAME && (unsigned char)text.ptr[0] >= 0x80;
    if ((!name && !is_symbol(text)) || formula->count == HEAD_FORMULA_TERMS)
        return false;
    if (bracket && (end == reader->text.len || reader->text.ptr[end] != ')'))
        return false;
    formula->terms[formula->count++] = (struct head_term){text, minus};
    reader->at = end + bracket;
    return true;
}

static bool read_sum(struct reader *reader) {
    if (!read_term(reader, false))
        return false;
    for (;;) {
        size_t plus = plus_at(reader->text, reader->at);
        size_t minus = plus ? 0 : minus_at(reader->text, reader->at);
        if (plus + minus == 0)
            return true;
        reader->at += plus + minus;
        if (!read_term(reader, minus > 0))
            return false;
    }
}

/* The denominator of a ratio: one term, or a sum in brackets. */
static bool read_denominator(struct reader *reader) {
    struct str rest = str_slice(reader->text, reader->at, reader->text.len);
    if (!is_wrapped(rest))
        return read_term(reader, false);
    struct reader inner = {unwrap(rest), 0, reader->formula};
    reader->at = reader->text.len;
    return read_sum(&inner) && inner.at == inner.text.len;
}

/* A rate times a hundred is the same rate in per cent. */
static struct str cut_factor(struct str text, bool *percent) {
    static const char *const factors[] = {"×100%", "*100%", "x100%", "X100%", "✕100%", "·100%",
                                          "×100",  "*100",  "x100",  "X100",  "✕100",  "·100"};
    *percent = false;
    for (size_t i = 0; i < sizeof factors / sizeof *factors && !*percent; i++) {
        *percent = str_ends(text, factors[i]);
        if (*percent)
            text.len -= strlen(factors[i]);
    }
    return text;
}

bool head_formula_read(struct str text, struct head_formula *formula) {
    struct reader reader = {.formula = formula};
    if (text.len > LONGEST_HEAD)
        return false;
    formula->count = 0;
    reader.text = unwrap(cut_factor(unwrap(text), &formula->percent));
    if (!read_sum(&reader))
        return false;
    size_t over = formula->count == 1 ? over_at(reader.text, reader.at) : 0;
    formula->ratio = over > 0;
    reader.at += over;
    if (over > 0 && !read_denominator(&reader))
        return false;
    return reader.at == reader.text.len && formula->ratio >= formula->percent;
}

/* A formula that computes something: one term alone is a name or a symbol. */
static bool computes(struct str text) {
    struct head_formula formula;
    return head_formula_read(text, &formula) && formula.count > 1;
}

/* ---- heads */

/* The offset of the bracket that the last byte closes; SIZE_MAX when it closes
 * none. */
static size_t last_bracket(struct str text) {
    size_t depth = 0;
    for (size_t at = text.len; str_ends(text, ")") && at-- > 0;) {
        depth += text.ptr[at] == ')';
        depth -= text.ptr[at] == '(';
        if (depth == 0)
            return at;
    }
    return SIZE_MAX;
}

/* Without the brackets behind it that are no part of its formula:
 * ③=①+②(万元). */
static struct str cut_remark(struct str formula) {
    size_t open = last_bracket(formula);
    if (open == SIZE_MAX || open == 0 || computes(formula))
        return formula;
    return str_slice(formula, 0, open);
}

/* Takes the symbol in front of a name or behind it; `stated`: an equals sign
 * follows, so that a figure is one, too. */
static void take_symbol(struct head_parts *parts, bool stated) {
    struct str name = parts->name, rest = name;
    for (size_t open; (open = last_bracket(rest)) != SIZE_MAX; rest.len = open) {
        if (head_formula_symbol(str_slice(rest, open, rest.len), &parts->symbol)) {
            parts->name = str_slice(rest, 0, open);
            return;
        }
    }
    size_t last = rest.len > 0 ? utf8_before(rest, rest.len) : 0;
    size_t first = circled(name, 0);
    bool letter = last > 0 && is_letter(rest.ptr[last]) && !is_letter(rest.ptr[last - 1]) &&
                  !is_digit(rest.ptr[last - 1]);
    while (stated && last > 0 && is_digit(rest.ptr[last]) && is_digit(rest.ptr[last - 1]))
        last--;
    parts->symbol = str_slice(rest, last, rest.len);
    if (is_symbol(parts->symbol) && (circled(rest, last) || stated || letter)) {
        parts->name = str_slice(rest, 0, last);
        return;
    }
    parts->symbol = str_slice(name, 0, first);
    parts->name = str_slice(name, first, name.len);
}

/* 小计③=①+②, 小计(C=A+B): what stands behind the sign must be read. */
static bool split_equation(struct str head, size_t sign, struct head_parts *parts) {
    struct str left = str_slice(head, 0, sign), right = str_slice(head, sign + 1, head.len);
    size_t open = str_rfind(left, "(", left.len), close = str_rfind(left, ")", left.len);
    bool inside = open != SIZE_MAX && (close == SIZE_MAX || close < open);
    if (inside && str_ends(right, ")")) {
        right.len--;
        if (!head_formula_symbol(str_slice(left, open + 1, left.len), &parts->symbol))
            return false;
        parts->name = str_slice(left, 0, open);
        parts->formula = right;
        return computes(right);
    }
    parts->formula = cut_remark(right);
    if (inside || !computes(parts->formula))
        return false;
    parts->name = left;
    take_symbol(parts, true);
    return true;
}

/* 执行率(B/A), 执行率(B/A×100%)(%), 执行率B/A: a formula without its
 * left side. */
static void split_formula(struct str head, struct head_parts *parts) {
    struct str rest = head;
    for (size_t open; (open = last_bracket(rest)) != SIZE_MAX && open > 0; rest.len = open) {
        if (computes(str_slice(rest, open, rest.len))) {
            parts->formula = str_slice(rest, open + 1, rest.len - 1);
            parts->name = str_slice(rest, 0, open);
            return;
        }
    }
    for (size_t at = 0, size; at < head.len; at += size) {
        utf8_decode(head, at, &size);
        if (at == 0 || (!is_letter(head.ptr[at]) && !circled(head, at)))
            continue;
        if (computes(str_slice(head, at, head.len))) {
            parts->formula = str_slice(head, at, head.len);
            parts->name = str_slice(head, 0, at);
        }
        return;
    }
}

/* Whether there is anything to take apart: most cells are plain words, and each
 * is asked about. */
static bool has_notation(struct str head) {
    for (size_t i = 0; i < head.len; i++) {
        unsigned char byte = (unsigned char)head.ptr[i], next = 0;
        if (i + 1 < head.len)
            next = (unsigned char)head.ptr[i + 1];
        if (byte < 0x80 ? is_letter(head.ptr[i]) || strchr("=/+-", byte) ||
                              (byte == '(' && is_digit((char)next))
                        : (byte == 0xE2 && next >= 0x88 && next <= 0x94) ||
                              (byte == 0xC3 && next == 0xB7)) /* ①, − —, ÷ */
            return true;
    }
    return false;
}

struct head_parts head_formula_split(struct str head) {
    struct head_parts parts = {.name = head};
    if (head.len > LONGEST_HEAD || head.len == 0 || !has_notation(head))
        return parts;
    size_t sign = str_find(head, "=", 0);
    if (sign != SIZE_MAX) {
        struct head_parts equation = {.name = head};
        return split_equation(head, sign, &equation) ? equation : parts;
    }
    split_formula(head, &parts);
    take_symbol(&parts, false);
    return parts;
}
