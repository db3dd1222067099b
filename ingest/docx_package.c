/* A Word package, as far as it is read:
 *
 *   [Content_Types].xml          part name or extension -> content type
 *   _rels/.rels                  package -> main part (type .../officeDocument)
 *   word/document.xml            the main part; any other name will do
 *   word/_rels/document.xml.rels main part -> styles, numbering, footnotes, endnotes
 */
#include "ingest/docx_package.h"

#include "base/limits.h"
#include "ingest/docx_filter.h"
#include "ingest/zip.h"

struct content_type {
    struct str part; /* as written; empty for a default by extension */
    struct str type;
};

/* What the two kinds of package parts are read into. */
struct listing {
    struct arena *arena;
    struct err *err;
    struct str folder; /* of the part whose relationships these are, "" or "word/" */
    VEC(struct docx_relation) relations;
    VEC(struct content_type) types;
};

/* The signature that struct xml_reader wants, around the typed one of zip.h. */
static bool fill_from_part(void *source, char *buffer, size_t room, size_t *got, struct err *err) {
    return zip_part_read(source, buffer, room, got, err);
}

/* The part is closed here whatever the reader does, so that no handler ever
 * holds a library object. */
static bool read_part(struct docx_package *package, struct str part, struct docx_filter *filter,
                      struct xml_reader *reader, struct err *err) {
    struct str name = str_copy(package->arena, part);
    struct zip_part *open = zip_part_open(package->archive, part, err);
    if (!open)
        return false;
    reader->fill = fill_from_part;
    reader->source = open;
    reader->part = name.ptr ? name.ptr : "part";
    if (filter) {
        docx_filter_init(filter, fill_from_part, open);
        reader->fill = docx_filter_fill;
        reader->source = filter;
    }
    bool done = xml_read(reader, err);
    zip_part_close(open);
    return done;
}

bool docx_package_read(struct docx_package *package, struct str part, struct xml_reader *reader,
                       struct err *err) {
    return read_part(package, part, NULL, reader, err);
}

/* The filter is 32 kB large: it lives on the stack for one part only. */
bool docx_package_read_text(struct docx_package *package, struct str part,
                            struct xml_reader *reader, struct err *err) {
    struct docx_filter filter;
    return read_part(package, part, package->full ? NULL : &filter, reader, err);
}

/* ---- relationships */

/* Joins `target` to `folder` as RFC 3986 section 5.2.4 does for a path; it
 * cannot climb above the root of the package. */
static struct str resolve(struct arena *arena, struct str folder, struct str target) {
    char *path = arena_alloc(arena, folder.len + target.len + 1);
    size_t len = 0;
    if (!path)
        return (struct str){0};
    bool absolute = target.len > 0 && (target.ptr[0] == '/' || target.ptr[0] == '\\');
    if (!absolute && folder.len > 0) {
        memcpy(path, folder.ptr, folder.len);
        len = folder.len;
    }
    for (size_t start = 0, end; start < target.len; start = end + 1) {
        for (end = start; end < target.len && target.ptr[end] != '/' && target.ptr[end] != '\\';)
            end++;
        struct str segment = str_slice(target, start, end);
        if (str_is(segment, "..")) {
            len -= len > 0;
            while (len > 0 && path[len - 1] != '/')
                len--;
        } else if (segment.len > 0 && !str_is(segment, ".")) {
            memcpy(path + len, segment.ptr, segment.len);
            len += segment.len;
            if (end < target.len)
                path[len++] = '/';
        }
    }
    return (struct str){path, len};
}

/* Strict and transitional types differ in all but their last segment. */
static struct str last_segment(struct str type) {
    size_t slash = str_rfind(type, "/", type.len);
    return slash == SIZE_MAX ? type : str_slice(type, slash + 1, type.len);
}

/* Targets outside the package are left out here, so that nothing can ever fetch
 * them. */
static enum xml_step list_relation(void *self, struct xml *xml, const struct xml_element *element) {
    struct listing *listing = self;
    struct str type = {0}, target = {0}, mode = {0};
    if (element->ns != NS_RELATIONSHIPS || element->name != NAME_RELATIONSHIP)
        return XML_ENTER;
    xml_attribute(xml, element, NS_NONE, NAME_TYPE_UPPER, &type);
    xml_attribute(xml, element, NS_NONE, NAME_TARGET, &target);
    xml_attribute(xml, element, NS_NONE, NAME_TARGET_MODE, &mode);
    if (str_is(mode, "External"))
        return XML_SKIP;
    struct docx_relation relation = {str_copy(listing->arena, last_segment(type)),
                                     resolve(listing->arena, listing->folder, target)};
    if (!VEC_PUSH(listing->arena, &listing->relations, relation))
        return arena_check(listing->arena, listing->err) ? XML_SKIP : XML_STOP;
    return XML_SKIP;
}

/* Reads the relationships of `part` (empty: of the package); none is no
 * error. */
static bool read_relations(struct docx_package *package, struct str part, struct listing *listing,
                           struct err *err) {
    size_t slash = str_rfind(part, "/", part.len);
    size_t base = slash == SIZE_MAX ? 0 : slash + 1;
    listing->folder = str_slice(part, 0, base);
    struct str rels = str_printf(package->arena, "%.*s_rels/%.*s.rels", STR_ARGS(listing->folder),
                                 STR_ARGS(str_slice(part, base, part.len)));
    if (!zip_archive_has(package->archive, rels))
        return arena_check(package->arena, err);
    struct xml_reader reader = {.start = list_relation, .self = listing};
    return docx_package_read(package, rels, &reader, err);
}

