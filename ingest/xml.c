#define _GNU_SOURCE /* strncasecmp */
#include "ingest/xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <stdlib.h>
#include <strings.h>

#include "base/limits.h"

/* SLOTS is more than four times the names and URIs that the table holds. */
enum { SLOT_BITS = 10, SLOTS = 1 << SLOT_BITS, HEAD_BYTES = 256, BINDINGS = 1024 };

/* A string of the parser's dictionary, known by its address, and what it means
 * here. */
struct slot {
    const xmlChar *word;
    uint16_t name;
    uint16_t ns;
};

struct binding {
    const xmlChar *prefix; /* NULL for the default namespace */
    const xmlChar *uri;
    uint32_t depth; /* of the element that declares it */
};

struct xml {
    const struct xml_reader *reader;
    struct err *err;
    xmlParserCtxtPtr parser;
    bool failed;
    uint32_t depth;          /* open elements */
    uint32_t skip_from;      /* depth of the element whose content is skipped, 0 when none is */
    const xmlChar *last_uri; /* nearly every element has the namespace of the one before it */
    enum ooxml_ns last_ns;
    uint32_t binding_count;
    const xmlChar *names[NAME_COUNT];
    bool preserve[LIMIT_XML_DEPTH + 1];
    enum ooxml_name path[LIMIT_XML_DEPTH + 1];
    struct binding bindings[BINDINGS];
    struct slot slots[SLOTS];
};

/* ---- names */

/* Open addressing; the multiplier spreads addresses, which differ in few
 * bits. */
static struct slot *slot_of(struct xml *xml, const xmlChar *word) {
    size_t at = (size_t)(((uintptr_t)word * UINT64_C(0x9E3779B97F4A7C15)) >> (64 - SLOT_BITS));
    while (xml->slots[at].word && xml->slots[at].word != word)
        at = (at + 1) % SLOTS;
    return &xml->slots[at];
}

/* The parser interns every name and namespace in its dictionary, so that an
 * address stands for a string: comparing addresses is what makes the handlers
 * cheap beside the parser. */
static bool learn_names(struct xml *xml) {
    for (int name = 1; name < NAME_COUNT; name++) {
        const xmlChar *word =
            xmlDictLookup(xml->parser->dict, (const xmlChar *)ooxml_names[name], -1);
        if (!word)
            return false;
        xml->names[name] = word;
        struct slot *slot = slot_of(xml, word);
        slot->word = word;
        slot->name = (uint16_t)name;
    }
    for (const struct ooxml_uri *uri = ooxml_uris; uri->uri; uri++) {
        const xmlChar *word = xmlDictLookup(xml->parser->dict, (const xmlChar *)uri->uri, -1);
        if (!word)
            return false;
        struct slot *slot = slot_of(xml, word);
        slot->word = word;
        slot->ns = (uint16_t)uri->ns;
    }
    return true;
}

/* NS_OTHER for a URI that is not known: only a binding, never a prefix, tells
 * the vocabulary. */
static enum ooxml_ns ns_of(struct xml *xml, const xmlChar *uri) {
    if (!uri)
        return NS_NONE;
    if (uri != xml->last_uri) {
        const struct slot *slot = slot_of(xml, uri);
        xml->last_uri = uri;
        xml->last_ns = slot->word && slot->ns ? (enum ooxml_ns)slot->ns : NS_OTHER;
    }
    return xml->last_ns;
}

/* ---- failures */

/* After this libxml2 may still deliver an event or two: each handler looks at
 * `failed` first. */
static void stop(struct xml *xml) {
    xml->failed = true;
    xmlStopParser(xml->parser);
}

/* A bound is no damage: the words name it, so that an honest but huge document
 * can be told from a broken one. */
static void limit(struct xml *xml, const char *what) {
    err_set(xml->err, ERR_XML_LIMIT, 0, "%s: %s", xml->reader->part, what);
    stop(xml);
}

/* The user must tell "no memory" and "wrong encoding" from plain damage. */
static enum err_code class_of(int code) {
    switch (code) {
    case XML_ERR_NO_MEMORY:
        return ERR_MEMORY;
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_I18N_CONV_FAILED:
        return ERR_XML_ENCODING;
    case XML_ERR_NAME_TOO_LONG:
        return ERR_XML_LIMIT;
    default:
        return ERR_XML_MALFORMED;
    }
}

