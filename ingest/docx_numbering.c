/* word/numbering.xml:
 *
 *   <w:numbering>
 *     <w:abstractNum w:abstractNumId="0">
 *       <w:numStyleLink w:val="style"/>             instead of levels
 *       <w:lvl w:ilvl="0"> start, numFmt, lvlRestart, pStyle, isLgl, lvlText
 *     <w:num w:numId="1">
 *       <w:abstractNumId w:val="0"/>
 *       <w:lvlOverride w:ilvl="0"> startOverride, lvl
 */
#include "ingest/docx_numbering.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/utf8.h"

enum { LABEL_ROOM = 512 }; /* bytes of a number as shown; Word allows 255 characters before it */

struct reading {
    struct docx_numbering *numbering;
    struct err *err;
    struct docx_level *level;       /* that is being read; NULL outside any */
    struct docx_override *override; /* the same for w:lvlOverride */
};

void docx_numbering_init(struct docx_numbering *numbering, struct arena *arena,
                         const struct docx_styles *styles) {
    *numbering = (struct docx_numbering){.arena = arena, .styles = styles};
}

/* ---- reading */

/* Goes on, unless the arena is exhausted. */
static enum xml_step or_stop(struct reading *reading, bool done) {
    return done || arena_check(reading->numbering->arena, reading->err) ? XML_ENTER : XML_STOP;
}

/* An attribute that is no number counts as absent, as Word reads it. */
static int32_t integer_attribute(struct xml *xml, const struct xml_element *element,
                                 enum ooxml_name name, int32_t fallback) {
    struct str value = {0};
    if (xml_attribute(xml, element, NS_W, name, &value))
        ooxml_integer(value, &fallback);
    return fallback;
}

/* Ids are any integers in any order, so lists are kept as they come and sorted
 * once. */
static enum xml_step start_list(struct reading *reading, struct xml *xml,
                                const struct xml_element *element) {
    struct docx_numbering *numbering = reading->numbering;
    struct docx_list list = {
        .id = integer_attribute(xml, element, NAME_ABSTRACT_NUM_ID, NUMBERING_UNSET),
        .order = (uint32_t)numbering->lists.count};
    return or_stop(reading, VEC_PUSH(numbering->arena, &numbering->lists, list));
}

static enum xml_step start_number(struct reading *reading, struct xml *xml,
                                  const struct xml_element *element) {
    struct docx_numbering *numbering = reading->numbering;
    struct docx_number number = {.id =
                                     integer_attribute(xml, element, NAME_NUM_ID, NUMBERING_UNSET),
                                 .list_id = NUMBERING_UNSET,
                                 .order = (uint32_t)numbering->numbers.count};
    return or_stop(reading, VEC_PUSH(numbering->arena, &numbering->numbers, number));
}

/* Only few lists override anything: the room for it is made when it is
 * needed. */
static enum xml_step start_override(struct reading *reading, struct xml *xml,
                                    const struct xml_element *element) {
    struct docx_numbering *numbering = reading->numbering;
    int32_t ilvl = integer_attribute(xml, element, NAME_ILVL, 0);
    if (numbering->numbers.count == 0 || ilvl < 0 || ilvl >= NUMBERING_LEVELS)
        return XML_SKIP;
    struct docx_number *number = &numbering->numbers.items[numbering->numbers.count - 1];
    if (!number->overrides) {
        number->overrides =
            arena_array(numbering->arena, NUMBERING_LEVELS, sizeof *number->overrides);
        if (!number->overrides)
            return or_stop(reading, false);
    }
    reading->override = &number->overrides[ilvl];
    return XML_ENTER;
}

/* A level of a list, or the one that an override puts in its place. */
static enum xml_step start_level(struct reading *reading, struct xml *xml,
                                 const struct xml_element *element) {
    struct docx_numbering *numbering = reading->numbering;
    int32_t ilvl = integer_attribute(xml, element, NAME_ILVL, 0);
    if (ilvl < 0 || ilvl >= NUMBERING_LEVELS)
        return XML_SKIP;
    if (xml_ancestor(xml, 1) == NAME_LVL_OVERRIDE && reading->override) {
        reading->level = &reading->override->level;
    } else if (xml_ancestor(xml, 1) == NAME_ABSTRACT_NUM && numbering->lists.count > 0) {
        struct docx_list *list = &numbering->lists.items[numbering->lists.count - 1];
        list->has_levels = true;
        reading->level = &list->levels[ilvl];
    } else {
        return XML_SKIP;
    }
    *reading->level = (struct docx_level){.defined = true, .restart = NUMBERING_UNSET};
    return XML_ENTER;
}

/* w:lvlText may be longer than any label shown; it is cut where a character
 * ends, so that the label stays UTF-8. */
