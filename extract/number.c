#include "extract/number.h"

#include <stdint.h>

#include "base/utf8.h"
#include "model/glyph.h"
#include "model/unit.h"

/* Beyond this many commas a run of figures is one malformed number, not an
 * enumeration: looking again behind each of 200,000 commas would take quadratic
 * time. */
enum { MOST_COMMAS = 8, MOST_GROUPS = 12 };

/* A run of digits and separators as it goes along. */
struct run {
    size_t at, limit; /* the next byte; where the number must end at the latest */
    size_t digits;    /* in all */
    size_t group;     /* since the last separator */
    size_t commas, points;
    size_t first_comma, last_comma; /* offsets */
    bool wide;                      /* full-width commas separate groups here */
    bool plain;                     /* ASCII digits and one point only: a slice will do */
    bool bad;                       /* malformed */
    bool foreign;                   /* digits of other scripts, or turned text */
};

static bool is_digit_at(struct str text, size_t at) {
    uint32_t point = glyph_at(text, at);
    return glyph_digit(point) >= 0 || glyph_is_foreign_digit(point);
}

/* ，groups digits in forms typed with a Chinese input method
 * (１，２３４), and ends clauses everywhere else: see is_wide_grouping. */
static bool is_comma(uint32_t point) {
    return point == ',' || point == 0xFF0C;
}

static bool is_point(uint32_t point) {
    return point == '.' || point == 0xFF0E;
}

/* Ideographic stop and middle dots, typed or recognised where a point is
 * meant. */
static bool is_stop(uint32_t point) {
    return point == 0x3002 || point == 0xB7 || point == 0x30FB || point == 0x2027;
}

/* -5, －5, −5 and △5 are all the same five below zero: △ is what
 * accounting systems print. */
static bool is_minus(uint32_t point) {
    return point == '-' || point == 0xFF0D || point == 0x2212 || point == 0x2013 ||
           point == 0x25B3 || point == 0x25B2; /* △ ▲ of accounting */
}

static bool is_plus(uint32_t point) {
    return point == '+' || point == 0xFF0B;
}

static bool is_unit_of(struct str text, size_t at, enum mention_kind a, enum mention_kind b) {
    struct unit unit;
    return unit_read(text, glyph_skip(text, at), &unit) > 0 && (unit.kind == a || unit.kind == b);
}

/* A unit behind the digits is the best proof that a doubtful separator belongs
 * to a number. */
static bool has_unit(struct str text, size_t at) {
    struct unit unit;
    return unit_read(text, glyph_skip(text, at), &unit) > 0;
}

static size_t skip_digits(struct str text, size_t at, size_t most) {
    size_t size;
    for (size_t count = 0; count < most && is_digit_at(text, at); count++) {
        utf8_decode(text, at, &size);
        at += size;
    }
    return at;
}

bool number_is_sign(struct str text, size_t at) {
    uint32_t before = glyph_before(text, at);
    bool letter = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z');
    bool closing = before == ')' || before == 0xFF09 || before == '%' || before == 0xFF05;
    bool date = before == 0x5E74 || before == 0x6708 || before == 0x65E5 || before == 0x53F7;
    return glyph_digit(before) < 0 && !letter && !closing && !date;
}

/* The separators after which three digits must stand up to the end or the
 * point. */
static void take_comma(struct run *run, size_t size) {
    bool fits = run->commas == 0 ? run->group >= 1 && run->group <= 3 : run->group == 3;
    run->bad |= !fits || run->points > 0;
    if (run->commas++ == 0)
        run->first_comma = run->at;
    run->last_comma = run->at;
    run->group = 0;
    run->plain = false;
    run->at += size;
}

/* 1.234.56 and 13,04.9 are kept as one malformed figure with their raw text: a
 * repair would be a guess that the report never made. */
static void take_point(struct run *run, size_t size) {
    run->bad |= run->points > 0 || run->digits == 0 || (run->commas > 0 && run->group != 3);
    run->points++;
    run->group = 0;
    run->plain &= size == 1;
    run->at += size;
}

/* "21. 73": the digits behind blanks belong to the point when they end in a
 * unit, or the cell. */
static size_t skip_gap(struct str text, size_t at, enum number_place place) {
    size_t digits = glyph_skip(text, at);
    if (digits == at || !is_digit_at(text, digits))
        return 0;
    size_t end = skip_digits(text, digits, 5);
    if (is_digit_at(text, end) || is_point(glyph_at(text, end)))
        return 0;
    if (place == NUMBER_IN_CELL)
        return glyph_skip(text, end) == text.len || has_unit(text, end) ? digits : 0;
    return has_unit(text, end) && str_find(str_slice(text, end, end + 6), "年", 0) == SIZE_MAX
               ? digits
               : 0;
}

/* ideographic stop, middle dots, apostrophes and underscores where a point or
 * comma is meant */
