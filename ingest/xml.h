/* The door to libxml2: one part of a package as a stream of elements and text.
 *
 * Nothing is built in memory. DTDs are refused, so no entity is ever defined, loaded or expanded
 * beyond the five of XML itself; encodings are UTF-8 and UTF-16 (ISO/IEC 29500-2:2021, 6.2.5). */
#ifndef HEJI_INGEST_XML_H
#define HEJI_INGEST_XML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "ingest/ooxml.h"

enum { XML_PIECE_BYTES = 32 << 10 }; /* the room that `fill` is given each time */

struct xml; /* a reading in progress; lives as long as the call of xml_read */

/* A start tag; valid during the call only. */
struct xml_element {
    enum ooxml_ns ns;
    enum ooxml_name name;
    bool preserve; /* xml:space="preserve" here or on the nearest ancestor that says so */
    uint32_t attribute_count;
    const void *attributes; /* for xml.c */
};

/* What follows a start tag. */
enum xml_step {
    XML_ENTER, /* its content is wanted: xml_end will be called for it */
    XML_SKIP,  /* neither its content nor its end is wanted */
    XML_STOP,  /* the handler has set the error that it shares with xml_read */
};

/* Where the bytes come from and where the events go. */
struct xml_reader {
    /* Puts up to `room` bytes into `buffer` and how many into `*got`, 0 at the
     * end. */
    bool (*fill)(void *source, char *buffer, size_t room, size_t *got, struct err *err);
    void *source;
    enum xml_step (*start)(void *self, struct xml *xml, const struct xml_element *element);
    bool (*end)(void *self); /* false: stop, the error is set. NULL: ends are not wanted */
    /* A piece of text: not a whole node. Well-formed UTF-8 without NUL. NULL:
     * none is wanted. */
    bool (*text)(void *self, struct str piece);
    void *self;
    const char *part; /* name for messages */
};

/* Reads the part to its end. False when it is not well-formed XML with
 * namespaces, breaks a limit, or a handler stopped it. */
bool xml_read(const struct xml_reader *reader, struct err *err);

/* The value of attribute `name` in namespace `ns` or in none (transitional
 * files may leave the prefix out); false when there is none. The value is valid
 * during the handler's call only. */
bool xml_attribute(struct xml *xml, const struct xml_element *element, enum ooxml_ns ns,
                   enum ooxml_name name, struct str *value);

/* The value of w:val, empty when there is none: where most elements keep what
 * they say. */
struct str xml_value(struct xml *xml, const struct xml_element *element);

/* Inside `start`: the name of the parent (`up` 1), its parent (2) ...;
 * NAME_OTHER above the root and for names that are not read. */
enum ooxml_name xml_ancestor(const struct xml *xml, uint32_t up);

/* The namespace to which `prefix` is bound here; NS_NONE when it is not
 * bound. */
enum ooxml_ns xml_prefix(struct xml *xml, struct str prefix);

/* Inside `start`: how many bytes of the part, as it was fed, come before the sign that closes the
 * tag. Slow in UTF-16. */
uint32_t xml_offset(const struct xml *xml);

/* Inside `text`: where the piece begins in the part, and in `*end` where it ends. A reference is a
 * piece of its own, whose beginning is unknown (it is the end of the piece before), as is that of
 * all pieces in UTF-16. */
uint32_t xml_piece_offset(const struct xml *xml, struct str piece, uint32_t *end);

/* How many bytes a sign of markup takes: 1 in UTF-8, 2 in UTF-16. */
uint32_t xml_sign_bytes(const struct xml *xml);

#endif
