#include "report/screen.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"

void screen_clear(struct screen *screen) {
    free(screen->ptr);
    *screen = (struct screen){
        .width = screen->width, .colour = screen->colour, .language = screen->language};
}

/* The only place that writes: after a failure the rest is dropped, and the caller asks once. */
static void put(struct screen *screen, const char *bytes, size_t len) {
    if (screen->failed || len == 0)
        return;
    if (len > screen->room - screen->len) {
        size_t room = screen->room ? screen->room : 1024;
        while (room - screen->len < len)
            room *= 2;
        char *moved = realloc(screen->ptr, room);
        if (!moved) {
            screen->failed = true;
            return;
        }
        screen->ptr = moved;
        screen->room = room;
    }
    memcpy(screen->ptr + screen->len, bytes, len);
    screen->len += len;
}

void screen_put(struct screen *screen, const char *text) {
    put(screen, text, strlen(text));
}

void screen_pad(struct screen *screen, size_t count) {
    while (count-- > 0)
        put(screen, " ", 1);
}

void screen_format(struct screen *screen, const char *format, ...) {
    char words[400];
    va_list args;
    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    screen_put(screen, words);
}

const char *screen_word(const struct screen *screen, const char *chinese, const char *english) {
    return screen->language == LANGUAGE_ENGLISH ? english : chinese;
}

void screen_style(struct screen *screen, enum style style) {
    static const char *const codes[] = {
        [STYLE_PLAIN] = "\033[0m",  [STYLE_BOLD] = "\033[1m",    [STYLE_DIM] = "\033[2m",
        [STYLE_RED] = "\033[1;31m", [STYLE_YELLOW] = "\033[33m", [STYLE_GREEN] = "\033[32m",
        [STYLE_CYAN] = "\033[36m",
    };
    if (screen->colour)
        screen_put(screen, codes[style]);
}

/* Controls, and what reorders or breaks a line without being seen. */
static bool is_unsafe(uint32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x61C || point == 0x200E ||
           point == 0x200F || (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069) || (point >= 0xFFF9 && point <= 0xFFFB);
}

void screen_text(struct screen *screen, struct str text) {
    size_t plain = 0;
    for (size_t at = 0, size; at < text.len; at += size) {
        uint32_t point = utf8_decode(text, at, &size);
        bool malformed = size == 1 && point == 0xFFFD;
        if (!malformed && !is_unsafe(point))
            continue;
        put(screen, text.ptr + plain, at - plain);
        plain = at + size;
        if (malformed)
            screen_format(screen, "\\x%02X", (unsigned char)text.ptr[at]);
        else if (point == '\n' || point == '\t' || point == '\r')
            put(screen, " ", 1);
        else
            screen_format(screen, point < 0x100 ? "\\x%02X" : "\\u%04X", (unsigned)point);
    }
    if (text.len > plain)
        put(screen, text.ptr + plain, text.len - plain);
}

/* Whether `text` from `at` on begins with one of the characters in `set`. */
static bool is_one_of(struct str text, size_t at, const char *set) {
    size_t size;
    if (at >= text.len)
        return false;
    utf8_decode(text, at, &size);
    struct str character = {text.ptr + at, size};
    char copy[8] = {0};
    memcpy(copy, character.ptr, size);
    return strstr(set, copy) != NULL;
}

/* What must not begin a line (GB/T 15834-2011, 5.1). */
static bool is_closing(struct str text, size_t at) {
    return is_one_of(text, at, "，。；：、！？）》」』】〕”’％%,.;:!?)]}…");
}

/* What must not end one. */
static bool is_opening(struct str text, size_t at) {
    return is_one_of(text, at, "（《「『【〔“‘([{");
}

/* End of the piece at `at` that must stay on one line: a run of blanks, a word,
 * or one Chinese character, with the punctuation that clings to it. */
static size_t piece_end(struct str text, size_t at) {
    size_t size, end = at;
    if (text.ptr[at] == ' ') {
        while (end < text.len && text.ptr[end] == ' ')
            end++;
        return end;
    }
    while (end < text.len && is_opening(text, end)) {
        utf8_decode(text, end, &size);
        end += size;
    }
    for (bool first = true; end < text.len && text.ptr[end] != ' '; first = false) {
        utf8_decode(text, end, &size);
        bool wide = utf8_width((struct str){text.ptr + end, size}) > 1;
        if (!first && (wide || is_opening(text, end)))
            break;
        end += size;
        if (wide)
            break;
    }
    while (end < text.len && is_closing(text, end)) {
        utf8_decode(text, end, &size);
        end += size;
    }
    return end;
}

/* The longest beginning of `text` that fits into `columns`, at least one
 * character: in bytes. */
static size_t cut_to(struct str text, size_t columns) {
    size_t at = 0, taken = 0, size;
    while (at < text.len) {
        utf8_decode(text, at, &size);
        taken += utf8_width((struct str){text.ptr + at, size});
        if (taken > columns && at > 0)
            break;
        at += size;
    }
    return at;
}

/* The next line begins under the first, so that a field stays one block. */
static void break_line(struct screen *screen, size_t column) {
    screen_put(screen, "\n");
    screen_pad(screen, column);
}

/* `text` is safe already: its width is what the terminal will show. */
static void wrap_safe(struct screen *screen, size_t column, struct str text) {
    size_t room = screen->width > column + 16 ? screen->width - column : 16, used = 0;
    for (size_t at = 0; at < text.len;) {
        struct str piece = str_slice(text, at, piece_end(text, at));
        size_t columns = utf8_width(piece);
        bool blank = piece.ptr[0] == ' ';
        at += piece.len;
        if (used > 0 && used + columns > room) {
            if (blank)
                continue;
            while (screen->len > 0 && screen->ptr[screen->len - 1] == ' ')
                screen->len--;
            break_line(screen, column);
            used = 0;
        }
        while (columns > room) {
            size_t cut = cut_to(piece, room);
            put(screen, piece.ptr, cut);
            columns -= utf8_width(str_slice(piece, 0, cut));
            piece = str_slice(piece, cut, piece.len);
            if (piece.len > 0)
                break_line(screen, column);
        }
        put(screen, piece.ptr, piece.len);
        used += columns;
    }
}

void screen_wrap(struct screen *screen, size_t column, struct str text) {
    struct screen safe = {0};
    screen_text(&safe, str_trim(text));
    screen->failed |= safe.failed;
    wrap_safe(screen, column, (struct str){safe.ptr, safe.len});
    screen_clear(&safe);
}