static bool is_odd_separator(struct str text, size_t at, size_t size, uint32_t point) {
    if (!is_digit_at(text, at + size))
        return false;
    if (point == '\'' || point == '_' || point == 0x2019)
        return true;
    if (!is_stop(point))
        return false;
    size_t end = skip_digits(text, at + size, 8);
    return is_unit_of(text, end, MENTION_AMOUNT, MENTION_RATE);
}

/* 1 260.50万元: groups of three behind blanks, with money behind them. Read as
 * 260.50 it would be silently wrong; whether it is one figure or two only its
 * author knows. */
static bool is_spaced_grouping(struct str text, size_t at) {
    for (int groups = 0; groups < MOST_GROUPS; groups++) {
        size_t end = skip_digits(text, at, 3), more = skip_digits(text, end, 1);
        if (end == at || more != end || skip_digits(text, at, 2) == end)
            return false;
        at = glyph_skip(text, end);
        if (at == end || !is_digit_at(text, at)) {
            if (is_point(glyph_at(text, end)))
                end = skip_digits(text, end + 1, 12);
            return is_unit_of(text, end, MENTION_AMOUNT, MENTION_AMOUNT);
        }
    }
    return false;
}

/* The blank between two groups, which makes the figure malformed. */
static bool take_blank(struct run *run, struct str text) {
    size_t behind = glyph_skip(text, run->at);
    bool grouped = behind > run->at && run->commas == 0 && run->points == 0 && run->digits > 0 &&
                   (run->digits <= 3 || run->bad) && is_spaced_grouping(text, behind);
    if (!grouped)
        return false;
    run->bad = true;
    run->plain = false;
    run->at = behind;
    return true;
}

/* One character of the run; false where it ends. */
static bool take(struct run *run, struct str text, enum number_place place) {
    size_t size;
    if (run->at >= run->limit)
        return false;
    uint32_t point = utf8_decode(text, run->at, &size);
    size_t next = run->at + size;
    while (next < text.len && glyph_is_invisible(glyph_at(text, next)))
        next += utf8_decode(text, next, &size) == 0xAD ? 2 : 3;
    size = next - run->at;
    if (glyph_digit(point) >= 0 || glyph_is_foreign_digit(point)) {
        run->digits++;
        run->group++;
        run->plain &= size == 1;
        run->foreign |= glyph_digit(point) < 0;
        run->at = next;
        return true;
    }
    if (is_point(point) && (is_digit_at(text, next) || is_point(glyph_at(text, next)))) {
        take_point(run, size);
        return true;
    }
    if (is_point(point) && run->points == 0 && run->digits > 0) {
        size_t digits = skip_gap(text, next, place);
        if (digits == 0 && !is_unit_of(text, next, MENTION_AMOUNT, MENTION_RATE))
            return false;
        if (digits == 0 && glyph_skip(text, next) != next)
            return false; /* a full stop, then another word */
        take_point(run, (digits ? digits : next) - run->at);
        run->plain = false;
        run->bad |= digits == 0; /* 5.% */
        return true;
    }
    /* 7,00.0,77 and 5,万元 stay one figure up to the unit: cutting at the
     * comma would read 0.77 or nothing */
    if (is_comma(point) && (point == ',' || run->wide)) {
        bool goes_on =
            is_digit_at(text, next) || is_comma(glyph_at(text, next)) || place == NUMBER_IN_CELL;
        if (!goes_on && !is_unit_of(text, next, MENTION_AMOUNT, MENTION_RATE))
            return false;
        take_comma(run, size);
        return true;
    }
    if (is_odd_separator(text, run->at, next - run->at, point)) {
        run->bad = true;
        run->plain = false;
        run->at = next;
        return true;
    }
    if (take_blank(run, text))
        return true;
    if (glyph_is_turning(point) && (is_digit_at(text, next) || is_point(glyph_at(text, next)))) {
        run->foreign = true;
        run->at = next;
        return true;
    }
    return false;
}

/* 11,122,31 has lost a digit: the last group must have three. */
static struct run measure(struct str text, size_t at, size_t limit, enum number_place place) {
    struct run run = {.at = at, .limit = limit, .plain = true};
    while (take(&run, text, place))
        ;
    run.bad |= run.commas > 0 && run.points == 0 && run.group != 3;
    return run;
}

/* １，２３４．５６ and 1，234: full-width commas separate groups only
 * where nothing but a whole grouped amount can be meant, for in prose they end
 * a clause. */
