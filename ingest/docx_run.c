#include "ingest/docx_run.h"

#include <string.h>

#include "base/utf8.h"
#include "ingest/docx_symbol.h"

/* ---- properties */

void docx_run_start(struct docx_story *story) {
    struct docx_run *run = &story->flow->run;
    const struct docx_style *style;
    docx_story_settle(story); /* for its style, when the paragraph has no properties */
    style = story->flow->paragraph.style;
    run->vanish = STYLE_UNSET;
    run->style = NULL;
    run->font[0] = '\0';
    run->hidden = story->styles->vanish || (style && style->vanish == 1);
}

/* w:rPr holds some fifty properties; whether text shows, and whether its
 * characters are those of a symbol font, is all that bears on reading. */
enum xml_step docx_run_set(struct docx_story *story, struct xml *xml,
                           const struct xml_element *element) {
    struct docx_run *run = &story->flow->run;
    struct str font = {0};
    switch (element->name) {
    case NAME_VANISH:
        run->vanish = ooxml_is_on(xml_value(xml, element));
        break;
    case NAME_R_STYLE:
        run->style = docx_styles_find(story->styles, xml_value(xml, element));
        break;
    case NAME_R_FONTS:
        /* Only symbol fonts matter, and their names are short. */
        if (xml_attribute(xml, element, NS_W, NAME_ASCII, &font) && font.len < sizeof run->font) {
            memcpy(run->font, font.ptr, font.len);
            run->font[font.len] = '\0';
        }
        break;
    default:
        break;
    }
    return XML_SKIP;
}

/* Toggle properties (17.7.3): the paragraph's and the run's style cancel each
 * other out; direct formatting decides. */
void docx_run_settle(struct docx_story *story) {
    struct docx_run *run = &story->flow->run;
    const struct docx_style *style = story->flow->paragraph.style;
    bool by_paragraph = style && style->vanish == 1;
    bool by_run = run->style && run->style->vanish == 1;
    run->hidden = run->vanish != STYLE_UNSET ? run->vanish == 1
                                             : by_paragraph != by_run || story->styles->vanish;
}

/* ---- text */

/* Text within a field code goes in with a mark: whether it shows is known
 * later. */
static bool put(struct docx_story *story, struct docx_buffer *target, struct str piece) {
    char mark[FIELD_MARK];
    static const struct str end = STR("\3");
    if (!docx_fields_in_code(&story->fields))
        return docx_buffer_add(target, story->arena, piece);
    docx_fields_mark(&story->fields, mark);
    return docx_buffer_add(target, story->arena, (struct str){mark, sizeof mark}) &&
           docx_buffer_add(target, story->arena, piece) &&
           docx_buffer_add(target, story->arena, end);
}

/* Hidden text (17.3.2.41) is kept apart instead of dropped: a figure in it is a
 * finding. */
static struct docx_buffer *target_of(struct docx_story *story) {
    return story->flow->run.hidden ? &story->flow->hidden : &story->flow->text;
}

void docx_run_start_text(struct docx_story *story, const struct xml_element *element, bool math) {
    story->target = math ? &story->flow->text : target_of(story);
    story->text_start = story->target->len;
    story->preserve = math || element->preserve;
    if (story->doc->document.traced) /* behind the sign that closes the tag */
        story->text_byte = docx_story_byte(story) + xml_sign_bytes(story->xml);
}

/* Word itself stops far below; a bomb of blanks would fill the arena. */
static bool check_length(const struct docx_story *story, const struct docx_buffer *target,
                         struct str piece) {
    if (target->len + piece.len <= LIMIT_PASSAGE_BYTES)
        return true;
    return err_set(story->err, ERR_XML_LIMIT, 0, "a text of more than %u bytes",
                   LIMIT_PASSAGE_BYTES);
}

/* The parser hands out text in pieces that stand in the part as they are, and references one by one
 * as the character that they mean; what is longer or shorter than that has a gap before it, such as
 * a comment. */
static bool mark_text(struct docx_story *story, struct str piece) {
    uint32_t end, start = xml_piece_offset(story->xml, piece, &end);
    size_t size = 0;
    if (piece.len > 0)
        utf8_decode(piece, 0, &size);
    if (piece.len <= size || xml_sign_bytes(story->xml) > 1)
        start = story->text_byte;
    story->text_byte = end;
    return docx_flow_mark(story->flow, start);
}

bool docx_run_text(struct docx_story *story, struct str piece) {
    bool traced = story->doc->document.traced && story->target == &story->flow->text;
    return check_length(story, story->target, piece) &&
           (((!traced || mark_text(story, piece)) && put(story, story->target, piece)) ||
            docx_story_exhausted(story));
}

/* Signs of a symbol font that stand as text at U+F020 to U+F0FF (EF 80 A0 to EF
 * 83 BF); what they become is never longer. */
static void map_symbols(const struct docx_run *run, char *text, size_t *len) {
    struct str whole = {text, *len};
    size_t out = 0, size;
    if (!memchr(text, 0xEF, *len))
        return;
    for (size_t at = 0; at < *len; at += size) {
        uint32_t point = utf8_decode(whole, at, &size);
        if (point >= 0xF020 && point <= 0xF0FF) {
            out += utf8_encode(docx_symbol(str_of(run->font), point), text + out);
        } else {
            memmove(text + out, text + at, size);
            out += size;
        }
    }
    *len = out;
}

