#include "validate/numbering.h"

#include "base/utf8.h"
#include "validate/relation.h"

/* The level of （一）. */
enum { SECTION_LEVEL = 2 };

/* A number left out behind the first may as well be another list. */
enum { RUN_MIN = 2 };

enum { LEVELS = 16, TITLE_BYTES = 60, CIRCLED_FIRST = 0x2460, CIRCLED_LAST = 0x2473 };

/* A mark cut into what stands before its numeral, the numeral, and what stands
 * behind. */
struct mark {
    struct str before, numeral, after; /* squeezed */
    struct str raw;                    /* as printed, trimmed */
};

/* The latest heading of a level since its parent, and whether its numbers have
 * counted from 1. */
struct trail {
    const struct heading *last; /* NULL: none */
    struct mark mark;
    bool sound;
};

struct numbering {
    struct trail levels[LEVELS];
    uint32_t *blocks; /* block of each paragraph */
    uint32_t part;
};

/* ---- marks */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* 百 and 零 too: chapters rarely reach them, but a mark cut short would look
 * like a repeated number. */
static bool is_numeral(uint32_t point) {
    static const struct str han = STR("一二三四五六七八九十百零〇");
    char bytes[5] = {0};
    if ((point < 0x80 && is_digit((char)point)) ||
        (point >= CIRCLED_FIRST && point <= CIRCLED_LAST))
        return true;
    bytes[utf8_encode(point, bytes)] = '\0';
    return point > 0x7F && str_has(han, bytes);
}

/* ①..⑳ are one character each and cannot be written digit by digit. */
static bool is_circled(struct str numeral) {
    size_t size;
    uint32_t point = utf8_decode(numeral, 0, &size);
    return point >= CIRCLED_FIRST && point <= CIRCLED_LAST;
}

/* Cuts the mark; false when it has no numeral or more than one, as 1.1. */
static bool cut_mark(struct arena *arena, struct str text, struct mark *mark) {
    struct str plain = str_squeeze(arena, text);
    size_t size, start = plain.len, end = 0;
    for (size_t at = 0; at < plain.len; at += size) {
        if (!is_numeral(utf8_decode(plain, at, &size)))
            continue;
        if (end > 0 && end != at)
            return false;
        if (start == plain.len)
            start = at;
        end = at + size;
    }
    *mark = (struct mark){str_slice(plain, 0, start), str_slice(plain, start, end),
                          str_slice(plain, end, plain.len), str_trim(text)};
    return end > 0;
}

/* 1. and 1、 are different lists; （二） and (二) are not, because marks
 * are squeezed. */
static bool is_alike(const struct mark *a, const struct mark *b) {
    return is_digit(a->numeral.ptr[0]) == is_digit(b->numeral.ptr[0]) &&
           str_eq(a->before, b->before) && str_eq(a->after, b->after);
}

/* The Chinese digit for 1..9; empty for 0. */
static struct str han_digit(uint32_t digit) {
    static const struct str han = STR("一二三四五六七八九");
    size_t size = strlen("一");
    return digit > 0 ? str_slice(han, size * (digit - 1), size * digit) : (struct str){0};
}

/* `number` written like the mark's own numeral, NUL-terminated; empty when it
 * cannot be. */
static struct str write_numeral(struct arena *arena, const struct mark *mark, uint32_t number) {
    if (is_digit(mark->numeral.ptr[0]))
        return str_printf(arena, "%u", number);
    if (is_circled(mark->numeral)) {
        char bytes[4];
        uint32_t point = CIRCLED_FIRST + number - 1;
        size_t len = point <= CIRCLED_LAST ? utf8_encode(point, bytes) : 0;
        return str_copy(arena, (struct str){bytes, len});
    }
    if (number > 99)
        return (struct str){0};
    struct str ten = han_digit(number >= 20 ? number / 10 : 0), one = han_digit(number % 10);
    return str_printf(arena, "%.*s%s%.*s", STR_ARGS(ten), number >= 10 ? "十" : "", STR_ARGS(one));
}