static bool is_wide_grouping(struct str text, size_t at, enum number_place place) {
    size_t size;
    for (int groups = 0; is_comma(glyph_at(text, at)); groups++) {
        if (groups == MOST_GROUPS)
            return false;
        utf8_decode(text, at, &size);
        size_t end = skip_digits(text, at + size, 4), group = 0;
        for (size_t i = at + size; i < end; i += size, group++)
            utf8_decode(text, i, &size);
        if (group != 3)
            return false;
        at = end;
    }
    if (is_point(glyph_at(text, at))) {
        utf8_decode(text, at, &size);
        at = skip_digits(text, at + size, 12);
    }
    if (place == NUMBER_IN_CELL)
        return true;
    return is_unit_of(text, at, MENTION_AMOUNT, MENTION_AMOUNT);
}

/* 1 000 000元: blanks as separators are no notation of ours, but reading 0元
 * would be worse. */
static size_t spaced_groups(struct str text, size_t at, enum number_place place) {
    size_t end = at;
    for (int groups = 0; glyph_at(text, end) == ' ' && is_digit_at(text, end + 1); groups++) {
        if (groups == MOST_GROUPS)
            return 0;
        size_t next = skip_digits(text, end + 1, 4);
        if (next != end + 4)
            return 0;
        end = next;
    }
    if (end == at)
        return 0;
    bool closes = place == NUMBER_IN_CELL && glyph_skip(text, end) == text.len;
    return closes || is_unit_of(text, end, MENTION_AMOUNT, MENTION_AMOUNT) ? end : 0;
}

/* 95,2020年 and 3,5,8个: the comma ends a clause or an enumeration. */
static size_t clause_comma(struct str text, const struct run *run, enum number_place place) {
    if (place == NUMBER_IN_CELL || run->commas == 0 || run->commas > MOST_COMMAS)
        return 0;
    uint32_t next = glyph_at(text, glyph_skip(text, run->at));
    if (next == 0x5E74 || next == 0x6708 || next == 0x65E5)
        return run->last_comma;
    if (run->bad && run->points == 0 && !has_unit(text, run->at))
        return run->first_comma;
    return 0;
}

/* What the run is shows only at its end: 95,2020 年 is a score and a year,
 * 3,5,8 个 are three figures. So it is measured, cut and measured again, twice
 * at most. */
static struct run settle(struct str text, size_t at, enum number_place place) {
    struct run run = measure(text, at, text.len, place);
    size_t cut = clause_comma(text, &run, place);
    if (cut > 0)
        return measure(text, at, cut, place);
    if (run.commas > 0 || run.points > 0 || run.digits == 0 || run.digits > 3)
        return run;
    if (glyph_at(text, run.at) == 0xFF0C && is_wide_grouping(text, run.at, place)) {
        run.wide = true;
        while (take(&run, text, place))
            ;
        return run;
    }
    size_t end = spaced_groups(text, run.at, place);
    if (end > 0) {
        run.bad = true;
        run.plain = false;
        run.at = end;
    }
    return run;
}

/* One notation for all that follows: ASCII digits, one point, a sign; 。 and
 * · where a point is meant are points. */
static struct str write_plain(struct arena *arena, struct str text, bool negative) {
    char *plain = arena_alloc(arena, text.len + 3);
    size_t len = 0, size;
    bool pointed = false;
    if (!plain)
        return (struct str){0};
    if (negative)
        plain[len++] = '-';
    for (size_t at = 0; at < text.len; at += size) {
        uint32_t point = utf8_decode(text, at, &size);
        if (glyph_digit(point) >= 0)
            plain[len++] = (char)('0' + glyph_digit(point));
        if ((!is_point(point) && !is_stop(point)) || pointed)
            continue;
        if (len == (negative ? 1u : 0u))
            plain[len++] = '0';
        plain[len++] = '.';
        pointed = true;
    }
    if (len > 0 && plain[len - 1] == '.')
        len--;
    /* zero has no sign */
    bool zero = negative && strspn(plain + 1, "0.") == len - 1;
    return zero ? (struct str){plain + 1, len - 1} : (struct str){plain, len};
}

bool number_read(struct arena *arena, struct str text, size_t at, enum number_place place,
                 struct number *out) {
    size_t start = at, signs = 0, size;
    bool negative = false;
    for (; at < text.len; at += size) {
        uint32_t point = utf8_decode(text, at, &size);
        if (!is_minus(point) && !is_plus(point) && !glyph_is_turning(point))
            break;
        negative |= is_minus(point);
        signs += !glyph_is_turning(point);
    }
    struct run run = settle(text, at, place);
    bool turned =
        glyph_is_turning(glyph_before(text, at)) || glyph_is_turning(glyph_at(text, run.at));
    if (run.digits == 0)
        return false;
    *out = (struct number){
        .start = start,
        .end = run.at,
        .malformed = run.bad || run.foreign || turned || signs > 1,
        .grouped = run.commas > 0,
        .integer = run.points == 0,
        .digits = run.digits,
    };
    struct str digits = str_slice(text, at, run.at);
    if (run.plain && !negative && !run.bad)
        out->plain = digits;
    else if (!run.foreign && !turned)
        out->plain = write_plain(arena, digits, negative);
    return true;
}
