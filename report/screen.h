/* Text for people: built in memory, safe for any terminal, wrapped at the right
 * width for Chinese. */
#ifndef HEJI_REPORT_SCREEN_H
#define HEJI_REPORT_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "model/doc.h"

enum style { STYLE_PLAIN, STYLE_BOLD, STYLE_DIM, STYLE_RED, STYLE_YELLOW, STYLE_GREEN, STYLE_CYAN };

struct screen {
    char *ptr;   /* owned; screen_clear frees it */
    size_t len;  /* bytes written */
    size_t room; /* bytes allocated */
    bool failed; /* no memory: the rest is dropped */

    /* settings, kept by screen_clear */
    size_t width; /* columns of a line */
    bool colour;  /* styles are written; else they are left out */
    enum language language;
};

/* Frees the text and makes the screen empty again. */
void screen_clear(struct screen *screen);

/* Appends `text` of our own as it is. */
void screen_put(struct screen *screen, const char *text);

/* Appends text of the document or the file system, made safe: control
 * characters, bidirectional overrides (U+202A..U+202E, U+2066..U+2069 and the
 * marks) and line separators come out as \x1B or \u202E, bytes that are not
 * UTF-8 as \xFF; a line feed, a carriage return or a tab as a blank. */
void screen_text(struct screen *screen, struct str text);

/* The same, broken into lines of at most screen->width columns. The cursor
 * stands at column `column` (0-based) of the first line, and the lines after it
 * begin there. Chinese breaks between any two characters, but not before
 * closing and behind opening punctuation; a word or number breaks only when it
 * is longer than a line. */
void screen_wrap(struct screen *screen, size_t column, struct str text);

/* Appends `count` blanks. */
void screen_pad(struct screen *screen, size_t count);

/* Switches to a style, STYLE_PLAIN back to none. */
void screen_style(struct screen *screen, enum style style);

/* printf of our own words; what comes from outside goes through screen_text. At
 * most 400 bytes. */
void screen_format(struct screen *screen, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* `chinese` or `english`, after the language of the screen. */
const char *screen_word(const struct screen *screen, const char *chinese, const char *english)
    __attribute__((format_arg(2), format_arg(3)));

#endif
