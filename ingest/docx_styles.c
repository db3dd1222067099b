/* word/styles.xml:
 *
 *   <w:styles>
 *     <w:docDefaults><w:rPrDefault><w:rPr> w:vanish
 *     <w:style w:type="paragraph" w:default="1" w:styleId="a">
 *       <w:basedOn w:val="..."/>
 *       <w:pPr> <w:numPr> w:ilvl, w:numId </w:numPr> w:outlineLvl </w:pPr>
 *       <w:rPr> w:vanish </w:rPr>
 */
#include "ingest/docx_styles.h"

#include "base/limits.h"

struct reading {
    struct docx_styles *styles;
    struct err *err;
};

void docx_styles_init(struct docx_styles *styles, struct arena *arena) {
    *styles = (struct docx_styles){.arena = arena, .paragraph = STYLE_UNSET};
}

/* ---- the table of ids */

static uint32_t hash(struct str id) {
    uint32_t value = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < id.len; i++)
        value = (value ^ (unsigned char)id.ptr[i]) * 16777619u;
    return value;
}

/* The slot of `id`, or the empty one where it belongs. */
static uint32_t *slot_of(const struct docx_styles *styles, struct str id) {
    uint32_t at = hash(id) & (styles->index_size - 1);
    while (styles->index[at] && !str_eq(styles->styles.items[styles->index[at] - 1].id, id))
        at = (at + 1) & (styles->index_size - 1);
    return &styles->index[at];
}

/* At most half full; a later style of the same id takes the place of an earlier
 * one. */
static bool build_index(struct docx_styles *styles) {
    uint32_t size = 16;
    while (size < styles->styles.count * 2)
        size *= 2;
    styles->index = arena_array(styles->arena, size, sizeof *styles->index);
    if (!styles->index)
        return false;
    styles->index_size = size;
    for (uint32_t i = 0; i < styles->styles.count; i++)
        *slot_of(styles, styles->styles.items[i].id) = i + 1;
    return true;
}

/* Ids compare exactly (17.7.4.17): "a1" and "A1" are two styles. */
const struct docx_style *docx_styles_find(const struct docx_styles *styles, struct str id) {
    if (styles->index_size == 0 || id.len == 0)
        return NULL;
    uint32_t at = *slot_of(styles, id);
    return at ? &styles->styles.items[at - 1] : NULL;
}

const struct docx_style *docx_styles_paragraph(const struct docx_styles *styles, struct str id) {
    const struct docx_style *style = docx_styles_find(styles, id);
    if (!style && styles->paragraph >= 0)
        style = &styles->styles.items[styles->paragraph];
    return style;
}

/* ---- reading */

/* A style without a type is one of paragraphs (17.7.4.17). */
static enum xml_step add_style(struct reading *reading, struct xml *xml,
                               const struct xml_element *element) {
    struct docx_styles *styles = reading->styles;
    struct str id = {0}, type = STR("paragraph"), is_default = STR("0");
    xml_attribute(xml, element, NS_W, NAME_STYLE_ID, &id);
    xml_attribute(xml, element, NS_W, NAME_TYPE, &type);
    xml_attribute(xml, element, NS_W, NAME_DEFAULT, &is_default);
    struct docx_style style = {
        str_copy(styles->arena, id), {0}, STYLE_UNSET, STYLE_UNSET, STYLE_UNSET, STYLE_UNSET, {0}};
    if (str_is(type, "paragraph") && ooxml_is_on(is_default))
        styles->paragraph = (int64_t)styles->styles.count;
    if (!VEC_PUSH(styles->arena, &styles->styles, style))
        return arena_check(styles->arena, reading->err) ? XML_SKIP : XML_STOP;
    return XML_ENTER;
}

/* Properties of table parts (w:tblStylePr) are skipped above and never come
 * here. */
static void set_property(struct docx_styles *styles, struct xml *xml,
                         const struct xml_element *element) {
    struct docx_style *style = &styles->styles.items[styles->styles.count - 1];
    enum ooxml_name parent = xml_ancestor(xml, 1);
    struct str value = xml_value(xml, element);
    if (parent == NAME_STYLE && element->name == NAME_BASED_ON)
        style->based_on = str_copy(styles->arena, value);
    else if (parent == NAME_P_PR && element->name == NAME_OUTLINE_LVL)
        ooxml_integer(value, &style->outline);
    else if (parent == NAME_NUM_PR && element->name == NAME_NUM_ID)
        ooxml_integer(value, &style->num_id);
    else if (parent == NAME_NUM_PR && element->name == NAME_ILVL)
        ooxml_integer(value, &style->num_level);
    else if (parent == NAME_R_PR && xml_ancestor(xml, 2) == NAME_STYLE &&
             element->name == NAME_VANISH)
        style->vanish = ooxml_is_on(value);
}

/* w:tblStylePr, w:latentStyles and the rest are skipped whole: what they hold
 * has the same names and other meanings. */
static enum xml_step start(void *self, struct xml *xml, const struct xml_element *element) {
    struct reading *reading = self;
    struct docx_styles *styles = reading->styles;
    if (element->ns != NS_W || element->name == NAME_OTHER)
        return XML_SKIP;
    switch (element->name) {
    case NAME_STYLES:
    case NAME_DOC_DEFAULTS:
    case NAME_R_PR_DEFAULT:
    case NAME_R_PR:
    case NAME_P_PR:
    case NAME_NUM_PR:
        return XML_ENTER;
    case NAME_STYLE:
        return xml_ancestor(xml, 1) == NAME_STYLES ? add_style(reading, xml, element) : XML_SKIP;
    default:
        break;
    }
    if (xml_ancestor(xml, 2) == NAME_R_PR_DEFAULT) {
        if (element->name == NAME_VANISH)
            styles->vanish = ooxml_is_on(xml_value(xml, element));
    } else if (styles->styles.count > 0) {
        set_property(styles, xml, element);
    }
    return XML_SKIP;
}

/* ---- inheritance */

/* The bound on steps also ends a cycle. Styles are settled in any order: a base
 * that is settled already only brings the answer nearer. */
static void inherit(const struct docx_styles *styles, struct docx_style *style) {
    struct str id = style->based_on;
    if (style->num_id != STYLE_UNSET)
        style->num_source = style->id;
    else
        style->num_level = STYLE_UNSET;
    for (uint32_t i = 0; i < LIMIT_STYLE_CHAIN; i++) {
        const struct docx_style *base = docx_styles_find(styles, id);
        if (!base)
            return;
        if (style->vanish == STYLE_UNSET)
            style->vanish = base->vanish;
        if (style->outline == STYLE_UNSET)
            style->outline = base->outline;
        if (style->num_id == STYLE_UNSET && base->num_id != STYLE_UNSET) {
            style->num_id = base->num_id;
            style->num_level = base->num_level;
            style->num_source = base->num_source.len ? base->num_source : base->id;
        }
        id = base->based_on;
    }
}

/* Even when the part breaks off: the styles read until then are worth more than
 * none, and the caller warns. */
bool docx_styles_read(struct docx_styles *styles, struct docx_package *package, struct str part,
                      struct err *err) {
    struct reading reading = {styles, err};
    struct xml_reader reader = {.start = start, .self = &reading};
    bool done = docx_package_read_text(package, part, &reader, err);
    if (!build_index(styles))
        return arena_check(styles->arena, err);
    for (size_t i = 0; i < styles->styles.count; i++)
        inherit(styles, &styles->styles.items[i]);
    return done;
}