/* White space in w:t: line ends are spaces, and without xml:space="preserve"
 * none stays at either side (XML 1.0, 2.10). */
bool docx_run_end_text(struct docx_story *story) {
    struct docx_buffer *target = story->target;
    if (target->len == story->text_start)
        return true;
    char *text = target->ptr + story->text_start;
    size_t len = target->len - story->text_start, skip = 0;
    for (size_t i = 0; i < len; i++) {
        if (text[i] == '\n' || text[i] == '\r')
            text[i] = ' ';
    }
    if (!story->preserve) {
        while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\t'))
            len--;
        while (skip < len && (text[skip] == ' ' || text[skip] == '\t'))
            skip++;
        len -= skip;
        if (skip > 0) {
            memmove(text, text + skip, len);
            if (target == &story->flow->text)
                docx_flow_shift_marks(story->flow, story->text_start, skip);
        }
    }
    map_symbols(&story->flow->run, text, &len);
    target->len = story->text_start + len;
    if (story->inserted == 0 || target != &story->flow->text)
        return true;
    return docx_flow_note_inserted(story->flow, story->text_start) || docx_story_exhausted(story);
}

/* The final view has none of it; what a number was before its change is told. */
bool docx_run_deleted_text(struct docx_story *story, struct str piece) {
    return check_length(story, &story->deleted, piece) &&
           (docx_buffer_add(&story->deleted, story->arena, piece) || docx_story_exhausted(story));
}

/* A deletion may stand between rows, where no flow is open. */
bool docx_run_end_deleted(struct docx_story *story) {
    struct str text = {story->deleted.ptr, story->deleted.len};
    story->deleted.len = 0;
    return !story->flow || docx_flow_note_deleted(story->flow, text) || docx_story_exhausted(story);
}

/* ---- signs */

static enum xml_step put_literal(struct docx_story *story, const char *text) {
    return docx_story_skip(story, put(story, target_of(story), str_of(text)));
}

/* w:sym (17.3.3.30); a code that is no character shows nothing. */
static enum xml_step put_symbol(struct docx_story *story, struct xml *xml,
                                const struct xml_element *element) {
    struct str font = {0}, code = {0};
    char bytes[4];
    xml_attribute(xml, element, NS_W, NAME_FONT, &font);
    xml_attribute(xml, element, NS_W, NAME_CHAR, &code);
    uint32_t point = docx_symbol(font, docx_symbol_code(code));
    if (point < ' ' || point > 0x10FFFF)
        return XML_SKIP;
    struct str text = {bytes, utf8_encode(point, bytes)};
    return docx_story_skip(story, put(story, target_of(story), text));
}

/* A page break (17.3.3.1) is kept as form feed, the others as line feeds: a
 * figure must not grow together with the one behind the break. */
static enum xml_step break_line(struct docx_story *story, struct xml *xml,
                                const struct xml_element *element) {
    struct str type = {0};
    xml_attribute(xml, element, NS_W, NAME_TYPE, &type);
    return put_literal(story, str_is(type, "page") || str_is(type, "column") ? "\f" : "\n");
}

/* w:fldChar stands in a run of its own or among text (17.16.18). */
static enum xml_step field_char(struct docx_story *story, struct xml *xml,
                                const struct xml_element *element) {
    struct str type = {0};
    xml_attribute(xml, element, NS_W, NAME_FLD_CHAR_TYPE, &type);
    return docx_story_skip(story, docx_fields_char(&story->fields, type));
}

/* The reference mark itself is no text of the body. */
static enum xml_step refer(struct docx_story *story, struct xml *xml,
                           const struct xml_element *element) {
    struct str id = {0};
    struct docx_reference reference = {.endnote = element->name == NAME_ENDNOTE_REFERENCE,
                                       .paragraph = docx_story_place(story).paragraph};
    xml_attribute(xml, element, NS_W, NAME_ID, &id);
    if (!ooxml_integer(id, &reference.id))
        return XML_SKIP;
    return docx_story_skip(story, VEC_PUSH(story->arena, &story->references, reference));
}

/* Empty elements that stand for characters (17.3.3). A hyphen that must not
 * break is a character of its own, so that "3-5" and a range sign are not
 * confused; w:softHyphen shows nothing and is skipped. */
bool docx_run_sign(struct docx_story *story, struct xml *xml, const struct xml_element *element,
                   enum xml_step *step) {
    switch (element->name) {
    case NAME_TAB:
    case NAME_PTAB:
        *step = put_literal(story, "\t");
        return true;
    case NAME_BR:
        *step = break_line(story, xml, element);
        return true;
    case NAME_CR:
        *step = put_literal(story, "\n");
        return true;
    case NAME_NO_BREAK_HYPHEN:
        *step = put_literal(story, "\xE2\x80\x91"); /* U+2011 */
        return true;
    case NAME_SYM:
        *step = put_symbol(story, xml, element);
        return true;
    case NAME_FLD_CHAR:
        *step = field_char(story, xml, element);
        return true;
    case NAME_FOOTNOTE_REFERENCE:
    case NAME_ENDNOTE_REFERENCE:
        *step = refer(story, xml, element);
        return true;
    default:
        return false;
    }
}