/* ---- content types */

/* Defaults by extension are of no use: a main part has a type of its own. */
static enum xml_step list_type(void *self, struct xml *xml, const struct xml_element *element) {
    struct listing *listing = self;
    struct str part = {0}, type = {0};
    if (element->ns != NS_TYPES || element->name != NAME_OVERRIDE)
        return XML_ENTER;
    xml_attribute(xml, element, NS_NONE, NAME_PART_NAME, &part);
    xml_attribute(xml, element, NS_NONE, NAME_CONTENT_TYPE, &type);
    struct content_type entry = {resolve(listing->arena, (struct str){0}, part),
                                 str_copy(listing->arena, type)};
    if (!VEC_PUSH(listing->arena, &listing->types, entry))
        return arena_check(listing->arena, listing->err) ? XML_SKIP : XML_STOP;
    return XML_SKIP;
}

/* Missing in packages that other tools wrote; then the relationships must
 * do. */
static bool read_types(struct docx_package *package, struct listing *listing, struct err *err) {
    static const struct str name = STR("[Content_Types].xml");
    if (!zip_archive_has(package->archive, name))
        return true;
    struct xml_reader reader = {.start = list_type, .self = listing};
    return docx_package_read(package, name, &reader, err);
}

/* .docx, .docm, .dotx and .dotm have four types, all of the form
 * "...main+xml". */
static bool is_word_main(struct str type) {
    return str_ends(type, "main+xml") &&
           (str_has(type, "wordprocessingml") || str_has(type, "ms-word"));
}

/* ---- the main part */

/* The first relationship whose target is there wins, whatever the part is
 * called. */
static struct str find_main(const struct docx_package *package, const struct listing *listing) {
    static const struct str usual = STR("word/document.xml");
    for (size_t i = 0; i < listing->relations.count; i++) {
        const struct docx_relation *relation = &listing->relations.items[i];
        if (str_is(relation->kind, "officeDocument") &&
            zip_archive_has(package->archive, relation->part))
            return relation->part;
    }
    for (size_t i = 0; i < listing->types.count; i++) {
        const struct content_type *entry = &listing->types.items[i];
        if (is_word_main(entry->type) && zip_archive_has(package->archive, entry->part))
            return entry->part;
    }
    return zip_archive_has(package->archive, usual) ? usual : (struct str){0};
}

/* A spreadsheet has a main part too. */
static bool check_kind(const struct docx_package *package, const struct listing *listing,
                       struct err *err) {
    for (size_t i = 0; i < listing->types.count; i++) {
        const struct content_type *entry = &listing->types.items[i];
        if (!str_eq(entry->part, package->main))
            continue;
        if (str_has(entry->type, "spreadsheetml") || str_has(entry->type, "ms-excel"))
            return err_set(err, ERR_NOT_WORD, 0, "a spreadsheet (.xlsx)");
        if (str_has(entry->type, "presentationml") || str_has(entry->type, "ms-powerpoint"))
            return err_set(err, ERR_NOT_WORD, 0, "a presentation (.pptx)");
    }
    return true;
}

/* Says what it is instead. */
static bool refuse_other(const struct docx_package *package, struct err *err) {
    static const struct str types = STR("[Content_Types].xml"), rels = STR("_rels/.rels"),
                            content = STR("content.xml"), mimetype = STR("mimetype");
    if (zip_archive_has(package->archive, types) || zip_archive_has(package->archive, rels))
        return err_set(err, ERR_NO_MAIN_PART, 0, "no main document part");
    if (zip_archive_has(package->archive, content) || zip_archive_has(package->archive, mimetype))
        return err_set(err, ERR_NOT_WORD, 0, "an OpenDocument or EPUB package");
    return err_set(err, ERR_NOT_WORD, 0, "a ZIP archive that is no Word document");
}

/* Content types are read for damage and kind even where a relationship settles
 * the rest. */
static bool find_parts(struct docx_package *package, struct err *err) {
    struct listing listing = {.arena = package->arena, .err = err};
    if (!read_types(package, &listing, err))
        return false;
    if (!read_relations(package, (struct str){0}, &listing, err))
        return false;
    package->main = find_main(package, &listing);
    if (package->main.len == 0)
        return refuse_other(package, err);
    if (!check_kind(package, &listing, err))
        return false;
    struct listing own = {.arena = package->arena, .err = err};
    if (!read_relations(package, package->main, &own, err))
        return false;
    package->relations.items = own.relations.items;
    package->relations.count = own.relations.count;
    package->relations.capacity = own.relations.capacity;
    return arena_check(package->arena, err);
}

bool docx_package_open(struct docx_package *package, struct arena *arena, struct str bytes,
                       struct err *err) {
    *package = (struct docx_package){.arena = arena};
    package->archive = zip_archive_open(bytes, err);
    return package->archive && find_parts(package, err);
}

void docx_package_close(struct docx_package *package) {
    zip_archive_close(package->archive);
    package->archive = NULL;
}

/* A relationship whose part is missing is passed over: Word opens such files,
 * and a second one may be right. */
struct str docx_package_related(const struct docx_package *package, const char *kind) {
    for (size_t i = 0; i < package->relations.count; i++) {
        const struct docx_relation *relation = &package->relations.items[i];
        if (str_is(relation->kind, kind) && zip_archive_has(package->archive, relation->part))
            return relation->part;
    }
    return (struct str){0};
}
