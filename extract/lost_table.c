/*   一级指标二级指标三级指标分值得分        heads without anything between them
 *   产出指标数量指标渠道长度2019.5          20 and 19.5, or 2019.5? nobody can tell */
#include "extract/lost_table.h"

#include "base/utf8.h"
#include "extract/lexicon.h"

/* A head has 2 to 12 characters; a line of heads has no more than some twenty. */
enum { HEADS_MIN = 3, HEAD_MIN_BYTES = 6, HEAD_BYTES = 36, LINE_BYTES = 400 };

/* Bytes of what may stand between two heads, 0 for anything else. */
static size_t separator_at(struct str text, size_t at) {
    size_t size;
    uint32_t point = utf8_decode(text, at, &size);
    return utf8_is_space(point) || point == ',' || point == 0xFF0C || point == 0x3001 ? size : 0;
}

/* Notes in `fewest` how many heads end behind each head that begins at `at`. */
static void take_heads(const struct lexicon *lexicon, struct str text, size_t at,
                       uint8_t fewest[LINE_BYTES + 1]) {
    size_t size;
    for (size_t end = at; end < text.len && end - at < HEAD_BYTES; end += size) {
        utf8_decode(text, end, &size);
        struct str name = str_slice(text, at, end + size);
        bool fewer = fewest[end + size] == 0 || fewest[at] + 1 < fewest[end + size];
        if (fewer && name.len >= HEAD_MIN_BYTES && lexicon_is_head(lexicon, name))
            fewest[end + size] = (uint8_t)(fewest[at] + 1);
    }
}

/* How many heads the text is made of at least; 0 when anything else is in it. Every way to cut
 * it is followed, for 指标 begins 指标值, too, and the fewest count: 三级指标 is one. */
static size_t count_heads(const struct lexicon *lexicon, struct str text) {
    uint8_t fewest[LINE_BYTES + 1] = {1}; /* heads before each byte and one more, 0: no way there */
    if (text.len < HEAD_MIN_BYTES || text.len > LINE_BYTES)
        return 0;
    for (size_t at = 0; at < text.len; at++) {
        size_t skipped = fewest[at] > 0 ? separator_at(text, at) : 0;
        if (skipped > 0)
            fewest[at + skipped] = fewest[at];
        else if (fewest[at] > 0)
            take_heads(lexicon, text, at, fewest);
    }
    return fewest[text.len] > 0 ? fewest[text.len] - 1U : 0;
}

static void warn(struct doc *doc, const struct passage *passage) {
    doc_warn(doc, "table_unreadable", &passage->at,
             "the heads of a table without anything between its cells: which figure belongs to "
             "which column cannot be told");
}

/* Word keeps its cells apart; only text loses them. */
bool lost_table_scan(struct doc *doc, const struct config *config, struct err *err) {
    const struct passage *paragraphs = doc->document.paragraphs.items;
    size_t run = 0, first = 0, count = doc->document.paragraphs.count;
    if (count > 0 && paragraphs[0].at.line == PLACE_NONE)
        return true;
    for (size_t i = 0; i < count; i++) {
        size_t heads = count_heads(config->lexicon, paragraphs[i].text);
        if (run == 0)
            first = i;
        if (run < HEADS_MIN && heads > 0 && run + heads >= HEADS_MIN)
            warn(doc, &paragraphs[first]);
        run = heads > 0 ? run + heads : 0;
    }
    return arena_check(&doc->arena, err);
}
