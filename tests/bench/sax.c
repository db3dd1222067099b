/* The limit against which heji's speed is stated: inflate word/document.xml and run libxml2's SAX2
 * parser over it with handlers that do nothing. Usage: sax [-n] FILE.docx...  (-n: inflate only)
 *
 *   local entry ... | central directory: PK 1 2, method at 10, packed size at 20, size at 24,
 *   name length at 28, extra at 30, comment at 32, local offset at 42, name at 46 | PK 5 6 ...
 */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static const char main_part[] = "word/document.xml";

static unsigned get(const unsigned char *p, int bytes) {
    unsigned value = 0;
    while (bytes--)
        value = value << 8 | p[bytes];
    return value;
}

static unsigned char *slurp(const char *path, size_t *size) {
    FILE *f = fopen(path, "rb");
    if (!f || fseek(f, 0, SEEK_END))
        exit(1);
    *size = (size_t)ftell(f);
    unsigned char *bytes = malloc(*size + 1);
    rewind(f);
    if (!bytes || fread(bytes, 1, *size, f) != *size)
        exit(1);
    fclose(f);
    return bytes;
}

/* The inflated main part, a NUL behind it. */
static char *inflate_main(const unsigned char *zip, size_t size, size_t *length) {
    const unsigned char *end = zip + size - 22;
    while (end > zip && memcmp(end, "PK\5\6", 4))
        end--;
    const unsigned char *entry = zip + get(end + 16, 4);
    while (!memcmp(entry, "PK\1\2", 4) && (get(entry + 28, 2) != sizeof main_part - 1 ||
                                           memcmp(entry + 46, main_part, sizeof main_part - 1)))
        entry += 46 + get(entry + 28, 2) + get(entry + 30, 2) + get(entry + 32, 2);
    if (memcmp(entry, "PK\1\2", 4))
        exit(1);
    const unsigned char *local = zip + get(entry + 42, 4);
    *length = get(entry + 24, 4);
    char *text = malloc(*length + 1);
    z_stream stream = {0};
    stream.next_in = (unsigned char *)local + 30 + get(local + 26, 2) + get(local + 28, 2);
    stream.avail_in = get(entry + 20, 4);
    stream.next_out = (unsigned char *)text;
    stream.avail_out = (unsigned)*length;
    if (!text || inflateInit2(&stream, -15) != Z_OK || inflate(&stream, Z_FINISH) != Z_STREAM_END)
        exit(1);
    inflateEnd(&stream);
    text[*length] = '\0';
    return text;
}

static void start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int spaces, const xmlChar **namespaces, int count, int defaulted,
                  const xmlChar **attributes) {
    (void)context, (void)name, (void)prefix, (void)uri, (void)spaces, (void)namespaces;
    (void)count, (void)defaulted, (void)attributes;
}

static void end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)context, (void)name, (void)prefix, (void)uri;
}

static void text(void *context, const xmlChar *bytes, int length) {
    (void)context, (void)bytes, (void)length;
}

static void parse(const char *xml) {
    static xmlSAXHandler handlers = {.initialized = XML_SAX2_MAGIC,
                                     .startElementNs = start,
                                     .endElementNs = end,
                                     .characters = text,
                                     .ignorableWhitespace = text};
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    *context->sax = handlers;
    inputPush(context, xmlNewStringInputStream(context, (const xmlChar *)xml));
    if (xmlParseDocument(context))
        exit(1);
    xmlFreeParserCtxt(context);
}

int main(int argc, char **argv) {
    int only_inflate = argc > 1 && !strcmp(argv[1], "-n");
    for (int i = 1 + only_inflate; i < argc; i++) {
        size_t size, length;
        unsigned char *zip = slurp(argv[i], &size);
        char *xml = inflate_main(zip, size, &length);
        if (!only_inflate)
            parse(xml);
        free(xml);
        free(zip);
    }
    return 0;
}