/* What is proposed looks like what is printed: （三） after （二）, with
 * the brackets of the document. */
static struct str write_mark(struct arena *arena, const struct mark *mark, uint32_t number) {
    struct str numeral = write_numeral(arena, mark, number);
    struct str old = str_copy(arena, mark->numeral), before = mark->before, after = mark->after;
    size_t at = old.len > 0 ? str_find(mark->raw, old.ptr, 0) : SIZE_MAX;
    if (at != SIZE_MAX) { /* keeps the brackets in the width they have */
        before = str_slice(mark->raw, 0, at);
        after = str_slice(mark->raw, at + old.len, mark->raw.len);
    }
    return str_printf(arena, "%.*s%.*s%.*s", STR_ARGS(before), STR_ARGS(numeral), STR_ARGS(after));
}

/* ---- doubt */

/* Whether the text may hold `numeral` (NUL-terminated, not empty) as a mark: a
 * circled one, or one followed by what marks end with. */
static bool may_hold(struct str text, struct str numeral) {
    static const char *const ends[] = {"、", ".", "．", ")", "）", "，", "是", "：", ":"};
    for (size_t at = str_find(text, numeral.ptr, 0); at != SIZE_MAX;
         at = str_find(text, numeral.ptr, at + numeral.len)) {
        struct str rest = str_slice(text, at + numeral.len, text.len);
        if (is_circled(numeral))
            return true;
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
            if (str_starts(rest, ends[i]))
                return true;
        }
    }
    return false;
}

/* Whether the number left out between both headings may stand there all the
 * same: inside a paragraph, in a table, or made by Word. */
static bool may_stand_between(const struct doc *doc, const struct numbering *numbering,
                              const uint32_t paragraphs[2], struct str numeral) {
    for (uint32_t at = numbering->blocks[paragraphs[0]]; at < numbering->blocks[paragraphs[1]];
         at++) {
        const struct block *block = &doc->document.blocks.items[at];
        if (block->kind == BLOCK_TABLE)
            return true;
        const struct passage *passage = &doc->document.paragraphs.items[block->index];
        if (passage->numbering.len > 0 || may_hold(passage->text, numeral))
            return true;
    }
    return false;
}

/* A page header or a title carried over repeats number and words; a real slip
 * repeats the number only. */
static bool has_same_text(struct doc *doc, const struct heading *a, const struct heading *b) {
    return str_eq(str_squeeze(&doc->arena, a->passage->text),
                  str_squeeze(&doc->arena, b->passage->text));
}

/* Lists begin again within a section, （一） under 一、 does not. */
static bool is_section(const struct numbering *numbering, const struct heading *heading) {
    return heading->level == SECTION_LEVEL && numbering->levels[SECTION_LEVEL - 1].last;
}

/* Whether `heading` certainly breaks the run of `trail`. The same text again is
 * a title carried over a page break. */
static bool breaks_run(struct doc *doc, const struct numbering *numbering,
                       const struct trail *trail, const struct heading *heading) {
    const struct heading *last = trail->last;
    if (!trail->sound || last->automatic || heading->automatic)
        return false;
    if (heading->number == last->number)
        return (last->number > 1 || is_section(numbering, heading)) &&
               !has_same_text(doc, last, heading);
    if (last->number < RUN_MIN || heading->number != last->number + 2)
        return false;
    struct str numeral = write_numeral(&doc->arena, &trail->mark, last->number + 1);
    uint32_t paragraphs[2] = {last->paragraph, heading->paragraph};
    return numeral.len > 0 && !may_stand_between(doc, numbering, paragraphs, numeral);
}

/* ---- */

