/* What a line of running text looks like from outside: marks, headings, cut
 * sentences. */
#ifndef HEJI_INGEST_PROSE_H
#define HEJI_INGEST_PROSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* Whether the line begins with the number of a heading or of an item: 一、
 * （一） 1. 1、 (1) 1.2 第一章. "3.5 万元" has none. */
bool prose_has_number(struct str line);

/* The same, or with another mark that begins a paragraph: ① ● 附件 注：
 * 一是 同时. */
bool prose_has_mark(struct str line);

/* Whether the line is nothing but a page number: "- 15 -", "— 1 —", "第 3
 * 页 共 9 页"; bare digits only when `page` says that a page break stands
 * beside the line. */
bool prose_is_page_number(struct str line, bool page);

/* Whether the sentence that breaks off at the end of `line` goes on in `next`,
 * with `blanks` blank lines between them. In doubt it does not: headings,
 * titles, fields of a cover (项目名称：), signatures, dates and indented
 * lines begin anew. */
bool prose_continues(struct str line, struct str next, size_t blanks);

/* Whether the text reads as sentences, not as the content of a cell: long, and
 * closed by 。 */
bool prose_is_sentence(struct str text);

#endif