#if LIBXML_VERSION >= 21200
static void on_error(void *context, const xmlError *error) {
#else
static void on_error(void *context, xmlError *error) {
#endif
    struct xml *xml = context;
    if (!xml || xml->failed || error->level < XML_ERR_ERROR)
        return;
    int length = error->message ? (int)strcspn(error->message, "\n") : 0;
    /* Without memory not even the message can be made. */
    err_set(xml->err, error->message ? class_of(error->code) : ERR_MEMORY, 0, "%s, line %d: %.*s",
            xml->reader->part, error->line, length, error->message ? error->message : "");
    stop(xml);
}

/* ---- events */

/* Comes before any entity is declared, so that none ever is. */
static void on_doctype(void *context, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system) {
    struct xml *xml = context;
    (void)name, (void)external, (void)system;
    if (xml->failed)
        return;
    err_set(xml->err, ERR_XML_DTD, 0, "%s has a document type declaration", xml->reader->part);
    stop(xml);
}

/* The parser keeps its own table of prefixes, but differently in each of its
 * versions. */
static void bind_prefixes(struct xml *xml, int count, const xmlChar **namespaces) {
    for (int i = 0; i < count; i++) {
        if (xml->binding_count == BINDINGS) {
            limit(xml, "too many namespaces");
            return;
        }
        xml->bindings[xml->binding_count++] =
            (struct binding){namespaces[2 * i], namespaces[2 * i + 1], xml->depth};
    }
}

/* xml:space is inherited (XML 1.0, 2.10). */
static bool preserves(struct xml *xml, const xmlChar **attributes, int count) {
    bool preserve = xml->preserve[xml->depth - 1];
    for (int i = 0; i < count; i++) {
        const xmlChar **attribute = attributes + (size_t)i * 5;
        if (attribute[0] == xml->names[NAME_SPACE] && attribute[2] &&
            slot_of(xml, attribute[2])->ns == NS_XML)
            preserve = attribute[4] - attribute[3] == 8; /* "preserve", or "default" */
    }
    return preserve;
}

/* The bounds come first, before anything is written into the arrays that they
 * protect; inside what is skipped only depth is kept. */
static void on_start(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted, const xmlChar **attributes) {
    struct xml *xml = context;
    (void)prefix, (void)defaulted;
    if (xml->failed)
        return;
    xml->depth++;
    if (xml->depth > LIMIT_XML_DEPTH) {
        limit(xml, "elements are nested too deeply");
        return;
    }
    if (attribute_count > (int)LIMIT_XML_ATTRIBUTES) {
        limit(xml, "an element has too many attributes");
        return;
    }
    if (xml->skip_from)
        return;
    if (namespace_count > 0)
        bind_prefixes(xml, namespace_count, namespaces);
    xml->preserve[xml->depth] = preserves(xml, attributes, attribute_count);
    struct xml_element element = {.ns = ns_of(xml, uri),
                                  .name = (enum ooxml_name)slot_of(xml, local)->name,
                                  .preserve = xml->preserve[xml->depth],
                                  .attribute_count = (uint32_t)attribute_count,
                                  .attributes = attributes};
    xml->path[xml->depth] = element.ns == NS_OTHER ? NAME_OTHER : element.name;
    enum xml_step step = xml->reader->start(xml->reader->self, xml, &element);
    if (step == XML_SKIP)
        xml->skip_from = xml->depth;
    else if (step == XML_STOP)
        stop(xml);
}

/* Bindings end with the element that made them; inside an element that is
 * skipped none are made. */
static void on_end(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    struct xml *xml = context;
    (void)local, (void)prefix, (void)uri;
    if (xml->failed)
        return;
    while (xml->binding_count > 0 && xml->bindings[xml->binding_count - 1].depth == xml->depth)
        xml->binding_count--;
    bool skipped = xml->skip_from != 0;
    if (xml->skip_from == xml->depth)
        xml->skip_from = 0;
    xml->depth--;
    if (!skipped && xml->reader->end && !xml->reader->end(xml->reader->self))
        stop(xml);
}

/* Also white space between elements, and CDATA: what of it counts is for the
 * reader to say. */
static void on_text(void *context, const xmlChar *text, int length) {
    struct xml *xml = context;
    if (xml->failed || xml->skip_from || !xml->reader->text)
        return;
    if (!xml->reader->text(xml->reader->self, (struct str){(const char *)text, (size_t)length}))
        stop(xml);
}

/* An attribute without prefix is in no namespace (Namespaces in XML 1.0, 6.2),
 * yet some writers leave w: out, and Word reads them. */
bool xml_attribute(struct xml *xml, const struct xml_element *element, enum ooxml_ns ns,
                   enum ooxml_name name, struct str *value) {
    const xmlChar **attributes = (const xmlChar **)element->attributes;
    for (uint32_t i = 0; i < element->attribute_count; i++) {
        const xmlChar **attribute = attributes + (size_t)i * 5;
        if (attribute[0] != xml->names[name])
            continue;
        if (attribute[2] && ns_of(xml, attribute[2]) != ns)
            continue;
        *value = (struct str){(const char *)attribute[3], (size_t)(attribute[4] - attribute[3])};
        return true;
    }
    return false;
}

struct str xml_value(struct xml *xml, const struct xml_element *element) {
    struct str value = {0};
    xml_attribute(xml, element, NS_W, NAME_VAL, &value);
    return value;
}

enum ooxml_name xml_ancestor(const struct xml *xml, uint32_t up) {
    return up < xml->depth ? xml->path[xml->depth - up] : NAME_OTHER;
}

/* From the innermost binding outwards: a prefix may be bound anew inside. */
enum ooxml_ns xml_prefix(struct xml *xml, struct str prefix) {
    for (uint32_t i = xml->binding_count; i > 0; i--) {
        const struct binding *binding = &xml->bindings[i - 1];
        if (binding->prefix && str_is(prefix, (const char *)binding->prefix))
            return ns_of(xml, binding->uri);
    }
    return NS_NONE;
}

/* An offset that the library cannot tell, after an encoding that cannot be reversed, is -1. */
uint32_t xml_offset(const struct xml *xml) {
    long taken = xmlByteConsumed(xml->parser);
    return taken < 0 ? 0 : (uint32_t)taken;
}

/* The library hands out what stands in its buffer as it is, before it has taken it; a copy only
 * after. */
uint32_t xml_piece_offset(const struct xml *xml, struct str piece, uint32_t *end) {
    const xmlParserInput *input = xml->parser->input;
    uintptr_t at = (uintptr_t)piece.ptr, base = (uintptr_t)input->base;
    *end = xml_offset(xml);
    if (at >= base && at < (uintptr_t)input->end && xml_sign_bytes(xml) == 1)
        *end = (uint32_t)((uintptr_t)input->consumed + (at - base) + piece.len);
    return *end - (uint32_t)piece.len;
}

uint32_t xml_sign_bytes(const struct xml *xml) {
    const xmlParserInputBuffer *buffer = xml->parser->input->buf;
    return buffer && buffer->encoder ? 2 : 1;
}

/* ---- feeding */

/* The parser reads a tag only once all of it is there, and checks its
 * attributes against each other in quadratic time: a tag that grows without end
 * is refused before it comes to that. */
struct stall {
    long consumed;   /* bytes the parser had consumed after the last piece */
    size_t bytes;    /* fed since it last consumed anything */
    uint32_t quotes; /* among them */
};

static bool is_stalled(struct xml *xml, struct stall *stall, const char *piece, size_t size) {
    long consumed = xmlByteConsumed(xml->parser);
    if (consumed != stall->consumed) {
        *stall = (struct stall){.consumed = consumed};
        return false;
    }
    stall->bytes += size;
    for (size_t i = 0; i < size; i++)
        stall->quotes += piece[i] == '"' || piece[i] == '\'';
    return stall->bytes > LIMIT_XML_TAG_BYTES || stall->quotes > 2 * LIMIT_XML_ATTRIBUTES;
}

/* Packages hold UTF-8 and UTF-16 only; to believe another declaration would
 * turn UTF-8 that is labelled GBK, as careless generators write it, into other
 * characters. `head` is the begin of the part; in UTF-16 it does not look like
 * a declaration and is left to the parser. */
static bool check_declaration(const struct xml *xml, struct str head) {
    static const char *const allowed[] = {"utf-8", "utf8", "utf-16", "us-ascii", "ascii"};
    if (str_starts(head, "\xEF\xBB\xBF"))
        head = str_slice(head, 3, head.len);
    head = str_slice(head, 0, str_find(head, "?>", 0));
    size_t at = str_find(head, "encoding", 0);
    if (!str_starts(head, "<?xml") || at == SIZE_MAX)
        return true;
    while (at < head.len && head.ptr[at] != '"' && head.ptr[at] != '\'')
        at++;
    struct str name = str_slice(head, at + 1, head.len);
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
        size_t len = strlen(allowed[i]);
        if (name.len > len && strncasecmp(name.ptr, allowed[i], len) == 0 &&
            name.ptr[len] == head.ptr[at])
            return true;
    }
    return err_set(xml->err, ERR_XML_ENCODING, 0,
                   "%s declares an encoding other than UTF-8 or "
                   "UTF-16",
                   xml->reader->part);
}