/* The beginning of the heading's paragraph. */
static struct str title_of(const struct heading *heading) {
    struct str text = str_trim(heading->passage->text);
    size_t end = text.len;
    while (end > TITLE_BYTES)
        end = utf8_before(text, end);
    return str_slice(text, 0, end);
}

/* Info only: a repeated 二、 harms no figure, and reports are often pasted
 * together from several hands. */
static bool report(struct doc *doc, const struct config *config, const struct numbering *numbering,
                   const struct heading *pair[2], struct err *err) {
    const struct trail *trail = &numbering->levels[pair[1]->level];
    bool english = config->language == LANGUAGE_ENGLISH;
    struct str before = title_of(pair[0]);
    struct notice notice = {
        .rule = "text.numbering",
        .severity = SEVERITY_INFO,
        .part = numbering->part,
        .label = title_of(pair[1]),
        .claimed = str_trim(pair[1]->mark),
        .computed = write_mark(&doc->arena, &trail->mark, pair[0]->number + 1),
        .text = title_of(pair[1]),
        .at = pair[1]->passage->at,
    };
    const char *words = english ? "the one before it is \"%.*s\"" : "前一个为“%.*s”";
    notice.diagnosis = str_printf(&doc->arena, words, STR_ARGS(before));
    return relation_notice(doc, config, &notice, err);
}

/* Takes the next heading: deeper levels begin anew, its own goes on. */
static bool follow(struct doc *doc, const struct config *config, struct numbering *numbering,
                   const struct heading *heading, struct err *err) {
    struct trail *trail = &numbering->levels[heading->level];
    struct mark mark;
    bool fine = true, sound = heading->number == 1;
    for (uint32_t level = heading->level + 1; level < LEVELS; level++)
        numbering->levels[level] = (struct trail){0};
    if (!cut_mark(&doc->arena, heading->mark, &mark)) {
        *trail = (struct trail){0};
        return true;
    }
    if (trail->last && is_alike(&trail->mark, &mark)) {
        bool broken = breaks_run(doc, numbering, trail, heading);
        const struct heading *pair[2] = {trail->last, heading};
        if (broken)
            fine = report(doc, config, numbering, pair, err);
        sound |= trail->sound && (broken || heading->number == trail->last->number + 1);
    }
    *trail = (struct trail){heading, mark, sound};
    return fine;
}

/* Every report of a file counts for itself. */
static void enter_part(const struct doc *doc, struct numbering *numbering,
                       const struct heading *heading) {
    uint32_t block = numbering->blocks[heading->paragraph];
    uint32_t part = doc->reading.block_parts ? doc->reading.block_parts[block] : 0;
    if (part == numbering->part)
        return;
    memset(numbering->levels, 0, sizeof numbering->levels);
    numbering->part = part;
}

/* Blocks tell what stands between two headings; a table there may hold the
 * missing number. */
static bool index_blocks(struct doc *doc, struct numbering *numbering) {
    numbering->blocks =
        arena_array(&doc->arena, doc->document.paragraphs.count + 1, sizeof *numbering->blocks);
    for (uint32_t i = 0; numbering->blocks && i < doc->document.blocks.count; i++) {
        const struct block *block = &doc->document.blocks.items[i];
        if (block->kind == BLOCK_PARAGRAPH)
            numbering->blocks[block->index] = i;
    }
    return numbering->blocks != NULL;
}

/* Headings in cells number the rows of a form, which restart as they please. */
bool numbering_run(struct doc *doc, const struct config *config, struct err *err) {
    struct numbering numbering = {0};
    if (!index_blocks(doc, &numbering))
        return arena_check(&doc->arena, err);
    for (size_t i = 0; i < doc->reading.headings.count; i++) {
        const struct heading *heading = &doc->reading.headings.items[i];
        if (heading->paragraph >= doc->document.paragraphs.count || heading->level >= LEVELS)
            continue;
        enter_part(doc, &numbering, heading);
        if (!follow(doc, config, &numbering, heading, err))
            return false;
    }
    return true;
}