static void set_level(struct reading *reading, struct xml *xml, const struct xml_element *element) {
    struct docx_level *level = reading->level;
    struct str value = xml_value(xml, element);
    switch (element->name) {
    case NAME_START:
        ooxml_integer(value, &level->start);
        break;
    case NAME_NUM_FMT:
        level->format = numbering_parse(value);
        break;
    case NAME_LVL_RESTART:
        ooxml_integer(value, &level->restart);
        break;
    case NAME_P_STYLE:
        level->style = str_copy(reading->numbering->arena, value);
        break;
    case NAME_IS_LGL:
        level->legal = ooxml_is_on(value);
        break;
    case NAME_LVL_TEXT:
        value = str_slice(value, 0, LABEL_ROOM);
        value.len = utf8_check(value);
        level->text = str_copy(reading->numbering->arena, value);
        break;
    default:
        break;
    }
}

/* What a child means depends on its parent; the same names stand in several. */
static enum xml_step set_property(struct reading *reading, struct xml *xml,
                                  const struct xml_element *element) {
    struct docx_numbering *numbering = reading->numbering;
    size_t lists = numbering->lists.count, numbers = numbering->numbers.count;
    struct str value = xml_value(xml, element);
    switch (xml_ancestor(xml, 1)) {
    case NAME_ABSTRACT_NUM:
        if (element->name == NAME_NUM_STYLE_LINK && lists > 0)
            numbering->lists.items[lists - 1].link = str_copy(numbering->arena, value);
        break;
    case NAME_NUM:
        if (element->name == NAME_ABSTRACT_NUM_ID && numbers > 0)
            ooxml_integer(value, &numbering->numbers.items[numbers - 1].list_id);
        break;
    case NAME_LVL_OVERRIDE:
        if (element->name == NAME_START_OVERRIDE && reading->override)
            reading->override->has_start = ooxml_integer(value, &reading->override->start);
        break;
    case NAME_LVL:
    case NAME_CHOICE: /* a custom w:numFmt; the plain one in the fallback comes after it */
    case NAME_FALLBACK:
        if (reading->level)
            set_level(reading, xml, element);
        break;
    default:
        break;
    }
    return XML_SKIP;
}

/* w:numFmt of a custom format stands in mc:AlternateContent: all branches are
 * entered, and the fallback, which comes last, wins. */
static enum xml_step start(void *self, struct xml *xml, const struct xml_element *element) {
    struct reading *reading = self;
    if (element->ns == NS_MC)
        return XML_ENTER;
    if (element->ns != NS_W)
        return XML_SKIP;
    switch (element->name) {
    case NAME_NUMBERING:
        return XML_ENTER;
    case NAME_ABSTRACT_NUM:
        return start_list(reading, xml, element);
    case NAME_NUM:
        return start_number(reading, xml, element);
    case NAME_LVL_OVERRIDE:
        return start_override(reading, xml, element);
    case NAME_LVL:
        return start_level(reading, xml, element);
    default:
        return set_property(reading, xml, element);
    }
}

/* Equal ids keep the order of the file, for the last one counts. */
static int compare(int32_t id_a, uint32_t order_a, int32_t id_b, uint32_t order_b) {
    if (id_a != id_b)
        return id_a < id_b ? -1 : 1;
    return order_a < order_b ? -1 : order_a > order_b;
}

static int order_lists(const void *left, const void *right) {
    const struct docx_list *a = left, *b = right;
    return compare(a->id, a->order, b->id, b->order);
}

static int order_numbers(const void *left, const void *right) {
    const struct docx_number *a = left, *b = right;
    return compare(a->id, a->order, b->id, b->order);
}

bool docx_numbering_read(struct docx_numbering *numbering, struct docx_package *package,
                         struct str part, struct err *err) {
    struct reading reading = {.numbering = numbering, .err = err};
    struct xml_reader reader = {.start = start, .self = &reading};
    bool done = docx_package_read(package, part, &reader, err);
    if (numbering->lists.count > 1)
        qsort(numbering->lists.items, numbering->lists.count, sizeof *numbering->lists.items,
              order_lists);
    if (numbering->numbers.count > 1)
        qsort(numbering->numbers.items, numbering->numbers.count, sizeof *numbering->numbers.items,
              order_numbers);
    return done;
}

/* ---- looking up */

/* The last of `count` items with this id; each begins with its id as int32_t.
 * NULL when none. */
static void *find(void *items, size_t item_count, size_t size, int32_t id) {
    size_t low = 0, high = item_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (*(const int32_t *)((const char *)items + middle * size) <= id)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return NULL;
    void *last = (char *)items + (low - 1) * size;
    return *(const int32_t *)last == id ? last : NULL;
}

static struct docx_number *find_number(const struct docx_numbering *numbering, int32_t id) {
    return find(numbering->numbers.items, numbering->numbers.count,
                sizeof *numbering->numbers.items, id);
}

/* Bisection: a document may carry thousands of w:num that editing left behind,
 * and each numbered paragraph looks one up. */
