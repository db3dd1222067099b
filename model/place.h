/* Where something stands in a document: what every value, check and finding
 * carries. */
#ifndef HEJI_MODEL_PLACE_H
#define HEJI_MODEL_PLACE_H

#include <stdint.h>

/* A place that does not apply is PLACE_NONE in its field. */
enum { PLACE_NONE = -1 };

struct place {
    int32_t line;      /* text: 1-based line of the file; PLACE_NONE in DOCX */
    int32_t paragraph; /* DOCX: 0-based index among the body paragraphs outside tables; in a cell,
                        * how many of them stand before its table; PLACE_NONE in text */
    int32_t table;     /* index into document.tables, or PLACE_NONE outside tables */
    int32_t row;       /* 0-based grid row, or PLACE_NONE */
    int32_t col;       /* 0-based grid column, or PLACE_NONE */
};

#endif
