/*   $\leq 100\%$            formula of a scanned page   ≤ 100%
 *   得分=率 \times 分值     the same without dollars     得分=率 × 分值
 *   **数量指标**            Markdown emphasis            数量指标
 *   [bookmark: _GoBack]4    Word's markers as exported   4 */
#include "ingest/residue.h"

#include <stdbool.h>
#include <stdint.h>

/* How far an opening mark may stand from its closing one, in bytes: keeps the
 * search linear. */
enum { REACH = 240 };

struct command {
    const char *name, *text;
};

/* Commands of LaTeX that are a sign; none is longer than what it stands for. */
static const struct command signs[] = {
    {"leq", "≤"},        {"leqslant", "≤"}, {"le", "≤"},    {"geq", "≥"},   {"ge", "≥"},
    {"geqslant", "≥"},   {"lt", "<"},       {"gt", ">"},    {"neq", "≠"},   {"ne", "≠"},
    {"times", "×"},      {"div", "÷"},      {"pm", "±"},    {"cdot", "·"},  {"sim", "~"},
    {"approx", "≈"},     {"sum", "Σ"},      {"ldots", "…"}, {"dots", "…"},  {"cdots", "…"},
    {"phi", "φ"},        {"permil", "‰"},   {"circ", "°"},  {"Delta", "Δ"}, {"Phi", "Φ"},
    {"rightarrow", "→"}, {"to", "→"},
};

/* Commands that only dress what follows. */
static const struct command dress[] = {
    {"text", ""},   {"textbf", ""},       {"mathrm", ""},     {"mathbf", ""},
    {"mathit", ""}, {"rm", ""},           {"boldsymbol", ""}, {"left", ""},
    {"right", ""},  {"operatorname", ""}, {"quad", " "},      {"qquad", " "},
};

/* What may stand behind "[" in a marker of Word's text export. */
static const char *const markers[] = {
    "bookmark:", "bookmark start", "bookmark end", "/bookmark", "endbookmark",
    "pic]",      "image]",         "image:",       "object]",   "TOC]",
};

/* The understood text under construction; as long as its source at the most. */
struct writer {
    char *ptr;
    size_t len;
};

static void put(struct writer *out, struct str text) {
    memcpy(out->ptr + out->len, text.ptr, text.len);
    out->len += text.len;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* The letters of the command whose backslash stands at `at`. */
static struct str command_at(struct str s, size_t at) {
    size_t end = at + 1;
    while (end < s.len && end - at < 16 && is_letter(s.ptr[end]))
        end++;
    return str_slice(s, at + 1, end);
}

/* Lists of two dozen words, met a few times in a document: no hash. */
static const char *look_up(const struct command *list, size_t count, struct str name) {
    for (size_t i = 0; i < count; i++) {
        if (str_is(name, list[i].name))
            return list[i].text;
    }
    return NULL;
}

static const char *sign_of(struct str name) {
    return look_up(signs, sizeof signs / sizeof *signs, name);
}

/* ---- formulas */

/* Reading state of one formula. */
struct formula {
    struct str source;
    size_t at;
    int depth;    /* open braces */
    int fraction; /* depth at which the numerator of \frac closes, or -1 */
};

/* One command; false when it is not known. */
static bool read_command(struct formula *f, struct writer *out) {
    struct str name = command_at(f->source, f->at);
    if (name.len == 0) { /* a backslash before a sign: \% and the narrow spaces */
        char c = f->at + 1 < f->source.len ? f->source.ptr[f->at + 1] : '\\';
        f->at += 2;
        if (strchr("%_#&$", c))
            put(out, (struct str){&c, 1});
        else if (strchr(",;: ", c))
            put(out, str_of(" "));
        else
            return c == '!';
        return true;
    }
    f->at += 1 + name.len;
    if (str_is(name, "frac") && f->fraction < 0) {
        f->fraction = f->depth;
        return f->at < f->source.len && f->source.ptr[f->at] == '{';
    }
    const char *text = sign_of(name);
    if (!text)
        text = look_up(dress, sizeof dress / sizeof *dress, name);
    if (text)
        put(out, str_of(text));
    return text != NULL;
}

/* The brace that closes a numerator becomes the stroke of the fraction; what
 * follows must be the denominator at once. */
static bool close_brace(struct formula *f, struct writer *out) {
    f->at++;
    if (--f->depth < 0)
        return false;
    if (f->depth == f->fraction) {
        put(out, str_of("/"));
        f->fraction = -1;
        return f->at < f->source.len && f->source.ptr[f->at] == '{';
    }
    return true;
}

/* Powers that units have, and the degree sign. */
static bool read_power(struct formula *f, struct writer *out) {
    struct str rest = str_slice(f->source, f->at, f->source.len);
    static const struct command powers[] = {
        {"^2", "²"},   {"^3", "³"},      {"^{2}", "²"},
        {"^{3}", "³"}, {"^\\circ", "°"}, {"^{\\circ}", "°"},
    };
    for (size_t i = 0; i < sizeof powers / sizeof *powers; i++) {
        if (str_starts(rest, powers[i].name)) {
            put(out, str_of(powers[i].text));
            f->at += strlen(powers[i].name);
            return true;
        }
    }
    return false;
}

/* Writes the formula as plain text; false when any of it is not understood. */
static bool read_formula(struct str source, struct writer *out) {
    struct formula f = {.source = source, .fraction = -1};
    while (f.at < source.len) {
        char c = source.ptr[f.at];
        bool known = true;
        if (c == '\\') {
            known = read_command(&f, out);
        } else if (c == '{') {
            f.depth++;
            f.at++;
        } else if (c == '}') {
            known = close_brace(&f, out);
        } else if (c == '^') {
            known = read_power(&f, out);
        } else {
            put(out, (struct str){c == '~' ? " " : source.ptr + f.at, 1});
            f.at++;
        }
        if (!known)
            return false;
    }
    return f.depth == 0 && f.fraction < 0;
}

/* Dollars enclose a formula when a command or a relation stands between them,
 * or nothing but a number: "$100万，$200" are two amounts. */
static bool is_formula(struct str s) {
    bool relation = false, plain = true;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '\\')
            return true;
        relation = relation || strchr("=<>^", s.ptr[i]);
        plain = plain && strchr("0123456789.,% ", s.ptr[i]);
        if ((unsigned char)s.ptr[i] >= 0x80)
            return false;
    }
    s = str_trim(s);
    return relation || (plain && s.len > 0 && is_digit(s.ptr[0]) && s.ptr[s.len - 1] != ',');
}