static struct docx_list *find_list(const struct docx_numbering *numbering, int32_t id) {
    return find(numbering->lists.items, numbering->lists.count, sizeof *numbering->lists.items, id);
}

/* The w:num that counts for `num_id`: a list without levels of its own points
 * to a style, and the style to the w:num that has them. */
static struct docx_number *resolve(const struct docx_numbering *numbering, int32_t num_id,
                                   struct docx_list **list) {
    for (uint32_t i = 0; i < LIMIT_STYLE_CHAIN; i++) {
        struct docx_number *number = find_number(numbering, num_id);
        *list = number ? find_list(numbering, number->list_id) : NULL;
        if (!*list || (*list)->has_levels || (*list)->link.len == 0)
            return *list ? number : NULL;
        const struct docx_style *style = docx_styles_find(numbering->styles, (*list)->link);
        if (!style || style->num_id == STYLE_UNSET || style->num_id == num_id)
            return number;
        num_id = style->num_id;
    }
    return NULL;
}

/* The level as this w:num has it. */
static const struct docx_level *level_of(const struct docx_number *number,
                                         const struct docx_list *list, int32_t level) {
    if (number->overrides && number->overrides[level].level.defined)
        return &number->overrides[level].level;
    return &list->levels[level];
}

/* 17.9.25: a level that does not say begins at 0; one that is not there at all
 * at 1. */
static int32_t start_of(const struct docx_number *number, const struct docx_list *list,
                        int32_t level) {
    if (number->overrides && number->overrides[level].has_start)
        return number->overrides[level].start;
    const struct docx_level *found = level_of(number, list, level);
    return found->defined ? found->start : 1;
}

/* A heading style says w:numId only; which level it is stands in the list, at
 * the w:lvl whose w:pStyle names the style (17.9.23). Of several the deepest
 * counts. */
int32_t docx_numbering_level(const struct docx_numbering *numbering, int32_t num_id,
                             struct str style) {
    struct docx_list *list;
    int32_t found = 0;
    if (!resolve(numbering, num_id, &list))
        return 0;
    for (int32_t level = 0; level < NUMBERING_LEVELS; level++) {
        if (list->levels[level].defined && str_eq(list->levels[level].style, style))
            found = level;
    }
    return found;
}

/* ---- counting */

/* Counters belong to the list, not to the w:num: several share them (17.9.15),
 * until a start override is met for the first time. A level restarts those
 * below it. */
static void count(struct docx_number *number, struct docx_list *list, int32_t level) {
    bool restarts =
        number->overrides && number->overrides[level].has_start && !(number->started >> level & 1);
    if (restarts)
        list->counters[level] = number->overrides[level].start;
    else if (!list->running[level])
        list->counters[level] = start_of(number, list, level);
    else if (list->counters[level] < INT32_MAX)
        list->counters[level]++;
    list->running[level] = true;
    number->started |= (uint16_t)(1u << level);
    for (int32_t deeper = level + 1; deeper < NUMBERING_LEVELS; deeper++) {
        const struct docx_level *below = level_of(number, list, deeper);
        int32_t restart = below->defined ? below->restart : NUMBERING_UNSET;
        if (restart < 0 || level < restart)
            list->running[deeper] = false;
    }
}

/* Puts the counters into the level's text: "%1.%2" becomes "3.1". */
static size_t fill(const struct docx_number *number, const struct docx_list *list, int32_t level,
                   char *label) {
    const struct docx_level *shown = level_of(number, list, level);
    struct str text = shown->text;
    size_t len = 0;
    for (size_t i = 0; i < text.len && len + NUMBERING_ROOM < LABEL_ROOM; i++) {
        bool is_number = text.ptr[i] == '%' && i + 1 < text.len && text.ptr[i + 1] >= '1' &&
                         text.ptr[i + 1] <= '9';
        if (!is_number) {
            label[len++] = text.ptr[i];
            continue;
        }
        int32_t of = text.ptr[++i] - '1';
        const struct docx_level *named = level_of(number, list, of);
        int32_t value = list->running[of] ? list->counters[of] : start_of(number, list, of);
        enum numbering_format format = shown->legal ? NUMBERING_DECIMAL : named->format;
        len += numbering_write(value, format, label + len);
    }
    return utf8_check((struct str){label, len});
}

struct str docx_numbering_next(struct docx_numbering *numbering, int32_t num_id, int32_t level) {
    struct docx_list *list;
    struct docx_number *number = resolve(numbering, num_id, &list);
    char label[LABEL_ROOM];
    if (!number || level < 0 || level >= NUMBERING_LEVELS)
        return (struct str){0};
    const struct docx_level *shown = level_of(number, list, level);
    if (!shown->defined)
        return (struct str){0};
    count(number, list, level);
    if (shown->format == NUMBERING_BULLET)
        return (struct str){0};
    size_t len = fill(number, list, level, label);
    return len ? str_copy(numbering->arena, (struct str){label, len}) : (struct str){0};
}