/* The first piece must be long enough to hold the declaration, the others come
 * as they are. */
static bool fill(struct xml *xml, char *piece, size_t least, size_t *got) {
    const struct xml_reader *reader = xml->reader;
    size_t more = 0;
    *got = 0;
    do {
        if (!reader->fill(reader->source, piece + *got, XML_PIECE_BYTES, &more, xml->err))
            return false;
        *got += more;
    } while (more > 0 && *got < least);
    return true;
}

/* The first piece holds the declaration, which is checked before the parser can
 * believe it. An empty piece ends the input; then the parser tells what was
 * left open. */
static bool feed(struct xml *xml) {
    const struct xml_reader *reader = xml->reader;
    struct stall stall = {0};
    char piece[XML_PIECE_BYTES + HEAD_BYTES];
    for (bool first = true;; first = false) {
        size_t got = 0;
        if (!fill(xml, piece, first ? HEAD_BYTES : 1, &got))
            return false;
        if (first && !check_declaration(xml, (struct str){piece, got}))
            return false;
        int code = xmlParseChunk(xml->parser, piece, (int)got, got == 0);
        if (xml->failed)
            return false;
        if (code != XML_ERR_OK && !xml->parser->wellFormed)
            return err_set(xml->err, class_of(code), 0, "%s: XML error %d", reader->part, code);
        /* halted without a word, well-formed as far as it came: libxml2 had no
         * memory for a piece */
        if (xml->parser->disableSAX || code == XML_ERR_NO_MEMORY)
            return err_set(xml->err, ERR_MEMORY, 0, "%s: no memory", reader->part);
        if (got == 0)
            return true;
        if (is_stalled(xml, &stall, piece, got)) {
            limit(xml, "a tag without end");
            return false;
        }
    }
}

