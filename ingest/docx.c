#include "ingest/docx.h"

#include "ingest/docx_body.h"
#include "ingest/docx_converted.h"
#include "ingest/docx_numbering.h"
#include "ingest/docx_package.h"
#include "ingest/docx_styles.h"

/* A part without which the text can still be read: damage in it is a
 * warning. */
static bool tolerate(struct doc *doc, const struct err *cause, struct err *err) {
    if (cause->code == ERR_MEMORY) {
        *err = *cause;
        return false;
    }
    doc_warn(doc, "part_unreadable", NULL, "%s: %s", err_code_name(cause->code), cause->words);
    return true;
}

/* Styles first: lists refer to them. */
static bool read_definitions(struct docx_context *context, struct docx_styles *styles,
                             struct err *err) {
    struct err cause;
    struct str part = docx_package_related(context->package, "styles");
    if (part.len > 0 && !docx_styles_read(styles, context->package, part, &cause) &&
        !tolerate(context->doc, &cause, err))
        return false;
    part = docx_package_related(context->package, "numbering");
    return part.len == 0 ||
           docx_numbering_read(context->numbering, context->package, part, &cause) ||
           tolerate(context->doc, &cause, err);
}

/* After the body, which says where each note belongs. */
static bool read_notes(struct docx_body *body, struct docx_context *context, struct err *err) {
    static const char *const kinds[] = {"footnotes", "endnotes"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct err cause;
        struct str part = docx_package_related(context->package, kinds[i]);
        context->doc->document.parts[PART_FOOTNOTES + i] = part;
        if (part.len > 0 && !docx_body_read_notes(body, PART_FOOTNOTES + i, &cause) &&
            !tolerate(context->doc, &cause, err))
            return false;
    }
    return true;
}

/* The order is forced: numbers need styles, notes need the places of their
 * references in the body, and field marks can only be resolved when each field
 * is known to have ended or not. */
static bool read_package(struct doc *doc, struct docx_package *package, struct err *err) {
    struct docx_styles styles;
    struct docx_numbering numbering;
    struct docx_context context = {doc, package, &styles, &numbering};
    doc->document.parts[PART_MAIN] = package->main;
    docx_styles_init(&styles, &doc->arena);
    docx_numbering_init(&numbering, &doc->arena, &styles);
    if (!read_definitions(&context, &styles, err))
        return false;
    struct docx_body *body = docx_body_new(&context);
    if (!body)
        return arena_check(&doc->arena, err);
    if (!docx_body_read(body, err) || !read_notes(body, &context, err))
        return false;
    docx_body_finish(body);
    if (!docx_converted_settle(doc, err))
        return false;
    return arena_check(&doc->arena, err);
}

/* docx_package_open leaves a package that can be closed even when it fails. */
static bool read_bytes(struct doc *doc, struct str bytes, bool full, struct err *err) {
    struct docx_package package;
    bool done = docx_package_open(&package, &doc->arena, bytes, err);
    package.full = full;
    done = done && read_package(doc, &package, err);
    docx_package_close(&package);
    return done;
}

bool docx_read(struct doc *doc, struct str bytes, struct err *err) {
    return read_bytes(doc, bytes, doc->document.traced, err);
}

bool docx_read_full(struct doc *doc, struct str bytes, struct err *err) {
    return read_bytes(doc, bytes, true, err);
}
