/* Characters of symbol fonts as Unicode (w:sym, ISO/IEC 29500-1 17.3.3.30). */
#ifndef HEJI_INGEST_DOCX_SYMBOL_H
#define HEJI_INGEST_DOCX_SYMBOL_H

#include <stdint.h>

#include "base/str.h"

/* The Unicode character that `code` shows in `font`. Symbol fonts keep their
 * signs at U+F020 to U+F0FF; where font or sign are not known, `code` itself
 * comes back. */
uint32_t docx_symbol(struct str font, uint32_t code);

/* Hexadecimal (ST_ShortHexNumber) as written in w:char; 0 when it is none. */
uint32_t docx_symbol_code(struct str text);

#endif