/* ---- the line */

/* Offset of `mark` behind `from` within REACH, or SIZE_MAX. */
static size_t find_close(struct str s, const char *mark, size_t from) {
    return str_find(str_slice(s, 0, from + REACH), mark, from);
}

/* Each reader consumes residue at `at` and returns how many bytes, or 0 where
 * there is none. */

static size_t read_dollars(struct str s, size_t at, struct writer *out) {
    size_t end = find_close(s, "$", at + 1);
    if (end == SIZE_MAX)
        return 0;
    struct str inner = str_slice(s, at + 1, end);
    struct writer trial = *out;
    if (!is_formula(inner) || !read_formula(inner, &trial))
        return 0;
    *out = trial;
    return end + 1 - at;
}

/* Outside dollars only signs are taken: a path such as C:\temp has backslashes
 * too, and "\%" is never anything but a percent sign. */
static size_t read_sign(struct str s, size_t at, struct writer *out) {
    struct str name = command_at(s, at);
    const char *text = sign_of(name);
    bool percent = at + 1 < s.len && s.ptr[at + 1] == '%';
    if (text || percent)
        put(out, str_of(text ? text : "%"));
    return text ? 1 + name.len : percent ? 2 : 0;
}

/* Any other bracket may be part of a document number: 冀政[2010]68号. */
static size_t read_marker(struct str s, size_t at) {
    struct str rest = str_slice(s, at + 1, s.len);
    for (size_t i = 0; i < sizeof markers / sizeof *markers; i++) {
        if (str_starts(rest, markers[i])) {
            size_t end = find_close(s, "]", at);
            return end == SIZE_MAX ? 0 : end + 1 - at;
        }
    }
    return 0;
}

/* Emphasis keeps what it encloses; asterisks beside white space are no
 * emphasis. */
static size_t read_emphasis(struct str s, size_t at, struct writer *out) {
    if (at + 2 >= s.len || s.ptr[at + 1] != '*' || strchr("* \t", s.ptr[at + 2]))
        return 0;
    size_t end = find_close(s, "**", at + 2);
    if (end == SIZE_MAX || s.ptr[end - 1] == ' ')
        return 0;
    put(out, str_slice(s, at + 2, end));
    return end + 2 - at;
}

static size_t read_residue(struct str s, size_t at, struct writer *out) {
    switch (s.ptr[at]) {
    case '$':
        return read_dollars(s, at, out);
    case '\\':
        return read_sign(s, at, out);
    case '*':
        return read_emphasis(s, at, out);
    case '[':
        return read_marker(s, at);
    default:
        return 0;
    }
}

struct str residue_resolve(struct arena *arena, struct str line) {
    bool suspect = false;
    for (size_t at = 0; at < line.len && !suspect; at++)
        suspect = strchr("$\\*[", line.ptr[at]) != NULL;
    if (!suspect)
        return line;
    struct writer out = {.ptr = arena_alloc(arena, line.len + 1)};
    if (!out.ptr)
        return (struct str){0};
    for (size_t at = 0; at < line.len;) {
        size_t read = read_residue(line, at, &out);
        if (read == 0) {
            put(&out, str_slice(line, at, at + 1));
            read = 1;
        }
        at += read;
    }
    struct str result = {out.ptr, out.len};
    return str_eq(result, line) ? line : result;
}
