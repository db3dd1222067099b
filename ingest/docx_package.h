/* An OPC package with a Word document inside: which parts there are and how
 * they are related (ISO/IEC 29500-2:2021, 6.5 relationships, 7.2.3 content
 * types). */
#ifndef HEJI_INGEST_DOCX_PACKAGE_H
#define HEJI_INGEST_DOCX_PACKAGE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "ingest/xml.h"

struct docx_relation {
    struct str kind; /* last segment of the relationship type: "officeDocument", "styles" */
    struct str part; /* target as a part name, without leading slash */
};

struct docx_package {
    struct arena *arena; /* borrowed */
    struct zip_archive *archive;
    struct str main;                     /* name of the main part */
    bool full;                           /* parse w:rPr that bears on no text too */
    VEC(struct docx_relation) relations; /* of the main part; targets inside the package only */
};

/* Opens the package in `bytes`, which must outlive it, and finds the main part:
 * by the package's relationships, else by its content type, else by its usual
 * name. False when it is no package or none of Word. Call docx_package_close in
 * either case. */
bool docx_package_open(struct docx_package *package, struct arena *arena, struct str bytes,
                       struct err *err);

/* Closes the archive; a zeroed package is fine. */
void docx_package_close(struct docx_package *package);

/* The part that the main part names as its `kind`, such as "styles"; empty when
 * there is none. */
struct str docx_package_related(const struct docx_package *package, const char *kind);

/* Reads `part` as XML into `reader`, whose `fill`, `source` and `part` are set
 * here. */
bool docx_package_read(struct docx_package *package, struct str part, struct xml_reader *reader,
                       struct err *err);

/* The same for the main part and the styles: through docx_filter, unless `full` is
 * set. */
bool docx_package_read_text(struct docx_package *package, struct str part,
                            struct xml_reader *reader, struct err *err);

#endif