/* No option that loads, expands or includes anything is ever set. */
static xmlParserCtxtPtr open_parser(struct xml *xml) {
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .internalSubset = on_doctype,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .serror = on_error,
    };
    xmlInitParser();
    /* Messages that the library would otherwise print belong to no parser. */
    xmlSetStructuredErrorFunc(NULL, on_error);
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, xml, NULL, 0, NULL);
    if (parser)
        xmlCtxtUseOptions(parser, XML_PARSE_NONET);
    return parser;
}

/* libxml2 makes a document for what its own handlers built, and leaves it to
 * the caller even when it failed. */
bool xml_read(const struct xml_reader *reader, struct err *err) {
    struct xml *xml = calloc(1, sizeof *xml);
    bool done = false;
    if (!xml)
        return err_set(err, ERR_MEMORY, 0, "no memory for the XML parser");
    xml->reader = reader;
    xml->err = err;
    xml->parser = open_parser(xml);
    if (xml->parser && learn_names(xml))
        done = feed(xml);
    else
        err_set(err, ERR_MEMORY, 0, "no memory for the XML parser");
    if (xml->parser) {
        xmlDocPtr leftover = xml->parser->myDoc;
        xmlFreeParserCtxt(xml->parser);
        if (leftover)
            xmlFreeDoc(leftover);
    }
    free(xml);
    return done;
}
